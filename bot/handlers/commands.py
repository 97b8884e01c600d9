"""All commands, in the order of ``/help``. A new command is one function in a handlers file and one line here."""

from bot.handlers.agenda import UPCOMING
from bot.handlers.agreement_lists import AGREEMENTS
from bot.handlers.agreements import AGREEMENT
from bot.handlers.aliases import alias_command
from bot.handlers.approvals import COUNCIL_DECISION, MINISTRY_PERMISSION
from bot.handlers.contacts import CONTACT
from bot.handlers.corrections import CORRECT, NOTE_INSTEAD
from bot.handlers.digest import DIGEST
from bot.handlers.drafts import DRAFT
from bot.handlers.edits import EDIT
from bot.handlers.events import EVENT
from bot.handlers.files import ATTACH, FILES
from bot.handlers.follow_ups import FOLLOW_UP
from bot.handlers.gifts import GIFT
from bot.handlers.health import HEALTH
from bot.handlers.help import help_command, umbrella_command
from bot.handlers.history import HISTORY, UNDO
from bot.handlers.joining import JOIN, LINK
from bot.handlers.lessons import LESSONS
from bot.handlers.letters import LETTER
from bot.handlers.memberships import MEMBERSHIP
from bot.handlers.mine import ME
from bot.handlers.nearest import NEAREST
from bot.handlers.notes import CALL, LESSON, NOTE
from bot.handlers.occasions import ELECTION, OCCASIONS
from bot.handlers.owners import TAKE
from bot.handlers.partners import LAST, PARTNER, PARTNERS
from bot.handlers.people import WHO
from bot.handlers.projects import PROJECT
from bot.handlers.quiet import QUIET
from bot.handlers.reciprocity import RECIPROCITY
from bot.handlers.records import SHOW, VOID
from bot.handlers.renewing import END, RENEW, TERMINATE
from bot.handlers.search import FIND
from bot.handlers.sentences import CANCEL, OFFER, OFFER_OR_NOTE
from bot.handlers.snoozes import RENEWING, SNOOZE
from bot.handlers.start import START
from bot.handlers.tasks import DONE, TASK, TASKS
from bot.handlers.team import TEAM
from bot.handlers.templates import TEMPLATE
from bot.handlers.visits import VISIT
from bot.router import Router


def make_router() -> Router:
    """The router with every command."""
    router: Router

    def whole() -> Router:
        return router

    router = Router(
        [
            umbrella_command(whole),
            VISIT,
            EVENT,
            AGREEMENT,
            CONTACT,
            MEMBERSHIP,
            PROJECT,
            NOTE,
            CALL,
            LESSON,
            TASK,
            GIFT,
            LETTER,
            PARTNER,
            PARTNERS,
            WHO,
            LAST,
            UPCOMING,
            OCCASIONS,
            DRAFT,
            TEMPLATE,
            ELECTION,
            HEALTH,
            QUIET,
            RECIPROCITY,
            LESSONS,
            DIGEST,
            SNOOZE,
            RENEWING,
            FIND,
            TASKS,
            ME,
            SHOW,
            AGREEMENTS,
            COUNCIL_DECISION,
            MINISTRY_PERMISSION,
            RENEW,
            END,
            EDIT,
            DONE,
            TAKE,
            VOID,
            FILES,
            UNDO,
            HISTORY,
            alias_command(whole),
            TEAM,
            LINK,
            JOIN,
            help_command(whole),
            CANCEL,
            CORRECT,
            NOTE_INSTEAD,
            FOLLOW_UP,
            OFFER,
            OFFER_OR_NOTE,
            ATTACH,
            NEAREST,
            START,
            TERMINATE,
        ]
    )
    return router
