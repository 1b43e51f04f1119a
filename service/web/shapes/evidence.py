"""The pieces that screenings and alerts are made of: spans, factors, law, parties."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A JSON object of which every field is documented; another field would be a defect."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class SpanShape(Shape):
    """Words of the article: half-open indices, counted in Unicode code points of the string that was sent."""

    field: Literal["title", "text"] = Field(examples=["text"])
    start: int = Field(examples=[6])
    end: int = Field(examples=[17])
    text: str = Field(description="Exactly `article[field][start:end]`.", examples=["300 workers"])
    article_id: str | None = Field(
        None, description="In alerts: the article of the story.", examples=["harbour-courier/2024-03-19/1"]
    )


class FactorShape(Shape):
    """A reason: points in decibans (10 points make it ten times likelier), a sentence, and where it stands."""

    id: str = Field(examples=["workers-abroad"])
    points: int = Field(examples=[30])
    reason: str = Field(examples=["workers said to be North Korean, at a place outside the DPRK"])
    spans: list[SpanShape] = Field(description="Empty only for the prior and for what is absent.")


class ReadingShape(Shape):
    """The text that somebody read for a paragraph number."""

    kind: Literal["adopted-text", "official-summary", "secondary"] = Field(examples=["official-summary"])
    source: str = Field(description="Where it stands.", examples=["https://press.un.org/en/2017/sc12853.doc.htm"])
    on: str = Field(description="The day on which it was read.", examples=["2026-11-24"])


class LawShape(Shape):
    """What a legal text forbids, as it stood on the event's date."""

    id: str = Field(examples=["un-1718/workers-2397-8"])
    instrument: str = Field(examples=["UNSCR 2397 (2017)"])
    paragraph: str = Field(examples=["8"])
    duty: str = Field(description="In our own words.", examples=["send DPRK nationals who earn income home"])
    from_: str = Field(alias="from", examples=["2017-12-22"])
    to: str | None = Field(None, examples=[None])
    in_force: Literal["yes", "no", "date unknown"] = Field(examples=["yes"])
    on: str | None = Field(description="The date that decided `in_force`.", examples=["2024-03-19"])
    verified: bool = Field(description="Whether somebody has read a text with this duty under this number.")
    reading: ReadingShape | None = Field(None, description="That text; null where there is none.")
    disputed_by: list[str] = Field(examples=[[]])
    note: str | None = Field(examples=[None])


class StanceShape(Shape):
    """How the text stands to the conduct: a cue in the finding's clause."""

    kind: str = Field(examples=["hedged"])
    points: int = Field(examples=[-2])
    span: SpanShape


class ThresholdsShape(Shape):
    """From how many points the rule asks for a review and alerts; null where points do not decide."""

    review: int | None = Field(examples=[5])
    alert: int | None = Field(examples=[12])


class HitShape(Shape):
    """A rule that fired on an article."""

    rule_id: str = Field(examples=["un-dprk/overseas-workers"])
    rule_version: str = Field(examples=["1.0.0"])
    rule_status: str = Field(examples=["stable"])
    title: str = Field(examples=["DPRK workers earn income abroad"])
    tags: list[str] = Field(examples=[["measure.dprk-workers"]])
    band: Literal["alert", "review", "none"] = Field(examples=["alert"])
    severity: Literal["low", "medium", "high", "critical"] = Field(examples=["high"])
    points: int = Field(description="The sum of the factors.", examples=[20])
    factors: list[FactorShape]
    evidence: list[SpanShape] = Field(
        description="Sentences that prove it, best first; behind them up to two that give particulars."
    )
    law: list[LawShape]
    stance: list[StanceShape]
    exemptions: list[FactorShape] = Field(description="Those of the factors that are legal exemptions.")
    not_met: list[str] = Field(description="Clauses of the rule that did not hold.", examples=[[]])
    notes: list[str] = Field(description="Why the band is not what the points alone would give.", examples=[[]])
    said_by: str = Field(description="official, named, anonymous or unknown.", examples=["unknown"])
    entity_ids: list[str] = Field(description="Listed entities in the evidence.", examples=[["un-KPi.033"]])
    thresholds: ThresholdsShape


class QualifierShape(Shape):
    """One secondary fact, in the article and on the list."""

    name: str = Field(examples=["nationality"])
    article: str | None = Field(examples=["KP"])
    list_: str | None = Field(alias="list", examples=["KP"])
    result: Literal["agree", "conflict", "unknown"] = Field(examples=["agree"])


class CandidateShape(Shape):
    """An entity that a mention may name: which of its names matched, how well, and why."""

    entity_id: str = Field(examples=["un-KPi.033"])
    list_: str = Field(alias="list", examples=["un"])
    schema_: str = Field(alias="schema", examples=["Person"])
    primary_name: str = Field(examples=["RI WON HO"])
    matched_name: str = Field(examples=["RI WON HO"])
    matched_name_kind: str = Field(
        description="primary, alias, former, weak, original or identifier", examples=["primary"]
    )
    matched_name_quality: Literal["strong", "weak"] = Field(examples=["strong"])
    score: float = Field(description="0 to 1, `1 / (1 + 10 ** (-points / 10))`.", examples=[0.99])
    factors: list[FactorShape]
    sentence: str = Field(examples=["the article has the listed name word for word"])
    qualifiers: list[QualifierShape]
    programmes: list[str] = Field(examples=[["UN-SC1718"]])
    listed_on: str | None = Field(examples=["2016-11-30"])
    entry: dict[str, Any] = Field(description="What tells the entry from its namesakes, as far as the list says it.")


class MentionShape(SpanShape):
    """A place that may name listed entities; candidates stand best first."""

    candidates: list[CandidateShape]
    coreferences: list[SpanShape] = Field(description="Later short forms that go back to this mention.")
