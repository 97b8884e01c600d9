"""``/join`` and ``/link``: how a stranger becomes a member, and a member is known on another platform too."""

from datetime import datetime

from sqlalchemy import Connection

from bot.errors import BotError
from bot.i18n import N_, Translator, translator
from bot.message import Invocation, Message, Standing
from bot.parsing.command_line import clean, split_command
from bot.permissions import Role
from bot.reply import Reply, Span, Style, Visibility, bold, lines
from bot.request import Request
from bot.router import Command, fold_name
from bot.storage.arrivals import Arrival, find_arrival
from bot.storage.invitations import LINK_VALID_FOR, new_invitation, use_invitation
from bot.storage.teams import add_identity, add_member, find_team, is_member, move_identity

WELCOME = N_("I work for the members of a team. If you have a code, send: /join CODE.")
JOIN_NAMES = ("join", "katil")
LINK_NAME = "start"
"""What a link with a code sends (Telegram: t.me/BOT?start=CODE)."""


class WrongCode(BotError):
    """A code that is unknown, used or too old. Which of these is not told."""

    text = N_("That code is not valid, or no longer.")
    advice = N_("Ask your admin for a new one (dragoman invite).")


class AlreadyMember(BotError):
    """A member needs no code."""

    text = N_("You are a member already, {name}.")
    advice = N_("To be known on another platform too, send /link here and /join with its code there.")


def join_stranger(db: Connection, message: Message, t: Translator, now: datetime) -> Reply | None:
    """Let a stranger in who sent "/join CODE", or followed a link; None for anything else. Raises ``WrongCode``.

    Nothing is stored of a stranger without a good code.
    """
    if not is_joining(message):
        return None
    _, arguments = _command(message)
    invitation = use_invitation(db, arguments, now=now) if arguments else None
    if invitation is None:
        raise WrongCode()
    member_id = invitation.member_id
    if member_id is None:
        member_id = add_member(db, invitation.team_id, clean(message.sender.name)[:100] or "?", invitation.role, now)
    # Whoever was of the house and is a guest now is known already.
    let_in = move_identity if is_member(db, message.chat, message.sender) else add_identity
    let_in(db, invitation.team_id, member_id, message.chat, message.sender)
    arrival = find_arrival(db, message)
    if arrival is None:
        raise LookupError("the identity that was just stored is not there")
    t = translator(arrival.team.language)
    return Reply(
        (
            lines(
                [
                    bold(t("✓ Welcome, {name}.", name=arrival.actor.name)),
                    t("You are a member of {team} now.", team=arrival.team.name),
                    t("Try: /visit Tirana 3 May 2025, or /help."),
                ]
            ),
        ),
        visibility=Visibility.SENDER,
    )


def is_joining(message: Message) -> bool:
    """Whether it is "/join CODE", or what a link with a code sends."""
    name, arguments = _command(message)
    return name in JOIN_NAMES or (name == LINK_NAME and bool(arguments) and isinstance(message.content, str))


def enrol(db: Connection, message: Message, now: datetime) -> Arrival | None:
    """Make somebody of whom the platform vouches that they belong to the house a member of the first team.

    Who runs the workspace is an admin. None for everybody else, and where there is no team.
    """
    sender = message.sender
    team = find_team(db) if sender.standing in (Standing.COLLEAGUE, Standing.OWNER) else None
    if team is None:
        return None
    role = Role.ADMIN if sender.standing is Standing.OWNER else Role.MEMBER
    member_id = add_member(db, team.id, clean(sender.name)[:100] or "?", role, now)
    add_identity(db, team.id, member_id, message.chat, sender, is_vouched=True)
    return find_arrival(db, message)


def _command(message: Message) -> tuple[str, str]:
    if isinstance(message.content, Invocation):
        return fold_name(message.content.command), message.content.arguments
    found = split_command(clean(message.content))
    return (fold_name(found[0]), found[2]) if found else ("", "")


def join(request: Request, code: str) -> Reply:
    """A member who joins again is told so; with a code of /link they become one with the member who made it.

    Who works in a Slack workspace is a member there before they can link anything. Raises ``AlreadyMember``.
    """
    invitation = use_invitation(request.db, code, now=request.now) if code else None
    member_id = invitation.member_id if invitation and invitation.team_id == request.team_id else None
    if member_id is None or member_id == request.actor.member_id:
        raise AlreadyMember(name=request.actor.name)
    message = request.message
    name = move_identity(request.db, request.team_id, member_id, message.chat, message.sender)
    return Reply((lines([bold(request.t("✓ Welcome, {name}.", name=name))]),), visibility=Visibility.SENDER)


def link(request: Request, _arguments: None) -> Reply:
    """A code that makes the speaker known from another platform's chat."""
    t = request.t
    code = new_invitation(
        request.db, request.team_id, request.actor.role, now=request.now, member_id=request.actor.member_id
    )
    minutes = int(LINK_VALID_FOR.total_seconds() // 60)
    return Reply(
        (
            lines(
                [
                    Span(t("/join {code}", code=code), Style.CODE),
                    t(
                        "Send this to me on the other platform, within {minutes} minutes. It works once.",
                        minutes=minutes,
                    ),
                ]
            ),
        ),
        visibility=Visibility.SENDER,
    )


JOIN = Command(
    name="join",
    names={"tr": ("katil",)},
    help=N_("Become a member, with a code"),
    usage=N_("/join CODE"),
    parse=lambda text, request: text.strip(),
    handle=join,
    private=True,
)
LINK = Command(
    name="link",
    names={"tr": ("bagla",)},
    help=N_("Be known on another platform too"),
    usage=N_("/link, and then /join with its code there"),
    parse=lambda text, request: None,
    handle=link,
    private=True,
)
