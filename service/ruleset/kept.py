"""How is a compiled rule set kept as a file? As plain JSON: what is read back can only be data, never code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import orjson

from service.model.law import Reading
from service.ruleset.keyed import find_keys
from service.ruleset.measures import Measure
from service.ruleset.parts import Features
from service.ruleset.rule import (
    Adjustment,
    AmountIs,
    AnyOf,
    DateIs,
    Exemption,
    Finding,
    Near,
    Param,
    ParamValue,
    Part,
    PartyIs,
    PlaceIs,
    Rule,
    Words,
)
from service.ruleset.ruleset import Pack, PartyPolicy, RuleSet
from service.ruleset.vocabulary import Literals, Vocabulary
from service.ruleset.walk import parts_of

_KINDS: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        Adjustment, AmountIs, AnyOf, DateIs, Exemption, Finding, Measure, Near, Pack, Param, ParamValue, PartyIs,
        PartyPolicy, PlaceIs, Reading, Rule, Words,
    )
}  # fmt: skip
_LIST, _SET, _TABLE, _NUMBER, _DAY, _PART = range(6)
_AUTHORED = ("source", "at")
"""Fields that point into the authored files; what is kept stands without them."""


def to_bytes(rules: RuleSet) -> bytes:
    """A rule set as JSON, without its authored files."""
    parts = sorted(parts_of((*rules.rules, *rules.idle)).values(), key=lambda part: part.number)
    rows = [
        [part.number, _pack(part.operator), part.label, _numbers(part.mask), _numbers(part.without)] for part in parts
    ]
    content = {
        "parts": rows,
        "places": [[feature, *key] for feature, key in rules.places.items()],
        "cues": [[feature, *key] for feature, key in rules.cues.items()],
        "literals": tuple(rules.vocabulary.literals._replace(special={})),
        "special": list(rules.vocabulary.literals.special.items()),
        **{name: getattr(rules, name) for name in ("sha256", "labels", "concepts", "codes")},
        **{name: _pack(getattr(rules, name)) for name in ("rules", "idle", "measures", "parties", "packs")},
    }
    return orjson.dumps(content)


def from_bytes(data: bytes) -> RuleSet:
    """The rule set that was kept. Raises ValueError, KeyError, TypeError or IndexError for what is none."""
    kept = orjson.loads(data)
    places = {feature: (country, kind) for feature, country, kind in kept["places"]}
    parts = _read_parts(kept["parts"], places)
    texts, edges, plain, _, patterns = kept["literals"]
    special = {number: [(one[0], one[1], one[2]) for one in found] for number, found in kept["special"]}
    literals = Literals(texts, edges, plain, special, [(one[0], one[1]) for one in patterns])
    rules = _unpack(kept["rules"], parts)
    return RuleSet(
        rules=rules,
        sha256=kept["sha256"],
        vocabulary=Vocabulary(literals),
        labels=tuple(kept["labels"]),
        concepts=kept["concepts"],
        places=places,
        cues={feature: (kind, side) for feature, kind, side in kept["cues"]},
        measures=_unpack(kept["measures"], parts),
        codes=kept["codes"],
        parties=_unpack(kept["parties"], parts),
        packs=_unpack(kept["packs"], parts),
        idle=_unpack(kept["idle"], parts),
        keys=find_keys(rules),
    )


def _numbers(parts: Iterable[Part]) -> list[int]:
    """The numbers of some parts."""
    return [part.number for part in parts]


def _read_parts(rows: Iterable[list[Any]], places: dict[int, tuple[str, str]]) -> dict[int, Part]:
    """Parts by number; a part comes after those that it is made of."""
    features = Features(places=places)
    out: dict[int, Part] = {}
    for number, packed, label, mask, without in rows:
        operator = _unpack(packed, out)
        filters = (tuple([out[one] for one in mask]), tuple([out[one] for one in without]))
        out[number] = Part(operator, label, *filters, features.needs(operator), number)
    return out


def _pack(value: Any) -> Any:
    """A value as JSON; a list begins with what it is."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Part):
        return [_PART, value.number]
    if isinstance(value, tuple):
        return [_LIST, *map(_pack, value)]
    if isinstance(value, frozenset):
        return [_SET, *sorted(value)]
    if isinstance(value, dict):
        return [_TABLE, *([key, _pack(inner)] for key, inner in value.items())]
    if isinstance(value, Decimal):
        return [_NUMBER, str(value)]
    if isinstance(value, date):
        return [_DAY, value.isoformat()]
    rows = [None if one.name in _AUTHORED else _pack(getattr(value, one.name)) for one in fields(value)]
    return [_KINDS[type(value).__name__].__name__, *rows]


def _unpack(value: Any, parts: dict[int, Part]) -> Any:
    """The value that was packed."""
    if not isinstance(value, list):
        return value
    kind, *rest = value
    if kind == _PART:
        return parts[rest[0]]
    if kind == _LIST:
        return tuple([_unpack(one, parts) for one in rest])
    if kind == _SET:
        return frozenset(rest)
    if kind == _TABLE:
        return {key: _unpack(inner, parts) for key, inner in rest}
    if kind == _NUMBER:
        return Decimal(rest[0])
    if kind == _DAY:
        return date.fromisoformat(rest[0])
    return _KINDS[kind](*[_unpack(one, parts) for one in rest])
