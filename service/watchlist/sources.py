"""Where the official lists are published: the addresses in `sources.yaml`, each with the day it was last tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import yaml

from service.errors import ListError


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
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field -> heading, for a table of one's own."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Further files of the same list, by the name under which the reader expects them."""


def load_sources(own: Path | None = None) -> tuple[ListSource, ...]:
    """All known addresses, those of an own file first; the first of a list is the one to prefer.

    Raises ListError for a file that cannot be used.
    """
    known = files("service.watchlist").joinpath("sources.yaml").read_text(encoding="utf-8")
    if own is None:
        return _read(known, "sources.yaml")
    try:
        text = own.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ListError(f"{own}: cannot be read ({error}); check FLAGSTAFF_LIST_SOURCES") from None
    return (*_read(text, str(own)), *_read(known, "sources.yaml"))


def _read(text: str, label: str) -> tuple[ListSource, ...]:
    """The addresses of a file. Only `name` and `url` must be given."""
    try:
        entries = yaml.safe_load(text)
        return tuple(
            ListSource(
                name=entry["name"],
                publisher=entry.get("publisher", ""),
                format=entry.get("format", "table"),
                url=entry["url"],
                tried=str(entry.get("tried", "not tried")),
                columns=entry.get("columns", {}),
                beside=entry.get("beside", {}),
            )
            for entry in entries
        )
    except (yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        raise ListError(f"{label}: not a list of addresses with name and url ({error}); mend the file") from None
