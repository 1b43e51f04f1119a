"""What the evaluation of rules promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.model.article import Article
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.measures import law_row
from service.ruleset.ruleset import RuleSet
from service.ruleset.verdict import Verdict
from service.ruleset.weigh import NOT_BINDING
from service.text.document import read
from tests.unit.ruleset.conftest import build, run

Judge = Callable[..., Verdict | None]

BREACH = "On Feb. 5, around 300 people presumed to be North Korean workers arrived at a station near Vladivostok."


def points(verdict: Verdict | None) -> dict[str, int]:
    """Factor ids with their points."""
    assert verdict is not None
    return {factor.id: factor.points for factor in verdict.factors}


def test_a_breach_alerts_with_all_its_factors(judge_text: Judge) -> None:
    """Prior, finding, hedge, head-count add up to an alert, each with its words."""
    verdict = judge_text(BREACH)
    assert verdict is not None
    assert points(verdict) == {"prior": -20, "moved": 26, "stance-hedged": -2, "headcount": 3}
    assert (verdict.band, verdict.points) == ("alert", 7)
    assert verdict.evidence[0].text == BREACH
    assert all(factor.spans for factor in verdict.factors if factor.id != "prior")
    assert "moving to Vladivostok" in [factor.reason for factor in verdict.factors]


def test_the_event_date_decides_the_law(judge_text: Judge) -> None:
    """A day in the sentence is the event's; the article's date stands in where there is none."""
    verdict = judge_text(BREACH)
    assert verdict is not None
    assert [(row.id, row.in_force, row.on) for row in verdict.law] == [
        ("un-1718/permits", "yes", "2024-02-05"),
        ("un-1718/home", "yes", "2024-02-05"),
    ]
    earlier = judge_text("In May 2018, 300 North Korean workers arrived in Vladivostok.")
    assert earlier is not None
    assert [(row.id, row.in_force) for row in earlier.law] == [("un-1718/permits", "yes"), ("un-1718/home", "no")]


def test_an_alert_says_which_text_was_read_for_a_paragraph(judge_text: Judge) -> None:
    """With its kind, its place and the day; a row that nobody read says so in its note instead."""
    verdict = judge_text("On Feb. 5, around 300 North Korean workers arrived in Vladivostok.")
    assert verdict is not None
    home, permits = (row.as_dict() for row in sorted(verdict.law, key=lambda row: row.id))
    assert home["reading"] == {"kind": "adopted-text", "source": "adopted text", "on": "2026-11-23"}
    assert (home["verified"], home["note"]) == (True, None)
    assert (permits["verified"], permits["reading"]) == (False, None)
    assert permits["note"] == "paragraph number not verified"


def test_the_amounts_of_a_measure_and_its_remark_reach_the_reader(
    changed: Callable[[str, str, str], dict[str, str]],
) -> None:
    """Limits, exemptions and the row's own remark stand in the note, in this order."""
    more = "duty: no new permits, limits: [60 USD], exemptions: [the Committee may approve], note: A remark."
    rules = build(changed("un-1718.yaml", "duty: no new permits", more))
    row = law_row(rules.measures["un-1718/permits"], None)
    assert row.note == ("paragraph number not verified; limit: 60 USD; exemption: the Committee may approve; A remark.")


def test_an_event_before_the_law_is_no_hit(judge_text: Judge) -> None:
    """Conduct of 1998 was not forbidden, and the verdict says so."""
    verdict = judge_text("In 1998, 300 North Korean loggers arrived in Russia.")
    assert verdict is not None
    assert not verdict.fired
    assert "not yet forbidden" in verdict.notes[0]


def test_without_a_date_an_alert_becomes_a_review(judge_text: Judge) -> None:
    """No day, no law in force: the rows say so and the band is at most review."""
    verdict = judge_text("Around 300 North Korean workers arrived in Vladivostok.", published=None)
    assert verdict is not None
    assert verdict.band == "review"
    assert {row.in_force for row in verdict.law} == {"date unknown"}
    assert "date is unknown" in verdict.notes[0]


def test_a_norm_is_no_finding_but_supports_one(judge_text: Judge) -> None:
    """A sentence on the ban does not fire alone; beside a breach it adds points."""
    norm = "A resolution of the United Nations bans North Korean workers from arriving in Russia."
    alone = judge_text(norm)
    assert alone is not None
    assert not alone.fired
    both = judge_text(f"{BREACH} {norm}")
    assert both is not None
    assert points(both)["ban"] == 4
    assert len(both.evidence) == 1


def test_a_denial_ends_as_a_review(judge_text: Judge) -> None:
    """Denied conduct is never cleared and never an alert."""
    verdict = judge_text("Moscow denied that 300 North Korean workers had arrived in Vladivostok.")
    assert verdict is not None
    assert verdict.band == "review"
    assert [mark.kind for mark in verdict.stance] == ["denied"]


