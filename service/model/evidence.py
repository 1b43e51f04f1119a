"""Evidence: places in an article, and reasons with integer points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Field = Literal["title", "text"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of the article: `text` is exactly `getattr(article, field)[start:end]` (half-open, string indices)."""

    field: Field
    start: int
    end: int
    text: str

    def as_dict(self) -> dict[str, object]:
        """The span as JSON."""
        return {"field": self.field, "start": self.start, "end": self.end, "text": self.text}

    def overlaps(self, other: Span) -> bool:
        """Whether both cover a common character."""
        return self.field == other.field and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Factor:
    """A reason: `points` in decibans (10 points = ten times likelier), one plain sentence, and where it stands."""

    id: str
    points: int
    reason: str
    spans: tuple[Span, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The factor as JSON."""
        spans = [span.as_dict() for span in self.spans]
        return {"id": self.id, "points": self.points, "reason": self.reason, "spans": spans}


def total(factors: Iterable[Factor]) -> int:
    """The sum that a score must equal."""
    return sum(factor.points for factor in factors)
