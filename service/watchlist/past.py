"""Entries that are no longer listed, and the list as it stood on a day."""

from __future__ import annotations

import dataclasses
import hashlib

from service.model.entity import Entity, Watchlist


def dated(watchlist: Watchlist, date: str | None) -> Watchlist:
    """The list with a date (ISO 8601) where its file names none; the publisher's own date stays."""
    return watchlist if watchlist.list_date or not date else dataclasses.replace(watchlist, list_date=date)


def in_force(watchlist: Watchlist) -> Watchlist:
    """The list without its delisted entries."""
    if not any(entity.delisted_on for entity in watchlist.entities):
        return watchlist
    return dataclasses.replace(
        watchlist, entities=tuple(entity for entity in watchlist.entities if entity.delisted_on is None)
    )


def carry_forward(new: Watchlist, old: Watchlist, *, on: str) -> Watchlist:
    """`new` with the entries that only `old` has, delisted.

    Their day is the date of `new`, the first version without them, or `on` where it has no date; one that was delisted
    before keeps its day. They stand after the listed ones, in the order of `old`. A `new` that is older than `old`
    knows nothing of later delistings: then only those that were delisted before are carried.
    """
    backwards = bool(new.list_date and old.list_date and new.list_date < old.list_date)
    present = {entity.id for entity in new.entities}
    day = new.list_date or on
    gone = tuple(
        entity if entity.delisted_on else dataclasses.replace(entity, delisted_on=day)
        for entity in old.entities
        if entity.id not in present and (entity.delisted_on or not backwards)
    )
    return dataclasses.replace(new, entities=(*new.entities, *gone)) if gone else new


def as_of(watchlist: Watchlist, date: str) -> Watchlist:
    """The list as it stood on a day (ISO 8601).

    An entry counts when it was listed on that day or before and delisted after it, if at all. One without a listing
    date counts as listed: a list that gives no dates must not lose its names. The hash names list and day.
    """
    entities = tuple(
        dataclasses.replace(entity, delisted_on=None) if entity.delisted_on else entity
        for entity in watchlist.entities
        if _listed(entity, date)
    )
    digest = hashlib.sha256(f"{watchlist.sha256} as of {date}".encode()).hexdigest()
    version = f"{watchlist.version or watchlist.sha256[:12]} as of {date}"
    return dataclasses.replace(watchlist, entities=entities, sha256=digest, version=version)


def _listed(entity: Entity, date: str) -> bool:
    """Whether an entry was in force on a day; a day of delisting that nobody knows counts as long ago."""
    if entity.listed_on is not None and entity.listed_on > date:
        return False
    return entity.delisted_on is None or (entity.delisted_on != "unknown" and entity.delisted_on > date)
