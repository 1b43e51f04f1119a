"""The compiled index finds what an article may name."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.names.index.source import CompiledSource
from service.text.document import read
from tests.unit.names_index.fixtures import ARTICLE, NAMES, PERSONS

FIRST_WORDS = [f"{one}{two}{three}ork" for one in "BDFGKLMN" for two in "aeiou" for three in "bdgklmnrst"]


@pytest.fixture(scope="module")
def source() -> CompiledSource:
    return CompiledSource.build(NAMES, PERSONS)


def found(source: CompiledSource, text: str) -> dict[str, set[str]]:
    """Listed name -> quoted places."""
    document = read(Article(text=text))
    result: dict[str, set[str]] = {}
    for start, end, name_id in source.candidates(document):
        result.setdefault(NAMES[name_id], set()).add(document.norm[start:end])
    return result


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Oleg Kozhemyako spoke", "KOZHEMYAKO, Oleg Nikolaevich", "Oleg Kozhemyako"),
        ("said Kozhemyako Oleg, who", "KOZHEMYAKO, Oleg Nikolaevich", "Kozhemyako Oleg"),
        ("with OLEG KOZHEMYAKO there", "KOZHEMYAKO, Oleg Nikolaevich", "OLEG KOZHEMYAKO"),
        ("Oleg Kozhemyako's visit", "KOZHEMYAKO, Oleg Nikolaevich", "Oleg Kozhemyako"),
        ("Oleg Kozhemiako spoke", "KOZHEMYAKO, Oleg Nikolaevich", "Oleg Kozhemiako"),
        ("Oleg Kozhenyako spoke", "KOZHEMYAKO, Oleg Nikolaevich", "Oleg Kozhenyako"),
        ("Oleg Kojemyakp spoke", "KOZHEMYAKO, Oleg Nikolaevich", "Oleg Kojemyakp"),
        ("Oleg N. Kozhemyako spoke", "KOZHEMYAKO, Oleg Nikolaevich", "Oleg N. Kozhemyako"),
        ("then O. Kozhemyako spoke", "KOZHEMYAKO, Oleg Nikolaevich", "O. Kozhemyako"),
        ("Dmitry Maluishev spoke", "MALYSHEV, Dmitry Sergeevich", "Dmitry Maluishev"),
        ("Olег Кожемяко выступил", "KOZHEMYAKO, Oleg Nikolaevich", "Olег Кожемяко"),
        ("leader Kim Chong-un spoke", "KIM, Jong Un", "Kim Chong-un"),
        ("leader Kim Jongun spoke", "KIM, Jong Un", "Kim Jongun"),
        ("leader 김정은 위원장", "KIM, Jong Un", "김정은"),
        ("Lee Yong-ho spoke", "Ri Yong Ho", "Lee Yong-ho"),
        ("Mr Abdulrahman Yousef came", "Abd al-Rahman Yusuf", "Abdulrahman Yousef"),
        ("Muhammad Qadiri came", "Mohammed Hassan Qaderi", "Muhammad Qadiri"),
        ("Y. Prigozhin came", "PRIGOZHIN, Yevgeny Viktorovich", "Y. Prigozhin"),
        ("Evgeny Prigozhin came", "PRIGOZHIN, Yevgeny Viktorovich", "Evgeny Prigozhin"),
        ("Marta OBrien Castillo came", "O'BRIEN-Castillo, Marta", "Marta OBrien Castillo"),
        ("Wlfgng Schcklmnn came", "Wolfgang Schickelmann", "Wlfgng Schcklmnn"),
        (
            "the Korea Mining Development Trading Corp. of",
            "Korea Mining Development Trading Corporation",
            "Korea Mining",
        ),
        ("agents of KOMID said", "KOMID", "KOMID"),
        (
            "the Mansudae Overseas Project Groop built",
            "Mansudae Overseas Project Group",
            "Mansudae Overseas Project Groop",
        ),
        ("in Office 39 of", "Office 39", "Office 39"),
        ("the airline Aero Nordwind flew", "AERO-NORDWIND", "Aero Nordwind"),
        ("the airline AeroNordwind flew", "AERO-NORDWIND", "AeroNordwind"),
        ("at Zarubezhstroy in", "Zarubezhstroy Holding LLC", "Zarubezhstroy"),
        ("kim jong un spoke", "KIM, Jong Un", "kim jong un"),
    ],
)
def test_spellings_are_found(source: CompiledSource, text: str, name: str, place: str) -> None:
    """Each way of writing a name gives that name as a candidate at that place."""
    places = found(source, text).get(name, set())
    assert any(quoted.startswith(place) for quoted in places), places


@pytest.mark.parametrize(
    "text",
    [
        "Oleg went home. Later Castillo spoke of the weather.",
        "The bank opened in the eastern district, and office workers of commerce came.",
        "In an interview he said that it is so, and they were there.",
        "Oleg\n\nKozhemyako",
        'He named Oleg: "Kozhemyako" is another man.',
        "",
    ],
)
def test_ordinary_sentences_have_no_candidates(source: CompiledSource, text: str) -> None:
    """Lone given names, ordinary words and names across an empty line propose nothing."""
    assert found(source, text or "x") == {}


def test_an_article(source: CompiledSource) -> None:
    """One article with many spellings: every listed name in it is proposed."""
    names = found(source, ARTICLE)
    assert {"KOZHEMYAKO, Oleg Nikolaevich", "KIM, Jong Un", "KOMID", "Office 39", "Wolfgang Schickelmann"} <= set(names)


def test_the_same_twice(source: CompiledSource) -> None:
    """The cache of words changes nothing: the second scan of a text gives what the first gave."""
    document = read(Article(text=ARTICLE))
    first = list(source.candidates(document))
    fresh = list(CompiledSource.build(NAMES, PERSONS).candidates(document))
    assert first == list(source.candidates(document)) == fresh


def test_a_common_word_needs_its_neighbour() -> None:
    """A word that many names share stands for a name of it and a particle only together with the particle."""
    names = ["EN BANK PJSC", *(f"{word} BANK" for word in FIRST_WORDS)]
    crowd = CompiledSource.build(names, [False] * len(names))
    assert [name for _, _, name in crowd.candidates(read(Article("The Bank in Oslo opened.")))] == []
    assert [name for _, _, name in crowd.candidates(read(Article("Shares of EN Bank in Oslo fell.")))] == [0]
