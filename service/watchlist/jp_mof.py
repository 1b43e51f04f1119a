"""Japan's list of parties whose assets are frozen, a workbook of the Ministry of Finance.

One sheet per measure: the measure's title in the first filled row, then the headings (from `告示日付`, the day of the
notice), then a row per party. Entries have no number: the id is made of the names. The headings differ from sheet to
sheet in blanks and wording; they were learnt from descriptions of the workbook by others.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft
from service.watchlist.shelf import Shelf
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, iso_date, script_of

FIRST = "告示日付"
"""Heading that only this workbook has."""
_FIELDS = {
    "告示日付": "notice", "日本語表記": "japanese", "英語表記": "english", "別名": "alias", "別称": "alias",
    "別称・別名": "alias", "別名・別称": "alias", "別称・旧称": "alias", "確定可能な別名": "alias",
    "確定に十分でない別名": "weak", "旧称": "former", "過去の別名": "former", "以前の別名": "former",
    "旧称・以前の呼称": "former", "役職": "position", "肩書": "position", "肩書等": "position", "称号": "position",
    "リスト掲載日": "listed", "住所": "address", "住所等": "address", "所在地": "address", "住所・所在地": "address",
    "活動地域・住所": "address", "生年月日": "born", "生年月日・出生地": "born", "出生地": "birthplace",
    "出生地・出身地": "birthplace", "国籍": "nationality", "活動地域": "country", "旅券番号": "passport",
    "身分登録番号": "national-id", "ID番号": "national-id", "身分証番号": "national-id", "国連参照番号": "reference",
}  # fmt: skip
_UNUSED = frozenset({
    "告示番号", "その他の情報", "詳細", "指定の根拠", "決議1483上の根拠", "電話", "電話番号", "FAX",
    "国連制裁委員会による指定日", "国連制裁員会による指定日",
})  # fmt: skip
_NAMES: dict[str, NameKind] = {"alias": "alias", "weak": "weak", "former": "former"}
_DIVIDED = re.compile(r"[\n;；]|[（(](?:[a-z]|[ivx]{1,4}|\d{1,2})[)）]")
_DAY = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日?)?)?")
Rows = Iterable[tuple[str, int, Sequence[str | None]]]


def read(source: Source, rows: Rows) -> Reading:
    """All entries of the rows of all sheets, each with its sheet and number."""
    shelf = Shelf()
    unread: list[str] = []
    sheet, title, fields = "", "", list[str]()
    for name, number, cells in rows:
        if name != sheet:
            sheet, title, fields = name, clean(" ".join(filter(None, cells))), []
        elif is_heading(cells):
            fields = [_field(cell, f"{source.label}: sheet {name}", unread) for cell in cells]
        elif fields:
            values = {field: _values(cell) for field, cell in zip(fields, cells, strict=False) if field and cell}
            if not _add_row(shelf, values, title):
                unread.append(f"{source.label}: sheet {name}, row {number}: no name")
    return Reading(
        name="jp",
        entities=shelf.entities(),
        unread=tuple(unread),
        title="Parties subject to asset freezing and other measures (Japan)",
        publisher="Ministry of Finance of Japan",
    )


def is_heading(cells: Sequence[str | None]) -> bool:
    """Whether a row holds the headings of a sheet."""
    return bool(cells) and FIRST in _squeezed(cells[0])


def _squeezed(heading: str | None) -> str:
    """A heading without blanks, full-width letters as plain ones."""
    return "".join(unicodedata.normalize("NFKC", heading or "").split())


def _field(heading: str | None, place: str, unread: list[str]) -> str:
    """What a column holds; one that is not known is named."""
    key = _squeezed(heading)
    if key and key not in _FIELDS and key not in _UNUSED:
        unread.append(f"{place}: columns not read: {key}")
    return _FIELDS.get(key, "")


def _values(cell: str) -> list[str]:
    """The values of a cell, which stand on lines of their own or behind (a), (b); what is unknown is left out."""
    return [value for value in map(clean, _DIVIDED.split(cell)) if value and value not in ("不明", "-", "－")]


def _add_row(shelf: Shelf, row: dict[str, list[str]], title: str) -> bool:
    """The entry of one row; the same names under another measure are the same entry. False where no name stands."""
    english, japanese = row.get("english", []), row.get("japanese", [])
    names = [*english, *japanese]
    if not names:
        return False
    reference = hashlib.sha256("|".join(names).encode()).hexdigest()[:10]
    draft = shelf.draft(reference, lambda: Draft(f"jp-{reference}", "jp", _schema(title, row), reference))
    draft.name(names[0], "primary")
    for name in names:
        draft.name(name, "alias" if script_of(name) == "Latin" else "original")
    for field, kind in _NAMES.items():
        for name in row.get(field, []):
            draft.name(name, kind if kind != "alias" or script_of(name) == "Latin" else "original")
    _add_facts(draft, row)
    draft.add("programmes", [title])
    return True


def _schema(title: str, row: dict[str, list[str]]) -> Schema:
    """A person where the measure says so or a birth date stands; an organisation likewise; else it is not told."""
    person, group = "個人" in title, "団体" in title
    if row.get("born") or (person and not group):
        return "Person"
    return "Organization" if group and not person else "LegalEntity"


def _add_facts(draft: Draft, row: dict[str, list[str]]) -> None:
    """Everything but names."""
    draft.add("birth_dates", [date for text in row.get("born", []) for date in _dates(text)])
    draft.add("birth_places", row.get("birthplace", []))
    draft.add("positions", row.get("position", []))
    draft.add("addresses", row.get("address", []))
    for text in row.get("nationality", []):
        draft.country(text, nationality=draft.schema == "Person")
    for text in row.get("country", []):
        draft.country(text)
    for kind in ("passport", "national-id"):
        for text in row.get(kind, []):
            draft.identifier(kind, text)
    for text in row.get("reference", []):
        draft.un_reference(text)
    dates = [date for field in ("listed", "notice") for text in row.get(field, []) for date in _dates(text)]
    draft.listed_on = draft.listed_on or next(iter(dates), None)


def _dates(text: str) -> list[str]:
    """Every date of a text: `1961年5月4日`, or as a spreadsheet writes it."""
    plain = unicodedata.normalize("NFKC", text)
    found = [
        "-".join(filter(None, (year, month and month.zfill(2), month and day and day.zfill(2))))
        for year, month, day in _DAY.findall(plain)
    ]
    return found or [date for date in [iso_date(plain)] if date]
