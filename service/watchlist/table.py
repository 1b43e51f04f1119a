"""A customer's own list: CSV, JSON or YAML, with columns under their common headings."""

from __future__ import annotations

import csv
import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from service.errors import ListError
from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.json_stream import OBJECT, JsonFile, Row, json_lines
from service.watchlist.shelf import Shelf
from service.watchlist.source import END, Reading, Source, cut_off, refuse, whole_lines
from service.watchlist.table_columns import FIELDS, IDENTIFIERS, heading_key, map_columns
from service.watchlist.table_head import LOOK, NAME_FIELDS, Columns, keyed, known_columns
from service.watchlist.values import clean, iso_date
from service.watchlist.yaml_stream import YamlFile

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
_DATES = ("birth_dates", "listed_on", "delisted_on")
_NOT_KNOWN = frozenset({"unknown", "n/a", "na", "none", "-", "--", "?", "not known", "stateless", "00/00/0000"})
"""What people write where they know nothing."""
_MANY = re.compile(r"\s*[;|\n]\s*")


def read_csv(source: Source, name: str, columns: Columns = None) -> Reading:
    """A table with a heading line; the separator (comma, semicolon, tab, bar) is found by itself."""
    unread: list[str] = []
    separator = _separator(source, columns)
    reader = csv.reader(whole_lines(source.lines()), delimiter=separator)
    rows = keyed(_until_end(source, reader), columns, place=f"{source.label}: line", unread=unread)
    first = next(rows, None)
    if first is None and known_columns(next(csv.reader(source.lines(), delimiter=separator), []), columns):
        raise refuse(source, "headings only, no row below them", "check that this is the complete list")
    return read_rows(source, name, itertools.chain(() if first is None else (first,), rows), columns, unread=unread)


def _separator(source: Source, columns: Columns) -> str:
    """The separator with which a line at the top shows the most known headings, else the commonest in the first."""
    top = list(itertools.islice(source.lines(), LOOK))
    if top[0].lower().startswith("sep=") and len(top[0].strip()) == 5:
        return top[0][4]

    def shown(separator: str) -> tuple[int, int]:
        try:
            rows = list(csv.reader(top, delimiter=separator))
        except csv.Error:
            rows = []
        return max((known_columns(row, columns) for row in rows), default=0), top[0].count(separator)

    return max(",;\t|", key=shown)


def _until_end(source: Source, reader: Any) -> Iterator[tuple[int, list[str]]]:
    """The filled rows before the end mark. Raises ListError where there is none, or a row is damaged."""
    before: tuple[int, list[str]] | None = None
    try:
        for row in reader:
            if not any(row):
                continue
            if before is not None:
                yield before
            before = reader.line_num, row
    except csv.Error as error:
        raise refuse(source, f"line {reader.line_num}: {error}", "save the table as CSV in UTF-8") from None
    if before is not None and before[1][0] != END:
        raise cut_off(source, reader.line_num)


def read_json(source: Source, name: str, columns: Columns = None) -> Reading:
    """JSON lines; a broken line is reported and the rest is read.

    Raises ListError where the last line is broken and has no end: the file is cut off.
    """
    unread: list[str] = []
    return read_rows(source, name, json_lines(source, unread), columns, unread=unread)


def read_document(document: JsonFile | YamlFile, name: str, columns: Columns = None) -> Reading:
    """A document that is a list of entries, has one list of them, or is a single entry; its other values are none.

    Raises ListError for any other.
    """
    unread: list[str] = []
    key = _list_of_entries(document, columns)
    if key is None and not document.keys:
        raise refuse(document.source, "unknown format: no list of entries", "write a list of entries, each with `name`")
    rows: Iterable[Row] = [(1, document.whole())] if key is None else document.objects(key, unread)
    return read_rows(document.source, name, rows, columns, unread=unread, unit="item")


def _list_of_entries(document: JsonFile | YamlFile, columns: Columns) -> str | None:
    """The key of the only list that has something, when that is nothing but objects; empty when all is one list.

    None where there is none, or where it is a field of the only entry: `{"name": ..., "identifiers": [{...}]}`.
    """
    if "" in document.lists:
        return ""
    filled = [key for key, kinds in document.lists.items() if kinds]
    if len(filled) != 1 or document.lists[filled[0]] != {OBJECT}:
        return None
    is_entry = NAME_FIELDS & set(map_columns(document.keys, columns).values())
    return None if is_entry and map_columns(filled, columns) else filled[0]


