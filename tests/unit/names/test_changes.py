"""What differs between two versions of the lists is what a look at every entry would find."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from service.model.entity import Entity, Name
from service.names.changes import Held, compare

OLD = tuple(
    Entity(id=f"e-{number}", list="test", schema="Person", names=(Name(f"Name {number}", "primary", "strong"),))
    for number in range(40)
)
HELD = Held(OLD, {entity.id: place for place, entity in enumerate(OLD)})


@st.composite
def versions(draw: st.DrawFn) -> tuple[Entity, ...]:
    """Entries of OLD cut and joined in runs, some copied, renamed, delisted or new."""
    rows: list[Entity] = []
    for start, size, act in draw(st.lists(st.tuples(st.integers(0, 39), st.integers(1, 30), st.integers(0, 5)))):
        rows += OLD[start : start + size]
        entity = OLD[start]
        changed = {0: replace(entity), 1: replace(entity, names=()), 2: replace(entity, delisted_on="2026-01-01")}
        rows.append(changed.get(act, replace(entity, id=f"new-{len(rows)}")))
    if draw(st.booleans()):
        rows = list({entity.id: entity for entity in rows}.values())
    return tuple(rows)


@given(versions())
def test_changes_are_those_of_every_entry(new: tuple[Entity, ...]) -> None:
    """Fresh, left and the order agree with a comparison one by one; an id that is there twice is refused."""
    live = [entity for entity in new if entity.delisted_on is None]
    changes = compare(HELD, new)
    ids = {entity.id for entity in live}
    assert (changes is None) == (len(ids) < len(live))
    if changes is None:
        return
    same = {entity.id for entity in live if entity in OLD}
    assert list(changes.fresh.values()) == [entity for entity in live if entity not in OLD]
    assert changes.left == {entity.id for entity in OLD} - same
    assert changes.in_order(HELD, (entity.id for entity in OLD)) == live
