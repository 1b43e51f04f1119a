"""What the name routes take and give."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from service.web.shapes.evidence import Shape


class MatchIn(Shape):
    """A match request as yente's clients send it."""

    queries: dict[str, dict[str, Any]] = Field(
        description="By key: `schema` and `properties`, each property a list of texts.",
        examples=[{"q1": {"schema": "Person", "properties": {"name": ["Oleg Kozhemyako"], "country": ["ru"]}}}],
    )


class MatchOut(Shape):
    """The answer in yente's form."""

    responses: dict[str, dict[str, Any]] = Field(description="By key: results, best first, each with score and match.")
    matcher: dict[str, Any] = Field(description="The algorithm and the threshold.", examples=[{"name": "flagstaff"}])
    limit: int = Field(examples=[5])


class NamesOut(Shape):
    """Listed parties, nearest name first."""

    query: str = Field(examples=["kozhemiako"])
    items: list[dict[str, Any]] = Field(
        description="Candidates as in `screening/1` mentions: score, factors, sentence."
    )


class ScoringOut(Shape):
    """What each factor of a name's score means, and its weight."""

    threshold: float = Field(examples=[0.5])
    unit: str = Field(examples=["decibans at full strength"])
    factors: list[dict[str, Any]] = Field(description="id, group, points, meaning.")
