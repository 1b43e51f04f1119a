"""One self-contained page with the figures as bars and their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

STYLE = """
body{font:14px/1.4 system-ui,sans-serif;margin:2em;max-width:70em;color:#222}h1{font-size:1.4em}h2{font-size:1.1em}
table{border-collapse:collapse}td,th{padding:2px 10px;text-align:left}td.n{text-align:right}
td:first-child{min-width:17em}td:nth-child(2){min-width:8em}
tr:nth-child(even){background:#f4f6f8}.found{fill:#2a6f4e}.fired{fill:#b3472e}.other{fill:#476a9c}.span{stroke:#222}
"""
WIDTH = 260
"""Pixels of a bar from 0 to 1."""


def write_page(path: Path, sections: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> None:
    """Write the page: (title, rows) each, a row being (group, what, figure, interval, count, note)."""
    body = "".join(
        f"<h2>{escape(title)}</h2><table>{''.join(map(_line, rows))}</table>" for title, rows in sections if rows
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Name matching</title><style>{STYLE}</style>"
        "<h1>How well are listed names compared and found?</h1><p>Green: true pairs and planted names found. Red: "
        "false ones fired. Blue: AUC. The thin line is the 95 % interval (Wilson). "
        "Repeat: <code>make eval-names</code>.</p>"
        f"{body}</html>",
        encoding="utf-8",
    )
    print(f"\nwrote {path}")


def _line(row: Sequence[str]) -> str:
    """One row with its bar."""
    group, what, figure, interval, count, *note = row
    cells = f"<td>{escape(group)}</td><td>{escape(what)}</td><td class=n>{escape(figure)}</td><td>{_bar(row)}</td>"
    return f"<tr>{cells}<td class=n>{escape(count)}</td><td>{escape(', '.join([interval, *note]))}</td></tr>"


def _bar(row: Sequence[str]) -> str:
    """A bar as long as the row's figure with its interval, nothing where the figure is no share."""
    try:
        share = float(row[2])
    except ValueError:
        return ""
    if not 0 <= share <= 1:
        return ""
    kind = row[1] if row[1] in ("found", "fired") else "other"
    low, dash, high = row[3].partition("-")
    line = ""
    if dash and kind != "other":
        ends = f'x1="{WIDTH * float(low):.0f}" x2="{WIDTH * float(high):.0f}"'
        line = f'<line class=span {ends} y1="7" y2="7"/>'
    bar = f'<rect class="{kind}" width="{WIDTH * share:.0f}" height="14" opacity=".75"/>'
    return f'<svg width="{WIDTH}" height="14" role="img" aria-label="{escape(row[2])}">{bar}{line}</svg>'
