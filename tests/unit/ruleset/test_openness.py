"""An article that leaves the matter open makes at most a review, and says why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.ruleset.ruleset import RuleSet
from service.ruleset.verdict import Verdict

Judge = Callable[..., Verdict | None]
BREACH = "On Feb. 5, around 300 North Korean workers arrived at a station near Vladivostok."
OTHER = "The station is old. Rain fell on the town. The market was full. A band played. "


@pytest.fixture
def just_enough(changed: Callable[[str, str, str], dict[str, str]], build_rules: Callable[..., RuleSet]) -> RuleSet:
    """The small set, whose finding reaches the alert's threshold by itself and no more."""
    return build_rules(changed("overseas-workers.yaml", "points: 26", "points: 20"))


def judged(verdict: Verdict | None) -> tuple[str, str]:
    """Band and notes of a verdict that is there."""
    assert verdict is not None
    return verdict.band, " ".join(verdict.notes)


@pytest.mark.parametrize("title", ["Who hired them?", "谁雇了他们？", "من وظفهم؟"])
def test_a_question_in_the_headline_makes_a_review(judge_text: Judge, title: str) -> None:
    """Question marks of any script count, and the note says so."""
    band, notes = judged(judge_text(BREACH, title=title))
    assert (band, "asks a question" in notes) == ("review", True)


def test_a_question_that_the_headline_answers_makes_no_review(judge_text: Judge) -> None:
    """Words behind the mark are the answer, where the points are firm."""
    assert judged(judge_text(BREACH, title="Who hired them? A firm in the port did"))[0] == "alert"


def test_a_question_in_the_text_makes_no_review(judge_text: Judge) -> None:
    """Only the headline speaks for the article."""
    assert judged(judge_text(BREACH + " Who paid?", title="Train from the south"))[0] == "alert"


def test_a_denial_in_the_headline_makes_a_review(judge_text: Judge) -> None:
    """The headline's own words are quoted, without any list of the rule."""
    band, notes = judged(judge_text(BREACH, title="Governor denied it"))
    assert (band, "(denied)" in notes) == ("review", True)


def test_denying_twice_weighs_against_a_single_sentence(judge_text: Judge) -> None:
    """One sentence tells of it, others deny it twice: a review. One denial leaves the alert."""
    once = BREACH + " " + OTHER + "The mayor denied it."
    assert judged(judge_text(once))[0] == "alert"
    band, notes = judged(judge_text(once + " The consul denied it."))
    assert (band, "denies more than once" in notes) == ("review", True)


def test_a_second_telling_outweighs_two_denials(judge_text: Judge) -> None:
    """What two sentences tell stays an alert."""
    twice = BREACH + " " + OTHER + "The mayor denied it. Rain fell. The consul denied it. The band left. " + BREACH
    assert judged(judge_text(twice))[0] == "alert"


def test_plans_and_conditions_weigh_when_points_are_just_enough(just_enough: RuleSet, run_rules: Judge) -> None:
    """Two cues about anything make a review at the threshold, one does not."""
    one = BREACH + " The firm plans to expand."
    assert judged(run_rules(just_enough, one))[0] == "alert"
    band, notes = judged(run_rules(just_enough, one + " The town plans to pay."))
    assert (band, "plans to, plans to" in notes) == ("review", True)


def test_a_single_telling_low_down_is_an_alert_too(just_enough: RuleSet, run_rules: Judge) -> None:
    """Long articles tell of a breach late: where a sentence stands does not matter."""
    assert judged(run_rules(just_enough, BREACH + " " + OTHER))[0] == "alert"
    assert judged(run_rules(just_enough, OTHER + BREACH))[0] == "alert"
