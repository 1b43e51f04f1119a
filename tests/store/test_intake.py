"""An article comes in: once only, whole or not at all, with its alert."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from service.store import alerts, articles, audit, queue, snapshots
from service.wiring import Service
from tests.standin import BLOBS, article, stand_in_service

NOW = datetime(2024, 3, 21, 10, tzinfo=UTC)


@pytest.fixture
def service(database: str) -> Iterator[Service]:
    made = stand_in_service(database, clock=lambda: NOW)
    yield made
    made.close()


def test_a_hit_opens_an_alert(service: Service) -> None:
    """An article with a hit is kept with its screening and one new alert that tells it."""
    received = service.intake.receive(article(), actor="ann")
    assert received.created
    assert received.alert is not None
    alert = received.alert
    assert (alert["schema"], alert["state"], alert["band"], alert["points"]) == ("alert/1", "new", "alert", 20)
    assert received.screening["alert_id"] == alert["id"]
    assert alert["summary"] == (
        "The words stand here: “workers” (Courier, 2024-03-19); listed parties named: KIM JONG UN."
    )
    assert alert["hits"][0]["rule_sha256"] == "b" * 64
    evidence = alert["hits"][0]["evidence"][0]
    assert article().text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert alert["parties"][0]["mention"]["role"] == "takes_part"
    assert alert["provenance"]["lists"][0]["age_hours"] == 82
    [sentence] = alert["provenance"]["degraded"]
    assert sentence.startswith("list un is 82 hours old (limit 48 hours); `flagstaff lists refresh un`")


def test_nothing_found_opens_nothing(service: Service) -> None:
    """An article without a hit is kept and answered without an alert."""
    received = service.intake.receive(article(text="The ballet was well attended."), actor="ann")
    assert received.created
    assert received.alert is None
    assert received.screening["alert_id"] is None
    assert received.screening["band"] == "none"


def test_review_band_opens_an_alert_too(service: Service) -> None:
    """A review is an alert of band review."""
    received = service.intake.receive(article(text="maybe so"), actor="ann")
    assert received.alert is not None
    assert received.alert["band"] == "review"


def test_the_same_article_again(service: Service) -> None:
    """An identical article gets the earlier result and adds no row."""
    first = service.intake.receive(article(), actor="ann")
    again = service.intake.receive(article(), actor="ann")
    assert not again.created
    assert again.screening == first.screening
    assert again.alert == first.alert
    with service.store.read() as tx:
        assert articles.count(tx) == 1
        assert queue.count(tx, queue.Wanted()) == 1


def test_another_text_is_a_revision(service: Service) -> None:
    """The same id with another text is revision 2 and joins the alert of revision 1."""
    first = service.intake.receive(article(), actor="ann")
    second = service.intake.receive(article(text="About 500 workers met Kim Jong-un."), actor="ann")
    assert second.created
    assert second.revision == 2
    assert first.alert is not None
    assert second.alert is not None
    assert second.alert["id"] == first.alert["id"]
    assert second.alert["etag"] != first.alert["etag"]
    assert second.alert["why_now"] == "correction"
    with service.store.read() as tx:
        assert [row[0] for row in articles.revisions(tx, "a-1")] == [1, 2]


def test_a_corrected_article_keeps_its_alert(service: Service) -> None:
    """A correction without the finding leaves the alert to a human, with nothing left in its hits."""
    first = service.intake.receive(article(), actor="ann")
    second = service.intake.receive(article(text="The report was wrong."), actor="ann")
    assert first.alert is not None
    assert second.alert is not None
    assert second.alert["id"] == first.alert["id"]
    assert second.alert["hits"] == []
    assert second.alert["band"] == "alert"


def test_a_group_is_one_transaction(service: Service) -> None:
    """Duplicates inside one group are seen, and every article has its own answer."""
    group = [article(1), article(2), article(1)]
    received = service.intake.receive_many(group, actor="ann")
    assert [one.created for one in received] == [True, True, False]


def test_events_chain(service: Service) -> None:
    """Opening alerts writes a chain that verifies, and history is told per alert."""
    received = service.intake.receive(article(1), actor="ann")
    service.intake.receive(article(2), actor="ann")
    assert received.alert is not None
    with service.store.read() as tx:
        assert audit.verify(tx) == []
        events = audit.history(tx, f"alert/{received.alert['id']}")
    assert [(event["type"], event["actor"]) for event in events] == [("alert.opened", "ann")]


def test_blobs_are_kept_for_replay(service: Service) -> None:
    """The files behind a screening can be had again, byte for byte."""
    with service.store.read() as tx:
        assert snapshots.load_blobs(tx, service.screener.snapshot.sha256) == BLOBS


def test_many_threads_one_article(service: Service) -> None:
    """Sixteen threads with one article make one row and one alert."""
    results: list[bool] = []
    barrier = threading.Barrier(16)

    def send() -> None:
        barrier.wait()
        results.append(service.intake.receive(article(), actor="ann").created)

    threads = [threading.Thread(target=send) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False] * 15 + [True]
    with service.store.read() as tx:
        assert articles.count(tx) == 1
        assert len(alerts.members(tx, str(alerts.of_article(tx, "a-1")))) == 1


def test_queue_filters(service: Service) -> None:
    """Each filter finds exactly the alerts that have the value."""
    service.intake.receive(article(1, source="Courier", language="en"), actor="ann")
    service.intake.receive(article(2, text="maybe so", source="Herald", language="ko"), actor="ann")
    wanted = {
        queue.Wanted(): 2,
        queue.Wanted(band="review"): 1,
        queue.Wanted(rule="un-dprk/overseas-workers"): 1,
        queue.Wanted(rule="un-dprk"): 2,
        queue.Wanted(list="un"): 1,
        queue.Wanted(source="Herald"): 1,
        queue.Wanted(language="en"): 1,
        queue.Wanted(q="KIM jong"): 1,
        queue.Wanted(q="100%"): 0,
        queue.Wanted(state="closed"): 0,
        queue.Wanted(since=NOW): 2,
    }
    with service.store.read() as tx:
        for filters, expected in wanted.items():
            assert queue.count(tx, filters) == expected, filters


def test_pages_cover_everything_once(service: Service) -> None:
    """Walking the cursor gives every alert once, in order, both ways."""
    service.intake.receive_many([article(number) for number in range(25)], actor="ann")
    for order in ("updated_at", "-updated_at"):
        seen, cursor = [], None
        while True:
            with service.store.read() as tx:
                page = queue.page(tx, queue.Wanted(), order=order, cursor=cursor, limit=7)
            seen += [row.id for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert len(seen) == len(set(seen)) == 25
        assert seen == sorted(seen, reverse=order == "-updated_at")
