"""The pages about lists: ages, refreshes, versions, differences, entries, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from service.store import list_states, list_versions
from service.wiring import Service
from tests.web.conftest import NEW as PLAIN
from tests.web.conftest import OLD, listed

NEW = PLAIN.replace("Examplov Petr", "Examplov <Petr>")


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A Service with two versions of a small list."""
    with listed(tmp_path, OLD, NEW) as made:
        yield made


def versions(api: httpx.Client) -> tuple[str, str]:
    """Hashes of the older and the newer version."""
    newest, oldest = api.get("/v1/watchlists/ours/versions").json()["items"]
    return oldest["sha256"], newest["sha256"]


def test_a_difference_is_readable(api: httpx.Client) -> None:
    """From the list to its versions to what changed: names that came and went, with the names escaped."""
    old, new = versions(api)
    assert 'href="/desk/lists/ours"' in api.get("/desk/lists").text
    link = f"/desk/lists/ours/diff?from={old}&amp;to={new}"
    assert link in api.get("/desk/lists/ours").text
    html = api.get(link.replace("&amp;", "&")).text
    assert "1 added, 0 removed, 1 changed" in html
    assert '<ins dir="auto">&#34;New Alias&#34; (alias)</ins>' in html
    assert '<del dir="auto">&#34;Old Alias&#34; (alias)</del>' in html
    assert "Examplov &lt;Petr&gt;" in html
    assert "Third One" in html


def test_an_entry_has_a_page(api: httpx.Client) -> None:
    """Its names and facts; one that is on no list is refused in words."""
    html = api.get("/desk/entities/ours-2").text
    assert "New Alias" in html
    assert "2020-01-01" in html
    assert api.get("/desk/entities/ours-77").status_code == 404


def test_a_list_goes_with_a_plain_form(api: httpx.Client) -> None:
    """A good file is in use at once; a damaged one is refused in words, and the list stays as it is."""
    old, new = versions(api)
    page, file = "/desk/lists/ours/versions", {"file": ("ours.csv", (NEW + "4,Fourth One,,,,\n").encode(), "text/csv")}
    assert api.post(page, files=file, data={"date": "2024-05-01"}).status_code == 303
    newest = api.get("/v1/watchlists/ours/versions").json()["items"][0]
    assert newest["sha256"] not in (old, new)
    assert newest["list_date"] == "2024-05-01"
    refused = api.post(page, files={"file": ("ours.csv", b"<html>oops</html>", "text/csv")})
    assert refused.status_code >= 400
    assert api.post(page, files=file, data={"date": "soon"}).status_code == 422
    assert api.get("/v1/watchlists/ours/versions").json()["items"][0] == newest


def test_an_admin_goes_back_with_a_reason(api: httpx.Client) -> None:
    """Without a reason nothing happens; with one it stands in the audit trail."""
    old, _ = versions(api)
    form = {"content-type": "application/x-www-form-urlencoded"}
    refused = api.post("/desk/lists/ours/rollback", content=f"to={old}&reason=", headers=form)
    assert (refused.status_code, "say why" in refused.text) == (422, True)
    assert api.post("/desk/lists/ours/rollback", content=f"to={old}&reason=bad+file", headers=form).status_code == 303
    assert "bad file" in api.get("/v1/audit").text
    items = api.get("/v1/watchlists/ours/versions").json()["items"]
    assert [item["sha256"] for item in items if item["active"]] == [old]


def test_a_failed_refresh_is_loud(api: httpx.Client, service: Service) -> None:
    """The page of all lists and that of the list say when and why; a list without an address says what to set."""
    with service.store.write() as tx:
        list_states.save(tx, "ours", tried_at=1, outcome="failed", detail="the gzip file is cut off")
    for path in ("/desk/lists", "/desk/lists/ours"):
        assert "the gzip file is cut off" in api.get(path).text
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert "FLAGSTAFF_LIST_SOURCES" in api.post("/desk/lists/ours/refresh", content="", headers=form).text


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_an_admin_imports_a_file(page: Page, service: Service) -> None:
    """It is checked, and in use with its name and date."""
    page.goto("/desk/lists/ours")
    grown = NEW + "4,Fourth One,,,,\n"
    chosen = page.get_by_label("The list as its publisher gives it")
    chosen.set_input_files({"name": "today.csv", "mimeType": "text/csv", "buffer": grown.encode()})
    page.get_by_label("Its date").fill("2024-03-19")
    page.get_by_role("button", name="Check it and put it in use").click()
    expect(page.locator("tbody tr").first).to_contain_text("today.csv", timeout=60_000)
    with service.store.read() as tx:
        version = list_versions.in_use(tx, "ours")
    assert version is not None
    assert (version.source, version.list_date) == ("today.csv", "2024-03-19")
    assert "ours-4" in service.entries(["ours-4"])
