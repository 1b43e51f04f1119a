"""Whole ways by the real rules: an own article to an export, a decision of two people, lists, a suppression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from service.store import people
from service.wiring import Service
from tests.web.conftest import NEW, OLD, faults, listed

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASSWORD = "a long enough password"
TEXT = (
    "On Feb. 5 around 300 North Korean workers arrived at a building site near Vladivostok. "
    "Petr Examplov, who owns the site, welcomed them."
)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A Service with two versions of a small list."""
    with listed(tmp_path, OLD, NEW) as made:
        yield made


def screen(page: Page, button: str) -> None:
    """Fill the form with an own article and press a button."""
    page.goto("/desk/screen")
    page.get_by_label("Headline").fill("Builders arrive")
    page.get_by_label("Text").fill(TEXT)
    page.get_by_label("Published").fill("2024-03-19")
    page.get_by_role("button", name=button, exact=True).click()


def decide(page: Page, *, meant: str, outcome: str, reason: str) -> None:
    """Take the open alert, say whether its party is meant, and choose an outcome."""
    page.get_by_role("button", name="Take it").click()
    form = page.locator(".party-form")
    form.get_by_label(re.compile("P1")).select_option(meant)
    form.get_by_label("Reason").select_option("confirmed_party" if meant == "confirmed" else "name_differs")
    form.get_by_label("Note").fill("compared with the entry")
    form.get_by_role("button", name="Record").click()
    page.get_by_role("radio", name=outcome).check()
    decision = page.locator(".decision").first
    decision.get_by_label("Reason").select_option(reason)
    decision.get_by_label("Note").fill("read with care, and compared")
    decision.get_by_role("button", name="Decide").click()


def test_an_own_article_becomes_an_alert_that_is_decided_and_taken_home(page: Page, tmp_path: Path) -> None:
    """A newcomer posts an article, finds the alert, reads why, decides, and exports, by the real rules."""
    screen(page, "Screen and keep")
    page.get_by_role("link", name="Queue", exact=True).click()
    page.locator("[data-rows] a", has_text="Examplov").click()
    pane = page.locator("#pane")
    pane.locator("a.words", has_text="North Korean workers").first.click()
    expect(pane.locator("mark:target")).to_contain_text("North Korean")
    decide(page, meant="rejected", outcome="No action", reason="article_not_adverse")
    expect(page.locator("#decide")).to_contain_text("closed no action")
    identity = page.url.rpartition("=")[2].partition("#")[0]
    page.get_by_role("link", name="Reports", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Alerts as a table (CSV)").click()
    waiting.value.save_as(tmp_path / "alerts.csv")
    rows = (tmp_path / "alerts.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 2
    assert identity in rows[1]
    assert "closed_no_action" in rows[1]


def signed_in(browser: Browser, api: httpx.Client, service: Service, name: str) -> tuple[BrowserContext, Page]:
    """A browser of an analyst."""
    with service.store.write() as tx:
        people.add_user(tx, name, "analyst", password=PASSWORD, now=service.clock())
    context = browser.new_context(base_url=str(api.base_url))
    page = context.new_page()
    page.goto("/desk/screen")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/desk/screen"))
    return context, page


def test_a_true_match_takes_two_people(browser: Browser, api: httpx.Client, service: Service) -> None:
    """The maker finds no button to approve what she proposed; a second analyst approves it in a browser of his own."""
    (hers, ann), (his, bob) = (signed_in(browser, api, service, name) for name in ("ann", "bob"))
    screen(ann, "Screen and keep")
    address = ann.url
    decide(ann, meant="confirmed", outcome="True match", reason="confirmed_conduct")
    expect(ann.locator("#decide")).to_contain_text("proposed true match")
    expect(ann.get_by_role("button", name="Approve")).to_have_count(0)
    bob.goto(address)
    bob.locator("#decision-note").fill("I read it as she did")
    bob.get_by_role("button", name="Approve").click()
    expect(bob.locator("#decide")).to_contain_text("closed true match")
    ann.reload()
    expect(ann.locator("#decide")).to_contain_text("closed true match")
    hers.close()
    his.close()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")])
def test_lists_and_results_are_accessible_and_fit(browser: Browser, api: httpx.Client, width: int, scheme: str) -> None:
    """A list, a difference, an entry, what a text would flag, why another flags nothing, and the reports."""
    context = browser.new_context(
        base_url=str(api.base_url), viewport={"width": width, "height": 800}, bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
    )  # fmt: skip
    page = context.new_page()
    newest, oldest = (one["sha256"] for one in api.get("/v1/watchlists/ours/versions").json()["items"])
    reports = [f"/v1/reports/{name}.html" for name in ("period", "quality", "thresholds", "alerts")]
    lists = ("/desk/lists/ours", f"/desk/lists/ours/diff?from={oldest}&to={newest}", "/desk/entities/ours-2")
    for path in (*lists, *reports, "", "/desk/screen"):
        if path == "":
            screen(page, "Screen")
            expect(page.locator("#result")).to_contain_text("Examplov")
        elif path == "/desk/screen":
            page.get_by_label("Text").fill("North Korean dancers came to Vladivostok, and some workers watched.")
            page.get_by_role("button", name="Screen", exact=True).click()
            expect(page.locator("#result")).to_contain_text("The rules that came nearest")
        else:
            page.goto(path)
        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_a_suppression_covers_a_later_article_by_the_real_rules(api: httpx.Client, service: Service) -> None:
    """A source's denials are a known false positive; another yard's denial in it is kept, and not shown as waiting."""
    told = "denied that North Korean workers were employed at its {}, and rejected an account by a union."
    texts = (
        "GDANSK, June 18 (Courier) - A shipyard on Tuesday " + told.format("slipway"),
        "KLAIPEDA, August 2 (Courier) - A repair firm on Friday " + told.format("dock"),
    )
    sent = [
        {"text": text, "source": "Courier", "published": day}
        for text, day in zip(texts, ("2024-06-18", "2024-08-02"), strict=True)
    ]
    first = api.post("/v1/articles", json=sent[0]).json()["alert"]
    asked = {
        "alert_id": first["id"], "sources": ["Courier"], "reason": "article_not_adverse", "note": "denials are known",
        "until": (service.clock() + timedelta(days=90)).isoformat(),
    }  # fmt: skip
    made = api.post("/v1/suppressions", json=asked).json()
    assert made["status"] == "active"
    second = api.post("/v1/articles", json=sent[1]).json()["alert"]
    assert second["id"] != first["id"]
    assert second["state"] == "suppressed"
    assert second["suppressions"]["applied"][0]["id"] == made["id"]
    assert second["id"] not in {one["id"] for one in api.get("/v1/alerts").json()["items"]}
