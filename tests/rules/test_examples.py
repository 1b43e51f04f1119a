"""Every shipped rule does what its own examples say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from service.ruleset.load import load_rules
from service.ruleset.ruleset import RuleSet
from service.ruleset.testing import run_examples

RULES = Path(__file__).resolve().parents[2] / "rules"


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """The shipped rule set."""
    return load_rules([RULES])


def test_examples_hold(rules: RuleSet) -> None:
    """No example of a shipped rule gives another band, finding, evidence or law than it says."""
    failed = [f"{one.path}:{one.line}: {'; '.join(one.faults)}" for one in run_examples(rules) if one.failed]
    assert not failed, "\n".join(failed)


def test_every_rule_has_ten_of_each(rules: RuleSet) -> None:
    """A rule brings at least ten articles that must match and ten that must not, in three languages or more."""
    counted = Counter((one.rule, one.section) for one in run_examples(rules))
    few = [
        f"{rule.id} {section}: {counted[rule.id, section]}"
        for rule in rules.rules
        for section in ("match", "no_match")
        if counted[rule.id, section] < 10
    ]
    assert not few


def test_every_rule_says_what_it_cannot_see(rules: RuleSet) -> None:
    """A rule names its law, its gaps, its false positives and three questions for the reviewer."""
    for rule in rules.rules:
        assert rule.law, rule.id
        assert rule.gaps, rule.id
        assert rule.false_positives, rule.id
        assert len(rule.triage) >= 3, rule.id
        assert sum(tag.startswith("measure.") for tag in rule.tags) >= 1, rule.id


def test_shipped_rules_are_experimental(rules: RuleSet) -> None:
    """No shipped rule claims a review that nobody made."""
    assert {rule.status for rule in rules.rules} == {"experimental"}
    assert len({rule.uid for rule in rules.rules}) == len(rules.rules)
