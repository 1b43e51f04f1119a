"""What the sentences behind the proof promise."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from service.ruleset.supporting import MOST
from service.ruleset.verdict import Verdict

Judge = Callable[..., Verdict | None]

LEAD = "North Korean workers arrived in Vladivostok, a researcher said."
DETAIL = "Some 300 North Korean workers got off a train on February 5."
IDLE = "The weather in the region was cold."


def quoted(verdict: Verdict | None) -> list[str]:
    """The words of the evidence."""
    assert verdict is not None
    return [span.text for span in verdict.evidence]


def test_a_sentence_with_particulars_stands_behind_the_proof(judge_text: Judge) -> None:
    """The proof comes first, then the sentence with the number and the day; idle sentences stay out."""
    assert quoted(judge_text(f"{LEAD} {IDLE} {DETAIL} {IDLE}")) == [LEAD, DETAIL]


def test_it_adds_no_points(judge_text: Judge) -> None:
    """The same finding has the same points with and without the sentence behind it."""
    alone, together = judge_text(LEAD), judge_text(f"{LEAD} {DETAIL}")
    assert alone is not None
    assert together is not None
    assert {f.id: f.points for f in alone.factors} == {f.id: f.points for f in together.factors}


def test_what_did_not_fire_has_only_its_finding(judge_text: Judge) -> None:
    """A rule sentence is no finding, so nothing is gathered behind it."""
    verdict = judge_text(f"In 1998, 300 North Korean loggers arrived in Russia. {DETAIL}")
    assert verdict is not None
    assert not verdict.fired
    assert len(verdict.evidence) == 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([DETAIL, IDLE, LEAD]), max_size=8))
def test_evidence_never_repeats_a_sentence(judge_text: Judge, others: list[str]) -> None:
    """Each sentence of the evidence is another place, and at most two stand behind the proofs."""
    text = " ".join([LEAD, *others])
    verdict = judge_text(text)
    assert verdict is not None
    places = [(span.start, span.end) for span in verdict.evidence]
    assert len(set(places)) == len(places)
    assert all(text[start:end] == span.text for (start, end), span in zip(places, verdict.evidence, strict=True))
    assert len(places) <= 1 + others.count(LEAD) + MOST
