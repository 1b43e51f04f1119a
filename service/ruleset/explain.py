"""Why did a rule fire, or not? Branch by branch: what held, where, and what was lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.model.evidence import Span
from service.model.mention import Mention
from service.ruleset.concepts import ConceptMatches
from service.ruleset.evaluate import judge
from service.ruleset.keys import OPERATORS
from service.ruleset.rule import AmountIs, AnyOf, DateIs, Finding, Near, Part, PartyIs, PlaceIs, Rule, Words
from service.ruleset.ruleset import RuleSet
from service.ruleset.scene import Scene
from service.ruleset.verdict import Verdict
from service.ruleset.vocabulary import Range
from service.text.document import Document

MOST_QUOTES = 3
"""Most places that a branch quotes."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One clause of a rule: in words, whether it held, the words that it found, and its own clauses."""

    clause: str
    held: bool
    quotes: tuple[Span, ...] = ()
    branches: tuple[Branch, ...] = ()
    remark: str = ""
    concept: str = ""
    """The concept that the clause is, by the name that rules call it by."""

    def as_dict(self) -> dict[str, object]:
        """The branch as JSON."""
        return {
            "clause": self.clause,
            "concept": self.concept,
            "held": self.held,
            "quotes": [span.as_dict() for span in self.quotes],
            "remark": self.remark,
            "branches": [branch.as_dict() for branch in self.branches],
        }

    def lines(self, indent: int = 0) -> Iterator[str]:
        """The branch for a terminal."""
        quoted = "; ".join(f'"{span.text}"' for span in self.quotes)
        detail = f": {quoted}" if quoted else f": {self.remark}" if self.remark else ""
        name = f" [{self.concept}]" if self.concept else ""
        yield f"{'  ' * indent}{'yes' if self.held else 'no '} {self.clause}{name}{detail}"
        for branch in self.branches:
            yield from branch.lines(indent + 1)


@dataclass(frozen=True, slots=True)
class RuleExplanation:
    """One rule on one article: its verdict, if any finding was located, and each finding's branches."""

    rule: Rule
    verdict: Verdict | None
    findings: tuple[Branch, ...]

    @property
    def lacked(self) -> str:
        """The clause that the nearest finding lacked, in one sentence; empty where a finding held."""
        if self.verdict is not None:
            return ""
        best = max(self.findings, key=_share, default=None)
        missing = next(_missing(best), None) if best is not None else None
        return f"{best.clause}: lacks {missing.clause}" if best is not None and missing is not None else ""


def explain_rule(scene: Scene, rule: Rule, verdict: Verdict | None) -> RuleExplanation:
    """Every finding of a rule, branch by branch, in the sentence where most of it holds."""
    return RuleExplanation(rule, verdict, tuple(_finding(scene, finding) for finding in rule.find))


def explain_rules(
    document: Document, matches: ConceptMatches, mentions: Sequence[Mention], rules: RuleSet, only: Sequence[str] = ()
) -> tuple[RuleExplanation, ...]:
    """The named rules, else the nearest ones: fired first, then those of which most stands in the article."""
    verdicts = judge(document, matches, mentions, rules)
    by_rule = {verdict.rule.id: verdict for verdict in verdicts.fired + verdicts.near}
    scene = Scene(document, matches, mentions, rules)
    if only:
        chosen = [rule for rule in (*rules.rules, *rules.idle) if rule.id in only]
    else:
        chosen = [verdict.rule for verdict in by_rule.values()] + nearest_rules(scene, set(by_rule))
    return tuple(explain_rule(scene, rule, by_rule.get(rule.id)) for rule in chosen)


def nearest_rules(scene: Scene, taken: set[str], most: int = 5) -> list[Rule]:
    """Rules without a located finding of which the largest share of needed words stands in the article."""
    ranked: list[tuple[float, str, Rule]] = []
    for rule in scene.rules.rules:
        shares = [_present(scene, finding.part) for finding in rule.find]
        best = max(shares, default=0.0)
        if best > 0 and rule.id not in taken:
            ranked.append((-best, rule.id, rule))
    ranked.sort(key=lambda row: row[:2])
    return [rule for _, _, rule in ranked[:most]]


