"""Who may do what: every route, for every kind of caller."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute

from service.store import audit, people
from service.web.app import ROUTERS
from service.web.roles import EVERYBODY, PUBLIC, TABLE
from service.web.ui import desk
from service.wiring import Service


def routes() -> Iterator[tuple[str, str]]:
    """Method and path of every route of the application."""
    for router in (*ROUTERS, *desk.ROUTERS):
        for route in router.routes:
            assert isinstance(route, APIRoute)
            for method in route.methods:
                yield method, route.path


@pytest.fixture
def keys(service: Service) -> dict[str, str]:
    """A key for each role, and three worthless ones."""
    now = datetime.now(UTC)
    made = {}
    with service.store.write() as tx:
        for role in people.ROLES:
            people.add_user(tx, f"the-{role}", role, password=None, now=now)
            made[role] = people.add_key(tx, f"the-{role}", days=1, now=now)
        made["expired"] = people.add_key(tx, "the-admin", days=1, now=now - timedelta(days=2))
        made["revoked"] = people.add_key(tx, "the-admin", days=1, now=now)
        people.revoke_key(tx, made["revoked"].split("_")[1], now=now)
        made["wrong"] = made["admin"][:-1] + ("0" if made["admin"][-1] != "0" else "1")
    return made


def test_every_route_is_in_the_table() -> None:
    """A route without an entry is open to nobody, and fails here; an entry without a route fails too."""
    assert {f"{method} {path}" for method, path in routes()} == set(TABLE)


def test_every_route_for_every_caller(api: httpx.Client, service: Service, keys: dict[str, str]) -> None:
    """No key or a worthless one: 401. The wrong role: 403. The right role: anything else."""
    service.settings = service.settings.model_copy(update={"host": "0.0.0.0"})  # noqa: S104
    for method, path in routes():
        roles = TABLE[f"{method} {path}"]
        if roles is PUBLIC:
            continue
        url = path.replace("{article_id:path}", "x").replace("{rule_id:path}", "x")
        url = re.sub(r"{\w+}", "x", url)
        unknown = api.request(method, url)
        sent_to_login = unknown.status_code == 303 and unknown.headers["location"].startswith("/desk/login")
        assert unknown.status_code == 401 or (path.startswith("/desk") and sent_to_login), (method, path)
        for role in people.ROLES:
            status = api.request(method, url, headers={"Authorization": f"Bearer {keys[role]}"}).status_code
            assert (status == 403) == (role not in roles), (method, path, role, status)
            assert status not in (401, 500), (method, path, role)


@pytest.mark.parametrize("kind", ["none", "expired", "revoked", "wrong", "nonsense"])
def test_worthless_keys(api: httpx.Client, keys: dict[str, str], kind: str) -> None:
    """Each is refused with 401 and told how to do better."""
    headers = {} if kind == "none" else {"Authorization": f"Bearer {keys.get(kind, 'nonsense')}"}
    answer = api.get("/v1/alerts", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "Authorization: Bearer" in answer.json()["remedy"]


def test_guessing_is_slowed_down(api: httpx.Client, keys: dict[str, str]) -> None:
    """After twenty wrong keys in a minute the address has to wait, and is told how long."""
    statuses = [api.get("/v1/me", headers={"X-API-Key": f"fs_x_{number}"}).status_code for number in range(21)]
    assert statuses == [401] * 20 + [429]
    answer = api.get("/v1/me", headers={"X-API-Key": keys["admin"]})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 61


def test_a_new_store_on_loopback_is_open(api: httpx.Client) -> None:
    """Without users the caller is the local admin, but not for other host names or other web pages."""
    assert api.get("/v1/me").json() == {"name": "local-admin", "role": "admin"}
    assert api.get("/v1/me", headers={"Host": "evil.example"}).status_code == 401
    assert api.post("/v1/screen", json={"text": "a"}, headers={"Origin": "https://evil.example"}).status_code == 403


def test_a_new_store_elsewhere_is_closed(api: httpx.Client, service: Service) -> None:
    """Bound to another interface, nobody is let in without a key."""
    service.settings = service.settings.model_copy(update={"host": "0.0.0.0"})  # noqa: S104
    assert api.get("/v1/me").status_code == 401


def test_users_and_keys_over_rest(api: httpx.Client, service: Service) -> None:
    """The first user ends the open mode; keys work until they are revoked; all of it is in the audit trail."""
    assert api.post("/v1/users", json={"name": "root", "role": "admin"}).status_code == 201
    assert api.get("/v1/me").status_code == 401
    with service.store.write() as tx:
        key = people.add_key(tx, "root", days=None, now=datetime.now(UTC))
    admin = {"Authorization": f"Bearer {key}"}
    assert api.post("/v1/users", json={"name": "ann", "role": "analyst"}, headers=admin).status_code == 201
    assert api.post("/v1/users", json={"name": "ann", "role": "analyst"}, headers=admin).status_code == 409
    assert api.post("/v1/users", json={"name": "a b", "role": "analyst"}, headers=admin).status_code == 422
    anns = api.post("/v1/keys", json={"user": "ann"}, headers=admin).json()["key"]
    assert api.get("/v1/me", headers={"Authorization": f"Bearer {anns}"}).json()["role"] == "analyst"
    listed = api.get("/v1/keys", headers=admin)
    assert anns.split("_")[2] not in listed.text
    assert api.delete(f"/v1/keys/{anns.split('_')[1]}", headers=admin).status_code == 204
    assert api.get("/v1/me", headers={"Authorization": f"Bearer {anns}"}).status_code == 401
    assert api.delete("/v1/users/ann", headers=admin).status_code == 204
    with service.store.read() as tx:
        types = [event["type"] for event in audit.export(tx)]
    assert types[1:] == ["user.created", "user.created", "key.created", "key.revoked", "user.disabled"]


def test_no_secret_is_stored(service: Service, keys: dict[str, str], tmp_path: Path) -> None:
    """Nowhere in the database do the secret halves of keys or passwords stand."""
    with service.store.write() as tx:
        people.add_user(tx, "desk", "analyst", password="correct horse battery", now=datetime.now(UTC))  # noqa: S106
    service.store.close()
    with sqlite3.connect(tmp_path / "flagstaff.db") as connection:
        content = "\n".join(connection.iterdump())
    secrets = [key.split("_")[2] for key in keys.values()] + ["correct horse"]
    assert [secret for secret in secrets if secret in content] == []


def test_a_session_needs_its_token(api: httpx.Client, service: Service) -> None:
    """A cookie alone reads; a change also needs the session's token, which another page does not have."""
    now = datetime.now(UTC)
    with service.store.write() as tx:
        people.add_user(tx, "ann", "analyst", password="correct horse battery", now=now)  # noqa: S106
        assert people.log_in(tx, "ann", "wrong", now=now) is None
        assert people.log_in(tx, "bob", "wrong", now=now) is None
        logged_in = people.log_in(tx, "ann", "correct horse battery", now=now)
    assert logged_in is not None
    cookie, session = logged_in
    headers = {"Cookie": f"flagstaff_session={cookie}"}
    assert api.get("/v1/me", headers=headers).json()["name"] == "ann"
    assert api.post("/v1/screen", json={"text": "a"}, headers=headers).status_code == 403
    token = {**headers, "X-CSRF-Token": session.csrf}
    assert api.post("/v1/screen", json={"text": "a"}, headers=token).status_code == 200
    with service.store.write() as tx:
        people.log_out(tx, cookie)
    assert api.get("/v1/me", headers=headers).status_code == 401


