"""The desk in a real Chromium: a newcomer's way, the keyboard, accessibility, no JavaScript."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from service.model.disposition import Act
from service.review import Asked, Upload
from service.store.people import User
from service.web.access import LOCAL_ADMIN
from service.wiring import Service
from tests.standin import RULE, article
from tests.web.conftest import faults

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = (
    "/desk", "/desk/queue", "/desk/screen", "/desk/rules", "/desk/lists", "/desk/suppressions", "/desk/reports",
    "/desk/audit", "/desk/people",
)  # fmt: skip


def filled(service: Service) -> str:
    """A store with an alert; its id."""
    received = service.intake.receive(article(), actor="tester")
    service.intake.receive(article(2, text="It maybe rained.", source="Weather"), actor="tester")
    assert received.alert is not None
    return str(received.alert["id"])


def worked_on(service: Service) -> tuple[str, str]:
    """An alert with words in every field, and suppressions of every kind; the ids of the alert and of one of them."""
    identity = filled(service)
    service.review.act(identity, Act(name="take"), by=LOCAL_ADMIN)
    service.review.comment(identity, "asked the desk in Seoul", by=LOCAL_ADMIN)
    service.review.label(identity, ["seoul", "needs a second look"], by=LOCAL_ADMIN)
    service.filing.attach(identity, Upload(name="a.txt", media_type="text/plain", content=b"x"), by=LOCAL_ADMIN)
    asked = Asked(
        alert_id=identity, reason="name_differs", note="another man of this name", sources=("Courier",),
        until=service.clock() + timedelta(days=10),
    )  # fmt: skip
    wide = replace(asked, sources=(), rules=(RULE,), whole_rules=True)
    kept = [service.suppressing.propose(each, by=User("ann", "analyst"))["id"] for each in (asked, wide, asked)]
    for each in kept[1:]:
        if service.suppressing.show(each)["status"] == "proposed":
            service.suppressing.approve(each, "read", by=LOCAL_ADMIN)
    service.suppressing.revoke(kept[2], "no longer", by=LOCAL_ADMIN)
    return identity, kept[1]


def test_a_newcomer_finds_reads_decides_and_takes_home(page: Page) -> None:
    """From an empty store to a closed alert and its dossier, with the mouse."""
    page.goto("/")
    page.get_by_role("button", name="Load the samples").click()
    expect(page).to_have_url(re.compile("/desk/queue"))
    page.locator("[data-rows] a", has_text="Harbour Wire").click()
    pane = page.locator("#pane")
    expect(pane.get_by_role("heading", name="Moscow's culture envoys")).to_be_visible()
    expect(page).to_have_url(re.compile("open="))
    pane.locator("#f-2 a.words").first.click()
    expect(pane.locator("mark:target")).to_be_in_viewport()
    page.get_by_role("button", name="Take it").click()
    form = page.locator(".party-form")
    form.get_by_label(re.compile("P1")).select_option("rejected")
    form.get_by_label("Reason").select_option("not_subject_of_article")
    form.get_by_label("Note").fill("named for a visit")
    form.get_by_role("button", name="Record").click()
    page.get_by_role("radio", name="No action").check()
    decision = page.locator(".decision").first
    decision.get_by_label("Reason").select_option("article_not_adverse")
    decision.get_by_label("Note").fill("a train journey, nothing to act on here")
    decision.get_by_role("button", name="Decide").click()
    expect(page.locator("#decide")).to_contain_text("closed no action")
    page.get_by_role("link", name="Dossier").click()
    expect(page.get_by_role("heading", name="What this page does not say")).to_be_attached()


def test_the_keyboard_alone_is_enough(page: Page, service: Service) -> None:
    """j and k move, enter opens without a new page, n chooses an outcome and goes to the note."""
    filled(service)
    page.goto("/desk/queue")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#pane h1")).to_be_visible()
    rows = page.locator("[data-rows] a")
    expect(page.locator("[data-rows] a[aria-current]")).to_have_count(1)
    expect(rows.nth(1)).to_be_focused()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#pane")).to_contain_text("rained.")
    page.get_by_role("button", name="Take it").click()
    expect(page.get_by_role("button", name="Take it")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("n")
    expect(page.get_by_role("radio", name="No action")).to_be_checked()
    expect(page.locator("#decision-note")).to_be_focused()
    page.keyboard.type("fetn")
    expect(page.locator("#decision-note")).to_have_value("fetn")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")])
def test_every_page_is_accessible_and_fits(
    browser: Browser, api: httpx.Client, service: Service, width: int, scheme: str
) -> None:
    """axe finds nothing against WCAG 2.2 AA, and nothing has to be scrolled sideways."""
    identity, kept = worked_on(service)
    context = browser.new_context(
        base_url=str(api.base_url), viewport={"width": width, "height": 800}, bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
    )  # fmt: skip
    page = context.new_page()
    alert = (f"/desk/queue?open={identity}", f"/desk/alerts/{identity}", f"/v1/alerts/{identity}/report.html")
    for path in (
        *PAGES,
        *alert,
        "/desk/rules/un-dprk/overseas-workers",
        "/desk/queue?q=kim",
        f"/desk/queue?suppression={kept}",
        "/desk/suppressions?status=active",
        "/desk/login",
        "/desk/alerts/none",
    ):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"/desk/alerts/{identity}")
    page.locator("#decision-note").fill("words that are too few")
    page.get_by_role("button", name="Decide", exact=True).click()
    page.locator(".refusal summary").click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_javascript_everything_can_be_read(browser: Browser, api: httpx.Client, service: Service) -> None:
    """Links do what the scripts would: the alert opens beside the queue, factors lead to their words."""
    filled(service)
    context = browser.new_context(base_url=str(api.base_url), java_script_enabled=False)
    page = context.new_page()
    page.goto("/desk/queue")
    page.locator("[data-rows] a", has_text="Courier").click()
    expect(page.locator("#pane mark.k-sentence").first).to_be_visible()
    page.locator("#f-2 a.words").first.click()
    expect(page.locator("mark:target")).to_be_in_viewport()
    context.close()


def test_a_text_is_screened_in_the_browser(page: Page) -> None:
    """Paste, screen, and the evidence stands under the form."""
    page.goto("/desk/screen")
    page.get_by_label("Headline").fill("A headline")
    page.get_by_label("Text").fill("About 300 workers came.\n\nA second paragraph.")
    page.get_by_role("button", name="Screen", exact=True).click()
    expect(page.locator("#result .body mark.k-sentence")).to_have_text("workers")
    expect(page.get_by_label("Text")).to_have_value("About 300 workers came.\n\nA second paragraph.")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_file_is_sent_from_the_alert(browser: Browser, api: httpx.Client, service: Service, scripts: bool) -> None:
    """A chosen file stands on the alert afterwards, with and without JavaScript."""
    context = browser.new_context(base_url=str(api.base_url), java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"/desk/alerts/{filled(service)}")
    chosen = page.locator("#files input[type=file]")
    chosen.set_input_files({"name": "letter.txt", "mimeType": "text/plain", "buffer": b"Dear bank"})
    page.get_by_role("button", name="Add the file").click()
    expect(page.locator("#files table")).to_contain_text("letter.txt")
    context.close()
