"""Fill a store for measuring: `python -m tests.bench.load_store STORE.db --alerts 1000000 --articles 5000000`.

Articles are short, drawn from the examples of the rules by a seed; the same numbers and seed give the same store. What
was loaded stays: an interrupted load goes on where it stopped. The file is meant to be thrown away.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson

from service.model import alert as told
from service.model.article import Article
from service.model.disposition import Policy
from service.ruleset.load import embedded_rules_dir
from service.ruleset.testing import example_article
from service.screening.blobs import load_blobs
from service.screening.screener import Screener
from service.store import audit, screenings, snapshots
from service.store.alerts import AlertRow
from service.store.database import Store, Transaction, open_store
from service.store.packing import pack_text
from service.store.tables import alert_articles, alert_facets, alerts, articles, audit_head, events
from service.store.times import iso, micros
from service.store.weight import weight

BATCH = 5_000
"""Articles in one transaction."""
LENGTH = 400
"""Characters of an article, about."""
START = datetime(2025, 1, 1, tzinfo=UTC)
STATES = (
    ("new", 30), ("in_review", 8), ("escalated", 1), ("snoozed", 1), ("proposed_true_match", 2), ("suppressed", 5),
    ("closed_false_positive", 35), ("closed_true_match", 8), ("closed_no_action", 10),
)  # fmt: skip
PEOPLE = ("ann", "bob", "cem", "dana", "eli")
SOURCES = tuple(f"source{number}.example" for number in range(40))


@dataclass(frozen=True, slots=True)
class Model:
    """A screened text that rows are made of."""

    document: dict[str, Any]
    text: bytes
    """Packed."""
    screened: screenings.Screened


def main() -> None:
    """Load, and say how quickly."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load_store", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--alerts", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=5_000_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    store = open_store(str(given.store))
    load(store, alerts_wanted=given.alerts, articles_wanted=given.articles, seed=given.seed)
    store.close()


