"""What people send in about alerts, users and keys."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from service.web.body import parse_object
from service.web.problems import Refusal, validation_errors
from service.web.shapes.evidence import Shape

Given = TypeVar("Given", bound=BaseModel)


class Said(BaseModel):
    """A JSON object that somebody sends; a key that is not known is a mistake."""

    model_config = ConfigDict(extra="forbid")


class NoteIn(Said):
    """Why."""

    note: str = Field("", description="Mandatory where something is refused or put off.", examples=["needs Korean"])


class AssignIn(NoteIn):
    """Who is to look at it."""

    assignee: str | None = Field(description="An analyst or admin; null takes it back.", examples=["ann"])


class SnoozeIn(NoteIn):
    """Until when it can wait."""

    until: datetime = Field(description="At most 90 days ahead.", examples=["2024-04-01T09:00:00Z"])


class DecideIn(Said):
    """The decision on an alert."""

    outcome: Literal["true_match", "false_positive", "no_action"] = Field(examples=["true_match"])
    reason: str = Field("", description="Mandatory: a code of `/v1/reasons`.", examples=["confirmed_conduct"])
    note: str = Field("", description="Mandatory.", examples=["two independent sources, named site, named company"])


class BulkIn(DecideIn):
    """One decision on many alerts."""

    alert_ids: list[str] = Field(min_length=1, max_length=500, examples=[["01HSB3ZXQ8M2V5K7T9WAYC4DEF"]])


class PartiesIn(Said):
    """Whether the article means the listed parties."""

    entity_ids: list[str] = Field(min_length=1, max_length=500, examples=[["un-KPi.033"]])
    decision: Literal["confirmed", "rejected", "unclear"] = Field(examples=["confirmed"])
    reason: str = Field("", description="Mandatory: a code of `/v1/reasons`.", examples=["confirmed_party"])
    note: str = Field("", description="Mandatory.", examples=["same office and date of birth"])


class CommentIn(Said):
    """A comment."""

    text: str = Field(min_length=1, max_length=10_000, examples=["asked the embassy desk"])


class LabelsIn(Said):
    """All labels of an alert."""

    labels: list[str] = Field(max_length=50, examples=[["vladivostok"]])


class SplitIn(NoteIn):
    """Articles that tell another event."""

    article_ids: list[str] = Field(min_length=1, max_length=500, examples=[["harbour-courier/2024-03-19/1"]])


class MergeIn(NoteIn):
    """The alert that tells the same event."""

    into: str = Field(examples=["01HSB41F7G0C3QZJ5R8W6N2KXD"])


class UserIn(Said):
    """A new user."""

    name: str = Field(examples=["ann"])
    role: Literal["submitter", "analyst", "admin", "auditor"] = Field(examples=["analyst"])
    password: str | None = Field(None, description="For the desk; at least 12 characters.", examples=[None])


class KeyIn(Said):
    """A new API key."""

    user: str = Field(examples=["ann"])
    days: int | None = Field(None, ge=1, le=3650, description="Until it expires; never when left out.", examples=[365])


class EventShape(Shape):
    """One event of the audit chain."""

    seq: int = Field(examples=[17])
    at: str = Field(examples=["2024-03-19T11:00:00.000Z"])
    actor: str = Field(examples=["ann"])
    type: str = Field(examples=["alert.decide"])
    subject: str = Field(examples=["alert/01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    from_: str | None = Field(alias="from", examples=["in_review"])
    to: str | None = Field(examples=["proposed_true_match"])
    note: str | None = Field(examples=["two independent sources"])
    data: dict[str, Any] | None = Field(examples=[{"reason": "confirmed_conduct"}])
    prev_hash: str = Field(examples=["0a1b" * 16])
    hash: str = Field(examples=["2c3d" * 16])


class EventsShape(Shape):
    """Events, oldest first."""

    items: list[EventShape]


class ChainShape(Shape):
    """Whether the audit chain holds."""

    ok: bool = Field(examples=[True])
    errors: list[str] = Field(description="The first bad event.", examples=[[]])
    seq: int = Field(description="Of the last event; keep it with `hash` to notice a cut tail.", examples=[17])
    hash: str = Field(examples=["2c3d" * 16])


class CommentShape(Shape):
    """A comment."""

    id: str = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    by: str = Field(examples=["ann"])
    at: str = Field(examples=["2024-03-19T11:00:00.000Z"])
    text: str = Field(examples=["asked the embassy desk"])


class CommentsShape(Shape):
    """Comments, oldest first."""

    items: list[CommentShape]


class FileShape(Shape):
    """A file of an alert; its bytes stand at `/v1/alerts/{alert_id}/files/{id}`."""

    id: str = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    name: str = Field(examples=["letter.pdf"])
    media_type: str = Field(examples=["application/pdf"])
    size: int = Field(description="Bytes.", examples=[48213])
    sha256: str = Field(examples=["5f2b" * 16])
    by: str = Field(examples=["ann"])
    at: str = Field(examples=["2024-03-19T11:00:00.000Z"])


class FilesShape(Shape):
    """Files, oldest first."""

    items: list[FileShape]


class BulkResultShape(Shape):
    """What came of one alert of a bulk decision."""

    alert_id: str = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    status: int = Field(examples=[200])
    state: str | None = Field(None, examples=["closed_no_action"])
    problem: dict[str, Any] | None = Field(None, description="Why it was refused.")


class BulkResultsShape(Shape):
    """Results in the order asked."""

    items: list[BulkResultShape]


class ReplayedShape(Shape):
    """One article, screened again."""

    article_id: str = Field(examples=["harbour-courier/2024-03-19/1"])
    revision: int = Field(examples=[1])
    snapshot: str = Field(examples=["0a1b" * 16])
    identical: bool = Field(examples=[True])
    was_sha256: str | None = Field(examples=["2c3d" * 16])
    is_sha256: str = Field(examples=["2c3d" * 16])
    differs_in: list[str] = Field(description="Parts of the screening that are not the same.", examples=[[]])


class ReplayShape(Shape):
    """Whether the alert comes out the same with the rules and lists of that time."""

    alert_id: str = Field(examples=["01HSB3ZXQ8M2V5K7T9WAYC4DEF"])
    identical: bool = Field(examples=[True])
    articles: list[ReplayedShape]


class ReasonShape(Shape):
    """A reason code."""

    code: str = Field(examples=["name_differs"])
    meaning: str = Field(examples=["the name is not that of the listed party"])


class ReasonsShape(Shape):
    """Every reason code."""

    items: list[ReasonShape]


class UserShape(Shape):
    """A user."""

    name: str = Field(examples=["ann"])
    role: str = Field(examples=["analyst"])
    created_at: str = Field(examples=["2024-03-19T11:00:00.000Z"])
    disabled: bool = Field(examples=[False])


class UsersShape(Shape):
    """All users."""

    items: list[UserShape]


class MeShape(Shape):
    """Who is asking."""

    name: str = Field(examples=["ann"])
    role: str = Field(examples=["analyst"])


class KeyShape(Shape):
    """A key, without its secret."""

    id: str = Field(examples=["1f2e3d4c"])
    user: str = Field(examples=["ann"])
    created_at: str = Field(examples=["2024-03-19T11:00:00.000Z"])
    expires_at: str | None = Field(examples=[None])
    revoked: bool = Field(examples=[False])


class KeysShape(Shape):
    """All keys."""

    items: list[KeyShape]


class NewKeyShape(Shape):
    """A key that was just made; it cannot be shown again."""

    key: str = Field(examples=["fs_1f2e3d4c_..."])


BODIES = (NoteIn, AssignIn, SnoozeIn, DecideIn, BulkIn, PartiesIn, CommentIn, LabelsIn, SplitIn, MergeIn, UserIn, KeyIn)


def read_said(model: type[Given], body: bytes) -> Given:
    """What a body says. Raises Refusal (400, 422) naming each field that does not fit."""
    try:
        return model.model_validate(parse_object(body))
    except ValidationError as error:
        places = validation_errors(list(error.errors()))
        detail = "; ".join(f"{place['place']}: {place['message']}" for place in places)
        raise Refusal(422, detail, kind="input", errors=places) from None
