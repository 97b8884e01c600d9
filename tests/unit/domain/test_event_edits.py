"""Changing the sides of culture days."""

import pytest

from bot.domain.edits import Edit, Field, Named, changed
from bot.domain.events import Event, EventKind
from bot.domain.records import Link, Record, Role

ANKARA = Named(None, "Ankara")
BUDAPEST = Named(1, "Budapest")
VIENNA = Named(2, "Vienna")
TIRANA = Named(3, "Tirana")


def days(guest: Named, host: Named, *others: Named) -> Record:
    sides = [(guest, Role.GUEST), (host, Role.HOST), *((other, Role.PARTNER) for other in others)]
    return Record(
        details=Event(title="Days", kind=EventKind.CULTURE_DAYS, guest=guest.name, host=host.name),
        links=tuple(Link(side.partner_id, role) for side, role in sides if side.partner_id),
    )


@pytest.mark.parametrize(
    ("before", "field", "named", "after"),
    [
        (days(BUDAPEST, ANKARA), Field.GUEST, VIENNA, days(VIENNA, ANKARA)),
        (days(ANKARA, BUDAPEST), Field.HOST, VIENNA, days(ANKARA, VIENNA)),
        (days(VIENNA, BUDAPEST), Field.HOST, ANKARA, days(VIENNA, ANKARA)),
        (days(BUDAPEST, ANKARA, TIRANA), Field.HOST, VIENNA, days(BUDAPEST, VIENNA, TIRANA)),
        # The one named as the other turns them round.
        (days(BUDAPEST, ANKARA), Field.HOST, BUDAPEST, days(ANKARA, BUDAPEST)),
        (days(BUDAPEST, ANKARA), Field.GUEST, ANKARA, days(ANKARA, BUDAPEST)),
        (days(VIENNA, BUDAPEST), Field.GUEST, BUDAPEST, days(BUDAPEST, VIENNA)),
        # "Vienna" alone takes the place of the partner there is.
        (days(ANKARA, BUDAPEST), Field.PARTNER, VIENNA, days(ANKARA, VIENNA)),
        (days(BUDAPEST, ANKARA), Field.PARTNER, VIENNA, days(VIENNA, ANKARA)),
        (days(BUDAPEST, ANKARA), Field.GUEST, BUDAPEST, days(BUDAPEST, ANKARA)),
    ],
)
def test_another_side(before: Record, field: Field, named: Named, after: Record) -> None:
    assert changed(before, Edit(field, (named,))) == after


def test_other_events_have_several_partners() -> None:
    record = Record(details=Event(title="Forum"), links=(Link(1),))
    assert changed(record, Edit(Field.PARTNER, (VIENNA, TIRANA))).links == (Link(2), Link(3))
