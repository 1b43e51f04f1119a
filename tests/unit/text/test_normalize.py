"""Folding: which spellings count as the same, and what stays different."""

from __future__ import annotations

import pytest

from service import Article
from service.text.document import read
from service.text.normalize import fold_term
from service.text.residue import blank_residue, is_residue
from service.text.scripts import count_scripts, script_of

SAME = [
    ("\u041aim J\u043eng-un", "kim jong-un"),
    ("\uff2b\uff49\uff4d\u3000\uff2a\uff4f\uff4e\uff47", "kim jong"),
    ("M\u00fcller", "muller"),
    ("Mu\u0308ller", "muller"),
    ("Stra\u00dfe", "strasse"),
    ("\u0110\u1eb7ng V\u0103n \u0141\u00f3d\u017a", "dang van lodz"),
    ("\u0418\u0306\u0435\u0301", "\u0439\u0435"),
    ("\u0424\u0451\u0434\u043e\u0440", "\u0444\u0435\u0434\u043e\u0440"),
    ("\u0645\u064f\u062d\u0640\u064e\u0645\u0651\u062f", "\u0645\u062d\u0645\u062f"),
    ("o\ufb03ce \u2116", "office no"),
    ("K\u200ci\u200bm\u00ad", "kim"),
    ("\u0130stanbul", "istanbul"),
    ("\u1100\u1161\u11a8", "\uac01"),
    ("\uff76\uff9e", "\u30ac"),
    ("half\u2011time \u2019s \u201cx\u201d", 'half-time \'s "x"'),
    ("  Kim \u00a0\n Jong ", "kim jong"),
]


@pytest.mark.parametrize(("written", "folded"), SAME)
def test_spellings_that_look_the_same_fold_alike(written: str, folded: str) -> None:
    """Typography, evasion by look-alikes, composition and diacritics fold away."""
    assert fold_term(written) == folded


@pytest.mark.parametrize(
    ("one", "two"), [("\u041a\u0438\u043c", "kum"), ("Kim", "Kin"), ("\u0439", "\u0438"), ("\uac01", "\uac00")]
)
def test_different_letters_stay_different(one: str, two: str) -> None:
    """A whole Russian word is not read as Latin, and letters of their own are no diacritics."""
    assert fold_term(one) != fold_term(two)


@pytest.mark.parametrize("term", [written for written, _ in SAME])
def test_a_term_folds_as_the_article_does(term: str) -> None:
    """What a rule or list writes is found in an article that writes it in the same way."""
    folded = read(Article(f"Said {term} x.")).fold
    assert fold_term(term) in " ".join(folded.split())


def test_entities_are_decoded_in_articles_only() -> None:
    """HTML entities belong to pages; twice encoded ones too, unknown ones stay."""
    assert read(Article("A &amp; B &amp;#8217;s &nosuch; &lt;C&gt;")).norm.strip() == "A & B 's &nosuch; <C>"
    assert fold_term("A &amp; B") == "a &amp; b"


def test_scripts_are_counted_by_letters() -> None:
    """Most letters decide; digits and signs do not count."""
    texts = ("Kim 5", "Ким Kim Игорь", "김정은", "金正恩", "カタ", "محمد", "5 %", "")
    scripts = ["Latin", "Cyrillic", "Hangul", "Han", "Kana", "Arabic", "Common", "Common"]
    assert [script_of(text) for text in texts] == scripts
    assert count_scripts("ab \u0436") == {"Latin": 2, "Cyrillic": 1}


@pytest.mark.parametrize(
    "line",
    ["From", "Send to", "SHARE:", "Copyright 2024 The Wire", "Reporting by A. B; Editing by C",
     "Read more: Ships seized", "Читайте также: суда", "무단 전재 및 재배포 금지", "공유하기", "\u00a9 The Wire"],
)  # fmt: skip
def test_lines_of_the_page_are_residue(line: str) -> None:
    """Buttons, notices, credits and pointers to other pages are no part of the article."""
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    ["From Pyongyang they came", "Reporting by the panel shows workers in Russia.", "Related firms were named.",
     "Copyright law is silent.", "Company officials share it", ""],
)  # fmt: skip
def test_sentences_are_no_residue(line: str) -> None:
    """A sentence that begins like a button stays."""
    assert not is_residue(line)


def test_a_repeated_headline_is_blanked_once() -> None:
    """The headline at the top of the text is the title again; a later repetition may be a quotation."""
    text = "Ships seized\n\nIt says: Ships seized.\nShips seized"
    assert blank_residue(text, "Ships seized") == " " * 12 + text[12:]
