"""The matching API of yente, as plain dictionaries: `POST /match/{dataset}` in, the same shape of answer out.

Shapes after yente's documentation (https://www.opensanctions.org/docs/api/matching/). Scores are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.errors import InputError
from service.model.entity import Entity
from service.model.mention import Candidate
from service.names.roster import NameIndex
from service.names.search import search_names, with_facts
from service.names.weights import DEFAULT_THRESHOLD

MOST_QUERIES = 500
"""Queries of one request."""
ALGORITHM = "flagstaff"
_NAME_PROPERTIES = ("name", "alias", "weakAlias", "previousName")
_COUNTRY_PROPERTIES = ("country", "nationality", "citizenship", "jurisdiction")


def match_entities(
    request: Mapping[str, Any],
    index: NameIndex,
    *,
    dataset: str = "default",
    threshold: float | None = None,
    limit: int = 5,
) -> dict[str, Any]:
    """Answer a yente match request.

    `request` is `{"queries": {key: {"schema": ..., "properties": {"name": [...]}}}}`; `dataset` is a list's short name
    or `default` for all. Raises InputError, naming the query and the remedy.
    """
    queries = request.get("queries")
    if not isinstance(queries, Mapping) or not queries:
        raise InputError('queries: expected an object of queries, such as {"q1": {"schema": ..., "properties": ...}}')
    if len(queries) > MOST_QUERIES:
        raise InputError(f"queries: {len(queries)} in one request; send at most {MOST_QUERIES}")
    bar = DEFAULT_THRESHOLD if threshold is None else threshold
    responses = {
        str(key): _answer(str(key), query, index, dataset=dataset, bar=bar, limit=limit)
        for key, query in queries.items()
    }
    return {"responses": responses, "matcher": {"name": ALGORITHM, "threshold": bar}, "limit": limit}


def _answer(key: str, query: object, index: NameIndex, *, dataset: str, bar: float, limit: int) -> dict[str, Any]:
    """The answer to one query."""
    if not isinstance(query, Mapping) or not isinstance(query.get("properties"), Mapping):
        raise InputError(f'queries.{key}: expected {{"schema": ..., "properties": {{...}}}}')
    properties = query["properties"]
    names = [name for prop in _NAME_PROPERTIES for name in _values(properties, prop)]
    if not names:
        raise InputError(f"queries.{key}.properties.name: give at least one name")
    schema = str(query.get("schema") or "Thing")
    facts = {
        "country": tuple(code for prop in _COUNTRY_PROPERTIES for code in _values(properties, prop)),
        "birthDate": tuple(_values(properties, "birthDate")),
    }
    best: dict[str, Candidate] = {}
    for name in names:
        for found in search_names(name, index, limit=limit * 4, schema=schema):
            if dataset not in ("default", "all", found.entity.list):
                continue
            weighed = with_facts(found, facts)
            held = best.get(weighed.entity.id)
            if held is None or weighed.score > held.score:
                best[weighed.entity.id] = weighed
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.entity.id))[:limit]
    return {
        "status": 200,
        "results": [_result(one, bar) for one in ranked],
        "total": {"value": len(ranked), "relation": "eq"},
        "query": {"schema": schema, "properties": {prop: _values(properties, prop) for prop in properties}},
    }


def _values(properties: Mapping[str, Any], prop: str) -> list[str]:
    """The values of a property, one or many, as text."""
    value = properties.get(prop, ())
    return [str(one) for one in ([value] if isinstance(value, str) else value or ()) if str(one).strip()]


def _result(candidate: Candidate, bar: float) -> dict[str, Any]:
    """One scored entity in yente's shape."""
    entity = candidate.entity
    return {
        "id": entity.id,
        "caption": entity.primary_name,
        "schema": entity.schema,
        "properties": _properties(entity),
        "datasets": [entity.list],
        "referents": [],
        "target": True,
        "score": candidate.score,
        "match": candidate.score >= bar,
        "features": {factor.id: factor.points for factor in candidate.factors},
        "explanations": {factor.id: {"detail": factor.reason, "score": factor.points} for factor in candidate.factors},
        "matched_name": candidate.name.text,
        "sentence": candidate.sentence,
    }


def _properties(entity: Entity) -> dict[str, list[str]]:
    """The FollowTheMoney properties that an entry fills in."""
    weak = [name.text for name in entity.names if name.kind == "weak"]
    properties: dict[str, list[str]] = {
        "name": [entity.primary_name],
        "alias": [name.text for name in entity.names if name.kind in ("alias", "original", "former")],
        "weakAlias": weak,
        "country": [code.lower() for code in entity.countries],
        "nationality": [code.lower() for code in entity.nationalities],
        "birthDate": list(entity.birth_dates),
        "gender": [entity.gender] if entity.gender else [],
        "position": list(entity.positions),
        "programId": list(entity.programmes),
        "topics": list(entity.topics),
    }
    return {name: values for name, values in properties.items() if values}
