"""Test articles go the whole way and leave nothing behind; what they find broken is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from service import drill
from service.errors import ConfigError
from service.model.drill import Planted, judge_item
from service.review import Asked
from service.samples import load_expected, load_samples
from service.settings import Settings
from service.store import articles, audit, drills, queue
from service.store.people import User
from service.wiring import Service, open_service
from tests.standin import KIM, article, stand_in_service

NOW = datetime(2024, 3, 21, 10, tzinfo=UTC)
GOOD = Planted(article(), "alert", "un-dprk/overseas-workers")
QUIET = Planted(article(2, text="The ballet was well attended."), "none")


@pytest.fixture
def service(database: str) -> Iterator[Service]:
    made = stand_in_service(database, clock=lambda: NOW)
    yield made
    made.close()


def plant(service: Service, *items: Planted, every: timedelta | None = None, after: timedelta = timedelta()) -> Any:
    return drill.run(service.store, service.intake, items, lambda: NOW + after, actor="ann", every=every)


def test_nothing_is_left_behind(service: Service) -> None:
    """A round is kept with its results and its event, and neither an article nor an alert."""
    told = plant(service, GOOD, QUIET)
    assert told["missed"] == 0
    assert [one["detail"] for one in told["items"]] == ["as expected"] * 2
    with service.store.read() as tx:
        assert (articles.count(tx), queue.count(tx, queue.Wanted(suppressed=True))) == (0, 0)
        assert [event["type"] for event in audit.export(tx)] == ["configuration.changed", "test.round"]
        assert audit.verify(tx) == []
        assert drills.latest(tx) == told


def test_what_is_missed_is_named(service: Service) -> None:
    """No hit, another rule, too weak, or flagged for nothing: each is told with what was expected."""
    told = plant(
        service,
        Planted(article(3, text="Nothing here."), "alert"),
        Planted(article(4), "alert", "un-dprk/coal"),
        Planted(article(5, text="maybe so"), "alert"),
        Planted(article(6), "none"),
    )
    assert told["missed"] == 4
    details = " | ".join(one["detail"] for one in told["items"])
    for words in ("band none where alert is expected", "missed by un-dprk/coal", "band review", "it tells nothing"):
        assert words in details


def test_a_suppression_that_hides_it_is_named(service: Service) -> None:
    """A suppression that would keep everybody from seeing the conduct makes the test item fail."""
    ann, bob = User("ann", "analyst"), User("bob", "analyst")
    alert = service.intake.receive(article(7), actor="feed").alert
    assert alert is not None
    until = NOW + timedelta(days=30)
    asked = Asked(alert_id=alert["id"], reason="name_differs", note="n", until=until, entity_ids=(KIM.id,))
    made = service.suppressing.propose(asked, by=ann)
    service.suppressing.approve(made["id"], "", by=bob)
    told = plant(service, GOOD)
    assert told["items"][0]["detail"] == f"nobody would see it: suppressed by {made['id']}"


def test_one_process_a_slot(service: Service) -> None:
    """By schedule a round is run once however many processes try; the next slot has its own."""
    hour = timedelta(hours=1)
    assert plant(service, GOOD, every=hour) is not None
    assert plant(service, GOOD, every=hour) is None
    assert plant(service, GOOD, every=hour, after=hour) is not None


def test_a_discount_that_hides_it_is_named() -> None:
    """An alert that a discount rule would close is a failure, a sampled one is not."""
    screening = {"band": "review", "hits": [{"rule_id": "r"}]}
    item = replace(GOOD, band="review", rule="r")
    for sampled in (False, True):
        alert = {"state": "new", "review": {"discount": {"rule": "gossip", "sampled": sampled}}}
        assert judge_item(item, screening, alert, micros=1).passed == sampled


def test_items_of_one_s_own(tmp_path: Path) -> None:
    """A file of articles with what is expected; a mistake names its line."""
    file = tmp_path / "items.jsonl"
    file.write_text('{"text": "Workers.", "id": "x", "expect": {"band": "review", "rule": "a/b"}}\n', encoding="utf-8")
    (item,) = drill.load_items(file)
    assert (item.article.id, item.band, item.rule) == ("test_item/x", "review", "a/b")
    for line in ("{", '{"text": "a"}', '{"text": "", "expect": {}}', '{"text": "a", "expect": {"band": "high"}}'):
        file.write_text("\n" + line, encoding="utf-8")
        with pytest.raises(ConfigError, match="items.jsonl:2"):
            drill.load_items(file)


def test_those_that_ship_pass(tmp_path: Path) -> None:
    """With the embedded rules and starter lists every test article is as expected."""
    service = open_service(Settings(database=str(tmp_path / "flagstaff.db")))
    items = drill.load_items(None)
    assert len(items) == len(load_expected()) < len(load_samples())
    told = drill.run(service.store, service.intake, items, service.clock, actor="ann")
    assert told is not None
    assert [one["detail"] for one in told["items"] if not one["passed"]] == []
    service.close()
