"""What may a file say? Types for authored values, and the check that reports every mistake at its place.

The key tables of `service.ruleset.keys` are written in these types; the published JSON Schema and the key reference in
`docs/rules.md` are made from the same tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from service.errors import RuleError
from service.ruleset.source import Node


@dataclass(frozen=True, slots=True)
class Text:
    """Words. `pattern` must match as a whole; `shape` says in words what it asks for."""

    pattern: str | None = None
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    low: int = -100
    high: int = 100


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal, or `$name` of a dated parameter where `param` is set."""

    param: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list; `single` also takes one value without brackets."""

    item: Type
    least: int = 0
    single: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping whose keys the author chooses, within a pattern."""

    value: Type
    key: str = r"[A-Za-z0-9_.-]+"
    shape: str = "a name of letters, digits, dots and hyphens"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record: its type and the sentence that documents it."""

    type: Type
    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. Of the keys in `one_of`, exactly one must stand."""

    name: str
    keys: dict[str, Key] = field(hash=False)
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One of several kinds of value: words, a list, a mapping."""

    text: Type | None = None
    listing: Type | None = None
    mapping: Type | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """A type that refers to itself, by name in `keys.NAMED`."""

    name: str


Type = Text | Whole | Number | Flag | Day | Choice | Many | Table | Record | Either | Ref
Resolve = Callable[[str], Type]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` where a known word is near, else nothing."""
    found = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'; did you mean "{found[0]}"?' if found else ""


def listed(words: Iterable[str]) -> str:
    """Words in a row for a message."""
    return ", ".join(words)


def check(node: Node, expected: Type, resolve: Resolve) -> list[RuleError]:
    """Every mistake of a value against its type, in file order."""
    out: list[RuleError] = []
    _check(node, expected, resolve, out)
    return out


def _check(node: Node, expected: Type, resolve: Resolve, out: list[RuleError]) -> None:
    """Add the mistakes of one value."""
    while isinstance(expected, Ref):
        expected = resolve(expected.name)
    if isinstance(expected, Either):
        chosen = _chosen(node, expected)
        if chosen is None:
            out.append(node.error(f"expected {describe(expected)}, got {_kind(node)}"))
        else:
            _check(node, chosen, resolve, out)
    elif isinstance(expected, Many):
        _check_many(node, expected, resolve, out)
    elif isinstance(expected, Table):
        _check_table(node, expected, resolve, out)
    elif isinstance(expected, Record):
        _check_record(node, expected, resolve, out)
    elif not isinstance(node.value, str):
        out.append(node.error(f"expected {describe(expected)}, got {_kind(node)}"))
    elif message := scalar_fault(node, expected):
        out.append(node.error(message))


def _chosen(node: Node, expected: Either) -> Type | None:
    """Which of the kinds a value is, None if it is none of them."""
    if isinstance(node.value, str):
        return expected.text
    if isinstance(node.value, list):
        return expected.listing
    return expected.mapping if isinstance(node.value, dict) else None


def _check_many(node: Node, expected: Many, resolve: Resolve, out: list[RuleError]) -> None:
    """A list, or one value where that is allowed."""
    if not isinstance(node.value, list):
        if expected.single and node.value is not None:
            _check(node, expected.item, resolve, out)
        else:
            out.append(node.error(f"expected a list, got {_kind(node)}; write [a, b] or one `- ` line each"))
        return
    if len(node.value) < expected.least:
        out.append(node.error(f"at least {expected.least} needed, got {len(node.value)}"))
    for element in node.value:
        _check(element, expected.item, resolve, out)


def _check_table(node: Node, expected: Table, resolve: Resolve, out: list[RuleError]) -> None:
    """A mapping with keys of the author's choice."""
    if not isinstance(node.value, dict):
        out.append(node.error(f"expected a mapping, got {_kind(node)}"))
        return
    for key, value in node.value.items():
        if not re.fullmatch(expected.key, key):
            out.append(value.key_error(f'"{key}" is not {expected.shape}', code="unknown-key"))
        _check(value, expected.value, resolve, out)


