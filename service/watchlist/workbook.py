"""XLSX workbooks as rows of cells."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from operator import itemgetter

from service.watchlist.json_stream import Row
from service.watchlist.source import Source, refuse
from service.watchlist.table_head import Columns, keyed

_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_PIECE = 256 * 1024


def keyed_sheets(source: Source, columns: Columns, unread: list[str]) -> Iterator[Row]:
    """The rows of all sheets by their headings; a sheet of which no column holds names is passed over and reported.

    Raises ListError for a workbook that is damaged or declares entities.
    """
    for sheet, rows in itertools.groupby(xlsx_cells(source), key=itemgetter(0)):
        numbered = ((f"{number} of sheet {sheet}", cells) for _, number, cells in rows)
        yield from keyed(numbered, columns, place=f"{source.label}: row", unread=unread, strict=True)


def xlsx_rows(source: Source) -> Iterator[tuple[int, dict[str, str | None]]]:
    """The rows of all sheets, the first filled row of a sheet being its headings. Raises ListError likewise."""
    sheet, headings = None, list[str]()
    for name, number, cells in xlsx_cells(source):
        if name != sheet:
            sheet, headings = name, [cell or "" for cell in cells]
        else:
            yield number, dict(zip(headings, cells, strict=False))


def xlsx_cells(source: Source) -> Iterator[tuple[str, int, list[str | None]]]:
    """Sheet, number and cells of every row that is not blank. Raises ListError likewise."""
    # Here and not above: it takes long to import, and most lists are no workbooks.
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            for info in archive.infolist():
                if info.filename.endswith((".xml", ".rels")) and _declares(archive, info):
                    raise refuse(source, f"{info.filename} declares a DOCTYPE or entities", "save the workbook again")
        book = openpyxl.load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                if any(cell is not None for cell in cells):
                    yield sheet.title, number, [_cell(cell) for cell in cells]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, EOFError) as error:
        raise refuse(source, f"the workbook is damaged ({error})", "save it again as XLSX") from None


def _declares(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a file in a workbook has a DOCTYPE or entities; it is looked through a piece at a time."""
    end = b""
    with archive.open(info) as member:
        while piece := member.read(_PIECE):
            if _DOCTYPE.search(end + piece):
                return True
            end = piece[-16:]
    return False


def _cell(value: object) -> str | None:
    """A cell as text, a date in ISO form, a whole number without its decimal point."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return None if value is None else str(value)
