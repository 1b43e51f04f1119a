"""How do the rules fare on short articles that they were not written from? Floors under recall and precision."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.model.article import Article
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.evaluation import judge_article, load_labelled
from service.ruleset.load import load_rules
from service.ruleset.ruleset import RuleSet
from service.text.document import read

HERE = Path(__file__).resolve().parent
PACK = "un-dprk/"
SETS = ("unseen", "unseen_news", "unseen_brief", "unseen_indirect", "unseen_frames")
"""Short reports in several languages, pieces of some sentences, single sentences, indirect tellings, and frames."""


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """The shipped rule set."""
    return load_rules([HERE.parents[1] / "rules"])


def counts(rules: RuleSet, part: str) -> tuple[int, int, int]:
    """Articles caught, missed and wrongly flagged by the DPRK pack."""
    caught = missed = wrong = 0
    texts = [(HERE / f"{name}_{part}.jsonl").read_text(encoding="utf-8") for name in SETS]
    for line in "".join(texts).splitlines():
        row = json.loads(line)
        document = read(
            Article(row["text"], row["title"], published=row["published"], language=row["language"]),
        )
        verdicts = evaluate(document, find_concepts(document, rules), (), rules)
        flagged = any(one.fired and one.rule.id.startswith(PACK) for one in verdicts)
        wanted = any(label["expect"] != "none" for label in row["labels"])
        caught += flagged and wanted
        missed += wanted and not flagged
        wrong += flagged and not wanted
    return caught, missed, wrong


@pytest.mark.parametrize("part", ["dev", "test"])
def test_recall_and_precision_keep_their_floor(rules: RuleSet, part: str) -> None:
    """Of the labelled articles at least 75 in 100 are caught, and of the flagged at least 80 in 100 are labelled."""
    caught, missed, wrong = counts(rules, part)
    assert caught / (caught + missed) >= 0.75
    assert caught / (caught + wrong) >= 0.80


def test_endings_votes_denials_and_advice_are_seldom_alerts(rules: RuleSet) -> None:
    """Of articles that mostly deserve a review or nothing, at most 4 become alerts without deserving it."""
    judge = judge_article(rules)
    rows = [one for part in ("dev", "test", "regimes") for one in load_labelled(HERE / f"unseen_frames_{part}.jsonl")]
    alerts = [one for one in rows if any(verdict.band == "alert" for verdict in judge(one.article))]
    assert len(rows) == 115
    assert sum(one.overall != "alert" for one in alerts) <= 4


def test_short_wire_reports_that_tell_things_in_passing_keep_their_floor(rules: RuleSet) -> None:
    """Four batches of 190 reports: at least 80 in 100 are seen, and 85 in 100 of what the pack shows is labelled."""
    judge = judge_article(rules)
    rows = load_labelled(HERE / "unseen_wire.jsonl")
    shown = [any(one.fired and one.rule.id.startswith(PACK) for one in judge(row.article)) for row in rows]
    wanted = [row.overall != "none" for row in rows]
    right = sum(a and b for a, b in zip(shown, wanted, strict=True))
    assert len(rows) == 190
    assert right / sum(wanted) >= 0.80
    assert right / sum(shown) >= 0.85
