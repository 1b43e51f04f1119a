"""Rows that are gathered into entries, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from service.watchlist.draft import Draft, thaw
from service.watchlist.shelf import Shelf

ROWS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.sampled_from(["alias", "primary", "weak"])))


def fill(draft: Draft, number: int, kind: str) -> None:
    """What one row tells."""
    draft.name(f"Aldo {number}", kind)  # type: ignore[arg-type]
    draft.add("addresses", [f"Street {number}"])
    draft.add("topics", [f"topic {number}"])
    draft.identifier("passport", f"X{number}", country="RU")
    draft.country("Korea, North", nationality=bool(number % 2))


@given(ROWS)
def test_the_order_of_rows_loses_nothing(rows: list[tuple[str, int, str]]) -> None:
    """Entries that are put away and taken out again are those that were drafts all the time."""
    shelf, plain = Shelf(), dict[str, Draft]()
    for reference, number, kind in rows:
        fill(shelf.draft(reference, lambda r=reference: Draft(f"x-{r}", "x", "Person", r)), number, kind)  # type: ignore[misc]
        fill(plain.setdefault(reference, Draft(f"x-{reference}", "x", "Person", reference)), number, kind)
    expected = [draft.freeze() for draft in plain.values()]
    assert [replace(entity, names=()) for entity in shelf.entities()] == [replace(each, names=()) for each in expected]
    assert [set(entity.names) for entity in shelf.entities()] == [set(each.names) for each in expected]
    assert [entity.names[0].kind for entity in shelf.entities()] == [each.names[0].kind for each in expected]


def test_an_entry_comes_out_as_it_went_in() -> None:
    """Nothing is lost or doubled by thawing."""
    draft = Draft("x-1", "x", "Vessel", "1", "2020-01-01", "2021-01-01", "male")
    fill(draft, 1, "primary")
    assert thaw(draft.freeze()).freeze() == draft.freeze()


def test_entries_without_a_name_are_told() -> None:
    """They are no entries, and whoever reads the list is told of them."""
    shelf, nameless = Shelf(), list[str]()
    shelf.draft("1", lambda: Draft("x-1", "x", "Person", "1"))
    shelf.draft("2", lambda: Draft("x-2", "x", "Person", "2")).name("Aldo", "primary")
    assert [entity.id for entity in shelf.entities(nameless)] == ["x-2"]
    assert nameless == ["1"]
