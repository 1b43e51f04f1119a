"""How well are articles grouped into stories, and how fast? `python -m tests.eval.stories [--fill N]`.

Every article goes the whole way: screened by the embedded rules, kept in an SQLite file, grouped by the rows of the
store. Pairs of articles that share a story are held against pairs that share an alert.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from service.settings import Settings
from service.wiring import Service, open_service
from tests.eval.story_texts import Told, make_stories


def pairs(groups: Iterable[list[str]]) -> set[tuple[str, str]]:
    """Every pair of articles that share a group."""
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def measure(service: Service, told: list[Told]) -> dict[str, object]:
    """Take the articles in and hold the groups against the truth; articles that hit no rule are counted apart."""
    found: dict[str, list[str]] = defaultdict(list)
    true: dict[int, list[str]] = defaultdict(list)
    kind_of, quiet = {}, 0
    for one in told:
        received = service.intake.receive(one.article, actor="eval")
        if received.alert is None:
            quiet += 1
            continue
        name = str(one.article.id)
        found[received.alert["id"]].append(name)
        true[one.story].append(name)
        kind_of[name] = one.kind
    got, wanted = pairs(found.values()), pairs(true.values())
    right = len(got & wanted)
    lost: dict[str, int] = defaultdict(int)
    for first, second in wanted - got:
        lost[" / ".join(sorted((kind_of[first], kind_of[second])))] += 1
    return {
        "articles": len(told),
        "without a finding": quiet,
        "stories": len(true),
        "alerts": len(found),
        "precision": round(right / max(1, len(got)), 4),
        "recall": round(right / max(1, len(wanted)), 4),
        "f1": round(2 * right / max(1, len(got) + len(wanted)), 4),
        "lost": dict(sorted(lost.items(), key=lambda pair: -pair[1])[:6]),
        "wrong": sorted(got - wanted)[:5],
    }


def speed(service: Service, told: list[Told], fill: int) -> dict[str, object]:
    """Articles a second through grouping alone, in batches of fifty, in a store that holds `fill` stories' articles."""
    from service.intake.opening import DAYS_APART
    from service.screening.stories import kin, telling
    from service.store import screenings, stories

    prepared = [screenings.prepare(service.screener.screen(one.article)) for one in told]
    made = [
        telling(one.document, revision=1, received_on=service.clock().date())
        for one in prepared
        if one.document["hits"]
    ]
    for start in range(0, fill, 1000):
        with service.store.write() as tx:
            for number in range(start, min(fill, start + 1000)):
                base = made[number % len(made)]
                turned = tuple((value * 2654435761 + number) & 0xFFFFFFFF for value in base.signature)
                facts = frozenset(f"{fact}{number // len(made)}" for fact in base.facts)
                filler = replace(
                    base, article_id=f"fill-{number}", signature=turned, facts=facts, sha256=f"{number:064x}"
                )
                stories.add(tx, filler, f"fill-{number}", None)
    started, done = time.process_time(), 0
    for start in range(0, len(prepared), 50):
        with service.store.write() as tx:
            for one in prepared[start : start + 50]:
                if not one.document["hits"]:
                    continue
                told_now = telling(one.document, revision=1, received_on=service.clock().date())
                mine = replace(told_now, article_id="speed-" + told_now.article_id)
                tie = kin(mine, stories.similar(tx, mine, days=DAYS_APART))
                stories.add(tx, mine, "speed", tie)
                done += 1
    spent = time.process_time() - started
    return {"filled": fill, "articles": done, "per cpu second": round(done / spent)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1718)
    parser.add_argument("--fill", type=int, default=0, help="measure speed with so many articles in the store")
    asked = parser.parse_args()
    told = make_stories(asked.stories, seed=asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        service = open_service(Settings(database=str(Path(folder) / "flagstaff.db")))
        figures = speed(service, told, asked.fill) if asked.fill else measure(service, told)
        service.close()
    for name, value in figures.items():
        print(f"{name:18} {value}")


if __name__ == "__main__":
    main()
