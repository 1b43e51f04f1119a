"""Stored articles after a list has changed: each is searched once, whatever happens in between."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.intake import Intake
from service.listing import take_in_list
from service.model.article import Article
from service.relook import look_again
from service.screening.screener import Screener
from service.settings import Settings
from service.store import list_searches, list_states, queue, screenings
from service.store.articles import KeptArticle
from service.store.telling import show_row
from service.watchlist.load import load_watchlist
from service.wiring import Service, open_service

HEAD = "id,name,type,country,listed on,weak aliases,born,programmes\n"
OLD = HEAD + "1,Testovich Ivan,person,RU,2020-01-01,,,\n2,Examplov Petr,person,RU,2020-01-01,,,\n"
NEW = OLD + "3,Zhdanovskiy Oleg,person,RU,2024-03-01,,,\n"
TEXT = "Oleg Zhdanovskiy, a Russian businessman, signed contract {}. Later Oleg Zhdanovskiy left."
COUNT = 12


class Clock:
    """A clock that is set by hand."""

    now = datetime(2026, 5, 4, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time that was set."""
        return self.now


def settings(folder: Path) -> Settings:
    return Settings(database=str(folder / "a.db"), cache=folder / "cache")


def use(folder: Path, text: str) -> None:
    """Put a version of our list in use."""
    (folder / "ours.csv").write_text(text)
    take_in_list(settings(folder), load_watchlist(folder / "ours.csv"), actor="ann", override="a test")


def opened(folder: Path, clock: Clock) -> Service:
    """A Service of which our list is the only one."""
    return open_service(settings(folder), Screener.load(watchlists=[folder / "ours.csv"]), clock=clock)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path: Path, clock: Clock) -> Iterator[Service]:
    """A Service with some articles, searched for nothing yet."""
    use(tmp_path, OLD)
    made = opened(tmp_path, clock)
    keep(made, *(TEXT.format(number) for number in range(COUNT)))
    yield made
    made.close()


def keep(service: Service, *texts: str) -> None:
    """Take in some articles, a second apart."""
    for number, text in enumerate(texts):
        service.clock.now += timedelta(seconds=1)  # type: ignore[attr-defined]
        service.intake.receive(Article(text, id=f"a-{number}-{len(text)}-{text[-9:]}"), actor="ann")


def alerts(service: Service) -> int:
    with service.store.read() as tx:
        return queue.count(tx, queue.Wanted())


def screened(service: Service) -> str | None:
    """The version that every stored article was searched for."""
    with service.store.read() as tx:
        return list_states.states(tx).get("ours", list_states.ListState(list="ours")).screened


CHILD = """
import os, signal, sys
from datetime import timedelta
from pathlib import Path
from service.intake import Intake
from service.relook import look_again
from tests.store.test_relook import Clock, opened

class Dies(Intake):
    done = 0
    def look_again(self, kept, *, actor):
        if self.done == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        self.done += 1
        return super().look_again(kept, actor=actor)

clock = Clock()
clock.now += timedelta(hours=1)
service = opened(Path(sys.argv[1]), clock)
intake = Dies(service.store, lambda: service.screener, clock, service.policy)
look_again(service.store, intake, service.screener.snapshot, clock=clock)
"""


class Counts(Intake):
    """An intake that counts the articles that are screened in full."""

    seen: list[KeptArticle]

    def look_again(self, kept: KeptArticle, *, actor: str) -> bool:
        """Count one."""
        self.seen.append(kept)
        return super().look_again(kept, actor=actor)


def test_a_killed_search_goes_on_where_it_was(service: Service, tmp_path: Path, clock: Clock) -> None:
    """kill -9 in the middle: another process does the rest once the lease is over, and not what was done."""
    use(tmp_path, NEW)
    killed = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path)], check=False, timeout=120)
    assert killed.returncode == -9
    service.follow_lists()
    intake = Counts(service.store, lambda: service.screener, clock, service.policy)
    intake.seen = []
    clock.now = Clock.now + timedelta(hours=1, seconds=30)
    assert look_again(service.store, intake, service.screener.snapshot, clock=clock) == 0, "the lease still runs"
    clock.now = Clock.now + timedelta(hours=1, seconds=61)
    assert look_again(service.store, intake, service.screener.snapshot, clock=clock) == COUNT - 5
    assert len(intake.seen) == COUNT - 5
    assert alerts(service) == 1, "all tell one story"
    assert screened(service) == load_watchlist(tmp_path / "ours.csv").sha256


def test_only_the_list_that_changed_is_read(service: Service, tmp_path: Path) -> None:
    """After an exchange the other lists are the very objects that were screened against before."""
    use(tmp_path, NEW)
    service.follow_lists()
    before = {watchlist.name: watchlist for watchlist in service.real_screener().snapshot.watchlists}
    use(tmp_path, NEW + "9,Someone Else Entirely\n")
    assert service.follow_lists()
    after = {watchlist.name: watchlist for watchlist in service.real_screener().snapshot.watchlists}
    assert {name for name in after if after[name] is not before[name]} == {"ours"}
    assert len(after) > 1


