"""People, keys, suppressions and acts on many alerts, from the desk."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from service.model.disposition import Act
from service.store import audit
from service.web.access import LOCAL_ADMIN
from service.wiring import Service
from tests.standin import article
from tests.web.test_ui_review import alert_of

PASSWORD = "a long enough password"


def opened(service: Service, number: int) -> str:
    """The alert of an article of that number."""
    received = service.intake.receive(article(number), actor="tester")
    assert received.alert is not None
    return str(received.alert["id"])


def test_the_first_user_is_an_admin_and_ends_the_open_mode(api: httpx.Client, service: Service) -> None:
    """The banner leads to a form; afterwards the desk asks who you are, and the act is in the trail."""
    assert "Open to everyone" in api.get("/desk").text
    given = {"name": "ada", "password": PASSWORD, "role": "analyst"}
    assert api.post("/desk/people/users", data=given).status_code == 422
    assert api.post("/desk/people/users", data={**given, "role": "admin"}).status_code == 303
    assert api.get("/desk/people").status_code == 303
    api.post("/desk/login", data={"name": "ada", "password": PASSWORD})
    html = api.get("/desk/people").text
    assert "Open to everyone" not in html
    with service.store.read() as tx:
        assert [event["type"] for event in audit.history(tx, "user/ada")][0] == "user.created"


def test_a_key_is_shown_once_and_can_be_revoked(api: httpx.Client) -> None:
    """A new key stands on the page that makes it and on no other."""
    api.post("/desk/people/users", data={"name": "ada", "password": PASSWORD, "role": "admin"})
    api.post("/desk/login", data={"name": "ada", "password": PASSWORD})
    csrf = re.search(r'name="csrf" value="([^"]+)"', api.get("/desk/people").text)
    assert csrf is not None
    html = api.post("/desk/people/keys", data={"csrf": csrf[1], "user": "ada", "days": "30"}).text
    key = re.search(r"fs_([0-9a-f]{8})_[0-9a-f]{48}", html)
    assert key is not None
    assert httpx.get(f"{api.base_url}/v1/me", headers={"x-api-key": key[0]}).json()["name"] == "ada"
    assert key[0] not in api.get("/desk/people").text
    api.post("/desk/people/keys/revoke", data={"csrf": csrf[1], "id": key[1]})
    assert httpx.get(f"{api.base_url}/v1/me", headers={"x-api-key": key[0]}).status_code == 401


@pytest.mark.parametrize("days", ["0", "-1", "x", "99999"])
def test_a_key_lives_for_a_number_of_days(api: httpx.Client, days: str) -> None:
    """Anything else is refused with the field's name."""
    answer = api.post("/desk/people/keys", data={"user": "ada", "days": days})
    assert answer.status_code == 422
    assert "days:" in answer.text


def test_many_alerts_are_taken_at_once(api: httpx.Client, service: Service) -> None:
    """Each selected alert is taken, or refused with its reason; without a selection nothing happens."""
    first, second = opened(service, 3), opened(service, 7)
    service.review.act(second, Act(name="take"), by=LOCAL_ADMIN)
    assert api.post("/desk/queue/bulk", data={"act": "take"}).status_code == 422
    html = api.post("/desk/queue/bulk", data={"act": "take", f"pick-{first}": "yes", f"pick-{second}": "yes"}).text
    assert "1 of 2 done" in html
    assert "take is not possible while the alert is in_review" in html


def test_a_known_false_positive_is_proposed_and_taken_back(api: httpx.Client, service: Service) -> None:
    """From the alert's form to the page of suppressions, and off again."""
    identity = alert_of(service)
    until = (service.clock() + timedelta(days=30)).date().isoformat()
    form = {"alert_id": identity, "texts": "yes", "reason": "test_item", "note": "ours", "until": until}
    assert "Propose" in api.get(f"/desk/alerts/{identity}").text
    assert api.post("/desk/suppressions", data={**form, "until": "soon"}).status_code == 409
    assert api.post("/desk/suppressions", data=form).status_code == 303
    html = api.get("/desk/suppressions").text
    found = re.search(r'id="s-([0-9A-Z]{26})"', html)
    assert found is not None
    api.post(f"/desk/suppressions/{found[1]}/revoke", data={"note": "no longer"})
    assert "None of this status" in api.get("/desk/suppressions", params={"status": "active"}).text
    assert found[1] in api.get("/desk/suppressions", params={"status": "revoked"}).text


def test_a_story_is_merged_and_labelled_from_the_desk(api: httpx.Client, service: Service) -> None:
    """The other alert takes the articles over; labels lead to the queue."""
    first, second = opened(service, 3), opened(service, 7)
    etag = re.search(r'name="etag" value="([^"]+)"', api.get(f"/desk/alerts/{first}").text)
    assert etag is not None
    form = {"into": second, "note": "the same event", "etag": etag[1].replace("&#34;", '"')}
    answer = api.post(f"/desk/alerts/{first}/merge", data=form)
    assert answer.headers["location"] == f"/desk/alerts/{second}#story"
    api.post(f"/desk/alerts/{second}/labels", data={"labels": "harbour, spring"})
    assert "label=harbour" in api.get(f"/desk/alerts/{second}").text
    assert second in api.get("/desk/queue", params={"label": "spring"}).text


def test_the_queue_keeps_its_place_after_an_act(api: httpx.Client, service: Service) -> None:
    """Whoever acts beside the queue comes back to it as it was filtered, and to no other address."""
    identity = alert_of(service)
    page = f"/desk/alerts/{identity}"
    back = f"/desk/queue?band=alert&open={identity}"
    assert api.post(f"{page}/act", data={"act": "take", "back": back}).headers["location"] == back
    evil = {"text": "x", "back": "https://evil.example/desk/queue"}
    assert api.post(f"{page}/comment", data=evil).headers["location"] == f"{page}#comments"


def test_the_most_urgent_come_first(api: httpx.Client, service: Service) -> None:
    """The queue stands by priority, by due time or by change, as asked; a cursor fits its own order only."""
    for number in range(42):
        service.intake.receive(article(number), actor="tester")
    low = alert_of(service, "It maybe rained.")
    html = api.get("/desk/queue").text
    assert low not in html
    assert low in api.get("/desk/queue", params={"sort": "-updated_at"}).text
    more = re.search(r'href="(/desk/queue\?[^"]*cursor=[^"]+)"', html)
    assert more is not None
    assert low in api.get(more[1].replace("&amp;", "&")).text
    assert api.get(more[1].replace("&amp;", "&") + "&sort=due_at").status_code == 422
