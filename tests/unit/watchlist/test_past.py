"""Delisted entries, and lists as they stood on a day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.model.entity import Entity, Watchlist
from service.watchlist.past import as_of, carry_forward, in_force

Make = Callable[..., Entity]
MakeList = Callable[..., Watchlist]


@pytest.mark.parametrize(
    ("listed", "delisted", "day", "counts"),
    [
        ("2020-05-01", None, "2020-05-01", True),
        ("2020-05-01", None, "2020-04-30", False),
        ("2020-05-01", "2021-01-01", "2020-12-31", True),
        ("2020-05-01", "2021-01-01", "2021-01-01", False),
        (None, None, "1990-01-01", True),
        (None, "unknown", "1990-01-01", False),
        ("2020", None, "2020-01-01", True),
        ("2020-06", None, "2020-05-31", False),
    ],
)
def test_who_was_listed_on_a_day(
    entity: Make, watchlist: MakeList, listed: str | None, delisted: str | None, day: str, counts: bool
) -> None:
    """Listed on the day or before, delisted after it; without a listing date it counts."""
    whole = watchlist(entity("un-1", "A B", listed_on=listed, delisted_on=delisted))
    then = as_of(whole, day)
    assert [each.id for each in then.entities] == (["un-1"] if counts else [])
    assert all(each.delisted_on is None for each in then.entities), "it is screened as one in force"
    assert then.sha256 != whole.sha256
    assert day in then.version


def test_what_is_carried_forward(entity: Make, watchlist: MakeList) -> None:
    """Entries that are gone follow the listed ones with their day; what was delisted before keeps its own."""
    old = watchlist(entity("un-1", "A"), entity("un-2", "B", delisted_on="2019-01-01"), entity("un-3", "C"))
    new = watchlist(entity("un-3", "C"), list_date="2026-01-28")
    carried = carry_forward(new, old, on="2030-01-01")
    assert [(each.id, each.delisted_on) for each in carried.entities] == [
        ("un-3", None), ("un-1", "2026-01-28"), ("un-2", "2019-01-01"),
    ]  # fmt: skip
    assert in_force(carried) == new
    undated = carry_forward(watchlist(entity("un-3", "C")), old, on="2030-01-01")
    assert undated.entities[1].delisted_on == "2030-01-01"
    assert carry_forward(old, new, on="2030-01-01") is old


def test_an_older_version_delists_nobody(entity: Make, watchlist: MakeList) -> None:
    """What stands only on a newer list was listed after the older one; what was delisted before stays so."""
    newer = watchlist(entity("un-1", "A"), entity("un-2", "B", delisted_on="2019-01-01"), list_date="2026-01-28")
    back = carry_forward(watchlist(entity("un-3", "C"), list_date="2025-04-19"), newer, on="2030-01-01")
    assert [(each.id, each.delisted_on) for each in back.entities] == [("un-3", None), ("un-2", "2019-01-01")]
