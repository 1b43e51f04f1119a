"""A customer's own list: CSV or JSON, with columns under their common headings."""

from __future__ import annotations

import csv
import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from service.errors import ListError
from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.json_stream import JsonFile, Row, json_lines
from service.watchlist.source import END, Reading, Source, cut_off, refuse, whole_lines
from service.watchlist.table_columns import FIELDS, IDENTIFIERS, map_columns
from service.watchlist.values import clean, iso_date

_SCHEMAS: dict[str, Schema] = {
    "person": "Person", "individual": "Person", "natural person": "Person", "people": "Person", "p": "Person",
    "organization": "Organization", "organisation": "Organization", "entity": "Organization", "group": "Organization",
    "public body": "Organization", "company": "Company", "business": "Company", "corporate": "Company",
    "vessel": "Vessel", "ship": "Vessel", "airplane": "Airplane", "aircraft": "Airplane", "plane": "Airplane",
    "legalentity": "LegalEntity", "legal entity": "LegalEntity", "cryptowallet": "CryptoWallet",
    "crypto wallet": "CryptoWallet", "wallet": "CryptoWallet",
}  # fmt: skip
_NAMES: dict[str, NameKind] = {
    "aliases": "alias", "weak_aliases": "weak", "former_names": "former", "original_names": "original",
}  # fmt: skip
_PLAIN = ("programmes", "topics", "birth_places", "positions", "addresses", "linked")
_MANY = re.compile(r"\s*[;|\n]\s*")


def read_csv(source: Source, name: str, columns: Mapping[str, str] | None = None) -> Reading:
    """A table with a heading line; the separator (comma, semicolon, tab, bar) is found by itself."""
    line = source.lines().readline()
    separator = max(",;\t|", key=line.count)
    reader = csv.DictReader(whole_lines(source.lines()), delimiter=separator, restkey="")
    rows = _until_end(source, reader)
    first = next(rows, None)
    if first is None and map_columns(reader.fieldnames or (), columns):
        raise refuse(source, "headings only, no row below them", "check that this is the complete list")
    return read_rows(source, name, itertools.chain(() if first is None else (first,), rows), columns)


def _until_end(source: Source, reader: csv.DictReader[str]) -> Iterator[Row]:
    """The rows before the end mark. Raises ListError where there is none, or a row is damaged."""
    before: Row | None = None
    try:
        for row in reader:
            if before is not None:
                yield before
            before = reader.line_num, row
    except csv.Error as error:
        raise refuse(source, f"line {reader.line_num}: {error}", "save the table as CSV in UTF-8") from None
    if before is not None and next(iter(before[1].values())) != END:
        raise cut_off(source, reader.line_num)


def read_json(source: Source, name: str, columns: Mapping[str, str] | None = None) -> Reading:
    """JSON lines; a broken line is reported and the rest is read.

    Raises ListError where the last line is broken and has no end: the file is cut off.
    """
    unread: list[str] = []
    return read_rows(source, name, json_lines(source, unread), columns, unread=unread)


def read_document(document: JsonFile, key: str, name: str, columns: Mapping[str, str] | None = None) -> Reading:
    """The objects in one list of a JSON document; its other values are no entries."""
    unread: list[str] = []
    return read_rows(document.source, name, document.objects(key, unread), columns, unread=unread, unit="item")