def load(store: Store, *, alerts_wanted: int, articles_wanted: int, seed: int) -> None:
    """Bring a store to these numbers; articles without an alert are screened to nothing."""
    screener = Screener.load()
    flagged, plain = _models(screener)
    with store.write() as tx:
        blobs = load_blobs([embedded_rules_dir()], screener.snapshot.watchlists)
        snapshots.keep(tx, screener.snapshot.sha256, blobs, now=START)
    every = max(articles_wanted // max(alerts_wanted, 1), 1)
    began, loaded = time.perf_counter(), 0
    for first in range(0, articles_wanted, BATCH):
        numbers = range(first, min(first + BATCH, articles_wanted))
        with store.write() as tx:
            if _is_loaded(tx, numbers[0]):
                continue
            _load_batch(tx, numbers, every, (flagged, plain), seed)
        loaded += len(numbers)
        if loaded % 250_000 == 0:
            print(
                f"{first + len(numbers):,} articles, {loaded / (time.perf_counter() - began):,.0f} a second", flush=True
            )


def _models(screener: Screener) -> tuple[list[Model], list[Model]]:
    """Texts with a hit and texts without, from the examples of the rules."""
    flagged: list[Model] = []
    plain: list[Model] = []
    for rule in screener.rules.rules:
        for section in ("match", "no_match"):
            examples = rule.source.get("examples") if rule.source is not None else None
            listing = examples.get(section) if examples is not None else None
            for node in listing.elements() if listing is not None else ():
                text = example_article(node).text
                filler = " Officials gave no further details." * max(0, (LENGTH - len(text)) // 35)
                screening = screener.screen(Article(text=text + filler, title=text[:60], published="2025-06-01"))
                document = orjson.loads(screening.canonical())
                if not document["hits"] and document["band"] != "none":
                    continue
                model = Model(document, pack_text(text + filler), screenings.prepare(screening))
                (flagged if document["hits"] else plain).append(model)
    return flagged, plain


def _is_loaded(tx: Transaction, number: int) -> bool:
    return tx.execute(articles.select().where(articles.c.id == _name(number))).first() is not None


def _name(number: int) -> str:
    return f"load-{number:09}"


def _load_batch(
    tx: Transaction, numbers: range, every: int, models: tuple[list[Model], list[Model]], seed: int
) -> None:
    """The rows of some articles, and of the alerts of each `every`-th."""
    rows: dict[Any, list[dict[str, Any]]] = {table: [] for table in (articles, alerts, alert_articles, alert_facets)}
    acts: list[tuple[audit.Act, int]] = []
    screened: list[tuple[screenings.Screened, int]] = []
    for number in numbers:
        chance = random.Random(f"{seed}/{number}")  # nosec B311: measuring
        is_flagged = number % every == 0
        model = chance.choice(models[0 if is_flagged else 1])
        at = micros(START + timedelta(seconds=number * 6))
        _add_article(rows, model, number, chance, at)
        screened.append((_as_screened(model, number), 1))
        if is_flagged:
            acts += _add_alert(rows, model, number, chance, at)
    tx.execute(articles.insert(), rows.pop(articles))
    screenings.add(tx, screened, now=START + timedelta(seconds=numbers[0] * 6))
    for table, some in rows.items():
        if some:
            tx.execute(table.insert(), some)
    _append(tx, acts)


def _as_screened(model: Model, number: int) -> screenings.Screened:
    """The screening of a text under the name of an article."""
    return replace(model.screened, document={**model.screened.document, "article": {"id": _name(number)}})


def _add_article(
    rows: dict[Any, list[dict[str, Any]]], model: Model, number: int, chance: random.Random, at: int
) -> None:
    """An article with its screening."""
    source = chance.choice(SOURCES)
    rows[articles].append(
        {
            "id": _name(number), "revision": 1, "sha256": hashlib.sha256(str(number).encode()).hexdigest(),
            "title": model.document["article"]["title"], "language": model.document["language"], "source": source,
            "url": f"https://{source}/{number}", "published": "2025-06-01", "content": model.text, "received_at": at,
        }
    )  # fmt: skip


def _add_alert(
    rows: dict[Any, list[dict[str, Any]]], model: Model, number: int, chance: random.Random, at: int
) -> Iterator[tuple[audit.Act, int]]:
    """An alert of an article, in some state; its events."""
    alert_id = f"L{number:025}"
    source = rows[articles][-1]["source"]
    document = {**model.document, "article": {**model.document["article"], "id": _name(number), "source": source}}
    opened = START + timedelta(microseconds=at - micros(START))
    story = [told.StoryArticle(document, iso(at), "new_story", 1)]
    [state] = chance.choices([name for name, _ in STATES], [share for _, share in STATES])
    who = chance.choice(PEOPLE)
    row = AlertRow(
        id=alert_id, version=1, state=state, story_id=alert_id, created_at=at, updated_at=at,
        **weight(story, Policy(), opened=opened),
    )  # fmt: skip
    if state not in ("new", "suppressed"):
        row = replace(row, version=2, assignee=who, updated_at=at + chance.randrange(10**6, 400_000 * 10**6))
    if state.startswith(("closed_", "proposed_")):
        row = replace(row, outcome=state.partition("_")[2], proposed_by=who)
    rows[alerts].append(asdict(row))
    rows[alert_articles].append(
        {
            "alert_id": alert_id, "article_id": _name(number), "revision": 1, "snapshot": model.document["snapshot"],
            "why_now": "new_story", "joined_at": at,
        }
    )  # fmt: skip
    rows[alert_facets] += [
        {"alert_id": alert_id, "kind": kind, "value": value} for kind, value in sorted(set(told.facets(story)))
    ]
    yield audit.Act(actor="load", type="alert.opened", subject=f"alert/{alert_id}", to="new"), at
    if state.startswith("closed_"):
        yield audit.Act(actor=who, type="alert.decide", subject=f"alert/{alert_id}", to=state), row.updated_at


def _append(tx: Transaction, acts: list[tuple[audit.Act, int]]) -> None:
    """Many events at once, chained as `audit.append` would chain them."""
    seq, previous = audit.head(tx)
    rows = []
    for act, at in acts:
        seq += 1
        event: dict[str, Any] = {
            "seq": seq, "at": at, "actor": act.actor, "type": act.type, "subject": act.subject, "from": act.from_,
            "to": act.to, "note": act.note, "data": None, "prev_hash": previous,
        }  # fmt: skip
        canonical = orjson.dumps(event, option=orjson.OPT_SORT_KEYS)
        event["hash"] = previous = hashlib.sha256(canonical).hexdigest()
        rows.append(event)
    if rows:
        tx.execute(events.insert(), rows)
        tx.execute(audit_head.update().where(audit_head.c.id == 1).values(seq=seq, hash=previous))


if __name__ == "__main__":
    main()
