"""The EU's consolidated financial sanctions list (FSF) as CSV 1.0 and 1.1: one row per fact of an entry.

1.0 is read by column number (several of its headings are equal), 1.1 by heading. Either may have gone through a
spreadsheet, which puts whole rows into quotes, turns commas into tabs and leaves tabs at the end: that is undone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import partial

from service.model.entity import Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.eu_xml import PUBLISHER, TITLE, add_identification
from service.watchlist.programmes import eu_programmes
from service.watchlist.shelf import Shelf
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, iso_date

OLD_START, NEW_START = "date_file", "filegenerationdate"
_OLD = {
    "id": 1, "schema": 2, "published": 4, "programme": 6, "last": 14, "first": 15, "middle": 16, "whole": 17,
    "gender": 18, "title": 19, "function": 20, "language": 21, "number": 28, "street": 29, "zip": 30, "city": 31,
    "country": 32, "birth_date": 40, "birth_place": 41, "birth_country": 42, "identification": 49,
    "identification_country": 50, "citizenship": 57, "reference": 58,
}  # fmt: skip
_WIDTH = 59
_NEW = {
    "entity_logicalid": "id", "entity_subjecttype_classificationcode": "schema", "entity_subjecttype": "schema",
    "entity_regulation_publicationdate": "published", "entity_regulation_programme": "programme",
    "namealias_lastname": "last", "namealias_firstname": "first", "namealias_middlename": "middle",
    "namealias_wholename": "whole", "namealias_gender": "gender", "namealias_title": "title",
    "namealias_function": "function", "namealias_namelanguage": "language", "address_street": "street",
    "address_zipcode": "zip", "address_city": "city", "address_countryiso2code": "country",
    "birthdate_birthdate": "birth_date", "birthdate_year": "birth_year", "birthdate_city": "birth_place",
    "birthdate_countryiso2code": "birth_country", "identification_number": "identification",
    "identification_typecode": "identification_type", "identification_countryiso2code": "identification_country",
    "citizenship_countryiso2code": "citizenship", "entity_eu_referencenumber": "reference",
    "entity_unitednationid": "un", "entity_designationdate": "listed",
}  # fmt: skip
_LOST = re.compile(r"[?\u0080-\u009f\ufffd]")
"""What is left of letters that a spreadsheet could not save."""
_SCHEMAS: dict[str, Schema] = {"P": "Person", "person": "Person", "E": "Organization", "enterprise": "Organization"}


def read(source: Source) -> Reading:
    """All entries of either layout."""
    shelf = Shelf()
    unread: list[str] = []
    date = None
    for place, cells, row in _rows(source, unread):
        if not row.get("id", "").isdigit():
            unread.append(f"{place}: no logical id")
            continue
        date = date or iso_date(cells)
        draft = shelf.draft(row["id"], partial(_draft, row))
        if _LOST.search(row.get("whole", "")):
            unread.append(f"{place}: the name {row['whole']!r} has lost its letters")
            row["whole"] = row["last"] = row["first"] = row["middle"] = ""
        _add_row(draft, row)
    nameless: list[str] = []
    entities = shelf.entities(nameless)
    unread += [f"{source.label}: entry {id_}: no name" for id_ in nameless]
    return Reading("eu", entities, tuple(unread), date, TITLE, PUBLISHER)


def _draft(row: dict[str, str]) -> Draft:
    """A new entry."""
    schema = _SCHEMAS.get(row.get("schema", ""), "LegalEntity")
    return Draft(f"eu-{row['id']}", "eu", schema, row.get("reference") or row["id"])


def _rows(source: Source, unread: list[str]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every row with its place, its first cell (the file's date), and its values by field."""
    lines = [_undamaged(line) for line in source.text().splitlines()]
    headings = [clean(cell).strip('"').casefold() for cell in lines[0].split(";")]
    new = headings[0] == NEW_START
    reader = csv.reader(lines[1:], delimiter=";", quoting=csv.QUOTE_MINIMAL if new else csv.QUOTE_NONE)
    for cells in reader:
        if not any(cells):
            continue
        place = f"{source.label}: line {reader.line_num + 1}"
        if not new and len(cells) != _WIDTH:
            unread.append(f"{place}: {len(cells)} columns instead of {_WIDTH}")
        elif new:
            pairs = [
                (_NEW[heading], clean(cell)) for heading, cell in zip(headings, cells, strict=False) if heading in _NEW
            ]
            yield place, cells[0], {field: value for field, value in pairs if value}
        else:
            yield place, cells[0], {field: clean(cells[column]) for field, column in _OLD.items()}


def _undamaged(line: str) -> str:
    """A row as it was before a spreadsheet saved it."""
    line = line.rstrip("\t\r\n ")
    if line.startswith('"') and line.endswith('"') and ";" in line and not line.startswith('""'):
        inner = line[1:-1]
        if '";"' not in inner:
            line = inner.rstrip("\t ").replace('""', '"').replace("\t", ",")
    return line


def _add_row(draft: Draft, row: dict[str, str]) -> None:
    """The facts of one row: most rows carry a single one."""
    whole = row.get("whole") or " ".join(filter(None, (row.get(key) for key in ("first", "middle", "last"))))
    draft.name(whole, "alias" if draft.names else "primary", language=row.get("language", "").lower() or None)
    draft.add("programmes", eu_programmes([row["programme"]] if row.get("programme") else []))
    draft.gender = draft.gender or gender_of(row.get("gender"))
    draft.add("positions", [row.get("title"), row.get("function")])
    draft.add("birth_dates", [iso_date(row.get("birth_date")) or iso_date(row.get("birth_year"))])
    draft.add("birth_places", [", ".join(filter(None, (row.get("birth_place"), row.get("birth_country"))))])
    address = [row.get(key) for key in ("number", "street", "zip", "city", "country")]
    draft.add("addresses", [", ".join(filter(None, address))])
    draft.country(row.get("country"))
    draft.country(row.get("citizenship"), nationality=True)
    if row.get("identification"):
        add_identification(
            draft, row["identification"], row.get("identification_type", ""), row.get("identification_country")
        )
    draft.un_reference(row.get("un"))
    listed = iso_date(row.get("listed") or row.get("published"))
    if listed and (draft.listed_on is None or listed < draft.listed_on):
        draft.listed_on = listed