def read_rows(
    source: Source,
    name: str,
    rows: Iterable[Row],
    columns: Mapping[str, str] | None = None,
    *,
    unread: list[str] | None = None,
    unit: str = "line",
) -> Reading:
    """Entries of rows of any origin, taken one by one. Rows with the same id are one entry, its further names aliases.

    Raises ListError where no column holds names.
    """
    unread = [] if unread is None else unread
    headings: dict[str, None] = {}
    fields: dict[str, str] = {}
    drafts: dict[str, Draft] = {}
    for number, row in rows:
        if row.keys() - headings.keys():
            headings |= dict.fromkeys(filter(None, row))
            fields = map_columns(headings, columns)
        values: dict[str, list[str]] = {}
        for heading, field in fields.items():
            values.setdefault(field, []).extend(_values(row.get(heading)))
        _add_row(drafts, values, name, f"{source.label}: {unit} {number}", unread)
    if not {"name", "last_name", "original_names"} & set(fields.values()):
        raise _no_name_column(source, list(headings), unread)
    if ignored := [heading for heading in headings if heading not in fields]:
        unread.append(f"{source.label}: columns not read: {', '.join(ignored)}; known fields: {', '.join(FIELDS)}")
    return Reading(
        name, tuple(drafts.pop(reference).freeze() for reference in list(drafts)), tuple(unread), custom=True
    )


def _no_name_column(source: Source, headings: list[str], unread: list[str]) -> ListError:
    """The error for a table of which no column is a name."""
    seen = ", ".join(headings[:12]) or (unread[0] if unread else "none")
    return refuse(source, f"unknown format: no column of names (columns: {seen})", "call one column `name`, or map it")


def _values(cell: object) -> list[str]:
    """The values of a cell: a list as it is, a text split at semicolon, bar and line break."""
    if cell is None:
        return []
    if isinstance(cell, list | tuple):
        return [text for item in cell for text in _values(item)]
    if isinstance(cell, dict):
        return [f"{cell['kind']}:{cell['value']}"] if {"kind", "value"} <= cell.keys() else []
    return [text for text in map(clean, _MANY.split(str(cell))) if text]


def _add_row(drafts: dict[str, Draft], row: dict[str, list[str]], list_: str, place: str, unread: list[str]) -> None:
    """Make an entry of one row, or add it to the entry of the same id."""
    names = row.get("name") or [" ".join(row.get("first_name", []) + row.get("last_name", []))]
    names = [name for name in names if name] or row.get("original_names", [])
    if not names:
        unread.append(f"{place}: no name")
        return
    reference = "-".join(row.get("id", [])) or _made_id(names[0], row)
    written = (row.get("schema") or ["LegalEntity"])[0]
    schema = _SCHEMAS.get(written.casefold())
    if schema is None:
        unread.append(f"{place}: type {written!r} is not known; read as LegalEntity")
    draft = drafts.get(reference)
    if draft is None:
        draft = drafts[reference] = Draft(f"{list_}-{reference}", list_, schema or "LegalEntity", reference)
        draft.topics = ()
        draft.name(names[0], "primary")
    for name in names:
        draft.name(name, "alias")
    for field, kind in _NAMES.items():
        for name in row.get(field, []):
            draft.name(name, kind)
    _add_facts(draft, row)


def _made_id(name: str, row: dict[str, list[str]]) -> str:
    """An id that stays the same while name and date of birth do, for tables without one."""
    seed = "|".join([name.casefold(), *row.get("birth_dates", [])])
    return hashlib.sha256(seed.encode()).hexdigest()[:10]


def _add_facts(draft: Draft, row: dict[str, list[str]]) -> None:
    """Everything but names."""
    for field in _PLAIN:
        draft.add(field, row.get(field, []))
    draft.add("birth_dates", [iso_date(text) for text in row.get("birth_dates", [])])
    for text in row.get("countries", []):
        draft.country(text)
    for text in row.get("nationalities", []):
        draft.country(text, nationality=True)
    for kind in IDENTIFIERS:
        for text in row.get(kind, []):
            draft.identifier(kind, text)
    for text in row.get("identifiers", []):
        kind, colon, value = text.partition(":")
        draft.identifier(clean(kind).lower() if colon else "other", value if colon else text)
    draft.gender = draft.gender or gender_of(" ".join(row.get("gender", [])))
    draft.listed_on = draft.listed_on or iso_date(" ".join(row.get("listed_on", [])))
    draft.delisted_on = draft.delisted_on or iso_date(" ".join(row.get("delisted_on", [])))
