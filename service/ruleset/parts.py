"""How does an authored part become an operator? Names are resolved, words get their numbers, mistakes their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from service.errors import RuleError
from service.ruleset.keys import OPERATORS, PLACE_KINDS
from service.ruleset.rule import AmountIs, AnyOf, DateIs, Near, Operator, Param, Part, PartyIs, PlaceIs, Scope, Words
from service.ruleset.schema import did_you_mean
from service.ruleset.source import Node
from service.ruleset.terms import Pattern, Terms, read_terms
from service.ruleset.values import value_faults

PARTY_FEATURE = 0
"""The feature that stands for any mention of a listed party."""
_LOCATED = frozenset(PLACE_KINDS) - {"demonym"}


@dataclass(slots=True)
class Features:
    """The numbers of all words: concepts, cues, places, and words written in rules."""

    terms: list[Terms] = field(default_factory=lambda: [Terms()])
    labels: list[str] = field(default_factory=lambda: ["a listed party"])
    concepts: dict[str, int] = field(default_factory=dict)
    places: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Feature to (country, kind)."""
    _inline: dict[Terms, int] = field(default_factory=dict)
    _of_place: dict[PlaceIs, frozenset[int]] = field(default_factory=dict)
    _parts: dict[tuple[object, ...], Part] = field(default_factory=dict)

    def part(
        self, operator: Operator, label: str = "", mask: tuple[Part, ...] = (), without: tuple[Part, ...] = ()
    ) -> Part:
        """The one part of this meaning: rules that say the same share it."""
        key = (_meaning(operator), label, _numbers(mask), _numbers(without))
        part = self._parts.get(key)
        if part is None:
            part = Part(operator, label, mask, without, self.needs(operator), len(self._parts))
            self._parts[key] = part
        return part

    def needs(self, operator: Operator) -> tuple[frozenset[int], ...]:
        """Sets of features of which one each must stand in the article for the operator to find anything."""
        if isinstance(operator, Words):
            return (frozenset({operator.feature}),)
        if isinstance(operator, AnyOf):
            return either(operator.parts)
        if isinstance(operator, Near):
            if operator.distinct < len(operator.parts):
                return either(operator.parts)
            return tuple(dict.fromkeys(group for part in operator.parts for group in part.needs))
        if isinstance(operator, PlaceIs):
            return (self.of_place(operator),)
        return (frozenset({PARTY_FEATURE}),) if isinstance(operator, PartyIs) else ()

    def of_place(self, place: PlaceIs) -> frozenset[int]:
        """The features of the place words that a condition takes; all places are numbered before."""
        found = self._of_place.get(place)
        if found is None:
            found = frozenset(
                feature
                for feature, (country, kind) in self.places.items()
                if kind in place.kinds and (country in place.countries) is not place.exclude
            )
            self._of_place[place] = found
        return found

    def add(self, terms: Terms, label: str) -> int:
        """A number for some words."""
        self.terms.append(terms)
        self.labels.append(label)
        return len(self.terms) - 1

    def inline(self, terms: Terms, label: str) -> int:
        """A number for words written in a rule; the same words share it."""
        key = Terms(terms.variants, ()) if not terms.patterns else None
        if key is None:
            return self.add(terms, label)
        if key not in self._inline:
            self._inline[key] = self.add(terms, label)
        return self._inline[key]


