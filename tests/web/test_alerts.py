"""Alerts, catalogue and health over REST."""

from __future__ import annotations

import json

import httpx
import pytest


@pytest.fixture
def three(api: httpx.Client) -> httpx.Client:
    """A server with three alerts."""
    for number, text in enumerate(["5 workers", "maybe so", "9 workers met Kim Jong-un"]):
        document = {"id": f"a-{number}", "title": f"Story {number}", "text": text, "published": "2024-03-19"}
        assert api.post("/v1/articles", json=document).status_code == 201
    return api


def test_alerts_by_page(three: httpx.Client) -> None:
    """Following `next_cursor`, or the Link header, gives every alert once, oldest change first."""
    first = three.get("/v1/alerts", params={"limit": 2})
    document = first.json()
    assert len(document["items"]) == 2
    rest = three.get("/v1/alerts", params={"limit": 2, "cursor": document["next_cursor"]}).json()
    assert three.get(first.links["next"]["url"]).json() == rest
    assert rest["next_cursor"] is None
    ids = [alert["story"]["articles"][0]["id"] for alert in document["items"] + rest["items"]]
    assert ids == ["a-0", "a-1", "a-2"]
    newest = three.get("/v1/alerts", params={"sort": "-updated_at", "limit": 1}).json()["items"][0]
    assert newest["story"]["articles"][0]["id"] == "a-2"


def test_alerts_as_lines(three: httpx.Client) -> None:
    """NDJSON gives all of them, across pages, as the single alert shows them."""
    answer = three.get("/v1/alerts", params={"limit": 1}, headers={"Accept": "application/x-ndjson"})
    alerts = [json.loads(line) for line in answer.text.splitlines()]
    assert len(alerts) == 3
    assert three.get(f"/v1/alerts/{alerts[0]['id']}").json() == alerts[0]


def test_alerts_by_filter(three: httpx.Client) -> None:
    """Filters narrow; a change since a time is found from that time on."""
    assert len(three.get("/v1/alerts", params={"band": "review"}).json()["items"]) == 1
    assert len(three.get("/v1/alerts", params={"list": "un", "q": "kim"}).json()["items"]) == 1
    last = three.get("/v1/alerts").json()["items"][-1]
    since = three.get("/v1/alerts", params={"updated_since": last["updated_at"]}).json()["items"]
    assert last["id"] in [alert["id"] for alert in since]
    assert three.get("/v1/alerts", params={"updated_since": "2999-01-01"}).json()["items"] == []


@pytest.mark.parametrize(
    "params", [{"band": "none"}, {"limit": 0}, {"limit": 5000}, {"cursor": "x"}, {"bnad": "alert"}, {"since": "soon"}]
)
def test_filters_that_do_not_fit(api: httpx.Client, params: dict[str, str]) -> None:
    """A misspelt or impossible parameter is refused and named."""
    answer = api.get("/v1/alerts", params=params)
    assert answer.status_code == 422
    assert next(iter(params)) in answer.json()["detail"]


def test_an_alert_has_an_etag(three: httpx.Client) -> None:
    """The ETag is that of the document, and answers 304 when nothing changed."""
    alert = three.get("/v1/alerts").json()["items"][0]
    shown = three.get(f"/v1/alerts/{alert['id']}")
    assert shown.headers["etag"] == alert["etag"]
    same = three.get(f"/v1/alerts/{alert['id']}", headers={"If-None-Match": alert["etag"]})
    assert same.status_code == 304


def test_the_catalogue(api: httpx.Client) -> None:
    """Rules and lists are shown with their versions."""
    assert api.get("/v1/rules").json()["items"][0]["version"] == "1.0.0"
    assert api.get("/v1/rules/un-dprk/overseas-workers").json()["status"] == "stable"
    assert api.get("/v1/rules/un-dprk/nothing").status_code == 404
    assert api.get("/v1/watchlists/un").json()["age_hours"] > 48


def test_health(api: httpx.Client) -> None:
    """Live says ok; ready names the list that is out of date."""
    assert api.get("/health/live").json() == {"status": "ok"}
    ready = api.get("/health/ready")
    assert ready.status_code == 200
    assert ready.json()["status"] == "degraded"
    assert "list un is" in ready.json()["reasons"][0]
    assert "python_info" in api.get("/metrics").text
