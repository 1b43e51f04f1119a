"""Lists over REST, with real lists behind the service: versions, uploads, the way back, entries."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine

from service.listing import take_in_list
from service.screening.screener import Screener
from service.settings import Settings
from service.store import people
from service.store.database import Store
from service.watchlist.load import load_watchlist
from service.web.housekeeping import forever
from service.wiring import Service, open_service

HEAD = "id,name,type,country,listed on\n"
OLD = HEAD + "1,Testovich Ivan,person,RU,2020-01-01\n2,Examplov Petr,person,RU,2020-01-01\n"
NEW = OLD + "3,Zhdanovskiy Oleg,person,RU,2024-03-01\n"
TEXT = "Oleg Zhdanovskiy, a Russian businessman, signed the contract. Later Oleg Zhdanovskiy left."


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A Service whose only list is a small one that was imported."""
    (tmp_path / "ours.csv").write_text(OLD)
    settings = Settings(database=str(tmp_path / "a.db"), cache=tmp_path / "cache")
    take_in_list(settings, load_watchlist(tmp_path / "ours.csv"), actor="ann")
    rules = tmp_path / "rules"
    rules.mkdir()
    made = open_service(settings, Screener.load(watchlists=[tmp_path / "ours.csv"]))
    yield made
    made.close()


def upload(api: httpx.Client, text: str) -> httpx.Response:
    """Send a version of our list."""
    return api.post("/v1/watchlists/ours/versions", content=text.encode(), params={"filename": "ours.csv"})


def test_a_version_that_is_sent_is_used_at_once_and_can_be_taken_back(api: httpx.Client) -> None:
    """New entries are found without a restart; the difference is readable; after a rollback they are gone."""
    before = api.post("/v1/screen", json={"text": TEXT}).json()
    assert before["mentions"] == []
    sent = upload(api, NEW)
    assert (sent.status_code, sent.json()["counts"]) == (201, {"added": 1, "changed": 0, "removed": 0})
    assert upload(api, NEW).status_code == 200
    after = api.post("/v1/screen", json={"text": TEXT}).json()
    assert {one["entity_id"] for one in after["mentions"][0]["candidates"]} == {"ours-3"}
    assert after["snapshot"] != before["snapshot"]
    newest, oldest = api.get("/v1/watchlists/ours/versions").json()["items"]
    assert newest["active"]
    found = api.get("/v1/watchlists/ours/diff", params={"from": oldest["sha256"], "to": newest["sha256"]}).json()
    assert found["added"][0]["primary_name"] == "Zhdanovskiy Oleg"
    back = api.post("/v1/watchlists/ours/rollback", json={"reason": "a mistake"})
    assert back.json()["sha256"] == oldest["sha256"]
    assert api.post("/v1/screen", json={"text": TEXT}).json()["mentions"] == []
    events = [line for line in api.get("/v1/audit").text.splitlines() if "list.rolled_back" in line]
    assert "a mistake" in events[0]


def test_a_damaged_version_is_refused(api: httpx.Client) -> None:
    """409 with every reason; what is no list at all: 422. The list in use stays."""
    refused = upload(api, HEAD + "1,Testovich Ivan,person,RU,2020-01-01\n")
    assert refused.status_code == 409
    assert {one["code"] for one in refused.json()["refusals"]} == {"shrunk"}
    assert upload(api, "<html><body>oops</body></html>").status_code == 422
    assert len(api.get("/v1/watchlists/ours/versions").json()["items"]) == 1


def test_an_admin_overrides_with_a_reason(api: httpx.Client) -> None:
    """What the checks speak against is taken when a reason is given, which stands in the trail."""
    half = HEAD + "1,Testovich Ivan,person,RU,2020-01-01\n"
    params = {"filename": "ours.csv", "override": "the list was split"}
    blank = api.post("/v1/watchlists/ours/versions", content=half.encode(), params={**params, "override": " "})
    assert blank.status_code == 409
    sent = api.post("/v1/watchlists/ours/versions", content=half.encode(), params=params)
    assert (sent.status_code, sent.json()["outcome"]) == (201, "in use")
    assert {refusal["code"] for refusal in sent.json()["refusals"]} == {"shrunk"}
    [event] = [line for line in api.get("/v1/audit").text.splitlines() if "the list was split" in line]
    assert '"override":true' in event.replace(" ", "")


