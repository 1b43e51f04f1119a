"""Refreshing from a publisher that misbehaves: whatever comes, the version in use stays and everybody can see why."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from service.errors import ListError
from service.refresh import refresh_list, roll_back, take_in
from service.store import audit, list_states, list_versions
from service.store.database import Store, open_store
from service.watchlist.download import Patience, fetch
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source
from service.watchlist.sources import ListSource

NOW = datetime(2026, 5, 4, tzinfo=UTC)
FLAGSTAFF = Path(sys.executable).with_name("flagstaff")
QUICK = Patience(total=1.0, silence=0.5, tries=2, pause=0.01, max_bytes=200_000)


def xml(count: int = 40, *, first: int = 0, name: str = "Person", date: str = "2026-05-01") -> bytes:
    """A UN list."""
    people = "".join(
        f"<INDIVIDUAL><DATAID>{number}</DATAID><FIRST_NAME>{name} N{number}</FIRST_NAME>"
        f"<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.{number:03}</REFERENCE_NUMBER><LISTED_ON>2020-01-01</LISTED_ON></INDIVIDUAL>"
        for number in range(first, first + count)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><CONSOLIDATED_LIST dateGenerated="{date}T10:00:00Z">'
        f"<INDIVIDUALS>{people}</INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


Answer = Callable[[BaseHTTPRequestHandler], None]


class Publisher:
    """A real server; `answer` is what it does with the next requests."""

    def __init__(self) -> None:
        self.answer: Answer = send(xml())
        self.asked: list[dict[str, str]] = []
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                publisher.asked.append({key.lower(): value for key, value in self.headers.items()})
                try:
                    publisher.answer(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        self.source = ListSource(
            "un", "UN", "un_xml", f"http://127.0.0.1:{self.server.server_port}/un.xml", "not tried"
        )


def send(body: bytes, status: int = 200, *, length: int | None = None, **headers: str) -> Answer:
    """An answer; `length` lies about how long it is, 0 leaves the length out."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for key, value in headers.items():
            handler.send_header(key.replace("_", "-"), value)
        if length != 0:
            handler.send_header("Content-Length", str(length or len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Nothing."""
    time.sleep(1.2)
    handler.close_connection = True


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    made = Publisher()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "a.db"))
    yield opened
    opened.close()


@pytest.fixture
def good(store: Store, publisher: Publisher) -> str:
    """The hash of a good version in use; it replaces the list that ships, which somebody had to allow."""
    change = take_in(store, read_watchlist(Source("un.xml", xml())), actor="ann", now=NOW, override="a test")
    return change.watchlist.sha256


def refresh(store: Store, publisher: Publisher, *, later: int = 1) -> list_states.ListState:
    """One refresh."""
    state = refresh_list(
        store, publisher.source, actor="clock", clock=lambda: NOW + timedelta(hours=later), patience=QUICK
    )
    assert state is not None
    return state


TWICE = xml().replace(b"KPi.001", b"KPi.000")
MOJIBAKE = xml(name="GonzÃ¡lez")
BAD: dict[str, tuple[Answer, str]] = {
    "truncated": (send(xml(), length=len(xml()) + 500), "closed"),
    "cut without a length": (send(xml()[:2000], length=0), "un.xml"),
    "empty": (send(b""), "empty"),
    "html": (send(b"<!DOCTYPE html><html><body>maintenance</body></html>", Content_Type="text/xml"), "HTML page"),
    "wrong root": (send(b'<?xml version="1.0"?><feed><entry/></feed>'), "root element"),
    "cut gzip": (send(gzip.compress(xml())[:-200]), "cut off"),
    "gzip bomb": (send(gzip.compress(b" " * 60_000_000)), "decompression bomb"),
    "doctype": (send(xml().replace(b"?>", b"?><!DOCTYPE a [<!ENTITY b 'c'>]>", 1)), "un.xml"),
    "shrunken": (send(xml(30)), "fewer"),
    "a little more than a tenth fewer": (send(xml(35)), "fewer"),
    "exploded": (send(xml(121)), "times as many"),
    "duplicate ids": (send(TWICE), "stand twice"),
    "bad encoding": (send(MOJIBAKE), "badly encoded"),
    "older": (send(xml(date="2025-01-01")), "2025-01-01"),
    "too large": (send(b"<" + b" " * 300_000), "larger than"),
    "slow drip": (drip, "takes longer"),
    "silence": (silent, "times; try again later"),
    "500": (send(b"oops", 500), "answers 500"),
    "503": (send(b"oops", 503), "2 times"),
    "404": (send(b"gone", 404), "answers 404"),
    "429 for an hour": (send(b"", 429, Retry_After="3600"), "asks for 3600 seconds"),
    "redirect to a web page": (send(b"", 302, Location="/%gg"), "un.xml"),
    "redirect loop": (send(b"", 302, Location="/un.xml"), "redirect"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_answer_never_replaces_a_good_list(store: Store, publisher: Publisher, good: str, kind: str) -> None:
    """The version in use stays; state and audit trail say what was wrong."""
    publisher.answer, words = BAD[kind]
    state = refresh(store, publisher)
    assert state.outcome in ("failed", "refused")
    assert words in str(state.detail)
    assert state.succeeded_at is None
    with store.read() as tx:
        assert list_versions.names_in_use(tx) == {"un": good}
        last = list(audit.export(tx))[-1]
    assert last["type"] in ("list.refresh_failed", "list.refused")
    assert words in str(last)


def test_a_new_version_is_taken_and_then_asked_for_conditionally(store: Store, publisher: Publisher, good: str) -> None:
    """The publisher's ETag and date go back to it; 304 leaves everything as it is."""
    publisher.answer = send(xml(41), ETag='"v2"', Last_Modified="Fri, 01 May 2026 10:00:00 GMT")
    assert refresh(store, publisher).outcome == "in use"
    publisher.answer = send(b"", 304, ETag='"v2"')
    state = refresh(store, publisher, later=2)
    assert (state.outcome, state.etag) == ("unchanged", '"v2"')
    assert publisher.asked[-1]["if-none-match"] == '"v2"'
    assert publisher.asked[-1]["if-modified-since"] == "Fri, 01 May 2026 10:00:00 GMT"
    with store.read() as tx:
        assert next(v for v in list_versions.history(tx, "un") if v.active).counts["entities"] == 41


def test_a_check_without_news_counts_for_the_age(store: Store, publisher: Publisher, good: str) -> None:
    """The same file, a 304, then a refusal: the version in use is as fresh as the last time it was the newest."""
    publisher.answer = send(xml(), ETag='"v1"')
    refresh(store, publisher)
    publisher.answer = send(b"", 304)
    refresh(store, publisher, later=30)
    publisher.answer = send(xml(10))
    assert refresh(store, publisher, later=60).outcome == "refused"
    with store.read() as tx:
        assert list_states.confirmed(tx) == {good: "2026-05-05T06:00:00.000Z"}


def test_a_failure_that_passes_is_tried_again(store: Store, publisher: Publisher, good: str) -> None:
    """One 503, then the list."""
    taken = send(xml(41))

    def once_busy(handler: BaseHTTPRequestHandler) -> None:
        publisher.answer = taken
        send(b"busy", 503)(handler)

    publisher.answer = once_busy
    assert refresh(store, publisher).outcome == "in use"
    assert len(publisher.asked) == 2


def test_a_tenth_fewer_and_three_times_as_many_pass(store: Store, publisher: Publisher, good: str) -> None:
    """The limits themselves: 40 -> 36 -> 108."""
    publisher.answer = send(xml(36))
    assert refresh(store, publisher).outcome == "in use"
    publisher.answer = send(xml(108))
    assert refresh(store, publisher, later=2).outcome == "in use"


def test_a_publisher_is_left_alone_for_as_long_as_it_asks(publisher: Publisher) -> None:
    """Retry-After in seconds or as a date comes on top of the own pause."""
    waits: list[float] = []
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    for asked, low, high in (("7", 7.0, 7.1), (soon, 30.0, 40.1), ("tomorrow or so", 0.0, 0.1)):
        publisher.answer = send(b"busy", 503, Retry_After=asked)
        with pytest.raises(ListError, match="answers 503"):
            fetch(publisher.source.url, patience=QUICK, sleep=waits.append)
        assert low <= waits[-1] <= high


def test_a_list_without_a_date_has_that_of_its_download(store: Store, publisher: Publisher, good: str) -> None:
    """`Last-Modified`, else the day on which it was fetched: an official list always has an age."""
    undated = xml(41).replace(b"dateGenerated", b"made")
    publisher.answer = send(undated, Last_Modified="Fri, 01 May 2026 10:00:00 GMT")
    assert refresh(store, publisher).outcome == "in use"
    publisher.answer = send(undated.replace(b"Person", b"Human"))
    assert refresh(store, publisher, later=2).outcome == "in use"
    with store.read() as tx:
        newest, before, *_ = list_versions.history(tx, "un")
    assert (newest.list_date, before.list_date) == ("2026-05-04", "2026-05-01")


def test_a_redirect_is_followed(store: Store, publisher: Publisher, good: str) -> None:
    """The list may have moved."""
    moved = send(xml(41))

    def away(handler: BaseHTTPRequestHandler) -> None:
        (moved if handler.path == "/new.xml" else send(b"", 301, Location="/new.xml"))(handler)

    publisher.answer = away
    assert refresh(store, publisher).outcome == "in use"


def test_the_proxy_of_the_environment_is_used(
    store: Store, publisher: Publisher, good: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that only the proxy can reach; it is asked by its full address."""
    paths: list[str] = []

    def proxied(handler: BaseHTTPRequestHandler) -> None:
        paths.append(handler.path)
        send(xml(41))(handler)

    publisher.answer = proxied
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{publisher.server.server_port}")
    publisher.source = ListSource("un", "UN", "un_xml", "http://lists.example/un.xml", "not tried")
    assert refresh(store, publisher).outcome == "in use"
    assert paths == ["http://lists.example/un.xml"]


def test_two_processes_refresh_once(tmp_path: Path, publisher: Publisher, good: str) -> None:
    """Two commands at the same time: one asks the publisher, the other sees that it does."""
    asked, looked = threading.Event(), threading.Event()

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        asked.set()
        looked.wait(50)
        send(xml(41))(handler)

    publisher.answer = slowly
    (tmp_path / "sources.yaml").write_text(f"- name: un\n  url: {publisher.source.url}\n")
    command = [str(FLAGSTAFF), "lists", "refresh", "un", "--database", str(tmp_path / "a.db")]
    env = {**os.environ, "FLAGSTAFF_LIST_SOURCES": str(tmp_path / "sources.yaml")}
    first = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    assert asked.wait(60)
    second = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=False, timeout=60)
    looked.set()
    assert "under way in another process" in second.stdout
    assert "un: in use" in first.communicate(timeout=60)[0]
    assert len(publisher.asked) == 1


def test_a_gzipped_list_is_read(store: Store, publisher: Publisher, good: str) -> None:
    """Packed by the publisher, with or without saying so."""
    publisher.answer = send(gzip.compress(xml(41)), Content_Encoding="gzip")
    assert refresh(store, publisher).outcome == "in use"


def test_another_list_at_the_address_is_refused(store: Store, publisher: Publisher, good: str) -> None:
    """The UN's list does not become the EU's."""
    publisher.source = ListSource("eu", "EU", "eu_xml", publisher.source.url, "not tried")
    assert "this is the list 'un'" in str(refresh(store, publisher).detail)


def test_a_version_that_was_taken_back_does_not_return(store: Store, publisher: Publisher, good: str) -> None:
    """After a rollback the same download changes nothing; a newer one does."""
    publisher.answer = send(xml(41))
    refresh(store, publisher)
    roll_back(store, "un", good, reason="wrong", actor="ann", now=NOW)
    assert refresh(store, publisher, later=2).outcome == "unchanged"
    with store.read() as tx:
        assert list_versions.names_in_use(tx) == {"un": good}
        assert good not in list_states.confirmed(tx), "the publisher has another version than the one in use"
    publisher.answer = send(xml(42))
    assert refresh(store, publisher, later=3).outcome == "in use"


def test_one_process_refreshes(store: Store, publisher: Publisher, good: str) -> None:
    """While a lease runs, others leave the list alone; a lease that was never given back runs out."""
    with store.write() as tx:
        assert list_states.lease(tx, "un", "another", now=NOW, seconds=60)
        assert not list_states.lease(tx, "un", "me", now=NOW + timedelta(seconds=30), seconds=60)
    assert refresh_list(store, publisher.source, actor="clock", clock=lambda: NOW, patience=QUICK) is None
    assert publisher.asked == []
    assert refresh(store, publisher).outcome == "unchanged"


def test_a_full_disk_leaves_the_list_as_it_was(tmp_path: Path, publisher: Publisher, good: str) -> None:
    """The store has no page left: the refresh fails, says so, and the version in use stays."""

    def limit(connection: object, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=1").close()  # type: ignore[attr-defined]

    event.listen(Engine, "connect", limit)
    full = open_store(str(tmp_path / "a.db"))
    try:
        publisher.answer = send(xml(60, name="Someone with a long name that fills pages"))
        state = refresh(full, publisher)
        assert state.outcome == "failed"
        assert "disk" in str(state.detail)
        with full.read() as tx:
            assert list_versions.names_in_use(tx) == {"un": good}
    finally:
        event.remove(Engine, "connect", limit)
        full.close()
