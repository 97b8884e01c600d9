"""Visits with several partners, and names with a suffix once they are known."""

from bot.domain.records import Link
from bot.domain.visits import Direction, Visit
from tests.desk import Desk


def test_all_partners_are_linked(desk: Desk) -> None:
    desk.say("/log visit to Bishkek, Tirana 3 May 2025")
    assert [stored.record.links for stored in desk.records()] == [(Link(1), Link(2))]


def test_the_suffix_of_a_known_partner_says_the_direction(desk: Desk) -> None:
    desk.say("/log visit Tirana 3 May 2025")
    desk.say("/log visit Tiran'a 4 May 2025")
    desk.say("/log visit Tiran’dan 5 May 2025")
    details = [stored.record.details for stored in desk.records()]
    assert details == [Visit(), Visit(direction=Direction.OUTGOING), Visit(direction=Direction.INCOMING)]
