"""A customer's YAML, read item by item and as it is written: `NO` stays Norway, `007` a number with its noughts.

No value is guessed at: what stands there is text, a list or a mapping. No anchors, no tags: nothing in a list needs
them, and a bomb does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from service.watchlist.json_stream import MAX_DEPTH, OBJECT, TEXT
from service.watchlist.source import Source, refuse

MAX_YAML = 32 * 1024 * 1024
"""Largest YAML list in bytes: the format is for lists written by hand."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
_NOTHING = ("", "~", "null", "Null", "NULL")
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp")
) | {"!"}
_Event = Any


class YamlFile:
    """One YAML document. Raises ListError where it is damaged, too large, too deep, or has anchors or tags."""

    def __init__(self, source: Source) -> None:
        """Look the file through: its form and the lists in it; no value is kept."""
        if len(source.data) > MAX_YAML:
            raise refuse(
                source, f"YAML larger than {MAX_YAML // 1024**2} MB", "give a list of this size as JSON lines or CSV"
            )
        self.source = source
        self.lists: dict[str, set[str]] = {}
        """The lists in the outermost mapping under their keys, or the outermost list under an empty key, and what kinds
        of things stand in each (`OBJECT`, `TEXT`).
        """
        self.keys: set[str] = set()
        """The keys of the outermost mapping."""
        self._look_through()

    def objects(self, key: str, unread: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
        """The mappings in one of the lists with their numbers; what is none is reported.

        In a list of nothing but texts each is a name.
        """
        for number, (line, item) in enumerate(self._items(key), 1):
            if isinstance(item, dict):
                yield number, item
            elif isinstance(item, str) and self.lists[key] == {TEXT}:
                yield number, {"name": item}
            else:
                unread.append(f"{self.source.label}: item {number} (line {line}): expected a mapping")

    def whole(self) -> dict[str, Any]:
        """The outermost mapping."""
        events = self._events()
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                return dict(self._build(event, events))
        return {}

    def _look_through(self) -> None:
        """Find the lists, and what would stop the reading later on."""
        events = self._events()
        for event in events:
            if isinstance(event, yaml.SequenceStartEvent):
                self.lists[""] = self._kinds(events)
            elif isinstance(event, yaml.MappingStartEvent):
                for key, first in self._pairs(events):
                    self.keys.add(key)
                    if isinstance(first, yaml.SequenceStartEvent):
                        self.lists[key] = self._kinds(events)
                    else:
                        self._build(first, events)

    def _kinds(self, events: Iterator[_Event]) -> set[str]:
        """What stands in a list whose start was read."""
        kinds = set()
        for first in events:
            if isinstance(first, yaml.SequenceEndEvent):
                break
            kinds.add(OBJECT if isinstance(self._build(first, events), dict) else TEXT)
        return kinds

    def _items(self, key: str) -> Iterator[tuple[int, Any]]:
        """The items of a list, each with its line."""
        events = self._events()
        for event in events:
            if isinstance(event, yaml.MappingStartEvent) and key:
                found = next((first for name, first in self._pairs(events, key) if name == key), None)
                if found is None:
                    return
            elif not isinstance(event, yaml.SequenceStartEvent):
                continue
            for first in events:
                if isinstance(first, yaml.SequenceEndEvent):
                    return
                yield first.start_mark.line + 1, self._build(first, events)

    def _pairs(self, events: Iterator[_Event], until: str | None = None) -> Iterator[tuple[str, _Event]]:
        """Key and first event of the value of each pair of a mapping; whoever asks reads the value's other events,
        but for those before the key `until`, which are passed over here.
        """
        known = set()
        for first in events:
            if isinstance(first, yaml.MappingEndEvent):
                return
            key, value = self._build(first, events), next(events)
            if not isinstance(key, str):
                raise self._wrong(first, "a key that is no text")
            if key in known:
                raise self._wrong(first, f"the key {key!r} stands twice")
            known.add(key)
            if until is not None and key != until:
                self._build(value, events)
            yield key, value

    def _build(self, first: _Event, events: Iterator[_Event]) -> Any:
        """The value that begins with an event."""
        if isinstance(first, yaml.SequenceStartEvent):
            found = []
            for event in events:
                if isinstance(event, yaml.SequenceEndEvent):
                    break
                found.append(self._build(event, events))
            return found
        if isinstance(first, yaml.MappingStartEvent):
            return {key: self._build(value, events) for key, value in self._pairs(events)}
        return None if first.style is None and first.value in _NOTHING else first.value

    def _events(self) -> Iterator[_Event]:
        """The events of the document. Raises ListError with the line."""
        depth = documents = 0
        try:
            for event in yaml.parse(self.source.lines(), Loader=_LOADER):
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                    raise self._wrong(event, "anchors and aliases are not read; write the value out")
                tag = getattr(event, "tag", None)
                if tag is not None and tag not in _PLAIN_TAGS:
                    raise self._wrong(event, f"the tag {tag} is not read")
                depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
                documents += isinstance(event, yaml.DocumentStartEvent)
                if depth > MAX_DEPTH:
                    raise self._wrong(event, f"nested more than {MAX_DEPTH} deep")
                if documents > 1:
                    raise self._wrong(event, "a second document begins; write one list")
                yield event
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            raise refuse(self.source, f"line {line}: {error.problem}", "mend the YAML") from None
        except yaml.YAMLError as error:
            raise refuse(self.source, f"no YAML ({error})", "mend the file") from None

    def _wrong(self, event: _Event, problem: str) -> Exception:
        """The error for a place in the file."""
        return refuse(self.source, f"line {event.start_mark.line + 1}: {problem}", "mend the YAML")
