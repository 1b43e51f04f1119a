"""Australia's Consolidated List of the Department of Foreign Affairs and Trade, as XLSX or CSV.

One row per name; `101` is the entry, `101a` one of its other names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import partial

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft
from service.watchlist.shelf import Shelf
from service.watchlist.source import Reading, Source
from service.watchlist.table_columns import heading_key
from service.watchlist.values import clean, iso_date, numbered

HEADINGS = frozenset({"Reference", "Name of Individual or Entity", "Name Type"})
_SCHEMAS: dict[str, Schema] = {"individual": "Person", "entity": "Organization", "vessel": "Vessel"}
_KINDS: dict[str, NameKind] = {
    "primary name": "primary", "aka": "alias", "original script": "original", "fka": "former", "formerly": "former",
}  # fmt: skip
_REFERENCE = re.compile(r"^\s*(\d+)")
_SEVERAL = re.compile(r"\s*(?:\band\b|,|;|\n)\s*")


def read_csv(source: Source) -> Reading:
    """All entries of the CSV."""
    reader = csv.DictReader(source.lines())
    return read_rows(source, ((reader.line_num, row) for row in reader))


def read_rows(source: Source, rows: Iterable[tuple[int, Mapping[str, object]]]) -> Reading:
    """All entries of rows of any origin."""
    shelf = Shelf()
    unread = []
    for number, cells in rows:
        row = {heading_key(str(heading)): clean(_text(cell)) for heading, cell in cells.items() if heading}
        found = _REFERENCE.match(row.get("reference", ""))
        if not found or not row.get("name of individual or entity"):
            if any(row.values()):
                unread.append(f"{source.label}: row {number}: no reference or no name")
            continue
        schema = _SCHEMAS.get(row.get("type", "").lower(), "LegalEntity")
        _add_row(shelf.draft(found[1], partial(Draft, f"au-{found[1]}", "au", schema, found[1])), row)
    return Reading(
        name="au",
        entities=shelf.entities(),
        unread=tuple(unread),
        title="Consolidated List of persons and entities under Australian sanctions",
        publisher="Department of Foreign Affairs and Trade",
    )


def _text(cell: object) -> str:
    """A cell as text; a spreadsheet's dates in ISO form, its escaped line ends as blanks."""
    return "" if cell is None else str(cell).replace("_x000D_", " ").removesuffix(" 00:00:00")


def _add_row(draft: Draft, row: dict[str, str]) -> None:
    """The name of one row, and what it tells of the entry."""
    kind = _KINDS.get(row.get("name type", "").lower(), "alias")
    draft.name(row["name of individual or entity"], "weak" if row.get("alias strength", "").lower() == "weak" else kind)
    for part in numbered(row.get("date of birth")):
        draft.add("birth_dates", [iso_date(piece) for piece in _SEVERAL.split(part)])
    draft.add("birth_places", numbered(row.get("place of birth")))
    for part in numbered(row.get("citizenship")):
        for piece in _SEVERAL.split(part):
            draft.country(piece, nationality=draft.schema == "Person")
    draft.add("addresses", numbered(row.get("address")))
    draft.add("programmes", [row.get("committees")])
    draft.identifier("imo", row.get("imo number"))
    draft.un_reference(row.get("additional information"))
    draft.listed_on = draft.listed_on or iso_date(row.get("control date"))
