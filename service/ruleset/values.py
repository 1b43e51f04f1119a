"""Do the values that a condition names exist? A country, unit or type that does not would silently select nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from service.errors import RuleError
from service.model.entity import Schema
from service.ruleset.quantities import units_of
from service.ruleset.schema import did_you_mean, listed
from service.ruleset.source import Node
from service.watchlist.countries import country_code


def value_faults(key: str, node: Node) -> Iterator[RuleError]:
    """What is wrong with the values of one condition, by its key: place, entity or quantity."""
    if key in ("place", "entity"):
        yield from _countries(node)
    if key == "entity":
        yield from _schemas(node)
    if key == "quantity":
        yield from _unit(node)


def _elements(node: Node, key: str) -> list[Node]:
    """The values of a key."""
    found = node.get(key)
    return found.elements() if found is not None else []


def _countries(node: Node) -> Iterator[RuleError]:
    """Every code is that of a country."""
    for one in (*_elements(node, "country"), *_elements(node, "not_country")):
        code = one.text()
        if len(code) == 2 and code.isupper() and country_code(code) is None:
            yield one.error(f'"{code}" is no country; write its ISO 3166 code, such as KP', code="unknown-country")


def _schemas(node: Node) -> Iterator[RuleError]:
    """Every type is one that list entries have."""
    known = get_args(Schema)
    for one in _elements(node, "schema"):
        if one.text() not in known:
            remedy = did_you_mean(one.text(), known) or f"; known: {listed(known)}"
            yield one.error(f'"{one.text()}" is no type of a list entry{remedy}', code="unknown-schema")


def _unit(node: Node) -> Iterator[RuleError]:
    """The unit belongs to the kind."""
    kind, unit = node.get("kind"), node.get("unit")
    if kind is None or unit is None:
        return
    known = units_of(kind.text())
    if unit.text().lower().rstrip("s") not in {one.lower() for one in known}:
        told = f"; known for {kind.text()}: {listed(known)}" if known else f"; {kind.text()} has none, leave it out"
        yield unit.error(f'unit "{unit.text()}" is not known{told}', code="unknown-unit")
