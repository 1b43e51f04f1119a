"""A list that somebody sends: checked against the version in use, then put in use or refused, for either door."""

from __future__ import annotations

import datetime as dt

from service import refresh
from service.refresh import Change
from service.watchlist.load import read_sent
from service.watchlist.past import dated
from service.web.problems import Refusal
from service.wiring import Service

MAX_UPLOAD = 256_000_000
"""Bytes of a list that is sent."""


def put_in_use(
    service: Service, name: str, content: bytes, *, filename: str | None, date: dt.date | None, actor: str
) -> Change:
    """Put a list in use in the place of the list `name`; `date` is its day where its file names none.

    Raises ListError for what cannot be read, Refusal (409) with every reason for what looks damaged.
    """
    watchlist = dated(read_sent(name, filename, content), date.isoformat() if date else None)
    change = refresh.take_in(service.store, watchlist, actor=actor, now=service.clock())
    if change.outcome == "refused":
        detail = refresh.refusal_text(name, change.refusals)
        raise Refusal(409, detail, kind="list-refused", refusals=[refusal.as_dict() for refusal in change.refusals])
    service.follow_lists()
    return change
