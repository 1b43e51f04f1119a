"""Known false positives: what is asked for, and how they stand."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from service.web.shapes.evidence import Shape
from service.web.shapes.review import NoteIn, Said

_ALERT, _ID, _AT = "01HSB3ZXQ8M2V5K7T9WAYC4DEF", "01HSB41F7G0C3QZJ5R8W6N2KXD", "2024-03-19T11:00:00.000Z"


class SuppressionIn(Said):
    """What is a known false positive: of one alert, its parties, its sources, or its very texts (at least one)."""

    alert_id: str = Field(examples=[_ALERT])
    rules: list[str] = Field([], description="None: those of the alert.", examples=[["un-dprk/overseas-workers"]])
    entity_ids: list[str] = Field([], max_length=50, examples=[["un-KPi.033"]])
    sources: list[str] = Field([], max_length=50, examples=[[]])
    whole_rules: bool = Field(
        False, description="All that `rules` find, for 30 days at most; waits for a second person.", examples=[False]
    )
    lists: list[str] = Field(
        [], max_length=20, description="Hits that name nobody but entries of these lists; likewise.", examples=[[]]
    )
    texts: bool = Field(False, description="These very words, whoever prints them.", examples=[False])
    reason: str = Field("", description="Mandatory: a code of `/v1/reasons`.", examples=["name_differs"])
    note: str = Field("", description="Mandatory.", examples=["the football player of this name, born 1998"])
    until: datetime = Field(description="At most 180 days ahead.", examples=["2024-09-01T00:00:00Z"])


class SuppressionReviewIn(NoteIn):
    """It was looked at again and stands."""

    until: datetime = Field(description="At most 180 days ahead.", examples=["2024-09-01T00:00:00Z"])
    owner: str | None = Field(None, description="Who answers for it from now on.", examples=["bob"])


class EntryShape(Shape):
    """A list entry as it was when the suppression was written."""

    entity_id: str = Field(examples=["un-KPi.033"])
    name: str = Field(examples=["RI WON HO"])
    sha256: str = Field(description="Of the entry without its programmes.", examples=["5f2b" * 16])
    programmes: list[str] = Field(examples=[["UN-SC1718"]])
    agreed: list[str] = Field(description="Facts on which article and entry agreed.", examples=[["birth-date 1964"]])
    of_list: str = Field(examples=["un"])


class ScopeShape(Shape):
    """A rule or list that is meant as a whole, in the version that was in use."""

    kind: Literal["rule", "list"] = Field(examples=["list"])
    name: str = Field(examples=["ours"])
    sha256: str = Field(examples=["7c1e" * 16])


class SuppressionShape(Shape):
    """A known false positive. `status`: proposed, active, expired, revoked, voided."""

    schema_: Literal["suppression/1"] = Field(alias="schema")
    id: str = Field(examples=[_ID])
    alert_id: str = Field(description="The alert that it was written for.", examples=[_ALERT])
    about: str = Field(description="In few words.", examples=["RI WON HO"])
    status: Literal["proposed", "active", "expired", "revoked", "voided"] = Field(examples=["active"])
    rules: list[str] = Field(examples=[["un-dprk/overseas-workers"]])
    entries: list[EntryShape]
    words: list[str] = Field(description="How articles write the subject.", examples=[["ri won ho"]])
    sources: list[str] = Field(examples=[[]])
    fingerprints: list[str] = Field(description="Hashes of texts.", examples=[[]])
    scopes: list[ScopeShape] = Field(description="Whole rules and lists; a change of one ends it.", examples=[[]])
    leaves: list[str] = Field(
        description="Rules of its alert of which it does not cover every hit: it does not suppress that alert.",
        examples=[[]],
    )
    points: int = Field(description="Of its alert; 10 more are shown again.", examples=[14])
    reason: str = Field(examples=["name_differs"])
    note: str = Field(examples=["the football player of this name, born 1998"])
    owner: str = Field(examples=["ann"])
    created_by: str = Field(examples=["ann"])
    created_at: str = Field(examples=[_AT])
    until: str = Field(examples=["2024-09-01T00:00:00.000Z"])
    starts_at: str | None = Field(description="Null while it waits for a second person.", examples=[_AT])
    approved_by: str | None = Field(examples=["bob"])
    reviewed_by: str | None = Field(examples=[None])
    reviewed_at: str | None = Field(examples=[None])
    ended_as: Literal["expired", "revoked", "voided"] | None = Field(examples=[None])
    ended_by: str | None = Field(examples=[None])
    ended_at: str | None = Field(examples=[None])
    ended_because: str | None = Field(examples=[None])
    alerts_covered: int = Field(description="Alerts that it has covered.", examples=[3])


class SuppressionsShape(Shape):
    """Suppressions, those that end first come first."""

    items: list[SuppressionShape]


BODIES = (SuppressionIn, SuppressionReviewIn)
