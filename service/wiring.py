"""Settings -> a working Service. The one file that knows every room."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

from service import refresh, relook
from service.clock import utc_now
from service.errors import ConflictError, NotFoundError
from service.garbage import settle_again, settled
from service.intake import Intake, Screens
from service.listing import lists_in_use, source_of
from service.logs import get_logger
from service.model.alert import aged
from service.model.entity import Entity
from service.names.roster import NameIndex
from service.policy import load_policy
from service.report.examiner import Present
from service.report.gather import InUse
from service.report.schedule import make_due
from service.review import Filing, Regrouping, Review, Suppressing
from service.rulebook import Reload, Rulebook
from service.ruleset.load import embedded_rules_dir, load_rules
from service.screening.blobs import load_blobs
from service.screening.screener import Screener
from service.settings import Settings
from service.store import (
    audit,
    configuration,
    idempotency,
    list_states,
    list_versions,
    people,
    snapshots,
)
from service.store.database import Store, open_store
from service.store.list_states import ListState
from service.store.times import micros
from service.version import ENGINE_VERSION
from service.watchlist import past


class Service:
    """Everything a door needs, put together. `screener` is exchanged whole; readers see one snapshot."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        screener: Screens,
        clock: Callable[[], datetime],
        *,
        blobs: Mapping[str, bytes],
    ) -> None:
        """Take what `assemble` put together."""
        self._following = threading.Lock()
        self._rule_files = {name: content for name, content in blobs.items() if name.startswith("rules/")}
        self.settings, self.store, self.screener, self.clock = settings, store, screener, clock
        self.policy = load_policy(settings.policy)
        self.rulebook = Rulebook(self)
        self.intake = Intake(store, lambda: self.screener, clock, self.policy)
        self.review = Review(store, clock, self.policy)
        self.regrouping = Regrouping(store, clock, self.policy)
        self.filing = Filing(store, clock)
        self.suppressing = Suppressing(
            store, clock, self.policy, self.entries, lambda: self.screener.snapshot.provenance
        )

    @property
    def names(self) -> NameIndex:
        """The compiled names of the lists in use."""
        return self.real_screener().index

    def entries(self, entity_ids: Collection[str]) -> dict[str, Entity]:
        """The entries of the lists in use that have these ids."""
        wanted, lists = set(entity_ids), getattr(self.screener.snapshot, "watchlists", ())
        return {entity.id: entity for one in lists for entity in one.entities if entity.id in wanted}

    def rules(self) -> list[dict[str, Any]]:
        """The rules in use, as JSON."""
        return _rows(self.screener, "rules")

    def watchlists(self) -> list[dict[str, Any]]:
        """The lists in use, as JSON, with their age now."""
        with self.store.read() as tx:
            confirmed = list_states.confirmed(tx)
        return [aged(row, now=self.clock(), confirmed=confirmed) for row in _rows(self.screener, "lists")]

    def in_use(self) -> InUse:
        """What reports say of the rules and lists in use."""
        rules = [str(row["id"]) for row in self.rules()]
        return InUse(rules=rules, lists=self.watchlists(), snapshot=self.screener.snapshot.sha256)

    def present(self) -> Present:
        """What an examiner pack says of the installation; settings that may hold a secret are left out."""
        return Present(
            engine_version=ENGINE_VERSION,
            settings=self.settings.model_dump(mode="json", exclude={"database"}),
            policy=asdict(self.policy),
            in_use=self.in_use(),
            rule_tests=self.rulebook.test_results if isinstance(self.screener, Screener) else list,
        )

    def real_screener(self) -> Screener:
        """The screener in use. Raises ConflictError for a stand-in."""
        if not isinstance(self.screener, Screener):
            raise ConflictError("this service was put together without lists; open it with `open_service`")
        return self.screener

    def rule_folders(self) -> list[Path]:
        """The rule folders of the settings, overlays last."""
        return _folders(self.settings)

    def rule_files(self) -> Mapping[str, bytes]:
        """The files of the rules in use, as their snapshot names them."""
        return self._rule_files

    def exchange(self, screener: Screener, rule_files: Mapping[str, bytes], act: audit.Act | None = None) -> None:
        """Keep the snapshot, write down the act and put the screener in use: readers see the old one or the new one."""
        blobs = {**rule_files, **load_blobs([], screener.snapshot.watchlists)}
        with self.store.write() as tx:
            snapshots.keep(tx, screener.snapshot.sha256, blobs, now=self.clock())
            configuration.note(tx, screener.snapshot, self.policy.sha256, now=self.clock())
            if act is not None:
                audit.append(tx, act, now=self.clock())
        self._rule_files, self.screener = dict(rule_files), screener
        self.suppressing.follow_rules()
        settle_again()

    def reload_rules(self, *, actor: str) -> Reload:
        """Read the rule folders again; see `Rulebook.reload`. Waits while the lists are exchanged."""
        with self._following:
            return self.rulebook.reload(actor=actor, cache=self.settings.cache)

    def follow_lists(self) -> bool:
        """Exchange the screener when other versions of the lists are in use than it was made of; True when it was.

        The new one is built beside the old one, which answers until then; a list that cannot be read changes nothing.
        """
        with self._following:
            screener = self.screener
            if not isinstance(screener, Screener) or self.settings.watchlists:
                return False
            with self.store.read() as tx:
                wanted = list_versions.names_in_use(tx)
            present = {watchlist.name: watchlist.sha256 for watchlist in screener.snapshot.watchlists}
            if all(present.get(name) == sha256 for name, sha256 in wanted.items()):
                return False
            lists = lists_in_use(self.settings, held=screener.snapshot.watchlists)
            exchanged = screener.with_lists(lists, cache=self.settings.cache)
            exchanged.parties.link_now()
            self.suppressing.follow_lists(lists)
            self.exchange(exchanged, self._rule_files)
            get_logger("lists").info("lists.exchanged", snapshot=exchanged.snapshot.sha256)
            return True

    def refresh_list(self, name: str, *, actor: str) -> ListState | None:
        """Ask a list's publisher for a newer version; see `refresh.refresh_list`. Raises NotFoundError."""
        return refresh.refresh_list(self.store, source_of(self.settings, name), actor=actor, clock=self.clock)

    def keep_lists(self) -> None:
        """What is to be done for the lists now and then: refresh those that are due, follow what came in."""
        if self.settings.refresh_hours:
            self._refresh_due()
        if isinstance(self.screener, Screener):
            self.screener.index.prepare_change()
        self.follow_lists()
        self.look_again()

    def look_again(self) -> int:
        """Screen stored articles anew that may name what came to a list; see `relook.look_again`."""
        screener = self.screener
        index = screener.index if isinstance(screener, Screener) else None
        return relook.look_again(self.store, self.intake, screener.snapshot, index=index, clock=self.clock)

    def _refresh_due(self) -> None:
        """Refresh the lists whose time has come; one that has no address keeps none of the others from it."""
        with self.store.read() as tx:
            states = list_states.states(tx)
        before = micros(self.clock() - timedelta(hours=self.settings.refresh_hours))
        for name in self.settings.refresh_lists:
            if name not in states or (states[name].tried_at or 0) < before:
                try:
                    self.refresh_list(name, actor="refresh")
                except NotFoundError as error:
                    get_logger("lists").warning("list.refresh_failed", list=name, **{"error.message": str(error)})

    def keep_house(self) -> None:
        """What is to be done now and then: wake alerts, end suppressions, make reports that are due, forget."""
        self.review.wake_due()
        self.suppressing.end_overdue()
        if self.settings.period_reports != "off":
            make_due(self.store, self.settings.period_reports, self.in_use(), now=self.clock())
        now = self.clock()
        with self.store.write() as tx:
            idempotency.forget_old(tx, now=now)
            people.forget_sessions(tx, now=now)
            snapshots.forget_unused(tx, in_use=self.screener.snapshot.sha256, before=now - timedelta(days=1))
        self.store.optimize()

    def close(self) -> None:
        """Give back what is open."""
        self.store.close()


