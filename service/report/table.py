"""Alerts as a table: one row an alert, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

COLUMNS = (
    "id", "state", "band", "severity", "points", "regime", "created_at", "updated_at", "rules", "summary", "evidence",
    "parties", "lists", "articles", "sources", "published", "languages", "urls",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_JOINED = "; "


def alerts_csv(alerts: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The table as CSV (RFC 4180), line by line, with a byte order mark for spreadsheets that need it."""
    yield "\ufeff" + _line(COLUMNS)
    for alert in alerts:
        yield _line([defused(cell) for cell in row(alert)])


def row(alert: Mapping[str, Any]) -> list[str]:
    """The cells of one alert, in the order of COLUMNS."""
    told = alert["story"]["articles"]
    candidates = [party["candidates"][0] for party in alert["parties"]]
    evidence = alert["hits"][0]["evidence"] if alert["hits"] else []
    return [
        *(str(alert[name]) for name in COLUMNS[:8]),
        _join(hit["rule_id"] for hit in alert["hits"]),
        alert["summary"],
        evidence[0]["text"] if evidence else "",
        _join(candidate["primary_name"] for candidate in candidates),
        _join(candidate["list"] for candidate in candidates),
        _join(article["id"] for article in told),
        _join(article["source"]["name"] for article in told),
        _join(article["published_at"] for article in told),
        _join(article["language"] for article in told),
        _join(article["url"] for article in told),
    ]


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what could begin one."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _join(values: Iterable[str | None]) -> str:
    """Distinct values in one cell."""
    return _JOINED.join(dict.fromkeys(value for value in values if value))


def _line(cells: Sequence[str]) -> str:
    """One line of CSV."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
