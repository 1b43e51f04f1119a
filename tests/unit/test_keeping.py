"""Figures that take long are kept; quick ones are counted anew."""

from __future__ import annotations

import time

from service.web.ui.keeping import WORTH_KEEPING, Kept


def test_what_takes_long_is_counted_once_for_a_while() -> None:
    """The second reader gets the first one's figures."""
    kept, asked = Kept(), []

    def slow() -> int:
        asked.append(1)
        time.sleep(WORTH_KEEPING * 1.5)
        return len(asked)

    assert [kept.get("slow", slow) for _ in range(3)] == [1, 1, 1]


def test_what_is_quick_is_always_fresh() -> None:
    """A small store shows at once what came in."""
    kept, asked = Kept(), []

    def quick() -> int:
        asked.append(1)
        return len(asked)

    assert [kept.get("quick", quick) for _ in range(3)] == [1, 2, 3]


def test_names_are_kept_apart() -> None:
    """Each page has its own figures."""
    kept = Kept()
    assert (kept.get("a", lambda: 1), kept.get("b", lambda: 2)) == (1, 2)
