"""VERB: test articles are planted, to see whether what must be flagged still is; only the result is kept.

Each goes the whole way, from the door to the alert, in a transaction that is taken back.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from service.errors import ArticleError, ConfigError
from service.intake import Intake
from service.logs import get_logger
from service.model.article import Article
from service.model.drill import ORDER, Planted, PlantedResult, judge_item
from service.samples import load_expected, load_samples
from service.store import audit, drills
from service.store.database import Store, Transaction
from service.store.times import micros

_PREFIX = "test_item/"
"""Before the ids of test articles, so that none is taken for one that came in."""


def load_items(file: Path | None) -> tuple[Planted, ...]:
    """The test articles of a file (a JSON article a line, with `expect: {band, rule}`), else those that ship with us.

    Raises ConfigError naming the line.
    """
    if file is None:
        expected = load_expected()
        samples = [article for article in load_samples() if article.id in expected]
        return tuple(_item(article, expected[str(article.id)]) for article in samples)
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"FLAGSTAFF_TEST_ITEMS: {file} cannot be read ({error}); mend the setting") from None
    return tuple(_read(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def run(
    store: Store,
    intake: Intake,
    items: Sequence[Planted],
    clock: Callable[[], datetime],
    *,
    actor: str,
    every: timedelta | None = None,
) -> dict[str, Any] | None:
    """Plant the test articles and keep what came of them; `every`: only if nobody did in this slot of the schedule.

    Returns the round; None where it was not due.
    """
    now = clock()
    slot = None if every is None else micros(now) // max(1, every // timedelta(microseconds=1))
    round_id = store.transact(lambda tx: drills.claim(tx, slot, now=now))
    if round_id is None:
        return None
    results = [_planted(intake, item) for item in items]
    missed = [one for one in results if not one.passed]

    def keep(tx: Transaction) -> dict[str, Any]:
        drills.finish(tx, round_id, results)
        data = {"items": len(results), "missed": [one.item for one in missed]}
        audit.append(tx, audit.Act(actor=actor, type="test.round", subject=f"test/{round_id}", data=data), now=clock())
        return drills.show(tx, round_id)

    for one in missed:
        get_logger("drill").error("test_item.missed", item=one.item, detail=one.detail)
    return store.transact(keep)


def _planted(intake: Intake, item: Planted) -> PlantedResult:
    """One test article on its way through."""
    started = time.perf_counter_ns()
    received = intake.rehearse(item.article)
    spent = (time.perf_counter_ns() - started) // 1000
    return judge_item(item, received.screening, received.alert, micros=spent)


def _item(article: Article, expect: dict[str, Any]) -> Planted:
    """An article under its name as a test item."""
    band = expect.get("band", "alert")
    if band not in ORDER:
        raise ConfigError(f"expect: band {band!r} is none of {', '.join(ORDER)}")
    return Planted(replace(article, id=_PREFIX + str(article.id)), band, expect.get("rule"))


def _read(line: str, place: str) -> Planted:
    """A line of a file of test items. Raises ConfigError."""
    try:
        said = json.loads(line)
        expect = said.pop("expect")
        return _item(Article(**said), expect)
    except (ValueError, TypeError, KeyError, AttributeError, ArticleError, ConfigError) as error:
        raise ConfigError(
            f"{place}: not a test article ({error}); write an article with expect: {{band, rule}}"
        ) from None
