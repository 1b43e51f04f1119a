"""What comes in: an article."""

from __future__ import annotations

from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from service.model.article import Article
from service.web.problems import Refusal, validation_errors


class ArticleIn(BaseModel):
    """An article to be screened. Other keys are not read; `warnings` of the answer names them."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={
            "examples": [
                {
                    "id": "harbour-courier/2024-03-19/1",
                    "title": "Governor inspects new housing for foreign builders",
                    "text": "About forty workers believed to be North Korean moved into the barracks last week.",
                    "published": "2024-03-19",
                    "language": "en",
                    "source": "Harbour Courier",
                    "url": "https://news.example/2024/03/19/housing",
                }
            ]
        },
    )

    text: str | None = Field(
        None, description="The words of the article; offsets in the answer count into this string."
    )
    title: str | None = Field(None, description="The headline.")
    id: str | None = Field(None, description="Your own id; the SHA-256 of the content when left out.", max_length=500)
    published: str | None = Field(
        None,
        validation_alias=AliasChoices("published", "published_at"),
        description="ISO 8601 date or date-time; `published_at` is read too. Without it the law's dates cannot be "
        "checked: band at most review.",
    )
    language: str | None = Field(None, description="BCP 47 tag such as `en`; detected when left out.")
    url: str | None = Field(None, description="Where it stands.")
    source: str | None = Field(
        None, description="Who published it; `source_name` is read too.",
        validation_alias=AliasChoices("source", "source_name"),
    )  # fmt: skip


def read_article(document: dict[str, Any]) -> Article:
    """The article of a JSON object. Raises Refusal (422) naming each field that does not fit, or ArticleError."""
    try:
        read = ArticleIn.model_validate(document)
    except ValidationError as error:
        places = validation_errors(list(error.errors()))
        detail = "; ".join(f"{place['place']}: {place['message']}" for place in places)
        raise Refusal(422, detail, kind="article", errors=places) from None
    return Article(
        read.text or "",
        read.title or "",
        id=read.id,
        published=read.published,
        language=read.language,
        url=read.url,
        source=read.source,
    )
