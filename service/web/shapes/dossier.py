"""`dossier/1`: all that is kept of one alert."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from service.web.shapes.alert import AlertShape
from service.web.shapes.evidence import Shape
from service.web.shapes.review import CommentShape, EventShape, FileShape
from service.web.shapes.screening import ArticleShape


class DossierShape(Shape):
    """The dossier of one alert; places in it count characters of the articles that it holds."""

    schema_: Literal["dossier/1"] = Field(alias="schema")
    made_at: str = Field(examples=["2024-03-19T11:00:00+00:00"])
    alert: AlertShape
    articles: list[ArticleShape] = Field(description="Those of the story, with their text.")
    events: list[EventShape] = Field(description="Every act, refused attempts included, oldest first.")
    comments: list[CommentShape]
    files: list[FileShape]
    limits: list[str] = Field(
        description="What the dossier does not say.",
        examples=[["Flagstaff did not check whether the article is true."]],
    )
