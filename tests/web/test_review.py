"""Analysts decide over REST; nothing illegal happens, and every attempt is on record."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.model.disposition import Act
from service.store import audit, people
from service.store.database import open_store
from service.web.access import LOCAL_ADMIN
from service.wiring import Service
from tests.standin import article

HIT = {"id": "a-1", "title": "Story", "text": "About 300 workers met Kim Jong-un.", "published": "2024-03-19"}
DECISION = {"outcome": "true_match", "reason": "confirmed_conduct", "note": "named site, two sources"}
PARTY = {"entity_ids": ["un-KPi.001"], "decision": "confirmed", "reason": "confirmed_party", "note": "same office"}


class Person:
    """Somebody with a key, at work on one alert."""

    def __init__(self, api: httpx.Client, key: str, alert_id: str = "") -> None:
        self.api, self.headers, self.alert_id = api, {"Authorization": f"Bearer {key}"}, alert_id

    def see(self, **more: str) -> Any:
        """The alert as it is."""
        return self.api.get(f"/v1/alerts/{self.alert_id}", headers={**self.headers, **more}).json()

    def do(self, act: str, body: dict[str, Any] | None = None, *, etag: str | None = None) -> httpx.Response:
        """One act on it."""
        headers = {**self.headers, "If-Match": etag or self.see()["etag"]}
        if body is None:
            return self.api.post(f"/v1/alerts/{self.alert_id}/{act}", headers=headers)
        return self.api.post(f"/v1/alerts/{self.alert_id}/{act}", json=body, headers=headers)

    def events(self) -> Any:
        """Its history."""
        return self.api.get(f"/v1/alerts/{self.alert_id}/events", headers=self.headers).json()["items"]


@pytest.fixture
def crew(api: httpx.Client, service: Service) -> dict[str, Person]:
    """Two analysts, an admin and an auditor, and one alert."""
    now = datetime.now(UTC)
    made = {}
    with service.store.write() as tx:
        for name, role in (("ann", "analyst"), ("bob", "analyst"), ("root", "admin"), ("eve", "auditor")):
            people.add_user(tx, name, role, password=None, now=now)
            made[name] = Person(api, people.add_key(tx, name, days=1, now=now))
    alert_id = api.post("/v1/articles", json=HIT, headers=made["ann"].headers).json()["alert"]["id"]
    for person in made.values():
        person.alert_id = alert_id
    return made


def test_from_new_to_closed_with_four_eyes(crew: dict[str, Person]) -> None:
    """Take, decide on the party, propose; only somebody else can approve; the history tells it all."""
    ann, bob = crew["ann"], crew["bob"]
    assert ann.do("take").json()["review"]["assignee"] == "ann"
    refused = ann.do("decide", DECISION)
    assert refused.status_code == 409
    assert "un-KPi.001" in refused.json()["detail"]
    decided = ann.do("parties", PARTY).json()["parties"][0]["candidates"][0]["decision"]
    assert (decided["decision"], decided["by"]) == ("confirmed", "ann")
    assert ann.do("decide", DECISION).json()["state"] == "proposed_true_match"
    assert "four eyes" in ann.do("approve", {"note": ""}).json()["detail"]
    closed = bob.do("approve", {"note": "agreed"}).json()
    assert (closed["state"], closed["review"]["proposed_by"]) == ("closed_true_match", "ann")
    assert [(event["type"], event["actor"]) for event in bob.events()] == [
        ("alert.opened", "ann"),
        ("alert.take", "ann"),
        ("alert.refused", "ann"),
        ("alert.party", "ann"),
        ("alert.decide", "ann"),
        ("alert.refused", "ann"),
        ("alert.approve", "bob"),
    ]
    chain = crew["eve"].api.get("/v1/audit/verify", headers=crew["eve"].headers).json()
    assert chain["ok"]


def test_a_lost_update_changes_nothing(crew: dict[str, Person]) -> None:
    """Two analysts on one alert: the second, who decided on an old version, is told and changes nothing."""
    etag = crew["ann"].see()["etag"]
    assert crew["ann"].do("take", etag=etag).status_code == 200
    lost = crew["bob"].do("take", etag=etag)
    assert lost.status_code == 412
    assert "read it again" in lost.json()["detail"]
    assert crew["bob"].see()["review"]["assignee"] == "ann"
    missing = crew["bob"].api.post(f"/v1/alerts/{crew['bob'].alert_id}/take", headers=crew["bob"].headers)
    assert missing.status_code == 428


def test_illegal_moves_are_refused_and_recorded(crew: dict[str, Person]) -> None:
    """A move that the state does not allow, a missing note, an unknown reason: refused, unchanged, on record."""
    ann = crew["ann"]
    before = ann.see()
    for act, body, status in [
        ("approve", {"note": ""}, 409),
        ("decide", DECISION, 409),
        ("escalate", {"note": " "}, 422),
        ("snooze", {"note": "later", "until": "2020-01-01T00:00:00Z"}, 422),
        ("reopen", {"note": "why not"}, 409),
        ("parties", PARTY, 409),
    ]:
        assert ann.do(act, body).status_code == status, act
    assert ann.do("decide", {**DECISION, "extra": 1}).status_code == 422
    assert ann.see() == before
    assert [event["type"] for event in ann.events()].count("alert.refused") == 7
    ann.do("take")
    ann.do("parties", PARTY)
    assert ann.do("decide", {**DECISION, "reason": "because"}).status_code == 422
    assert ann.do("parties", {**PARTY, "entity_ids": ["un-nobody"]}).status_code == 422


@pytest.mark.parametrize("left_out", ["reason", "note"])
def test_a_decision_that_leaves_out_its_reason_is_on_record(crew: dict[str, Person], left_out: str) -> None:
    """Not given at all is refused as what is empty is, with words, and stands in the history; so for a party."""
    ann = crew["ann"]
    ann.do("take")
    before = ann.see()
    for act, said in (("parties", PARTY), ("decide", DECISION)):
        refused = ann.do(act, {name: value for name, value in said.items() if name != left_out})
        assert refused.status_code == 422
        assert refused.json()["detail"].startswith(f"{left_out}: ")
        assert ann.events()[-1]["type"] == "alert.refused"
        assert ann.events()[-1]["note"] == refused.json()["detail"]
    assert ann.see() == before


def test_a_closed_alert_stays_as_it_was(crew: dict[str, Person]) -> None:
    """No act but reopening, no label, no file, no party: refused with what can be done, and on record; comments go."""
    ann = crew["ann"]
    ann.do("take")
    ann.do("parties", {**PARTY, "decision": "rejected", "reason": "common_name"})
    ann.do("decide", {**DECISION, "outcome": "no_action"})
    before, number = ann.see(), len(ann.events())
    path = f"/v1/alerts/{ann.alert_id}"
    tried = [ann.do("take"), ann.do("escalate", {"note": "x"}), ann.do("decide", DECISION), ann.do("parties", PARTY)]
    tried.append(ann.do("merge", {"into": "x", "note": "x"}))
    tried.append(ann.api.put(f"{path}/labels", json={"labels": ["late"]}, headers=ann.headers))
    headers = {**ann.headers, "Content-Type": "text/plain"}
    tried.append(ann.api.post(f"{path}/files", params={"name": "a.txt"}, content=b"late", headers=headers))
    assert [one.status_code for one in tried] == [409] * 7
    assert all("closed_no_action" in one.json()["detail"] for one in tried)
    assert ann.see() == before
    assert [event["type"] for event in ann.events()[number:]] == ["alert.refused"] * 7
    assert ann.api.post(f"{path}/comments", json={"text": "seen"}, headers=ann.headers).status_code == 201


def test_a_proposal_can_be_sent_back(crew: dict[str, Person]) -> None:
    """Rejected with a note, the alert is in review again without an outcome; a closed one can be reopened."""
    ann, bob = crew["ann"], crew["bob"]
    ann.do("take")
    ann.do("parties", {**PARTY, "decision": "rejected", "reason": "common_name"})
    ann.do("decide", {**DECISION, "outcome": "false_positive", "reason": "common_name"})
    back = bob.do("reject", {"note": "look at the date of birth"}).json()
    assert (back["state"], back["review"]["outcome"]) == ("in_review", None)
    assert (
        ann.do("decide", {**DECISION, "outcome": "no_action", "reason": "test_item"}).json()["state"]
        == "closed_no_action"
    )
    assert bob.do("reopen", {"note": "new facts"}).json()["state"] == "reopened"


def test_a_snooze_ends_by_itself(crew: dict[str, Person], service: Service) -> None:
    """When its time has come the alert is back in review."""
    ann = crew["ann"]
    until = datetime.now(UTC) + timedelta(hours=1)
    assert ann.do("snooze", {"note": "wait for the ministry", "until": until.isoformat()}).json()["state"] == "snoozed"
    service.keep_house()
    assert ann.see()["state"] == "snoozed"
    later = service.review.__class__(service.store, lambda: until + timedelta(seconds=1), service.policy)
    assert later.wake_due() == 1
    assert ann.see()["state"] == "in_review"


def test_two_processes_wake_each_alert_once(service: Service, tmp_path: Path) -> None:
    """Both find the same alerts due at the same moment; neither tries in vain."""
    now = datetime.now(UTC)
    for number in range(12):
        received = service.intake.receive(article(number), actor="tester")
        assert received.alert is not None
        snooze = Act(name="snooze", until=now + timedelta(hours=1), note="later")
        service.review.act(str(received.alert["id"]), snooze, by=LOCAL_ADMIN)
    due = now + timedelta(hours=2)
    stores = [open_store(str(tmp_path / "flagstaff.db")) for _ in range(2)]
    reviews = [service.review.__class__(store, lambda: due, service.policy) for store in stores]
    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(lambda review: review.wake_due(), reviews)) == 12
    for store in stores:
        store.close()
    with service.store.read() as tx:
        types = [event["type"] for event in audit.export(tx)]
    assert (types.count("alert.wake"), types.count("alert.refused")) == (12, 0)


def test_assign_label_comment(crew: dict[str, Person]) -> None:
    """An alert can be given to an analyst, labelled (and found by it), and talked about."""
    ann = crew["ann"]
    assert ann.do("assign", {"assignee": "bob"}).json()["review"]["assignee"] == "bob"
    assert ann.do("assign", {"assignee": "eve"}).status_code == 422
    assert ann.do("assign", {"assignee": "nobody"}).status_code == 422
    url = f"/v1/alerts/{ann.alert_id}"
    labelled = ann.api.put(f"{url}/labels", json={"labels": ["vladivostok", "x"]}, headers=ann.headers).json()
    assert labelled["review"]["labels"] == ["vladivostok", "x"]
    found = ann.api.get("/v1/alerts", params={"label": "vladivostok", "assignee": "bob"}, headers=ann.headers).json()
    assert [alert["id"] for alert in found["items"]] == [ann.alert_id]
    ann.api.post(f"{url}/comments", json={"text": "asked the desk"}, headers=ann.headers)
    comments = ann.api.get(f"{url}/comments", headers=ann.headers).json()["items"]
    assert [one["text"] for one in comments] == ["asked the desk"]


def test_bulk_decisions_need_a_role(crew: dict[str, Person]) -> None:
    """Only an admin decides in bulk; each alert is decided or refused by itself."""
    ann, root = crew["ann"], crew["root"]
    ann.do("take")
    ann.do("parties", PARTY)
    body = {**DECISION, "outcome": "no_action", "alert_ids": [ann.alert_id, "unknown"]}
    assert ann.api.post("/v1/decisions", json=body, headers=ann.headers).status_code == 403
    results = root.api.post("/v1/decisions", json=body, headers=root.headers).json()["items"]
    assert [(one["status"], one.get("state")) for one in results] == [(200, "closed_no_action"), (404, None)]


def test_a_correction_reopens(crew: dict[str, Person]) -> None:
    """A new text of the article opens a closed alert again."""
    ann = crew["ann"]
    ann.do("take")
    ann.do("parties", PARTY)
    ann.do("decide", {**DECISION, "outcome": "no_action", "reason": "article_not_adverse"})
    ann.api.post("/v1/articles", json={**HIT, "text": "About 500 workers met Kim Jong-un."}, headers=ann.headers)
    alert = ann.see()
    assert (alert["state"], alert["why_now"], alert["review"]["outcome"]) == ("reopened", "correction", None)


def test_reasons(crew: dict[str, Person]) -> None:
    """The codes are told."""
    items = crew["eve"].api.get("/v1/reasons", headers=crew["eve"].headers).json()["items"]
    assert "name_differs" in [item["code"] for item in items]


def test_split_and_merge(crew: dict[str, Person]) -> None:
    """Over REST with the ETag: articles leave for an alert of their own, and come back."""
    ann = crew["ann"]
    ann.api.post("/v1/articles", json={**HIT, "id": "a-2", "text": HIT["text"] + " So they say."}, headers=ann.headers)
    assert ann.do("split", {"article_ids": ["a-2"], "note": ""}).status_code == 422
    done = ann.do("split", {"article_ids": ["a-2"], "note": "another site"}).json()
    assert [one["id"] for one in done["split_off"]["story"]["articles"]] == ["a-2"]
    back = Person(ann.api, ann.headers["Authorization"].split()[1], done["split_off"]["id"])
    assert back.do("merge", {"into": "x", "note": "the same"}).status_code == 404
    merged = back.do("merge", {"into": ann.alert_id, "note": "the same after all"}).json()
    assert len(merged["story"]["articles"]) == 2
    assert back.do("reopen", {"note": "no"}).status_code == 409


PDF = b"%PDF-1.7 a letter"


def test_files(crew: dict[str, Person]) -> None:
    """A file is kept with its hash, in the history, and given back as an attachment only."""
    ann = crew["ann"]
    url, headers = f"/v1/alerts/{ann.alert_id}/files", {**ann.headers, "Content-Type": "application/pdf"}
    kept = ann.api.post(url, params={"name": "../x/brief \u2013 1.pdf"}, content=PDF, headers=headers).json()["items"]
    assert [(one["name"], one["size"], one["by"]) for one in kept] == [("brief \u2013 1.pdf", len(PDF), "ann")]
    assert kept[0]["sha256"] == hashlib.sha256(PDF).hexdigest()
    back = ann.api.get(f"{url}/{kept[0]['id']}", headers=crew["eve"].headers)
    assert back.content == PDF
    assert back.headers["content-disposition"].startswith("attachment;")
    assert (back.headers["content-type"], back.headers["x-content-type-options"]) == (
        "application/octet-stream",
        "nosniff",
    )
    assert ann.events()[-1]["type"] == "alert.file"
    assert ann.api.get(url, headers=ann.headers).json()["items"] == kept
    assert ann.api.get(f"{url}/x", headers=ann.headers).status_code == 404


def test_files_that_are_not_taken(crew: dict[str, Person]) -> None:
    """Another kind, another content than it says, an empty one, one too long: refused, nothing kept."""
    ann = crew["ann"]
    url = f"/v1/alerts/{ann.alert_id}/files"
    for kind, content, status in [
        ("text/html", b"<script>", 422),
        ("application/pdf", b"<script>", 422),
        ("text/plain", b"\xff\xfe", 422),
        ("application/pdf", b"", 422),
        ("application/pdf", b"%PDF-" + bytes(10_000_000), 413),
    ]:
        headers = {**ann.headers, "Content-Type": kind}
        answer = ann.api.post(url, params={"name": "a"}, content=content, headers=headers)
        assert answer.status_code == status, (kind, answer.text)
    assert ann.api.get(url, headers=ann.headers).json()["items"] == []


def test_labels_can_rest_on_a_version(crew: dict[str, Person]) -> None:
    """An old ETag with labels or parties is a lost update."""
    ann = crew["ann"]
    etag = ann.see()["etag"]
    ann.do("take")
    headers = {**ann.headers, "If-Match": etag}
    url = f"/v1/alerts/{ann.alert_id}"
    assert ann.api.put(f"{url}/labels", json={"labels": ["x"]}, headers=headers).status_code == 412
    assert ann.do("parties", PARTY, etag=etag).status_code == 412
