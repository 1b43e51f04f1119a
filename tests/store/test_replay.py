"""A screening can be made again years later, with the rules and lists of that time."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.errors import NotFoundError
from service.model.article import Article
from service.replay import replay
from service.settings import Settings
from service.store import snapshots
from service.store.tables import snapshot_blobs
from service.wiring import open_service

TEXT = (
    "About 300 North Korean workers arrived at a construction site in Vladivostok last week, local media reported. "
    "The labourers were sent by a Pyongyang trading company to earn foreign currency."
)


def test_the_same_bytes_again(tmp_path: Path) -> None:
    """After the service was opened with other lists, the old alert replays identically from what is kept."""
    settings = Settings(database=str(tmp_path / "flagstaff.db"))
    service = open_service(settings)
    received = service.intake.receive(Article(TEXT, id="a-1", published="2024-03-19"), actor="ann")
    service.close()
    assert received.alert is not None
    extra = tmp_path / "own.csv"
    extra.write_text("id,name,type\n1,Zzyzx Holding,Company\n", encoding="utf-8")
    other = open_service(settings.model_copy(update={"watchlists": (extra,)}))
    assert other.screener.snapshot.sha256 != received.screening["snapshot"]
    result = replay(other.store, received.alert["id"])
    assert result["identical"], result
    assert result["articles"][0]["differs_in"] == []
    with other.store.write() as tx:
        tx.execute(snapshot_blobs.delete().where(snapshot_blobs.c.name.like("lists/%")))
    changed = replay(other.store, received.alert["id"])
    assert not changed["identical"]
    assert "provenance" in changed["articles"][0]["differs_in"]
    other.close()


def test_what_is_not_kept_is_said(tmp_path: Path) -> None:
    """An unknown alert or snapshot is named."""
    service = open_service(Settings(database=str(tmp_path / "flagstaff.db")))
    with pytest.raises(NotFoundError, match="alert 'unknown'"):
        replay(service.store, "unknown")
    with service.store.read() as tx, pytest.raises(NotFoundError, match="cannot be replayed"):
        snapshots.load_blobs(tx, "f" * 64)
    service.close()
