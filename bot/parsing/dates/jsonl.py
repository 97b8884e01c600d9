"""Answers questions about dates line by line, as JSON: for measuring the reader against other programs.

In: ``{"id", "text", "lang", "reference": ISO date and time, "order": "DMY" | "MDY" | null}``. Out: ``{"id", "results":
[{"start", "end", "span", "grain"}], "ask"}``, the days inclusive; "ask" where the reader would ask the person back.
"""

import gc
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bot.errors import BotError, EndBeforeStart, ImpossibleDate, WhichDate
from bot.parsing.dates.context import DateContext, Order
from bot.parsing.dates.levels import prepare
from bot.parsing.dates.reading import read_or_find

_encoded = json.JSONEncoder(ensure_ascii=False).encode
IsTown = Callable[[str], bool]


def _no_town(name: str) -> bool:
    return False


_ORDERS: dict[str | None, Order] = {"DMY": "day", "MDY": "month"}


def answer(line: str, is_town: IsTown = _no_town) -> str:
    """The answer to one line; a name alone that is a town's as well has two honest readings.

    Raises ``ValueError`` and ``LookupError`` for a line that is no question, or in no language.
    """
    question = json.loads(line)
    if not isinstance(question, dict) or not all(isinstance(question[key], str) for key in ("text", "reference")):
        raise ValueError("a question is an object with text and reference")
    context = DateContext(
        today=date.fromisoformat(question["reference"][:10]),
        language=question.get("lang") or "en",
        order=_ORDERS.get(question.get("order")),
    )
    reply: dict[str, object] = {"id": question.get("id"), "results": [], "ask": False}
    try:
        dated = read_or_find(question["text"], context)
    except (WhichDate, ImpossibleDate, EndBeforeStart):
        reply["ask"] = True
    except BotError as error:
        reply["error"] = type(error).__name__
    else:
        if dated is not None and is_town(question["text"]):
            reply["ask"] = True
        elif dated is not None and dated.period is not None:
            period = dated.period
            result = {
                "start": period.start.isoformat(),
                "end": period.end.isoformat(),
                "span": dated.span,
                "grain": period.precision.value,
            }
            reply["results"] = [result]
    return _encoded(reply)


def answers(lines: Iterable[str], is_town: IsTown = _no_town) -> Iterator[str]:
    """An answer for each line; one that is no question is answered with what is wrong with it."""
    prepare()
    gc.freeze()  # the grammar stays: nothing of it has to be looked at again while lines are answered
    for line in lines:
        try:
            yield answer(line, is_town)
        except (ValueError, LookupError) as error:
            yield _encoded({"id": None, "results": [], "ask": False, "error": repr(error)})
