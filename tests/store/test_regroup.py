"""People split and merge stories, corrections reopen them; copies that come later follow the decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from service.errors import ConflictError, InputError, LostUpdateError
from service.model.disposition import Act
from service.review import PartySaid
from service.store import audit, queue
from service.store.people import User
from service.store.telling import show_alert
from service.wiring import Service
from tests.standin import KIM, article, stand_in_service

ANN = User("ann", "analyst")
LONG = (
    "About 300 workers were seen at a yard in Khasan on Tuesday, said Olga Titova of the port union, who has counted "
    "them every morning since the thaw. The yard belongs to Rokov, a builder of barges, which did not answer. "
    "They sleep in two barracks behind the dry dock and are driven to work before dawn. "
)
AGAIN = LONG + "A second yard is told of. "
OTHER = LONG.replace("300", "45").replace("Khasan", "Tartus").replace("Olga Titova", "Omar Said")
OTHER = OTHER.replace("Rokov", "Belmar")


class Clock:
    """A clock that moves on with every look."""

    def __init__(self) -> None:
        self.now = datetime(2024, 3, 21, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        """A little later each time."""
        self.now += timedelta(milliseconds=1)
        return self.now


@pytest.fixture
def service(database: str) -> Iterator[Service]:
    made = stand_in_service(database, clock=Clock())
    yield made
    made.close()


def receive(service: Service, number: int, text: str, **given: str) -> dict[str, Any]:
    """The alert of an article."""
    alert = service.intake.receive(article(number, text=text, **given), actor="feed").alert
    assert alert is not None
    return alert


def ids(alert: dict[str, Any]) -> list[str]:
    return [one["id"] for one in alert["story"]["articles"]]


def see(service: Service, alert_id: str) -> dict[str, Any]:
    with service.store.read() as tx:
        return show_alert(tx, alert_id, now=service.clock())


def close(service: Service, alert_id: str) -> None:
    """Decide on an alert and all its parties."""
    alert = service.review.act(alert_id, Act(name="take"), by=ANN)
    parties = tuple(one["entity_id"] for party in alert["parties"] for one in party["candidates"])
    if parties:
        said = PartySaid(entity_ids=parties, decision="rejected", reason="common_name", note="no")
        service.review.decide_parties(alert_id, said, by=ANN)
    service.review.act(alert_id, Act(name="decide", outcome="no_action", reason="test_item", note="told"), by=ANN)


def test_split(service: Service) -> None:
    """What is split off has an alert of its own, both say why, and later copies of each follow it."""
    receive(service, 1, LONG)
    joined = receive(service, 2, AGAIN)
    assert ids(joined) == ["a-1", "a-2"]
    joined = service.review.act(joined["id"], Act(name="take"), by=ANN)
    done = service.regrouping.split(joined["id"], ["a-2"], "another yard", by=ANN, if_match=joined["etag"])
    assert (ids(done.alert), ids(done.split_off)) == (["a-1"], ["a-2"])
    assert (done.split_off["state"], done.split_off["review"]["assignee"]) == ("new", "ann")
    (told,) = done.split_off["story"]["articles"]
    assert told["joined_because"] == f"split off from alert {joined['id']} by ann: another yard"
    assert receive(service, 3, AGAIN)["id"] == done.split_off["id"]
    assert receive(service, 4, LONG)["id"] == joined["id"]
    with service.store.read() as tx:
        assert [event["type"] for event in audit.history(tx, f"alert/{joined['id']}")][-2:] == [
            "alert.split",
            "alert.joined",
        ]
        assert audit.verify(tx) == []


def test_merge(service: Service) -> None:
    """The emptied alert is closed, keeps its record, says where its articles are, and cannot be opened again."""
    first, second = receive(service, 1, LONG), receive(service, 2, OTHER)
    assert first["id"] != second["id"]
    taken = service.regrouping.merge(second["id"], first["id"], "one raid", by=ANN, if_match=second["etag"])
    assert ids(taken) == ["a-1", "a-2"]
    assert "merged from alert" in taken["story"]["articles"][1]["joined_because"]
    emptied = see(service, second["id"])
    assert (emptied["state"], emptied["review"]["merged_into"]) == ("closed_no_action", first["id"])
    assert ids(emptied) == ["a-2"]
    with pytest.raises(ConflictError, match="merged into"):
        service.review.act(second["id"], Act(name="reopen", note="no"), by=ANN)
    later = receive(service, 3, OTHER + "More.")
    assert later["id"] == first["id"]
    with service.store.read() as tx:
        assert queue.count(tx, queue.Wanted(state="new")) == 1


def test_a_merge_carries_what_people_said(service: Service) -> None:
    """Decisions on parties and labels go along; what was said in both alerts stands, what differs is open again."""
    first = receive(service, 1, LONG + "They met Kim Jong-un.")
    second = receive(service, 2, OTHER + "Kim Jong-un was there.")
    assert first["id"] != second["id"]
    said = PartySaid(entity_ids=(KIM.id,), decision="rejected", reason="common_name", note="a namesake")
    second = service.review.act(second["id"], Act(name="take"), by=ANN)
    service.review.decide_parties(second["id"], said, by=ANN)
    service.review.label(first["id"], ["shipping"], by=ANN)
    service.review.label(second["id"], ["shipping", "raid"], by=ANN)
    taken = service.regrouping.merge(second["id"], first["id"], "one raid", by=ANN)
    (decision,) = {one["decision"]["note"] for party in taken["parties"] for one in party["candidates"]}
    assert decision == "a namesake"
    assert taken["review"]["labels"] == ["raid", "shipping"]
    third = receive(
        service, 3, LONG.replace("300", "77").replace("Khasan", "Wonsan").replace("Rokov", "Nordic") + "Kim Jong-un."
    )
    third = service.review.act(third["id"], Act(name="take"), by=ANN)
    service.review.decide_parties(third["id"], replace(said, decision="unclear"), by=ANN)
    taken = service.regrouping.merge(third["id"], first["id"], "one raid", by=ANN)
    assert {one["decision"] for party in taken["parties"] for one in party["candidates"]} == {None}


def test_refused_regroupings(service: Service) -> None:
    """Nothing, everything, strangers, no note, an old version, a closed alert, itself: refused, and on record."""
    receive(service, 1, LONG)
    alert = receive(service, 2, AGAIN)
    for names, words in [([], "some of"), (["a-1", "a-2"], "not all"), (["x"], "no article")]:
        with pytest.raises(InputError, match=words):
            service.regrouping.split(alert["id"], names, "why", by=ANN)
    with pytest.raises(InputError, match="note"):
        service.regrouping.split(alert["id"], ["a-1"], " ", by=ANN)
    with pytest.raises(InputError, match="itself"):
        service.regrouping.merge(alert["id"], alert["id"], "why", by=ANN)
    with pytest.raises(LostUpdateError):
        service.regrouping.split(alert["id"], ["a-1"], "why", by=ANN, if_match='"old"')
    close(service, alert["id"])
    with pytest.raises(ConflictError, match="closed_no_action"):
        service.regrouping.split(alert["id"], ["a-1"], "why", by=ANN)
    with service.store.read() as tx:
        types = [event["type"] for event in audit.history(tx, f"alert/{alert['id']}")]
    assert types.count("alert.refused") == 7
    assert ids(see(service, alert["id"])) == ["a-1", "a-2"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("CORRECTION: workers at the yard", LONG.replace("About 300", "About 30")),
        ("Retraction", "The Courier has withdrawn its report of last week about Rokov, Olga Titova and Khasan."),
        (
            "A note to readers",
            "An earlier version of this story was wrong about what Rokov does in Khasan with Titova.",
        ),
        ("Поправка", "Редакция отозвала статью: сказано было, что в Khasan строит Rokov и так видела Olga Titova."),
    ],
)
def test_corrections_reopen(service: Service, title: str, text: str) -> None:
    """A correction or retraction, also one that hits no rule, opens the closed alert again and says why."""
    opened = receive(service, 1, LONG)
    close(service, opened["id"])
    alert = receive(service, 2, text, title=title)
    assert (alert["id"], alert["state"], alert["why_now"]) == (opened["id"], "reopened", "correction")


def test_a_correction_of_something_else(service: Service) -> None:
    """It opens nothing and joins nothing."""
    receive(service, 1, LONG)
    text = "An earlier version of this story was wrong about what Belmar sells in Tartus, says Omar Said."
    assert service.intake.receive(article(2, text=text, title="Correction"), actor="feed").alert is None
