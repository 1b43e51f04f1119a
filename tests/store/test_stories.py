"""One alert a story: copies and follow-ups join, and reopen only when they tell something new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from service.model.disposition import Act
from service.review import PartySaid
from service.store import audit, queue
from service.store.people import User
from service.wiring import Service
from tests.standin import article, stand_in_service

NOW = datetime(2024, 3, 21, 10, tzinfo=UTC)
ANN = User("ann", "analyst")
LONG = (
    "About 300 workers were seen at a yard in Khasan on Tuesday, said Olga Titova of the port union, who has counted "
    "them every morning since the thaw. The yard belongs to Rokov, a builder of barges, which did not answer. "
    "They sleep in two barracks behind the dry dock and are driven to work before dawn. "
)


@pytest.fixture
def service(database: str) -> Iterator[Service]:
    made = stand_in_service(database, clock=lambda: NOW)
    yield made
    made.close()


def test_sixteen_copies_make_one_alert(service: Service) -> None:
    """Syndicated copies, some re-headlined, cut or with a line added, join the first one's alert and say why."""
    texts = [LONG, LONG + "More to follow.", "VLADIVOSTOK — " + LONG, LONG[:230]]
    alerts = []
    for number in range(16):
        told = article(number, text=texts[number % 4], title=f"Headline {number}", source=f"Paper {number}")
        alerts.append(service.intake.receive(told, actor="feed").alert)
    assert len({alert["id"] for alert in alerts if alert}) == 1
    last = alerts[-1]
    assert last is not None
    assert len(last["story"]["articles"]) == 16
    assert last["why_now"] == "new_story"
    assert {one["why_now"] for one in last["story"]["articles"][1:]} == {"repeat"}
    assert all(one["joined_because"] for one in last["story"]["articles"][1:])
    assert last["story"]["articles"][4]["similarity"] == 100
    with service.store.read() as tx:
        assert queue.count(tx, queue.Wanted()) == 1
        assert audit.verify(tx) == []


def test_another_process_finds_the_story(service: Service, database: str) -> None:
    """The signatures are rows of the store: a second process, or the same after a restart, groups alike."""
    first = service.intake.receive(article(1, text=LONG), actor="feed").alert
    other = stand_in_service(database, clock=lambda: NOW)
    second = other.intake.receive(article(2, text=LONG + "More."), actor="feed").alert
    other.close()
    assert first is not None
    assert second is not None
    assert first["id"] == second["id"]


def test_only_news_reopens(service: Service) -> None:
    """A repeat leaves a closed alert closed; a listed party that was not named before opens it again."""
    opened = service.intake.receive(article(1, text=LONG), actor="feed").alert
    assert opened is not None
    close(service, opened["id"])
    repeat = service.intake.receive(article(2, text=LONG), actor="feed").alert
    assert repeat is not None
    assert (repeat["id"], repeat["state"]) == (opened["id"], "closed_no_action")
    rule = service.intake.receive(article(3, text=LONG + "maybe more."), actor="feed").alert
    assert rule is not None
    assert (rule["id"], rule["state"], rule["why_now"]) == (opened["id"], "reopened", "new_rule")


def close(service: Service, alert_id: str) -> None:
    """Decide on an alert and all its parties."""
    alert = service.review.act(alert_id, Act(name="take"), by=ANN)
    parties = tuple(one["entity_id"] for party in alert["parties"] for one in party["candidates"])
    if parties:
        said = PartySaid(entity_ids=parties, decision="rejected", reason="common_name", note="no")
        service.review.decide_parties(alert_id, said, by=ANN)
    act = Act(name="decide", outcome="no_action", reason="article_not_adverse", note="told before")
    service.review.act(alert_id, act, by=ANN)


def test_other_events_stay_apart(service: Service) -> None:
    """The same kind of event at another place, with other names and numbers, is a story of its own."""
    other = LONG.replace("300", "45").replace("Khasan", "Tartus").replace("Olga Titova", "Omar Said")
    first = service.intake.receive(article(1, text=LONG), actor="feed").alert
    second = service.intake.receive(article(2, text=other.replace("Rokov", "Belmar")), actor="feed").alert
    assert first is not None
    assert second is not None
    assert first["id"] != second["id"]
