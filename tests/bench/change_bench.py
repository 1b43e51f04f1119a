"""How soon is a change of a list live? 100 names into many, beside indexing all of them anew."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.ruleset.load import embedded_rules_dir, load_rules
from service.screening.screener import Screener
from tests.bench.corpus import SENTENCES, many_names
from tests.bench.index_bench import least


def run(size: int) -> None:
    """Print processor time of a change of 100 names and of the first article after it, and what a rebuild takes."""
    entities = [_entity(place, name, person) for place, (name, person) in enumerate(many_names(size))]
    rules = load_rules([embedded_rules_dir()])
    before = Watchlist("bench", tuple(entities), "0" * 64)
    start = time.thread_time()
    screener = Screener(rules, [before])
    rebuild = time.thread_time() - start
    article = Article(" ".join(SENTENCES))
    screener.screen(article)
    start = time.thread_time()
    screener.index.prepare_change()
    prepared = time.thread_time() - start
    changes = [_changed(entities, seed) for seed in range(5)]
    times = sorted(least(lambda change=change: screener.with_lists([change])) for change in changes)  # type: ignore[misc]
    changed = screener.with_lists([changes[0]])
    start = time.thread_time()
    changed.screen(article)
    first = time.thread_time() - start
    again = least(lambda: changed.screen(article)), least(lambda: screener.screen(article))
    beside = len(changed.index.entries) - len(changed.index.gone)
    print(
        f"\n100 names changed of {size:,}\n  live after {times[0] * 1e3:.1f} to {times[-1] * 1e3:.1f} ms; a rebuild "
        f"takes {rebuild:.2f} s: ratio {times[2] / rebuild:.3f}\n  {beside:,} names beside the base, made ready in "
        f"{prepared * 1e3:.0f} ms\n  first article {first * 1e3:.1f} ms, then {again[0] * 1e3:.2f} ms: "
        f"{again[0] / again[1]:.2f} of one without a layer"
    )


def _entity(place: int, name: str, person: bool) -> Entity:
    schema = "Person" if person else "Organization"
    return Entity(id=f"bench-{place}", list="bench", schema=schema, names=(Name(name, "primary", "strong"),))


def _changed(entities: list[Entity], seed: int) -> Watchlist:
    """50 came, 25 have another name, 25 left."""
    chance, after = random.Random(seed), list(entities)
    for place in chance.sample(range(len(after)), 25):
        after[place] = replace(after[place], names=chance.choice(entities).names)
    for place in sorted(chance.sample(range(len(after)), 25), reverse=True):
        del after[place]
    for number in range(50):
        one, two = (chance.choice(entities).names[0].text.split() for _ in range(2))
        name = f"{' '.join(one[:2])} {two[-1]}"
        after.append(_entity(10**7 + number, name, chance.random() < 0.6))
    return Watchlist("bench", tuple(after), f"{seed + 1:064x}")
