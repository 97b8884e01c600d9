"""A measurement against its baseline, in one run on one machine, so that a ratio means something anywhere."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Measurement:
    """``ours`` over ``baseline`` in ``unit`` (medians); ``limit`` is the ratio that is promised.

    ``compared`` says what with what, ``notes`` are lines for the reader.
    """

    name: str
    ours: float
    baseline: float
    unit: str
    limit: float
    compared: str
    notes: tuple[str, ...] = field(default=())

    @property
    def ratio(self) -> float:
        """How many times the baseline."""
        return self.ours / self.baseline

    def to_json(self) -> dict[str, Any]:
        """As it stands in ``build/bench.json``."""
        kept = {key: value for key, value in asdict(self).items() if key in ("name", "ours", "baseline", "unit")}
        return {**kept, "ratio": round(self.ratio, 3)}

    def lines(self) -> list[str]:
        """As it is printed."""
        met = "met" if self.ratio <= self.limit else "NOT met"
        head = f"{self.name:<18}{self.ours:>9.2f}{self.baseline:>10.2f} {self.unit}{self.ratio:>8.2f}"
        return [f"{head}   at most {self.limit:g}: {met}", f"  {self.compared}", *(f"  {note}" for note in self.notes)]
