"""Times as people say them: how long something waits, how soon it is due."""

from __future__ import annotations

from datetime import datetime, timedelta

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def span_of(length: timedelta) -> str:
    """A length of time in its largest whole unit: `12 min`, `3 h`, `9 d`."""
    length = abs(length)
    if length < _HOUR:
        return f"{length // timedelta(minutes=1)} min"
    return f"{length // _HOUR} h" if length < 2 * _DAY else f"{length // _DAY} d"


def due_in(due: datetime, now: datetime) -> str:
    """`due in 3 h`, `2 d overdue`."""
    return f"due in {span_of(due - now)}" if due >= now else f"{span_of(now - due)} overdue"
