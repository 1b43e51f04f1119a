"""Where the official lists are published: the addresses in `sources.yaml`, each with the day it was last tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class ListSource:
    """One official address of one list."""

    name: str
    """Short name of the list."""
    publisher: str
    format: str
    """The module of this room that reads it."""
    url: str
    tried: str
    """ISO date of the last success, or `not tried`."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Further files of the same list, by the name under which the reader expects them."""


def load_sources() -> tuple[ListSource, ...]:
    """All known addresses; the first of a list is the one to prefer."""
    text = files("service.watchlist").joinpath("sources.yaml").read_text(encoding="utf-8")
    return tuple(
        ListSource(
            name=entry["name"],
            publisher=entry["publisher"],
            format=entry["format"],
            url=entry["url"],
            tried=str(entry["tried"]),
            beside=entry.get("beside", {}),
        )
        for entry in yaml.safe_load(text)
    )
