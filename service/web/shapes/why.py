"""Why an article was not flagged, and what came of test articles."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from service.web.shapes.evidence import MentionShape, Shape


class NearRuleShape(Shape):
    """A rule that came near: its points against its thresholds, and what it lacked."""

    rule_id: str = Field(examples=["un-dprk/overseas-workers"])
    title: str = Field(examples=["DPRK nationals sent abroad to earn income"])
    band: Literal["alert", "review", "none"] = Field(examples=["none"])
    points: int | None = Field(description="Null where nothing was found.", examples=[-12])
    thresholds: dict[str, int] = Field(examples=[{"review": -5, "alert": 3}])
    finding: str | None = Field(description="The branch that held.", examples=[None])
    factors: list[dict[str, Any]] = Field(description="What the points are made of.")
    notes: list[str] = Field(examples=[[]])
    lacked: str = Field(description="The clause that did not hold.", examples=["no word of: sent abroad"])
    findings: list[dict[str, Any]] = Field(description="Every branch, clause by clause: held or lacked.")


class ExplanationShape(Shape):
    """Why an article was not flagged, by the rules and lists in use now."""

    schema_: Literal["explanation/1"] = Field(alias="schema")
    rules: list[NearRuleShape] = Field(description="The nearest rules first.")
    mentions: list[MentionShape] = Field(description="Listed parties that were found.")
    below_threshold: list[MentionShape] = Field(description="Names that came near a list entry, but not near enough.")
    snapshot: str = Field(description="The rules and lists that explain it.", examples=["0a1b" * 16])


class KeptExplanationShape(ExplanationShape):
    """The same of a stored article, beside what was found when it came in."""

    article_id: str = Field(examples=["harbour-courier/2024-03-19/1"])
    revision: int = Field(examples=[1])
    alert_id: str | None = Field(examples=[None])
    screened: dict[str, str] = Field(
        description="Band and snapshot of its screening; another snapshot means that rules or lists changed since.",
        examples=[{"band": "none", "snapshot": "0a1b" * 16}],
    )


class TestResultShape(Shape):
    """What came of one test article."""

    item: str = Field(examples=["test_item/sample-korean-site"])
    expected_band: str = Field(description="At least; `none`: nothing at all.", examples=["alert"])
    expected_rule: str | None = Field(examples=["un-dprk/overseas-workers"])
    band: str = Field(examples=["alert"])
    passed: bool = Field(examples=[True])
    detail: str = Field(examples=["as expected"])
    milliseconds: float = Field(description="From the door to the alert.", examples=[4.2])


class RoundShape(Shape):
    """A round of test articles."""

    id: str = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    at: str = Field(examples=["2024-03-19T11:00:00.000Z"])
    missed: int = Field(description="Not as expected.", examples=[0])
    items: list[TestResultShape]
