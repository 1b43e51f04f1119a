"""The US Consolidated Screening List of the International Trade Administration, CSV and JSON.

It gathers the lists of three departments. A row's `source` tells which; only sanctions lists get the topic `sanction`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from typing import Any

from service.model.entity import Schema
from service.watchlist.draft import Draft
from service.watchlist.ofac_remarks import read_statement
from service.watchlist.programmes import ofac_programmes
from service.watchlist.source import Reading, Source
from service.watchlist.values import as_texts, clean, iso_date, split_outside, years_between

HEADINGS = frozenset({"source", "entity_number", "alt_names", "federal_register_notice"})
_SCHEMAS: dict[str, Schema] = {
    "individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane",
}  # fmt: skip
_CODE = re.compile(r"\(([A-Z -]+?)(?: List)?\)")
_EXPORT = {"EL", "DPL", "UVL", "MEU", "DTC"}
_ISO_COUNTRY = re.compile(r"^[A-Z]{2}$")
_ISO_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
Row = Mapping[str, Any]


def read_csv(source: Source) -> Reading:
    """All rows of the CSV."""
    return _read(source, csv.DictReader(source.lines()))


def read_json(source: Source, results: Iterable[Row]) -> Reading:
    """All results of the JSON."""
    return _read(source, results)


def _read(source: Source, rows: Iterable[Row]) -> Reading:
    """Entries of rows; ids are `us-csl-<source>-<number>`, or the row's own hash where it has no number."""
    entities, unread, taken = [], [], set()
    for number, cells in enumerate(rows, 2):
        row = as_texts(cells) if isinstance(cells, dict) else {}
        code = _source_code(clean(row.get("source")))
        reference = f"{code}-{clean(str(row.get('entity_number') or '')) or clean(row.get('_id') or row.get('id'))}"
        if not clean(row.get("name")) or reference in taken:
            reason = "stands twice" if reference in taken else "no name"
            unread.append(f"{source.label}: row {number}: {reference}: {reason}")
            continue
        taken.add(reference)
        entities.append(_draft(row, reference, code).freeze())
    return Reading(
        name="us-csl",
        entities=tuple(entities),
        unread=tuple(unread),
        title="Consolidated Screening List",
        publisher="U.S. Department of Commerce, International Trade Administration",
    )


def _source_code(source: str) -> str:
    """`Entity List (EL) - Bureau of Industry and Security` -> `EL`."""
    found = _CODE.search(source)
    return found[1].replace(" ", "-") if found else "".join(word[0] for word in source.split() if word[0].isupper())


def _draft(row: Row, reference: str, code: str) -> Draft:
    """One row."""
    draft = Draft(
        f"us-csl-{reference}", "us-csl", _SCHEMAS.get(clean(row.get("type")).lower(), "LegalEntity"), reference
    )
    draft.topics = ("export.control" if code in _EXPORT else "sanction",)
    draft.name(row.get("name"), "primary")
    for name in _many(row.get("alt_names")):
        draft.name(name.removeprefix("and "), "alias")
    draft.add("programmes", [code, *ofac_programmes(_many(row.get("programs")))])
    for address in _addresses(row.get("addresses")):
        draft.add("addresses", [address])
        draft.country(address.rpartition(",")[2])
    for key in ("nationalities", "citizenships"):
        for country in _many(row.get(key)):
            draft.country(country, nationality=True)
    for born in _many(row.get("dates_of_birth")):
        span = [iso_date(part) for part in born.split(" to ")]
        draft.add("birth_dates", years_between(*span) if len(span) == 2 else span)
    draft.add("birth_places", _many(row.get("places_of_birth")))
    draft.add("positions", [row.get("title"), row.get("vessel_type")])
    draft.identifier("callsign", row.get("call_sign"))
    draft.country(row.get("vessel_flag") or row.get("country"))
    draft.add("linked", [row.get("vessel_owner")])
    for part in _many(row.get("remarks")):
        read_statement(draft, part.strip("()"), office=False)
    for item in row.get("ids") or [] if isinstance(row.get("ids"), list) else _many(row.get("ids")):
        _add_id(draft, item)
    draft.listed_on = iso_date(row.get("start_date"))
    return draft


def _many(cell: Any) -> list[str]:
    """The values of a cell: a list in JSON, a text with semicolons in CSV."""
    if isinstance(cell, list):
        return [clean(str(item)) for item in cell if isinstance(item, dict)]
    return split_outside(clean(cell), ";")


def _addresses(cell: Any) -> list[str]:
    """The addresses; objects in JSON, texts that end in a country code in CSV."""
    if isinstance(cell, list):
        keys = ("address", "city", "state", "postal_code", "country")
        return [
            ", ".join(clean(item.get(key)) for key in keys if clean(item.get(key)))
            for item in cell
            if isinstance(item, dict)
        ]
    return _many(cell)


def _add_id(draft: Draft, item: Any) -> None:
    """`SA, 2019-03-23, 2014-05-15, P051811, Passport`: country, dates, number, type; an object in JSON."""
    if isinstance(item, dict):
        country, number, kind = item.get("country"), clean(item.get("number")), clean(item.get("type"))
    else:
        parts = [clean(part) for part in item.split(", ")]
        kind = parts.pop()
        country = parts.pop(0) if len(parts) > 1 and _ISO_COUNTRY.match(parts[0]) else None
        number = ", ".join(part for part in parts if not _ISO_DATE.match(part))
    statement = f"{kind} {number}"
    read_statement(draft, f"{statement} ({country})" if country else statement, office=False)
