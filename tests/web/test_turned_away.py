"""Whoever is turned away at the door stands in the audit trail, and cannot make it grow without end."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.store import audit, people
from service.web.app import create_app
from service.web.turned_away import PER_MINUTE, SOURCES
from service.wiring import Service
from tests.standin import article

PASSWORD = "a long enough password"
DECIDED = {"outcome": "no_action", "reason": "test_item", "note": "n"}


@pytest.fixture
def keys(service: Service) -> dict[str, dict[str, str]]:
    """Headers with the key of an analyst, a submitter and an auditor."""
    now = datetime.now(UTC)
    with service.store.write() as tx:
        for name, role in (("ann", "analyst"), ("sue", "submitter"), ("eve", "auditor")):
            people.add_user(tx, name, role, password=PASSWORD, now=now)
        return {name: {"X-API-Key": people.add_key(tx, name, days=1, now=now)} for name in ("ann", "sue", "eve")}


@pytest.fixture
def app(service: Service) -> FastAPI:
    """The application; its clock stands at the beginning of a minute."""
    now = service.clock().replace(second=0)
    service.clock = lambda: now
    return create_app(service)


def caller(app: FastAPI, host: str = "10.0.0.1") -> TestClient:
    """A client at an address."""
    return TestClient(app, base_url="http://desk.example", client=(host, 4000))


def of_alert(service: Service) -> str:
    """The address of a new alert."""
    received = service.intake.receive(article(), actor="tester")
    assert received.alert is not None
    return f"/v1/alerts/{received.alert['id']}"


def refused(service: Service, actor: str) -> list[dict[str, Any]]:
    """What somebody tried in vain, oldest first; the chain holds."""
    with service.store.read() as tx:
        assert audit.verify(tx) == []
        return [one for one in audit.export(tx) if one["type"].endswith(".refused") and one["actor"] == actor]


def a_minute_later(app: FastAPI, service: Service) -> None:
    """The house is kept when the minute is over."""
    then = service.clock() + timedelta(minutes=1)
    service.clock = lambda: then
    app.state.turned_away.settle()


def test_a_wrong_role_a_missing_etag_and_a_missing_note_stand_in_the_history(
    app: FastAPI, service: Service, keys: dict[str, dict[str, str]]
) -> None:
    """Each attempt of somebody known is an event of the alert, with who, what, from where and why not."""
    alert, api = of_alert(service), caller(app)
    assert api.post(f"{alert}/take", headers={**keys["eve"], "If-Match": "x"}).status_code == 403
    assert api.post(f"{alert}/take", headers=keys["ann"]).status_code == 428
    answer = api.post(f"{alert}/decide", json={"reason": "test_item"}, headers={**keys["ann"], "If-Match": "x"})
    assert answer.status_code == 422
    found = [*refused(service, "eve"), *refused(service, "ann")]
    assert [(one["type"], one["data"]["status"]) for one in found] == [
        ("alert.refused", 403), ("alert.refused", 428), ("alert.refused", 422),
    ]  # fmt: skip
    assert found[0]["note"] == "eve is auditor; this needs admin or analyst"
    assert found[0]["data"]["from"] == "10.0.0.1"
    history = api.get(f"{alert}/events", headers=keys["ann"]).json()["items"]
    assert [one["type"] for one in history] == ["alert.opened", *["alert.refused"] * 3]


def test_other_things_than_alerts_stand_there_too(
    app: FastAPI, service: Service, keys: dict[str, dict[str, str]]
) -> None:
    """Making a user, reading the trail, a page of the desk: by a role that may not."""
    api = caller(app)
    assert api.post("/v1/users", json={"name": "x", "role": "admin"}, headers=keys["ann"]).status_code == 403
    assert api.get("/v1/audit", headers=keys["ann"]).status_code == 403
    assert api.get("/desk/audit", headers=keys["ann"]).status_code == 403
    assert [one["data"]["act"] for one in refused(service, "ann")] == [
        "POST /v1/users", "GET /v1/audit", "GET /desk/audit",
    ]  # fmt: skip


def test_a_person_has_so_many_events_a_minute(app: FastAPI, service: Service, keys: dict[str, dict[str, str]]) -> None:
    """What is beyond them is counted, and told in one event when the minute is over."""
    api = caller(app)
    for _ in range(PER_MINUTE + 7):
        api.get("/v1/alerts", headers=keys["sue"])
    assert len(refused(service, "sue")) == PER_MINUTE
    a_minute_later(app, service)
    assert refused(service, "sue")[-1]["data"]["attempts"] == 7
    assert len(refused(service, "sue")) == PER_MINUTE + 1


def test_strangers_are_counted_by_source(app: FastAPI, service: Service, keys: dict[str, dict[str, str]]) -> None:
    """Nothing is written while they knock; then one event a source, and one for all beyond the first ones."""
    for source in range(SOURCES + 5):
        for _ in range(3):
            assert caller(app, f"10.0.0.{source}").get("/v1/alerts", headers={"X-API-Key": "fs_a_b"}).status_code == 401
    assert refused(service, "anonymous") == []
    a_minute_later(app, service)
    found = refused(service, "anonymous")
    assert [one["data"]["attempts"] for one in found] == [3] * SOURCES + [15]
    assert [one["data"]["from"] for one in found][:2] == ["10.0.0.0", "10.0.0.1"]
    a_minute_later(app, service)
    assert len(refused(service, "anonymous")) == SOURCES + 1


def test_what_was_counted_is_written_when_the_service_stops(
    app: FastAPI, service: Service, keys: dict[str, dict[str, str]]
) -> None:
    """A stop within the minute loses nothing."""
    with caller(app) as api:
        assert api.get("/v1/alerts").status_code == 401
    assert [one["note"] for one in refused(service, "anonymous")] == ["say who you are"]


def test_wrong_passwords_name_the_account_but_never_what_was_typed(
    app: FastAPI, service: Service, keys: dict[str, dict[str, str]]
) -> None:
    """A password typed into the field of the name stays out of the trail."""
    api = caller(app)
    for name in ("ann", "my secret password"):
        assert api.post("/desk/login", data={"name": name, "password": "wrong wrong wrong"}).status_code == 401
    a_minute_later(app, service)
    [told] = refused(service, "anonymous")
    assert told["note"] == "2 attempts within a minute, the first: a wrong password, for ann"
    assert "secret" not in str(told)


def test_looking_at_the_desk_without_a_session_is_no_attempt(
    app: FastAPI, service: Service, keys: dict[str, dict[str, str]]
) -> None:
    """Whoever is sent to sign in was not refused."""
    assert caller(app).get("/desk/queue", follow_redirects=False).status_code == 303
    a_minute_later(app, service)
    assert refused(service, "anonymous") == []


def test_a_store_that_cannot_be_written_still_refuses(
    app: FastAPI, service: Service, keys: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    """The answer is the refusal, not a failure of the record."""
    with sqlite3.connect(tmp_path / "flagstaff.db") as other:
        other.execute("CREATE TRIGGER no_events BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'full'); END")
    assert caller(app).post("/v1/users", json={}, headers=keys["ann"]).status_code == 403


@pytest.mark.parametrize("name", ["system", "Anonymous", "local-admin"])
def test_nobody_is_called_like_the_service(app: FastAPI, service: Service, name: str) -> None:
    """Events of a person and of the service can be told apart."""
    answer = TestClient(app, base_url="http://127.0.0.1").post("/v1/users", json={"name": name, "role": "admin"})
    assert answer.status_code == 422
    assert "choose another" in answer.json()["detail"]
