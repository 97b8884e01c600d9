"""The last resort for languages whose words are not known here: dateparser, for a text that has to be a date.

It is asked with exactly one language and for one day only. Known to go wrong, and kept from it: ranges (it reads one
end as a time or year), bare numbers, months and years (it fills in today's day), impossible days (it takes the year
alone), and long texts (seconds for 4,000 characters).
"""

import re
from datetime import datetime, time

from bot.domain.periods import Period
from bot.parsing.dates.context import DateContext

_LONGEST = 60  # characters; no single date is longer
_NUMBER = re.compile(r"\d+")


def read_elsewhere(text: str, context: DateContext) -> Period | None:
    """The day that ``text`` states in ``context.language``, None where dateparser knows none or may be wrong."""
    if len(text) > _LONGEST or not any(letter.isalpha() for letter in text):
        return None
    read = _parsed(text, context, "absolute-time")
    if read is not None:
        numbers = [int(number) for number in _NUMBER.findall(text)]
        # The numbers must be the day and the year that were read, or they were something else: the days of a range.
        return Period.day(read.date()) if numbers in ([read.day], [read.day, read.year]) else None
    if len(_NUMBER.findall(text)) > 1:
        return None
    read = _parsed(text, context, "relative-time")
    return None if read is None else Period.day(read.date())


def _parsed(text: str, context: DateContext, parser: str) -> datetime | None:
    import dateparser  # type: ignore[import-untyped]  # slow to load, and for few texts

    try:
        read: datetime | None = dateparser.parse(
            text,
            languages=[context.language],
            settings={
                "RELATIVE_BASE": datetime.combine(context.today, time(12)),
                "DATE_ORDER": "MDY" if context.settled_order == "month" else "DMY",
                "PARSERS": [parser],
                "REQUIRE_PARTS": ["day", "month"],
            },
        )
    except ValueError:  # a language that it does not know
        return None
    return read
