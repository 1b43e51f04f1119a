"""One self-contained page with the figures as bars."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

STYLE = "body{font:14px sans-serif;margin:2em}td{padding:2px 10px}.bar{background:#356;height:10px}"


def write_page(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write the page: every row with its figure drawn as a bar."""
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in row) + f"<td>{_bar(row)}</td>" for row in rows]
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    page = f"<!doctype html><meta charset=utf-8><title>Names</title><style>{STYLE}</style><table>{body}</table>"
    path.write_text(page, encoding="utf-8")
    print(f"\nwrote {path}")


def _bar(row: Sequence[str]) -> str:
    """A bar as long as the row's figure, nothing where the figure is no share."""
    try:
        share = float(row[2])
    except ValueError:
        return ""
    return f'<div class="bar" style="width:{200 * share:.0f}px"></div>' if 0 <= share <= 1 else ""
