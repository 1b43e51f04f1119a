"""Deciding on an alert from the desk, and signing in."""

from __future__ import annotations

import re

import httpx
import pytest

from service.store import people
from service.store.alerts import SAMPLE
from service.store.tables import alerts
from service.wiring import Service
from tests.standin import article

PASSWORD = "a long enough password"


def alert_of(service: Service, text: str = "About 300 workers met Kim Jong-un.") -> str:
    """The id of an alert that an article raised."""
    received = service.intake.receive(article(text=text), actor="tester")
    assert received.alert is not None
    return str(received.alert["id"])


def etag_of(html: str) -> str:
    """The version that a page's form was made from."""
    found = re.search(r'name="etag" value="([^"]+)"', html)
    assert found is not None
    return found[1].replace("&#34;", '"')


def sign_in(api: httpx.Client, service: Service, name: str, role: str) -> str:
    """Make a user, sign in, and return the token of the session's forms."""
    with service.store.write() as tx:
        people.add_user(tx, name, role, password=PASSWORD, now=service.clock())
    answer = api.post("/desk/login", data={"name": name, "password": PASSWORD, "to": "/desk/screen"})
    assert answer.headers["location"] == "/desk/screen"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    found = re.search(r'name="csrf" value="([^"]+)"', api.get("/desk/screen").text)
    assert found is not None
    return found[1]


def test_an_alert_goes_through_its_life_in_the_browser(api: httpx.Client, service: Service) -> None:
    """Take, decide the party, decide the alert: each form leads to the next, and the history has every step."""
    identity = alert_of(service)
    page = f"/desk/alerts/{identity}"
    assert api.post(f"{page}/act", data={"act": "take", "etag": etag_of(api.get(page).text)}).status_code == 303
    html = api.get(page).text
    assert "1 open" in html
    said = {"entity_ids": "un-KPi.001", "decision": "rejected", "reason": "not_subject_of_article", "note": "a visit"}
    assert api.post(f"{page}/parties", data=said).status_code == 303
    html = api.get(page).text
    assert "rejected" in html
    decided = {"act": "decide", "outcome": "no_action", "reason": "article_not_adverse", "note": "nothing to act on"}
    assert api.post(f"{page}/act", data={**decided, "etag": etag_of(html)}).status_code == 303
    html = api.get(page).text
    assert "closed no action" in html
    assert "Open again" in html
    assert "alert.decide" in html


def test_a_decision_that_says_too_little_keeps_what_was_typed(api: httpx.Client, service: Service) -> None:
    """Without a reason nothing changes; the note stands in the form again, with what is missing."""
    identity = alert_of(service, "About 300 workers came.")
    page = f"/desk/alerts/{identity}"
    api.post(f"{page}/act", data={"act": "take"})
    answer = api.post(
        f"{page}/act", data={"form": "decide", "act": "decide", "outcome": "no_action", "note": "my words"}
    )
    assert answer.status_code == 409
    assert "no reason code" in answer.text
    assert "my words" in answer.text
    assert "in review" in api.get(page).text


def test_a_lost_update_is_told(api: httpx.Client, service: Service) -> None:
    """A form made from an older version changes nothing."""
    page = f"/desk/alerts/{alert_of(service)}"
    etag = etag_of(api.get(page).text)
    api.post(f"{page}/act", data={"act": "take", "etag": etag})
    answer = api.post(f"{page}/act", data={"act": "escalate", "note": "look", "etag": etag})
    assert answer.status_code == 409
    assert "read it again" in answer.text


@pytest.mark.parametrize("name", ["", "destroy", "decide; drop"])
def test_an_act_that_is_none_is_refused(api: httpx.Client, service: Service, name: str) -> None:
    """Only the acts of the table can be asked for."""
    answer = api.post(f"/desk/alerts/{alert_of(service)}/act", data={"act": name})
    assert answer.status_code == 409
    assert "nothing that can be done" in answer.text


