"""What in the article speaks for or against a party, beside its name?"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from service.model.evidence import Factor, total
from service.model.mention import Candidate
from service.names.compare import MAX_POINTS, score_of
from service.names.factors.look import Look
from service.names.factors.table import QUALIFIERS, TEXT_FACTORS
from service.names.place import Place
from service.names.roster import NameIndex
from service.names.setting import Setting
from service.names.weights import CONTEXT_WEIGHTS
from service.text.document import Document

BEYOND_DOUBT = 10
"""From these points on a mention may back others."""

ANOTHER_NAME = ("longer-name", "main-word-missing", "ship-part")
"""Factors that say that the article names another party: no context saves such a candidate."""

Judged = tuple[Place, tuple[Candidate, ...]]


def judge(document: Document, places: Sequence[Place], index: NameIndex) -> list[Judged]:
    """The candidates of every place, best first, one an entity; looked at again with the sure ones as backing."""
    setting = Setting(document)
    first = _judge(setting, places, index, frozenset())
    sure = {
        candidate.entity for _, found in first for candidate in found[:1] if total(candidate.factors) >= BEYOND_DOUBT
    }
    if not sure:
        return first
    fellows = frozenset(entity.id for entity in sure) | frozenset(code for entity in sure for code in entity.programmes)
    doubtful = [place for place, found in first if total(found[0].factors) < BEYOND_DOUBT]
    again = dict(_judge(setting, doubtful, index, fellows))
    return [(place, again.get(place, found)) for place, found in first]


def _judge(setting: Setting, places: Sequence[Place], index: NameIndex, fellows: frozenset[str]) -> list[Judged]:
    """One round over all places."""
    judged = []
    for place in places:
        best: dict[str, Candidate] = {}
        for name_id, evidence, comparison in place.matches:
            entity, name = index.entries[name_id]
            look = Look(setting, place, entity, name, evidence, fellows)
            candidate = _candidate(look, comparison.factors, comparison.sentence)
            held = best.get(entity.id)
            if held is None or total(candidate.factors) > total(held.factors):
                best[entity.id] = candidate
        if best:
            ranked = sorted(best.values(), key=lambda one: (-total(one.factors), one.entity.id))
            judged.append((place, _with_reason(ranked)))
    return judged


def _candidate(look: Look, by_name: Sequence[Factor], sentence: str) -> Candidate:
    """One listed name at one place, with what the article adds; names that differ are not saved by their context."""
    span = (look.setting.document.span(look.place.start, look.place.end),)
    factors = [Factor(one.id, one.points, one.reason, span) for one in by_name]
    alike = total(factors) >= 0
    for factor_id, judge_text in TEXT_FACTORS.items():
        told = judge_text(look)
        if told is not None and (alike or CONTEXT_WEIGHTS[factor_id] < 0):
            factors.append(Factor(factor_id, round(told[0] * CONTEXT_WEIGHTS[factor_id]), told[1], span))
            alike = alike and factor_id not in ANOTHER_NAME
    qualifiers = []
    for factor_id, qualify in QUALIFIERS.items():
        known = qualify(look)
        if known is None:
            continue
        qualifiers.append(known[0])
        points = round(known[1] * CONTEXT_WEIGHTS[factor_id])
        if points and (alike or points < 0):
            factors.append(Factor(factor_id, points, known[2], span))
    points = total(factors)
    if points > MAX_POINTS:
        factors.append(Factor("bounds", MAX_POINTS - points, "points are kept within the range of the scale", span))
        points = MAX_POINTS
    text = f"{look.written} may be {look.entity.primary_name} ({look.entity.id}): {sentence}"
    return Candidate(look.entity, look.name, score_of(points), tuple(factors), text, tuple(qualifiers))


def _with_reason(ranked: list[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, the best with the reason why it is the best."""
    if len(ranked) < 2:
        return tuple(ranked)
    lead = total(ranked[0].factors) - total(ranked[1].factors)
    rival = ranked[1].entity
    why = f" Best of {len(ranked)}: {lead} points ahead of {rival.primary_name} ({rival.id})."
    if lead == 0:
        why = f" {rival.primary_name} ({rival.id}) fits as well; only facts outside the name can tell them apart."
    return (dataclasses.replace(ranked[0], sentence=ranked[0].sentence + why), *ranked[1:])
