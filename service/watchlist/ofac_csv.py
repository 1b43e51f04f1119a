"""OFAC's SDN list (and the non-SDN lists of the same layout) as the official CSV trio.

`sdn.csv` 12 columns, `alt.csv` 5, `add.csv` 6, `sdn_comments.csv` 2, all without a header: null is `-0- `, the last
line is the control character 0x1A. Described in OFAC's `dat_spec.txt`. Read: `sdn.csv`, with the others where they lie
beside it; `cons_prim.csv` with `cons_alt.csv`, `cons_add.csv`, `cons_comments.csv` likewise.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft
from service.watchlist.ofac_remarks import read_remarks
from service.watchlist.programmes import ofac_programmes
from service.watchlist.source import Reading, Source, csv_rows
from service.watchlist.values import clean

WIDTH = 12
_SCHEMAS: dict[str, Schema] = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}
_KINDS: dict[str, NameKind] = {"aka": "alias", "fka": "former", "nka": "alias"}
_BESIDE = {
    "sdn": ("alt.csv", "add.csv", "sdn_comments.csv"),
    "cons_prim": ("cons_alt.csv", "cons_add.csv", "cons_comments.csv"),
}


def siblings(stem: str) -> tuple[str, ...]:
    """The file names that belong to a main file, by its stem in lower case."""
    return _BESIDE["cons_prim" if stem.startswith("cons") else "sdn"]


def read(source: Source) -> Reading:
    """All entries, with aliases, addresses and comments from the files beside."""
    nonsdn = "cons_prim" in source.label.lower()
    prefix = "ofac-nonsdn" if nonsdn else "ofac"
    alt, add, comments = (source.beside.get(name, b"") for name in siblings("cons" if nonsdn else "sdn"))
    unread: list[str] = []
    drafts: dict[str, Draft] = {}
    continued: dict[str, str] = {}
    for _, row in _rows(comments, "comments", 2, unread):
        continued[row[0]] = continued.get(row[0], "") + row[1]
    for place, row in _rows(source.data, source.label, WIDTH, unread):
        if row[0] in drafts:
            unread.append(f"{place}: uid {row[0]} stands twice; the first is kept")
        elif row[0].isdigit() and row[1]:
            drafts[row[0]] = _draft(row, prefix, continued.pop(row[0], ""))
        else:
            unread.append(f"{place}: no uid or no name")
    unread += [f"comments: uid {uid} is not listed" for uid in continued]
    for place, row in _rows(alt, "alt.csv", 4, unread):
        if row[0] in drafts:
            drafts[row[0]].name(row[3], _KINDS.get(row[2], "alias"))
        else:
            unread.append(f"{place}: uid {row[0]} is not listed")
    for place, row in _rows(add, "add.csv", 5, unread):
        if row[0] in drafts:
            drafts[row[0]].add("addresses", [", ".join(filter(None, row[2:5]))])
            drafts[row[0]].country(row[4])
        else:
            unread.append(f"{place}: uid {row[0]} is not listed")
    return Reading(
        name=prefix,
        entities=tuple(drafts.pop(uid).freeze() for uid in list(drafts)),
        unread=tuple(unread),
        title="Consolidated Sanctions List (non-SDN)"
        if nonsdn
        else "Specially Designated Nationals and Blocked Persons",
        publisher="U.S. Department of the Treasury, Office of Foreign Assets Control",
        used=tuple(name for name in siblings("cons" if nonsdn else "sdn") if name in source.beside),
    )


def _rows(data: bytes, label: str, width: int, unread: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Rows of at least `width` cleaned cells, null as empty, each with its place. Raises ListError for a cut file."""
    for line, row in csv_rows(Source(label, data), width=width):
        if len(row) < width:
            unread.append(f"{label}: line {line}: {len(row)} columns instead of {width}")
            continue
        yield f"{label}: line {line}", ["" if cell.startswith("-0-") else clean(cell) for cell in row]


def _draft(row: list[str], prefix: str, continued: str) -> Draft:
    """The entry of one row of the main file, with the continuation of its remarks."""
    uid, name, kind, programmes, title, call_sign, vessel_type, _, _, flag, owner, remarks = row[:WIDTH]
    draft = Draft(f"{prefix}-{uid}", prefix, _SCHEMAS.get(kind, "LegalEntity"), source_ref=uid)
    draft.name(name, "primary")
    draft.add("programmes", ofac_programmes(programmes.split("] [")))
    draft.add("positions", [title] if kind == "individual" else [vessel_type])
    draft.identifier("callsign", call_sign)
    draft.country(flag)
    draft.add("linked", [owner])
    read_remarks(draft, remarks + continued)
    return draft