@dataclass(slots=True)
class Compiler:
    """Compiles the parts of one rule."""

    features: Features
    errors: list[RuleError]
    defines: dict[str, Node] = field(default_factory=dict)
    params: dict[str, Param] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    beside: int = 0
    """How many `near` are open around what is compiled."""
    _done: dict[str, Part] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    def part(self, node: Node) -> Part:
        """The part that a name or a mapping stands for."""
        if isinstance(node.value, str):
            return self.name(node)
        operator, label = self.operator(node)
        return self.features.part(operator, label, self.parts(node.get("mask")), self.parts(node.get("without")))

    def parts(self, node: Node | None) -> tuple[Part, ...]:
        """A list of parts."""
        return tuple(self.part(element) for element in node.elements()) if node is not None else ()

    def name(self, node: Node) -> Part:
        """The part that a concept or a defined name stands for."""
        name = node.text()
        self.used.add(name)
        if name in self.defines:
            return self._defined(name, node)
        feature = self.features.concepts.get(name)
        if feature is None:
            known = [*self.features.concepts, *self.defines]
            remedy = did_you_mean(name, known) or "; add it to a file in rules/concepts/ or under `define`"
            self.errors.append(node.error(f'concept "{name}" is not defined{remedy}', code="unknown-concept"))
            return Part(AnyOf(()), name)
        return self.features.part(Words(feature), name)

    def _defined(self, name: str, node: Node) -> Part:
        """A part under `define`, compiled once; a circle is a mistake."""
        if name in self._open:
            circle = " -> ".join([*self._open[self._open.index(name) :], name])
            self.errors.append(node.error(f"definitions go in a circle: {circle}; break it", code="define-cycle"))
            return Part(AnyOf(()), name)
        if name not in self._done:
            self._open.append(name)
            inner = self.part(self.defines[name])
            self._done[name] = self.features.part(inner.operator, name, inner.mask, inner.without)
            self._open.pop()
        return self._done[name]

    def operator(self, node: Node) -> tuple[Operator, str]:
        """The operator of a mapping, and its label."""
        key = next((name for name in OPERATORS if node.get(name) is not None), "")
        value = node.get(key)
        if value is None:
            return AnyOf(()), ""
        self.errors.extend(value_faults(key, value))
        if key == "any":
            return AnyOf(self.parts(value)), "any"
        if key == "near":
            return self.near(node, value), "near"
        if key == "term":
            return self.term(value)
        if key == "re":
            return Words(self.features.add(Terms((), (Pattern(value.text(), value),)), value.text())), "re"
        if key == "entity" and value.get("role") is not None and not self.beside:
            message = "role is told by the parts that stand beside the party; put it into a `near`"
            self.errors.append(cast(Node, value.get("role")).key_error(message, code="role-alone"))
        makers: dict[str, Callable[[Node], Operator]] = {"place": place_of, "entity": party_of, "date": date_of}
        return makers.get(key, self.amount)(value), key

    def term(self, value: Node) -> tuple[Operator, str]:
        """A concept, a list of them, or words per language."""
        if isinstance(value.value, str):
            part = self.name(value)
            return (part.operator, part.label) if not (part.mask or part.without) else (AnyOf((part,)), part.label)
        if isinstance(value.value, list):
            return AnyOf(self.parts(value)), "term"
        return Words(self.features.inline(read_terms(value, self.errors), "words of the rule")), "term"

    def near(self, node: Node, value: Node) -> Near:
        """Parts that stand together."""
        within = node.get("within")
        tokens = sentences = None
        scope = "sentence"
        if within is not None and isinstance(within.value, dict):
            tokens, sentences = whole(within.get("tokens")), whole(within.get("sentences"))
            scope = "sentence" if sentences is None else "article"
        elif within is not None:
            scope = within.text()
        self.beside += 1
        parts = self.parts(value)
        self.beside -= 1
        ordered = node.get("ordered")
        distinct = whole(node.get("min_distinct")) or len(parts)
        if distinct > len(parts):
            at = cast(Node, node.get("min_distinct"))
            message = f"min_distinct {distinct} of {len(parts)} parts can never hold; lower it"
            self.errors.append(at.error(message, code="min-distinct"))
        order = ordered is not None and ordered.text() == "true"
        gap = whole(node.get("gap"))
        return Near(parts, cast(Scope, scope), tokens, sentences, gap, order, distinct)

    def amount(self, value: Node) -> AmountIs:
        """An amount with its bounds."""
        kind = value.get("kind")
        unit = value.get("unit")
        low, high = (self._bound(value.get(name)) for name in ("min", "max"))
        return AmountIs(kind.text() if kind else "count", low, high, unit.text() if unit else "")

    def _bound(self, node: Node | None) -> Decimal | Param | None:
        """A bound: a number, or the name of a parameter."""
        if node is None:
            return None
        if not node.text().startswith("$"):
            return number(node)
        name = node.text()[1:]
        if name not in self.params:
            message = (
                f'parameter "${name}" is not defined{did_you_mean(name, self.params) or "; add it under `params`"}'
            )
            self.errors.append(node.error(message, code="unknown-param"))
        return self.params.get(name)


def _numbers(parts: Iterable[Part]) -> tuple[int, ...]:
    """The numbers of some parts."""
    return tuple(part.number for part in parts)


def _meaning(operator: Operator) -> object:
    """What tells an operator from others, with the numbers of its parts in their place."""
    if isinstance(operator, AnyOf):
        return ("any", _numbers(operator.parts))
    if isinstance(operator, Near):
        return ("near", _numbers(operator.parts), replace(operator, parts=()))
    return operator


def either(parts: Iterable[Part]) -> tuple[frozenset[int], ...]:
    """The one condition that follows from several alternatives: their smallest sets together."""
    sets = [min(part.needs, key=len) if part.needs else None for part in parts]
    if not sets or any(one is None for one in sets):
        return ()
    return (frozenset().union(*(one for one in sets if one is not None)),)


def whole(node: Node | None) -> int | None:
    """A checked whole number; None for what is missing or wrong, which the schema check has reported."""
    try:
        return int(node.text()) if node is not None else None
    except ValueError:
        return None


def number(node: Node | None) -> Decimal | None:
    """A checked decimal; None for what is missing or wrong."""
    try:
        return Decimal(node.text().replace("_", "")) if node is not None else None
    except InvalidOperation:
        return None


def day(node: Node | None) -> date | None:
    """A checked day; None for what is missing or wrong."""
    try:
        return date.fromisoformat(node.text()) if node is not None else None
    except ValueError:
        return None


def words(node: Node | None) -> tuple[str, ...]:
    """A list of words."""
    return tuple(element.text() for element in node.elements()) if node is not None else ()


def place_of(node: Node) -> PlaceIs:
    """A condition on a place. Both `country` and `not_country` may stand: of these, but not of those."""
    asked, barred = words(node.get("country")), words(node.get("not_country"))
    kinds = frozenset(words(node.get("kind"))) or _LOCATED
    sense = node.get("sense")
    location = sense is not None and sense.text() == "location"
    chosen = frozenset(asked) - frozenset(barred) if asked else frozenset(barred)
    return PlaceIs(chosen, not asked, kinds, location)


def party_of(node: Node) -> PartyIs:
    """A condition on a listed party."""
    score = number(node.get("min_score")) or Decimal(0)
    lists, topics, programmes, schemas, countries = (
        frozenset(words(node.get(name))) for name in ("list", "topic", "programme", "schema", "country")
    )
    role = node.get("role")
    return PartyIs(lists, topics, programmes, schemas, countries, score, role.text() if role is not None else "any")


def date_of(node: Node) -> DateIs:
    """A condition on a date in the text."""
    return DateIs(day(node.get("from")), day(node.get("to")))
