"""How findings that reach over sentences are weighed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.ruleset.ruleset import RuleSet
from tests.unit.ruleset.conftest import build, run

Change = Callable[[str, str, str], dict[str, str]]

TOLD = "A yard in Vladivostok took in North Korean workers. The yard employs them at night."
RULE = "The resolution bans North Korean workers abroad. It bans firms that employ them."


@pytest.fixture
def across(changed: Change) -> RuleSet:
    """The small set with a finding that reaches over two sentences."""
    old = "near: [worker, labour.earning], within: sentence, gap: 12"
    return build(changed("overseas-workers.yaml", old, "near: [worker, labour.earning], within: {sentences: 2}"))


def test_the_law_two_sentences_on_does_not_undo_what_is_told(across: RuleSet) -> None:
    """Only cues of the sentences with parts of the finding count."""
    verdict = run(across, f"{TOLD} {RULE}")
    assert verdict is not None
    assert verdict.fired
    assert verdict.stance == ()


def test_a_rule_in_each_sentence_is_no_finding(across: RuleSet) -> None:
    """Where every sentence with a part states the rule, nothing fires."""
    verdict = run(across, RULE)
    assert verdict is not None
    assert not verdict.fired


def test_each_place_counts_once(across: RuleSet) -> None:
    """Two places of the same finding in different sentences corroborate; overlapping windows are one place."""
    once, twice = run(across, TOLD), run(across, f"{TOLD} The club opened a shop. {TOLD}")
    assert once is not None
    assert twice is not None
    assert twice.points == once.points + 2


def test_a_finding_with_a_bound_is_not_lifted_by_its_like(changed: Change) -> None:
    """Broad findings support nothing but narrow ones: two of them never make more than their bound."""
    old = "near: [worker, labour.earning], within: sentence, gap: 12, points: 22"
    new = "near: [worker, labour.earning], within: {sentences: 2}, max: 2, points: 22"
    rules = build(changed("overseas-workers.yaml", old, new))
    verdict = run(rules, f"{TOLD} The club opened a shop. {TOLD}")
    assert verdict is not None
    assert (verdict.band, verdict.points) == ("review", 2)
    moved = run(rules, f"{TOLD} The club opened a shop. North Korean workers arrived in Vladivostok.")
    assert moved is not None
    assert moved.band == "alert"