def test_a_comment_is_added(api: httpx.Client, service: Service) -> None:
    """Comments stand on the alert, as text."""
    page = f"/desk/alerts/{alert_of(service)}"
    assert api.post(f"{page}/comment", data={"text": "Ask <b>Harbour Wire</b>."}).status_code == 303
    assert "Ask &lt;b&gt;Harbour Wire&lt;/b&gt;." in api.get(page).text


def test_with_users_the_desk_asks_who_you_are(api: httpx.Client, service: Service) -> None:
    """Pages lead to the sign-in and back; a wrong password stays outside; signing out ends the session."""
    csrf = sign_in(api, service, "ana", "analyst")
    assert "ana, analyst" in api.get("/desk").text
    assert api.post("/desk/logout", data={"csrf": csrf}).headers["location"] == "/desk/login"
    answer = api.get("/desk/queue")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/desk/login?to=")
    refused = api.post("/desk/login", data={"name": "ana", "password": "wrong"})
    assert refused.status_code == 401
    assert "do not fit" in refused.text


def test_a_form_without_the_token_of_the_session_is_refused(api: httpx.Client, service: Service) -> None:
    """A session's forms carry its token."""
    sign_in(api, service, "ana", "analyst")
    page = f"/desk/alerts/{alert_of(service)}/act"
    assert api.post(page, data={"act": "take"}).status_code == 403
    assert api.post(page, data={"act": "take", "csrf": "guess"}).status_code == 403


def test_a_sign_in_leads_to_the_desk_only(api: httpx.Client, service: Service) -> None:
    """No other address can be named as the way on."""
    sign_in(api, service, "ana", "analyst")
    data = {"name": "ana", "password": PASSWORD, "to": "https://evil.example/desk"}
    assert api.post("/desk/login", data=data).headers["location"] == "/desk"


def test_an_auditor_sees_and_does_nothing(api: httpx.Client, service: Service) -> None:
    """Reading is all the forms that an auditor gets."""
    identity = alert_of(service)
    sign_in(api, service, "otto", "auditor")
    html = api.get(f"/desk/alerts/{identity}").text
    assert "There is nothing for you to do here now." in html
    assert "Take it" not in html


def test_a_file_is_added_in_the_browser_and_listed_on_the_alert(api: httpx.Client, service: Service) -> None:
    """The alert lists its files with their hash; the link is a download."""
    identity = alert_of(service)
    headers = {"content-type": "text/plain"}
    api.post(f"/v1/alerts/{identity}/files", params={"name": "<b>letter.txt"}, content=b"Dear bank", headers=headers)
    html = api.get(f"/desk/alerts/{identity}").text
    assert "&lt;b&gt;letter.txt" in html
    found = re.search(r'href="(/v1/alerts/[^"]+/files/[^"]+)"', html)
    assert found is not None
    answer = api.get(found[1])
    assert answer.content == b"Dear bank"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_somebody_else_takes_a_second_look(api: httpx.Client, service: Service) -> None:
    """Whoever decided is not asked; another analyst is, and what they say stands in the history."""
    identity = alert_of(service, "About 300 workers came.")
    page = f"/desk/alerts/{identity}"
    api.post(f"{page}/act", data={"act": "take"})
    decided = {"act": "decide", "outcome": "no_action", "reason": "article_not_adverse", "note": "nothing to act on"}
    api.post(f"{page}/act", data=decided)
    assert "Second look" not in api.get(page).text
    csrf = sign_in(api, service, "ana", "analyst")
    assert "Second look" in api.get(page).text
    api.post(f"{page}/second-look", data={"csrf": csrf, "agrees": "no", "note": "it was adverse"})
    assert "it was adverse" in api.get(page).text


def test_a_stored_article_says_why_it_was_not_flagged(api: httpx.Client, service: Service) -> None:
    """By its id, whether or not it raised an alert; an unknown id is a page that says so."""
    service.intake.receive(article(5, text="It rained."), actor="tester")
    assert "Nothing was flagged" in api.get("/desk/screen/kept", params={"id": "a-5"}).text
    identity = alert_of(service)
    assert f"/desk/alerts/{identity}" in api.get("/desk/screen/kept", params={"id": "a-1"}).text
    assert api.get("/desk/screen/kept", params={"id": "nothing"}).status_code == 404


