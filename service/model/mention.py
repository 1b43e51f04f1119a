"""Mentions: places in an article that may name a listed entity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.model.entity import Entity, Name
from service.model.evidence import Factor, Span

Result = Literal["agree", "conflict", "unknown"]


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One secondary fact, in the article and on the list: never a bare yes or no."""

    name: str
    """country, nationality, role, organisation-type, gender, birth-date, imo, ..."""
    article: str | None
    listed: str | None
    result: Result

    def as_dict(self) -> dict[str, object]:
        """The qualifier as JSON."""
        return {"name": self.name, "article": self.article, "list": self.listed, "result": self.result}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a mention may name: which of its names matched, how well (0..1), and why."""

    entity: Entity
    name: Name
    score: float
    """`1 / (1 + 10 ** (-points / 10))` of the factors' sum, rounded to four digits."""
    factors: tuple[Factor, ...]
    sentence: str
    qualifiers: tuple[Qualifier, ...] = ()
    matched_name_kind: str = ""
    """The matched name's kind, or `identifier` where an IMO number, wallet or passport matched."""

    def as_dict(self) -> dict[str, object]:
        """The candidate as JSON."""
        return {
            "entity_id": self.entity.id,
            "list": self.entity.list,
            "schema": self.entity.schema,
            "primary_name": self.entity.primary_name,
            "matched_name": self.name.text,
            "matched_name_kind": self.matched_name_kind or self.name.kind,
            "matched_name_quality": self.name.quality,
            "score": self.score,
            "factors": [factor.as_dict() for factor in self.factors],
            "sentence": self.sentence,
            "qualifiers": [qualifier.as_dict() for qualifier in self.qualifiers],
            "programmes": list(self.entity.programmes),
            "listed_on": self.entity.listed_on,
            "entry": self.entity.entry(),
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names one or more listed entities; candidates stand best first and are never empty."""

    span: Span
    candidates: tuple[Candidate, ...]
    coreferences: tuple[Span, ...] = ()
    """Later short forms (`Kozhemyako's`) that go back to this full mention."""

    def as_dict(self) -> dict[str, object]:
        """The mention as JSON."""
        return {
            **self.span.as_dict(),
            "candidates": [candidate.as_dict() for candidate in self.candidates],
            "coreferences": [span.as_dict() for span in self.coreferences],
        }
