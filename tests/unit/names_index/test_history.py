"""What a scanner has seen before never changes what it finds: a screening depends on its article alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.names.index.scanner import Scanner
from service.names.index.shelf import load_index
from service.names.index.tables import Tables

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4, 97)]
LETTERS = "abcdeghijkmnopr"
SOUNDS = [one + two for one in LETTERS for two in "aeiou"]
NAMES = [f"{one.title()} {two.title()}" for one, two in zip(SOUNDS, reversed(SOUNDS), strict=True)]

words = st.one_of(
    st.sampled_from(SYLLABLES),
    st.sampled_from(SOUNDS).map(str.title),
    st.sampled_from(LETTERS).map(str.upper),
    st.sampled_from(["Ка", "Чо", "Ри", "كا", "من"]),
)
texts = st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_index(NAMES, [True] * len(NAMES), None)


def matches(scanner: Scanner, text: str) -> list[int]:
    """What the words of a text may be, as the scan sees it."""
    scanner.scan(text.casefold(), text)
    found = scanner._local.words
    number = len(text.replace(" ", "")) if not text.isascii() else len(text.split())
    return [int(value) for value in found.value[: int(found.match_start[number])]]


def test_a_syllable_is_not_the_latin_word_seen_before(tables: Tables) -> None:
    """`Ca` seen first does not become what the syllable that is written `ga` may be."""
    scanner = Scanner(tables)
    matches(scanner, "Ca")
    assert matches(scanner, "가") == matches(Scanner(tables), "가")


@settings(max_examples=60)
@given(before=texts, text=st.lists(words, min_size=1, max_size=4).map(" ".join))
def test_rows_do_not_depend_on_texts_before(tables: Tables, before: list[str], text: str) -> None:
    """A scanner that has seen other texts gives the rows of a fresh one."""
    used = Scanner(tables)
    for other in before:
        used.scan(other.casefold(), other)
    assert used.scan(text.casefold(), text) == Scanner(tables).scan(text.casefold(), text)
