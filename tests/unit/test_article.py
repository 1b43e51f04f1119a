"""The article checks what it is given."""

from __future__ import annotations

from datetime import date

import pytest

from service.errors import ArticleError
from service.model.article import MAX_TEXT_CHARS, Article


def test_the_id_defaults_to_the_content_hash() -> None:
    """Without an id, the id is the sha256, and another text has another one."""
    assert Article("a").id == Article("a").sha256 != Article("b").sha256


def test_the_hash_covers_everything_a_sender_can_say() -> None:
    """A copy from another address is another article."""
    assert Article("a", url="https://example.org/1").sha256 != Article("a", url="https://example.org/2").sha256


@pytest.mark.parametrize("published", ["2024-02-30", "yesterday", "19.3.2024", "2024-13-01", "0000-00-00"])
def test_a_date_that_is_not_in_the_calendar_is_refused(published: str) -> None:
    """30 February is refused with the value and the form to write."""
    with pytest.raises(ArticleError, match="YYYY-MM-DD") as caught:
        Article("a", published=published)
    assert published in str(caught.value)


def test_dates_and_times_are_read() -> None:
    """An ISO date, a date-time with zone and a date value all give the day."""
    assert Article("a", published="2024-03-19").published_on == date(2024, 3, 19)
    assert Article("a", published="2024-03-19T23:30:00Z").published_on == date(2024, 3, 19)
    assert Article("a", published=date(2024, 3, 19)).published == "2024-03-19"  # type: ignore[arg-type]
    assert Article("a", published="").published_on is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("a\x00b", "binary"),
        ("a\ud800", "surrogate"),
        ("x" * (MAX_TEXT_CHARS + 1), "split"),
    ],
)
def test_what_is_not_an_article_is_refused(text: str, words: str) -> None:
    """Empty, binary, malformed and endless text is refused with a remedy."""
    with pytest.raises(ArticleError, match=words):
        Article(text)


def test_another_type_is_refused() -> None:
    """A number is not a text."""
    with pytest.raises(ArticleError, match="text: expected text, got int"):
        Article(5)  # type: ignore[arg-type]
