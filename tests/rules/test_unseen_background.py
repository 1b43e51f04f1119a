"""How do the rules fare on look-alikes (habits, lawful trade, mere words) beside true ones of the same words?"""

from __future__ import annotations

from pathlib import Path

import pytest

from service.ruleset.evaluation import Evaluation, judge_article, load_labelled, measure_rules
from service.ruleset.load import load_rules

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def measured() -> Evaluation:
    """Twenty look-alikes and twenty true ones, written before anything was tuned on such."""
    rules = load_rules([HERE.parents[1] / "rules"])
    return measure_rules(load_labelled(HERE / "unseen_background.jsonl"), judge_article(rules), rules)


def test_true_ones_are_seen(measured: Evaluation) -> None:
    """At least 17 of the 20 are shown."""
    assert measured.seen.found >= 17


def test_few_look_alikes_are_shown(measured: Evaluation) -> None:
    """At most 9 of the 20 are shown, and at most one of the alerts is wrong."""
    assert measured.seen.false <= 9
    assert measured.alerts.of - measured.alerts.hits <= 1
