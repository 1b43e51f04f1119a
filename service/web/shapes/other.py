"""Problems, the catalogue and health."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from service.web.shapes.evidence import Shape
from service.web.shapes.screening import RuleVersionShape


class PlaceShape(Shape):
    """A field that does not fit."""

    place: str = Field(examples=["published"])
    message: str = Field(examples=["Input should be a valid string"])


class ProblemShape(BaseModel):
    """RFC 9457. `remedy` says what to do; further members depend on `type`."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["urn:flagstaff:problem:article"])
    title: str = Field(examples=["Unprocessable Content"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["published: '2024-02-30' is not a date of the calendar; write YYYY-MM-DD (ISO 8601)"])
    remedy: str = Field(examples=["Mend what `errors` or the detail names and send it again."])
    instance: str | None = Field(None, examples=["/v1/articles"])
    errors: list[PlaceShape] | None = None


class RulesShape(Shape):
    """The rules in use."""

    items: list[RuleVersionShape]


class LiveShape(Shape):
    """The process answers."""

    status: Literal["ok"]


class ReadyListShape(Shape):
    """A list and its age."""

    name: str = Field(examples=["un"])
    version: str = Field(examples=["2024-03-18"])
    list_date: str | None = Field(examples=["2024-03-18"])
    age_hours: int | None = Field(examples=[31])


class ReadyShape(Shape):
    """Whether articles can be taken in, and what is out of date."""

    status: Literal["ok", "degraded", "unavailable"] = Field(examples=["ok"])
    reasons: list[str] = Field(examples=[[]])
    snapshot: str | None = Field(None, examples=["0a1b" * 16])
    lists: list[ReadyListShape] | None = None
