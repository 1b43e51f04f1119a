"""The UN reader: names in four fields, qualities, coarse dates, papers, hostile XML."""

from __future__ import annotations

import pytest

from service.errors import ListError
from service.model.entity import Entity, Identifier, Watchlist
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

UN = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2026-01-28T00:00:11.197Z">
<INDIVIDUALS>
<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME> ALDO </FIRST_NAME><SECOND_NAME>BRIVETTO</SECOND_NAME>
<THIRD_NAME>CARO</THIRD_NAME><FOURTH_NAME>DELMA</FOURTH_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPi.901 </REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON><GENDER>Male</GENDER>
<COMMENTS1>Works for KPe.902.
Ship, IMO number: 9876543. SWIFT: ABCDKPPY</COMMENTS1>
<TITLE><VALUE>Doctor</VALUE></TITLE><DESIGNATION><VALUE>Envoy of the
Works</VALUE></DESIGNATION>
<NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
<NAME_ORIGINAL_SCRIPT>알도 브리베토</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Aldo B.; Aldus Brivetto</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Mason</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><CITY>Vladivostok</CITY><COUNTRY>Russian Federation</COUNTRY></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1961-05-04</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1963</FROM_YEAR><TO_YEAR>1965</TO_YEAR>
</INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Sinpo</CITY><COUNTRY>China</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X 12 </NUMBER>
<ISSUING_COUNTRY>China</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><FIRST_NAME>BRIVETTO STONE WORKS</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPe.902</REFERENCE_NUMBER><LISTED_ON>2017-08-05</LISTED_ON>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Stone Works</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>BSW</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
<ENTITY><FIRST_NAME>NO REFERENCE</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


@pytest.fixture(scope="module")
def watchlist() -> Watchlist:
    return read_watchlist(Source("un.xml", UN.encode()))


@pytest.fixture(scope="module")
def person(watchlist: Watchlist) -> Entity:
    return watchlist.entities[0]


def test_the_list_names_itself_and_its_date(watchlist: Watchlist) -> None:
    """Name, publisher, date and version come from the file."""
    assert (watchlist.name, watchlist.list_date) == ("un", "2026-01-28")
    assert watchlist.publisher == "United Nations Security Council"
    assert watchlist.version == watchlist.sha256[:12]
    assert not watchlist.custom


def test_reference_and_names_are_trimmed_and_joined(person: Entity) -> None:
    """A trailing blank in the reference is no part of the id; four name fields are one name."""
    assert person.id == "un-KPi.901"
    assert person.primary_name == "ALDO BRIVETTO CARO DELMA"


def test_every_name_has_kind_quality_and_script(person: Entity) -> None:
    """Low quality is weak, a field with two names is two names, original script is told."""
    assert [(name.text, name.kind, name.quality, name.script) for name in person.names[1:]] == [
        ("알도 브리베토", "original", "strong", "Hangul"),
        ("Aldo B.", "alias", "strong", "Latin"),
        ("Aldus Brivetto", "alias", "strong", "Latin"),
        ("The Mason", "weak", "weak", "Latin"),
    ]


def test_facts_of_a_person(person: Entity) -> None:
    """Programme with key, countries as codes, dates as coarse as listed, positions on one line."""
    assert person.programmes == ("DPRK", "UN-SC1718")
    assert (person.nationalities, person.countries) == (("KP",), ("KP", "RU"))
    assert person.birth_dates == ("1961-05-04", "1963", "1964", "1965")
    assert person.birth_places == ("Sinpo, China",)
    assert person.positions == ("Doctor", "Envoy of the Works")
    assert (person.gender, person.listed_on, person.linked) == ("male", "2016-03-02", ("un-KPe.902",))


def test_identifiers_come_from_papers_and_comments(person: Entity) -> None:
    """A passport with its country; ship and bank codes out of the comments."""
    assert set(person.identifiers) == {
        Identifier("passport", "X 12", "CN", "Passport"),
        Identifier("imo", "9876543"),
        Identifier("swift", "ABCDKPPY"),
    }


def test_entity_aliases_keep_former_names(watchlist: Watchlist) -> None:
    """f.k.a. is a former name, a.k.a. an alias."""
    works = watchlist.entities[1]
    assert works.schema == "Organization"
    assert {name.text: name.kind for name in works.names[1:]} == {"Old Stone Works": "former", "BSW": "alias"}


def test_an_entry_without_reference_is_reported(watchlist: Watchlist) -> None:
    """Nothing is dropped in silence."""
    assert len(watchlist.unread) == 1
    assert "entry 3" in watchlist.unread[0]
    assert "REFERENCE_NUMBER" in watchlist.unread[0]


def test_a_list_cut_in_half_is_refused() -> None:
    """Half a file is no list; the message names the line and the remedy."""
    half = UN.encode()[: len(UN) // 2]
    with pytest.raises(ListError, match=r"un\.xml: line \d+: the XML is cut off or damaged .*download"):
        read_watchlist(Source("un.xml", half))


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        "<!doctype a>",
    ],
)
def test_a_doctype_is_refused(prolog: str) -> None:
    """No publisher's list has a DOCTYPE; a bomb is refused before it is parsed."""
    hostile = UN.replace("?>", f"?>{prolog}", 1)
    with pytest.raises(ListError, match="DOCTYPE"):
        read_watchlist(Source("un.xml", hostile.encode()))


def test_a_doctype_hidden_in_utf16_is_refused() -> None:
    """Another encoding does not hide it."""
    hostile = UN.replace("?>", "?><!DOCTYPE a [<!ENTITY b 'b'>]>", 1).replace("UTF-8", "UTF-16")
    with pytest.raises(ListError, match="DOCTYPE"):
        read_watchlist(Source("un.xml", hostile.encode("utf-16")))


def test_an_unusual_encoding_is_refused() -> None:
    """An encoding in which markup can hide is not read."""
    with pytest.raises(ListError, match="encoding"):
        read_watchlist(Source("un.xml", UN.replace("UTF-8", "UTF-7").encode()))


def test_the_date_in_either_kind_of_quotes() -> None:
    """The publisher has written both."""
    for quote in ("'", '"'):
        text = (
            f"<CONSOLIDATED_LIST dateGenerated={quote}2025-04-19T23:00:04Z{quote}><INDIVIDUALS><INDIVIDUAL>"
            "<FIRST_NAME>Aldo</FIRST_NAME><REFERENCE_NUMBER>KPi.901</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS>"
            "</CONSOLIDATED_LIST>"
        )
        assert read_watchlist(Source("un.xml", text.encode())).list_date == "2025-04-19"
