"""What running the examples of a rule tells."""

from __future__ import annotations

import json
from collections.abc import Callable
from xml.etree.ElementTree import fromstring

from service.ruleset.ruleset import RuleSet
from service.ruleset.testing import as_json, as_junit, lines, run_examples

Change = Callable[[str, str, str], dict[str, str]]
Build = Callable[[dict[str, str]], RuleSet]
RULE = "overseas-workers.yaml"


def test_examples_that_hold_pass(small: RuleSet) -> None:
    """Both examples of the small set are as expected."""
    results = run_examples(small)
    assert [(one.section, one.band, one.failed) for one in results] == [
        ("match", "alert", False),
        ("no_match", "none", False),
    ]


def test_each_expectation_can_fail(changed: Change, build_rules: Build) -> None:
    """Finding, evidence, points, law, reason and band: each fault is named."""
    asked = (
        "finding: employed\n      evidence: Qatar\n      min_points: 50\n      law: un-1718/home\n"
        "      reason: by sea\n      band: review"
    )
    results = run_examples(build_rules(changed(RULE, "finding: moved", asked)))
    faults = "; ".join(results[0].faults)
    for words in (
        "finding moved, expected employed",
        'no evidence holds "Qatar"',
        "expected at least 50",
        "law in force: un-1718/home, un-1718/permits",
        'no reason holds "by sea"',
        "expected review",
    ):
        assert words in faults
    assert any(line.startswith("FAIL un-dprk/overseas-workers: 1 of 2") for line in lines(results))


def test_a_known_gap_fails_when_it_passes(changed: Change, build_rules: Build) -> None:
    """`todo_match` reports; once it passes it must be promoted."""
    todo = "  todo_match:\n    - text: {}\n  no_match:\n"
    open_gap = todo.format("Seamstresses of the North sew in Dandong.")
    closed = todo.format("North Korean workers arrived in Qatar.")
    for text, failed in ((open_gap, False), (closed, True)):
        results = run_examples(build_rules(changed(RULE, "  no_match:\n", text)))
        assert [one.failed for one in results if one.section == "todo_match"] == [failed]


def test_a_listed_party_of_an_example_is_a_mention(changed: Change, build_rules: Build) -> None:
    """An entity condition holds by the parties that the example names, without any list."""
    old = "{id: employed, near: [worker, labour.earning], within: sentence, gap: 12"
    new = "{id: employed, near: [{entity: {list: [un], programme: [UN-SC1718]}}, labour.earning]"
    files = changed(RULE, old, new)
    path = "rules/un-dprk/overseas-workers.yaml"
    party = (
        "match:\n    - text: Mansudae Overseas was employed to build in Dakar.\n"
        "      band: review\n      finding: employed\n"
        "      parties: [{text: Mansudae Overseas, list: un, programme: UN-SC1718}]"
    )
    files[path] = files[path].replace("match:", party, 1)
    assert not run_examples(build_rules(files))[0].faults


def test_reports_for_machines(small: RuleSet) -> None:
    """JUnit and JSON hold one case per example."""
    results = run_examples(small)
    assert len(fromstring(as_junit(results)).findall("testcase")) == 2
    assert json.loads(as_json(results))["failed"] == 0
