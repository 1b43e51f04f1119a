"""The readers of publishers' tables: UK, US CSL, EU, Australia, OpenSanctions, workbooks and YAML."""

from __future__ import annotations

import io
import json
from datetime import datetime

import openpyxl
import pytest

from service.errors import ListError
from service.model.entity import Identifier, Watchlist
from service.watchlist.draft import UN_REFERENCE
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

UK_2018 = """Last Updated,13/04/2018,,,,,,,,,,,,,,,,,,,,,,,,,,,
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,Passport Details,\
NI Number,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,\
Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID
BRIVETTO,Aldo,,,,,Dr,00/00/1980,Sinpo,China,(1) Iraqi (2) Tunisian,P229856 (Tunisian). Issued on 1 Nov 2002,,\
Minister,Quay 1,,,,,,,Libya (since 2009),UN Ref.KPI.901. IMO: 9876543,Individual,Prime Alias,\
North Korea (Democratic People's Republic of Korea),01/04/2016,01/04/2016,901
 BRIVET,Aldus,,,,,,00/00/1981,,,,,,,,,,,,,,,,Individual,AKA,North Korea,01/04/2016,01/04/2016,901
"""
UK_LIST = """Report Date: 28-Jan-2026
Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,\
Alias strength,Title,Name non-latin script,Regime Name,Designation Type,Other Information,Address Line 1,\
Address Country,Date Designated,D.O.B,Nationality(/ies),Passport number,Gender,IMO number
01/01/2026,DPR0901,13999,KPi.901,BRIVETTO,Aldo,,,,,Primary Name,,,알도,Russia,Individual,,Quay 1,North Korea,\
11/08/2017,04/05/1961,Russia,X12345,Male,
01/01/2026,DPR0901,13999,KPi.901,MASON,,,,,,Alias,Low quality a.k.a,,,Russia,Individual,,,,11/08/2017,,,,,
"""
UK_2025 = """Last Updated,20/01/2026
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,\
DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,\
National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,\
Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,\
Last Updated,Group ID
BRIVETTO,Aldo,,,,,,Альдо,Cyrillic,Russian,04/05/1961,,,Russia,X12345,,,,,,,,,,,,Russia,,Individual,Primary name,,\
Russia,01/03/2022,24/02/2022,01/01/2026,901
MASON,,,,,,,,,,,,,,,,,,,,,,,,,,,,Individual,AKA,Low quality,Russia,01/03/2022,24/02/2022,01/01/2026,901
"""
CSL = """_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,\
call_sign,vessel_type,vessel_flag,vessel_owner,remarks,alt_names,citizenships,dates_of_birth,nationalities,\
places_of_birth,ids
901,Specially Designated Nationals (SDN) - Treasury Department,901,Individual,DPRK3; NPWMD,"BRIVETTO, Aldo",Minister,\
"Quay 1, Sinpo, KP",,,,,,,,(Linked To: STONE WORKS),"BRIVET, Aldus; MASON",,1960 to 1961,KP,"Sinpo, China",\
"SA, 2019-03-23, 2014-05-15, P051811, Passport; Male, Gender"
abc,Entity List (EL) - Bureau of Industry and Security,,,,Stone Works,,"Quay 2, RU",87 FR 1,2022-03-09,,,,,,,,,,,,
"""
EU_OLD_HEAD = ";".join(["Date_file", "Entity_logical_id", "Subject_type", *["x"] * 55, "EU_ref_num"])


def read(text: str, label: str = "list.csv") -> Watchlist:
    return read_watchlist(Source(label, text.encode()))


def kinds(watchlist: Watchlist) -> dict[str, str]:
    return {name.text: name.kind for name in watchlist.entities[0].names}


