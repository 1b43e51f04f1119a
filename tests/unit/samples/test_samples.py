"""The sample articles."""

from __future__ import annotations

from service.samples import load_samples


def test_the_samples_are_read_and_distinct() -> None:
    """Eight articles ship with the package, each with its own id, a date, a language and a made-up address."""
    samples = load_samples()
    assert len({article.id for article in samples}) == len(samples) == 8
    assert all(article.published and article.language and article.title for article in samples)
    assert all(article.url is not None and article.url.startswith("https://news.example.org/") for article in samples)


def test_the_first_sample_carries_the_facts_of_the_visit() -> None:
    """The first sample names the people, the stage and the train station of March 2024."""
    text = load_samples()[0].text
    for fact in ("Andrei Maluishev", "Mansudae Art Theater", "Oleg Kozhemyako", "Kim Tok-hun", "Feb. 5", "around 300"):
        assert fact in text


def test_the_samples_are_in_more_than_one_language() -> None:
    """A reader sees that Korean articles are read too."""
    assert {article.language for article in load_samples()} == {"en", "ko"}
