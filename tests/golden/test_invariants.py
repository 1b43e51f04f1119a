"""What holds for every screening: sums, places, determinism."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.model.article import Article
from service.samples import load_samples
from service.screening.screener import Screener

POINTLESS = {"prior"}
WORDS = st.sampled_from(
    [
        *"North Korean workers arrived in Vladivostok on Feb. 5 . Kim Jong Un denied that Vladimir Putin’s".split(),
        *"300 loggers , sent to Dandong , were “hired” ; Korea Rungrado General Trading Corp. said".split(),
        *"북한 노동자 수백 명이 파견됐다 . 朝鲜工人 Северокорейские рабочие прибыли".split(),
        *["\u200b", "\u00ad", "&amp;", "é", "İ", "ß", "ﬁ", "\n\n", "\u202e"],
    ]
)


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener.load()


def spans_of(value: object) -> Iterator[dict[str, object]]:
    """Every object with field, start, end and text, however deep."""
    if isinstance(value, dict):
        if {"field", "start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner)


def check(screening: dict[str, object]) -> None:
    article = screening["article"]
    for span in spans_of([screening["hits"], screening["mentions"]]):
        assert article[span["field"]][span["start"] : span["end"]] == span["text"]
        assert span["text"]
    for hit in screening["hits"]:
        assert sum(factor["points"] for factor in hit["factors"]) == hit["points"]
        assert hit["evidence"], "a hit without evidence"
        assert hit["band"] in ("alert", "review")
        for factor in hit["factors"]:
            assert factor["reason"].strip()
            assert factor["spans"] or factor["id"] in POINTLESS or factor["id"].startswith("absent"), factor
    for mention in screening["mentions"]:
        assert mention["candidates"]
        for candidate in mention["candidates"]:
            points = sum(factor["points"] for factor in candidate["factors"])
            assert candidate["score"] == round(1 / (1 + 10 ** (-points / 10)), 4)
            assert candidate["sentence"].strip()


@pytest.mark.parametrize("article", load_samples(), ids=lambda article: article.id)
def test_samples_hold_the_invariants(screener: Screener, article: Article) -> None:
    """In every shipped sample, points add up and every quoted word stands where it is said to stand."""
    check(screener.screen(article).as_dict())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS | st.text(max_size=6), min_size=1, max_size=60), title=st.text(max_size=30))
def test_any_text_holds_the_invariants(screener: Screener, words: list[str], title: str) -> None:
    """Whatever the words, points add up and every quoted word stands where it is said to stand."""
    text = " ".join(words)
    if not (text + title).strip() or "\x00" in text + title:
        return
    check(screener.screen(Article(text=text, title=title.replace("\x00", ""), published="2024-03-19")).as_dict())


def test_the_same_article_gives_the_same_bytes_in_another_process(screener: Screener) -> None:
    """A second process with another hash seed gives byte-identical screenings."""
    code = (
        "import sys\n"
        "from service.samples import load_samples\n"
        "from service.screening.screener import Screener\n"
        "screener = Screener.load()\n"
        "sys.stdout.buffer.write(b'\\n'.join(screener.screen(article).canonical() for article in load_samples()))\n"
    )
    here = b"\n".join(screener.screen(article).canonical() for article in load_samples())
    for seed in ("0", "1"):
        run = subprocess.run(  # the interpreter itself, with fixed code
            [sys.executable, "-c", code], capture_output=True, env={"PYTHONHASHSEED": seed, "PATH": ""}, check=True
        )
        assert run.stdout == here


def test_every_screening_names_its_snapshot(screener: Screener) -> None:
    """A screening names the snapshot, and each rule and list with its hash."""
    screening = json.loads(screener.screen(load_samples()[0]).canonical())
    assert screening["snapshot"] == screener.snapshot.sha256
    assert {row["name"] for row in screening["provenance"]["lists"]} >= {"un", "ofac"}
    assert all(len(row["sha256"]) == 64 for row in screening["provenance"]["rules"])
