"""The matching API of yente, as plain dictionaries: `POST /match/{dataset}` in, the same shape of answer out.

Shapes after yente's documentation (https://www.opensanctions.org/docs/api/matching/). Scores are ours, whatever
algorithm a client asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from service.errors import InputError, NotFoundError
from service.model.entity import Entity
from service.model.evidence import total
from service.model.mention import Candidate
from service.names.roster import NameIndex
from service.names.scoring import scoring_factors
from service.names.search import find_numbers, search_names, with_facts
from service.names.weights import DEFAULT_THRESHOLD
from service.names.yente_entity import example_of, scored_entity

MOST_QUERIES = 500
"""Queries of one request."""
LEAST_SCORE = 0.05
"""Results below are left out, unless the request asks for them."""
LEAST_WEIGHED = 50
"""Candidates of a name whose facts are weighed at least: among namesakes the facts decide who comes first."""
EVERYTHING = ("default", "all", "sanctions")
"""Datasets that mean every list in use."""
ALGORITHMS = ("flagstaff", "best", "logic-v2", "logic-v1", "regression-v1", "name-based", "name-qualified")
"""What a request may ask for; each is answered by Flagstaff's own comparison."""


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """What a match request says beside its queries; names and meanings are yente's."""

    dataset: str = "default"
    threshold: float = DEFAULT_THRESHOLD
    cutoff: float = LEAST_SCORE
    limit: int = 5
    algorithm: str = "flagstaff"
    include_dataset: Collection[str] = ()
    exclude_dataset: Collection[str] = ()
    exclude_schema: Collection[str] = ()
    exclude_entity_ids: Collection[str] = ()
    topics: Collection[str] = ()

    def admits(self, entity: Entity) -> bool:
        """Whether an entity may be a result."""
        return (
            self.dataset in (*EVERYTHING, entity.list)
            and (not self.include_dataset or entity.list in self.include_dataset)
            and entity.list not in self.exclude_dataset
            and entity.schema not in self.exclude_schema
            and entity.id not in self.exclude_entity_ids
            and (not self.topics or not set(self.topics).isdisjoint(entity.topics))
        )


DEFAULTS = MatchOptions()


def match_entities(request: Mapping[str, Any], index: NameIndex, options: MatchOptions = DEFAULTS) -> dict[str, Any]:
    """Answer a yente match request.

    `request` is `{"queries": {key: {"schema": ..., "properties": {"name": [...]}}}}`. Raises InputError, naming the
    query and the remedy, and NotFoundError for a dataset that is no list in use.
    """
    queries = request.get("queries")
    if not isinstance(queries, Mapping) or not queries:
        raise InputError('queries: expected an object of queries, such as {"q1": {"schema": ..., "properties": ...}}')
    if len(queries) > MOST_QUERIES:
        raise InputError(f"queries: {len(queries)} in one request; send at most {MOST_QUERIES}")
    _check(options, index)
    responses = {str(key): _answer(str(key), query, index, options) for key, query in queries.items() if query}
    if not responses:
        raise InputError('queries: all are empty; give each {"schema": ..., "properties": ...}')
    return {"responses": responses, "matcher": feature_docs(), "limit": options.limit}


def feature_docs() -> dict[str, dict[str, object]]:
    """What each feature of a result means, as yente's `matcher`: description and coefficient (points)."""
    return {
        str(one["id"]): {"description": one["meaning"], "coefficient": one["points"], "url": None}
        for one in scoring_factors()
    }


def _check(options: MatchOptions, index: NameIndex) -> None:
    """Refuse what names nothing: a dataset that is not loaded, an algorithm that nobody knows."""
    if options.dataset not in EVERYTHING and options.dataset not in index.lists:
        known = ", ".join(("default", *index.lists))
        raise NotFoundError(f"no dataset {options.dataset!r}; the lists in use are: {known}")
    if options.algorithm not in ALGORITHMS:
        raise InputError(f"algorithm: {options.algorithm!r} is not known; leave it out or give one of {ALGORITHMS}")


def _answer(key: str, query: object, index: NameIndex, options: MatchOptions) -> dict[str, Any]:
    """The answer to one query."""
    example = example_of(key, query)
    best: dict[str, Candidate] = {}
    for found in find_numbers(example.identifiers, index):
        best[found.entity.id] = found
    for name in example.names:
        most = max(options.limit * 4, LEAST_WEIGHED)
        for found in search_names(name, index, most, schema=example.schema, admits=options.admits):
            weighed = with_facts(found, example.facts)
            held = best.get(weighed.entity.id)
            if held is None or total(weighed.factors) > total(held.factors):
                best[weighed.entity.id] = weighed
    scored = [one for one in best.values() if options.admits(one.entity) and one.score > options.cutoff]
    ranked = sorted(scored, key=lambda one: (-total(one.factors), one.entity.id))[: options.limit]
    matches = sum(one.score >= options.threshold for one in scored)
    return {
        "status": 200,
        "results": [scored_entity(one, options.threshold) for one in ranked],
        "total": {"value": matches, "relation": "eq"},
        "query": example.echo,
    }