def test_columns_are_mapped_in_the_request(api: httpx.Client) -> None:
    """A customer's headings are named beside the file; a field that is none is a mistake."""
    text = OLD.replace("name", "Wer").encode()
    send = {"filename": "ours.csv", "column": ["name=Wer"]}
    assert api.post("/v1/watchlists/ours/versions", content=text, params=send).status_code == 201
    wrong = api.post("/v1/watchlists/ours/versions", content=text, params={**send, "column": "wer=Wer"})
    assert (wrong.status_code, "FIELD=HEADING" in wrong.text) == (422, True)


def test_a_list_that_is_none_has_no_versions(api: httpx.Client) -> None:
    """A slip in the name is told."""
    assert api.get("/v1/watchlists/hours/versions").status_code == 404
    assert api.get("/v1/watchlists/ours/versions").status_code == 200


def test_an_entry_in_both_forms(api: httpx.Client) -> None:
    """In full, or as FollowTheMoney by parameter or Accept."""
    assert api.get("/v1/entities/ours-1").json()["entity"]["names"][0]["text"] == "Testovich Ivan"
    by_format = api.get("/v1/entities/ours-1", params={"format": "ftm"}).json()
    by_header = api.get("/v1/entities/ours-1", headers={"Accept": "application/ftm+json"}).json()
    assert by_format == by_header
    assert by_format["properties"]["name"] == ["Testovich Ivan"]
    assert api.get("/v1/entities/ours-9").status_code == 404


def test_every_answer_carries_one_snapshot_that_existed(api: httpx.Client, service: Service) -> None:
    """While lists are exchanged under load, a screening names a snapshot and shows exactly its entries."""
    seen: list[tuple[str, bool]] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            answer = api.post("/v1/screen", json={"text": TEXT}).json()
            seen.append((answer["snapshot"], bool(answer["mentions"])))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    upload(api, NEW)
    api.post("/v1/watchlists/ours/rollback", json={"reason": "a test"})
    stop.set()
    for thread in threads:
        thread.join()
    assert len(set(seen)) == len({snapshot for snapshot, _ in seen}) <= 3


def test_ages_and_refreshes_are_told(api: httpx.Client, service: Service) -> None:
    """Each list has its age; a refresh without an address says what to set."""
    [row] = [row for row in api.get("/v1/watchlists").json()["items"] if row["name"] == "ours"]
    assert {"age_hours", "degraded", "refresh"} <= row.keys()
    refused = api.post("/v1/watchlists/ours/refresh")
    assert refused.status_code == 404
    assert "FLAGSTAFF_LIST_SOURCES" in refused.json()["detail"]


def test_stored_articles_are_looked_at_again(api: httpx.Client, service: Service) -> None:
    """A party that is listed later is found in an article from before, and opens its alert because the list changed."""
    first = api.post("/v1/articles", json={"id": "a-1", "title": "Deal", "text": TEXT}).json()
    api.post("/v1/articles", json={"id": "a-2", "title": "Rain", "text": "It rained in Harbin."})
    assert first["alert"] is None
    service.look_again()
    upload(api, NEW)
    assert service.look_again() == 1
    assert service.look_again() == 0, "once is enough"
    [alert] = api.get("/v1/alerts").json()["items"]
    assert alert["why_now"] == "list_change"
    assert alert["parties"][0]["candidates"][0]["entity_id"] == "ours-3"
    upload(api, NEW + "4,Oleg Zhdanovskiy,person,RU,2024-05-01\n")
    assert service.look_again() == 1
    [again] = api.get("/v1/alerts").json()["items"]
    assert (again["id"], again["why_now"]) == (alert["id"], "list_change")
    assert len(again["parties"][0]["candidates"]) + len(again["parties"]) > 2


def test_every_answer_about_an_article_says_how_old_the_lists_are(api: httpx.Client) -> None:
    """Screened only, taken in, shown again: version, date and age of each list, beside the screening."""
    sent = {"id": "a-1", "title": "Deal", "text": TEXT}
    for answer in (
        api.post("/v1/screen", json=sent),
        api.post("/v1/articles", json=sent),
        api.get("/v1/articles/a-1"),
    ):
        [row] = [row for row in answer.json()["freshness"]["lists"] if row["name"] == "ours"]
        assert {"version", "sha256", "list_date", "age_hours"} <= row.keys()
        assert "age_hours" not in str(answer.json().get("screening", {}))


