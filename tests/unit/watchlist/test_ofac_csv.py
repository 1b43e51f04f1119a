"""The OFAC CSV trio: no header, `-0- `, facts and weak aliases in Remarks."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.errors import ListError
from service.model.entity import Entity, Identifier, Watchlist
from service.watchlist.load import load_watchlist, read_watchlist
from service.watchlist.source import Source

NULL = "-0- "
SIX = ",".join([NULL] * 6)
REMARKS = (
    "DOB 07 Oct 1952; alt. DOB circa 1953; POB Sinpo, North Korea; nationality Korea, North; Gender Male; "
    "a.k.a. 'THE MASON'; a.k.a. 'AL-'UMAR'; Passport 645720381 (Russia) issued 01 Jan 2001; Digital Currency Address "
    "- XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h; Deputy Minister; Linked To: BRIVETTO STONE WORKS"
)
PAPERS = (
    "Tax ID No. 7735096460 (Russia); Organization Established Date 13 Mar 2000; SWIFT/BIC ABCDKPPY; Company Number "
    "IMO 5055293."
)
SHIP = f'"HMAB","General Cargo",{NULL},{NULL},"Korea, North","Stone Line"'
SDN = f"""901,"BRIVETTO, Aldo Caro","individual","DPRK3] [NPWMD","Minister of Stone",{SIX},"{REMARKS}"
902,"BRIVETTO STONE WORKS",{NULL},"DPRK3",{NULL},{SIX},"{PAPERS}"
903,"STONE PEARL","vessel","DPRK3",{NULL},{SHIP},Vessel Registration Identification IMO 9876543
904,"short row"
\x1a"""
ALT = """901,1,"aka","BRIVETO, Aldo",-0- \r\n902,2,"fka","CAF\xc9 STONE",-0- \r\n900,3,"aka","NOBODY",-0- \r\n"""
ADD = """901,1,"1 Main St.","Moscow","Russia",-0- \n902,2,-0- ,-0- ,"China",-0- \n"""
COMMENTS = """901,"; a.k.a. 'OLD ALDO'."\n"""


@pytest.fixture(scope="module")
def watchlist() -> Watchlist:
    beside = {"alt.csv": ALT.encode("latin-1"), "add.csv": ADD.encode(), "sdn_comments.csv": COMMENTS.encode()}
    return read_watchlist(Source("sdn.csv", SDN.encode("latin-1"), beside))


@pytest.fixture(scope="module")
def person(watchlist: Watchlist) -> Entity:
    return watchlist.entities[0]


def test_names_of_all_three_files(person: Entity) -> None:
    """Strong aliases stand in alt.csv, weak ones in the remarks and their continuation."""
    assert {name.text: (name.kind, name.quality) for name in person.names} == {
        "BRIVETTO, Aldo Caro": ("primary", "strong"),
        "BRIVETO, Aldo": ("alias", "strong"),
        "THE MASON": ("weak", "weak"),
        "AL-'UMAR": ("weak", "weak"),
        "OLD ALDO": ("weak", "weak"),
    }


def test_programmes_are_split_and_keyed(person: Entity) -> None:
    """`DPRK3] [NPWMD` is two programmes; the regime's key stands beside them."""
    assert person.programmes == ("DPRK3", "NPWMD", "US-NK")


def test_facts_out_of_the_remarks(person: Entity) -> None:
    """Birth, nationality, gender, office and links stand only there."""
    assert person.birth_dates == ("1952-10-07", "1953")
    assert person.birth_places == ("Sinpo, North Korea",)
    assert (person.nationalities, person.countries, person.gender) == (("KP",), ("KP", "RU"), "male")
    assert person.positions == ("Minister of Stone", "Deputy Minister")
    assert person.linked == ("BRIVETTO STONE WORKS",)
    assert person.addresses == ("1 Main St., Moscow, Russia",)


def test_identifiers_out_of_the_remarks(watchlist: Watchlist) -> None:
    """Passport, wallet, tax number, bank code, ship number: kind, value and country."""
    person, works, ship = watchlist.entities
    assert person.identifiers == (
        Identifier("passport", "645720381", "RU", "Passport"),
        Identifier("wallet", "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", None, "XBT"),
    )
    assert [(item.kind, item.value, item.country) for item in works.identifiers] == [
        ("tax-id", "7735096460", "RU"),
        ("swift", "ABCDKPPY", None),
        ("imo", "5055293", None),
    ]
    assert [(item.kind, item.value) for item in ship.identifiers] == [("callsign", "HMAB"), ("imo", "9876543")]


