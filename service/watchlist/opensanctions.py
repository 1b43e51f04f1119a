"""What OpenSanctions publishes: FollowTheMoney entities, simple targets, names, and Senzing records.

`entities.ftm.json` has one entity per line with `properties` of lists; sanctions, addresses and papers are entities of
their own that refer to their owner. `names.txt` has nothing but names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from typing import Any

from service.model.entity import Entity, NameKind, Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.json_stream import json_lines
from service.watchlist.source import Reading, Source
from service.watchlist.values import as_texts, clean, iso_date

TARGET_HEADINGS = (
    frozenset({"id", "schema", "name", "aliases", "identifiers", "program_ids"}),
    frozenset({"id", "schema", "name", "aliases", "identifiers", "sanctions", "dataset"}),
)
"""Headings of `targets.simple.csv`, today's and earlier."""
_SCHEMAS: dict[str, Schema] = {
    "Person": "Person", "Organization": "Organization", "PublicBody": "Organization", "Company": "Company",
    "LegalEntity": "LegalEntity", "Vessel": "Vessel", "Airplane": "Airplane", "CryptoWallet": "CryptoWallet",
}  # fmt: skip
_NAMES: tuple[tuple[str, NameKind], ...] = (
    ("name", "primary"), ("alias", "alias"), ("previousName", "former"), ("weakAlias", "weak"),
)  # fmt: skip
_IDENTIFIERS = {
    "imoNumber": "imo", "mmsi": "mmsi", "callSign": "callsign", "passportNumber": "passport", "idNumber": "national-id",
    "taxNumber": "tax-id", "innCode": "tax-id", "registrationNumber": "registration", "ogrnCode": "registration",
    "leiCode": "registration", "swiftBic": "swift", "publicKey": "wallet", "website": "website", "email": "email",
    "phone": "phone", "uniqueEntityId": "other",
}  # fmt: skip
_PLAIN = {
    "programId": "programmes", "topics": "topics", "birthPlace": "birth_places", "position": "positions",
    "address": "addresses",
}  # fmt: skip
_SENZING: dict[str, Schema] = {"PERSON": "Person", "ORGANIZATION": "Organization", "VESSEL": "Vessel"}
_SENZING_IDS = (("PASSPORT", "passport"), ("NATIONAL_ID", "national-id"), ("TAX_ID", "tax-id"), ("OTHER_ID", "other"))
_PUBLISHER = "OpenSanctions"


def read_ftm(source: Source, name: str) -> Reading:
    """Entities of `entities.ftm.json`; what a line of it says of another entity is added to that one."""
    unread: list[str] = []
    drafts: dict[str, Draft] = {}
    satellites: list[dict[str, Any]] = []
    for number, line in json_lines(source, unread):
        item, place = as_texts(line), f"{source.label}: line {number}"
        properties = item.get("properties")
        if not isinstance(properties, dict) or not isinstance(item.get("id"), str):
            unread.append(f"{place}: no id or no properties")
            continue
        lists = ((key, values if isinstance(values, list) else [values]) for key, values in properties.items())
        item["properties"] = {key: [text for text in values if isinstance(text, str)] for key, values in lists}
        if str(item.get("schema")) in _SCHEMAS and any(map(clean, item["properties"].get("name", []))):
            drafts[item["id"]] = _ftm_draft(item, item["properties"], name)
        else:
            satellites.append(item)
    for item in satellites:
        _add_satellite(drafts, item["properties"], item.get("schema", ""))
    return Reading(
        name, tuple(drafts.pop(id_).freeze() for id_ in list(drafts)), tuple(unread), None, source.label, _PUBLISHER
    )


def _ftm_draft(item: Mapping[str, Any], properties: Mapping[str, list[str]], name: str) -> Draft:
    """One party."""
    draft = Draft(f"{name}-{item['id']}", name, _SCHEMAS[item["schema"]], item["id"])
    draft.topics = ()
    draft.name(item.get("caption") if item.get("caption") in properties["name"] else properties["name"][0], "primary")
    for key, kind in _NAMES:
        for text in properties.get(key, []):
            draft.name(text, "alias" if kind == "primary" else kind)
    _add_properties(draft, properties)
    return draft


def _add_properties(draft: Draft, properties: Mapping[str, list[str]]) -> None:
    """Facts, of the party itself or of an entity that belongs to it."""
    for key, attribute in _PLAIN.items():
        draft.add(attribute, properties.get(key, []))
    for key in ("country", "jurisdiction", "flag"):
        for text in properties.get(key, []):
            draft.country(text)
    for key in ("nationality", "citizenship"):
        for text in properties.get(key, []):
            draft.country(text, nationality=True)
    for key, kind in _IDENTIFIERS.items():
        for text in properties.get(key, []):
            draft.identifier(kind, text)
    draft.add("birth_dates", [iso_date(text) for text in properties.get("birthDate", [])])
    draft.gender = draft.gender or gender_of(" ".join(properties.get("gender", [])))


