"""Files as customers have them: titles above the headings, other encodings, other dates, one entry, plain text."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest

from service.errors import ListError
from service.model.entity import Watchlist
from service.watchlist.guard import check_version
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

TABLE = "Full Name;Date of Birth;Country\nJosé Álvarez;04/05/1961;Spain\nZoë Müller;1962;Germany\n"


def read(data: bytes | str, label: str = "own.csv", **columns: str) -> Watchlist:
    given = data.encode() if isinstance(data, str) else data
    return read_watchlist(Source(label, given), columns=columns or None)


def names(watchlist: Watchlist) -> list[str]:
    return [name.text for entity in watchlist.entities for name in entity.names]


def workbook(*sheets: list[list[str]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.replace(";", "\t").encode("utf-16"),
        TABLE.encode("cp1252"),
        TABLE.replace(";", ",").encode(),
        ("sep=;\r\n" + TABLE.replace("\n", "\r\n")).encode(),
        ("Watch list of the bank;;\nas of 2026-01-05;;\n\n" + TABLE).encode(),
        ("Watch list, of the bank\n" + TABLE).encode(),
    ],
)
def test_the_same_table_in_many_forms(data: bytes) -> None:
    """Separator, encoding and lines above the headings make no difference to the entries."""
    watchlist = read(data)
    assert names(watchlist) == ["José Álvarez", "Zoë Müller"]
    assert [entity.birth_dates for entity in watchlist.entities] == [("1961-05-04",), ("1962",)]
    assert [entity.countries for entity in watchlist.entities] == [("ES",), ("DE",)]


def test_lines_above_the_headings_are_told() -> None:
    """They are no rows, and no secret either."""
    assert read("Watch list\n\n" + TABLE).unread == ("own.csv: line 1: columns not read: above the headings in 3",)


def test_cells_under_no_heading_are_told() -> None:
    """A cell too many, a column without a heading; an empty column is nothing to tell."""
    unread = " ".join(read("name,,dob,\nAldo,x,1961,\nBea,,1962,,more\n").unread)
    assert "columns not read: column 2, column 5" in unread
    assert "column 4" not in unread


def test_two_columns_of_one_heading() -> None:
    """Neither hides the other."""
    assert names(read("name,alias,alias\nAldo,Aldus,The Mason\n")) == ["Aldo", "Aldus", "The Mason"]


def test_workbooks_with_a_cover_and_titles() -> None:
    """The headings are found below a title; a sheet without names is passed over and told."""
    data = workbook([["Cover sheet"], ["of the bank"]], [["Our list"], [], ["Full name", "DOB"], ["Aldo", "1961"]])
    watchlist = read(data, "own.xlsx")
    assert (names(watchlist), watchlist.entities[0].birth_dates) == (["Aldo"], ("1961",))
    assert "own.xlsx: row 1 of sheet Sheet: columns not read: Cover sheet; none of them holds names" in watchlist.unread


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1961-05-04", "1961-05-04"), ("1961/05/04", "1961-05-04"), ("19610504", "1961-05-04"),
        ("04/05/1961", "1961-05-04"), ("05/24/1961", "1961-05-24"), ("4.5.1961", "1961-05-04"),
        ("04-05-1961", "1961-05-04"), ("4 May 1961", "1961-05-04"), ("May 4, 1961", "1961-05-04"),
        ("1961-05-04T00:00:00", "1961-05-04"), ("May 1961", "1961-05"), ("1961", "1961"),
    ],
)  # fmt: skip
def test_dates_in_many_forms(written: str, date: str) -> None:
    """Day first where slashes leave it open."""
    watchlist = read(f'name,dob\nAldo,"{written}"\n')
    assert (watchlist.entities[0].birth_dates, watchlist.unread) == ((date,), ())


def test_values_that_cannot_be_read_are_told_with_their_place() -> None:
    """Neither a date nor a country is dropped in silence, and for them alone no list is refused."""
    rows = "".join(f"Person {number},04-May-61,Ruritania\n" for number in range(40))
    watchlist = read(f"name,dob,country\n{rows}Aldo,n/a,unknown\n")
    told = " ".join(watchlist.unread)
    assert "own.csv: 40 dates: values not read, write YYYY-MM-DD ('04-May-61' in line 2; " in told
    assert "own.csv: 40 countries: values not read ('Ruritania' in line 2; " in told
    assert check_version(watchlist) == []


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp949", "gb18030"])
def test_letters_of_an_unknown_encoding_are_refused(encoding: str) -> None:
    """Nothing tells which it is, and guessing would garble the names."""
    text = {"cp949": "김정은 위원장", "gb18030": "金正恩 委员长"}.get(encoding, "Иванов Иван")
    with pytest.raises(ListError, match="save the file as UTF-8"):
        read(f"name\n{text}\n".encode(encoding))


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("label", ["own.json", "own.yaml"])
def test_a_single_entry(label: str, indent: int | None) -> None:
    """A document that is one entry, whatever lists stand in it."""
    entry = {"name": "Aldo", "aliases": ["Aldus"], "identifiers": [{"kind": "passport", "value": "X1"}], "dob": "1961"}
    watchlist = read(json.dumps(entry, indent=indent), label)
    assert names(watchlist) == ["Aldo", "Aldus"]
    assert [item.value for item in watchlist.entities[0].identifiers] == ["X1"]


def test_objects_one_behind_another() -> None:
    """Each over several lines, as some programs write them."""
    text = "\n".join(json.dumps({"name": name}, indent=2) for name in ("Aldo", "Bea", "Cleo"))
    assert names(read(text, "own.json")) == ["Aldo", "Bea", "Cleo"]
    with pytest.raises(ListError, match="cut off"):
        read(text[:-4], "own.json")


@pytest.mark.parametrize(
    ("label", "text"), [("own.json", '["Aldo", "Bea"]'), ("own.yaml", "- Aldo\n- Bea\n"), ("own.txt", "Aldo\n\nBea\n")]
)
def test_bare_names(label: str, text: str) -> None:
    """A list of nothing but names; it is the customer's own, and an id hangs on the name alone."""
    watchlist = read(text, label)
    assert (names(watchlist), watchlist.custom) == (["Aldo", "Bea"], True)
    assert watchlist.entities[1].id == read(text.replace("Aldo", "Cleo"), label).entities[1].id


def test_yaml_is_read_as_it_is_written() -> None:
    """Norway is no `false`, and a number keeps its noughts."""
    [entity] = read("- name: Yes\n  country: NO\n  id: 007\n  passport: 0123_456\n  dob: ~\n", "own.yaml").entities
    assert (entity.id, entity.primary_name, entity.countries) == ("own-007", "Yes", ("NO",))
    assert entity.identifiers[0].value == "0123_456"


def test_a_mapped_column_must_be_there() -> None:
    """A slip in the mapping is told with the columns that the table has."""
    with pytest.raises(ListError, match=r"no column 'Wer' \(columns: Who, Born\)"):
        read("Who,Born\nAldo,1961\n", name="Wer")
    assert names(read("Title\n\nWho,Born\nAldo,1961\n", name="Who")) == ["Aldo"]
