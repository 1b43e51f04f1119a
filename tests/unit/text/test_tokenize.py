"""The compiled cutting of words gives what the definition of a word gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from service.text.tokenize import by_kernel, by_pattern, tokenize

SIGNS = "\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u1049\u1780-\u17d3"
UNSPACED = (
    "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
INNER = r"(?:(?<=\d)[.,:](?=\d)|'(?![sS]\b))"
WORD = re.compile(rf"([{UNSPACED}]|(?:[^\W{UNSPACED}]|[{SIGNS}])+(?:{INNER}[^\W{UNSPACED}]+)*)(?:'[sS]\b)?")
"""A word as its definition says it, for a text without underscores."""
LETTERS = "aB1sS'.,:_ -\n漢字かな・한글вкéβ٣2०कि ำไ’x𠮷🚢ⅷ²\ud800"


@given(st.text(alphabet=LETTERS, max_size=40) | st.text(max_size=40))
def test_words_stand_where_the_definition_says(text: str) -> None:
    """Starts and ends are those of the pattern, in any mixture of scripts and marks."""
    expected = [match.span(1) for match in WORD.finditer(text.replace("_", " "))]
    for tokens in (by_pattern(text), by_kernel(text)):
        assert list(zip(tokens.starts, tokens.ends, strict=True)) == expected


def test_marks_inside_words() -> None:
    """Apostrophes and the points of numbers stay inside; hyphens part; a possessive is no part."""
    text = "O'Brien's 1,000.5 men at 10:45; Jong-un's ship, 北京's"
    tokens = tokenize(text)
    words = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert words == ["O'Brien", "1,000.5", "men", "at", "10:45", "Jong", "un", "ship", "北", "京"]


def test_a_text_without_words_has_none() -> None:
    """Nothing but marks, or nothing at all."""
    assert (tokenize("").starts, tokenize(" ... _ -- ").ends) == ((), ())


def test_characters_in_a_run_are_words_each() -> None:
    """A run of Han and Kana gives a word a character, whatever follows it; a possessive belongs to none."""
    tokens = tokenize("中国の's x")
    assert tokens.starts == (0, 1, 2, 6)
    assert tokens.ends == (1, 2, 3, 7)
