"""What an article only mentions further down weighs less than what it opens with, and the factors say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.model.evidence import total
from service.ruleset.verdict import Verdict

Judge = Callable[..., Verdict | None]
BREACH = "On Feb. 5, around 300 North Korean workers arrived at a station near Vladivostok."
OTHER = "The square is old. Rain fell on it for a week. The market was full all the same, and a choir sang at it. "
AFTER = " The mayor thanked the choir. Nobody was hurt. The market closes on Sunday."


def told(verdict: Verdict | None) -> dict[str, int]:
    """The factors of place in the article, with their points; the sum holds."""
    assert verdict is not None
    assert verdict.points == total(verdict.factors)
    return {one.id: one.points for one in verdict.factors if one.id in ("opening", "alone", "headline-apart")}


def test_what_opens_an_article_loses_nothing_for_its_place(judge_text: Judge) -> None:
    """The finding stands in the first sentence; only that nobody tells it again counts."""
    verdict = judge_text(BREACH + " " + OTHER + AFTER, title="North Korean workers in Vladivostok")
    assert told(verdict) == {"alone": -2}
    assert verdict is not None
    assert verdict.band == "alert"


def test_what_stands_in_the_tail_under_another_headline_loses_points(judge_text: Judge) -> None:
    """Neither opening nor headline has a word of it, and it is told once."""
    low = judge_text(OTHER * 3 + BREACH + AFTER, title="Choir sings in the rain")
    assert told(low) == {"opening": -2, "alone": -2, "headline-apart": -3}


def test_an_article_without_headline_is_not_about_something_else(judge_text: Judge) -> None:
    """What is not there says nothing."""
    assert "headline-apart" not in told(judge_text(OTHER * 3 + BREACH + AFTER))


def test_a_second_telling_is_not_alone(judge_text: Judge) -> None:
    """A further sentence with a finding of its own corroborates."""
    again = " Then 40 North Korean workers arrived in Vladivostok."
    assert "alone" not in told(judge_text(OTHER * 3 + BREACH + AFTER + again))


@pytest.mark.parametrize("text", [BREACH, BREACH + " The station is old. It rained."])
def test_a_short_article_has_no_background(judge_text: Judge, text: str) -> None:
    """Up to five sentences all is opening."""
    assert told(judge_text(text)) == {}


def test_a_denial_is_not_cleared_by_its_place(judge_text: Judge) -> None:
    """Concrete conduct that is denied stays a review wherever it stands."""
    denial = "The consul denied that 300 North Korean workers arrived at a station near Vladivostok."
    verdict = judge_text(OTHER * 3 + denial + AFTER, title="Choir sings in the rain")
    assert verdict is not None
    assert verdict.band == "review"
