"""Everything that one message changes: a change set. Each change and its audit row are written together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.domain.occasions import Occasion
from bot.domain.partners import Partner
from bot.domain.periods import Period
from bot.domain.places import PlaceKind
from bot.domain.records import Record, StoredRecord
from bot.message import Attachment, ChatRef
from bot.permissions import Actor
from bot.storage import audit, files, members, occasions, partners, records
from bot.storage.audit import Action


@dataclass(frozen=True, slots=True)
class Changes:
    """Writes of one member in one chat at one instant; ``id`` is the change set that an undo takes back.

    ``learnt`` has the names that partners got because a person chose them; whoever answers says so.
    """

    db: Connection
    id: int
    actor: Actor
    chat_id: int
    now: datetime
    learnt: list[tuple[str, Partner]] = field(default_factory=list)

    def _audit(self, action: Action, **columns: Any) -> None:
        audit.add_entry(
            self.db,
            team_id=self.actor.team_id,
            change_set=self.id,
            chat_id=self.chat_id,
            member_id=self.actor.member_id,
            at=self.now,
            action=action,
            **columns,
        )

    def _names(self, record: Record) -> list[str]:
        found = partners.load_partners(self.db, self.actor.team_id, [link.partner_id for link in record.links])
        return [name for partner in found.values() for name in (partner.name, *partner.names.values())]

    def log(self, record: Record, known: Mapping[int, Partner]) -> StoredRecord:
        """Store a new record, whose linked partners are ``known``."""
        names = [name for partner in known.values() for name in (partner.name, *partner.names.values())]
        record_id, number = records.insert_record(
            self.db, self.actor.team_id, self.actor.member_id, record, names=names, now=self.now
        )
        self._audit(Action.CREATE, record_id=record_id, version=1, after=records.snapshot(record))
        return StoredRecord(
            id=record_id,
            number=number,
            version=1,
            record=record,
            created_by=self.actor.name,
            owner=self._name_of(record.owner_id),
            created_at=self.now,
        )

    def _name_of(self, member_id: int | None) -> str:
        if member_id == self.actor.member_id:
            return self.actor.name
        return members.member_names(self.db, self.actor.team_id, [member_id]).get(member_id or 0, "")

    def edit(self, stored: StoredRecord, record: Record, *, reverts: int | None = None) -> StoredRecord:
        """Store ``record`` over ``stored``."""
        if reverts is not None:
            self._revive_partners(record, reverts)
        version = records.replace_record(self.db, self.actor.team_id, stored, record, names=self._names(record))
        self._audit(
            Action.EDIT,
            record_id=stored.id,
            version=version,
            before=records.snapshot(stored.record),
            after=records.snapshot(record),
            reverts=reverts,
        )
        return records.load_record(self.db, self.actor.team_id, stored.id)

    def void(self, stored: StoredRecord, *, reverts: int | None = None) -> None:
        """Mark a record as void: it is kept, and counts no longer."""
        version = records.set_voided(self.db, self.actor.team_id, stored, self.now)
        self._audit(Action.VOID, record_id=stored.id, version=version, reverts=reverts)

    def restore(self, stored: StoredRecord, *, reverts: int | None = None) -> None:
        """Let a void record count again."""
        self._revive_partners(stored.record, reverts)
        version = records.set_voided(self.db, self.actor.team_id, stored, None)
        self._audit(Action.RESTORE, record_id=stored.id, version=version, reverts=reverts)

    def _revive_partners(self, record: Record, reverts: int | None) -> None:
        # Nothing else used them for a while, so an undo may have taken them out of sight.
        for partner_id in partners.revive_partners(
            self.db, self.actor.team_id, [link.partner_id for link in record.links]
        ):
            self._audit(Action.RESTORE, partner_id=partner_id, reverts=reverts)

    def create_partner(
        self,
        *,
        name: str,
        kind: PlaceKind,
        names: dict[str, str],
        place_id: str | None,
        country: str | None,
        timezone: str | None,
        label: str | None = None,
    ) -> Partner:
        """Store a new partner."""
        partner = partners.insert_partner(
            self.db,
            self.actor.team_id,
            name=name,
            kind=kind,
            names=names,
            place_id=place_id,
            country=country,
            label=label,
            timezone=timezone,
        )
        self._audit(Action.CREATE, partner_id=partner.id)
        return partner

    def void_partner(self, partner_id: int, *, reverts: int | None = None) -> None:
        """Take a partner out of sight that no record needs."""
        partners.set_partner_voided(self.db, self.actor.team_id, partner_id, self.now)
        self._audit(Action.VOID, partner_id=partner_id, reverts=reverts)

    def restore_partner(self, partner_id: int, *, reverts: int) -> None:
        """Bring a partner back that was taken out of sight."""
        partners.set_partner_voided(self.db, self.actor.team_id, partner_id, None)
        self._audit(Action.RESTORE, partner_id=partner_id, reverts=reverts)

    def add_alias(self, partner_id: int, name: str, *, reverts: int | None = None) -> None:
        """Let the team call a partner ``name`` as well."""
        partners.insert_alias(self.db, self.actor.team_id, partner_id, name)
        self._audit(Action.ALIAS, partner_id=partner_id, after={"alias": name}, reverts=reverts)

    def learn_alias(self, partner: Partner, name: str) -> None:
        """Let the team call a partner what a person had typed before choosing it."""
        self.add_alias(partner.id, name)
        self.learnt.append((name, partner))

    def remove_alias(self, partner_id: int, name: str, *, reverts: int) -> None:
        """Take a name away again."""
        partners.delete_alias(self.db, self.actor.team_id, name)
        self._audit(Action.ALIAS, partner_id=partner_id, before={"alias": name}, reverts=reverts)

    def set_label(self, partner: Partner, label: str | None, *, reverts: int | None = None) -> None:
        """Set what cards write behind a partner's name in place of its country."""
        partners.set_label(self.db, self.actor.team_id, partner.id, label)
        self._audit(
            Action.LABEL,
            partner_id=partner.id,
            before={"label": partner.label},
            after={"label": label},
            reverts=reverts,
        )

    def set_election(self, partner: Partner, period: Period | None, *, reverts: int | None = None) -> None:
        """Set when a partner votes next; None forgets it."""
        before = occasions.election_of(self.db, self.actor.team_id, partner.id)
        occasions.store_election(self.db, self.actor.team_id, partner.id, period)
        self._audit(
            Action.ELECTION,
            partner_id=partner.id,
            before={"election": records.period_snapshot(before)},
            after={"election": records.period_snapshot(period)},
            reverts=reverts,
        )

    def set_template(self, occasion: Occasion, language: str, text: str | None, *, reverts: int | None = None) -> None:
        """Set the team's own letter for an occasion; None brings the usual one back."""
        before = occasions.own_templates(self.db, self.actor.team_id).get((occasion, language))
        occasions.store_template(self.db, self.actor.team_id, occasion, language, text)
        key = {"occasion": occasion.value, "language": language}
        self._audit(Action.TEMPLATE, before={**key, "text": before}, after={**key, "text": text}, reverts=reverts)

    def attach(self, stored: StoredRecord, chat: ChatRef, file: Attachment) -> None:
        """Keep a file with a record; its content follows."""
        file_id = files.add_file(self.db, self.actor.team_id, stored.id, chat, file, now=self.now)
        self._audit(Action.ATTACH, record_id=stored.id, after={"file": file_id, "name": file.name})

    def detach(self, stored: StoredRecord, file_id: int, name: str, *, reverts: int) -> None:
        """Take a file away from its record."""
        files.set_file_voided(self.db, self.actor.team_id, file_id, self.now)
        self._audit(Action.ATTACH, record_id=stored.id, before={"file": file_id, "name": name}, reverts=reverts)
