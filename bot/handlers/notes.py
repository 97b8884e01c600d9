"""``/note``: what somebody wants the desk to remember, of a partner, of a record, or of neither; ``/call``: a call."""

from bot.domain.notes import LESSONS, Note, NoteKind
from bot.domain.records import Kind, Link, Record
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.notes import LogNote, read_note
from bot.parsing.theme_names import theme_key
from bot.reply import Button, Buttons, Reply
from bot.request import Request
from bot.storage.partners import load_partners
from bot.storage.themes import own_names, themes_in_use

SUGGESTED = 3
"""Themes that are offered below a lesson that has none."""


def log_note(request: Request, arguments: LogNote) -> Reply:
    """Store a note; one about a record belongs to the record's partners."""
    if arguments.about:
        ids = dict.fromkeys(link.partner_id for link in arguments.about.record.links)
        partners = load_partners(request.db, request.team_id, ids)
    elif arguments.partner:
        partner = ensure_partner(request, arguments.partner)
        partners = {partner.id: partner}
    else:
        partners = {}
    about = arguments.about.short_id if arguments.about else ""
    record = Record(
        details=Note(text=arguments.text, about=about, kind=arguments.kind),
        period=arguments.period,
        links=tuple(Link(partner_id) for partner_id in partners),
        themes=arguments.themes,
    )
    return log_record(request, record, partners)


def log_lesson(request: Request, arguments: LogNote) -> Reply:
    """The same; where no theme was named, those of other lessons are one tap away."""
    used = [] if arguments.themes else _other_themes(request)
    reply = log_note(request, arguments)
    if not used or reply.record_id is None:
        return reply
    short_id = next(
        button.invocation.arguments for button in reply.buttons if button.invocation.command == "edit"
    ).partition(" ")[0]
    offered = tuple(Button(f"#{theme}", Invocation("edit", f"{short_id} themes: {theme}")) for theme in used)
    return Reply((*reply.blocks, Buttons(offered)), record_id=reply.record_id)


def _other_themes(request: Request) -> list[str]:
    """Those of other lessons, the most used first, each by one of its names."""
    used = themes_in_use(request.db, request.team_id, limit=2 * SUGGESTED, note_kinds=LESSONS)
    own = own_names(request.db, request.team_id)
    return list({theme_key(theme, own): theme for theme, _ in reversed(used)}.values())[::-1][:SUGGESTED]


NOTE = noun_command(
    Kind.NOTE,
    names={"tr": ("not",)},
    help=N_("Log a note"),
    usage=N_(
        "/log note Prizren: a second interpreter is a must #protocol\n"
        "/note V12: the minutes are still missing\n"
        "/note N3 shows one, /note lists the latest\n"
        "An answer to a card is a note about it, too"
    ),
    read=lambda text, request: read_note(text, request.context),
    log=log_note,
    words=("note", "not"),
)
LESSON = noun_command(
    Kind.NOTE,
    name="lesson",
    names={"tr": ("ders",)},
    help=N_("Log a lesson: a good practice, or what went wrong"),
    usage=N_(
        "/log lesson Prizren: a second interpreter is a must #protocol\n"
        "/lesson good practice: send the menu a week ahead\n"
        "/lesson V12: what went wrong: nobody had the keys #sdg11\n"
        "/lessons lists them"
    ),
    read=lambda text, request: read_note(text, request.context, NoteKind.LESSON),
    log=log_lesson,
    words=("lesson", "ders"),
    note_kinds=LESSONS,
    title=N_("Lessons"),
)
CALL = noun_command(
    Kind.NOTE,
    name="call",
    names={"tr": ("telefon", "aradik")},
    help=N_("Log a call: it counts as a contact"),
    usage=N_("/log call Tirana: they will send the programme\n/call Tirana 3 May: about the waste plant"),
    read=lambda text, request: read_note(text, request.context, NoteKind.CALL),
    log=log_note,
    words=("call", "phone call", "we called", "telefon görüşmesi", "aradık"),
    note_kinds=(NoteKind.CALL,),
    title=N_("Calls"),
    takes_partner_alone=True,
)
