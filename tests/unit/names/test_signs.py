"""Words found by a sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.names.disguise import _DIGIT_BY_LETTER, _LEET
from service.names.identifiers import _CODE, _SIGN
from service.names.signs import words_with

TEXTS = st.text(st.sampled_from("aZk0134789 _-.é٣'\nQ"), max_size=60) | st.text(
    st.sampled_from("ABCDEFGHé1 _"), max_size=40
)


@pytest.mark.parametrize(("sign", "word"), [(_SIGN, _CODE), (_DIGIT_BY_LETTER, _LEET)])
@given(text=TEXTS)
def test_the_words_are_those_of_a_full_search(sign, word, text) -> None:
    """Looking for the sign first finds the same words at the same places as reading every word."""
    assert [one.span() for one in words_with(sign, text, word)] == [one.span() for one in word.finditer(text)]
