"""What screenings say of rules and lists stands once, with their snapshot."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from service.model.article import Article
from service.store import screenings
from service.store.database import Store
from service.store.packing import pack_json
from service.wiring import Service
from tests.standin import stand_in_service


def body_size(store: Store, article_id: str) -> int:
    """Bytes of a kept screening."""
    with store.read() as tx:
        query = text("SELECT length(body) FROM screenings WHERE article_id = :id")
        return int(tx.execute(query, {"id": article_id}).scalar_one())


def taken(service: Service, article_id: str) -> dict[str, object]:
    """The document of an article that came in."""
    service.intake.receive(Article(text="quiet day", id=article_id), actor="t")
    with service.store.read() as tx:
        return screenings.get(tx, article_id, 1)


def test_versions_are_read_with_every_screening(tmp_path: Path) -> None:
    """The kept body does not hold them, the document that is read does."""
    service = stand_in_service(tmp_path / "a.db")
    document = taken(service, "a-1")
    assert document["provenance"] == service.screener.snapshot.provenance.as_dict()
    assert body_size(service.store, "a-1") < len(pack_json(document))
    service.close()


def test_a_screening_of_before_says_it_itself(tmp_path: Path) -> None:
    """A body that holds its whole provenance, as older programs wrote it, is read as it is."""
    service = stand_in_service(tmp_path / "a.db")
    document = taken(service, "a-1")
    whole = {name: value for name, value in document.items() if name != "article"}
    with service.store.write() as tx:
        tx.execute(text("UPDATE screenings SET body = :body"), {"body": pack_json(whole)})
        tx.execute(text("UPDATE snapshots SET provenance = NULL"))
    with service.store.read() as tx:
        assert screenings.get(tx, "a-1", 1) == document
    service.close()
