"""The Python client against a running service."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from service.client import AsyncClient, Client, ServiceError

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
