"""VERB: stored articles are searched for what came to a list or changed on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from service.intake import Intake
from service.logs import get_logger
from service.model.entity import Entity, Watchlist
from service.names.compare import score_of
from service.names.match import build_index, find_mentions
from service.names.roster import NameIndex, narrow
from service.names.weights import CONTEXT_WEIGHTS
from service.refresh import read_version, shipped
from service.store import articles, list_searches, list_states, list_versions
from service.store.articles import KeptArticle, Place
from service.store.database import Store, Transaction
from service.store.ids import new_id
from service.store.list_searches import Search
from service.store.times import micros, moment
from service.text.document import read
from service.watchlist.diff import compare_versions
from service.watchlist.past import in_force

_AT_ONCE = 200
"""Articles that are read from the store together."""
_LEASE = 60
"""Seconds after which another process may go on with a search that nobody reports of."""
_REPORT = timedelta(seconds=5)
"""How often a search notes how far it has come."""
_LAG = timedelta(seconds=60)
"""For so long after a list was exchanged another process may screen what comes in against the list as it was."""
_ALL = (2**63 - 1, "")
"""The place behind every article."""


_LIKELY = score_of(-CONTEXT_WEIGHTS["fellow-party"])
"""Score from which an entry counts as named: a party that is not among the changed entries may back it in full."""


class _OvertakenError(Exception):
    """Another process has taken the search over."""


def look_again(
    store: Store, intake: Intake, snapshot: object, *, index: NameIndex | None = None, clock: Callable[[], datetime]
) -> int:
    """Screen stored articles anew that may name what came to a list or changed on it; returns how many changed.

    Only lists whose version in use is that of the snapshot: a screener that lags behind would find nothing. All
    articles are searched for these entries alone, in the order of their arrival; only those in which one is found are
    screened in full. One process of many does it, and what was broken off goes on where it stood. A minute after it
    began, what came in about that time is searched once more: another process may have screened it before it followed.
    With the `index` of that screener the entries are found just as it finds them.
    """
    changed = 0
    with store.read() as tx:
        wanted, states = list_versions.names_in_use(tx), list_states.states(tx)
    present = {watchlist.name: watchlist.sha256 for watchlist in getattr(snapshot, "watchlists", ())}
    for name, sha256 in wanted.items():
        screened = states[name].screened if name in states else None
        if screened != sha256 and present.get(name) == sha256:
            changed += _Searcher(store, intake, index, clock, new_id(clock())).search(name, sha256)
    return changed


@dataclass(frozen=True, slots=True)
class _Searcher:
    """One process at one search."""

    store: Store
    intake: Intake
    live: NameIndex | None
    """All names in use, as articles are screened against them."""
    clock: Callable[[], datetime]
    holder: str

    def search(self, name: str, sha256: str) -> int:
        """Take up the search for a version and bring it as far as it goes now; how many articles changed."""
        with self.store.write() as tx:
            begun = list_searches.begin(tx, name, sha256, self.holder, now=self.clock(), seconds=_LEASE)
        if begun is None:
            return 0
        search = begun
        try:
            if search.place != _ALL:
                search = self._through(search)
            began = moment(search.began_at)
            if self.clock() >= began + _LAG:
                search = self._through(replace(search, place=(micros(began - _LAG), "")))
                self._write(lambda tx: list_searches.finish(tx, search, self.holder))
                get_logger("lists").info("list.searched", list=name, version=sha256[:12], changed=search.changed)
        except _OvertakenError:
            get_logger("lists").info("list.search_overtaken", list=name, version=sha256[:12])
        finally:
            with self.store.write() as tx:
                list_searches.pause(tx, name, self.holder)
        return search.changed - begun.changed

    def _through(self, search: Search) -> Search:
        """Search every article behind the place of a search."""
        index: NameIndex | None = None
        while page := self._page(search.place):
            if index is None:
                changed = _changed_entries(self.store, search.list, search.since, to=search.version)
                index = build_index([changed]) if self.live is None else narrow(self.live, changed)
            noted = self.clock()
            for kept in page:
                found = self._look(kept, index)
                search = replace(search, place=articles.place_of(kept), changed=search.changed + found)
                if found or self.clock() >= noted + _REPORT:
                    noted = self._note(search)
            self._note(search)
        search = replace(search, place=_ALL)
        self._note(search)
        return search

    def _page(self, after: Place) -> list[KeptArticle]:
        """The next articles."""
        with self.store.read() as tx:
            return articles.arrived(tx, after=after, limit=_AT_ONCE)

    def _look(self, kept: KeptArticle, index: NameIndex) -> bool:
        """Whether an article names one of the entries and something else is found in it now."""
        if not index.entries:
            return False
        found = find_mentions(read(kept.article), index, threshold=_LIKELY, near_misses=False)
        return bool(found.mentions) and self.intake.look_again(kept, actor="lists")

    def _note(self, search: Search) -> datetime:
        """Keep how far the search has come; the time of it. Raises _OvertakenError."""
        now = self.clock()
        self._write(lambda tx: list_searches.go_on(tx, search, self.holder, now=now, seconds=_LEASE))
        return now

    def _write(self, act: Callable[[Transaction], bool]) -> None:
        """Do what only the process may do that has the search. Raises _OvertakenError."""
        with self.store.write() as tx:
            if not act(tx):
                raise _OvertakenError


def _changed_entries(store: Store, name: str, since: Iterable[str | None], *, to: str) -> Watchlist:
    """What of a kept version stored articles were not screened against: entries added since any of some versions
    (by sha256), or changed in what articles are judged by.

    None among them is the list that ships with the package, or nothing. Raises NotFoundError.
    """
    with store.read() as tx:
        after = read_version(tx, name, to)
        earlier = [read_version(tx, name, sha256) if sha256 else shipped(name) for sha256 in since]
    wanted: dict[str, Entity] = {}
    for before in earlier:
        diff = compare_versions(in_force(before or replace(after, entities=())), in_force(after))
        found = (*diff.added, *(change.after for change in diff.changed if change.matters))
        wanted |= {entity.id: entity for entity in found}
    return replace(after, entities=tuple(wanted.values()))
