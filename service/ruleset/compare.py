"""What would a change of rules change? Alerts gained and lost over a set of articles, and the rule that costs most."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from service.model.article import Article
from service.model.screening import Band
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import candidates, evaluate, judge_rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.scene import Scene
from service.text.document import read


@dataclass(frozen=True, slots=True)
class Change:
    """One rule on one article, before and after."""

    article: str
    title: str
    rule: str
    before: Band
    after: Band
    points_before: int
    points_after: int

    def __str__(self) -> str:
        """`article: rule: none -> alert (-9 -> 5)`."""
        points = f"({self.points_before} -> {self.points_after})"
        return f"{self.article}: {self.rule}: {self.before} -> {self.after} {points}"


def compare_rules(old: RuleSet, new: RuleSet, articles: Iterable[Article]) -> list[Change]:
    """Every band that differs, in the order of the articles."""
    out: list[Change] = []
    for article in articles:
        before, after = _bands(old, article), _bands(new, article)
        for rule in sorted({*before, *after}):
            band_before, points_before = before.get(rule, ("none", 0))
            band_after, points_after = after.get(rule, ("none", 0))
            if band_before != band_after:
                row = (str(article.id), article.title, rule, band_before, band_after, points_before, points_after)
                out.append(Change(*row))
    return out


def _bands(rules: RuleSet, article: Article) -> dict[str, tuple[Band, int]]:
    """Rule to band and points of what was located."""
    document = read(article)
    verdicts = evaluate(document, find_concepts(document, rules), (), rules)
    return {verdict.rule.id: (verdict.band, verdict.points) for verdict in verdicts}


@dataclass(frozen=True, slots=True)
class RuleCost:
    """What a rule cost over some articles."""

    rule: str
    probed: int
    """Articles in which all words of one of its findings stood."""
    fired: int
    seconds: float


def profile_rules(rules: RuleSet, articles: Iterable[Article], clock: Callable[[], float]) -> list[RuleCost]:
    """Cost of each rule that was probed, the greedy one first. `clock` gives seconds: this room has none."""
    probed: dict[str, int] = {}
    fired: dict[str, int] = {}
    spent: dict[str, float] = {}
    for article in articles:
        document = read(article)
        scene = Scene(document, find_concepts(document, rules), (), rules)
        _ = document.sentences, document.tokens
        for number, findings in candidates(scene).items():
            rule = rules.rules[number]
            start = clock()
            verdict = judge_rule(scene, rule, findings)
            spent[rule.id] = spent.get(rule.id, 0.0) + clock() - start
            probed[rule.id] = probed.get(rule.id, 0) + 1
            fired[rule.id] = fired.get(rule.id, 0) + (verdict is not None and verdict.fired)
    rows = [RuleCost(name, probed[name], fired[name], spent[name]) for name in probed]
    return sorted(rows, key=lambda row: (-row.seconds, row.rule))