def test_types_and_flag(watchlist: Watchlist) -> None:
    """`-0- ` in the type column is an organisation; a ship has its flag and owner."""
    assert [entity.schema for entity in watchlist.entities] == ["Person", "Organization", "Vessel"]
    assert (watchlist.entities[2].countries, watchlist.entities[2].linked) == (("KP",), ("Stone Line",))


def test_bytes_that_are_not_utf8_are_read(watchlist: Watchlist) -> None:
    """The files are Latin-1; an accent survives, a former name is one."""
    assert [(name.text, name.kind) for name in watchlist.entities[1].names[1:]] == [("CAFÉ STONE", "former")]


def test_rows_that_cannot_be_used_are_reported(watchlist: Watchlist) -> None:
    """A short row and an alias of nobody are named with their lines; the 0x1A at the end is no row."""
    assert len(watchlist.unread) == 2
    assert watchlist.unread[0] == "sdn.csv: line 4: 2 columns instead of 12"
    assert watchlist.unread[1] == "alt.csv: line 3: uid 900 is not listed"


def test_files_beside_are_found_on_disk(tmp_path: Path) -> None:
    """Beside sdn.csv the other files are read, and the hash covers them."""
    (tmp_path / "SDN.csv").write_bytes(SDN.encode("latin-1"))
    alone = load_watchlist(tmp_path / "SDN.csv")
    (tmp_path / "ALT.CSV").write_bytes(ALT.encode("latin-1"))
    together = load_watchlist(tmp_path / "SDN.csv")
    assert together.name_count == alone.name_count + 2
    assert together.sha256 != alone.sha256


def test_a_part_of_the_trio_is_refused() -> None:
    """alt.csv alone is no list; the message says what to give."""
    with pytest.raises(ListError, match=r"give sdn\.csv"):
        read_watchlist(Source("alt.csv", ALT.encode("latin-1")))


@pytest.mark.parametrize("name", ["alt.csv", "add.csv", "sdn_comments.csv"])
@pytest.mark.parametrize("data", [b"", b"\r\n\x1a"])
def test_an_empty_file_beside_is_refused(name: str, data: bytes) -> None:
    """A download that brought nothing must not take aliases or countries from the list in silence."""
    with pytest.raises(ListError, match=f"{name} beside it is empty"):
        read_watchlist(Source("sdn.csv", SDN.encode("latin-1"), {name: data}))


def trio(count: int, *, end: str = "\x1a") -> tuple[list[str], list[str]]:
    """Rows of the main file, and of the aliases of each of its entries."""
    rows = [f'{number},"PERSON N{number}","individual","DPRK3"{",-0- " * 8}\r\n' for number in range(1, count + 1)]
    also = [f'{number},{number},"aka","ALIAS N{number}",-0- \r\n' for number in range(1, count + 1)]
    return [*rows, end], [*also, end]


@pytest.mark.parametrize("cut", ["sdn.csv", "alt.csv"])
def test_a_file_cut_at_the_end_of_a_line_is_refused(cut: str) -> None:
    """Half of one file of the set, with whole lines: the other files, or its missing end mark, tell."""
    rows, also = trio(1000)
    whole = read_watchlist(Source("sdn.csv", "".join(rows).encode(), {"alt.csv": "".join(also).encode()}))
    assert (len(whole.entities), whole.unread) == (1000, ())
    rows, also = (rows[:500], also) if cut == "sdn.csv" else (rows, also[:500])
    with pytest.raises(ListError, match="download all files again"):
        read_watchlist(Source("sdn.csv", "".join(rows).encode(), {"alt.csv": "".join(also).encode()}))


def test_a_single_file_without_an_end_mark_is_reported() -> None:
    """Nothing beside it tells whether it is whole: the report says so."""
    [said] = read_watchlist(Source("sdn.csv", "".join(trio(20)[0][:15]).encode())).unread
    assert "no end mark" in said