def test_a_refresh_and_a_search_do_not_wait_for_each_other(service: Service, tmp_path: Path, clock: Clock) -> None:
    """While another process asks the publisher, stored articles are searched; and the other way round."""
    use(tmp_path, NEW)
    service.follow_lists()
    with service.store.write() as tx:
        assert list_states.lease(tx, "ours", "refresher", now=clock(), seconds=900)
    assert service.look_again() == COUNT
    with service.store.write() as tx:
        list_states.release(tx, "ours", "refresher")
        version = load_watchlist(tmp_path / "ours.csv").sha256
        assert list_searches.begin(tx, "ours", version, "searcher", now=clock(), seconds=900)
        assert list_states.lease(tx, "ours", "refresher", now=clock(), seconds=900)
    assert service.look_again() == 0


def test_what_came_in_while_others_lagged_is_searched(service: Service, tmp_path: Path, clock: Clock) -> None:
    """Another process screens an article against the old list after the search went past: its end finds it."""
    lagging = opened(tmp_path, clock)
    use(tmp_path, NEW)
    service.follow_lists()
    assert service.look_again() == COUNT
    assert screened(service) is None, "not before a minute has gone by"
    keep(lagging, "Harbin: nobody knew. " + TEXT.format("late"))
    lagging.close()
    clock.now += timedelta(seconds=90)
    assert service.look_again() == 1
    assert screened(service) == load_watchlist(tmp_path / "ours.csv").sha256


def test_a_version_that_was_soon_replaced_is_not_forgotten(service: Service, tmp_path: Path, clock: Clock) -> None:
    """An entry that one version lacked: articles that came in under that version are searched for it too."""
    clock.now += timedelta(seconds=90)
    service.look_again()
    use(tmp_path, NEW.replace("2,Examplov Petr,person,RU,2020-01-01,,,\n", ""))
    service.follow_lists()
    service.look_again()
    keep(service, "Petr Examplov, a Russian, bought a ship. Later Petr Examplov left.")
    use(tmp_path, NEW)
    service.follow_lists()
    assert service.look_again() == 1, "Examplov was listed all the time but for that version"


def test_a_party_that_needs_another_beside_it_is_found(service: Service, tmp_path: Path, clock: Clock) -> None:
    """A weak alias that is enough only beside a party of the same programme, which was listed before."""
    fellow = HEAD + "1,Zhdanovskiy Oleg,person,RU,2020-01-01,,,DPRK\n"
    use(tmp_path, fellow)
    service.follow_lists()
    keep(service, "Oleg Zhdanovskiy met Kim Briveto. Oleg Zhdanovskiy left.", "Yesterday Kim Briveto met nobody.")
    service.look_again()
    use(tmp_path, fellow + "9,Qorvanek Aldo,person,IR,2020-01-01,Kim Brivetto,,DPRK\n")
    service.follow_lists()
    assert service.look_again() == 1, "found beside the fellow, not alone"


def test_a_changed_fact_is_told(service: Service, tmp_path: Path, clock: Clock) -> None:
    """The entry gets a date of birth: the same name at the same place, and its alert says why it is back."""
    use(tmp_path, NEW)
    service.follow_lists()
    service.look_again()
    use(tmp_path, NEW.replace("Oleg,person,RU,2024-03-01,,", "Oleg,person,RU,2024-03-01,,1970-05-03"))
    service.follow_lists()
    assert service.look_again() == COUNT
    assert service.look_again() == 0, "once is enough"
    with service.store.read() as tx:
        [row] = queue.page(tx, queue.Wanted(), cursor=None, limit=10).rows
        assert show_row(tx, row, now=clock())["why_now"] == "list_change"


def test_a_version_that_comes_back_is_told_again(service: Service, tmp_path: Path, clock: Clock) -> None:
    """A fact is changed and taken back: the screening under the first version is the newest once more, kept once."""
    for text in (NEW, NEW.replace("Oleg,person,RU,2024-03-01,,", "Oleg,person,RU,2024-03-01,,1970-05-03"), NEW):
        use(tmp_path, text)
        service.follow_lists()
        assert service.look_again() == COUNT
        clock.now += timedelta(seconds=90)
        service.look_again()
    with service.store.read() as tx:
        newest = screenings.get(tx, f"a-0-{len(TEXT.format(0))}-{TEXT.format(0)[-9:]}", 1)
    assert newest["snapshot"] == service.screener.snapshot.sha256


def test_screened_twice_at_one_moment_the_later_stands(service: Service, tmp_path: Path) -> None:
    """The clock may stand still between two screenings of an article; the second is the newest all the same."""
    use(tmp_path, NEW)
    service.follow_lists()
    assert service.look_again() == COUNT
    last = COUNT - 1
    with service.store.read() as tx:
        newest = screenings.get(tx, f"a-{last}-{len(TEXT.format(last))}-{TEXT.format(last)[-9:]}", 1)
    assert newest["snapshot"] == service.screener.snapshot.sha256
