"""What does a verdict become in a screening? A Hit whose points are the sum of its factors."""

from __future__ import annotations

from service.model.screening import Hit
from service.ruleset.verdict import Verdict


def score(verdict: Verdict) -> Hit | None:
    """The hit of a rule that fired; None for one that did not."""
    if not verdict.fired:
        return None
    rule = verdict.rule
    return Hit(
        rule.id,
        rule.version,
        rule.status,
        rule.title,
        rule.tags,
        verdict.band,
        rule.severity,
        verdict.points,
        verdict.factors,
        verdict.evidence,
        law=verdict.law,
        stance=verdict.stance,
        exemptions=verdict.exemptions,
        not_met=verdict.not_met,
        notes=verdict.notes,
        said_by=verdict.said_by,
        entity_ids=verdict.entity_ids,
        review_from=rule.review,
        alert_from=rule.alert,
    )
