"""What the shipped samples give: the screening that a newcomer sees first."""

from __future__ import annotations

import pytest

from service.model.screening import Screening
from service.samples import load_samples
from service.screening.screener import Screener

BANDS = {
    "sample-primorye-delegations": "alert",
    "sample-seafood-plant": "alert",
}


@pytest.fixture(scope="module")
def screenings() -> dict[str, Screening]:
    screener = Screener.load()
    return {str(article.id): screener.screen(article) for article in load_samples()}


@pytest.mark.parametrize(("sample", "band"), BANDS.items())
def test_reports_of_conduct_alert(screenings: dict[str, Screening], sample: str, band: str) -> None:
    """A report of workers abroad alerts; a dateline in May does not make it a mere possibility."""
    assert screenings[sample].band == band


def test_the_sentence_that_proves_it_is_the_evidence(screenings: dict[str, Screening]) -> None:
    """The evidence is the arrival near Vladivostok; the ban is described elsewhere and only supports it."""
    [hit] = screenings["sample-primorye-delegations"].hits
    assert hit.rule_id == "un-dprk/overseas-workers"
    assert "around 300 people, presumed to be North Korean workers" in hit.evidence[0].text
    assert not any("forbid sending" in span.text for span in hit.evidence)
    assert [mark.kind for mark in hit.stance] == ["hedged"]
    assert {row.in_force for row in hit.law} == {"yes"}
    assert {row.on for row in hit.law} == {"2024-02-05"}


def test_the_listed_persons_are_found_and_nobody_else(screenings: dict[str, Screening]) -> None:
    """Three listed persons, each best matched to their own entry; a theatre is no construction company."""
    mentions = screenings["sample-primorye-delegations"].mentions
    assert {mention.span.text: mention.candidates[0].entity.id for mention in mentions} == {
        "Kim Jong-un": "ofac-20157",
        "Vladimir Putin": "ofac-35096",
        "Oleg Kozhemyako": "ofac-41064",
    }
    governor = next(mention for mention in mentions if mention.span.text == "Oleg Kozhemyako")
    assert [span.text for span in governor.coreferences][:1] == ["Kozhemyako"]


def test_ordinary_news_raises_nothing(screenings: dict[str, Screening]) -> None:
    """A museum and a football match give no hit."""
    ordinary = [
        each for each in screenings.values() if "museum" in each.article.title or "header" in each.article.title
    ]
    assert len(ordinary) == 2
    assert {each.band for each in ordinary} == {"none"}