def test_uk_layout_of_2018() -> None:
    """Two lines of heading, rows of one group joined, papers and references out of free text."""
    watchlist = read(UK_2018)
    assert (watchlist.name, watchlist.list_date, len(watchlist.entities)) == ("uk", "2018-04-13", 1)
    person = watchlist.entities[0]
    assert (person.id, kinds(watchlist)) == ("uk-901", {"Aldo BRIVETTO": "primary", "Aldus BRIVET": "alias"})
    assert (person.birth_dates, person.nationalities) == (("1980", "1981"), ("IQ", "TN"))
    assert (person.countries, person.listed_on) == (("IQ", "TN", "LY"), "2016-04-01")
    assert set(person.identifiers) == {
        Identifier("passport", "P229856", "TN"),
        Identifier("imo", "9876543"),
        Identifier("other", "KPi.901", None, UN_REFERENCE),
    }
    assert person.programmes[1] == "GB-DPRK"


def test_uk_layout_of_2025() -> None:
    """Other scripts, alias quality and the day of designation have columns of their own."""
    watchlist = read(UK_2025)
    person = watchlist.entities[0]
    assert (person.id, person.listed_on, person.birth_dates) == ("uk-901", "2022-02-24", ("1961-05-04",))
    assert kinds(watchlist) == {"Aldo BRIVETTO": "primary", "Альдо": "original", "MASON": "weak"}
    assert person.identifiers == (Identifier("passport", "X12345"),)


def test_uk_sanctions_list_csv() -> None:
    """A date line, other headings, alias strength, other scripts."""
    watchlist = read(UK_LIST)
    person = watchlist.entities[0]
    assert (watchlist.list_date, watchlist.title) == ("2026-01-28", "UK Sanctions List")
    assert (person.id, person.gender, person.programmes) == ("uk-DPR0901", "male", ("Russia", "GB-RUS"))
    assert kinds(watchlist) == {"Aldo BRIVETTO": "primary", "알도": "original", "MASON": "weak"}
    assert Identifier("passport", "X12345") in person.identifiers


def test_us_csl_csv() -> None:
    """The source becomes part of the id and decides the topic; ids are told apart by their type."""
    watchlist = read(CSL)
    person, works = watchlist.entities
    assert (person.id, works.id) == ("us-csl-SDN-901", "us-csl-EL-abc")
    assert (person.topics, works.topics) == (("sanction",), ("export.control",))
    assert [name.text for name in person.names] == ["BRIVETTO, Aldo", "BRIVET, Aldus", "MASON"]
    assert person.identifiers == (Identifier("passport", "P051811", "SA", "Passport"),)
    assert (person.gender, person.birth_dates, person.linked) == ("male", ("1960", "1961"), ("STONE WORKS",))
    assert (works.countries, works.listed_on) == (("RU",), "2022-03-09")


def test_us_csl_json() -> None:
    """The same list as JSON, with objects for addresses and ids."""
    row = {
        "id": "901",
        "source": "Specially Designated Nationals (SDN) - Treasury Department",
        "entity_number": "901",
        "type": "Individual",
        "programs": ["DPRK3"],
        "name": "BRIVETTO, Aldo",
        "alt_names": ["MASON"],
        "addresses": [{"city": "Sinpo", "country": "KP"}],
        "ids": [{"type": "Passport", "number": "X12345", "country": "RU"}],
    }
    watchlist = read(json.dumps({"total": 1, "results": [row]}), "csl.json")
    assert watchlist.entities[0].identifiers == (Identifier("passport", "X12345", "RU", "Passport"),)
    assert (watchlist.entities[0].addresses, watchlist.entities[0].countries) == (("Sinpo, KP",), ("KP",))


def eu_row(**values: str) -> str:
    columns = {
        "date": 0,
        "id": 1,
        "schema": 2,
        "programme": 6,
        "whole": 17,
        "function": 20,
        "citizenship": 57,
        "ref": 58,
    }
    cells = [""] * 59
    for field, value in values.items():
        cells[columns[field]] = value
    return ";".join(cells)


