"""The queue reads along its indexes: no view that people keep open sorts or scans all that is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from service.model.article import Article
from service.store import queue
from service.store.database import open_store
from service.store.queue import Order, Wanted
from tests.standin import stand_in_service

NOW = datetime(2026, 1, 1, tzinfo=UTC)
VIEWS: dict[str, tuple[Wanted, Order]] = {
    "waiting": (Wanted(state="open"), "-priority"),
    "waiting by due time": (Wanted(state="open"), "due_at"),
    "overdue": (Wanted(state="open", due_before=NOW), "due_at"),
    "changed": (Wanted(state="open"), "-updated_at"),
    "mine": (Wanted(state="open", assignee="ann"), "-priority"),
    "nobody's": (Wanted(state="open", assignee=queue.NOBODY), "-priority"),
    "of a rule": (Wanted(state="new", rule="un-dprk/overseas-workers"), "-priority"),
    "of a regime": (Wanted(state="new", rule="un-dprk"), "-priority"),
    "of a list": (Wanted(state="new", list="un"), "-priority"),
    "of a language": (Wanted(state="new", language="ko"), "-priority"),
    "of a source": (Wanted(state="new", source="Courier"), "-priority"),
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_the_queue_uses_indexes(tmp_path: Path, view: str) -> None:
    """SQLite searches by an index for every table of the query, and never walks one from end to end."""
    store = open_store(str(tmp_path / "flagstaff.db"))
    asked: list[tuple[str, object]] = []

    def note(_one: Connection, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        asked.append((statement, parameters))

    wanted, order = VIEWS[view]
    with store.read() as tx:
        event.listen(tx, "before_cursor_execute", note)
        queue.page(tx, wanted, order=order, cursor=None, limit=40)
        queue.count(tx, wanted)
        queue.facets_of(tx, ["a", "b"], ("rule", "language"))
        queue.article_counts(tx, ["a", "b"])
        event.remove(tx, "before_cursor_execute", note)
        plans = [
            [str(row[3]) for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]  # type: ignore[arg-type]
            for statement, parameters in asked
        ]
    store.close()
    assert plans
    for plan in plans:
        assert not [
            step for step in plan if step.startswith("SCAN") and "subquery" not in step.lower() and "anon_" not in step
        ], plan
        assert not [step for step in plan if "(kind=?)" in step], plan  # a kind alone is most of the table
        sorts = [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step]
        few = "assignee" in " ".join(plan) or plan[0].startswith("SEARCH alert_facets")
        assert not sorts or few, plan  # what one person, or a rare facet, has is few enough to sort


def test_rare_and_common_facets_give_the_same_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Led by the facet or by the order: the same alerts in the same order, page by page."""
    service = stand_in_service(tmp_path / "flagstaff.db")
    for number in range(12):
        words = " ".join(f"w{number}{letter}" for letter in "abcdefgh")
        text = f"{'workers' if number % 2 else 'maybe'} {words}"
        service.intake.receive(Article(text=text, id=f"a-{number}", source=f"s{number % 3}"), actor="t")
    pages = []
    for rare in (50_000, 0):
        monkeypatch.setattr(queue, "RARE", rare)
        found, cursor = [], None
        while True:
            with service.store.read() as tx:
                page = queue.page(tx, Wanted(state="open", source="s1"), order="-priority", cursor=cursor, limit=2)
            found += [row.id for row in page.rows]
            if (cursor := page.next_cursor) is None:
                break
        pages.append(found)
    service.close()
    assert pages[0] == pages[1]
    assert len(pages[0]) == 4


def test_two_facets_are_asked_for_together(tmp_path: Path) -> None:
    """A rule and a source: the alerts that have both, whichever leads."""
    service = stand_in_service(tmp_path / "flagstaff.db")
    for number in range(4):
        words = " ".join(f"w{number}{letter}" for letter in "abcdefgh")
        article = Article(text=f"workers {words}", id=f"a-{number}", source=f"s{number % 2}")
        service.intake.receive(article, actor="t")
    wanted = Wanted(state="open", rule="un-dprk/overseas-workers", source="s1")
    with service.store.read() as tx:
        assert len(queue.page(tx, wanted, order="-priority", cursor=None, limit=10).rows) == 2
        assert queue.count(tx, wanted) == 2
    service.close()
