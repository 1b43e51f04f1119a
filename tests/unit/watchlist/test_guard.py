"""What keeps a bad download from replacing a good list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.model.entity import Entity, Watchlist
from service.watchlist.guard import check_version, damaged_names
from service.watchlist.past import dated

Make = Callable[..., Watchlist]


@pytest.fixture
def many(entity: Callable[..., Entity], watchlist: Make) -> Callable[..., Watchlist]:
    def make(count: int, **facts: object) -> Watchlist:
        return watchlist(*(entity(f"un-{n}", f"Aldo {n}") for n in range(count)), **facts)

    return make


def codes(new: Watchlist, old: Watchlist | None = None) -> list[str]:
    return [refusal.code for refusal in check_version(dated(new, "2026-01-28"), old)]


def test_an_ordinary_update_passes(many: Make) -> None:
    """A few more or fewer entries are a day's work; a first version has nothing to be held against."""
    assert codes(many(95), many(100)) == codes(many(300), many(100)) == codes(many(3)) == []


def test_an_official_list_needs_a_date(many: Make) -> None:
    """Without one nobody could tell its age; a customer's own list needs none."""
    assert [refusal.code for refusal in check_version(many(3))] == ["undated"]
    assert check_version(many(3, custom=True)) == []


def test_a_shrunk_list_is_refused(many: Make) -> None:
    """More than a tenth gone is a damaged download; the sentence has both numbers."""
    refusals = check_version(many(89), many(100))
    assert refusals[0].code == "shrunk"
    assert "89 entries instead of 100: 11% fewer" in refusals[0].reason


def test_an_exploded_list_is_refused(many: Make) -> None:
    """More than three times the size is something else."""
    assert codes(many(301), many(100)) == ["exploded", "exploded"]


def test_an_empty_list_is_refused(many: Make) -> None:
    """Nobody delists everybody."""
    assert codes(many(0), many(100)) == ["empty"]


def test_duplicate_ids_are_refused(entity: Callable[..., Entity], watchlist: Make) -> None:
    """Two entries under one id hide one another."""
    assert codes(watchlist(entity("un-1", "A"), entity("un-1", "B"))) == ["duplicate-id"]


def test_another_list_is_refused(many: Make) -> None:
    """The wrong file behind the right address."""
    assert codes(many(10, name="ofac"), many(10)) == ["other-list"]


def test_an_older_list_is_refused(many: Make) -> None:
    """A cache that serves the past."""
    assert codes(many(10, list_date="2025-04-19"), many(10, list_date="2026-01-28")) == ["older"]


def test_unread_rows_are_refused_when_there_are_many(many: Make) -> None:
    """A few are the publisher's slips; many are a new layout."""
    assert codes(many(100, unread=("x: line 1: no name",) * 2)) == []
    assert codes(many(100, unread=("x: line 1: no name",) * 3)) == ["unread"]


@pytest.mark.parametrize("name", ["GonzÃ¡lez", "Оð�", "Ren\x92e", "Kim â€™ Il", "Ð˜Ð²Ð°Ð½"])
def test_bad_encoding_is_refused(name: str, entity: Callable[..., Entity], watchlist: Make) -> None:
    """UTF-8 read as something else, replacement characters, control bytes."""
    broken = watchlist(entity("un-1", name))
    assert damaged_names(broken) == [name]
    assert codes(broken) == ["encoding"]


@pytest.mark.parametrize("name", ["González", "Иван", "محمد", "RENÉE’S", "Ã", "SÃO TOMÉ", "김정은", "ĐẶNG Ðức"])
def test_honest_accents_pass(name: str, entity: Callable[..., Entity], watchlist: Make) -> None:
    """Foreign letters are no damage."""
    assert codes(watchlist(entity("un-1", name))) == []
