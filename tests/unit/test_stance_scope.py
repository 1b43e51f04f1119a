"""What a stance cue reaches: the conduct that it governs, not the conduct that it comments on."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.screening import Screening
from service.screening.screener import Screener

COMMENTED = (
    "Some 200 North Korean workers, whose employment abroad the Security Council has banned, arrived in Vladivostok.",
    "In a breach of resolutions banning arms exports, North Korea shipped 40 containers of shells to Russia in March.",
    "A Chinese trader bought 12,000 tonnes of North Korean coal in June, a trade that the Security Council prohibits.",
    "Despite a ban on seafood exports, traders in Hunchun bought 20 tonnes of North Korean squid in August.",
    "A mill in Dandong employed 150 North Korean seamstresses in April, though a 2017 resolution prohibits it.",
)
RULE_ONLY = (
    "Resolution 2397, which was adopted in December 2017, requires states to repatriate North Korean workers abroad.",
    "UN resolutions that forbid North Korean workers from earning income overseas remain in force in Russia.",
    "The dispatch of North Korean workers to Russia is prohibited by resolutions that China and Russia voted for.",
    "North Korea is subject to resolutions that ban arms sales to Russia or any other country.",
    "The 2006 measure, which forbids states to sell luxury goods to Pyongyang, has been tightened twice.",
)
HEDGED = "About 120 North Korean loggers have reportedly been brought to a sawmill in Khabarovsk."


@pytest.fixture(scope="module")
def screener() -> Screener:
    """The shipped rules without lists."""
    return Screener.load(watchlists=[])


def screened(screener: Screener, text: str) -> Screening:
    """A short article of September 2024."""
    return screener.screen(Article(text=text, title="", published="2024-09-19"))


@pytest.mark.parametrize("text", COMMENTED)
def test_a_rule_told_as_a_remark_leaves_the_conduct(screener: Screener, text: str) -> None:
    """Conduct in the main clause alerts though an aside names the ban on it."""
    assert screened(screener, text).band == "alert"


@pytest.mark.parametrize("text", RULE_ONLY)
def test_a_rule_alone_is_no_finding(screener: Screener, text: str) -> None:
    """A sentence that only states the rule gives no hit, whatever clause the rule stands in."""
    assert screened(screener, text).band == "none"


def test_a_hedged_report_denied_close_by_is_for_a_person(screener: Screener) -> None:
    """A single hedged sentence alerts, and is for review where the next sentence denies it."""
    assert screened(screener, HEDGED).band == "alert"
    denied = screened(screener, HEDGED + " The regional government denied the report.")
    assert denied.band == "review"
    assert any("denied close by" in note for hit in denied.hits for note in hit.notes)


def test_short_names_of_the_dprk_alone_are_for_a_person(screener: Screener) -> None:
    """`The North` or a headline's sign reaches review without another name; the north of a country does not."""
    assert screened(screener, "The North sold iron ore worth $12 million to buyers in Shandong.").band == "review"
    assert screened(screener, "北, 러시아에 포탄 100만발 제공").band == "review"
    assert screened(screener, "Workers from the North of Italy were sent to a building site in Libya.").band == "none"
    assert screened(screener, "The North received 20,000 barrels of diesel after Cyprus opened up.").band == "none"


HABIT = (
    "North Korean diplomats are notorious for smuggling rhino horn.",
    "North Korean IT workers typically use stolen identities to get jobs in the United States.",
    "North Korean missions are known to pay for their operations by illicit trade and to send remittances home.",
)


@pytest.mark.parametrize("text", HABIT)
def test_a_habit_without_an_event_is_no_alert(screener: Screener, text: str) -> None:
    """What somebody is known to do is shown, and waits for an event."""
    assert screened(screener, text).band == "review"


def test_an_event_beside_the_habit_is_an_alert(screener: Screener) -> None:
    """The sentence with the event scores."""
    event = "In August police in Maputo found 20 kilograms of rhino horn in the car of two North Korean diplomats."
    assert screened(screener, HABIT[0] + " " + event).band == "alert"
