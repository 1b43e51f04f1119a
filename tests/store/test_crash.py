"""What was acknowledged survives a kill, and nothing is kept twice."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from service.store import alerts, articles, audit, queue
from service.store.database import open_store

CHILD = """
import sys
from tests.standin import article, stand_in_service
service = stand_in_service(sys.argv[1])
for line in sys.stdin:
    number = int(line)
    service.intake.receive_many([article(number), article(number + 1, text="Nothing here.")], actor="child")
    print(number, flush=True)
"""


@pytest.mark.parametrize(("pairs", "kills"), [(150, 3), pytest.param(5000, 25, marks=pytest.mark.slow)])
def test_a_kill_loses_nothing(tmp_path: Path, pairs: int, kills: int) -> None:
    """kill -9 at random during intake, sending again what was not acknowledged: each article is kept exactly once."""
    chance = random.Random(7)
    database = str(tmp_path / "flagstaff.db")
    done: set[int] = set()
    for turn in range(kills + 1):
        left = [number for number in range(0, 2 * pairs, 2) if number not in done]
        until = len(left) if turn == kills else chance.randrange(1, max(2, 2 * len(left) // (kills - turn + 1)))
        acknowledged = feed(database, left, until=until, kill=turn < kills)
        done |= acknowledged
        store = open_store(database)
        with store.read() as tx:
            assert audit.verify(tx) == []
            assert all(articles.known(tx, [f"a-{number}", f"a-{number + 1}"]) for number in acknowledged)
        store.close()
    store = open_store(database)
    with store.read() as tx:
        assert articles.count(tx) == 2 * pairs
        assert queue.count(tx, queue.Wanted()) == pairs
        assert all(len(alerts.members(tx, row.id)) == 1 for row in all_rows(tx))
    store.close()


def all_rows(tx: object) -> tuple[alerts.AlertRow, ...]:
    return queue.page(tx, queue.Wanted(), cursor=None, limit=100_000).rows  # type: ignore[arg-type]


def feed(database: str, numbers: list[int], *, until: int, kill: bool) -> set[int]:
    """Send numbers to a child that takes them in; kill it in the middle of the article after `until`."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdin is not None
    assert child.stdout is not None
    acknowledged: set[int] = set()
    for place, number in enumerate(numbers):
        child.stdin.write(f"{number}\n")
        child.stdin.flush()
        if kill and place >= until:
            child.kill()
            break
        acknowledged.add(int(child.stdout.readline()))
    if not kill:
        child.stdin.close()
    child.wait()
    return acknowledged
