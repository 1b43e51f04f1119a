"""An entry as FollowTheMoney JSON, the exchange format of OpenSanctions; `opensanctions.read_ftm` reads it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.model.entity import Entity, Name, Watchlist

_NAMES = {"alias": "alias", "former": "previousName", "weak": "weakAlias", "original": "alias"}
_IDENTIFIERS = {
    "imo": "imoNumber", "mmsi": "mmsi", "callsign": "callSign", "passport": "passportNumber", "national-id": "idNumber",
    "tax-id": "taxNumber", "registration": "registrationNumber", "swift": "swiftBic", "wallet": "publicKey",
    "website": "website", "email": "email", "phone": "phone",
}  # fmt: skip
_FIELDS = {
    "programmes": "programId", "topics": "topics", "birth_dates": "birthDate", "birth_places": "birthPlace",
    "positions": "position", "addresses": "address",
}  # fmt: skip


def to_ftm(entity: Entity) -> dict[str, Any]:
    """One entry; countries in lower case, as the format has them. The dates of listing stand in `sanction_of`."""
    properties: dict[str, list[str]] = {"name": [entity.primary_name]}
    for name in entity.names:
        if name.text != entity.primary_name:
            properties.setdefault(_property_of(name), []).append(name.text)
    for field, key in _FIELDS.items():
        properties.setdefault(key, []).extend(getattr(entity, field))
    properties["country"] = [code.lower() for code in entity.countries]
    properties["nationality"] = [code.lower() for code in entity.nationalities]
    properties["gender"] = [entity.gender] if entity.gender else []
    for item in entity.identifiers:
        properties.setdefault(_IDENTIFIERS.get(item.kind, "uniqueEntityId"), []).append(item.value)
    return {
        "id": entity.id,
        "caption": entity.primary_name,
        "schema": entity.schema,
        "properties": {key: values for key, values in properties.items() if values},
        "datasets": [entity.list],
        "target": entity.delisted_on is None,
    }


def sanction_of(entity: Entity) -> dict[str, Any]:
    """The listing of an entry as an entity of its own, with its dates."""
    facts = {"startDate": entity.listed_on, "endDate": entity.delisted_on, "authorityId": entity.source_ref}
    properties = {key: [value] for key, value in facts.items() if value}
    return {
        "id": f"{entity.id}-sanction",
        "schema": "Sanction",
        "properties": {"entity": [entity.id], "programId": list(entity.programmes), **properties},
        "datasets": [entity.list],
    }


def export_ftm(watchlist: Watchlist) -> Iterator[dict[str, Any]]:
    """Every entry and its listing, one after the other."""
    for entity in watchlist.entities:
        yield to_ftm(entity)
        yield sanction_of(entity)


def _property_of(name: Name) -> str:
    """Where a further name stands."""
    return "weakAlias" if name.quality == "weak" else _NAMES.get(name.kind, "alias")