def test_a_list_without_an_address_does_not_hold_up_the_others(service: Service, tmp_path: Path) -> None:
    """`FLAGSTAFF_REFRESH_LISTS` names one that nobody knows: what another process imported is followed all the same."""
    service.settings = service.settings.model_copy(update={"refresh_hours": 1, "refresh_lists": ("nobody",)})
    (tmp_path / "ours.csv").write_text(NEW)
    take_in_list(service.settings, load_watchlist(tmp_path / "ours.csv"), actor="ann")
    service.keep_lists()
    assert "ours-3" in service.entries(["ours-3"])


def test_a_chore_outlives_a_mistake(service: Service) -> None:
    """What nobody foresaw is logged, and the chore comes again."""
    times: list[int] = []

    def stumbles() -> None:
        times.append(1)
        raise KeyError("unforeseen")

    async def twice() -> None:
        task = asyncio.create_task(forever(stumbles, 0))
        while len(times) < 2 and not task.done():
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(twice())
    assert len(times) >= 2


SDN = "\n".join(f'{number},"BRIVETTO, Aldo{number}","individual","DPRK3"{",-0- " * 8}' for number in range(901, 921))


def test_an_official_list_has_a_date(api: httpx.Client, service: Service) -> None:
    """OFAC's CSV names none: it is refused until the sender says one, so that its age is known."""
    place = "/v1/watchlists/ofac/versions"
    refused = api.post(place, content=SDN, params={"filename": "sdn.csv"})
    assert [one["code"] for one in refused.json()["refusals"]] == ["shrunk", "shrunk", "undated"]
    refused = api.post(place, content=SDN, params={"filename": "sdn.csv", "date": "2024-05-02"})
    assert [one["code"] for one in refused.json()["refusals"]] == ["shrunk", "shrunk", "older"]
    assert api.post(place, content=SDN, params={"date": "some day"}).status_code == 422


@pytest.mark.parametrize("filename", [None, "ours.csv", "sdn.csv", "ofac.csv"])
def test_a_list_does_not_go_by_the_name_of_another(api: httpx.Client, filename: str | None) -> None:
    """OFAC's list sent to the place of ours, whatever its file is called."""
    params = {"date": "2024-05-02"} | ({} if filename is None else {"filename": filename})
    refused = api.post("/v1/watchlists/ours/versions", content=SDN, params=params)
    assert (refused.status_code, "this is the list 'ofac'" in refused.json()["detail"]) == (422, True)


def test_a_list_told_by_its_file_name(api: httpx.Client) -> None:
    """A bare list of names, and a table under another name, are this list all the same."""
    for filename, text in (("names.txt", "Oleg Zhdanovskiy\nPetr Examplov\n"), ("staff-2024.csv", NEW)):
        sent = api.post(
            "/v1/watchlists/ours/versions", content=text, params={"filename": filename, "date": "2024-03-01"}
        )
        assert (sent.status_code, sent.json()["list"]) == (201, "ours"), sent.text
    assert api.get("/v1/watchlists/ours/versions").json()["items"][0]["source"] == "staff-2024.csv"


def test_articles_are_screened_while_the_store_is_away(api: httpx.Client, service: Service, tmp_path: Path) -> None:
    """A key that the store knew just now: the same screening, and `degraded` says that ages go by dates alone."""
    with service.store.write() as tx:
        people.add_user(tx, "ann", "submitter", password=None, now=service.clock())
        key = people.add_key(tx, "ann", days=30, now=service.clock())
    asked = {"json": {"text": TEXT}, "headers": {"Authorization": f"Bearer {key}"}}
    before = api.post("/v1/screen", **asked).json()
    store, service.store = service.store, Store(create_engine(f"sqlite:///{tmp_path}/no/such/folder/a.db"))
    try:
        answer = api.post("/v1/screen", **asked)
        unknown = api.post("/v1/screen", json={"text": TEXT}, headers={"Authorization": "Bearer fs_nobody_x"})
    finally:
        service.store = store
    assert answer.status_code == 200
    assert "the store does not answer" in answer.json()["freshness"]["degraded"][0]
    assert {**answer.json(), "freshness": None} == {**before, "freshness": None}
    assert unknown.status_code == 503
