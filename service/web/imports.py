"""A list that somebody sends: checked against the version in use, then put in use or refused, for either door."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from service import refresh
from service.refresh import Change
from service.watchlist.load import read_sent
from service.watchlist.past import dated
from service.web.problems import Refusal
from service.wiring import Service

MAX_UPLOAD = 256_000_000
"""Bytes of a list that is sent."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A list as it was sent."""

    content: bytes
    filename: str | None = None
    date: dt.date | None = None
    """Its day, where its file names none."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field -> heading, for a customer's own table."""
    override: str | None = None
    """Why it is to be taken although the checks speak against it."""


def put_in_use(service: Service, name: str, sent: Sent, *, actor: str) -> Change:
    """Put a list in use in the place of the list `name`.

    Raises ListError for what cannot be read, Refusal (409) with every reason for what looks damaged.
    """
    override = (sent.override or "").strip() or None
    watchlist = read_sent(name, sent.filename, sent.content, columns=sent.columns)
    watchlist = dated(watchlist, sent.date.isoformat() if sent.date else None)
    change = refresh.take_in(service.store, watchlist, actor=actor, now=service.clock(), override=override)
    if change.outcome == "refused":
        detail = refresh.refusal_text(name, change.refusals)
        raise Refusal(409, detail, kind="list-refused", refusals=[refusal.as_dict() for refusal in change.refusals])
    service.follow_lists()
    return change
