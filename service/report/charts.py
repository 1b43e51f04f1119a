"""Charts as inline SVG, each with the same in words: columns over days, bars by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

WIDTH, HEIGHT = 600, 120
"""Of the columns, in the drawing's own units."""
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """One day."""

    x: float
    y: float
    width: float
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of columns over days. `text` tells it to those who do not see it."""

    columns: tuple[Column, ...]
    top: int
    first: str
    last: str
    text: str
    total: int
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Bar:
    """One kind, as a share of the largest."""

    label: str
    value: int
    width: float
    share: float


def columns(counts: Mapping[int, int], *, since: datetime, days: int, noun: str) -> Columns:
    """Counts by day (whole days since 1970-01-01, UTC) as columns; days without any stand at zero.

    `noun` names in the singular what is counted.
    """
    first = (since.astimezone(UTC).date() - _EPOCH).days
    values = [counts.get(first + offset, 0) for offset in range(days)]
    top = max(values, default=0)
    step = WIDTH / max(days, 1)
    made = []
    for offset, value in enumerate(values):
        day = _EPOCH + timedelta(days=first + offset)
        height = HEIGHT * value / top if top else 0.0
        title = f"{day.isoformat()}: {_counted(value, noun)}"
        made.append(
            Column(round(offset * step, 2), round(HEIGHT - height, 2), round(step * 0.8, 2), round(height, 2), title)
        )
    total = sum(values)
    days_of = (_EPOCH + timedelta(days=first)).isoformat(), (_EPOCH + timedelta(days=first + days - 1)).isoformat()
    busiest = f"; most on {(_EPOCH + timedelta(days=first + values.index(top))).isoformat()}: {top:,}" if top else ""
    text = f"{_counted(total, noun)} from {days_of[0]} to {days_of[1]}{busiest}"
    return Columns(tuple(made), top, *days_of, text, total)


def _counted(number: int, noun: str) -> str:
    """`1 alert`, `2,000 alerts`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def bars(counts: Mapping[str, int], *, width: int = 300) -> tuple[Bar, ...]:
    """Counts by kind as bars, in the order given."""
    top = max(counts.values(), default=0)
    total = sum(counts.values())
    return tuple(
        Bar(label, value, round(width * value / top, 2) if top else 0.0, value / total if total else 0.0)
        for label, value in counts.items()
    )
