"""What the figures on labelled articles mean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.errors import ArticleError
from service.ruleset.evaluation import Share, judge_article, load_labelled, measure_rules
from service.ruleset.ruleset import RuleSet

ROWS = [
    {"id": "a", "text": "North Korean workers arrived in Vladivostok.", "published": "2024-03-01",
     "labels": [{"code": "dprk-workers", "expect": "alert", "quote": "workers arrived"}]},
    {"id": "b", "text": "North Korean workers arrived in Qatar.", "published": "2024-03-01", "labels": []},
    {"id": "c", "text": "Seamstresses of the North sew in Dandong.", "published": "2024-03-01",
     "labels": [{"code": "dprk-workers", "expect": "alert", "quote": "sew"}]},
]  # fmt: skip


def write(path: Path, lines: list[str]) -> Path:
    """A file of lines."""
    file = path / "labelled.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_one_found_one_missed_one_false(tmp_path: Path, small: RuleSet) -> None:
    """Recall and precision count articles; the confusion list names the other two."""
    labelled = load_labelled(write(tmp_path, [json.dumps(row) for row in ROWS]))
    result = measure_rules(labelled, judge_article(small), small)
    assert (result.seen.found, result.seen.missed, result.seen.false) == (1, 1, 1)
    assert (result.measure.hits, result.evidence.hits) == (1, 1)
    assert [(one.article, one.expected, one.got) for one in result.confusion] == [
        ("c", "alert", "none"),
        ("b", "none", "alert"),
    ]
    assert json.loads(json.dumps(result.as_dict()))["seen"]["f1"] == 0.5


def test_the_wilson_interval() -> None:
    """Known values: 8 of 10 lies in .49 to .94."""
    low, high = Share(8, 10).interval or (0, 0)
    assert (round(low, 2), round(high, 2)) == (0.49, 0.94)
    assert Share(0, 0).value is None


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    """The line number and the reason are given."""
    with pytest.raises(ArticleError, match=r"labelled.jsonl:2: not a labelled article"):
        load_labelled(write(tmp_path, [json.dumps(ROWS[0]), '{"id": "x"}']))
