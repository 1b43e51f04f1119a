"""The tables of lists that change: refreshes, searches of stored articles. `tables.py` holds their versions."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, String, Table, Text

from service.store.tables import metadata

__all__ = ["list_searches", "list_states", "metadata"]

list_states = Table(  # what the last refresh of each list brought
    "list_states",
    metadata,
    Column("list", Text, primary_key=True),
    Column("etag", Text),  # of the last download that came through, with `modified`: asks whether there is a newer one
    Column("modified", Text),
    Column("tried_at", BigInteger),
    Column("outcome", Text),  # in use, unchanged, refused, failed
    Column("detail", Text),
    Column("succeeded_at", BigInteger),
    Column("screened", String(64)),  # version that stored articles were last screened against
    Column("confirmed", String(64)),  # version that the publisher had at `succeeded_at`
    Column("leased_by", Text),  # the process that refreshes it now
    Column("leased_until", BigInteger),
)

list_searches = Table(  # stored articles are being searched for what changed on a list
    "list_searches",
    metadata,
    Column("list", Text, primary_key=True),
    Column("version", String(64), nullable=False),  # looked for
    Column("since", Text, nullable=False),  # JSON: versions that stored articles may have been screened against
    Column("began_at", BigInteger, nullable=False),
    Column("searched_at", BigInteger, nullable=False),  # arrival of the last article searched, with `searched_id`
    Column("searched_id", Text, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("held_by", Text),  # the process that searches now
    Column("held_until", BigInteger),
)
