"""The distance of two words in the index is the textbook one, as far as it is asked for."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from service.names.index.kernels.sounds import distance, note_letters

WORDS = st.text("abcde", min_size=1, max_size=12)


def measured(one: str, two: str) -> int:
    """The distance as the index computes it."""
    letters, others = (np.frombuffer(word.encode(), dtype=np.uint8) for word in (one, two))
    at = np.zeros(128, dtype=np.int64)
    note_letters(letters, len(one), at)
    return int(distance(letters, len(one), at, others, 0, len(two)))


@given(WORDS, WORDS)
def test_the_distance_is_that_of_optimal_string_alignment(one: str, two: str) -> None:
    """Up to two edits are counted as rapidfuzz counts them, more are three; a long beginning of a word counts two."""
    cut_short = len(one) > 3 and len(two) > len(one) + 1 and two.startswith(one)
    assert measured(one, two) == (2 if cut_short else min(3, OSA.distance(one, two)))


def test_forty_letters_are_within_reach() -> None:
    """The longest word that is looked up still shows each of its edits."""
    word = "abcd" * 10
    assert measured(word, word) == 0
    assert measured(word, word[:-1] + "x") == 1
    assert measured(word, "x" + word[1:-2] + "dc") == 2
