"""The quality sample: which closed alerts somebody else looks at again, and how often they agree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.report.pages import render
from service.report.shares import Share, share
from service.store.decisions import Decision, SecondLook
from service.store.times import iso

Looks = Mapping[tuple[str, int], SecondLook]
"""Second looks by alert and time of the decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """A decision that was drawn, and the second look at it, None while there is none."""

    decision: Decision
    look: SecondLook | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """A sample of the decisions of each analyst, and how often a second look agreed."""

    since: datetime
    until: datetime
    seed: str
    per_person: int
    decided: int
    """Decisions that the sample was drawn from."""
    sampled: tuple[Sampled, ...]
    agreement: Mapping[str, Share]
    """By analyst, over all second looks at decisions of these days."""


def draw(decisions: Sequence[Decision], *, per_person: int, seed: str) -> list[Decision]:
    """Up to `per_person` decisions of each analyst. The same decisions and seed always give the same sample.

    Decisions are ranked by SHA-256 of the seed and the alert's id, so that nobody can choose what is looked at, and a
    decision that is added moves no other one out but by its own rank.
    """
    taken: dict[str, int] = {}
    sample: list[Decision] = []
    for decision in sorted(decisions, key=lambda one: (_rank(seed, one.alert_id), one.alert_id)):
        if taken.get(decision.maker, 0) < per_person:
            taken[decision.maker] = taken.get(decision.maker, 0) + 1
            sample.append(decision)
    return sorted(sample, key=lambda one: (one.maker, one.at, one.alert_id))


def agreement(looks: Iterable[SecondLook]) -> dict[str, Share]:
    """How often second looks agreed, by analyst."""
    counts: dict[str, list[int]] = {}
    for look in looks:
        count = counts.setdefault(look.maker, [0, 0])
        count[0] += look.agrees
        count[1] += 1
    return {maker: share(agreed, among) for maker, (agreed, among) in sorted(counts.items())}


def quality_dict(quality: Quality) -> dict[str, Any]:
    """The sample as JSON (`quality/1`)."""
    return {
        "schema": "quality/1",
        "since": quality.since.isoformat(),
        "until": quality.until.isoformat(),
        "seed": quality.seed,
        "per_person": quality.per_person,
        "decided": quality.decided,
        "sample": [_told(one) for one in quality.sampled],
        "agreement": {maker: one.as_dict() for maker, one in quality.agreement.items()},
    }


def render_quality_html(quality: Quality) -> str:
    """The sample as a page to work through."""
    return render("quality.html", quality=quality, iso=iso)


def _told(one: Sampled) -> dict[str, Any]:
    """A drawn decision as JSON."""
    decision, look = one.decision, one.look
    return {
        "alert_id": decision.alert_id,
        "summary": decision.summary,
        "decided_by": decision.maker,
        "checked_by": decision.checker,
        "decided_at": iso(decision.at),
        "outcome": decision.outcome,
        "band": decision.band,
        "points": decision.points,
        "second_look": None if look is None else look_dict(look),
    }


def look_dict(look: SecondLook) -> dict[str, Any]:
    """A second look as JSON."""
    return {"by": look.by, "at": iso(look.at), "agrees": look.agrees, "note": look.note}


def _rank(seed: str, alert_id: str) -> str:
    """Where an alert stands in the draw."""
    return hashlib.sha256(f"{seed}\n{alert_id}".encode()).hexdigest()
