"""How far names reach in running text, and what beside them counts."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.model.mention import Mention
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (
        Entity("ofac-1", "ofac", "Company", (Name("VELESTRAL LLC"),)),
        Entity("ofac-2", "ofac", "Company", (Name("NORTHERN ADDITIVE MANUFACTURING CO."),)),
        Entity("ofac-3", "ofac", "Organization", (Name("GENERAL BUREAU OF ATOMIC SURVEY"),)),
        Entity("ofac-4", "ofac", "Person", (Name("KIM, Yong Chol"),), countries=("KP",), birth_dates=("1946",)),
        Entity("ofac-5", "ofac", "Company", (Name("SOUTHEAST ASIA COMMITTEE OF RIHS"),)),
        Entity("ofac-6", "ofac", "Company", (Name("POLIGONO SANTA CLARITA S.A.S."),)),
    )
    return build_index([Watchlist("ofac", entities, "0" * 64)])


def look(index: NameIndex, text: str) -> list[Mention]:
    return list(find_mentions(read(Article(text, published="2024-03-19")), index).mentions)


@pytest.mark.parametrize(
    "written",
    ["OOO Velestral", "Velestral LLC", "Limited Liability Company Velestral", "Poligono Santa Clarita S.a.s"],
)
def test_legal_forms_belong_to_the_mention(index: NameIndex, written: str) -> None:
    """Whatever legal form an article gives, before or behind, is part of the words that are quoted."""
    assert [mention.span.text for mention in look(index, f"Yesterday {written} was searched.")] == [written]


def test_ordinary_words_in_lower_case_are_no_name(index: NameIndex) -> None:
    """A line of business and a region of the world are not the bodies that bear them in their names."""
    assert look(index, "Additive manufacturing is growing all over Southeast Asia, and northern plants lead.") == []


def test_an_acronym_in_the_text_takes_the_name_up(index: NameIndex) -> None:
    """The acronym that an article puts behind a body's name is that body from there on."""
    text = "The General Bureau of Atomic Survey (GBAS) opened. On Friday the GBAS closed."
    (mention,) = look(index, text)
    assert [span.text for span in mention.coreferences] == ["GBAS", "GBAS"]


def test_an_age_beside_the_name_decides(index: NameIndex) -> None:
    """The same name with another age beside it is another person; with the listed age it is surer."""
    assert look(index, "Kim Yong Chol, 31, plays in Seoul for North Korean exiles.") == []
    (mention,) = look(index, "Kim Yong Chol, 78, spoke in Pyongyang.")
    assert {one.name: one.result for one in mention.candidates[0].qualifiers}["birth-date"] == "agree"


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("북한 김영철 부위원장은 말했다.", True),
        ("배우 김영철 연기는 좋았다.", False),
        ("북한에서 유명한김영철촌이다.", False),
        ("북한 영철김 감독은 말했다.", False),
    ],
)
def test_hangul_needs_its_country_and_its_order(index: NameIndex, text: str, fires: bool) -> None:
    """A name that the list has in Latin letters counts in Hangul with its country, whole and surname first."""
    assert bool(look(index, text)) is fires
