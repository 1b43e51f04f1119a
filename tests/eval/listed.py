"""Names of real lists, grouped by entry: the material of all measurements of names."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from service.model.entity import Entity
from service.watchlist.load import load_watchlist
from tests.eval.data import held_out


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed party with all its names."""

    id: str
    schema: str
    names: tuple[str, ...]
    dprk: bool

    @property
    def held_out(self) -> bool:
        """Whether the entry belongs to the part that weights were never fitted on."""
        return held_out(self.id)


def data_dir() -> Path:
    """The folder of lists and texts."""
    return Path(os.environ.get("FLAGSTAFF_DATA", "data"))


@lru_cache(maxsize=1)
def load_entities() -> tuple[Entity, ...]:
    """Entities of the UN list and OFAC's SDN list."""
    lists = data_dir() / "lists"
    found = [load_watchlist(lists / "un" / "consolidated_2026-01-28.xml"), load_watchlist(lists / "ofac" / "sdn.csv")]
    return tuple(entity for watchlist in found for entity in watchlist.entities)


@lru_cache(maxsize=1)
def load_entries() -> tuple[Entry, ...]:
    """All entries of the UN, OFAC and EU lists, names without repetition."""
    entries = [
        Entry(
            entity.id,
            entity.schema,
            tuple(
                dict.fromkeys(name.text for name in entity.names if name.kind != "weak" and name.quality == "strong")
            ),
            any("DPRK" in programme or "1718" in programme for programme in entity.programmes),
        )
        for entity in load_entities()
    ]
    known = json.loads((data_dir() / "lists/eu/eu_un_ofaccons_normalised_2026-01-28.json").read_text(encoding="utf-8"))
    for number, row in enumerate(known["entities"]):
        if "EU" in row["source"] and "UN" not in row["source"]:
            schema = "Person" if row["type"] == "individual" else "Organization"
            entries.append(
                Entry(f"eu-{number}", schema, tuple(dict.fromkeys([row["name"], *row["aliases"]])), dprk=False)
            )
    return tuple(entry for entry in entries if entry.names)


def texts(*names: str) -> list[str]:
    """Ordinary documents, some short ones of a file joined to articles of about 1,500 characters."""
    found: list[str] = []
    for name in names:
        lines = (data_dir() / "text" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        block = ""
        for line in lines:
            block = f"{block}\n{json.loads(line)['text']}".strip()
            if len(block) > 1500:
                found.append(block)
                block = ""
        if block:
            found.append(block)
    return found
