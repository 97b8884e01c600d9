"""``/digest``, whose sections and settings are loaded when somebody asks for them: a start needs none."""

from typing import Any

from bot.i18n import N_
from bot.reply import Reply
from bot.request import Request
from bot.router import Command


def _read(text: str, request: Request) -> Any:
    from bot.handlers.digest_settings import read

    return read(text, request)


def _digest(request: Request, wanted: Any) -> Reply:
    from bot.handlers.digest_settings import digest

    return digest(request, wanted)


DIGEST = Command(
    name="digest",
    names={"tr": ("gundem", "ozet", "bulten")},
    help=N_("The weekly agenda, now or every Monday"),
    usage=N_(
        "/digest\n/digest on\n/digest Monday 08:30\n/digest sections off culture\n/digest lead 180, 90, 30\n"
        "/digest mine\n/digest settings"
    ),
    parse=_read,
    handle=_digest,
    words=("weekly agenda", "haftalık gündem"),
)
