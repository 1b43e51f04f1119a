"""OFAC's SDN list (and the non-SDN lists of the same layout) as the official CSV trio.

`sdn.csv` 12 columns, `alt.csv` 5, `add.csv` 6, `sdn_comments.csv` 2, all without a header: null is `-0- `, the last
line is the control character 0x1A. Described in OFAC's `dat_spec.txt`. Read: `sdn.csv`, with the others where they lie
beside it; `cons_prim.csv` with `cons_alt.csv`, `cons_add.csv`, `cons_comments.csv` likewise.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.model.entity import Entity, NameKind, Schema
from service.watchlist.draft import Draft
from service.watchlist.ofac_remarks import read_remarks
from service.watchlist.programmes import ofac_programmes
from service.watchlist.source import Reading, Source, csv_rows, refuse
from service.watchlist.values import clean

WIDTH = 12
_END = b"\x1a"
_NO_END = "no end mark (0x1A) at its end, so that nothing tells whether the file is whole; compare the counts"
_SILENT = 300
"""So many entries in a row without any alias or address: the file beside must have been cut."""
_SCHEMAS: dict[str, Schema] = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}
_KINDS: dict[str, NameKind] = {"aka": "alias", "fka": "former", "nka": "alias"}
_Beside = dict[str, list[tuple[int, tuple[str, ...]]]]
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
    files = siblings("cons" if nonsdn else "sdn")
    alt, add, comments = (source.beside.get(name, b"") for name in files)
    if empty := [name for name in files if name in source.beside and not source.beside[name].strip(b"\r\n\x1a ")]:
        raise refuse(source, f"{', '.join(empty)} beside it is empty", "download all files of the list again")
    unread: list[str] = [] if source.data.rstrip(b"\r\n").endswith(_END) else [f"{source.label}: {_NO_END}"]
    # the small files first: then each entry is whole when its row is read, and none waits in memory
    continued = _by_uid(_rows(comments, "comments", 2, unread))
    aliases = _by_uid(_rows(alt, "alt.csv", 4, unread))
    places = _by_uid(_rows(add, "add.csv", 5, unread))
    reach = {
        name: max(map(_number, rows)) for name, rows in zip(files, (aliases, places, continued), strict=True) if rows
    }
    entities: dict[str, Entity] = {}
    for line, row in _rows(source.data, source.label, WIDTH, unread):
        place = f"{source.label}: line {line}"
        if row[0] in entities:
            unread.append(f"{place}: uid {row[0]} stands twice; the first is kept")
        elif row[0].isdigit() and row[1]:
            draft = _draft(row, prefix, "".join(text for _, (_, text) in continued.pop(row[0], ())))
            for _, (_, _, kind, name) in aliases.pop(row[0], ()):
                draft.name(name, _KINDS.get(kind, "alias"))
            for _, (_, _, *parts) in places.pop(row[0], ()):
                draft.add("addresses", [", ".join(filter(None, parts))])
                draft.country(parts[2])
            entities[row[0]] = draft.freeze()
        else:
            unread.append(f"{place}: no uid or no name")
    _check_whole(source, [_number(uid) for uid in entities], reach)
    for label, left in (("comments", continued), ("alt.csv", aliases), ("add.csv", places)):
        unread += [f"{label}: line {line}: uid {uid} is not listed" for uid, rows in left.items() for line, _ in rows]
    return Reading(
        name=prefix,
        entities=tuple(entities.values()),
        unread=tuple(unread),
        title="Consolidated Sanctions List (non-SDN)"
        if nonsdn
        else "Specially Designated Nationals and Blocked Persons",
        publisher="U.S. Department of the Treasury, Office of Foreign Assets Control",
        used=tuple(name for name in files if name in source.beside),
    )


def _check_whole(source: Source, uids: list[int], reach: dict[str, int]) -> None:
    """Refuse a set of which a file ends at the end of a line, but too early; `reach`: the last uid of a file beside.

    All files are sorted by uid. A file beside that goes on behind the main file's last entry shows that the main file
    was cut; one without its end mark, and without a word on hundreds of the last entries, was cut itself.
    """
    last = max(uids, default=0)
    for name, reached in reach.items():
        if uids and reached > last and uids == sorted(uids):
            raise refuse(source, f"ends with uid {last}, and {name} goes on to {reached}", "download all files again")
        behind = sum(uid > reached for uid in uids)
        if behind > _SILENT and not name.endswith("comments.csv") and _END not in source.beside[name][-4:]:
            said = f"{name} ends with uid {reached} and without its end mark, and {behind} entries follow"
            raise refuse(source, said, "download all files again")


def _number(uid: str) -> int:
    """A uid as a number, 0 for what is none."""
    return int(uid) if uid.isdecimal() else 0


def _by_uid(rows: Iterator[tuple[int, list[str]]]) -> _Beside:
    """Line and cells of the rows of a file beside, by the entry that they belong to."""
    found: _Beside = {}
    for line, row in rows:
        found.setdefault(row[0], []).append((line, tuple(row)))
    return found


def _rows(data: bytes, label: str, width: int, unread: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Rows of the first `width` cells, cleaned, null as empty, each with its line. Raises ListError for a cut file."""
    for line, row in csv_rows(Source(label, data), width=width):
        if len(row) < width:
            unread.append(f"{label}: line {line}: {len(row)} columns instead of {width}")
            continue
        yield line, ["" if cell.startswith("-0-") else clean(cell) for cell in row[:width]]


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