def test_a_cue_does_not_reach_across_but(judge_text: Judge) -> None:
    """What is denied before `but` is not the finding behind it."""
    verdict = judge_text("Moscow denied reports, but North Korean workers arrived in Vladivostok in March.")
    assert verdict is not None
    assert verdict.stance == ()
    assert verdict.band == "alert"


def test_masked_words_are_no_part(judge_text: Judge) -> None:
    """The Workers' Party does not work."""
    assert judge_text("The North Korean Workers' Party sent greetings to Russia.") is None


def test_further_sentences_corroborate(judge_text: Judge) -> None:
    """Each further finding in another sentence adds 2, at most 4."""
    sentences = [f"North Korean workers arrived in {place}." for place in ("Vladivostok", "Qatar", "Russia", "Qatar")]
    verdict = judge_text(" ".join(sentences))
    assert verdict is not None
    assert [f.points for f in verdict.factors if f.id == "corroboration"] == [2, 2]
    assert verdict.points == sum(factor.points for factor in verdict.factors)


def test_dated_parameters_are_read_on_the_events_day(judge_text: Judge) -> None:
    """The threshold of 100 holds in 2019, that of 500 in 2024."""
    text = "In {}, 300 North Korean workers arrived in Vladivostok."
    assert points(judge_text(text.format("May 2019")))["many"] == 1
    assert "many" not in points(judge_text(text.format("January 2024")))


def test_an_exemption_is_printed(judge_text: Judge) -> None:
    """A legal exemption takes points and names its ground."""
    verdict = judge_text("North Korean workers with refugee status arrived in Vladivostok.")
    assert verdict is not None
    assert [factor.reason for factor in verdict.exemptions] == ["exemption: 2397 paragraph 8 excepts refugees"]
    assert verdict.band == "review"


def test_who_says_so(judge_text: Judge) -> None:
    """An unnamed source is told from an official one."""
    verdict = judge_text("North Korean workers arrived in Vladivostok, a source said.")
    assert verdict is not None
    assert verdict.said_by == "anonymous"
    assert points(verdict)["whispered"] == -1


def test_other_languages(judge_text: Judge) -> None:
    """Russian cases and Korean particles are found."""
    for text in (
        "Более 200 северокорейских рабочих прибыли во Владивосток.",
        "북한 노동자 수백 명이 블라디보스토크 건설 현장에 파견됐다.",
    ):
        verdict = judge_text(text)
        assert verdict is not None, text
        assert verdict.band == "alert", text
        assert "headcount" in points(verdict), text


WORDS = st.sampled_from(
    ["North Korean", "workers", "arrived", "in", "Vladivostok", "Qatar", "denied", "but", "bans", "300", "film", ".",
     "\n\n", ";", "United Nations", "employed"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join).filter(str.strip))
def test_points_are_the_sum_of_factors_and_spans_are_exact(small: RuleSet, text: str) -> None:
    """Whatever the words: sums hold, every span quotes the article, and a second look says the same."""
    article = Article(text, published="2024-03-19")
    document = read(article)
    verdicts = evaluate(document, find_concepts(document, small), (), small)
    again = read(replace(article))
    assert evaluate(again, find_concepts(again, small), (), small) == verdicts
    for verdict in verdicts:
        assert verdict.points == sum(factor.points for factor in verdict.factors)
        spans = [span for factor in verdict.factors for span in factor.spans] + list(verdict.evidence)
        assert verdict.evidence
        for span in spans:
            assert getattr(article, span.field)[span.start : span.end] == span.text


@pytest.mark.parametrize("why", ["binding: false", "due: 2019-12-22"])
def test_law_that_asks_or_is_not_due_makes_at_most_a_review(
    changed: Callable[[str, str, str], dict[str, str]], why: str
) -> None:
    """With no prohibition in force, or none whose day had come, points for an alert end as a review that says why."""
    files = changed("un-1718.yaml", "duty: no new permits", f"duty: no new permits, {why}")
    early = run(build(files), "In May 2018, 300 North Korean workers arrived in Vladivostok.")
    late = run(build(files), "In May 2021, 300 North Korean workers arrived in Vladivostok.")
    assert early is not None
    assert late is not None
    assert (early.band, late.band) == ("review", "alert")
    assert NOT_BINDING in early.notes


def test_traditional_characters_are_found_by_simplified_terms(
    changed: Callable[[str, str, str], dict[str, str]],
) -> None:
    """朝鮮 in a text from Taiwan is the 朝鲜 of the concept file, at its own offsets."""
    rules = build(changed("all.yaml", "zh: [工作]", "zh: [从业]"))
    verdict = run(rules, "今年有朝鮮工人在海參崴從業。")
    assert verdict is not None
    assert verdict.rule.id == "un-dprk/overseas-workers"
    assert verdict.evidence[0].text == "今年有朝鮮工人在海參崴從業。"


def test_a_year_behind_north_korea_is_the_day_of_the_conduct(small: RuleSet) -> None:
    """Words that only begin like those before a law's number (`North`, `no.`) take no date away."""
    verdict = run(small, "Some 300 workers from North Korea in 1999 arrived in Vladivostok.")
    assert verdict is not None
    assert verdict.band == "none"
