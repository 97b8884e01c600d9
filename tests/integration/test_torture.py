"""The scenarios of `make torture`, small: processes killed while they deliver, and receivers in trouble."""

import pytest

from tests.torture.desks import most_in_a_second
from tests.torture.scenarios import killed
from tests.torture.trouble import down, mixed


@pytest.mark.parametrize("finds_posts", [False, True])
def test_killed_while_delivering(database_url: str, finds_posts: bool) -> None:
    is_passed, seen = killed(database_url, due=60, count=2, finds_posts=finds_posts, kill=True, every=0)
    assert is_passed, seen


def test_told_to_end_while_delivering(database_url: str) -> None:
    is_passed, seen = killed(database_url, due=60, count=2, finds_posts=False, kill=False, every=0)
    assert is_passed, seen


def test_a_receiver_that_is_down(database_url: str) -> None:
    is_passed, seen = down(database_url, chats=20, minute=0.05)
    assert is_passed, seen


def test_faults_of_every_kind(database_url: str) -> None:
    is_passed, seen = mixed(database_url, chats=60, dead=2)
    assert is_passed, seen


def test_the_most_in_a_second() -> None:
    assert most_in_a_second([0.0, 0.5, 0.999, 1.0, 1.9, 2.5]) == 3
