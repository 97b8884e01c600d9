"""A membership of an international body."""

from dataclasses import dataclass
from datetime import date

from bot.domain.approvals import Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """``network`` is its full name, ``acronym`` what people call it (ICLEI). The record's period is since when.

    It needs the approvals of an agreement (Law 5393 art. 18/1(p), 74). ``fee_due`` is the next day by which the fee has
    to be paid, ``representative`` who speaks for us there.
    """

    network: str
    acronym: str = ""
    fee_due: date | None = None
    representative: str = ""
    approvals: tuple[Approval, ...] = ()
