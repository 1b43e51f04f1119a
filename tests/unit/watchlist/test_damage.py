"""Damaged input of every format: a list or a ListError comes out, nothing else."""

from __future__ import annotations

import gzip
import random

import pytest

from service.errors import ListError
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source
from tests.unit.watchlist.test_ofac_advanced import ADVANCED
from tests.unit.watchlist.test_ofac_csv import SDN
from tests.unit.watchlist.test_table import CSV
from tests.unit.watchlist.test_table_readers import AU, CSL, EU_OLD_HEAD, UK_2018, UK_LIST, workbook
from tests.unit.watchlist.test_un_xml import UN
from tests.unit.watchlist.test_xml_readers import CA, CH, EU, OFAC, UK

FILES = {
    "un.xml": UN.encode(), "ofac.xml": OFAC.encode(), "advanced.xml": ADVANCED.encode(), "eu.xml": EU.encode(),
    "uk.xml": UK.encode(), "ca.xml": CA.encode(), "ch.xml": CH.encode(), "sdn.csv": SDN.encode(),
    "uk.csv": UK_2018.encode(), "uk2.csv": UK_LIST.encode(), "csl.csv": CSL.encode(), "own.csv": CSV.encode(),
    "eu.csv": f"{EU_OLD_HEAD}\n{';' * 58}\n".encode(), "au.xlsx": workbook(AU), "un.gz": gzip.compress(UN.encode()),
    "own.json": b'[{"name": "Aldo", "aliases": ["B", {"kind": "x"}], "dob": 1961}]',
    "csl.json": b'{"results": [{"name": "Aldo", "source": "X (EL) - Y", "ids": [{"number": "1"}], "_id": "7"}]}',
    "ftm.json": b'{"id": "1", "schema": "Person", "properties": {"name": ["Aldo"], "birthDate": ["1961"]}}',
    "senzing.json": b'{"RECORD_ID": "1", "NAMES": [{"NAME_FULL": "Aldo"}], "DATES": [{"DATE_OF_BIRTH": "1961"}]}',
    "own.yaml": b"- name: Aldo\n  aliases: [B, C]\n  dob: 1961\n",
}  # fmt: skip


@pytest.mark.parametrize("label", FILES)
def test_damage_is_read_or_refused(label: str) -> None:
    """Cut, overwritten and shuffled bytes: never a crash."""
    data, chance = FILES[label], random.Random(label)
    for _ in range(60):
        damaged = bytearray(data[: chance.randrange(1, len(data) + 1)])
        for _ in range(chance.randrange(4) if len(damaged) > 3 else 0):
            place = chance.randrange(len(damaged))
            damaged[place : place + chance.randrange(3)] = chance.choice(
                (b"", b"\0", b"<", b'"', b";", b"\xff", b"{}", b"[1]")
            )
        try:
            watchlist = read_watchlist(Source(label, bytes(damaged)))
        except ListError:
            continue
        assert all(entity.names for entity in watchlist.entities)


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "1", "schema": "Person", "properties": {"name": ["Aldo"], "country": null, "birthDate": 5}}',
        '{"id": 1, "schema": "Person", "properties": {"name": "Aldo", "country": [null, 3]}}',
        '{"id": "1", "schema": ["Person"], "properties": {"name": [null]}}',
        '{"RECORD_ID": 1, "NAMES": [{"NAME_FULL": 5}, 7], "COUNTRIES": [{"NATIONALITY": ["x"]}]}',
        '{"results": [5, {"name": 7, "source": null, "addresses": [3], "ids": [4], "_id": 2}]}',
        '{"results": []}',
        '[{"name": {"a": 1}}, 5, null, {"name": ["A", null, 3], "dob": {"x": 1}}]',
        '{"a": {"b": [1]}}',
        "[]",
        "null",
    ],
)
def test_json_of_the_wrong_shape_is_read_or_refused(text: str) -> None:
    """Types that no publisher would write."""
    try:
        watchlist = read_watchlist(Source("x.json", text.encode()))
    except ListError:
        return
    assert all(isinstance(name.text, str) for entity in watchlist.entities for name in entity.names)


@pytest.mark.parametrize(
    ("label", "data"),
    [
        ("sdn.csv", SDN.encode()[: SDN.index("IMO 9876543") - 120]),
        ("sdn.csv", b'1,"A B","individual",X,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 19'),
        ("own.csv", b'id,name\nx1,Aldo\nx2,"Bea'),
        ("own.jsonl", b'{"name": "Aldo"}\n{"name": "Be'),
    ],
)
def test_a_list_that_ends_within_a_row_is_refused(label: str, data: bytes) -> None:
    """A file cut off on its way is not read up to the cut."""
    with pytest.raises(ListError, match="cut off within a row; download the list again"):
        read_watchlist(Source(label, data))
