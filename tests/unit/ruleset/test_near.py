"""The merge behind `near`: what stands together, and the tightest of it."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from service.ruleset.near import Found, Terms, join
from service.ruleset.rule import Near, Part, Words

PLACES = st.lists(st.integers(0, 40), max_size=6, unique=True).map(
    lambda starts: [Found(s, s + 1) for s in sorted(starts)]
)


def terms(parts: int, *, gap: int | None = None, tokens: int | None = None, ordered: bool = False) -> Terms:
    """A condition on texts of which every character is a word."""
    return Terms(
        lambda at: at, Near((Part(Words(1)),) * parts, gap=gap, tokens=tokens, ordered=ordered, distinct=parts)
    )


def stand_together(places: tuple[Found, ...], gap: int) -> bool:
    """Whether places follow each other without overlap, with at most so many words from one to the next."""
    row = sorted(places)
    return all(a.end <= b.start and b.start - a.end <= gap for a, b in zip(row, row[1:], strict=False))


@given(PLACES, PLACES, PLACES, st.integers(0, 12))
def test_a_join_is_found_exactly_where_one_exists(
    one: list[Found], two: list[Found], three: list[Found], gap: int
) -> None:
    """The merge finds something if and only if some choice of places stands together, and what it finds does."""
    found, capped = join([one, two, three], terms(3, gap=gap))
    exists = any(stand_together((a, b, c), gap) for a in one for b in two for c in three)
    assert not capped
    assert bool(found) is exists
    ends = {max(a.end, b.end, c.end) for a in one for b in two for c in three if stand_together((a, b, c), gap)}
    assert {hit.end for hit in found} == ends


@given(PLACES, PLACES)
def test_ordered_parts_stand_in_the_order_written(one: list[Found], two: list[Found]) -> None:
    """With `ordered`, the first part begins every join."""
    found, _ = join([one, two], terms(2, ordered=True))
    assert {hit.end for hit in found} == {b.end for b in two if any(a.end <= b.start for a in one)}
    assert all(hit.start in {a.start for a in one} for hit in found)


@given(PLACES, PLACES, PLACES, st.integers(0, 12))
def test_the_order_of_operands_changes_nothing(
    one: list[Found], two: list[Found], three: list[Found], gap: int
) -> None:
    """Without `ordered`, parts may be written in any order."""
    results = {
        tuple(sorted((hit.start, hit.end) for hit in join(list(lists), terms(3, gap=gap))[0]))
        for lists in permutations([one, two, three])
    }
    assert len(results) == 1


def test_very_many_combinations_stop_and_say_so() -> None:
    """A merge without a gap over thousands of places ends at the cap."""
    places = [[Found(3 * at + part, 3 * at + part + 1) for at in range(2000)] for part in range(3)]
    _, capped = join(places, terms(3))
    assert capped