def test_test_articles_are_planted_from_the_desk(api: httpx.Client) -> None:
    """The page of reports says what came of each."""
    assert "None were planted yet" in api.get("/desk/reports").text
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert api.post("/desk/reports/test-items", headers=form).status_code == 303
    assert "as expected" in api.get("/desk/reports").text


def test_a_file_goes_with_a_plain_form(api: httpx.Client, service: Service) -> None:
    """Bytes, name and kind arrive; a table that the browser calls a spreadsheet is known by its ending."""
    identity = alert_of(service)
    page = f"/desk/alerts/{identity}"
    sent = api.post(f"{page}/files", files={"file": ("C:\\tmp\\rows.csv", b"a,b\n", "application/vnd.ms-excel")})
    assert (sent.status_code, sent.headers["location"]) == (303, f"{page}#files")
    (kept,) = api.get(f"/v1/alerts/{identity}/files").json()["items"]
    assert (kept["name"], kept["media_type"], kept["size"]) == ("rows.csv", "text/csv", 4)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (("letter.pdf", b"no pdf", "application/pdf"), "does not begin like application/pdf"),
        (("run.exe", b"MZ", "application/octet-stream"), "is not taken"),
        (("", b"", "application/octet-stream"), "give the file a name"),
        (("empty.txt", b"", "text/plain"), "send 1 to 10,000,000"),
    ],
)
def test_a_file_that_does_not_fit_changes_nothing(
    api: httpx.Client, service: Service, file: tuple[str, bytes, str], words: str
) -> None:
    """The alert comes again with the reason; the attempt stands in its history."""
    identity = alert_of(service)
    answer = api.post(f"/desk/alerts/{identity}/files", files={"file": file, "back": (None, "")})
    assert answer.status_code == 409
    assert "Nothing was changed." in answer.text
    assert words in answer.text
    assert api.get(f"/v1/alerts/{identity}/files").json()["items"] == []
    assert api.get(f"/v1/alerts/{identity}/events").json()["items"][-1]["type"] == "alert.refused"


def test_a_form_with_a_file_carries_the_token_of_the_session(api: httpx.Client, service: Service) -> None:
    """Without it, with another one, from another site, or as something that is no form: refused, nothing kept."""
    identity = alert_of(service)
    csrf = sign_in(api, service, "ana", "analyst")
    page, file = f"/desk/alerts/{identity}/files", {"file": ("a.txt", b"Dear bank", "text/plain")}
    assert api.post(page, files=file).status_code == 403
    assert api.post(page, files=file, data={"csrf": "guess"}).status_code == 403
    assert (
        api.post(page, files=file, data={"csrf": csrf}, headers={"origin": "https://evil.example"}).status_code == 403
    )
    assert api.post(page, content=b"x", headers={"content-type": "multipart/form-data"}).status_code == 400
    assert api.post(page, data={"csrf": csrf}).status_code == 415
    assert api.get(f"/v1/alerts/{identity}/files").json()["items"] == []
    assert api.post(page, files=file, data={"csrf": csrf}).status_code == 303
    assert len(api.get(f"/v1/alerts/{identity}/files").json()["items"]) == 1


def test_a_discount_rule_is_told_in_words(api: httpx.Client, service: Service) -> None:
    """What it closed and what it drew for people each say so, with a way to all that it touched."""
    identity = alert_of(service)
    for kept, words in (("gossip", "Closed by the discount rule"), ("gossip" + SAMPLE, "Drawn as a sample")):
        with service.store.write() as tx:
            tx.execute(alerts.update().values(discount=kept))
        html = api.get(f"/desk/alerts/{identity}").text
        assert words in html
        assert '<a href="/desk/queue?discount=gossip">gossip</a>' in html
