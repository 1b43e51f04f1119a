"""Amounts are read in every language that the rules know."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.article import Article
from service.ruleset.numerals import NUMBER, find_numbers
from service.ruleset.quantities import find_amounts
from service.text.document import read

CASES = [
    ("around 300 people arrived", "people", 300),
    ("dozens of North Korean laborers", "people", 24),
    ("hundreds of workers", "people", 200),
    ("1,000 combat engineers", "people", 1000),
    ("twenty-five doctors", "people", 25),
    ("2.8 million tonnes of coal", "mass", 2_800_000_000),
    ("800 tons of fuel", "mass", 800_000),
    ("500,000 barrels of oil", "volume", 500_000),
    ("$2 million", "money", 2_000_000),
    ("$1.5bn in crypto", "money", 1_500_000_000),
    ("3 million euros", "money", 3_300_000),
    ("북한 노동자 수백 명", "people", 200),
    ("노동자 3천 명", "people", 3000),
    ("200余人", "people", 200),
    ("数百名工人", "people", 200),
    ("三百名工人", "people", 300),
    ("300 человек", "people", 300),
    ("десятки тысяч рабочих", "people", 20_000),
    ("five tankers", "vessels", 5),
]


@pytest.mark.parametrize(("text", "kind", "value"), CASES, ids=[case[0] for case in CASES])
def test_an_amount_in_its_normal_unit(text: str, kind: str, value: int) -> None:
    """People, kilograms, barrels, US dollars, vessels."""
    document = read(Article(text))
    found = find_amounts(document, 0, len(document.norm))
    assert [(one.kind, one.value) for one in found] == [(kind, Decimal(value))]
    assert found[0].shown in text


@given(
    st.lists(
        st.sampled_from("a few two dozen tens of thousands 300 1,000 3.5 million and the 2019-20 x12 half".split())
    )
)
def test_the_quick_search_for_english_numbers_misses_none(words: list[str]) -> None:
    """Searching by the words that a number begins with finds exactly what the whole pattern finds."""
    text = " ".join(words)
    assert [one.span() for one in find_numbers(text)] == [one.span() for one in NUMBER.finditer(text)]


def test_a_year_counts_nobody() -> None:
    """A number between the year and the people is the people's; the year itself is no amount."""
    found = find_amounts(
        document := read(Article("In 2021 around 200 North Korean workers came.")), 0, len(document.norm)
    )
    assert [(one.kind, one.value) for one in found] == [("people", Decimal(200))]


@pytest.mark.parametrize(
    "text",
    [
        "had to leave by 22 December 2019",
        "On 22 December North Korean workers left",
        "On May 20 North Korean workers left",
        "22 декабря рабочие уехали",
        "5월 22일 노동자",
        "resolution 2397 workers may not stay",
        "paragraph 8 workers may not stay",
        "In 2019 workers came",
    ],
)
@pytest.mark.parametrize("published", [None, "2024-05-04"])
def test_a_date_and_the_name_of_a_text_are_no_amounts(text: str, published: str | None) -> None:
    """The day of a date counts nobody, whatever stands behind it; nor does the number of a resolution."""
    document = read(Article(text, published=published))
    assert find_amounts(document, 0, len(document.norm)) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In May 20 tons of coal left", "20 tons"),
        ("On 4 March 2,000 tonnes left", "2,000 tonnes"),
        ("in June 15,000 tonnes left", "15,000 tonnes"),
        ("2000 workers came on 5 May 2019", "2000 workers"),
    ],
)
def test_an_amount_beside_a_date_counts(text: str, shown: str) -> None:
    """A month without a day takes no number from what follows."""
    document = read(Article(text, published="2024-05-04"))
    assert [one.shown for one in find_amounts(document, 0, len(document.norm))] == [shown]
