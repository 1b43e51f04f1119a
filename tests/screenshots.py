"""The pictures of docs/desk.md: `python -m tests.screenshots docs/desk` takes them anew of the sample articles."""

from __future__ import annotations

import argparse
import tempfile
from datetime import timedelta
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

from service.model.disposition import Act
from service.review import Asked, PartySaid, look_again
from service.settings import Settings
from service.store import people
from service.store.people import User
from service.wiring import Service, open_service
from tests.web.conftest import CHROMIUM, FLAGS, running

PASSWORD = "a long enough password"  # noqa: S105  (of a store that is thrown away)
ANN, BOB = User("ann", "admin"), User("bob", "analyst")
TEXT = (
    "Officials in Seoul said on Monday that North Korean builders may soon be invited to Vladivostok. No date was "
    "given, and the city's mayor said that no contract had been signed."
)


def main() -> None:
    """Fill a store, and take every picture."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        service = open_service(Settings(database=f"{place}/a.db"))
        with running(service) as address:
            httpx.post(f"{address}/desk/samples", data={"form": "samples"}, timeout=120)
            items = httpx.get(f"{address}/v1/alerts?limit=50").json()["items"]
            alerts = [one["id"] for one in sorted(items, key=lambda one: (not one["parties"], -one["points"]))]
            filled(service, alerts)
            browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            take(browser, address, folder, alerts)
            browser.close()
        service.close()


def filled(service: Service, alerts: list[str]) -> None:
    """People, decisions, a second look and suppressions, so that every page has something to show."""
    with service.store.write() as tx:
        for user in (ANN, BOB):
            people.add_user(tx, user.name, user.role, password=PASSWORD, now=service.clock())
    service.review.act(alerts[0], Act(name="take"), by=ANN)
    for alert_id in alerts[-1:]:
        taken = service.review.act(alert_id, Act(name="take"), by=BOB)
        if named := tuple({one["entity_id"]: 1 for party in taken["parties"] for one in party["candidates"]}):
            said = PartySaid(entity_ids=named, decision="rejected", reason="name_differs", note="born elsewhere")
            service.review.decide_parties(alert_id, said, by=BOB)
        decision = Act(name="decide", outcome="no_action", reason="article_not_adverse", note="told of plans only")
        service.review.act(alert_id, decision, by=BOB)
        look_again(service.store, alert_id, agrees=True, note="so would I", by=ANN, clock=service.clock)
    until = service.clock() + timedelta(days=90)
    source = service.review.label(alerts[-2], [], by=BOB)["story"]["articles"][0]["source"]["name"]
    told = (("the wording of this agency", (source,)), ("printed again and again", ()))
    for note, sources in told:
        reason = "article_not_adverse"
        asked = Asked(
            alert_id=alerts[-2], reason=reason, note=note, until=until, sources=sources, texts=not sources
        )  # fmt: skip
        kept = service.suppressing.propose(asked, by=BOB)
        if sources and kept["status"] == "proposed":
            service.suppressing.approve(kept["id"], "read both", by=ANN)


def take(browser: Browser, address: str, folder: Path, alerts: list[str]) -> None:
    """Every picture, by width and colours."""
    one = f"/desk/alerts/{alerts[0]}"
    wide, dark, narrow = (
        signed_in(browser, address, width, dark=dark) for width, dark in ((1440, False), (1440, True), (360, False))
    )
    pages = {
        "home": "/desk", "queue": f"/desk/queue?open={alerts[0]}", "alert": f"{one}#articles",
        "party": f"{one}#parties", "decision": f"{one}#decide", "rule": "/desk/rules/un-dprk/overseas-workers",
        "reports": "/desk/reports",
        "suppressions": "/desk/suppressions",
    }  # fmt: skip
    for name, path in pages.items():
        picture(wide, path, folder / f"{name}-1440.png")
    picture(dark, f"{one}#articles", folder / "alert-dark-1440.png")
    for name, path in (("queue", "/desk/queue"), ("alert", one), ("period", "/v1/reports/period.html")):
        picture(narrow, path, folder / f"{name}-360.png")
    wide.goto("/desk/screen")
    wide.get_by_label("Headline").fill("Builders may be invited")
    wide.locator("textarea[name=text]").fill(TEXT)
    wide.get_by_role("button", name="Screen", exact=True).click()
    wide.locator("#result").scroll_into_view_if_needed()
    wide.screenshot(path=folder / "screen-1440.png")


def signed_in(browser: Browser, address: str, width: int, *, dark: bool) -> Page:
    """A browser of ann."""
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 900 if width > 1000 else 760},
        color_scheme="dark" if dark else "light",
    )  # fmt: skip
    page = context.new_page()
    page.goto("/desk/login")
    page.get_by_label("Name").fill(ANN.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{address}/desk")
    return page


def picture(page: Page, path: str, file: Path) -> None:
    """What stands on the screen at an address."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file)


if __name__ == "__main__":
    main()
