"""Why was an article not flagged? The nearest rules, what each lacked, points against thresholds, near names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.model.mention import Mention
from service.names.match import Found
from service.ruleset.concepts import ConceptMatches
from service.ruleset.explain import RuleExplanation, explain_rules
from service.ruleset.ruleset import RuleSet
from service.text.document import Document


@dataclass(frozen=True, slots=True)
class Explanation:
    """The record of what was looked at: rules in order of nearness, mentions, and mentions below the threshold."""

    rules: tuple[RuleExplanation, ...]
    mentions: tuple[Mention, ...] = ()
    below: tuple[Mention, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The explanation as JSON."""
        return {
            "schema": "explanation/1",
            "rules": [_rule_dict(one) for one in self.rules],
            "mentions": [mention.as_dict() for mention in self.mentions],
            "below_threshold": [mention.as_dict() for mention in self.below],
        }

    def lines(self) -> Iterator[str]:
        """The explanation for a terminal."""
        if not self.rules:
            yield "No rule's words stand in this article."
        for one in self.rules:
            yield from _rule_lines(one)
        for mention in self.below:
            best = mention.candidates[0]
            named = f"{best.entity.primary_name} ({best.score})"
            yield f'Below the threshold: "{mention.span.text}" ~ {named}: {best.sentence}'


def explain(
    document: Document, matches: ConceptMatches, found: Found, rules: RuleSet, only: Sequence[str] = ()
) -> Explanation:
    """Explain an article by its concepts and the names found in it: the named rules, else the nearest ones."""
    explained = explain_rules(document, matches, found.mentions, rules, only)
    return Explanation(explained, found.mentions, found.below)


def _rule_dict(one: RuleExplanation) -> dict[str, object]:
    """One rule as JSON."""
    verdict = one.verdict
    return {
        "rule_id": one.rule.id,
        "title": one.rule.title,
        "band": verdict.band if verdict else "none",
        "points": verdict.points if verdict else None,
        "thresholds": {"review": one.rule.review, "alert": one.rule.alert},
        "finding": verdict.finding if verdict else None,
        "factors": [factor.as_dict() for factor in verdict.factors] if verdict else [],
        "notes": list(verdict.notes) if verdict else [],
        "lacked": one.lacked,
        "findings": [branch.as_dict() for branch in one.findings],
    }


def _rule_lines(one: RuleExplanation) -> Iterator[str]:
    """One rule for a terminal."""
    rule, verdict = one.rule, one.verdict
    if verdict is None:
        yield f"{rule.id}: no finding. {one.lacked}"
        return
    yield f"{rule.id}: {verdict.band}, {verdict.points} points (review from {rule.review}, alert from {rule.alert})"
    for factor in verdict.factors:
        quoted = "; ".join(f'"{span.text}"' for span in factor.spans)
        yield f"  {factor.points:+4d} {factor.id}: {factor.reason}{f' [{quoted}]' if quoted else ''}"
    for note in verdict.notes:
        yield f"  note: {note}"
