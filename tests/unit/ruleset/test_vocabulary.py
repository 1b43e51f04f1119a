"""The scan for all terms at once gives what a search for each of them by itself would give."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from service.model.article import Article
from service.ruleset.terms import Terms, Variant, level
from service.ruleset.vocabulary import Range, Vocabulary, collect, longest
from service.text.document import Document, read

ROOT = Path(__file__).resolve().parents[3]
PARTICLES = "은는이가을를의에도로와과만까께엔및측산행발"
WORDS = ("a", "us", "north", "north korea", "korea", "korean workers", "u.n.", "3,000", "в", "водка", "북",
         "북한", "노동자", "煤", "石油", "北", "🚢", "\U00020b9f", "\U00020b9f石")  # fmt: skip
FEATURES = [
    Terms((Variant("north"), Variant("north korea"), Variant("korea"))),
    Terms((Variant("a"), Variant("u.n."), Variant("3,000"), Variant("🚢"), Variant("\U00020b9f石"))),
    Terms((Variant("us", cased="US"), Variant("korean workers"))),
    Terms((Variant("work", prefix=True), Variant("work"), Variant("nort", prefix=True))),
    Terms((Variant("북"), Variant("북한"), Variant("노동자"), Variant("煤"), Variant("石油"), Variant("北"))),
    Terms((Variant("в"), Variant("водка"), Variant("korea", foreign=True))),
]
VOCABULARY = Vocabulary(collect(FEATURES))
TEXTS = (
    st.lists(
        st.sampled_from([*WORDS, *"-\n\t .,;'\"()_", "US", "u", "workers", "한", "를", "油", "é", "1"]), max_size=30
    )
    .map("".join)
    .filter(str.strip)
)


def naive(document: Document, terms: Terms) -> list[Range]:
    """The places of some terms, each searched for by itself at every position."""
    text, found = level(document.fold), []
    for one in terms.variants:
        for start in range(len(text)):
            end = start + len(one.text)
            if not text.startswith(one.text, start) or (one.foreign and document.language == "en"):
                continue
            if start and cut(one.text, one.text[0], text[start - 1], before=True):
                continue
            if one.prefix:
                while end < len(text) and text[end].isalnum() and text[end] < "\u2e80":
                    end += 1
            elif end < len(text) and cut(one.text, one.text[-1], text[end], before=False):
                continue
            if not one.cased or level(document.norm[start:end]) == one.cased:
                found.append((start, end))
    return longest(found)


def cut(term: str, own: str, beside: str, *, before: bool) -> bool:
    """Whether the character beside a term makes it a piece of a longer word."""
    if not own.isalnum() or not beside.isalnum():
        return False
    if own < "\u2e80":
        return beside < "\u2e80"
    if len(term) > 1:
        return False
    if "가" <= own <= "힣":
        return "가" <= beside <= "힣" and (before or beside not in PARTICLES)
    return "\u3400" <= beside <= "\u9fff"


@given(TEXTS, st.sampled_from(["en", "ru", "ko"]))
def test_one_pass_finds_what_many_would(text: str, language: str) -> None:
    """For every feature the places are those of a plain search, sorted, none inside another."""
    document = read(Article(text, language=language))
    _, places = VOCABULARY.scan(document)
    for number, terms in enumerate(FEATURES):
        expected = naive(document, terms)
        assert places.of(number) == expected
        assert (number in places.features) is bool(expected)


def test_more_places_than_characters_are_kept() -> None:
    """Where many features share short words, nothing is lost for want of room."""
    many = Vocabulary(collect([Terms((Variant("a"),)) for _ in range(60)]))
    _, places = many.scan(read(Article("a " * 500, language="en")))
    assert [len(places.of(number)) for number in range(60)] == [500] * 60


PROGRAM = """
import hashlib, numba
from service.model.article import Article
from service.text.document import read
from tests.unit.ruleset.test_vocabulary import FEATURES, VOCABULARY, WORDS
text, places = VOCABULARY.scan(read(Article(" ".join(WORDS * 3) + ", ".join(WORDS), language="en")))
found = repr([places.of(number) for number in range(len(FEATURES))])
print(bool(numba.config.DISABLE_JIT), hashlib.sha256(found.encode()).hexdigest())
"""


def test_machine_code_and_plain_python_agree() -> None:
    """The places are the same with the JIT and without."""
    said = []
    for off in ("0", "1"):
        environment = {**os.environ, "NUMBA_DISABLE_JIT": off, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
        )
        said.append(done.stdout.split())
    assert [one[0] for one in said] == ["False", "True"]
    assert said[0][1] == said[1][1]
    assert len(said[0][1]) == hashlib.sha256().digest_size * 2
