"""VERB: a list changes. A new version is checked against the one in use, kept, and put in use; or refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from service.errors import ConflictError, ListError, NotFoundError, StoreError
from service.logs import get_logger
from service.model.entity import Watchlist
from service.store import audit, list_states, list_versions
from service.store.database import Store, Transaction
from service.store.ids import new_id
from service.store.list_states import ListState
from service.store.list_versions import ListVersion
from service.store.times import micros
from service.watchlist import kept
from service.watchlist.diff import ListDiff, compare_versions
from service.watchlist.download import Fetched, Patience, Validators, fetch
from service.watchlist.guard import Refusal, check_version
from service.watchlist.load import read_watchlist
from service.watchlist.past import carry_forward, dated, in_force
from service.watchlist.report import describe
from service.watchlist.source import Source
from service.watchlist.sources import ListSource
from service.watchlist.starter import LISTS, starter_list

PATIENCE = Patience()
STARTER = "starter"
"""Source of a version that ships with the package."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a new version."""

    outcome: Literal["in use", "unchanged", "refused"]
    watchlist: Watchlist
    before: Watchlist | None
    """What was in use."""
    refusals: tuple[Refusal, ...] = ()
    """Why it was refused, or would have been without a reason to override."""

    @property
    def diff(self) -> ListDiff:
        """What changes from the version that was in use."""
        before = self.before or replace(self.watchlist, entities=(), version="none")
        return compare_versions(in_force(before), in_force(self.watchlist))

    def as_dict(self) -> dict[str, Any]:
        """The change as JSON, with the counts of the difference."""
        return {
            "outcome": self.outcome,
            "list": self.watchlist.name,
            "version": self.watchlist.version,
            "sha256": self.watchlist.sha256,
            "list_date": self.watchlist.list_date,
            "before": None if self.before is None else self.before.version,
            "counts": self.diff.as_dict()["counts"],
            "refusals": [refusal.as_dict() for refusal in self.refusals],
        }


def take_in(
    store: Store, new: Watchlist, *, actor: str, now: datetime, override: str | None = None, chosen: bool = False
) -> Change:
    """Keep a version and put it in use, unless `check_version` speaks against it and no reason to override is given.

    Entries that the version in use had and the new one has not are carried forward as delisted. Every outcome but
    `unchanged` is an event of the audit chain. `chosen`: a person names this file, so that a first version is measured
    by itself, not against the list that ships with the package. Raises ConflictError when another version came in
    meanwhile.
    """
    with store.read() as tx:
        active = list_versions.in_use(tx, new.name)
        before = _content(tx, active) if active is not None else shipped(new.name)
    if active is not None and active.sha256 == new.sha256:
        return Change("unchanged", new, before)
    measure = None if before is None or (chosen and active is None) else in_force(before)
    refusals = tuple(check_version(in_force(new), measure))
    if refusals and override is None:
        change = Change("refused", new, before, refusals)
    else:
        carried = new if before is None else carry_forward(new, before, on=now.date().isoformat())
        change = Change("in use", carried, before, refusals)

    def act(tx: Transaction) -> None:
        if _sha(list_versions.in_use(tx, new.name)) != _sha(active):
            raise ConflictError(f"{new.name}: another version came in meanwhile; compare with it and import again")
        if change.outcome == "in use":
            if active is None and before is not None:
                first = _version_of(before, source=STARTER)
                list_versions.keep(tx, first, kept.to_bytes(before), now=now - timedelta(microseconds=1))
            version = _version_of(change.watchlist, counts=describe(new))
            list_versions.keep(tx, version, kept.to_bytes(change.watchlist), now=now)
        audit.append(tx, _event(change, actor, override), now=now)

    store.transact(act)
    log = get_logger("lists")
    facts = {"list": new.name, "version": new.version, "outcome": change.outcome}
    if change.outcome == "refused":
        log.warning("list.refused", reasons=[refusal.code for refusal in refusals], **facts)
    else:
        log.info("list.in_use", **facts)
    return change


