"""Who on the lists is called this? A look-up of one name, every answer scored and explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from service.errors import InputError
from service.model.entity import Entity
from service.model.evidence import Factor, total
from service.model.mention import Candidate, Qualifier, Result
from service.names.compare import MAX_POINTS, MIN_POINTS, compare_prepared, score_of
from service.names.factors.context import AGE_SLACK, SURE
from service.names.identifiers import holder_of, normal_number
from service.names.kinds import kind_of, same_kind
from service.names.letters import plain, sound
from service.names.prepare import prepare
from service.names.roster import NameIndex
from service.names.weights import CONTEXT_WEIGHTS
from service.watchlist.countries import country_code

MOST_COMPARED = 5_000
"""Listed names that are compared with one query, those that share its rarest words first."""
_CALLED = {"country": "country", "birth-date": "date of birth"}
_VERBS: dict[Result, str] = {"agree": "agrees", "conflict": "differs"}


def search_names(
    q: str,
    index: NameIndex,
    limit: int = 20,
    *,
    schema: str | None = None,
    admits: Callable[[Entity], bool] = lambda _: True,
) -> tuple[Candidate, ...]:
    """The listed parties whose names are nearest to `q`, best first, one candidate an entity.

    `schema` narrows the search to one kind of party (`Person`, `Company`, `Vessel`, ...), `Organization`, `Company`
    and `LegalEntity` answering to each other; `admits` to some entities. Raises InputError for an unknown schema and
    for a name without a letter or digit.
    """
    if not any(map(str.isalnum, q)):
        raise InputError(f"{q!r} has no letter or digit to look up; give a name")
    wanted = "Thing" if schema is None else kind_of(schema)
    best: dict[str, Candidate] = {}
    for name_id in _possible(q, index):
        entity, name = index.entries[name_id]
        if not same_kind(wanted, entity.schema) or not admits(entity):
            continue
        comparison = compare_prepared(prepare(q, entity.schema), index.prepared(name_id))
        held = best.get(entity.id)
        if held is None or comparison.points > total(held.factors):
            best[entity.id] = Candidate(entity, name, comparison.score, comparison.factors, comparison.sentence)
    return tuple(sorted(best.values(), key=lambda one: (-total(one.factors), one.entity.id))[:limit])


def with_facts(candidate: Candidate, facts: dict[str, tuple[str, ...]]) -> Candidate:
    """A candidate with the secondary facts of a query weighed: `country` (codes or names) and `birthDate` (ISO dates).

    A country that is none counts nothing. As in running text, no fact saves names that differ.
    """
    factors, qualifiers, told_of = list(candidate.factors), [], []
    alike = total(factors) >= 0
    for factor_id, told, listed, strength in _facts(candidate.entity, facts):
        result: Result = "unknown" if strength == 0 else "agree" if strength > 0 else "conflict"
        qualifiers.append(Qualifier(factor_id, ", ".join(sorted(told)), ", ".join(sorted(listed)), result))
        points = round(CONTEXT_WEIGHTS[factor_id] * strength)
        if points < 0 or (points and alike):
            values = " / ".join(dict.fromkeys((", ".join(sorted(told)), ", ".join(sorted(listed)))))
            told_of.append(f"the {_CALLED[factor_id]} {_VERBS[result]} ({values})")
            factors.append(Factor(factor_id, points, told_of[-1]))
    points = total(factors)
    bounded = min(max(points, MIN_POINTS), MAX_POINTS)
    if bounded != points:
        factors.append(Factor("bounds", bounded - points, "points are kept within the range of the scale"))
    return Candidate(
        entity=candidate.entity,
        name=candidate.name,
        score=score_of(bounded),
        factors=tuple(factors),
        sentence="; ".join((candidate.sentence.removesuffix("."), *told_of)) + ".",
        qualifiers=tuple(qualifiers),
        matched_name_kind=candidate.matched_name_kind,
    )


def _facts(entity: Entity, facts: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, set[str], set[str], float]]:
    """(factor, told, listed, strength) of each fact that a query tells."""
    countries = {code for code in map(country_code, facts.get("country", ())) if code}
    if countries:
        listed = {*entity.countries, *entity.nationalities}
        yield "country", countries, listed, 0.0 if not listed else 1.0 if countries & listed else -1.0
    born = set(facts.get("birthDate", ()))
    if born:
        years = {int(text[:4]) for text in born if text[:4].isdigit()}
        known = {int(text[:4]) for text in entity.birth_dates if text[:4].isdigit()}
        apart = min((abs(one - other) for one in years for other in known), default=1)
        yield "birth-date", born, set(entity.birth_dates), (1.0 if apart == 0 else -SURE if apart > AGE_SLACK else 0.0)


def find_numbers(numbers: Iterable[tuple[str, str]], index: NameIndex) -> list[Candidate]:
    """The holders of identifiers, (kind, value) each."""
    found = []
    for kind, value in numbers:
        for entity in index.identifiers.get((kind, normal_number(kind, value)), ()):
            found.append(holder_of(kind, value, entity))
    return found


def _possible(q: str, index: NameIndex) -> list[int]:
    """Numbers of the names that share a word with the query as it sounds, most words in common first."""
    shared: dict[int, int] = {}
    words = {sound(word) for word in plain(q).split()}
    for word in sorted(words, key=lambda one: len(index.by_word.get(one, ()))):
        for name_id in index.by_word.get(word, ()):
            shared[name_id] = shared.get(name_id, 0) + 1
        if len(shared) > MOST_COMPARED:
            break
    for name_id in index.near(q):
        shared[name_id] = shared.get(name_id, 0) + 1
    return sorted(shared, key=lambda name_id: (-shared[name_id], name_id))[:MOST_COMPARED]