def assemble(
    settings: Settings, screener: Screens, blobs: Mapping[str, bytes], *, clock: Callable[[], datetime] = utc_now
) -> Service:
    """Open the store and put a Service together; `blobs`, the files behind the screener, are kept for replay."""
    store = open_store(settings.database)
    with store.write() as tx:
        snapshots.keep(tx, screener.snapshot.sha256, blobs, now=clock())
    service = Service(settings, store, screener, clock, blobs=blobs)
    with store.write() as tx:
        configuration.note(tx, screener.snapshot, service.policy.sha256, now=clock())
    service.suppressing.follow_lists(getattr(screener.snapshot, "watchlists", ()))
    service.suppressing.follow_rules()
    service.suppressing.end_overdue()
    return service


def open_service(
    settings: Settings, screener: Screener | None = None, *, clock: Callable[[], datetime] = utc_now
) -> Service:
    """A Service from its settings: its rules, the lists in use, its store. Raises the errors of what cannot be read."""
    screener = screener or load_screener(settings)
    blobs = load_blobs(_folders(settings), screener.snapshot.watchlists)
    return assemble(settings, screener, blobs, clock=clock)


def load_screener(settings: Settings, *, as_of: str | None = None) -> Screener:
    """The screener of a Service, without its store; `as_of` takes the lists as they stood on that day."""
    lists = lists_in_use(settings)
    if as_of is not None:
        lists = tuple(past.as_of(watchlist, as_of) for watchlist in lists)
    return settled(Screener(load_rules(_folders(settings), cache=settings.cache), lists, cache=settings.cache))


def _folders(settings: Settings) -> list[Path]:
    """The rule folders, overlays last."""
    return list(settings.rules) or [embedded_rules_dir()]


def _rows(screener: Screens, name: str) -> list[dict[str, Any]]:
    """Rules or lists of the snapshot in use."""
    return list(cast("list[dict[str, Any]]", screener.snapshot.provenance.as_dict()[name]))