def test_eu_csv_saved_by_a_spreadsheet() -> None:
    """Rows in quotes, commas as tabs, tabs at the end; names that lost their letters are reported."""
    rows = [
        eu_row(date="04/07/2018", id="7", schema="P", programme="PRK", whole="Aldo Brivetto", function="Head\t Sinpo"),
        eu_row(date="04/07/2018", id="7", schema="P", whole="Альдо"),
        eu_row(date="04/07/2018", id="7", schema="P", whole="????? Brivetto"),
        eu_row(date="04/07/2018", id="7", schema="P", citizenship="PRK", ref="EU.1.1"),
        eu_row(date="04/07/2018", id="7") + ";too many",
    ]
    damaged = "\n".join(f'"{line}\t\t\t"' for line in [EU_OLD_HEAD, *rows])
    watchlist = read(damaged)
    person = watchlist.entities[0]
    assert (watchlist.name, watchlist.list_date, person.id) == ("eu", "2018-07-04", "eu-7")
    assert kinds(watchlist) == {"Aldo Brivetto": "primary", "Альдо": "alias"}
    assert (person.positions, person.nationalities) == (("Head, Sinpo",), ("KP",))
    assert [line.split(": ")[1] for line in watchlist.unread] == ["line 4", "line 6"]


def test_eu_csv_1_1() -> None:
    """The newer layout is read by its headings."""
    text = (
        "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;NameAlias_WholeName;"
        "BirthDate_BirthDate;Identification_Number;Identification_TypeCode;Citizenship_CountryIso2Code\n"
        "20/01/2026;7;EU.1.1;P;Aldo Brivetto;;;;\n20/01/2026;7;EU.1.1;P;;1961-05-04;;;\n"
        "20/01/2026;7;EU.1.1;P;;;X12345;passport;\n20/01/2026;7;EU.1.1;P;;;;;KP\n"
    )
    person = read(text).entities[0]
    assert (person.schema, person.birth_dates, person.nationalities) == ("Person", ("1961-05-04",), ("KP",))
    assert person.identifiers == (Identifier("passport", "X12345", None, "passport"),)


AU = [
    ["Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth",
     "Place of Birth", "Citizenship", "Address", "Additional Information", "Committees", "Control Date"],
    ["101", "Aldo Brivetto", "Individual", "Primary Name", None, "a) 1961 b) 4 May 1962", "Sinpo", "DPRK", "Quay 1",
     "UN Ref KPi.901", "1718 (DPRK)", datetime(2017, 8, 11)],
    ["101a", "Mason", "Individual", "aka", "Weak", None, None, None, None, None, "1718 (DPRK)", None],
    [None, "Nobody", None, None, None, None, None, None, None, None, None, None],
]  # fmt: skip


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_australia_xlsx() -> None:
    """`101a` is a name of `101`; spreadsheet dates become ISO dates."""
    watchlist = read_watchlist(Source("regulation8.xlsx", workbook(AU)))
    person = watchlist.entities[0]
    assert (watchlist.name, person.id, kinds(watchlist)) == (
        "au",
        "au-101",
        {"Aldo Brivetto": "primary", "Mason": "weak"},
    )
    assert (person.birth_dates, person.nationalities) == (("1961", "1962-05-04"), ("KP",))
    assert (person.listed_on, len(watchlist.unread)) == ("2017-08-11", 1)


def test_a_customers_workbook() -> None:
    """A workbook with a customer's headings is a customer's list."""
    rows = [["Full name", "DOB", "Passport"], ["Aldo Brivetto", datetime(1961, 5, 4), 12345.0]]
    watchlist = read_watchlist(Source("Staff.xlsx", workbook(rows)))
    assert watchlist.custom
    assert watchlist.entities[0].birth_dates == ("1961-05-04",)
    assert watchlist.entities[0].identifiers == (Identifier("passport", "12345"),)


def test_a_customers_yaml() -> None:
    """A list of mappings, or a mapping with one list."""
    text = "owner: us\nparties:\n- name: Aldo Brivetto\n  aliases: [Aldus, The Mason]\n  dob: 1961-05-04\n"
    watchlist = read(text, "own.yaml")
    assert [name.text for name in watchlist.entities[0].names] == ["Aldo Brivetto", "Aldus", "The Mason"]
    assert watchlist.entities[0].birth_dates == ("1961-05-04",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &a [x]\nb: *a\n", "line 1: anchors and aliases are not read"),
        ("- name: [", "line"),
        ("just text", "no list of entries"),
        (
            "- !!python/object/apply:os.system [ls]",
            "line 1: the tag tag:yaml.org,2002:python/object/apply:os.system",
        ),
    ],
)
def test_hostile_yaml_is_refused(text: str, message: str) -> None:
    """No anchors, no objects, no crash."""
    with pytest.raises(ListError, match=message):
        read(text, "own.yml")


