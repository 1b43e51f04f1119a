"""The heading line of a customer's table, which may stand below titles and blank lines, and the rows below it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from service.watchlist.table_columns import map_columns
from service.watchlist.values import clean

NAME_FIELDS = frozenset({"name", "last_name", "original_names"})
"""A table has one of these, else it names nobody."""
LOOK = 20
"""So many lines at the top may be the headings."""
Columns = Mapping[str, str] | None
_Number = TypeVar("_Number", int, str)
Cells = Sequence[str | None]


def known_columns(cells: Cells, columns: Columns = None) -> int:
    """How many cells are headings that are known; 0 where none of them is a name."""
    fields = set(map_columns(map(clean, cells), columns).values())
    return len(fields) if NAME_FIELDS & fields else 0


def keyed(
    rows: Iterable[tuple[_Number, Cells]], columns: Columns, *, place: str, unread: list[str], strict: bool = False
) -> Iterator[tuple[_Number, dict[str, Any]]]:
    """Every filled row below the headings with its number, its cells by heading; those under equal headings are a list.

    The headings are the line of the first twenty with the most known columns, else the first (`strict`: else the table
    is passed over, and reported). A cell under no heading stands under `column 5`. Lines above the headings are
    reported.
    """
    rest = iter(rows)
    top = list(itertools.islice(rest, LOOK))
    if not top:
        return
    head = max(range(len(top)), key=lambda index: (known_columns(top[index][1], columns), -index))
    if strict and not known_columns(top[head][1], columns):
        seen = ", ".join(filter(None, top[0][1]))
        unread.append(f"{place} {top[0][0]}: columns not read: {seen}; none of them holds names")
        return
    if above := [str(number) for number, cells in top[:head] if any(cells)]:
        unread.append(f"{place} {', '.join(above)}: columns not read: above the headings in {top[head][0]}")
    headings = [clean(cell) for cell in top[head][1]]
    for number, cells in itertools.chain(top[head + 1 :], rest):
        if any(cells):
            yield number, _keyed_row(headings, cells)


def _keyed_row(headings: list[str], cells: Cells) -> dict[str, Any]:
    """One row."""
    row: dict[str, Any] = {}
    for column, (heading, cell) in enumerate(itertools.zip_longest(headings, cells), 1):
        if not heading and not (cell and cell.strip()):
            continue
        key = heading or f"column {column}"
        if row.get(key) is None:
            row[key] = cell
        elif cell:
            row[key] = [row[key], cell]
    return row
