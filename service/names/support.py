"""What in the article speaks for or against a party, beside its name?"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from service.model.entity import Entity
from service.model.evidence import Factor, Span, total
from service.model.mention import Candidate
from service.names.compare import MAX_POINTS, MIN_POINTS, Comparison, score_of
from service.names.factors.look import Look
from service.names.factors.table import QUALIFIERS, TEXT_FACTORS
from service.names.originals import in_original_script
from service.names.place import Place
from service.names.roster import NameIndex
from service.names.setting import Setting
from service.names.weights import CONTEXT_WEIGHTS
from service.text.document import Document

BEYOND_DOUBT = 10
"""From these points on a mention may back others."""

ANOTHER_NAME = ("longer-name", "main-word-missing", "ship-part")
"""Factors that say that the article names another party: no context saves such a candidate."""

_EARLY = ("weak-alias", "one-word", "common-words", "main-word-missing")
_AGAINST_FIRST = sorted(TEXT_FACTORS, key=lambda one: (CONTEXT_WEIGHTS[one] >= 0, one not in _EARLY))
"""What speaks against a party before what speaks for it; what needs no sentence and says no often at the very front."""
MOST_FROM_FELLOWS = 2 * CONTEXT_WEIGHTS["named-in-full"]
"""Points that other mentions in the article can add at most."""

Judged = tuple[Place, tuple[Candidate, ...]]


@dataclass(slots=True)
class _Draft:
    """A candidate by its name and the words of the article; facts beside the name are not yet weighed."""

    look: Look
    comparison: Comparison
    spans: tuple[Span, ...]
    factors: list[Factor]
    points: int
    alike: bool
    """Whether facts beside the name may speak for the party."""


@dataclass(frozen=True, slots=True)
class _Bars:
    """What is kept, in points: candidates from `floor` on, at places where one may reach `goal`."""

    floor: int
    goal: int


def judge(
    document: Document, places: Sequence[Place], index: NameIndex, *, floor: int = MIN_POINTS, goal: int = MIN_POINTS
) -> list[Judged]:
    """The candidates of every place, best first, one an entity; looked at again with the sure ones as backing.

    Candidates under `floor` points are left out, and places where nobody can reach `goal`, before the facts around
    them are looked up.
    """
    setting = Setting(document)
    bars = _Bars(floor, min(max(goal, floor), BEYOND_DOUBT))
    hopeful = [place for place in places if any(one.points >= min(bars.goal, 0) for _, _, one in place.matches)]
    first = _judge(setting, hopeful, index, frozenset(), bars)
    sure = {
        candidate.entity.id: candidate.entity
        for found in first.values()
        for candidate in found[:1]
        if total(candidate.factors) >= BEYOND_DOUBT
    }
    if sure:
        fellows = frozenset(sure) | frozenset(code for entity in sure.values() for code in entity.programmes)
        backed = [
            place
            for place in hopeful
            if ((held := first.get((place.start, place.end))) is None or total(held[0].factors) < BEYOND_DOUBT)
            and any(_concerns(fellows, index.entries[name_id][0]) for name_id, _, _ in place.matches)
        ]
        first |= _judge(setting, backed, index, fellows, bars)
    return [(place, first[place.start, place.end]) for place in hopeful if (place.start, place.end) in first]


def _concerns(fellows: frozenset[str], entity: Entity) -> bool:
    """Whether the sure parties of an article may back an entity."""
    return entity.id in fellows or not fellows.isdisjoint(entity.programmes)


def _judge(
    setting: Setting, places: Sequence[Place], index: NameIndex, fellows: frozenset[str], bars: _Bars
) -> dict[tuple[int, int], tuple[Candidate, ...]]:
    """One round over all places: the candidates by the range where they stand."""
    judged = {}
    for place in places:
        looks = [
            (Look(setting, place, *index.entries[name_id], evidence, fellows), comparison)
            for name_id, evidence, comparison in place.matches
        ]
        if bars.goal > bars.floor and not any(_reaches(*one, bars.goal) for one in looks):
            continue
        spans = (setting.document.span(place.start, place.end),)
        best: dict[str, tuple[int, Candidate]] = {}
        for look, comparison in looks:
            draft = _draft(look, comparison, spans, bars.floor)
            if draft is None:
                continue
            candidate, entity = _candidate(draft), look.entity
            points = total(candidate.factors)
            if points >= bars.floor and (entity.id not in best or points > best[entity.id][0]):
                best[entity.id] = points, candidate
        if best:
            ranked = sorted(best.values(), key=lambda one: (-one[0], one[1].entity.id))
            judged[place.start, place.end] = _with_reason([candidate for _, candidate in ranked])
    return judged


def _reaches(look: Look, comparison: Comparison, goal: int) -> bool:
    """Whether facts may lift a name at a place to `goal` points: `_told` is not None, found out at less cost.

    What most often says no is asked first. Nothing that speaks for a party comes before all that speaks against it.
    """
    points, alike = comparison.points, comparison.points >= 0
    if points < min(goal, 0):
        return False
    from_facts = _most_from_facts(look.entity)
    most = from_facts + (MOST_FROM_FELLOWS if look.fellows else 0)
    for factor_id in _AGAINST_FIRST:
        weight = CONTEXT_WEIGHTS[factor_id]
        told = TEXT_FACTORS[factor_id](look) if weight < 0 or (alike and look.fellows) else None
        if told is not None:
            points += round(told[0] * weight)
            alike = alike and factor_id not in ANOTHER_NAME
            if points + (most if alike else 0) < goal:
                return False
    return points + (from_facts if alike else 0) >= goal


def _draft(look: Look, comparison: Comparison, spans: tuple[Span, ...], floor: int) -> _Draft | None:
    """One listed name at one place, with what the words of the article add; None where no fact lifts it to `floor`."""
    told = _told(look, comparison, floor)
    if told is None:
        return None
    found, points, alike = told
    factors = [Factor(one.id, one.points, one.reason, spans) for one in comparison.factors]
    factors += [Factor(factor_id, worth, reason, spans) for factor_id, worth, reason in found]
    return _Draft(look, comparison, spans, factors, points, alike)


def _told(look: Look, comparison: Comparison, floor: int) -> tuple[list[tuple[str, int, str]], int, bool] | None:
    """What the words of the article say: (factor, points, reason) each, the sum so far, and whether facts may add."""
    found = []
    points, alike = comparison.points, comparison.points >= 0
    from_facts = _most_from_facts(look.entity)
    most = from_facts + (MOST_FROM_FELLOWS if look.fellows else 0)
    for factor_id, judge_text in TEXT_FACTORS.items():
        weight = CONTEXT_WEIGHTS[factor_id]
        told = judge_text(look) if alike or weight < 0 else None
        if told is not None:
            worth = round(told[0] * weight)
            found.append((factor_id, worth, told[1]))
            points += worth
            alike = alike and factor_id not in ANOTHER_NAME
            if points + (most if alike else 0) < floor:
                return None
    return (found, points, alike) if points + (from_facts if alike else 0) >= floor else None


def _most_from_facts(entity: Entity) -> int:
    """Points that country, role, gender, birth and ship can add at most."""
    return (
        CONTEXT_WEIGHTS["country"]
        + (CONTEXT_WEIGHTS["role"] if entity.positions else 0)
        + (CONTEXT_WEIGHTS["gender"] if entity.gender is not None else 0)
        + (CONTEXT_WEIGHTS["birth-date"] if entity.birth_dates else 0)
        + (2 * CONTEXT_WEIGHTS["ship"] if entity.schema == "Vessel" else 0)
    )


def _candidate(draft: _Draft) -> Candidate:
    """A draft with the facts beside the name; they do not save names that differ."""
    look, factors, spans = draft.look, draft.factors, draft.spans
    qualifiers = []
    for factor_id, qualify in QUALIFIERS.items():
        known = qualify(look)
        if known is None:
            continue
        qualifiers.append(known[0])
        points = round(known[1] * CONTEXT_WEIGHTS[factor_id])
        if points and (draft.alike or points < 0):
            factors.append(Factor(factor_id, points, known[2], spans))
    points = total(factors)
    if points > MAX_POINTS:
        factors.append(Factor("bounds", MAX_POINTS - points, "points are kept within the range of the scale", spans))
        points = MAX_POINTS
    text = f"{look.written} may be {look.entity.primary_name} ({look.entity.id}): {draft.comparison.sentence}"
    kind = "original" if in_original_script(look.name.text) else ""
    return Candidate(look.entity, look.name, score_of(points), tuple(factors), text, tuple(qualifiers), kind)


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
