"""Visits, from logging to taking back, as conversations."""

from tests.desk import Desk


def test_log_direction_undo(desk: Desk) -> None:
    desk.chat("""
        > /log visit Tirana 2025-05-03
        ✓ V1 · Visit
        Tirana, Albania
        Saturday, 3 May 2025
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit

        > [They came to us]
        ✓ V1: direction: incoming
        V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        [1] Undo  [2] Edit

        > [Undo]
        ✓ Undone
        V1: direction: incoming → –
    """)
