"""Reports over REST."""

from __future__ import annotations

import csv
import io

import httpx

HIT = {"id": "a-1", "title": "Story", "text": "About 300 workers met Kim Jong-un.", "published": "2024-03-19"}


def test_alerts_as_a_table(api: httpx.Client) -> None:
    """One row an alert, under its column names."""
    api.post("/v1/articles", json={**HIT, "source": "Курьер, утро"})
    answer = api.get("/v1/reports/alerts.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [(row["rules"], row["sources"], row["parties"]) for row in rows] == [
        ("un-dprk/overseas-workers", "Курьер, утро", "KIM JONG UN")
    ]


def test_no_cell_is_a_formula(api: httpx.Client) -> None:
    """What could begin a formula is defused, also behind spaces, tabs and line ends."""
    for number, evil in enumerate(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1"]):
        text = f"workers {number} " + " ".join(f"word{number}{letter}" for letter in "abcdefgh")
        told = {**HIT, "text": text, "id": f"{evil}-{number}", "source": evil, "url": evil}
        assert api.post("/v1/articles", json=told).status_code == 201
    rows = list(csv.reader(io.StringIO(api.get("/v1/reports/alerts.csv").text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 9
    assert [cell for row in rows for cell in row if cell.lstrip(" ")[:1] in tuple("=+-@\t\r\n") and cell] == []


def test_pages(api: httpx.Client) -> None:
    """The page lists alerts with links to their dossiers; hostile text is escaped, nothing may be fetched or run."""
    posted = api.post("/v1/articles", json={**HIT, "title": "<script>alert(1)</script>"}).json()
    page = api.get("/v1/reports/alerts.html")
    dossier = api.get(posted["alert"]["links"]["report"])
    assert posted["alert"]["links"]["report"] in page.text
    for answer in (page, dossier):
        assert answer.status_code == 200
        assert "<script" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert api.get("/v1/alerts/unknown/report.html").status_code == 404


def test_the_dossier_as_json(api: httpx.Client) -> None:
    """The alert, its article with the words that its places name, every event, comments, and what it does not say."""
    alert = api.post("/v1/articles", json=HIT).json()["alert"]
    api.post(f"/v1/alerts/{alert['id']}/comments", json={"text": "ask the port"})
    told = api.get(f"/v1/alerts/{alert['id']}/report.json").json()
    assert told["schema"] == "dossier/1"
    assert told["alert"]["id"] == alert["id"]
    (span, *_) = told["alert"]["hits"][0]["evidence"]
    assert told["articles"][0]["text"][span["start"] : span["end"]] == span["text"]
    assert [event["type"] for event in told["events"]] == ["alert.opened", "alert.commented"]
    assert [one["text"] for one in told["comments"]] == ["ask the port"]
    assert any("did not check whether the article is true" in sentence for sentence in told["limits"])
    assert api.get("/v1/alerts/unknown/report.json").status_code == 404
