"""Differences between two versions of a list, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.model.entity import Entity, Identifier, Watchlist
from service.watchlist.diff import compare_versions


def test_added_removed_and_changed(entity: Callable[..., Entity], watchlist: Callable[..., Watchlist]) -> None:
    """Each entry is in exactly one of the three, an unchanged one in none."""
    before = watchlist(entity("un-1", "Aldo"), entity("un-2", "Bea"), entity("un-3", "Caro"))
    after = watchlist(entity("un-1", "Aldo"), entity("un-3", "Caro", "Caro B."), entity("un-4", "Delma"), version="2")
    diff = compare_versions(before, after)
    assert [item.id for item in diff.added] == ["un-4"]
    assert [item.id for item in diff.removed] == ["un-2"]
    assert [item.after.id for item in diff.changed] == ["un-3"]
    assert (diff.before, diff.after) == ("1", "2")


def test_changes_are_told_in_words(entity: Callable[..., Entity], watchlist: Callable[..., Watchlist]) -> None:
    """A name with its kind, an identifier with its country, a plain value in quotes."""
    before = watchlist(entity("un-1", "Aldo", positions=("Envoy",), gender="male"))
    after = watchlist(entity("un-1", "Aldo", "A.", identifiers=(Identifier("passport", "X1", "CN"),), gender="male"))
    change = compare_versions(before, after).changed[0]
    assert change.matters
    assert [item.sentence for item in change.changes] == [
        'names: added "A." (alias)',
        'positions: removed "Envoy"',
        "identifiers: added passport X1 (CN)",
    ]


@pytest.mark.parametrize(
    ("field", "value", "matters"),
    [
        ("addresses", ("Pyongyang",), False), ("birth_places", ("Wonsan",), False), ("listed_on", "2020-01-01", False),
        ("birth_dates", ("1970",), True), ("programmes", ("DPRK",), True), ("countries", ("KP",), True),
    ],
)  # fmt: skip
def test_what_articles_are_judged_by(
    entity: Callable[..., Entity], watchlist: Callable[..., Watchlist], field: str, value: object, matters: bool
) -> None:
    """Stored articles are searched again for a new date of birth, not for a new address."""
    before, after = watchlist(entity("un-1", "Aldo")), watchlist(entity("un-1", "Aldo", **{field: value}))
    assert [change.matters for change in compare_versions(before, after).changed] == [matters]


def test_order_alone_is_no_change(entity: Callable[..., Entity], watchlist: Callable[..., Watchlist]) -> None:
    """Publishers shuffle; that is no news."""
    before = watchlist(entity("un-1", "Aldo", countries=("KP", "RU")))
    after = watchlist(entity("un-1", "Aldo", countries=("RU", "KP")))
    assert compare_versions(before, after).changed == ()


def test_as_json(entity: Callable[..., Entity], watchlist: Callable[..., Watchlist]) -> None:
    """Counts stand beside the entries."""
    diff = compare_versions(watchlist(entity("un-1", "A")), watchlist(entity("un-1", "B"), entity("un-2", "C")))
    as_dict = diff.as_dict()
    assert as_dict["counts"] == {"added": 1, "changed": 1, "removed": 0}
    assert as_dict["changed"] == [diff.changed[0].as_dict()]
