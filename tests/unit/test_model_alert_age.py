"""The age of a list."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from service.model.alert import age_hours, freshness

NOW = datetime(2025, 11, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("list_date", "hours"),
    [("2025-11-01", 24), ("2025-11-01T05:00:00", 24), ("2025-11", 24), ("2025", 7320), ("2025-11-03", 0), (None, None)],
)
def test_a_list_has_an_age_however_coarse_its_date(list_date: str | None, hours: int | None) -> None:
    """Days, months and years are all read; a date in the future is no age below zero."""
    assert age_hours(list_date, now=NOW) == hours


@pytest.mark.parametrize(
    ("list_date", "confirmed", "hours"),
    [
        ("2024-01-01", {"a1": "2024-03-19T06:00:00.000000Z"}, 6),
        ("2024-01-01", {"b2": "2024-03-19T06:00:00.000000Z"}, 1884),
        ("2024-03-19", {"a1": "2024-03-01T06:00:00.000000Z"}, 12),
        (None, {"a1": "2024-03-19T06:00:00.000000Z"}, 6),
        (None, {}, None),
    ],
)
def test_a_list_is_as_fresh_as_its_last_check(
    list_date: str | None, confirmed: dict[str, str], hours: int | None
) -> None:
    """The later of date and check counts, of the very version only; an undated list has the age of its check."""
    row = {"name": "un", "version": "v", "sha256": "a1", "list_date": list_date}
    found = freshness([row], now=datetime(2024, 3, 19, 12, tzinfo=UTC), confirmed=confirmed)
    assert found["lists"][0]["age_hours"] == hours
    assert bool(found["degraded"]) == (hours is not None and hours > 48)
