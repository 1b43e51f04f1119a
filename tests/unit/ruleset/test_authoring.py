"""What overlays, comparisons and the author's tools promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from service.errors import RuleError, RuleErrors
from service.model.article import Article
from service.ruleset.authored import Authored, admit
from service.ruleset.authoring import expiring, format_text, new_rule
from service.ruleset.compare import compare_rules, profile_rules
from service.ruleset.load import compile_rules
from service.ruleset.ruleset import RuleSet
from service.ruleset.source import parse_yaml

Change = Callable[[str, str, str], dict[str, str]]
RULE = "overseas-workers.yaml"
OVERRIDE = """\
schema: override/1
because: our desk wants to see less
rules:
  un-dprk/overseas-workers: {status: stable, score: {alert: 9}, points: {moved: 20}}
"""
WORDS = "schema: concepts/1\nconcepts:\n  labour.worker: {en: [welder team]}\n"


def layer(files: dict[str, str]) -> Authored:
    """Checked files."""
    out = Authored()
    for path, text in files.items():
        admit(*parse_yaml(text, path), out)
    return out


def laid(changed: Change, files: dict[str, str]) -> RuleSet:
    """The small set with an overlay of files."""
    return compile_rules([layer(changed(RULE, "severity: high", "severity: high")), layer(files)])


def test_an_override_changes_status_points_and_thresholds_and_says_so(changed: Change) -> None:
    """The new values hold, and the rule carries the note that alerts print."""
    rule = laid(changed, {"mine/overrides.yaml": OVERRIDE}).rules[0]
    assert (rule.status, rule.alert, rule.prior, rule.find[0].points, rule.find[1].points) == ("stable", 9, -20, 20, 22)
    assert rule.note == "changed by an overlay (status stable, alert 9, moved 20): our desk wants to see less"


def test_an_overlay_adds_words_to_a_concept(changed: Change, run_rules: Callable[..., object]) -> None:
    """The shipped concept knows the new phrase."""
    rules = laid(changed, {"mine/words.yaml": WORDS})
    assert run_rules(rules, "A North Korean welder team arrived in Vladivostok.") is not None


def test_an_overlay_may_not_rewrite_a_shipped_rule(changed: Change) -> None:
    """Another title or another near is refused at its place."""
    copy = changed(RULE, "title: DPRK nationals employed abroad", "title: mine")["rules/un-dprk/overseas-workers.yaml"]
    with pytest.raises(RuleErrors, match=r"overseas-workers.yaml:5:1: an overlay may change only status"):
        laid(changed, {"mine/un-dprk/overseas-workers.yaml": copy})
    unknown = OVERRIDE.replace("overseas-workers", "overseas-worker")
    with pytest.raises(RuleErrors, match="did you mean"):
        laid(changed, {"mine/overrides.yaml": unknown})


def test_what_a_change_gains_and_loses(changed: Change, build_rules: Callable[..., RuleSet], small: RuleSet) -> None:
    """A stricter rule loses the alert, and the comparison names article, rule and both bands."""
    stricter = build_rules(changed(RULE, "points: 26", "points: 16"))
    article = Article("North Korean workers arrived in Vladivostok.", id="a1", published="2024-03-19")
    [change] = compare_rules(small, stricter, [article])
    assert str(change) == "a1: un-dprk/overseas-workers: alert -> review (6 -> -4)"
    assert compare_rules(small, small, [article]) == []


def test_the_greedy_rule_is_named(small: RuleSet) -> None:
    """Cost per rule by the clock that is passed in."""
    ticks = iter(range(100))
    article = Article("North Korean workers arrived in Vladivostok.", published="2024-03-19")
    [cost] = profile_rules(small, [article, article], lambda: float(next(ticks)))
    assert (cost.rule, cost.probed, cost.fired, cost.seconds) == ("un-dprk/overseas-workers", 2, 2, 2.0)


def test_a_new_rule_loads_as_it_is(changed: Change) -> None:
    """The draft fits its form, compiles among the others, and is the same for the same call."""
    about = {"code": "dprk-trade-other", "law": ["un-1718/home"], "author": "rules team", "day": date(2026, 11, 23)}
    text = new_rule("un-dprk/wigs", **about)  # type: ignore[arg-type]  # the keywords of the call
    assert text == new_rule("un-dprk/wigs", **about)  # type: ignore[arg-type]
    files = changed(RULE, "severity: high", "severity: high")
    rules = compile_rules([layer({**files, "rules/un-dprk/wigs.yaml": text})], drafts=True)
    assert rules.rule("un-dprk/wigs") is not None
    with pytest.raises(RuleError, match="not a rule id"):
        new_rule("Wigs!", code="x", law=(), author="y", day=date(2026, 11, 23))


def test_a_tidy_file_says_the_same() -> None:
    """White space goes, content stays; block texts are left alone."""
    assert format_text("a: 1  \r\n\n\n\nb: 2\n\n") == "a: 1\n\nb: 2\n"
    block = "a: |\n  x\n\n\n\n  y\n"
    assert format_text(block) == block
    with pytest.raises(RuleError):
        format_text("a: [1")


def test_measures_that_run_out(changed: Change, build_rules: Callable[..., RuleSet]) -> None:
    """Ends and last renewals in reach, with the rules that cite them."""
    rules = build_rules(changed("un-1718.yaml", "from: 2017-09-11", "from: 2017-09-11, to: 2026-12-01"))
    [one] = expiring(rules, today=date(2026, 11, 23), within_days=60)
    assert (one.measure, one.days, one.rules) == ("un-1718/permits", 8, ("un-dprk/overseas-workers",))
    assert (one.why, one.by) == ("ends", "")
    assert expiring(rules, today=date(2026, 11, 23), within_days=5) == []
    assert expiring(rules, today=date(2027, 11, 23), within_days=60) == []


def test_a_passed_renewal_or_review_stays_until_mended(changed: Change, build_rules: Callable[..., RuleSet]) -> None:
    """However long ago it was, with the instrument of the renewal and the place where to look."""
    more = """from: 2017-09-11, review_by: 2026-12-24,
     renewals: [{instrument: the first, until: 2020-01-01}, {instrument: the second, until: 2021-01-01}]"""
    files = changed("un-1718.yaml", "from: 2017-09-11", more)
    law = "rules/measures/un-1718.yaml"
    rules = build_rules({**files, law: files[law].replace("measures:", "url: https://un.example\nmeasures:", 1)})
    renewal, review = expiring(rules, today=date(2026, 11, 24), within_days=30)
    assert (renewal.why, renewal.by, renewal.until) == ("renewal", "the second", date(2021, 1, 1))
    assert (review.why, review.by, review.days, review.look_up) == ("review", "", 30, "https://un.example")