def read_rows(
    source: Source,
    name: str,
    rows: Iterable[Row],
    columns: Columns = None,
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
    shelf, lost = Shelf(), dict[str, list[str]]()
    for number, row in rows:
        if row.keys() - headings.keys():
            headings |= dict.fromkeys(filter(None, row))
            fields = map_columns(headings, columns)
        values: dict[str, list[str]] = {}
        for heading, field in fields.items():
            values.setdefault(field, []).extend(_values(row.get(heading)))
        draft = _draft_of(shelf, values, name, f"{source.label}: {unit} {number}", unread)
        if draft is not None:
            for what, text in _add_facts(draft, values):
                lost.setdefault(what, []).append(f"{text!r} in {unit} {number}")
    present = {heading_key(heading) for heading in headings}
    if missing := [heading for heading in (columns or {}).values() if heading_key(heading) not in present]:
        seen = ", ".join(headings) or "none"
        raise refuse(source, f"no column {missing[0]!r} (columns: {seen})", "map a column that the table has")
    if not NAME_FIELDS & set(fields.values()):
        raise _no_name_column(source, list(headings), unread)
    if ignored := [heading for heading in headings if heading not in fields]:
        unread.append(f"{source.label}: columns not read: {', '.join(ignored)}; known fields: {', '.join(FIELDS)}")
    unread += [f"{source.label}: {len(found)} {what} ({'; '.join(found[:8])})" for what, found in lost.items()]
    return Reading(name, shelf.entities(), tuple(unread), custom=True)


def _no_name_column(source: Source, headings: list[str], unread: list[str]) -> ListError:
    """The error for a table of which no column is a name."""
    seen = ", ".join(headings[:12]) or (unread[0] if unread else "none")
    remedy = "call one column `name`, or map it (`--column name=HEADING`)"
    return refuse(source, f"unknown format: no column of names (columns: {seen})", remedy)


def _values(cell: object) -> list[str]:
    """The values of a cell: a list as it is, a text split at semicolon, bar and line break."""
    if cell is None:
        return []
    if isinstance(cell, list | tuple):
        return [text for item in cell for text in _values(item)]
    if isinstance(cell, dict):
        return [f"{cell['kind']}:{cell['value']}"] if {"kind", "value"} <= cell.keys() else []
    return [text for text in map(clean, _MANY.split(str(cell))) if text]


def _draft_of(shelf: Shelf, row: dict[str, list[str]], list_: str, place: str, unread: list[str]) -> Draft | None:
    """Make an entry of one row, or add its names to the entry of the same id; None where there is no name."""
    names = row.get("name") or [" ".join(row.get("first_name", []) + row.get("last_name", []))]
    names = [name for name in names if name] or row.get("original_names", [])
    if not names:
        unread.append(f"{place}: no name")
        return None
    reference = "-".join(row.get("id", [])) or _made_id(names[0], row)
    written = (row.get("schema") or ["LegalEntity"])[0]
    schema = _SCHEMAS.get(written.casefold())
    if schema is None:
        unread.append(f"{place}: type {written!r} is not known; read as LegalEntity")
    draft = shelf.draft(
        reference, lambda: Draft(f"{list_}-{reference}", list_, schema or "LegalEntity", reference, topics=())
    )
    if not draft.names:
        draft.name(names[0], "primary")
    for name in names:
        draft.name(name, "alias")
    for field, kind in _NAMES.items():
        for name in row.get(field, []):
            draft.name(name, kind)
    return draft


def _made_id(name: str, row: dict[str, list[str]]) -> str:
    """An id that stays the same while name and date of birth do, for tables without one."""
    seed = "|".join([name.casefold(), *row.get("birth_dates", [])])
    return hashlib.sha256(seed.encode()).hexdigest()[:10]


def _add_facts(draft: Draft, row: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Add everything but names; gives the values that could not be read, each with what it is."""
    for field in _PLAIN:
        draft.add(field, row.get(field, []))
    for field in ("countries", "nationalities"):
        for text in row.get(field, []):
            if not draft.country(text, nationality=field == "nationalities") and text.casefold() not in _NOT_KNOWN:
                yield "countries: values not read", text
    for field in _DATES:
        for text in row.get(field, []):
            date = iso_date(text)
            if date is None and text.casefold() not in _NOT_KNOWN:
                yield "dates: values not read, write YYYY-MM-DD", text
            if field == "birth_dates":
                draft.add(field, [date])
            else:
                setattr(draft, field, getattr(draft, field) or date)
    for kind in IDENTIFIERS:
        for text in row.get(kind, []):
            draft.identifier(kind, text)
    for text in row.get("identifiers", []):
        kind, colon, value = text.partition(":")
        draft.identifier(clean(kind).lower() if colon else "other", value if colon else text)
    draft.gender = draft.gender or gender_of(" ".join(row.get("gender", [])))
