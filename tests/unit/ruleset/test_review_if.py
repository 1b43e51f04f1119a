"""A headline that leaves the matter open makes at most a review."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.ruleset.ruleset import RuleSet
from service.ruleset.verdict import Verdict

Build = Callable[[dict[str, str]], RuleSet]
BREACH = "On Feb. 5, around 300 North Korean workers arrived at a station near Vladivostok."


@pytest.fixture
def doubting(changed: Callable[[str, str, str], dict[str, str]], build_rules: Build) -> RuleSet:
    """The small set, whose rule takes a denial in the headline as an open question."""
    old = "find:\n  - {id: moved"
    return build_rules(changed("overseas-workers.yaml", old, "review_if: [{term: {en: [denies]}}]\n" + old))


def test_a_denial_in_the_headline_caps_the_band(doubting: RuleSet, run_rules: Callable[..., Verdict | None]) -> None:
    """The points stay what they are, the band is a review, and a note quotes the headline's word."""
    verdict = run_rules(doubting, BREACH, title="Governor denies hiring from abroad")
    assert verdict is not None
    assert verdict.band == "review"
    assert verdict.points >= verdict.rule.alert
    assert any("denies" in note for note in verdict.notes)


@pytest.mark.parametrize("title", ["Train from the south", ""])
def test_other_headlines_change_nothing(
    doubting: RuleSet, run_rules: Callable[..., Verdict | None], title: str
) -> None:
    """Without such a word in the headline the same text alerts, even with the word further down."""
    verdict = run_rules(doubting, BREACH + " The mayor denies that he knew the agency.", title=title)
    assert verdict is not None
    assert verdict.band == "alert"