def test_opensanctions_entities() -> None:
    """A sanction and a passport are added to their owner; names keep their kinds."""
    lines = [
        {"id": "Q1", "caption": "Aldo Brivetto", "schema": "Person", "properties": {
            "name": ["Brivetto", "Aldo Brivetto"], "weakAlias": ["Mason"], "country": ["ru"], "nationality": ["kp"],
            "topics": ["sanction"], "birthDate": ["1961-05"]}},
        {"id": "s", "schema": "Sanction", "properties": {
            "entity": ["Q1"], "programId": ["UN-SC1718"], "startDate": ["2017-08-11"], "unscId": ["KPi.901"]}},
        {"id": "p", "schema": "Passport", "properties": {"holder": ["Q1"], "number": ["X12345"], "country": ["kp"]}},
    ]  # fmt: skip
    watchlist = read("\n".join(map(json.dumps, lines)) + "\n{broken\n", "entities.ftm.json")
    person = watchlist.entities[0]
    assert kinds(watchlist) == {"Aldo Brivetto": "primary", "Brivetto": "alias", "Mason": "weak"}
    assert (person.programmes, person.listed_on, person.countries) == (("UN-SC1718",), "2017-08-11", ("RU", "KP"))
    assert Identifier("passport", "X12345", "KP") in person.identifiers
    assert "line 4: no JSON" in watchlist.unread[0]


@pytest.mark.parametrize(
    "first", ['"schema": "Person", "properties": {"name": ["Aldo"]}', '"RECORD_ID": "1", "NAME_FULL": "A"']
)
def test_lines_that_are_cut_are_refused(first: str) -> None:
    """A last line that is broken and has no end: the download ended too early."""
    with pytest.raises(ListError, match="line 3: the file is cut off"):
        read(f'{{"id": "Q1", {first}}}\n{{"id": "Q2", {first}}}\n{{"id": "Q', "entities.ftm.json")


def test_opensanctions_targets_and_names() -> None:
    """Simple targets are one row each; bare names one entry each."""
    text = (
        "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,program_ids\n"
        "Q1,Vessel,Stone Pearl,New Pearl;Old Pearl,,kp,,IMO9876543,,,,x,UN-SC1718\n"
    )
    ship = read(text, "targets.simple.csv").entities[0]
    assert [name.text for name in ship.names] == ["Stone Pearl", "New Pearl", "Old Pearl"]
    assert (ship.identifiers, ship.programmes) == ((Identifier("imo", "9876543"),), ("UN-SC1718",))
    assert len(read("Aldo Brivetto\n\nBea Caro\n", "names.txt").entities) == 2


def test_senzing_records() -> None:
    """Features in lists or beside the record."""
    record = {
        "DATA_SOURCE": "X", "RECORD_ID": "1", "RECORD_TYPE": "PERSON",
        "NAMES": [{"NAME_TYPE": "PRIMARY", "NAME_FULL": "Aldo Brivetto"}, {"NAME_FULL": "Mason"}],
        "DATES": [{"DATE_OF_BIRTH": "1961-05-04"}], "COUNTRIES": [{"NATIONALITY": "kp"}],
        "IDENTIFIERS": [{"PASSPORT_NUMBER": "X12345", "PASSPORT_COUNTRY": "kp"}],
    }  # fmt: skip
    person = read(json.dumps(record), "senzing.json").entities[0]
    assert (person.schema, person.primary_name, person.birth_dates) == ("Person", "Aldo Brivetto", ("1961-05-04",))
    assert (person.nationalities, person.identifiers) == (("KP",), (Identifier("passport", "X12345", "KP"),))
