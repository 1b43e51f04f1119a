"""Highlights that nest and cross."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from service.report.marks import Mark, Note, Piece, paragraphs


def shown(pieces: list[Piece]) -> str:
    return "".join({"open": "[", "close": "]", "text": piece.text, "note": ""}[piece.step] for piece in pieces)


def test_a_mark_inside_another_nests() -> None:
    """Words inside an evidence sentence keep both marks."""
    pieces = paragraphs("One two three.", [Mark(4, 7, ("words",), "b"), Mark(0, 14, ("sentence",), "a")])[0]
    assert shown(pieces) == "[One [two] three.]"
    assert [piece.anchor for piece in pieces if piece.step == "open"] == ["a", "b"]


def test_crossing_marks_are_cut_and_keep_one_anchor() -> None:
    """Where two marks cross, the second goes on behind the first without a second anchor."""
    pieces = paragraphs("abcdef", [Mark(0, 4, ("party",), "a"), Mark(2, 6, ("stance",), "b")])[0]
    assert shown(pieces) == "[ab[cd]][ef]"
    assert [piece.anchor for piece in pieces if piece.step == "open"] == ["a", "b", ""]


def test_a_mark_over_two_paragraphs_is_closed_in_each() -> None:
    """Every paragraph is well formed by itself."""
    assert [shown(pieces) for pieces in paragraphs("ab\n\ncd", [Mark(1, 5, ("words",), "a")])] == ["a[b]", "[c]d"]


def test_links_back_follow_the_marked_words() -> None:
    """The links behind a mark stand once, in the order of their numbers."""
    marks = [Mark(0, 2, ("words",), "a", (Note("10", "f-10"), Note("9", "f-9"))), Mark(1, 2, ("party",), "b")]
    notes = [piece.note.label for piece in paragraphs("ab c", marks)[0] if piece.note]
    assert notes == ["9", "10"]


def test_a_mark_that_begins_between_paragraphs_keeps_its_anchor() -> None:
    """A link to words that begin in the white space lands on the first words shown."""
    pieces = paragraphs("ab\n\ncd", [Mark(2, 5, ("words",), "a")])[1]
    assert [piece.anchor for piece in pieces if piece.step == "open"] == ["a"]


@given(
    st.text(alphabet="ab \n", max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=8),
)
def test_any_marks_leave_the_text_whole_and_well_nested(text: str, bounds: list[tuple[int, int]]) -> None:
    """No character is lost or doubled, and brackets balance in each paragraph."""
    marks = [Mark(start, end, ("words",), f"w-{index}") for index, (start, end) in enumerate(bounds)]
    streams = paragraphs(text, marks)
    for pieces in streams:
        depth = 0
        for piece in pieces:
            depth += {"open": 1, "close": -1}.get(piece.step, 0)
            assert depth >= 0
        assert depth == 0
    joined = "|".join("".join(piece.text for piece in pieces) for pieces in streams)
    assert joined == "|".join(part for part in re.split(r"\n\s*", text) if part.strip())
