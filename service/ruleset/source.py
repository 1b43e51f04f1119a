"""How is an authored file read? YAML with every value at its place, and nothing that YAML can do behind your back.

Plain scalars stay the text that was written (`NO` is `NO`, `1.10` is `1.10`); what a key expects decides what they are.
Anchors, aliases, tags, duplicate keys, several documents, deep nesting and large files are refused, each at line and
column, and reading goes on so that all mistakes of a file come at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from service.errors import RuleError

MAX_BYTES = 256 * 1024
"""Largest authored file, in bytes."""
MAX_DEPTH = 24
"""Deepest nesting of an authored file."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands: `value` is a dict of Nodes, a list of Nodes, a str, or None for nothing."""

    value: dict[str, Node] | list[Node] | str | None
    path: str
    line: int
    col: int
    plain: bool = False
    """A scalar written without quotes."""
    key_at: tuple[int, int] | None = None
    """Line and column of the key that holds it."""

    def error(self, message: str, *, code: str = "schema") -> RuleError:
        """A mistake at this place."""
        return RuleError(message, path=self.path, line=self.line, col=self.col, code=code)

    def key_error(self, message: str, *, code: str = "schema") -> RuleError:
        """A mistake at the key that holds this value."""
        line, col = self.key_at or (self.line, self.col)
        return RuleError(message, path=self.path, line=line, col=col, code=code)

    def get(self, key: str) -> Node | None:
        """The value under a key of a mapping, None where there is none."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def items(self) -> list[tuple[str, Node]]:
        """The entries of a mapping, none for anything else."""
        return list(self.value.items()) if isinstance(self.value, dict) else []

    def elements(self) -> list[Node]:
        """The elements of a list; a single value stands for a list of one, nothing for an empty one."""
        if isinstance(self.value, list):
            return self.value
        return [] if self.value is None else [self]

    def text(self) -> str:
        """The scalar as text, empty for anything else."""
        return self.value if isinstance(self.value, str) else ""


def _at(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


class _Builder:
    """Builds Nodes from YAML events and keeps every mistake."""

    def __init__(self, path: str, events: Iterator[yaml.Event]) -> None:
        self.path, self.events = path, events
        self.errors: list[RuleError] = []

    def fail(self, event: yaml.Event, message: str, code: str) -> None:
        """Keep a mistake at an event."""
        line, col = _at(event)
        self.errors.append(RuleError(message, path=self.path, line=line, col=col, code=code))

    def refuse_magic(self, event: yaml.Event) -> None:
        """Anchors and tags have no place in a rule file."""
        if anchor := getattr(event, "anchor", None):
            self.fail(event, f"anchor &{anchor}: write the value out where it is needed", "yaml-anchor")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self.fail(event, f"tag {tag}: remove it; values are plain text, numbers, lists and mappings", "yaml-tag")

    def build(self, event: yaml.Event, depth: int, key_at: tuple[int, int] | None = None) -> Node:
        """The node that starts with an event."""
        line, col = _at(event)
        if isinstance(event, yaml.AliasEvent):
            self.fail(event, f"alias *{event.anchor}: write the value out; aliases hide what a rule says", "yaml-alias")
            return Node(None, self.path, line, col, key_at=key_at)
        self.refuse_magic(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style
            nothing = plain and event.value in ("", "~", "null")
            return Node(None if nothing else event.value, self.path, line, col, plain, key_at)
        if depth >= MAX_DEPTH:
            self.fail(event, f"nested deeper than {MAX_DEPTH} levels; name the inner part under `define`", "yaml-depth")
            self.skip()
            return Node(None, self.path, line, col, key_at=key_at)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(depth), self.path, line, col, key_at=key_at)
        return Node(self.mapping(depth), self.path, line, col, key_at=key_at)

    def skip(self) -> None:
        """Pass over the rest of an open collection."""
        depth = 1
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def sequence(self, depth: int) -> list[Node]:
        """The elements up to the end of the open sequence."""
        out: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            out.append(self.build(event, depth + 1))
        return out

    def mapping(self, depth: int) -> dict[str, Node]:
        """The entries up to the end of the open mapping; a key that comes twice is a mistake."""
        out: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            at = _at(event)
            key = self.build(event, depth + 1)
            value = self.build(next(self.events), depth + 1, at)
            if not isinstance(key.value, str):
                self.fail(event, "a key must be a word; quote it if it is one", "yaml-key")
            elif key.value in out:
                first = lines[key.value]
                self.fail(event, f'key "{key.value}" stands twice (first in line {first}); keep one', "yaml-duplicate")
            elif key.value == "<<":
                self.fail(event, "merge key <<: write the entries out", "yaml-alias")
            else:
                out[key.value] = value
                lines[key.value] = at[0]
        return out


def parse_yaml(text: str, path: str = "<text>") -> tuple[Node, list[RuleError]]:
    """The root node of an authored text and every mistake of its YAML; `path` is named in messages."""
    empty = Node(None, path, 1, 1)
    if (size := len(text.encode("utf-8", "replace"))) > MAX_BYTES:
        return empty, [
            RuleError(f"{size:,} bytes; a file may have {MAX_BYTES:,}: split it", path=path, code="yaml-size")
        ]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = [event for event in yaml.parse(text, Loader=loader) if not isinstance(event, _STREAM)]
    except yaml.YAMLError as error:
        return empty, [_syntax_error(error, path)]
    documents = [event for event in events if isinstance(event, yaml.DocumentStartEvent)]
    builder = _Builder(path, iter([event for event in events if not isinstance(event, _DOCUMENT)]))
    if not documents:
        return empty, [RuleError("the file is empty", path=path, line=1, col=1, code="yaml-empty")]
    root = builder.build(next(builder.events), 0)
    if len(documents) > 1:
        builder.fail(documents[1], "a second document (`---`); write one per file", "yaml-documents")
    return root, builder.errors


_STREAM = (yaml.StreamStartEvent, yaml.StreamEndEvent)
_DOCUMENT = (yaml.DocumentStartEvent, yaml.DocumentEndEvent)


def _syntax_error(error: yaml.YAMLError, path: str) -> RuleError:
    """A syntax error of the YAML library in our own words."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None)
    message = f"not well-formed YAML: {problem}" + (f" ({context})" if context else "")
    message += "; check the indentation, and quote text that holds `: `, ` #`, or starts with one of *&!|>%@`[{"
    if mark is None:
        return RuleError(message, path=path, line=1, col=1, code="yaml-syntax")
    return RuleError(message, path=path, line=mark.line + 1, col=mark.column + 1, code="yaml-syntax")


def load_source(file: Path, shown: str) -> tuple[Node, list[RuleError]]:
    """Read one authored file; `shown` is the path that messages name."""
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        return Node(None, shown, 1, 1), [RuleError(message, path=shown, line=1, col=1, code="yaml-encoding")]
    except OSError as error:
        raise RuleError(f"cannot be read: {error.strerror}", path=shown, code="file") from None
    return parse_yaml(text, shown)
