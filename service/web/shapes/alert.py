"""`alert/1` and the answers that hold it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from service.web.shapes.evidence import CandidateShape, HitShape, Shape, SpanShape
from service.web.shapes.screening import (
    WARNINGS,
    AgedListShape,
    ArticleShape,
    FreshnessShape,
    KeptScreeningShape,
    ListedEntryShape,
)


class SourceShape(Shape):
    """Who published an article."""

    name: str | None = Field(examples=["Harbour Courier"])


class StoryArticleShape(Shape):
    """An article of a story; its text stands at `/v1/articles/{id}`."""

    id: str = Field(examples=["harbour-courier/2024-03-19/1"])
    revision: int = Field(examples=[1])
    title: str = Field(examples=["Governor inspects new housing for foreign builders"])
    url: str | None = Field(examples=["https://news.example/2024/03/19/housing"])
    source: SourceShape
    language: str | None = Field(examples=["en"])
    published_at: str | None = Field(examples=["2024-03-19"])
    received_at: str = Field(examples=["2024-03-19T10:00:00.000Z"])
    sha256: str = Field(examples=["5f2b" * 16])
    why_now: str = Field(description="Why it made or changed the alert; `repeat`: nothing new.", examples=["new_story"])
    duplicate_of: str | None = Field(description="The article that it copies.", examples=[None])
    similarity: int | None = Field(description="Per cent shared with the article that tied it in.", examples=[None])
    joined_because: str | None = Field(examples=["the same rule within 1 days, and 5 of 6 particulars: 300, khasan"])


class StoryShape(Shape):
    """The articles that tell the same event."""

    id: str = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    articles: list[StoryArticleShape]


class AlertHitShape(HitShape):
    """A rule that fired, in its strongest telling; offsets are into the article `article_id`."""

    rule_sha256: str | None = Field(examples=["ab01" * 16])
    article_id: str = Field(examples=["harbour-courier/2024-03-19/1"])
    told_by: list[str] = Field(description="All articles that fired it.", examples=[["harbour-courier/2024-03-19/1"]])


class PartyMentionShape(Shape):
    """Where a party is named, and whether a finding rests on it."""

    text: str = Field(examples=["Ri Won Ho"])
    spans: list[SpanShape]
    type: str = Field(examples=["Person"])
    role: Literal["takes_part", "beside_hit"] = Field(examples=["takes_part"])


class PartyDecisionShape(Shape):
    """What a person said of a listed party."""

    decision: Literal["confirmed", "rejected", "unclear"] = Field(examples=["confirmed"])
    reason: str = Field(examples=["confirmed_party"])
    note: str = Field(examples=["same office and date of birth"])
    by: str = Field(examples=["ann"])
    at: str = Field(examples=["2024-03-19T11:00:00.000Z"])


class DecidedCandidateShape(CandidateShape):
    """A candidate with the decision on it."""

    decision: PartyDecisionShape | None


class ListingShape(ListedEntryShape):
    """An entry of a party, with the version of its list and why it is taken for the party."""

    list_version: str | None = Field(examples=["5c0a1b2c3d4e"])
    list_date: str | None = Field(examples=["2026-01-28"])
    named: bool = Field(description="Whether a name of this very entry matched.", examples=[True])
    linked_by: list[str] = Field(examples=[["same identifier: passport 381310014 (un-KPi.033)"]])


class PartyShape(Shape):
    """A listed party, once: the places that name it, the entries that it may be, and all its entries on the lists."""

    mention: PartyMentionShape
    candidates: list[DecidedCandidateShape]
    listings: list[ListingShape]


class AlertProvenanceShape(Shape):
    """The versions behind an alert, with the age of the lists."""

    engine_version: str = Field(examples=["0.1.0"])
    snapshot: str = Field(examples=["0a1b" * 16])
    rules_sha256: str = Field(examples=["ef45" * 16])
    lists: list[AgedListShape]
    limits_reached: list[str] = Field(examples=[[]])
    degraded: list[str] = Field(
        description="What was out of date, one sentence each.",
        examples=[["list un is 82 hours old (limit 48 hours); `flagstaff lists refresh un` asks its publisher ..."]],
    )


class PriorityPartShape(Shape):
    """One reason for the priority."""

    id: str = Field(examples=["severity"])
    points: int = Field(examples=[10])
    reason: str = Field(examples=["severity high"])


class PriorityShape(Shape):
    """What to look at first: a higher value, the sum of the parts."""

    value: int = Field(examples=[35])
    parts: list[PriorityPartShape]


class DiscountShape(Shape):
    """A discount rule of the policy: it closed the alert by itself, or drew it for people to look at."""

    rule: str = Field(examples=["luxury-in-gossip"])
    sampled: bool = Field(examples=[False])


class ReviewShape(Shape):
    """Where the review stands."""

    assignee: str | None = Field(examples=["ann"])
    due_at: str | None = Field(description="By when to decide.", examples=["2024-03-20T10:00:00.000Z"])
    overdue: bool = Field(examples=[False])
    snoozed_until: str | None = Field(examples=[None])
    outcome: str | None = Field(description="Proposed or final, as `state` says.", examples=["true_match"])
    proposed_by: str | None = Field(examples=["ann"])
    labels: list[str] = Field(examples=[["vladivostok"]])
    merged_into: str | None = Field(description="The alert that took its articles over.", examples=[None])
    discount: DiscountShape | None


class AppliedShape(Shape):
    """A suppression that covers the alert."""

    id: str = Field(examples=["01HSB41F7G0C3QZJ5R8W6N2KXD"])
    reason: str = Field(examples=["name_differs"])
    note: str = Field(examples=["the football player of this name, born 1998"])
    owner: str = Field(examples=["ann"])
    until: str = Field(examples=["2024-09-01T00:00:00.000Z"])
    at: str = Field(description="Since when, or when it was shown again.", examples=["2024-03-19T11:00:00.000Z"])


class VoidedShape(AppliedShape):
    """A suppression that covered the alert once."""

    because: str = Field(description="Why no longer.", examples=["the list entry un-KPi.033 changed"])


class AlertSuppressionsShape(Shape):
    """Known false positives: an alert with `applied` ones is `suppressed`, and shown again when they are void."""

    applied: list[AppliedShape]
    voided: list[VoidedShape]


class LinksShape(Shape):
    """Where to go on."""

    events: str = Field(examples=["/v1/alerts/01HSB3ZXQ8M2V5K7T9WAYC4DEF/events"])
    self: str = Field(examples=["/v1/alerts/01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    report: str = Field(examples=["/v1/alerts/01HSB3ZXQ8M2V5K7T9WAYC4DEF/report.html"])
    articles: list[str] = Field(examples=[["/v1/articles/harbour-courier%2F2024-03-19%2F1"]])


class AlertShape(Shape):
    """What a human must decide."""

    schema_: Literal["alert/1"] = Field(alias="schema")
    id: str = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    created_at: str = Field(examples=["2024-03-19T10:00:00.000Z"])
    updated_at: str = Field(examples=["2024-03-19T10:00:00.000Z"])
    etag: str = Field(description="Send it in `If-Match`.", examples=['"01HSB3ZXQ8M2V5K7T9WAYC4DEF.1"'])
    state: str = Field(examples=["new"])
    band: Literal["alert", "review"] = Field(examples=["alert"])
    severity: Literal["low", "medium", "high", "critical"] = Field(examples=["high"])
    points: int = Field(description="Of its strongest hit.", examples=[20])
    regime: str = Field(examples=["un-dprk"])
    priority: PriorityShape
    summary: str = Field(
        description="One sentence.",
        examples=["DPRK workers abroad: “About forty workers believed to be North Korean …” (Courier, 2024-03-19)."],
    )
    why_now: str = Field(examples=["new_story"])
    story: StoryShape
    hits: list[AlertHitShape]
    parties: list[PartyShape]
    review: ReviewShape
    suppressions: AlertSuppressionsShape
    provenance: AlertProvenanceShape
    links: LinksShape


class SplitShape(Shape):
    """Both alerts after a split."""

    alert: AlertShape
    split_off: AlertShape


class PostedShape(Shape):
    """The answer to an article."""

    screening: KeptScreeningShape
    alert: AlertShape | None
    freshness: FreshnessShape
    warnings: list[str] = WARNINGS


class RevisionShape(Shape):
    """One text that an article has had."""

    revision: int = Field(examples=[1])
    sha256: str = Field(examples=["5f2b" * 16])
    received_at: str = Field(examples=["2024-03-19T10:00:00.000Z"])


class ShownArticleShape(Shape):
    """An article with its screening and its alert."""

    article: ArticleShape
    revision: int = Field(examples=[1])
    received_at: str = Field(examples=["2024-03-19T10:00:00.000Z"])
    revisions: list[RevisionShape]
    screening: KeptScreeningShape
    alert: AlertShape | None
    freshness: FreshnessShape


class BatchLineShape(Shape):
    """The result of one line of a batch."""

    line: int = Field(description="From 1.", examples=[1])
    status: int = Field(examples=[201])
    id: str | None = Field(None, examples=["harbour-courier/2024-03-19/1"])
    revision: int | None = Field(None, examples=[1])
    band: str | None = Field(None, examples=["alert"])
    alert_id: str | None = Field(None, examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    warnings: list[str] | None = Field(None, description="Fields that are not read, where there are any.")
    problem: dict[str, Any] | None = Field(None, description="Why the line was not kept.")


class AlertPageShape(Shape):
    """Some alerts."""

    items: list[AlertShape]
    next_cursor: str | None = Field(description="Send it in `cursor`; null at the end.", examples=[None])