def test_the_table_knows_the_roles() -> None:
    """Entries name known roles only; an auditor changes nothing."""
    assert all(roles <= EVERYBODY for roles in TABLE.values())
    assert [route for route, roles in TABLE.items() if "auditor" in roles and not route.startswith("GET ")] == []


ON_THE_DESK = {
    "POST /desk/alerts/{alert_id}/act": ("POST /v1/alerts/{alert_id}/decide", "POST /v1/alerts/{alert_id}/assign"),
    "POST /desk/alerts/{alert_id}/comment": ("POST /v1/alerts/{alert_id}/comments",),
    "POST /desk/alerts/{alert_id}/labels": ("PUT /v1/alerts/{alert_id}/labels",),
    "POST /desk/queue/bulk": ("POST /v1/decisions",),
    "POST /desk/reports/test-items": ("POST /v1/test-items/rounds",),
    "POST /desk/lists/{name}/versions": ("POST /v1/watchlists/{name}/versions",),
    "POST /desk/lists/{name}/rollback": ("POST /v1/watchlists/{name}/rollback",),
    "POST /desk/lists/{name}/refresh": ("POST /v1/watchlists/{name}/refresh",),
    "POST /desk/people/users": ("POST /v1/users",),
    "POST /desk/people/users/disable": ("DELETE /v1/users/{name}",),
    "POST /desk/people/keys": ("POST /v1/keys",),
    "POST /desk/people/keys/revoke": ("DELETE /v1/keys/{key_id}",),
    "POST /desk/samples": ("POST /v1/articles",),
    "GET /desk/audit/export": ("GET /v1/audit",),
    "GET /desk/audit": ("GET /v1/audit/verify",),
    "GET /desk/queue": ("GET /v1/alerts",),
    "GET /desk/screen/kept": ("GET /v1/articles/{article_id:path}/why",),
    "GET /desk/lists": ("GET /v1/watchlists",),
    "GET /desk/lists/{name}": ("GET /v1/watchlists/{name}", "GET /v1/watchlists/{name}/versions"),
    "GET /desk/lists/{name}/diff": ("GET /v1/watchlists/{name}/diff",),
    "GET /desk/people": ("GET /v1/users", "GET /v1/keys"),
    "GET /desk/screen": ("GET /v1/articles/{article_id:path}/why",),
    "GET /desk": ("GET /v1/reports/period.json",),
}
"""What a page of the desk does, and where a program does it, where the address does not say it by itself."""
OF_BROWSERS = {"/desk/login", "/desk/logout", "/desk/static/{name}"}


def test_everything_the_desk_does_is_in_the_api() -> None:
    """Each page and form has its like under /v1, open to no fewer roles."""
    for route, roles in TABLE.items():
        method, _, path = route.partition(" ")
        if not path.startswith("/desk") or path in OF_BROWSERS:
            continue
        for like in ON_THE_DESK.get(route, (f"{method} /v1{path.removeprefix('/desk')}",)):
            assert like in TABLE, route
            assert roles <= TABLE[like], route
