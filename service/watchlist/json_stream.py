"""JSON from strangers: looked through first, then read object by object. The document never stands in memory whole."""

from __future__ import annotations

import codecs
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import ijson
import orjson

from service.errors import ListError
from service.watchlist.source import Source, can_decode, cut_off, decode, refuse

MAX_DEPTH = 64
"""Deepest nesting that is read: no list needs ten, and what is built from more is made to harm."""
OBJECT = "start_map"
"""The kind of an item that is an object."""
TEXT = "string"
"""The kind of an item that is a text."""
_OPENING = frozenset({"start_map", "start_array"})
_CLOSING = frozenset({"end_map", "end_array"})
Row = tuple[int | str, Mapping[str, Any]]
"""Number of a row, line or item, and its values."""


class JsonFile:
    """One JSON document. Raises ListError where it is damaged, cut off or nested too deeply."""

    def __init__(self, source: Source) -> None:
        """Look the file through: its form, its depth, the lists in it; no value is kept."""
        self.source = source
        plain = can_decode(source.data, "utf-8") and not source.data.startswith(codecs.BOM_UTF8)
        self._data = source.data if plain else decode(source.data).encode()
        self.lists: dict[str, set[str]] = {}
        """The lists in the outermost object under their keys, or the outermost list itself under an empty key, and what
        kinds of things stand in each (`OBJECT`, `TEXT`).
        """
        self.keys: set[str] = set()
        """The keys of the outermost object."""
        try:
            self._look_through()
        except ijson.JSONError as error:
            reason = str(error).partition("\n")[0]
            raise refuse(source, f"the JSON is cut off or damaged ({reason})", "write or download it again") from None

    def whole(self) -> dict[str, Any]:
        """The outermost object."""
        return dict(next(iter(ijson.items(self._data, ""))))

    def items(self, key: str) -> Iterator[Any]:
        """What stands in one of the lists, one after another."""
        return iter(ijson.items(self._data, f"{key}.item" if key else "item"))

    def objects(self, key: str, unread: list[str]) -> Iterator[Row]:
        """The objects in one of the lists with their numbers; what is none is reported.

        In a list of nothing but texts each is a name.
        """
        for number, item in enumerate(self.items(key), 1):
            if isinstance(item, dict):
                yield number, item
            elif isinstance(item, str) and self.lists[key] == {TEXT}:
                yield number, {"name": item}
            else:
                unread.append(f"{self.source.label}: item {number}: expected an object")

    def _look_through(self) -> None:
        depth, key = 0, ""
        for event, value in ijson.basic_parse(self._data):
            if event in _CLOSING:
                depth -= 1
                continue
            if event == "map_key":
                if depth == 1:
                    key = value
                    self.keys.add(key)
                continue
            if depth == (1 if key else 0) and event == "start_array":
                self.lists[key] = set()
            elif depth == (2 if key else 1) and key in self.lists:
                self.lists[key].add(event)
            depth += event in _OPENING
            if depth > MAX_DEPTH:
                raise refuse(self.source, f"JSON nested more than {MAX_DEPTH} deep", "no list is; check the file")


def several_objects(source: Source) -> bool:
    """Whether a file is JSON objects one behind another, each over several lines: one ends, and another begins."""
    try:
        return len(list(itertools.islice(objects_of(source), 2))) == 2
    except ListError:
        return False


def objects_of(source: Source) -> Iterator[Row]:
    """The objects that stand one behind another. Raises ListError where one is damaged."""
    data = decode(source.data).encode()
    try:
        for number, item in enumerate(ijson.items(data, "", multiple_values=True), 1):
            yield number, item if isinstance(item, dict) else {}
    except ijson.JSONError as error:
        reason = str(error).partition("\n")[0]
        raise refuse(source, f"the JSON is cut off or damaged ({reason})", "write or download it again") from None


def json_lines(source: Source, unread: list[str]) -> Iterator[Row]:
    """The objects of JSON lines with their numbers; a broken line is reported and the rest is read.

    Raises ListError where the last line is broken and has no end: the file is cut off.
    """
    for number, line in enumerate(source.lines(), 1):
        if not line.strip():
            continue
        try:
            item = orjson.loads(line)
        except ValueError as error:
            if number > 1 and not line.endswith(("\n", "\r")):
                raise cut_off(source, number) from None
            unread.append(f"{source.label}: line {number}: no JSON ({error})")
            continue
        if isinstance(item, dict):
            yield number, item
        else:
            unread.append(f"{source.label}: line {number}: expected an object")
