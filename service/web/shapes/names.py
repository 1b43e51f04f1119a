"""What the name routes take and give."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from service.names.weights import DEFAULT_THRESHOLD
from service.names.yente import LEAST_SCORE
from service.web.shapes.evidence import Shape


class MatchIn(Shape):
    """A match request as yente's clients send it."""

    queries: dict[str, dict[str, Any]] = Field(
        description="By key: `schema` and `properties`, each property a list of texts.",
        examples=[{"q1": {"schema": "Person", "properties": {"name": ["Oleg Kozhemyako"], "country": ["ru"]}}}],
    )


class MatchQuery(BaseModel):
    """The parameters of a match request, as yente has them."""

    threshold: float = Field(DEFAULT_THRESHOLD, ge=0, le=1, description="Scores from here on are matches.")
    cutoff: float = Field(LEAST_SCORE, ge=0, le=1, description="Results that score no more are left out.")
    limit: int = Field(5, ge=1, le=500, description="Results of a query.")
    algorithm: str = Field("flagstaff", description="Taken for the sake of clients; the comparison is always ours.")
    include_dataset: list[str] = Field([], description="Only these lists.")
    exclude_dataset: list[str] = Field([], description="Not these lists.")
    exclude_schema: list[str] = Field([], description="Not these kinds of party.")
    exclude_entity_ids: list[str] = Field([], max_length=500, description="Not these entries.")
    topics: list[str] = Field([], description="Only entries with one of these topics.")


class MatchOut(Shape):
    """The answer in yente's form."""

    responses: dict[str, dict[str, Any]] = Field(description="By key: results, best first, each with score and match.")
    matcher: dict[str, Any] = Field(description="What each feature means: description and coefficient.")
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
