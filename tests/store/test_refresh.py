"""A list changes: checked, kept, put in use, taken back; every act in the audit chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from service.errors import ConflictError, NotFoundError
from service.model.entity import Entity, Name, Watchlist
from service.refresh import read_version, roll_back, take_in
from service.store import audit, list_versions
from service.store.database import Store, open_store

NOW = datetime(2026, 5, 4, tzinfo=UTC)


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    opened = open_store(database)
    yield opened
    opened.close()


def made(numbers: range, sha: str, *, date: str | None = None) -> Watchlist:
    """A list with one entry for each number."""
    entities = tuple(
        Entity(id=f"ours-{number}", list="ours", schema="Person", names=(Name(f"Name {number}"),)) for number in numbers
    )
    return Watchlist("ours", entities, sha * 64, date, sha, custom=True)


def events(store: Store) -> list[tuple[str, str | None]]:
    """Type and note of every event."""
    with store.read() as tx:
        assert audit.verify(tx) == []
        return [(event["type"], event["note"]) for event in audit.export(tx)]


def test_dropped_entries_are_carried_forward_as_delisted(store: Store) -> None:
    """They keep the date of the first version without them, over any number of versions; a relisted one is listed."""
    take_in(store, made(range(20), "a", date="2026-01-01"), actor="ann", now=NOW)
    take_in(store, made(range(1, 21), "b", date="2026-02-01"), actor="ann", now=NOW)
    change = take_in(store, made(range(2, 22), "c", date="2026-03-01"), actor="ann", now=NOW)
    gone = {entity.id: entity.delisted_on for entity in change.watchlist.entities if entity.delisted_on}
    assert gone == {"ours-0": "2026-02-01", "ours-1": "2026-03-01"}
    again = take_in(store, made(range(22), "d", date="2026-04-01"), actor="ann", now=NOW)
    assert not any(entity.delisted_on for entity in again.watchlist.entities)
    assert events(store) == [("list.imported", None)] * 4


def test_a_shrunken_version_is_refused_and_written_down(store: Store) -> None:
    """The version in use stays; a reason overrides and stands in the audit trail."""
    take_in(store, made(range(20), "a"), actor="ann", now=NOW)
    refused = take_in(store, made(range(10), "b"), actor="ann", now=NOW)
    assert refused.outcome == "refused"
    assert {refusal.code for refusal in refused.refusals} == {"shrunk"}
    with store.read() as tx:
        assert list_versions.names_in_use(tx) == {"ours": "a" * 64}
    assert take_in(store, made(range(10), "b"), actor="ann", now=NOW, override="split in two").outcome == "in use"
    assert events(store) == [("list.imported", None), ("list.refused", None), ("list.imported", "split in two")]


def test_the_version_in_use_again_changes_nothing(store: Store) -> None:
    """No event, no version."""
    take_in(store, made(range(20), "a"), actor="ann", now=NOW)
    assert take_in(store, made(range(20), "a"), actor="ann", now=NOW).outcome == "unchanged"
    assert len(events(store)) == 1


def test_rollback_by_default_to_the_version_before(store: Store) -> None:
    """The reason and both versions stand in the audit trail; the one in use cannot be gone back to."""
    for place, sha in enumerate("abc"):
        take_in(store, made(range(20 + place), sha), actor="ann", now=NOW + timedelta(minutes=place))
    assert roll_back(store, "ours", None, reason="wrong file", actor="ann", now=NOW).sha256 == "b" * 64
    with store.read() as tx:
        assert len(read_version(tx, "ours").entities) == 21
        assert len(read_version(tx, "ours", "a").entities) == 20
        last = list(audit.export(tx))[-1]
    assert (last["type"], last["from"], last["to"], last["note"]) == (
        "list.rolled_back", "c" * 64, "b" * 64, "wrong file",
    )  # fmt: skip
    with pytest.raises(ConflictError, match="in use already"):
        roll_back(store, "ours", "b", reason="x", actor="ann", now=NOW)
    roll_back(store, "ours", "a", reason="x", actor="ann", now=NOW)
    with pytest.raises(NotFoundError, match="nothing to go back to"):
        roll_back(store, "ours", None, reason="x", actor="ann", now=NOW)


def test_the_first_import_is_held_against_the_list_that_ships(store: Store) -> None:
    """It is kept as a version, so that one can go back to it; a list of three entries does not replace it."""
    small = Watchlist("un", made(range(3), "a").entities, "a" * 64, "2027-01-01", "a")
    assert take_in(store, small, actor="ann", now=NOW).outcome == "refused"
    take_in(store, small, actor="ann", now=NOW, override="a test")
    back = roll_back(store, "un", None, reason="the test is over", actor="ann", now=NOW)
    assert back.source == "starter"
    assert back.counts["entities"] > 900


def test_a_first_version_that_a_person_chose_is_measured_by_itself(store: Store) -> None:
    """It may be smaller than the list that ships; the next one is measured against it."""
    chosen = Watchlist("un", made(range(20), "a").entities, "a" * 64, "2020-01-01", "a")
    assert take_in(store, chosen, actor="ann", now=NOW, chosen=True).outcome == "in use"
    fewer = Watchlist("un", chosen.entities[:10], "b" * 64, "2020-01-02", "b")
    assert take_in(store, fewer, actor="ann", now=NOW, chosen=True).outcome == "refused"
