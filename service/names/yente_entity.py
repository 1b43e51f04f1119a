"""Entities in FollowTheMoney's shape, as yente's clients send and read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any

from service.errors import InputError
from service.model.entity import Entity
from service.model.mention import Candidate
from service.names.kinds import kind_of

_NAME_PROPERTIES = ("name", "alias", "weakAlias", "previousName")
_COUNTRY_PROPERTIES = ("country", "nationality", "citizenship", "jurisdiction")
_NUMBERS = {
    "imoNumber": ("imo",),
    "passportNumber": ("passport",),
    "idNumber": ("passport", "national-id"),
    "swiftBic": ("swift",),
    "publicKey": ("wallet",),
}
"""Property -> the kinds of identifier that it may hold."""


LONGEST_VALUE = 1_000
"""Characters of one value of a query; no name, number or date is longer."""


@dataclass(frozen=True, slots=True)
class Example:
    """A query by example: what a client knows of one party."""

    schema: str
    names: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]
    identifiers: tuple[tuple[str, str], ...]
    """(kind, value) of each number."""
    echo: dict[str, Any]
    """The query as it was understood, for the answer."""


def example_of(key: str, query: object) -> Example:
    """Read one query. Raises InputError, naming the query and the remedy."""
    if not isinstance(query, Mapping) or not isinstance(query.get("properties"), Mapping):
        raise InputError(f'queries.{key}: expected {{"schema": ..., "properties": {{...}}}}')
    properties = {
        str(prop): _values(value, f"queries.{key}.properties.{prop}") for prop, value in query["properties"].items()
    }
    names = [name for prop in _NAME_PROPERTIES for name in properties.get(prop, [])]
    if not names:
        parts = [
            *properties.get("firstName", []),
            *properties.get("middleName", []),
            *properties.get("lastName", []),
        ]
        names = [" ".join(parts)] if parts else []
    names = [name for name in names if any(map(str.isalnum, name))]
    numbers = [
        (kind, value) for prop, kinds in _NUMBERS.items() for value in properties.get(prop, []) for kind in kinds
    ]
    if not names and not numbers:
        raise InputError(f"queries.{key}.properties.name: give at least one name or number")
    schema = kind_of(str(query.get("schema") or "Thing"), f"queries.{key}.schema")
    facts = {
        "country": tuple(code for prop in _COUNTRY_PROPERTIES for code in properties.get(prop, [])),
        "birthDate": tuple(properties.get("birthDate", [])),
    }
    echo = {"schema": schema, "properties": properties}
    if query.get("id"):
        echo["id"] = str(query["id"])
    return Example(schema, tuple(names), facts, tuple(numbers), echo)


def _values(value: object, place: str) -> list[str]:
    """The values of a property, one or many, as text; null is no value. Raises InputError at `place` for the rest."""
    values = value if isinstance(value, list) else [value]
    for one in values:
        if not isinstance(one, (str, int, float, NoneType)) or isinstance(one, bool):
            raise InputError(f"{place}: expected a list of texts, got {type(one).__name__} in it")
        if len(str(one)) > LONGEST_VALUE:
            raise InputError(f"{place}: a value of {len(str(one))} characters; send at most {LONGEST_VALUE}")
    return [str(one) for one in values if one is not None and str(one).strip()]


def scored_entity(candidate: Candidate, threshold: float) -> dict[str, Any]:
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
        "match": candidate.score >= threshold,
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
