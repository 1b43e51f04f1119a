"""The set of stories: copies, headlines, follow-ups and look-alikes of many events are grouped right."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from service.settings import Settings
from service.wiring import open_service
from tests.eval.stories import measure, pairs
from tests.eval.story_texts import make_stories


def test_pairs_are_right(tmp_path: Path) -> None:
    """Over 40 events with the embedded rules the pairwise F1 is at least .95, and hardly any telling is not flagged."""
    service = open_service(Settings(database=str(tmp_path / "flagstaff.db")))
    figures = measure(service, make_stories(40, seed=7))
    service.close()
    assert float(str(figures["f1"])) >= 0.95, figures
    assert int(str(figures["without a finding"])) * 8 < int(str(figures["articles"])), figures


def test_two_processes_and_a_restart_group_alike(tmp_path: Path) -> None:
    """Articles that come in by two services in turn, one of them opened anew halfway, make the same groups."""
    told = make_stories(15, seed=8)
    groups = []
    for name, several in (("one", False), ("two", True)):
        settings = Settings(database=str(tmp_path / f"{name}.db"))
        doors = [open_service(settings) for _ in range(2 if several else 1)]
        found: dict[str, list[str]] = defaultdict(list)
        for number, one in enumerate(told):
            if several and number == len(told) // 2:
                doors[0].close()
                doors[0] = open_service(settings)
            received = doors[number % len(doors)].intake.receive(one.article, actor="feed")
            if received.alert is not None:
                found[received.alert["id"]].append(str(one.article.id))
        groups.append(pairs(found.values()))
        for door in doors:
            door.close()
    assert groups[0] == groups[1]
    assert groups[0]
