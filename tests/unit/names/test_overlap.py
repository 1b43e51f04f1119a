"""Ranges that touch are found whatever their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.names.overlap import Ranges

RANGE = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(RANGE, max_size=12), RANGE)
def test_the_answer_is_that_of_comparing_with_each(ranges: list[tuple[int, int]], other: tuple[int, int]) -> None:
    """A range touches some others exactly when it shares a character with one of them."""
    each = any(start < other[1] and other[0] < end for start, end in ranges)
    assert Ranges(ranges).touch(*other) == each
