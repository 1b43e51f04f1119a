"""The screening: one look at one article, and everything needed to look again in the same way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from service.model.article import Article
from service.model.evidence import Factor, Span
from service.model.law import LawRow
from service.model.mention import Mention
from service.model.party import SameParty

Band = Literal["alert", "review", "none"]
SCREENING_SCHEMA = "screening/1"

BAND_ORDER: dict[Band, int] = {"none": 0, "review": 1, "alert": 2}


def strongest(bands: list[Band]) -> Band:
    """The highest of some bands, `none` for none."""
    return max(bands, key=BAND_ORDER.__getitem__, default="none")


@dataclass(frozen=True, slots=True)
class StanceMark:
    """How the text stands to the conduct: a cue in the finding's clause."""

    kind: str
    """violation, denied, norm, hypothetical, planned, historical, habit, hedged."""
    points: int
    span: Span

    def as_dict(self) -> dict[str, object]:
        """The mark as JSON."""
        return {"kind": self.kind, "points": self.points, "span": self.span.as_dict()}


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fired on an article. `points` is the sum of the factors shown."""

    rule_id: str
    rule_version: str
    rule_status: str
    title: str
    tags: tuple[str, ...]
    band: Band
    severity: str
    points: int
    factors: tuple[Factor, ...]
    evidence: tuple[Span, ...]
    """Sentences that prove it, best first; never empty."""
    law: tuple[LawRow, ...] = ()
    stance: tuple[StanceMark, ...] = ()
    exemptions: tuple[Factor, ...] = ()
    """Those of the factors that are legal exemptions, with their ground."""
    not_met: tuple[str, ...] = ()
    """Clauses of the rule that did not hold, one sentence each."""
    notes: tuple[str, ...] = ()
    """Why the band is not what the points alone would give."""
    said_by: str = "unknown"
    entity_ids: tuple[str, ...] = ()
    """Listed entities that took part in the evidence."""
    review_from: int | None = None
    """Points from which the rule asks for a review; None where no points decide (a hit by party policy)."""
    alert_from: int | None = None
    """Points from which the rule alerts."""

    def as_dict(self) -> dict[str, object]:
        """The hit as JSON."""
        return {
            "rule_id": self.rule_id,
            "rule_version": self.rule_version,
            "rule_status": self.rule_status,
            "title": self.title,
            "tags": list(self.tags),
            "band": self.band,
            "severity": self.severity,
            "points": self.points,
            "factors": [factor.as_dict() for factor in self.factors],
            "evidence": [span.as_dict() for span in self.evidence],
            "law": [row.as_dict() for row in self.law],
            "stance": [mark.as_dict() for mark in self.stance],
            "exemptions": [factor.as_dict() for factor in self.exemptions],
            "not_met": list(self.not_met),
            "notes": list(self.notes),
            "said_by": self.said_by,
            "entity_ids": list(self.entity_ids),
            "thresholds": {"review": self.review_from, "alert": self.alert_from},
        }


@dataclass(frozen=True, slots=True)
class Provenance:
    """The versions and hashes behind a screening; ages are computed at the door, never here."""

    engine_version: str
    rules_sha256: str
    rules: tuple[tuple[str, str, str, str], ...]
    """(id, version, sha256, status) of each loaded rule."""
    lists: tuple[tuple[str, str, str, str | None], ...]
    """(name, version, sha256, list_date) of each loaded list."""
    limits_reached: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The provenance as JSON."""
        return {
            "engine_version": self.engine_version,
            "rules_sha256": self.rules_sha256,
            "rules": [dict(zip(("id", "version", "sha256", "status"), row, strict=True)) for row in self.rules],
            "lists": [dict(zip(("name", "version", "sha256", "list_date"), row, strict=True)) for row in self.lists],
            "limits_reached": list(self.limits_reached),
        }


@dataclass(frozen=True, slots=True)
class Screening:
    """One look at one article: all hits and mentions, and the versions used."""

    article: Article
    snapshot: str
    """SHA-256 over the rules, party policy and lists that were used."""
    provenance: Provenance
    hits: tuple[Hit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    language: str | None = None
    """The article's language as given or, where its sender named none, as told from its words; `und`: not told."""
    same_party: tuple[SameParty, ...] = ()
    """Of the mentioned entries those that stand on several lists, with their entries on the other lists."""

    @property
    def band(self) -> Band:
        """The strongest band of its hits."""
        return strongest([hit.band for hit in self.hits])

    def as_dict(self) -> dict[str, object]:
        """The `screening/1` object without `alert_id`, which intake adds."""
        return {
            "schema": SCREENING_SCHEMA,
            "article": self.article.as_dict(),
            "language": self.language,
            "snapshot": self.snapshot,
            "provenance": self.provenance.as_dict(),
            "band": self.band,
            "hits": [hit.as_dict() for hit in self.hits],
            "mentions": [mention.as_dict() for mention in self.mentions],
            "same_party": [party.as_dict() for party in self.same_party],
        }

    def canonical(self) -> bytes:
        """The bytes that are the same on any machine for the same article and snapshot."""
        return json.dumps(self.as_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
