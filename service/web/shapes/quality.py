"""The quality sample, second looks, thresholds, and reports made by schedule."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from service.web.shapes.evidence import Shape


class ShareShape(Shape):
    """A share with its 95 % interval (Wilson); all three are null below five cases."""

    value: float | None = Field(examples=[0.8])
    low: float | None = Field(examples=[0.49])
    high: float | None = Field(examples=[0.94])
    of: int = Field(examples=[8])
    cases: int = Field(examples=[10])


class SecondLookIn(BaseModel):
    """Whether you would have decided alike, and why."""

    model_config = ConfigDict(extra="forbid")

    agrees: bool = Field(examples=[True])
    note: str = Field("", max_length=10_000, description="Mandatory.", examples=["Same source, same passport number."])


class LookShape(Shape):
    """What somebody else said of a decision."""

    by: str = Field(examples=["dana"])
    at: str = Field(examples=["2024-04-02T09:00:00.000Z"])
    agrees: bool = Field(examples=[True])
    note: str = Field(examples=["Same source, same passport number."])


class SecondLookShape(LookShape):
    """A second look as it was kept."""

    alert_id: str = Field(examples=["01HSB0V6E8C5S2R8Q6J9N3M4K7"])
    maker: str = Field(description="Whoever decided.", examples=["ana"])
    decided_at: str = Field(examples=["2024-03-20T15:12:00.000Z"])


class SampledShape(Shape):
    """A decision that was drawn."""

    alert_id: str = Field(examples=["01HSB0V6E8C5S2R8Q6J9N3M4K7"])
    summary: str = Field(examples=["DPRK workers are reported moving to Vladivostok"])
    decided_by: str = Field(examples=["ana"])
    checked_by: str | None = Field(examples=[None])
    decided_at: str = Field(examples=["2024-03-20T15:12:00.000Z"])
    outcome: Literal["true_match", "false_positive", "no_action"] = Field(examples=["true_match"])
    band: Literal["alert", "review"] = Field(examples=["alert"])
    points: int = Field(examples=[14])
    second_look: LookShape | None


class QualityShape(Shape):
    """A sample of the decisions of each analyst, and how often a second look agreed."""

    schema_: Literal["quality/1"] = Field(alias="schema")
    since: str = Field(examples=["2024-03-01T00:00:00+00:00"])
    until: str = Field(examples=["2024-04-01T00:00:00+00:00"])
    seed: str = Field(examples=["1"])
    per_person: int = Field(examples=[5])
    decided: int = Field(description="Decisions that the sample was drawn from.", examples=[120])
    sample: list[SampledShape]
    agreement: dict[str, ShareShape] = Field(description="By analyst.")


class LineShape(Shape):
    """One group of decisions."""

    label: str = Field(examples=["un-dprk/overseas-workers"])
    true_matches: int = Field(examples=[8])
    false_positives: int = Field(examples=[2])
    no_action: int = Field(examples=[1])
    precision: ShareShape


class CutShape(LineShape):
    """What would be left if nothing below some points were shown."""

    points: int = Field(examples=[5])
    true_matches_lost: int = Field(examples=[0])


class ThresholdsShape(Shape):
    """How precise the alerts of a stretch of time were, by the decisions on them."""

    schema_: Literal["thresholds/1"] = Field(alias="schema")
    since: str = Field(examples=["2024-03-01T00:00:00+00:00"])
    until: str = Field(examples=["2024-04-01T00:00:00+00:00"])
    rule: str | None = Field(description="The rule or regime that is looked at alone.", examples=[None])
    decided: int = Field(examples=[120])
    by_band: list[LineShape]
    by_points: list[LineShape]
    by_rule: list[LineShape]
    if_shown_from: list[CutShape]


class KeptReportShape(Shape):
    """A report that was made by schedule."""

    id: str = Field(examples=["01HSB0V6E8C5S2R8Q6J9N3M4K7"])
    every: Literal["day", "week", "month"] = Field(examples=["month"])
    since: str = Field(examples=["2024-03-01T00:00:00.000Z"])
    until: str = Field(examples=["2024-04-01T00:00:00.000Z"])
    made_at: str = Field(examples=["2024-04-01T00:00:41.000Z"])


class KeptReportsShape(Shape):
    """The reports, newest first."""

    items: list[KeptReportShape]
