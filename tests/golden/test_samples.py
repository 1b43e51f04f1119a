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
