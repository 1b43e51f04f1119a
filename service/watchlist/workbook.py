"""Tables that are no text: XLSX workbooks and YAML files, as rows of cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import yaml

from service.watchlist.source import Source, refuse

MAX_YAML = 32 * 1024 * 1024
"""Largest YAML list in bytes: the format is for lists written by hand."""
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
Row = tuple[int, dict[str, Any]]


def xlsx_rows(source: Source) -> Iterator[Row]:
    """The rows of all sheets of a workbook, the first filled row of a sheet being its headings.

    Raises ListError for a workbook that is damaged or declares entities.
    """
    sheet, headings = None, list[str]()
    for name, number, cells in xlsx_cells(source):
        if name != sheet:
            sheet, headings = name, [cell or "" for cell in cells]
        else:
            yield number, dict(zip(headings, cells, strict=False))


def xlsx_cells(source: Source) -> Iterator[tuple[str, int, list[str | None]]]:
    """Sheet, number and cells of every row that is not blank. Raises ListError as `xlsx_rows` does."""
    # Here and not above: it takes long to import, and most lists are no workbooks.
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            for info in archive.infolist():
                if info.filename.endswith((".xml", ".rels")) and _DOCTYPE.search(archive.read(info)):
                    raise refuse(source, f"{info.filename} declares a DOCTYPE or entities", "save the workbook again")
        book = openpyxl.load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                if any(cell is not None for cell in cells):
                    yield sheet.title, number, [_cell(cell) for cell in cells]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, EOFError) as error:
        raise refuse(source, f"the workbook is damaged ({error})", "save it again as XLSX") from None


def _cell(value: object) -> str | None:
    """A cell as text, a date in ISO form, a whole number without its decimal point."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return None if value is None else str(value)


class _NoAliases(yaml.SafeLoader):
    """Safe YAML without anchors: nothing in a list needs them, and a bomb does."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse an alias where one stands."""
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="aliases are not read; write the value out", problem_mark=mark)
        return super().compose_node(parent, index)


def yaml_rows(source: Source) -> Iterator[Row]:
    """The entries of a YAML list, or of the only list in a YAML mapping. Raises ListError with the line."""
    if len(source.data) > MAX_YAML:
        raise refuse(
            source, f"YAML larger than {MAX_YAML // 1024**2} MB", "give a list of this size as JSON lines or CSV"
        )
    try:
        document = yaml.load(source.text(), Loader=_NoAliases)  # nosec B506: a SafeLoader without aliases
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise refuse(source, f"line {line}: {error.problem}", "mend the YAML") from None
    except yaml.YAMLError as error:
        raise refuse(source, f"no YAML ({error})", "mend the file") from None
    entries = list_in(document)
    if entries is None:
        raise refuse(source, "unknown format: no list of entries", "write a list of mappings with `name`")
    for number, entry in enumerate(entries, 1):
        yield number, {str(key): _plain(value) for key, value in entry.items()}


def list_in(document: object) -> list[dict[str, Any]] | None:
    """The entries of a document: itself when it is a list, else the only list of mappings in it."""
    if isinstance(document, dict):
        lists = [value for value in document.values() if isinstance(value, list) and value]
        document = lists[0] if len(lists) == 1 else None
    if not isinstance(document, list) or not all(isinstance(entry, dict) for entry in document):
        return None
    return document


def _plain(value: object) -> object:
    """YAML's own dates and numbers as the text that was written."""
    return [_plain(item) for item in value] if isinstance(value, list) else _cell(value)
