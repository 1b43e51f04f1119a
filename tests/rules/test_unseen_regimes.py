"""How do the packs beyond the DPRK fare on short articles that they were not written from?"""

from __future__ import annotations

from pathlib import Path

import pytest

from service.ruleset.evaluation import judge_article, load_labelled
from service.ruleset.load import load_rules
from service.ruleset.ruleset import RuleSet

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """The shipped rule set."""
    return load_rules([HERE.parents[1] / "rules"])


def counts(rules: RuleSet, part: str) -> tuple[int, int, int]:
    """Pairs of article and measure code caught, missed and wrongly said, codes without a rule left out."""
    known = {code for rule in rules.rules for code in rule.codes if not rule.id.startswith("un-dprk/")}
    judge = judge_article(rules)
    caught = missed = wrong = 0
    for one in load_labelled(HERE / f"unseen_regimes_{part}.jsonl"):
        fired = [verdict for verdict in judge(one.article) if verdict.fired]
        said = {code for verdict in fired for code in verdict.rule.codes} & known
        wanted = one.codes & known
        caught += len(said & wanted)
        missed += len(wanted - said)
        wrong += len(said - wanted)
    return caught, missed, wrong


@pytest.mark.parametrize("part", ["dev", "test", "families", "news", "told"])
def test_recall_and_precision_by_measure_keep_their_floor(rules: RuleSet, part: str) -> None:
    """Of the labelled measures at least 75 in 100 are caught, and of those said at least 75 in 100 are labelled."""
    caught, missed, wrong = counts(rules, part)
    assert caught / (caught + missed) >= 0.75
    assert caught / (caught + wrong) >= 0.75
