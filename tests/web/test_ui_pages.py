"""The pages of the desk, as a browser without JavaScript gets them."""

from __future__ import annotations

import re

import httpx
import pytest

from service.wiring import Service
from tests.standin import article

PAGES = (
    "/desk", "/desk/queue", "/desk/screen", "/desk/rules", "/desk/lists", "/desk/suppressions", "/desk/reports",
    "/desk/audit", "/desk/people",
)  # fmt: skip


def alert_of(service: Service, text: str = "About 300 workers met Kim Jong-un.") -> str:
    """The id of an alert that an article raised."""
    received = service.intake.receive(article(text=text), actor="tester")
    assert received.alert is not None
    return str(received.alert["id"])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_on_an_empty_store(api: httpx.Client, path: str) -> None:
    """A new installation shows every page, with the headers that keep it safe."""
    answer = api.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_or_style(api: httpx.Client, service: Service, path: str) -> None:
    """Scripts and styles come from files of our own, by address, and are there."""
    alert_of(service)
    html = api.get(path).text
    assert not re.search(r"<script(?![^>]*\bsrc=)", html)
    assert not re.search(r"\s(style|on[a-z]+)=", html)
    assert "<style" not in html
    for address in re.findall(r'(?:src|href)="(/desk/static/[^"]+)"', html):
        assert api.get(address.replace("&amp;", "&")).status_code == 200


def test_the_bare_address_leads_to_the_desk(api: httpx.Client) -> None:
    """A newcomer who types the address alone lands on the first page."""
    assert api.get("/", follow_redirects=True).url.path == "/desk"


def test_the_first_page_of_an_empty_store_says_what_to_do(api: httpx.Client) -> None:
    """Samples, a text of one's own, a program, lists: four ways to begin; the samples fill the queue."""
    html = api.get("/desk").text
    for words in ("Load the sample articles", "Screen a text of your own", "Send articles from a program"):
        assert words in html
    answer = api.post("/desk/samples", headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.headers["location"] == "/desk/queue"
    assert "Harbour Wire" in api.get("/desk/queue").text
    assert "articles kept" in api.get("/desk").text


def test_forms_of_other_sites_are_refused(api: httpx.Client) -> None:
    """A page elsewhere cannot make a reader's browser act on the desk."""
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert api.post("/desk/samples", headers={**form, "origin": "https://evil.example"}).status_code == 403
    assert api.post("/desk/samples", headers={**form, "sec-fetch-site": "cross-site"}).status_code == 403
    assert "Nothing has come in yet" in api.get("/desk").text


def test_the_queue_opens_an_alert_beside_it(api: httpx.Client, service: Service) -> None:
    """The row's link shows the evidence in the article, the points, the party and the history."""
    identity = alert_of(service)
    html = api.get("/desk/queue", params={"open": identity}).text
    assert '<mark class="k-sentence " id="w-' in html
    assert 'id="p-1"' in html
    assert "alert.opened" in html
    assert f"/v1/alerts/{identity}/report.html" in html


def test_the_queue_filters(api: httpx.Client, service: Service) -> None:
    """Filters narrow the queue; a filter that nothing fits says so and offers the way back."""
    alert_of(service)
    assert "Story 1" not in api.get("/desk/queue", params={"band": "review"}).text
    assert "Nothing fits these filters" in api.get("/desk/queue", params={"band": "review"}).text
    assert "data-rows" in api.get("/desk/queue", params={"q": "kim", "band": "alert"}).text


def test_an_alert_that_is_not_there_is_a_page(api: httpx.Client) -> None:
    """People read a page, not JSON."""
    answer = api.get("/desk/alerts/nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "is not kept here" in answer.text


def test_a_text_is_screened_and_not_kept(api: httpx.Client) -> None:
    """The result stands under the form; the store stays empty."""
    answer = api.post("/desk/screen", data={"title": "T", "text": "About 300 workers came.", "published": "2024-03-19"})
    assert answer.status_code == 200
    assert "nothing was kept" in answer.text
    assert '<mark class="k-sentence "' in answer.text
    assert "Nothing has come in yet" in api.get("/desk").text


def test_a_text_can_be_kept(api: httpx.Client) -> None:
    """`Screen and keep` opens the alert."""
    answer = api.post("/desk/screen", data={"text": "About 300 workers came.", "keep": "yes"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/desk/alerts/")


@pytest.mark.parametrize(("field", "value"), [("text", "  "), ("published", "2024-02-30")])
def test_a_text_that_cannot_be_read_is_refused_with_the_form_filled(api: httpx.Client, field: str, value: str) -> None:
    """The form keeps what was typed and says what to mend."""
    answer = api.post("/desk/screen", data={"title": "", "text": "Words that stay.", field: value})
    assert answer.status_code == 422
    assert field in answer.text
    assert 'role="alert"' in answer.text


def test_the_audit_page_checks_the_chain(api: httpx.Client, service: Service) -> None:
    """The page shows events, and on request that the chain holds; the export has a line for each."""
    alert_of(service)
    assert "alert.opened" in api.get("/desk/audit").text
    assert "The chain holds" in api.get("/desk/audit", params={"check": "true"}).text
    assert len(api.get("/desk/audit/export").text.splitlines()) >= 1


def test_hostile_words_stay_words_on_every_page(api: httpx.Client, service: Service) -> None:
    """Markup in an article is shown as text in the queue and on the alert."""
    evil = "<img src=x onerror=alert(1)>"
    received = service.intake.receive(article(text=f"workers {evil}", title=evil, source=evil), actor="tester")
    assert received.alert is not None
    for path in ("/desk/queue", f"/desk/alerts/{received.alert['id']}", "/desk"):
        assert "<img src=x" not in api.get(path).text