def _check_record(node: Node, expected: Record, resolve: Resolve, out: list[RuleError]) -> None:
    """A mapping with known keys."""
    if not isinstance(node.value, dict):
        out.append(node.error(f"expected {expected.name} as a mapping, got {_kind(node)}"))
        return
    for key, value in node.value.items():
        known = expected.keys.get(key)
        if known is None:
            remedy = did_you_mean(key, expected.keys)
            if not remedy and value.value is None:
                remedy = "; a comma ends unquoted text between { and }: put the whole text in quotes"
            remedy = remedy or f"; known: {listed(expected.keys)}"
            out.append(value.key_error(f'unknown key "{key}" in {expected.name}{remedy}', code="unknown-key"))
        else:
            _check(value, known.type, resolve, out)
    for key, known in expected.keys.items():
        if known.required and key not in node.value:
            out.append(node.error(f'{expected.name} lacks "{key}": {known.doc}', code="missing-key"))
    if expected.one_of:
        present = [key for key in expected.one_of if key in node.value]
        if len(present) != 1:
            got = listed(present) if present else "none"
            message = f"{expected.name} needs exactly one of {listed(expected.one_of)}; got {got}"
            out.append(node.error(message, code="one-of"))


def scalar_fault(node: Node, expected: Type) -> str | None:
    """What is wrong with a scalar, None if nothing."""
    text = node.text()
    if isinstance(expected, Choice) and text not in expected.options:
        near = did_you_mean(text, expected.options)
        return f'"{text}" is not one of {listed(expected.options)}{near}'
    if isinstance(expected, Whole):
        if not re.fullmatch(r"[-+]?\d{1,9}", text):
            return f'expected a whole number, got "{text}"'
        if not expected.low <= int(text) <= expected.high:
            return f"{text} is outside {expected.low} to {expected.high}"
    if isinstance(expected, Number):
        return _number_fault(text, expected)
    if isinstance(expected, Flag) and (text not in ("true", "false") or not node.plain):
        return f'expected true or false, got "{text}"'
    if isinstance(expected, Day):
        return _day_fault(text)
    if isinstance(expected, Text):
        if not text.strip():
            return "expected words, got an empty text"
        if expected.pattern and not re.fullmatch(expected.pattern, text):
            return f'"{text}" is not {expected.shape or "of the form " + expected.pattern}'
    return None


def _number_fault(text: str, expected: Number) -> str | None:
    """What is wrong with a decimal."""
    if expected.param and text.startswith("$"):
        return None
    try:
        Decimal(text.replace("_", ""))
    except InvalidOperation:
        return f'expected a number, got "{text}"' + ("; a parameter is written $name" if expected.param else "")
    return None


def _day_fault(text: str) -> str | None:
    """What is wrong with a date."""
    try:
        if len(text) == 10:
            date.fromisoformat(text)
            return None
    except ValueError:
        pass
    return f'"{text}" is not a day of the calendar; write YYYY-MM-DD'


def describe(expected: Type) -> str:
    """A type in words, for messages and the reference."""
    if isinstance(expected, Text):
        return expected.shape or "words"
    if isinstance(expected, Choice):
        return " | ".join(expected.options)
    if isinstance(expected, Whole):
        return f"a whole number ({expected.low} to {expected.high})"
    if isinstance(expected, Many):
        return f"a list of {describe(expected.item)}"
    if isinstance(expected, Either):
        kinds = (expected.text, expected.listing, expected.mapping)
        return ", or ".join(describe(kind) for kind in kinds if kind is not None)
    if isinstance(expected, Table):
        return f"a mapping of names to {describe(expected.value)}"
    if isinstance(expected, Record | Ref):
        return expected.name
    names: dict[type, str] = {Number: "a number", Flag: "true or false", Day: "a day (YYYY-MM-DD)"}
    return names[type(expected)]


def _kind(node: Node) -> str:
    """A value's kind in words."""
    if isinstance(node.value, dict):
        return "a mapping"
    if isinstance(node.value, list):
        return "a list"
    return "nothing" if node.value is None else f'"{node.value}"'