def roll_back(store: Store, name: str, to: str | None, *, reason: str, actor: str, now: datetime) -> ListVersion:
    """Put a kept version in use again: the one named, else the one imported before that in use.

    Raises NotFoundError when there is none, ConflictError when it is in use already.
    """

    def act(tx: Transaction) -> ListVersion:
        version = find_version(tx, name, to) if to else _previous(tx, name)
        active = list_versions.in_use(tx, name)
        if version.active:
            raise ConflictError(f"{name}: version {version.version} is in use already; choose another")
        list_versions.use(tx, name, version.sha256)
        event = audit.Act(
            actor=actor, type="list.rolled_back", subject=f"list/{name}", from_=_sha(active), to=version.sha256,
            note=reason,
        )  # fmt: skip
        audit.append(tx, event, now=now)
        return replace(version, active=True)

    version = store.transact(act)
    get_logger("lists").warning("list.rolled_back", list=name, version=version.version)
    return version


def find_version(tx: Transaction, name: str, wanted: str) -> ListVersion:
    """A kept version by its name, its date or the beginning of its hash; the newest import of several.

    Raises NotFoundError.
    """
    for version in list_versions.history(tx, name):
        if wanted in (version.version, version.list_date) or (len(wanted) >= 6 and version.sha256.startswith(wanted)):
            return version
    kept_here = [f"{one.version} ({one.list_date or 'undated'})" for one in list_versions.history(tx, name)[:5]]
    remedy = f"kept are {', '.join(kept_here)}" if kept_here else "nothing was imported yet"
    raise NotFoundError(f"{name}: no version {wanted!r} is kept; {remedy}; `flagstaff lists history {name}` shows all")


def read_version(tx: Transaction, name: str, wanted: str | None = None) -> Watchlist:
    """A kept version in full, delisted entries included; without a wish, the one in use. Raises NotFoundError."""
    version = find_version(tx, name, wanted) if wanted else list_versions.in_use(tx, name)
    if version is not None:
        return _content(tx, version)
    starter = shipped(name)
    if starter is None:
        raise NotFoundError(f"no list {name!r} is kept here; `flagstaff lists show` names the lists")
    return starter


def refusal_text(name: str, refusals: Sequence[Refusal]) -> str:
    """Why a version does not replace the one in use, in one sentence."""
    return f"{name}: the version in use stays, because {'; '.join(refusal.reason for refusal in refusals)}"


def _previous(tx: Transaction, name: str) -> ListVersion:
    """The version imported last before the one in use."""
    kept_here = list_versions.history(tx, name)
    active = next((place for place, version in enumerate(kept_here) if version.active), len(kept_here))
    if active + 1 >= len(kept_here):
        raise NotFoundError(f"{name}: no version is kept from before the one in use; there is nothing to go back to")
    return kept_here[active + 1]


def _content(tx: Transaction, version: ListVersion) -> Watchlist:
    return kept.from_bytes(list_versions.content(tx, version.list, version.sha256))


def shipped(name: str) -> Watchlist | None:
    """The list of that name that ships with the package."""
    return starter_list(name) if name in LISTS else None


def _sha(version: ListVersion | None) -> str | None:
    return None if version is None else version.sha256


def _version_of(
    watchlist: Watchlist, *, counts: dict[str, Any] | None = None, source: str | None = None
) -> ListVersion:
    return ListVersion(
        list=watchlist.name,
        sha256=watchlist.sha256,
        version=watchlist.version,
        list_date=watchlist.list_date,
        source=source or watchlist.source or "",
        counts=describe(watchlist) if counts is None else counts,
        active=True,
        imported_at=0,
    )


def _event(change: Change, actor: str, override: str | None) -> audit.Act:
    """What is written down of a change."""
    refused = change.outcome == "refused"
    data = json.loads(json.dumps({**change.as_dict(), "override": bool(change.refusals) and not refused}))
    return audit.Act(
        actor=actor,
        type="list.refused" if refused else "list.imported",
        subject=f"list/{change.watchlist.name}",
        from_=None if change.before is None else change.before.sha256,
        to=None if refused else change.watchlist.sha256,
        note=override,
        data=data,
    )


