"""Times as they are kept: whole microseconds since 1970-01-01 UTC, so that both databases sort them alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def micros(moment: datetime) -> int:
    """An aware time as kept."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment(kept: int) -> datetime:
    """A kept time as an aware datetime in UTC."""
    return _EPOCH + timedelta(microseconds=kept)


def iso(kept: int) -> str:
    """A kept time as ISO 8601 with milliseconds and `Z`: `2024-03-19T10:00:00.000Z`."""
    return moment(kept).isoformat(timespec="milliseconds").replace("+00:00", "Z")
