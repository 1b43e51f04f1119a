"""A form that is refused keeps what was typed: in the form, and where the form is gone, on the page."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from service.model.disposition import Act
from service.review import Asked
from service.store import people
from service.store.people import User
from service.web.access import LOCAL_ADMIN
from service.wiring import Service
from tests.standin import article

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WORDS = 'words that took "long" to write, <b>naïvely</b>'
FORMS = {
    "decide": "Decide",
    "assign": "Snooze",
    "party-P1": "Record",
    "parties": "Record for all",
    "comment": "Add",
    "labels": "Set the labels",
    "suppress": "Propose",
    "merge": "Merge",
}
"""Forms of an alert, and the button that sends them."""


def opened(service: Service) -> str:
    """An alert in review, with two parties to decide on."""
    received = service.intake.receive(article(), actor="tester")
    assert received.alert is not None
    identity = str(received.alert["id"])
    service.review.act(identity, Act(name="take"), by=LOCAL_ADMIN)
    return identity


def field(form: Locator) -> Locator:
    """The field for free words."""
    return form.locator("[name=note], [name=text], [name=labels]").first


def unfold(page: Page) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate("document.querySelectorAll('[required]').forEach(one => one.required = false)")
    page.evaluate("document.querySelectorAll('[maxlength]').forEach(one => one.removeAttribute('maxlength'))")


def test_every_form_of_an_alert(page: Page, service: Service) -> None:
    """Each is sent with too little; its words stand in it again, it is open, and no other form took them."""
    address = f"/desk/alerts/{opened(service)}"
    page.goto(address)
    there = page.locator("form:has([name=form])").evaluate_all("all => all.map(one => one.elements.form.value)")
    assert set(there) <= set(FORMS)
    for name in there:
        page.goto(address)
        unfold(page)
        typed = WORDS * 300 if name == "comment" else WORDS + "x" * 60 if name == "labels" else WORDS
        form = page.locator(f"form:has([name=form][value='{name}'])")
        field(form).fill(typed)
        form.get_by_role("button", name=FORMS[name], exact=True).click()
        expect(page.locator(".refusal")).to_contain_text("Nothing was changed")
        expect(field(form)).to_be_visible()
        expect(field(form)).to_have_value(typed)
        others = page.locator(f"form:not(:has([name=form][value='{name}'])) [name=note]")
        assert all(value == "" for value in others.evaluate_all("all => all.map(one => one.value)")), name


def test_a_form_that_is_gone(page: Page, service: Service) -> None:
    """Somebody else closed the alert meanwhile: the words stand beside the refusal."""
    identity = opened(service)
    page.goto(f"/desk/alerts/{identity}")
    page.locator("#decision-note").fill(WORDS)
    escalated = Act(name="snooze", note="later", until=service.clock() + timedelta(days=1))
    service.review.act(identity, escalated, by=LOCAL_ADMIN)
    page.get_by_role("button", name="Decide", exact=True).click()
    page.locator(".refusal summary").click()
    expect(page.locator(".refusal textarea").last).to_have_value(WORDS)


def test_the_forms_of_a_suppression(page: Page, service: Service) -> None:
    """A review without its words, one's own proposal approved: refused on the page, with what was typed."""
    identity = opened(service)
    asked = Asked(
        alert_id=identity, reason="name_differs", note="another man", texts=True,
        until=service.clock() + timedelta(days=30),
    )  # fmt: skip
    kept = service.suppressing.propose(asked, by=User("ann", "analyst"))
    if kept["status"] == "proposed":
        service.suppressing.approve(kept["id"], "", by=LOCAL_ADMIN)
    page.goto("/desk/suppressions")
    unfold(page)
    form = page.locator(f"#s-{kept['id']} form")
    form.locator("[name=until]").fill("2020-01-01")
    field(form).fill(WORDS)
    form.get_by_role("button", name="It stands").click()
    expect(page.locator(".refusal")).to_contain_text("until")
    expect(field(form)).to_have_value(WORDS)
    expect(form.locator("[name=until]")).to_have_value("2020-01-01")


def test_many_alerts_are_tried_again(page: Page, service: Service) -> None:
    """What was refused stands under the results with all that was chosen, to be sent again."""
    opened(service)
    page.goto("/desk/queue")
    page.locator("input.pick").check()
    unfold(page)
    form = page.locator("#bulk")
    form.locator("[name=act]").select_option("decide")
    form.locator("[name=outcome]").select_option("no_action")
    field(form).fill(WORDS)
    form.get_by_role("button", name="Do it").click()
    expect(page.get_by_text("refused.")).to_be_visible()
    expect(page.locator("[name=note]")).to_have_value(WORDS)
    expect(page.locator("[name=outcome]")).to_have_value("no_action")
    page.locator("[name=act]").select_option("escalate")
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_role("heading", name="Escalate: 1 of 1 done")).to_be_visible()


def test_a_session_that_ended(api: httpx.Client, service: Service) -> None:
    """The words of a form come back with the request to sign in; a password never does."""
    identity = opened(service)
    with service.store.write() as tx:
        people.add_user(tx, "ann", "analyst", password="correct horse battery", now=service.clock())  # noqa: S106
    form = {"form": "decide", "act": "decide", "note": WORDS, "password": "correct horse battery"}
    answer = api.post(f"/desk/alerts/{identity}/act", data=form, headers={"Cookie": "flagstaff_session=over"})
    assert answer.status_code == 401
    assert "words that took &#34;long&#34; to write" in answer.text
    assert "correct horse" not in answer.text