def refresh_list(
    store: Store, source: ListSource, *, actor: str, clock: Callable[[], datetime], patience: Patience = PATIENCE
) -> ListState | None:
    """Ask a publisher for a newer version and take it in; whatever goes wrong, the version in use stays.

    Returns what came of it, which is also kept for everybody to see; None while another process does it already.
    """
    holder, now = new_id(clock()), clock()
    seconds = int(patience.total * patience.tries * (1 + len(source.beside))) + 600
    if not store.transact(lambda tx: list_states.lease(tx, source.name, holder, now=now, seconds=seconds)):
        return None
    values = _refreshed(store, source, actor=actor, now=now, patience=patience)

    def note(tx: Transaction) -> ListState:
        list_states.save(tx, source.name, **values)
        list_states.release(tx, source.name, holder)
        if values["outcome"] == "failed":
            failed = audit.Act(
                actor=actor, type="list.refresh_failed", subject=f"list/{source.name}", note=values["detail"]
            )
            audit.append(tx, failed, now=now)
        return list_states.states(tx)[source.name]

    try:
        return store.transact(note)
    except StoreError as error:
        get_logger("lists").warning("list.state_not_kept", list=source.name, **{"error.message": str(error)})
        return ListState(list=source.name, tried_at=micros(now), outcome="failed", detail=values["detail"])


def _refreshed(store: Store, source: ListSource, *, actor: str, now: datetime, patience: Patience) -> dict[str, Any]:
    """The columns that one attempt leaves behind; the publisher's validators only of what was taken in, `confirmed`
    for what the publisher has now (after a rollback that is not the version in use).
    """
    values: dict[str, Any] = {"tried_at": micros(now), "outcome": "failed", "detail": None}
    try:
        with store.read() as tx:
            state = list_states.states(tx)[source.name]
        known = Validators() if source.beside or not state.confirmed else Validators(state.etag, state.modified)
        fetched = fetch(source.url, known, patience=patience)
        outcome, confirmed, detail = "unchanged", state.confirmed, None
        if fetched.data is not None:
            outcome, confirmed, detail = _take_download(store, source, fetched, actor, now, patience)
    except (ListError, ConflictError, StoreError) as error:
        get_logger("lists").warning("list.refresh_failed", list=source.name, **{"error.message": str(error)})
        return {**values, "detail": str(error)}
    if outcome == "refused":
        return {**values, "outcome": "refused", "detail": detail}
    if fetched.data is not None:
        values |= {"etag": fetched.validators.etag, "modified": fetched.validators.modified}
    return {**values, "outcome": outcome, "confirmed": confirmed, "succeeded_at": micros(now)}


def _take_download(
    store: Store, source: ListSource, fetched: Fetched, actor: str, now: datetime, patience: Patience
) -> tuple[str, str, str | None]:
    """Read a download and take it in: what came of it, its sha256, why it was refused. A version that was gone back
    from changes nothing. A file without a date has that of `Last-Modified`, else of today.
    """
    beside = {name: fetch(url, patience=patience).data or b"" for name, url in source.beside.items()}
    label = source.url.partition("?")[0].rstrip("/").rpartition("/")[2] or source.name
    name = source.name if source.format in ("table", "opensanctions") else None
    new = read_watchlist(Source(label, fetched.data or b"", beside), name=name, columns=source.columns)
    new = dated(new, fetched.published or now.date().isoformat())
    if new.name != source.name:
        raise ListError(f"{source.url}: this is the list {new.name!r}, not {source.name!r}; check the address")
    with store.read() as tx:
        if any(each.sha256 == new.sha256 and not each.active for each in list_versions.history(tx, new.name)):
            return "unchanged", new.sha256, None
    change = take_in(store, new, actor=actor, now=now)
    detail = refusal_text(source.name, change.refusals) if change.outcome == "refused" else None
    return change.outcome, new.sha256, detail
