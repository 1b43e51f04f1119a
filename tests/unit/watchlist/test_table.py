"""A customer's own CSV, JSON lines and JSON, with columns under common headings or mapped."""

from __future__ import annotations

import json

import pytest

from service.errors import ListError
from service.model.entity import Identifier, Watchlist
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

CSV = """ID;Full Name;Also known as;Type;Country;D.O.B.;Programme;Passport No;Colour
7;Aldo Brivetto;Aldus Brivetto | A. Brivetto;individual;Russia;04/05/1961;watch;X12;red
7;Aldo Briveto;;individual;;;;;
8;;;;;;;;
9;Brivetto Stone Ltd;;firm;;;;;
"""


def read(text: str, label: str = "My Own.csv", **columns: str) -> Watchlist:
    return read_watchlist(Source(label, text.encode()), columns=columns or None)


def test_common_headings_are_understood() -> None:
    """Separator, headings, several aliases in a cell, country names and day-first dates."""
    watchlist = read(CSV)
    entity = watchlist.entities[0]
    assert (watchlist.name, watchlist.custom, entity.id) == ("my-own", True, "my-own-7")
    assert [name.text for name in entity.names] == ["Aldo Brivetto", "Aldus Brivetto", "A. Brivetto", "Aldo Briveto"]
    assert (entity.schema, entity.countries, entity.birth_dates) == ("Person", ("RU",), ("1961-05-04",))
    assert (entity.programmes, entity.identifiers) == (("watch",), (Identifier("passport", "X12"),))


def test_what_is_not_read_is_reported() -> None:
    """A row without a name, an unknown type and an unknown column are all named."""
    unread = "\n".join(read(CSV).unread)
    assert "line 4: no name" in unread
    assert "line 5: type 'firm'" in unread
    assert "columns not read: Colour; known" in unread


def test_columns_can_be_mapped() -> None:
    """A heading of the customer's own is named in the mapping."""
    watchlist = read("wer,auch\nAldo Brivetto,Aldus\n", name="wer", aliases="auch")
    assert [name.text for name in watchlist.entities[0].names] == ["Aldo Brivetto", "Aldus"]


def test_ids_are_made_when_there_are_none() -> None:
    """The made id hangs on the name and date of birth, not on the row's place."""
    one = read("name\nAldo Brivetto\nBea Brivetto\n")
    two = read("name\nBea Brivetto\nAldo Brivetto\n")
    assert {entity.id for entity in one.entities} == {entity.id for entity in two.entities}
    assert len({entity.id for entity in one.entities}) == 2


def test_json_lines_go_on_after_a_broken_line() -> None:
    """The broken line is named by its number and the rest is read."""
    lines = [
        '{"name": "Aldo", "aliases": ["A", "B"], "identifiers": [{"kind": "imo", "value": "9876543"}]}',
        "{broken",
        "[1]",
        '{"name": "Bea"}',
    ]
    watchlist = read("\n".join(lines), "own.jsonl")
    assert [entity.primary_name for entity in watchlist.entities] == ["Aldo", "Bea"]
    assert watchlist.entities[0].identifiers == (Identifier("imo", "9876543"),)
    assert "line 2: no JSON" in watchlist.unread[0]
    assert "line 3: expected an object" in watchlist.unread[1]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("beside", [None, {"total": 2, "unused": [], "about": {"entries": [{"name": "no entry"}]}}])
def test_a_json_document_is_read(indent: int | None, beside: dict[str, object] | None) -> None:
    """An array of objects, or the only list in an object, on one line or over many, is as good as lines."""
    rows = [
        {"name": "Aldo Brivetto", "aliases": ["A. Brivetto"], "id": 7.5},
        {"name": "Bea", "id": 12345678901234567890},
    ]
    document = rows if beside is None else {**beside, "entries": rows}
    for text in (json.dumps(document, indent=indent), "\ufeff" + json.dumps(document, indent=indent)):
        entities = read(text, "own.json").entities
        assert [entity.id for entity in entities] == ["own-7.5", "own-12345678901234567890"]
        assert [name.text for name in entities[0].names] == ["Aldo Brivetto", "A. Brivetto"]


def test_a_json_item_that_is_no_object_is_reported() -> None:
    """With its place in the list, and the rest is read."""
    watchlist = read('[{"name": "Aldo"}, 5, null, {"dob": "1961"}]', "own.json")
    places = [line.partition(": ")[2] for line in watchlist.unread]
    assert places == ["item 2: expected an object", "item 3: expected an object", "item 4: no name"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "[" * 200_000 + "]" * 200_000,
        '[{"name": "Aldo", "aliases": ' + "[" * 900 + "]" * 900 + "}]",
        '{"name": "Aldo", "aliases": ' + "[" * 900 + "]" * 900 + '}\n{"name": "Bea"}',
        '{"results": ' + "[" * 900 + "]" * 900 + "}",
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    """Brackets in brackets neither fill the memory nor end the process."""
    with pytest.raises(ListError, match=r"own\.json: .*nested|cut off"):
        read(text, "own.json")


@pytest.mark.parametrize("text", ['[{"name": "Aldo"}', '{"entries": [{"name": "Aldo"}, {"na', '[{"name": "Aldo"}] x'])
def test_a_json_document_that_is_cut_is_refused(text: str) -> None:
    """Half a document is no list."""
    with pytest.raises(ListError, match=r"own\.json: the JSON is cut off or damaged"):
        read(text, "own.json")


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "just words", '{"a": 1}'])
def test_a_table_without_names_is_an_unknown_format(text: str) -> None:
    """The message says what to do."""
    with pytest.raises(ListError, match="unknown format: no column of names.*call one column `name`"):
        read(text)


def test_a_given_name_becomes_list_and_id() -> None:
    """The list's short name is the caller's choice."""
    watchlist = read_watchlist(Source("x.csv", b"name\nAldo\n"), name="Board & Staff")
    assert watchlist.name == watchlist.entities[0].list == "board-staff"
    assert watchlist.entities[0].id.startswith("board-staff-")


def test_headings_without_rows_are_refused_as_that() -> None:
    """A table of which only the first line came: said so, not as an unknown format."""
    with pytest.raises(ListError, match="headings only"):
        read_watchlist(Source("ours.csv", b"id,name,type\n"))
