"""What is known of a message when it arrives, in one statement: sender, chat, and whether it was handled before."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, select

from bot.domain.teams import Team
from bot.message import Message, Standing
from bot.permissions import Actor, Role
from bot.storage.inbox import Answer, key_of, read_answer
from bot.storage.models import chats, identities, inbox, members, teams
from bot.storage.teams import TEAM_COLUMNS, read_team


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as stored. ``language`` None means the team's."""

    id: int
    team_id: int
    language: str | None
    is_unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who speaks for which team; ``chat`` None is one that is not stored yet, ``answer`` that of a redelivery."""

    actor: Actor
    team: Team
    chat: Chat | None
    answer: Answer | None


_ADDRESS = and_(
    chats.c.platform == bindparam("platform"),
    chats.c.account == bindparam("account"),
    chats.c.external_id == bindparam("chat"),
)
# One chat stays in order across replicas: a unit of work holds its row. SQLite has one writer anyway.
_LOCK = select(chats.c.id).where(_ADDRESS).with_for_update()
_ARRIVAL = (
    select(
        members.c.id.label("member_id"),
        members.c.name.label("member_name"),
        members.c.role,
        identities.c.is_vouched,
        *TEAM_COLUMNS,
        chats.c.id.label("chat_id"),
        chats.c.team_id.label("chat_team_id"),
        chats.c.language.label("chat_language"),
        chats.c.unreachable_since,
        inbox.c.id.label("inbox_id"),
        inbox.c.reply,
        inbox.c.answered_at,
    )
    .select_from(
        identities.join(members, identities.c.member_id == members.c.id)
        .join(teams, teams.c.id == members.c.team_id)
        .outerjoin(chats, _ADDRESS)
        .outerjoin(inbox, inbox.c.key == bindparam("key"))
    )
    .where(
        identities.c.platform == bindparam("platform"),
        identities.c.account == bindparam("account"),
        identities.c.external_id == bindparam("sender"),
    )
)


def find_arrival(db: Connection, message: Message) -> Arrival | None:
    """What is known of the message; None for a stranger's. The chat is held until the transaction ends.

    Who was a member by the platform's word alone is a stranger when it says that they are none.
    """
    chat = message.chat
    address = {"platform": chat.platform, "account": chat.account, "chat": chat.chat}
    if db.dialect.name != "sqlite":
        db.execute(_LOCK, address)
    row = db.execute(_ARRIVAL, {**address, "sender": message.sender.id, "key": key_of(message)}).one_or_none()
    if row is None or (row.is_vouched and message.sender.standing is Standing.GUEST):
        return None
    return Arrival(
        Actor(row.member_id, row.id, row.member_name, Role(row.role)),
        read_team(row),
        Chat(row.chat_id, row.chat_team_id, row.chat_language, row.unreachable_since is not None)
        if row.chat_id is not None
        else None,
        read_answer(row.inbox_id, row.reply, sent=row.answered_at is not None) if row.inbox_id is not None else None,
    )
