"""`screening/1`: one look at one article, with the versions behind it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from service.web.shapes.evidence import HitShape, MentionShape, Shape


class ArticleShape(Shape):
    """An article as it was read."""

    id: str = Field(examples=["harbour-courier/2024-03-19/1"])
    title: str = Field(examples=["Governor inspects new housing for foreign builders"])
    text: str = Field(examples=["About forty workers believed to be North Korean moved in last week."])
    published: str | None = Field(examples=["2024-03-19"])
    language: str | None = Field(examples=["en"])
    source: str | None = Field(examples=["Harbour Courier"])
    url: str | None = Field(examples=["https://news.example/2024/03/19/housing"])
    sha256: str = Field(description="Of the content.", examples=["5f2b" * 16])


class RuleVersionShape(Shape):
    """One loaded rule."""

    id: str = Field(examples=["un-dprk/overseas-workers"])
    version: str = Field(examples=["1.0.0"])
    sha256: str = Field(examples=["ab01" * 16])
    status: str = Field(examples=["stable"])


class ListVersionShape(Shape):
    """One loaded list."""

    name: str = Field(examples=["un"])
    version: str = Field(examples=["2024-03-18"])
    sha256: str = Field(examples=["cd23" * 16])
    list_date: str | None = Field(description="The date that the publisher gives.", examples=["2024-03-18"])


class AgedListShape(ListVersionShape):
    """One loaded list with its age at the time of the answer."""

    age_hours: int | None = Field(
        description="Since the list's date, or since its publisher had nothing newer if that is later; null when"
        " neither is known.",
        examples=[31],
    )
    checked_at: str | None = Field(
        description="When its publisher was last asked and had nothing newer than this version.",
        examples=["2024-03-19T08:00:00.000000Z"],
    )


class ProvenanceShape(Shape):
    """The versions and hashes behind a screening."""

    engine_version: str = Field(examples=["0.1.0"])
    rules_sha256: str = Field(examples=["ef45" * 16])
    rules: list[RuleVersionShape]
    lists: list[ListVersionShape]
    limits_reached: list[str] = Field(description="What was cut short, one sentence each.", examples=[[]])


class ListedEntryShape(Shape):
    """An entry of a list."""

    entity_id: str = Field(examples=["ofac-19609"])
    list_: str = Field(alias="list", examples=["ofac"])
    schema_: str = Field(alias="schema", examples=["Person"])
    primary_name: str = Field(examples=["RI, Won Ho"])
    programmes: list[str] = Field(examples=[["DPRK2", "US-NK"]])
    listed_on: str | None = Field(examples=["2016-12-02"])
    source_ref: str | None = Field(description="In the publisher's own numbering.", examples=["19609"])


class LinkShape(Shape):
    """Why two entries are the same party."""

    first: str = Field(examples=["un-KPi.033"])
    second: str = Field(examples=["ofac-19609"])
    kind: str = Field(examples=["identifier"])
    reason: str = Field(examples=["same identifier: passport 381310014"])


class SamePartyShape(Shape):
    """A party on several lists."""

    entries: list[ListedEntryShape]
    links: list[LinkShape]


class ScreeningShape(Shape):
    """One look at one article. Without `alert_id` it is byte-identical for the same article and snapshot."""

    schema_: Literal["screening/1"] = Field(alias="schema")
    article: ArticleShape
    language: str | None = Field(description="As given, else as told from the words; `und`: not told.")
    snapshot: str = Field(description="Names the rules and lists that were used.", examples=["0a1b" * 16])
    provenance: ProvenanceShape
    band: Literal["alert", "review", "none"] = Field(examples=["alert"])
    hits: list[HitShape]
    mentions: list[MentionShape]
    same_party: list[SamePartyShape] = Field(description="Of the mentioned entries those that several lists have.")


WARNINGS = Field(description="A sentence for each field of the article that is not read.", examples=[[]])


class FreshnessShape(Shape):
    """How old the lists are at the time of the answer."""

    lists: list[AgedListShape]
    degraded: list[str] = Field(description="A sentence for each list older than 48 hours.", examples=[[]])


class ScreenedShape(ScreeningShape):
    """A screening that is not kept, with the age of its lists."""

    freshness: FreshnessShape
    warnings: list[str] = WARNINGS


class KeptScreeningShape(ScreeningShape):
    """A screening that is kept."""

    alert_id: str | None = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
