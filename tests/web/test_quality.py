"""Quality sample, thresholds, examiner pack, exports and scheduled reports, over a real server."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from service.report.schedule import make_due
from service.store import people
from service.store.audit import GENESIS
from service.wiring import Service

TEXT = "About 300 workers came to {place} by {way} on the {day} of March, a port official named {name} told reporters."
DECISION = {"outcome": "false_positive", "reason": "article_not_adverse", "note": "seen before"}


@pytest.fixture
def keys(api: httpx.Client, service: Service) -> dict[str, dict[str, str]]:
    """Headers of two analysts and an auditor; two alerts, one closed by ann and one open."""
    now = datetime.now(UTC)
    found = {}
    with service.store.write() as tx:
        for name, role in (("ann", "analyst"), ("bob", "analyst"), ("eve", "auditor")):
            people.add_user(tx, name, role, password=None, now=now)
            found[name] = {"Authorization": f"Bearer {people.add_key(tx, name, days=1, now=now)}"}
    return found


def closed(api: httpx.Client, headers: dict[str, str], number: int = 1) -> str:
    """An alert that somebody closed alone."""
    text = f"maybe {number} " + " ".join(f"w{number}{letter}" for letter in "abcdefgh")
    posted = api.post("/v1/articles", json={"id": f"a-{number}", "text": text}, headers=headers).json()
    alert_id = str(posted["alert"]["id"])
    for act, body in (("take", None), ("decide", DECISION)):
        etag = api.get(f"/v1/alerts/{alert_id}", headers=headers).json()["etag"]
        done = api.post(f"/v1/alerts/{alert_id}/{act}", json=body, headers={**headers, "If-Match": etag})
        assert done.status_code == 200, done.text
    return alert_id


def look(api: httpx.Client, alert_id: str, headers: dict[str, str], **said: Any) -> httpx.Response:
    """A second look."""
    body = {"agrees": True, "note": "same view", **said}
    return api.post(f"/v1/alerts/{alert_id}/second-look", json=body, headers=headers)


def test_a_second_look_is_somebody_elses_and_taken_once(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """The maker may not look at his own decision; the sample and the agreement tell of the look; attempts are kept."""
    alert_id = closed(api, keys["ann"])
    assert "took part" in look(api, alert_id, keys["ann"]).json()["detail"]
    assert look(api, alert_id, keys["bob"], note="").status_code == 422
    made = look(api, alert_id, keys["bob"], agrees=False, note="the port is named")
    assert (made.status_code, made.json()["maker"], made.json()["agrees"]) == (201, "ann", False)
    assert "already" in look(api, alert_id, keys["bob"]).json()["detail"]
    told = api.get("/v1/reports/quality.json", headers=keys["eve"]).json()
    assert [(one["alert_id"], one["decided_by"], one["second_look"]["by"]) for one in told["sample"]] == [
        (alert_id, "ann", "bob")
    ]
    assert told["agreement"]["ann"] == {"value": None, "low": None, "high": None, "of": 0, "cases": 1}
    assert "the port is named" in api.get("/v1/reports/quality.html", headers=keys["eve"]).text
    events = api.get(f"/v1/alerts/{alert_id}/events", headers=keys["eve"]).json()["items"]
    assert [event["type"] for event in events][-3:] == ["alert.refused", "alert.second_look", "alert.refused"]


def test_an_open_alert_has_no_second_look(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """There is nothing to agree with yet."""
    posted = api.post("/v1/articles", json={"id": "x", "text": "maybe so"}, headers=keys["ann"]).json()
    refused = look(api, posted["alert"]["id"], keys["bob"])
    assert refused.status_code == 409
    assert "is new" in refused.json()["detail"]


def test_thresholds_from_decisions(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """Five false positives at eight points: a precision of none, by band, points and rule."""
    for number in range(5):
        closed(api, keys["ann"], number)
    told = api.get("/v1/reports/thresholds.json", headers=keys["bob"]).json()
    assert told["decided"] == 5
    for group in ("by_band", "by_points", "by_rule"):
        assert [(line["false_positives"], line["precision"]["value"]) for line in told[group]] == [(5, 0.0)]
    assert "5 to 9" in api.get("/v1/reports/thresholds.html", headers=keys["bob"]).text


def test_the_examiner_pack_can_be_checked(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """Every document has its hash in the manifest, the trail verifies by hand, secrets stay out; analysts get none."""
    alert_id = closed(api, keys["ann"])
    assert api.get("/v1/reports/examiner.zip", headers=keys["ann"]).status_code == 403
    answer = api.get("/v1/reports/examiner.zip", headers=keys["eve"])
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    manifest = json.loads(files["MANIFEST.json"])
    assert set(manifest) == set(files) - {"MANIFEST.json", "index.html"}
    assert all(hashlib.sha256(files[name]).hexdigest() == row["sha256"] for name, row in manifest.items())
    wanted = {"configuration.json", "people/users.json", "reports/period.html", f"alerts/{alert_id}.html"}
    assert wanted <= set(files)
    previous = GENESIS
    for line in files["audit/trail.ndjson"].splitlines():
        event = json.loads(line)
        assert event["prev_hash"] == previous
        previous = event["hash"]
    assert json.loads(files["audit/verification.json"])["unbroken"]
    everything = b"".join(files.values())
    assert not any(headers["Authorization"].split("_")[-1].encode() in everything for headers in keys.values())
    assert files["rules/un-dprk/overseas-workers.yaml"] == b"rule: here"


def test_exports_hold_the_same_alerts(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """NDJSON gives whole alerts; Parquet the table, with points as numbers."""
    parquet = pytest.importorskip("pyarrow.parquet")
    alert_id = closed(api, keys["ann"])
    lines = api.get("/v1/reports/alerts.ndjson", headers=keys["bob"]).text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [alert_id]
    answer = api.get("/v1/reports/alerts.parquet?state=closed_false_positive", headers=keys["bob"])
    [row] = parquet.read_table(io.BytesIO(answer.content)).to_pylist()
    assert (row["id"], row["points"], row["state"]) == (alert_id, 8, "closed_false_positive")
    assert api.get("/v1/reports/alerts.parquet?band=nonsense", headers=keys["bob"]).status_code == 422


def test_a_due_report_is_made_once(api: httpx.Client, service: Service, keys: dict[str, dict[str, str]]) -> None:
    """Two processes make one report; it can be read as page and figures, and stands in the trail."""
    now = service.clock()
    assert make_due(service.store, "month", service.in_use(), now=now) is not None
    assert make_due(service.store, "month", service.in_use(), now=now) is None
    [kept] = api.get("/v1/reports", headers=keys["ann"]).json()["items"]
    assert kept["every"] == "month"
    page = api.get(f"/v1/reports/kept/{kept['id']}.html", headers=keys["ann"])
    assert "period report" in page.text
    figures = api.get(f"/v1/reports/kept/{kept['id']}.json", headers=keys["ann"]).json()
    assert (figures["schema"], figures["since"][:10]) == ("period/1", kept["since"][:10])
    assert api.get("/v1/reports/kept/none.html", headers=keys["ann"]).status_code == 404


def test_the_period_tells_how_long_decisions_took(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """Closed alerts count by severity, with the time that they took and whether it was in time; acts are counted."""
    for number in range(5):
        closed(api, keys["ann"], number)
    told = api.get("/v1/reports/period.json", headers=keys["ann"]).json()
    [pace] = told["time_to_decision"].values()
    assert (pace["closed"], pace["in_time"]["value"]) == (5, 1.0)
    assert told["acts"]["alert.decide"] == 5


def test_thresholds_of_one_rule_or_regime(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """Only the decisions on its alerts are counted; part of a name is no rule."""
    closed(api, keys["ann"])
    told = {
        rule: api.get("/v1/reports/thresholds.json", params={"rule": rule}, headers=keys["bob"]).json()
        for rule in ("un-dprk", "un-dprk/luxury-goods", "un-dprk/lux", "iran")
    }
    assert [one["decided"] for one in told.values()] == [1, 1, 0, 0]
    assert told["un-dprk"]["rule"] == "un-dprk"
    page = api.get("/v1/reports/thresholds.html", params={"rule": "un-dprk"}, headers=keys["bob"]).text
    assert "How precise the alerts of un-dprk were" in page


def test_the_page_of_reports_asks_for_days_and_samples(api: httpx.Client, keys: dict[str, dict[str, str]]) -> None:
    """Every report that its forms ask for is made; the pack is offered to those who may have it."""
    for who, has_pack in (("bob", False), ("eve", True)):
        page = api.get("/desk/reports", headers=keys[who]).text
        assert ('action="/v1/reports/examiner.zip"' in page) is has_pack
        assert "Made by schedule" in page
    given = {"since": "2024-03-01", "until": "2024-04-01"}
    drawn = {**given, "per_person": 2, "seed": "x"}
    asked = [
        ("period.json", given),
        ("thresholds.html", {**given, "rule": ""}),
        ("quality.html", drawn),
        ("examiner.zip", drawn),
    ]
    for name, fields in asked:
        assert api.get(f"/v1/reports/{name}", params=fields, headers=keys["eve"]).status_code == 200, name
