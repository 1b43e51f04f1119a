"""What is a compiled rule? Parts that find spans, findings that anchor a hit, and what moves its points."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from service.ruleset.source import Node

Scope = Literal["sentence", "paragraph", "article", "headline"]


@dataclass(frozen=True, slots=True)
class Words:
    """A concept, or words written in the rule itself: `feature` is its number in the vocabulary."""

    feature: int


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several parts."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Several parts together. `tokens`: words between them in all; `gap`: words between one and the next."""

    parts: tuple[Part, ...]
    within: Scope = "sentence"
    tokens: int | None = None
    sentences: int | None = None
    gap: int | None = None
    ordered: bool = False
    distinct: int = 0
    """How many different parts must stand there."""


@dataclass(frozen=True, slots=True)
class PlaceIs:
    """A place name of some countries, or of any but some."""

    countries: frozenset[str]
    exclude: bool = False
    kinds: frozenset[str] = frozenset({"country", "city", "region", "port", "waters"})
    location: bool = False


@dataclass(frozen=True, slots=True)
class PartyIs:
    """A mention of a listed party. An empty condition asks nothing."""

    lists: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    schemas: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    min_score: Decimal = Decimal(0)
    role: str = "any"


@dataclass(frozen=True, slots=True)
class ParamValue:
    """A dated threshold from a day on."""

    from_: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Param:
    """A dated threshold, by first day."""

    name: str
    values: tuple[ParamValue, ...]

    def __str__(self) -> str:
        """`$name`, as it is written."""
        return f"${self.name}"

    def on(self, day: date | None) -> Decimal | None:
        """Its value on a day; None before the first, or where the day is unknown."""
        past = [one.value for one in self.values if day is not None and one.from_ <= day]
        return past[-1] if past else None


@dataclass(frozen=True, slots=True)
class AmountIs:
    """An amount; `low` and `high` in `unit`, else the normal one, or a dated parameter."""

    kind: str
    low: Decimal | Param | None = None
    high: Decimal | Param | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class DateIs:
    """A date in the text between two days."""

    from_: date | None = None
    to: date | None = None


Operator = Words | AnyOf | Near | PlaceIs | PartyIs | AmountIs | DateIs


@dataclass(frozen=True, slots=True)
class Part:
    """An operator with its filters. `label` names it in reasons and explanations."""

    operator: Operator
    label: str = ""
    mask: tuple[Part, ...] = ()
    without: tuple[Part, ...] = ()
    needs: tuple[frozenset[int], ...] = ()
    """Necessary conditions: of each set of features, one at least stands in the article."""
    number: int = -1
    """The same for all parts of one rule set that say the same: an article is searched for it once."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What anchors a hit."""

    id: str
    part: Part
    points: int
    reason: str
    law: tuple[str, ...] = ()
    """Those of the rule's measures that it breaches; none: all of them."""
    max: int | None = None
    """Most points; where it has one, only findings without one corroborate it."""
    sentence_bound: bool = True
    """It lies within one sentence, so only sentences with its key need a look."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What makes a finding likelier or less likely."""

    id: str
    points: int
    reason: str
    part: Part | None = None
    said_by: str = ""
    scope: Scope = "sentence"
    absent: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Exemption:
    """What the law allows: it takes points and is printed with its ground."""

    id: str
    part: Part
    points: int
    note: str
    scope: Scope = "sentence"


@dataclass(frozen=True, slots=True)
class Rule:
    """One prohibition and how it shows in news."""

    id: str
    uid: str
    version: str
    title: str
    status: str
    severity: str
    law: tuple[str, ...]
    find: tuple[Finding, ...]
    prior: int
    review: int
    alert: int
    sha256: str
    """Of the canonical JSON of the file."""
    max: int | None = None
    tags: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    by_article: bool = False
    """Whether the article's own date counts as the event's, whatever dates its sentence names."""
    adjust: tuple[Adjustment, ...] = ()
    exempt: tuple[Exemption, ...] = ()
    stance: dict[str, int] = field(default_factory=dict, hash=False)
    suppress_if: tuple[Part, ...] = ()
    review_if: tuple[Part, ...] = ()
    false_positives: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    triage: tuple[str, ...] = ()
    description: str = ""
    languages: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    """(type, rule id) of rules beside it."""
    note: str = ""
    """What an overlay changed, and why."""
    source: Node | None = field(default=None, hash=False, compare=False, repr=False)
    """The authored file, for examples, lint and messages."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The measure codes of its tags."""
        return tuple(tag.removeprefix("measure.") for tag in self.tags if tag.startswith("measure."))

    @property
    def regime(self) -> str:
        """The folder that it stands in."""
        return self.id.partition("/")[0]
