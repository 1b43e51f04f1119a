"""The Python client against a running service."""

from __future__ import annotations

import asyncio
import inspect
from pathlib import Path

import httpx
import pytest

from service.client import AsyncClient, Client, ServiceError
from service.settings import Settings
from service.wiring import open_service
from tests.web.conftest import running

HIT = {"id": "клиент/1", "title": "Story", "text": "About 300 workers met Kim Jong-un.", "published": "2024-03-19"}
PARTY = {"entity_ids": ["un-KPi.001"], "decision": "confirmed", "reason": "confirmed_party", "note": "same office"}


def test_the_whole_way(api: httpx.Client) -> None:
    """Send, list, read, take, decide on the party, decide."""
    with Client(str(api.base_url)) as flagstaff:
        assert flagstaff.screen(HIT)["band"] == "alert"
        posted = flagstaff.send(HIT, idempotency_key="k")
        assert flagstaff.send(HIT, idempotency_key="k") == posted
        assert flagstaff.article("клиент/1")["alert"]["id"] == posted["alert"]["id"]
        (alert,) = flagstaff.alerts(band="alert", state="new", q=None)
        taken = flagstaff.act(alert, "take")
        with pytest.raises(ServiceError, match="412"):
            flagstaff.act(alert, "take")
        told = flagstaff.act(taken, "parties", **PARTY)
        closed = flagstaff.act(told, "decide", outcome="no_action", reason="test_item", note="a test")
        assert flagstaff.alert(alert["id"])["state"] == closed["state"] == "closed_no_action"
        assert flagstaff.get("/v1/audit/verify")["ok"]


def test_many_articles_and_pages(api: httpx.Client) -> None:
    """A batch is sent from a generator; results come line by line; alerts are walked over pages."""
    with Client(str(api.base_url)) as flagstaff:
        words = [" ".join(f"{letter}{number}" for letter in "abcdefgh") for number in range(5)]
        results = list(flagstaff.send_many({"id": str(n), "text": f"{n} workers {words[n]}"} for n in range(5)))
        assert [result["status"] for result in results] == [201] * 5
        assert len({alert["id"] for alert in flagstaff.alerts(limit=2)}) == 5


def test_refusals_are_errors(api: httpx.Client) -> None:
    """A refusal is raised with its problem and remedy."""
    with Client(str(api.base_url), key="fs_no_key") as flagstaff, pytest.raises(ServiceError) as caught:
        flagstaff.screen({"text": ""})
    assert caught.value.status == 401
    assert "remedy" in caught.value.problem


def test_asyncio(api: httpx.Client) -> None:
    """The same calls, awaited."""

    async def main() -> None:
        async with AsyncClient(str(api.base_url)) as flagstaff:
            posted = await flagstaff.send(HIT)
            assert [alert["id"] async for alert in flagstaff.alerts()] == [posted["alert"]["id"]]
            assert (await flagstaff.act(posted["alert"], "take"))["state"] == "in_review"
            assert [result["status"] async for result in flagstaff.send_many([HIT])] == [200]
            assert (await flagstaff.article("клиент/1"))["revision"] == 1
            with pytest.raises(ServiceError, match="404"):
                await flagstaff.alert("unknown")

    asyncio.run(main())


def test_labels_comments_files_and_many_decisions(api: httpx.Client) -> None:
    """Labels rest on the alert as it was seen; of many decisions each is done, or refused with its problem."""
    with Client(str(api.base_url)) as flagstaff:
        alert = flagstaff.send({**HIT, "text": "About 300 workers came to Khasan."})["alert"]
        labelled = flagstaff.label(alert, ["raid", "shipping"])
        assert labelled["review"]["labels"] == ["raid", "shipping"]
        with pytest.raises(ServiceError, match="412"):
            flagstaff.label(alert, ["late"])
        assert flagstaff.comment(alert["id"], "ask the port")["items"][0]["text"] == "ask the port"
        kept = flagstaff.attach(alert["id"], "letter.txt", b"Dear bank", media_type="text/plain")["items"][0]
        assert flagstaff.get(f"/v1/alerts/{alert['id']}/files/{kept['id']}") == b"Dear bank"
        flagstaff.act(labelled | {"etag": flagstaff.alert(alert["id"])["etag"]}, "take")
        said = {"outcome": "no_action", "reason": "article_not_adverse", "note": "read"}
        done, refused, unknown = flagstaff.decide_many([alert["id"], alert["id"], "x"], **said)["items"]
        assert (done["status"], done["state"]) == (200, "closed_no_action")
        assert (refused["status"], unknown["status"]) == (409, 404)
        assert "closed_no_action" in refused["problem"]["detail"]


def test_why_an_article_would_not_be_flagged(tmp_path: Path) -> None:
    """By the real rules: of a text that is not kept and of one that is; of one rule alone, clause by clause."""
    article = {"id": "dance", "text": "North Korean dancers came to Vladivostok, and some workers watched."}
    service = open_service(Settings(database=str(tmp_path / "a.db")))
    with running(service) as address, Client(address) as flagstaff:
        told = flagstaff.screen_why(article)
        nearest = [rule["rule_id"] for rule in told["rules"]]
        assert nearest
        one = flagstaff.screen_why(article, rule=nearest[0])
        assert [rule["rule_id"] for rule in one["rules"]] == nearest[:1]
        flagstaff.send(article)
        assert [rule["rule_id"] for rule in flagstaff.why("dance")["rules"]] == nearest
    service.close()


def test_both_clients_can_do_the_same() -> None:
    """Every method of one is a method of the other, with the same parameters."""
    said = [
        {
            name: list(inspect.signature(method).parameters)
            for name, method in inspect.getmembers(kind, inspect.isfunction)
            if not name.startswith("_")
        }
        for kind in (Client, AsyncClient)
    ]
    assert said[0] == said[1]
    assert {"decide_many", "screen_why", "label", "attach", "comment", "download"} <= set(said[0])
