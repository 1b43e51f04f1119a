"""What would a change of rules change? Alerts gained and lost over a set of articles, and the rule that costs most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from service.model.article import Article
from service.model.mention import Mention
from service.model.screening import Band
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import candidates, evaluate, judge_rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.scene import Scene
from service.text.document import Document, read


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
    evidence: str = ""
    """The sentence that scored, after the change or, where nothing is located any more, before."""

    def __str__(self) -> str:
        """`article: rule: none -> alert (-9 -> 5)`."""
        points = f"({self.points_before} -> {self.points_after})"
        return f"{self.article}: {self.rule}: {self.before} -> {self.after} {points}"

    @property
    def gained(self) -> bool:
        """Whether an alert comes to be."""
        return self.after == "alert"

    @property
    def lost(self) -> bool:
        """Whether an alert is no more."""
        return self.before == "alert"


def compare_rules(old: RuleSet, new: RuleSet, articles: Iterable[Article]) -> list[Change]:
    """Every band that differs, in the order of the articles."""
    return [change for article in articles for change in compare_on(old, new, read(article))]


def compare_on(old: RuleSet, new: RuleSet, document: Document, mentions: Sequence[Mention] = ()) -> list[Change]:
    """Every band that differs on one article."""
    before, after = _bands(old, document, mentions), _bands(new, document, mentions)
    article = document.article
    out: list[Change] = []
    for rule in sorted({*before, *after}):
        was, points_before, old_words = before.get(rule, _NOTHING)
        now, points_after, new_words = after.get(rule, _NOTHING)
        if was != now:
            words = new_words or old_words
            out.append(Change(str(article.id), article.title, rule, was, now, points_before, points_after, words))
    return out


_Said = tuple[Band, int, str]
_NOTHING: _Said = ("none", 0, "")


def _bands(rules: RuleSet, document: Document, mentions: Sequence[Mention]) -> dict[str, _Said]:
    """Rule to band, points and first sentence of what was located."""
    verdicts = evaluate(document, find_concepts(document, rules), mentions, rules)
    return {one.rule.id: (one.band, one.points, one.evidence[0].text if one.evidence else "") for one in verdicts}


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
