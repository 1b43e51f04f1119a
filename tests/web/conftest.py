"""A real server on a free port, over a store of its own, and Debian's Chromium to look at it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from service.listing import take_in_list
from service.screening.screener import Screener
from service.settings import Settings
from service.store.database import open_store
from service.watchlist.load import load_watchlist
from service.web.app import create_app
from service.wiring import Service, open_service
from tests.standin import stand_in_service

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page: Page) -> list[list[str]]:
    """What axe finds on a page against WCAG 2.2 AA; the page's context must bypass the content policy."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: list[list[str]] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags}).then(r => r.violations.map(v => [v.id, v.nodes[0].html]))",
        AXE_RULES,
    )
    return found


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, made once."""
    file = tmp_path_factory.mktemp("blank") / "flagstaff.db"
    open_store(str(file)).close()
    return file


@pytest.fixture
def service(tmp_path: Path, blank: Path) -> Iterator[Service]:
    """A Service with the stand-in screener."""
    shutil.copy(blank, tmp_path / "flagstaff.db")
    made = stand_in_service(tmp_path / "flagstaff.db")
    yield made
    made.close()


@contextmanager
def running(service: Service) -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create_app(service), log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def api(service: Service) -> Iterator[httpx.Client]:
    """A client of a running server."""
    with running(service) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


HEAD = "id,name,type,country,listed on,aliases\n"
OLD = HEAD + "1,Testovich Ivan,person,RU,2020-01-01,\n2,Examplov Petr,person,RU,2020-01-01,Old Alias\n"
NEW = OLD.replace("Old Alias", "New Alias") + "3,Third One,,,,\n"
"""Two versions of a small list."""


@contextmanager
def listed(folder: Path, *texts: str) -> Iterator[Service]:
    """A Service with the embedded rules and the versions of a small list, oldest first."""
    settings = Settings(database=str(folder / "a.db"), cache=folder / "cache")
    for text in texts:
        (folder / "ours.csv").write_text(text)
        take_in_list(settings, load_watchlist(folder / "ours.csv"), actor="ann")
    made = open_service(settings, Screener.load(watchlists=[folder / "ours.csv"]))
    yield made
    made.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, api: httpx.Client) -> Iterator[Page]:
    """A page of a running desk, 1440 wide; a message in the console is a failure."""
    context = browser.new_context(base_url=str(api.base_url), viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert [words for words in said if "status of 409" not in words] == []  # a form that is refused is an answer
