"""The age of a list."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from service.model.alert import age_hours

NOW = datetime(2025, 11, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("list_date", "hours"),
    [("2025-11-01", 24), ("2025-11-01T05:00:00", 24), ("2025-11", 24), ("2025", 7320), ("2025-11-03", 0), (None, None)],
)
def test_a_list_has_an_age_however_coarse_its_date(list_date: str | None, hours: int | None) -> None:
    """Days, months and years are all read; a date in the future is no age below zero."""
    assert age_hours(list_date, now=NOW) == hours
