"""In what do two versions of the lists differ? Found without a look at every entry, where most are the same objects."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from service.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Held:
    """The entries of a version, each once, in their order."""

    entities: tuple[Entity, ...]
    place: dict[str, int]
    """Where the entry of an id stands."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new in a version against the one before."""

    fresh: dict[int, Entity]
    """Entries that came or changed, by their place in the new version."""
    left: frozenset[str]
    """Ids of entries that are gone or changed."""
    runs: tuple[tuple[int, int, int], ...]
    """Entries that are the same in a row: (first place before, first place now, how many), in the order of before."""

    def in_order(self, held: Held, ids: Iterable[str]) -> list[Entity]:
        """What is fresh, and those of some ids that are the same as before, in the order of the new version."""
        found = dict(self.fresh)
        for before in (held.place[id_] for id_ in ids if id_ not in self.left):
            first, now, _ = self.runs[bisect_right(self.runs, before, key=_first) - 1]
            found[now + before - first] = held.entities[before]
        return [found[now] for now in sorted(found)]


def compare(held: Held, new: tuple[Entity, ...]) -> Changes | None:
    """What came, went or changed; delisted entries count as gone. None where an id is there twice."""
    before, now, runs = 0, 0, []
    fresh: dict[int, Entity] = {}
    same = bytearray(len(held.entities))
    while now < len(new):
        length = _same(held.entities, before, new, now)
        if length:
            if same.find(1, before, before + length) >= 0:
                return None
            same[before : before + length] = b"\1" * length
            runs.append((before, now, length))
            before, now = before + length, now + length
            continue
        entity = new[now]
        known = held.place.get(entity.id, -1) if entity.delisted_on is None else -1
        if known >= 0 and (held.entities[known] is entity or held.entities[known] == entity):
            before = known
            continue
        if entity.delisted_on is None:
            fresh[now] = entity
            before = known + 1 or before
        now += 1
    left = frozenset(held.entities[place].id for place in _zeros(same))
    ids = {entity.id for entity in fresh.values()}
    twice = len(ids) < len(fresh) or any(id_ in held.place and id_ not in left for id_ in ids)
    return None if twice else Changes(fresh, left, tuple(sorted(runs)))


def _same(old: tuple[Entity, ...], before: int, new: tuple[Entity, ...], now: int) -> int:
    """How many entries are the same from two places on: looked at in steps that grow, then shrink."""
    length, step, grows = 0, 1, True
    while step:
        one = old[before + length : before + length + step]
        if one and one == new[now + length : now + length + step]:
            length += len(one)
        else:
            grows = False
        step = min(2 * step, 4096) if grows else step // 2
    return length


def _zeros(marks: bytearray) -> Iterable[int]:
    """The places of zeros."""
    place = marks.find(0)
    while place >= 0:
        yield place
        place = marks.find(0, place + 1)


def _first(run: tuple[int, int, int]) -> int:
    """Where a run begins in the version before."""
    return run[0]
