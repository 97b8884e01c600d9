"""One screen of a phone."""

from hypothesis import given
from hypothesis import strategies as st

from bot.digests.layout import SCREEN, WIDTH, fit, height, height_of
from bot.digests.section import Part

ROOM = SCREEN - 1
LINES = st.text("ab cé–", min_size=1, max_size=72)
PARTS = st.lists(
    st.builds(
        Part,
        st.sampled_from(("", "This week", "Signatures and last days")),
        st.lists(LINES, min_size=1, max_size=12).map(tuple),
        st.integers(0, 40),
    ),
    max_size=9,
).filter(lambda parts: sum(height(line) for part in parts if not part.heading for line in part.lines) <= 9)


def part(heading: str, count: int, more: int = 0) -> Part:
    return Part(heading, tuple(f"{heading} {n}" for n in range(1, count + 1)), more)


def test_what_fits_is_there_as_it_is() -> None:
    parts = [part("This week", 3), Part("", ("Next three weeks: 2 visits",)), part("Culture days", 2)]
    assert [one.part for one in fit(parts, ROOM)] == parts


def test_room_is_shared_and_what_is_left_over_is_counted() -> None:
    shown = [
        (len(one.part.lines), one.part.more) for one in fit([part("Week", 30), part("Ends", 2), part("Far", 9)], ROOM)
    ]
    assert shown == [(6, 24), (2, 0), (6, 3)]


def test_one_more_is_shown_where_saying_so_takes_as_much_room() -> None:
    (one,) = fit([part("Week", 4)], room=5)
    assert (len(one.part.lines), one.part.more) == (4, 0)


def test_the_last_sections_become_a_count_where_there_are_too_many() -> None:
    fitted = fit([part(f"Section {n}", 5) for n in range(9)], ROOM)
    assert sum(map(height_of, fitted)) <= ROOM
    assert [one.is_count for one in fitted] == [False] * 5 + [True] * 4
    assert fitted[-1].total == 5


def test_a_line_that_is_wider_than_the_phone_takes_two() -> None:
    assert [height(text) for text in ("", "a" * WIDTH, "a" * WIDTH + " b", "a" * 73)] == [1, 1, 2, 3]
    assert height("word " * 7 + "b") == 1
    assert height("word " * 7 + "bb") == 2


@given(PARTS)
def test_never_more_than_a_screen_and_nothing_without_its_number(parts: list[Part]) -> None:
    fitted = fit(parts, ROOM, leading=(0, 1))
    assert sum(map(height_of, fitted)) <= ROOM
    for whole, one in zip(parts, fitted, strict=True):
        assert one.total == len(whole.lines) + whole.more
        assert one.part.lines == whole.lines[: len(one.part.lines)]
        assert one.is_count or one.part.lines


def test_what_leads_keeps_a_few_lines_where_others_become_a_count() -> None:
    parts = [part("Week", 5), part("Ends", 5), *(part(f"Section {n}", 5) for n in range(6))]
    fitted = fit(parts, ROOM, leading=(0, 1))
    assert sum(map(height_of, fitted)) <= ROOM
    assert [len(one.part.lines) for one in fitted[:3]] == [5, 3, 1]
    assert [one.is_count for one in fitted] == [False] * 3 + [True] * 5