def _present(scene: Scene, part: Part) -> float:
    """Which share of the needed groups stands in the article."""
    if not part.needs:
        return 0.0
    return sum(not group.isdisjoint(scene.standing.features) for group in part.needs) / len(part.needs)


def _finding(scene: Scene, finding: Finding) -> Branch:
    """A finding in the sentence where most of it holds."""
    windows = [scene.document.sentences[index] for index in _sentences(scene, finding.part)] or [scene.whole]
    if not finding.sentence_bound:
        windows = [scene.whole]
    trees = [_branch(scene, finding.part, window, finding.id) for window in windows]
    return max(trees, key=_share)


def _sentences(scene: Scene, part: Part) -> list[int]:
    """Sentences that hold at least one needed word, at most fifty."""
    positions = {at for group in part.needs for at in scene.standing.positions(group)}
    return sorted({scene.document.sentence_index(at) for at in positions})[:50]


def _branch(scene: Scene, part: Part, window: Range, name: str = "") -> Branch:
    """A part in a window, with its own parts."""
    operator = part.operator
    found = scene.find(part, window)
    clause = f"{name}: {describe(part, scene.rules)}" if name else describe(part, scene.rules)
    quotes = tuple(dict.fromkeys(scene.document.span(one.start, one.end) for one in found[:MOST_QUOTES]))
    inner: tuple[Branch, ...] = ()
    if isinstance(operator, Near | AnyOf) and (name or not found):
        inner = tuple(_branch(scene, one, window) for one in operator.parts)
    remark = ""
    if not found:
        if isinstance(operator, Near) and inner and all(one.held for one in inner):
            remark = "all parts stand there, but not near enough, not in this order, or masked"
        elif not scene.standing.can_find(part):
            remark = "its words stand nowhere in the article"
        else:
            remark = "not in this sentence"
    concept = part.label if part.label in scene.rules.concepts else ""
    return Branch(clause, bool(found), quotes, inner, remark, concept)


def _share(branch: Branch) -> tuple[bool, float]:
    """How much of a branch held."""
    if not branch.branches:
        return branch.held, float(branch.held)
    return branch.held, sum(_share(one)[1] for one in branch.branches) / len(branch.branches)


def _missing(branch: Branch) -> Iterator[Branch]:
    """The clauses that did not hold."""
    for one in branch.branches:
        if not one.held:
            yield one
    if not branch.branches and not branch.held:
        yield branch


def describe(part: Part, rules: RuleSet) -> str:
    """A part in words."""
    operator = part.operator
    if part.label in rules.concepts:
        return rules.labels[rules.concepts[part.label]]
    if part.label not in ("", *OPERATORS):
        simple = isinstance(operator, PlaceIs | PartyIs | AmountIs)
        name = part.label.replace("_", " ")
        return f"{name} ({describe(replace(part, label=''), rules)})" if simple else name
    if isinstance(operator, Words):
        return rules.labels[operator.feature]
    if isinstance(operator, AnyOf):
        return " or ".join(describe(one, rules) for one in operator.parts)
    if isinstance(operator, Near):
        joined = (" then " if operator.ordered else " near ").join(describe(one, rules) for one in operator.parts)
        return f"{joined}, {_reach(operator)}"
    if isinstance(operator, PlaceIs):
        return f"a place {'outside' if operator.exclude else 'in'} {', '.join(sorted(operator.countries))}"
    if isinstance(operator, PartyIs):
        return "a listed party"
    if isinstance(operator, AmountIs):
        bounds = (("at least", operator.low), ("at most", operator.high))
        return " ".join(["an amount of", operator.kind, *(f"{word} {bound}" for word, bound in bounds if bound)])
    return _date_words(operator)


def _reach(operator: Near) -> str:
    """The window of a near in words."""
    if operator.tokens is not None:
        return f"at most {operator.tokens} words between"
    if operator.sentences is not None:
        return f"within {operator.sentences} sentences"
    gap = f", gaps of at most {operator.gap} words" if operator.gap is not None else ""
    return f"in one {operator.within}{gap}"


def _date_words(operator: DateIs) -> str:
    """A date condition in words."""
    since = f" from {operator.from_}" if operator.from_ else ""
    return f"a date{since}{f' to {operator.to}' if operator.to else ''}"
