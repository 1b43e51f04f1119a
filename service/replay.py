"""VERB: an alert is screened again with the rules and lists of its time, and compared byte for byte."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from service.ruleset.load import load_rules
from service.screening.blobs import load_lists, unpack_rules
from service.screening.screener import Screener
from service.store import alerts, articles, screenings, snapshots
from service.store.alerts import Member
from service.store.database import Store


def replay(store: Store, alert_id: str) -> dict[str, Any]:
    """Screen an alert's articles again with the rules and lists of that time, and compare byte for byte.

    Raises NotFoundError for an unknown alert, or a snapshot that is not kept.
    """
    with store.read() as tx:
        alerts.get(tx, alert_id)
        group = alerts.members(tx, alert_id)
    results = []
    for snapshot in sorted({member.snapshot for member in group}):
        first = next(member for member in group if member.snapshot == snapshot)
        screener = _screener_of(store, first)
        results += [_replayed(store, member, screener) for member in group if member.snapshot == snapshot]
    return {"alert_id": alert_id, "identical": all(row["identical"] for row in results), "articles": results}


def _screener_of(store: Store, member: Member) -> Screener:
    """The screener of the snapshot that a screening names, with its lists in the order of that time."""
    with store.read() as tx:
        files = snapshots.load_blobs(tx, member.snapshot)
        screening = screenings.get(tx, member.article_id, member.revision, snapshot=member.snapshot)
    order = [row["name"] for row in screening["provenance"]["lists"]]
    with TemporaryDirectory() as folder:
        rules = load_rules(unpack_rules(files, Path(folder)))
    return Screener(rules, sorted(load_lists(files), key=lambda watchlist: order.index(watchlist.name)))


def _replayed(store: Store, member: Member, screener: Screener) -> dict[str, Any]:
    """One article screened again: whether the result is the same, and which of its parts are not."""
    with store.read() as tx:
        article = articles.get(tx, member.article_id, member.revision).article
        before = screenings.get(tx, member.article_id, member.revision, snapshot=member.snapshot)
        was = screenings.kept_sha256(tx, member.article_id, member.revision, member.snapshot)
    now = screenings.prepare(screener.screen(article))
    return {
        "article_id": member.article_id,
        "revision": member.revision,
        "snapshot": member.snapshot,
        "identical": now.sha256 == was,
        "was_sha256": was,
        "is_sha256": now.sha256,
        "differs_in": sorted(name for name in now.document if now.document[name] != before.get(name)),
    }
