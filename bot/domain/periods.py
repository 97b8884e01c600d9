"""Time as people state it: a day, a range of days, or a month, quarter, season or year known no more exactly."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a period was stated. '2016' is stored as a year, never as 1 January."""

    DAY = "day"
    WEEK = "week"
    PART = "part"
    """A part of a month or year with no exact bounds: "early May", "end of 2026"."""
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from ``start`` to ``end``, both inclusive.

    A range of days ("10-13 September 2015") has the precision of its ends, DAY; "2014-2016" has YEAR.
    Raises ``ValueError`` where the end comes before the start: readers report that to the person first.
    """

    start: date
    end: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"period ends before it starts: {self.start} > {self.end}")

    @classmethod
    def day(cls, day: date) -> "Period":
        """The period of one day."""
        return cls(day, day)

    @property
    def is_one_day(self) -> bool:
        """Whether it is a single, exactly known day."""
        return self.precision is Precision.DAY and self.start == self.end
