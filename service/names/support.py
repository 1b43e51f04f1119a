"""What in the article speaks for or against a party, beside its name?"""

from __future__ import annotations

from collections.abc import Sequence

from service.model.entity import Entity, Name
from service.model.evidence import Factor, Span, total
from service.model.mention import Candidate
from service.names.compare import Comparison, score_of
from service.names.letters import plain
from service.names.place import Place
from service.names.roster import NameIndex
from service.names.surroundings import continues_name
from service.names.tables.geography import GEOGRAPHY
from service.names.tables.ordinary import ORDINARY
from service.names.weights import CONTEXT_WEIGHTS
from service.text.document import Document


def judge(document: Document, places: Sequence[Place], index: NameIndex) -> list[tuple[Place, tuple[Candidate, ...]]]:
    """The candidates of every place, best first, one an entity."""
    judged = []
    for place in places:
        best: dict[str, Candidate] = {}
        for name_id, comparison in place.matches:
            entity, name = index.entries[name_id]
            candidate = _candidate(document, place, entity, name, comparison)
            held = best.get(entity.id)
            if held is None or total(candidate.factors) > total(held.factors):
                best[entity.id] = candidate
        ranked = sorted(best.values(), key=lambda one: (-total(one.factors), one.entity.id))
        judged.append((place, tuple(ranked)))
    return judged


def _candidate(document: Document, place: Place, entity: Entity, name: Name, comparison: Comparison) -> Candidate:
    """One listed name at one place, with what the article adds."""
    span = document.span(place.start, place.end)
    factors = [Factor(one.id, one.points, one.reason, (span,)) for one in comparison.factors]
    word = document.norm[place.start : place.end]
    weight = CONTEXT_WEIGHTS
    if name.quality == "weak" or name.kind == "weak":
        factors.append(Factor("weak-alias", weight["weak-alias"], "the list itself calls this name weak", (span,)))
    if place.last - place.first == 1:
        factors += _alone(word, entity, span)
    if word.islower() and not document.norm.islower():
        factors.append(Factor("lower-case", weight["lower-case"], "written as an ordinary word", (span,)))
    if any(continues_name(document, place.first, place.last, person=entity.schema == "Person")):
        factors.append(Factor("longer-name", weight["longer-name"], "the words stand inside a longer name", (span,)))
    points = total(factors)
    sentence = f"{word} may be {entity.primary_name} ({entity.id}): {comparison.sentence}"
    return Candidate(entity, name, score_of(points), tuple(factors), sentence)


def _alone(word: str, entity: Entity, span: Span) -> list[Factor]:
    """What a name of one word lacks: it may be an ordinary word, a place, or anybody's given name."""
    text = plain(word)
    if len(text) <= 4 or text in ORDINARY or text in GEOGRAPHY:
        return [Factor("common-word", CONTEXT_WEIGHTS["common-word"], "a single common or short word", (span,))]
    if entity.schema in ("Person", "Vessel", "Airplane"):
        return [Factor("one-word", CONTEXT_WEIGHTS["one-word"], "a single word for a person or ship", (span,))]
    return []
