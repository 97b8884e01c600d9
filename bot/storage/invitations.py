"""Codes that let a person in, or add another platform to a member. Only their hashes are kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, update

from bot.permissions import Role
from bot.storage.models import invitations

VALID_FOR = timedelta(days=7)
LINK_VALID_FOR = timedelta(minutes=30)
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without the letters and digits that people confuse


@dataclass(frozen=True, slots=True)
class Invitation:
    """``member_id`` is set for a code that adds an identity to a member instead of making a new one."""

    id: int
    team_id: int
    role: Role
    member_id: int | None


def _hash(code: str) -> str:
    return hashlib.sha256("".join(code.split()).replace("-", "").upper().encode()).hexdigest()


def new_invitation(db: Connection, team_id: int, role: Role, *, now: datetime, member_id: int | None = None) -> str:
    """A fresh code of 10 characters (50 bits), to be used once."""
    letters = [secrets.choice(_ALPHABET) for _ in range(10)]
    code = "".join(letters[:5]) + "-" + "".join(letters[5:])
    db.execute(
        insert(invitations).values(
            team_id=team_id,
            code_hash=_hash(code),
            role=role.value,
            member_id=member_id,
            expires_at=now + (LINK_VALID_FOR if member_id else VALID_FOR),
        )
    )
    return code


def use_invitation(db: Connection, code: str, *, now: datetime) -> Invitation | None:
    """Take a code; None for one that is wrong, old or used. The look-up is by hash, so its time tells nothing."""
    row = db.execute(
        update(invitations)
        .where(invitations.c.code_hash == _hash(code), invitations.c.used_at.is_(None), invitations.c.expires_at > now)
        .values(used_at=now)
        .returning(invitations.c.id, invitations.c.team_id, invitations.c.role, invitations.c.member_id)
    ).one_or_none()
    return Invitation(row.id, row.team_id, Role(row.role), row.member_id) if row else None
