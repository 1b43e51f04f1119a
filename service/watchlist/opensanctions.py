"""What OpenSanctions publishes: FollowTheMoney entities, simple targets, names, and Senzing records.

`entities.ftm.json` has one entity per line with `properties` of lists; sanctions, addresses and papers are entities of
their own that refer to their owner. `names.txt` has nothing but names.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

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
_BELONGING = frozenset({"Sanction", "Passport", "Identification", "CryptoWallet"})
"""What belongs to a party; a wallet may also be a party by itself, when it has a name."""
_SENZING: dict[str, Schema] = {"PERSON": "Person", "ORGANIZATION": "Organization", "VESSEL": "Vessel"}
_SENZING_IDS = (("PASSPORT", "passport"), ("NATIONAL_ID", "national-id"), ("TAX_ID", "tax-id"), ("OTHER_ID", "other"))
PUBLISHER = "OpenSanctions"


def read_ftm(source: Source, name: str) -> Reading:
    """Entities of `entities.ftm.json`; what a line of it says of another entity is added to that one."""
    unread: list[str] = []
    entities: list[Entity] = []
    others: Counter[str] = Counter()
    belonging = _belonging(source)
    for place, item in _ftm_items(source, unread):
        if _is_party(item):
            own = [orjson.loads(line) for line in belonging.get(item["id"], ())]
            entities.append(_ftm_draft(item, own, name).freeze())
        elif item["schema"] in _SCHEMAS and not _owners(item):
            unread.append(f"{place}: no name")
        elif item["schema"] not in _BELONGING:
            others[item["schema"]] += 1
    unread += [
        f"{source.label}: {count} of kind {kind} not read: neither a party nor a sanction or paper of one"
        for kind, count in sorted(others.items())
    ]
    return Reading(name, tuple(entities), tuple(unread), None, source.label, PUBLISHER)


def _ftm_items(source: Source, unread: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entity with its place, its properties as lists of texts."""
    for number, line in json_lines(source, unread):
        item, place = as_texts(line), f"{source.label}: line {number}"
        properties = item.get("properties")
        if not isinstance(properties, dict) or not isinstance(item.get("id"), str):
            unread.append(f"{place}: no id or no properties")
            continue
        lists = ((key, values if isinstance(values, list) else [values]) for key, values in properties.items())
        item["schema"] = str(item.get("schema"))
        item["properties"] = {key: [text for text in values if isinstance(text, str)] for key, values in lists}
        yield place, item


def _is_party(item: Mapping[str, Any]) -> bool:
    """Whether an entity is somebody or something with a name of its own."""
    return item["schema"] in _SCHEMAS and any(map(clean, item["properties"].get("name", [])))


def _owners(item: Mapping[str, Any]) -> list[str]:
    """The entities to which a sanction or a paper belongs."""
    return [*item["properties"].get("entity", []), *item["properties"].get("holder", [])]


def _belonging(source: Source) -> dict[str, list[bytes]]:
    """Id of a party -> its sanctions and papers, which stand behind it, before it or far away; kept as they came, since
    there are as many as parties.
    """
    found: dict[str, list[bytes]] = {}
    for _, item in _ftm_items(source, []):
        if item["schema"] in _BELONGING and not _is_party(item):
            written = orjson.dumps({"schema": item["schema"], "properties": item["properties"]})
            line = bytes(memoryview(written))  # a copy of its own size: orjson leaves four kilobytes of room behind
            for owner in _owners(item):
                found.setdefault(owner, []).append(line)
    return found


def _ftm_draft(item: Mapping[str, Any], own: Sequence[Mapping[str, Any]], name: str) -> Draft:
    """One party, with its sanctions and papers. It is delisted when it is no target any more and all of them ended."""
    properties = item["properties"]
    reference = item["id"].removeprefix(f"{name}-")  # what we exported has our own ids
    draft = Draft(f"{name}-{reference}", name, _SCHEMAS[item["schema"]], reference, topics=())
    draft.name(item.get("caption") if item.get("caption") in properties["name"] else properties["name"][0], "primary")
    for key, kind in _NAMES:
        for text in properties.get(key, []):
            draft.name(text, "alias" if kind == "primary" else kind)
    _add_properties(draft, properties)
    for each in own:
        _add_belonging(draft, each["properties"], each["schema"])
    ends = [max(each["properties"].get("endDate", []), default="") for each in own if each["schema"] == "Sanction"]
    if item.get("target") == "False" and ends and all(ends):
        draft.delisted_on = iso_date(max(ends))
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


def _add_belonging(draft: Draft, properties: Mapping[str, list[str]], schema: str) -> None:
    """A sanction or a paper of a party."""
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
    else:
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
    return Reading(name, tuple(entities), tuple(unread), None, source.label, PUBLISHER)


def _cell(row: Mapping[str, str | None], field: str) -> list[str]:
    """The values of a cell."""
    return [text for text in map(clean, (row.get(field) or "").split(";")) if text]


def read_names(source: Source, name: str) -> Reading:
    """`names.txt`, or a customer's own text file: a name a line, each an entry of its own.

    Nothing tells which belong together; the id is made of the name.
    """
    own = source.label.lower() != "names.txt"
    found: dict[str, Entity] = {}
    for line in source.lines():
        text = clean(line)
        reference = hashlib.sha256(text.casefold().encode()).hexdigest()[:10]
        if text and reference not in found:
            draft = Draft(f"{name}-{reference}", name, "LegalEntity", reference)
            draft.name(text, "primary")
            found[reference] = draft.freeze()
    return Reading(name, tuple(found.values()), title=source.label, publisher="" if own else PUBLISHER, custom=own)


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
    return Reading(name, tuple(entities), tuple(unread), None, source.label, PUBLISHER)


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
