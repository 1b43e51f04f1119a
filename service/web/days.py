"""Which days a report covers, as the doors for machines and analysts read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pydantic import BaseModel, ConfigDict, Field

from service.errors import InputError

MOST_DAYS = 3700


class Days(BaseModel):
    """Which days; without any the last thirty, today included."""

    model_config = ConfigDict(extra="forbid")

    since: date | None = Field(None, description="The first day (UTC).", examples=["2024-03-01"])
    until: date | None = Field(None, description="The day after the last one (UTC).", examples=["2024-04-01"])

    def bounds(self, now: datetime) -> tuple[datetime, datetime]:
        """The beginning of the first day and the end of the last. Raises InputError for days that make no period."""
        last = self.until or now.date() + timedelta(days=1)
        first = self.since or last - timedelta(days=30)
        if not timedelta(0) < last - first <= timedelta(days=MOST_DAYS):
            raise InputError(f"since, until: give a first day before the last, and at most {MOST_DAYS} days")
        return _midnight(first), _midnight(last)


def _midnight(day: date) -> datetime:
    """The beginning of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