def _add_satellite(drafts: dict[str, Draft], properties: Mapping[str, list[Any]], schema: str) -> None:
    """A sanction or a paper, added to its owner; other relations are left out."""
    owners = [*properties.get("entity", []), *properties.get("holder", [])]
    for draft in (drafts[owner] for owner in owners if owner in drafts):
        if schema == "Sanction":
            draft.add("programmes", properties.get("programId") or properties.get("program", []))
            starts = [date for date in map(iso_date, properties.get("startDate", [])) if date]
            draft.listed_on = min([*starts, *filter(None, [draft.listed_on])], default=None)
            for text in properties.get("unscId", []):
                draft.un_reference(text)
        elif schema in ("Passport", "Identification"):
            kind = "passport" if schema == "Passport" else "national-id"
            country = next(iter(properties.get("country", [])), None)
            for text in properties.get("number", []):
                draft.identifier(kind, text, country=country)
        elif schema == "CryptoWallet":
            _add_properties(draft, properties)


def read_targets(source: Source, name: str) -> Reading:
    """Rows of `targets.simple.csv`: several values of a cell stand between semicolons."""
    entities, unread = [], []
    reader = csv.DictReader(source.lines())
    for row in reader:
        if not row.get("id") or not row.get("name"):
            unread.append(f"{source.label}: line {reader.line_num}: no id or no name")
            continue
        draft = Draft(f"{name}-{row['id']}", name, _SCHEMAS.get(row["schema"], "LegalEntity"), row["id"])
        draft.name(row["name"], "primary")
        for text in _cell(row, "aliases"):
            draft.name(text, "alias")
        draft.add("birth_dates", [iso_date(text) for text in _cell(row, "birth_date")])
        for text in _cell(row, "countries"):
            draft.country(text)
        draft.add("addresses", _cell(row, "addresses"))
        draft.add("programmes", _cell(row, "program_ids") or _cell(row, "sanctions"))
        for field, kind in (("identifiers", "other"), ("phones", "phone"), ("emails", "email")):
            for text in _cell(row, field):
                draft.identifier("imo" if re.fullmatch(r"IMO\d{7}", text) else kind, text.removeprefix("IMO"))
        draft.listed_on = iso_date(row.get("first_seen"))
        entities.append(draft.freeze())
    return Reading(name, tuple(entities), tuple(unread), None, source.label, _PUBLISHER)


def _cell(row: Mapping[str, str | None], field: str) -> list[str]:
    """The values of a cell."""
    return [text for text in map(clean, (row.get(field) or "").split(";")) if text]


def read_names(source: Source, name: str) -> Reading:
    """`names.txt`: a name a line, each an entry of its own since nothing tells which belong together."""
    entities = []
    for number, line in enumerate(source.text().splitlines(), 1):
        if text := clean(line):
            draft = Draft(f"{name}-{number}", name, "LegalEntity", str(number))
            draft.name(text, "primary")
            entities.append(draft.freeze())
    return Reading(name, tuple(entities), (), None, source.label, _PUBLISHER)


def read_senzing(source: Source, name: str) -> Reading:
    """Senzing records, one JSON object per line: features as objects in `FEATURES` or in named lists."""
    entities: list[Entity] = []
    unread: list[str] = []
    for number, line in json_lines(source, unread):
        item, place = as_texts(line), f"{source.label}: line {number}"
        features = [feature for value in item.values() if isinstance(value, list) for feature in value]
        schema = _SENZING.get(str(item.get("RECORD_TYPE", "")), "LegalEntity")
        draft = Draft(f"{name}-{item.get('RECORD_ID', '')}", name, schema, item.get("RECORD_ID"))
        for feature in [item, *(feature for feature in features if isinstance(feature, dict))]:
            _add_senzing(draft, {key: value for key, value in feature.items() if isinstance(value, str)})
        if draft.names and item.get("RECORD_ID"):
            entities.append(draft.freeze())
        else:
            unread.append(f"{place}: no RECORD_ID or no name")
    return Reading(name, tuple(entities), tuple(unread), None, source.label, _PUBLISHER)


def _add_senzing(draft: Draft, feature: Mapping[str, Any]) -> None:
    """One feature."""
    parts = (feature.get(key) for key in ("NAME_FIRST", "NAME_MIDDLE", "NAME_LAST"))
    text = feature.get("NAME_FULL") or feature.get("NAME_ORG") or " ".join(filter(None, parts))
    draft.name(text, "primary" if feature.get("NAME_TYPE") == "PRIMARY" or not draft.names else "alias")
    draft.add("birth_dates", [iso_date(feature.get("DATE_OF_BIRTH"))])
    draft.country(feature.get("NATIONALITY"), nationality=True)
    draft.country(feature.get("CITIZENSHIP"), nationality=True)
    draft.country(feature.get("COUNTRY_OF_ASSOCIATION") or feature.get("REGISTRATION_COUNTRY"))
    draft.add("addresses", [feature.get("ADDR_FULL")])
    draft.gender = draft.gender or gender_of(feature.get("GENDER"))
    for key, kind in _SENZING_IDS:
        draft.identifier(kind, feature.get(f"{key}_NUMBER"), country=feature.get(f"{key}_COUNTRY"))
