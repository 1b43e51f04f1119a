"""Build the starter lists: `python -m service.watchlist.build_starter --un FILE --ofac sdn.csv ...`.

The OFAC list is put together from what the publisher gives at different dates: `--ofac` is a complete `sdn.csv` with
the facts, `--ofac-names` (optional) a later list of all names as JSON lines
`{entity_id, names: [{full_name, is_primary, type_id}]}`, which decides who is listed, and `--ofac-alt` / `--ofac-add`
(optional) the later alias and address files. The same input gives the same content; its SHA-256 is printed and stands
in `SHA256SUMS` beside the files.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import gzip
import hashlib
import io
from collections import defaultdict
from pathlib import Path
from typing import Any

import orjson

from service.model.entity import Entity, NameKind, Watchlist
from service.watchlist.draft import Draft
from service.watchlist.load import load_watchlist
from service.watchlist.source import decode
from service.watchlist.starter import encode
from service.watchlist.starter_types import type_of, with_comma

_FORMER = "1401"
"""OFAC's alias type for `f.k.a.` in its advanced data model (1400 is `a.k.a.`, 1403 the primary name)."""


def merge_names(known: Watchlist, rows: list[dict[str, Any]], alt: bytes, add: bytes) -> tuple[Entity, ...]:
    """The entries of `rows`, each with its names there and with the facts of the entry of `known`, if it has one.

    The rows have lost the comma of `LAST, First`; where a file with the same name has it, that spelling is taken. A
    name that is not in the alias file is a weak one: OFAC keeps those in the remarks only. The type of an entry without
    facts is told from its names where they tell it.
    """
    facts = {entity.source_ref or "": entity for entity in known.entities}
    spelled: dict[str, dict[str, tuple[str, NameKind]]] = defaultdict(dict)
    for entity in known.entities:
        for name in entity.names:
            spelled[entity.source_ref or ""][_letters(name.text)] = (name.text, name.kind)
    for cells in _rows(alt, 4):
        spelled[cells[0]][_letters(cells[3])] = (cells[3], "former" if cells[2] == "fka" else "alias")
    countries: dict[str, list[str]] = defaultdict(list)
    for cells in _rows(add, 5):
        countries[cells[0]].append(cells[4])
    entities = []
    for row in sorted(rows, key=lambda row: int(row["entity_id"])):
        uid = str(row["entity_id"])
        entities.append(_merged(uid, row["names"], facts.get(uid), spelled[uid], countries[uid]))
    return tuple(entities)


def _rows(data: bytes, width: int) -> list[list[str]]:
    """The rows of one of OFAC's files that have enough columns."""
    return [row for row in csv.reader(io.StringIO(decode(data), newline="")) if len(row) >= width]


def _letters(name: str) -> str:
    """A name by its letters and digits alone."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _merged(
    uid: str,
    names: list[dict[str, Any]],
    facts: Entity | None,
    spelled: dict[str, tuple[str, NameKind]],
    places: list[str],
) -> Entity:
    """One entry: names of the later file in the spelling and of the kind that the publisher's files give."""
    draft = Draft(f"ofac-{uid}", "ofac", facts.schema if facts else "LegalEntity", uid)
    for item in names:
        text, kind = spelled.get(_letters(item["full_name"]), (item["full_name"], "weak"))
        if item["type_id"] == _FORMER:
            kind = "former"
        draft.name(text, "primary" if item["is_primary"] else "alias" if kind == "primary" else kind)
    for place in places:
        draft.country(place)
    entity = draft.freeze()
    if facts is None:
        return _typed(entity)
    countries = tuple(dict.fromkeys([*facts.countries, *entity.countries]))
    return dataclasses.replace(facts, names=entity.names, countries=countries)


def _typed(entity: Entity) -> Entity:
    """An entry of unknown type, with the type that its names tell; people get their comma back."""
    schema = type_of(name.text for name in entity.names)
    names = entity.names
    if schema == "Person":
        names = tuple(dataclasses.replace(name, text=with_comma(name.text)) for name in names)
    return dataclasses.replace(
        entity, schema=schema, names=tuple({name.text: name for name in names[::-1]}.values())[::-1]
    )


def main() -> None:
    """Read the files, write the starter lists and their checksums."""
    parser = argparse.ArgumentParser(description="Build the starter lists from official files.")
    parser.add_argument("--un", required=True, type=Path, help="consolidated.xml of the UN")
    parser.add_argument("--ofac", required=True, type=Path, help="sdn.csv, alt.csv and add.csv beside it")
    parser.add_argument("--ofac-date", required=True, help="date of the OFAC names, as exact as known (2025-11)")
    parser.add_argument("--ofac-names", type=Path, help="later names as JSON lines")
    parser.add_argument("--ofac-alt", type=Path, help="later alt.csv")
    parser.add_argument("--ofac-add", type=Path, help="later add.csv")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "starter")
    options = parser.parse_args()
    ofac = load_watchlist(options.ofac)
    if options.ofac_names:
        rows = [orjson.loads(line) for line in options.ofac_names.read_bytes().splitlines()]
        alt, add = (path.read_bytes() if path else b"" for path in (options.ofac_alt, options.ofac_add))
        ofac = dataclasses.replace(ofac, entities=merge_names(ofac, rows, alt, add))
    ofac = dataclasses.replace(ofac, list_date=options.ofac_date)
    options.out.mkdir(parents=True, exist_ok=True)
    sums = []
    for watchlist in (load_watchlist(options.un), ofac):
        content = encode(watchlist)
        (options.out / f"{watchlist.name}.json.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        sums.append(f"{hashlib.sha256(content).hexdigest()}  {watchlist.name}.json")
        print(sums[-1], len(watchlist.entities), "entries", watchlist.name_count, "names")
    (options.out / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
