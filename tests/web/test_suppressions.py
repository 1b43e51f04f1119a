"""Known false positives over REST, and by the client."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from service.client import Client, ServiceError
from service.store import people
from service.wiring import Service

HIT = {"id": "a-1", "title": "Story", "text": "About 300 workers met Kim Jong-un.", "published": "2024-03-19"}
OTHER = {**HIT, "id": "a-2", "text": "In Nampo 45 workers of Rokov met Kim Jong-un, said Olga Titova."}
UNTIL = (datetime.now(UTC) + timedelta(days=30)).isoformat()
SAID = {"entity_ids": ["un-KPi.001"], "reason": "name_differs", "note": "a namesake", "until": UNTIL}


def test_the_whole_way(api: httpx.Client, service: Service) -> None:
    """Proposed by one, approved by another, covering, reviewed, revoked: each with its answer and its event."""
    now = datetime.now(UTC)
    with service.store.write() as tx:
        for name in ("ann", "bob"):
            people.add_user(tx, name, "analyst", password=None, now=now)
        ann, bob = (Client(str(api.base_url), key=people.add_key(tx, name, days=1, now=now)) for name in ("ann", "bob"))
    alert = ann.send(HIT)["alert"]
    made = ann.suppress(alert, **SAID)
    assert made["status"] == "proposed"
    with pytest.raises(ServiceError, match="409"):
        ann.on_suppression(made["id"], "approve", note="")
    assert bob.on_suppression(made["id"], "approve", note="yes")["approved_by"] == "bob"
    covered = ann.send(OTHER)["alert"]
    assert covered["state"] == "suppressed"
    assert list(ann.alerts()) == []
    assert {one["id"] for one in ann.alerts(suppression=made["id"])} == {alert["id"], covered["id"]}
    assert len(list(ann.alerts(suppressed=True))) == 2
    reviewed = bob.on_suppression(made["id"], "review", note="still", until=UNTIL, owner="bob")
    assert (reviewed["owner"], reviewed["alerts_covered"]) == ("bob", 2)
    assert ann.get("/v1/suppressions", status="active")["items"] == [reviewed]
    assert bob.on_suppression(made["id"], "revoke", note="it was he")["ended_by"] == "bob"
    assert ann.alert(covered["id"])["state"] == "reopened"
    ann.close()
    bob.close()


def test_refusals(api: httpx.Client) -> None:
    """An unknown alert, an unknown suppression, a field that is none."""
    alert = api.post("/v1/articles", json=HIT).json()["alert"]
    assert api.post("/v1/suppressions", json={**SAID, "alert_id": "x"}).status_code == 404
    assert api.get("/v1/suppressions/x").status_code == 404
    assert api.post("/v1/suppressions", json={**SAID, "alert_id": alert["id"], "by": "eve"}).status_code == 422
    far = {**SAID, "alert_id": alert["id"], "until": "2999-01-01T00:00:00Z"}
    assert "180 days" in api.post("/v1/suppressions", json=far).json()["detail"]
