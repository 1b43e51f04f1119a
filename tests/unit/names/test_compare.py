"""Comparison of two names."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.errors import InputError
from service.model.evidence import total
from service.names.compare import compare_names, score_of
from service.names.weights import DEFAULT_THRESHOLD

SAME = [
    ("Oleg Kozhemyako", "KOZHEMYAKO, Oleg Nikolaevich", "Person"),
    ("Oleg Kozhemiako", "KOZHEMYAKO, Oleg Nikolaevich", "Person"),
    ("Andrei Maluishev", "Malyshev, Andrey", "Person"),
    ("Kim Jong-un", "KIM JONG UN", "Person"),
    ("Kim Jongun", "KIM, Jong Un", "Person"),
    ("Jang Song-thaek", "Chang Song-t'aek", "Person"),
    ("V. Putin", "PUTIN, Vladimir Vladimirovich", "Person"),
    ("Владимир Путин", "PUTIN, Vladimir Vladimirovich", "Person"),
    ("김정은", "Kim Jong Un", "Person"),
    ("Mansudae Overseas Project Group", "MANSUDAE OVERSEAS PROJECT GROUP OF COMPANIES", "Organization"),
    ("Korea Samma Shpg Co", "KOREA SAMMA SHIPPING CO", "Company"),
]
DIFFERENT = [
    ("Kim Jong-un", "KIM, Jong Il", "Person"),
    ("Ri Chun Song", "RI CHUN HWAN", "Person"),
    ("Sergey Suvorov", "Suvorov, Andrey", "Person"),
    ("Kozhemyako", "KOZHEMYAKO, Oleg Nikolaevich", "Person"),
    ("Mansudae Art Theater", "Mansudae Overseas Project Group of Companies", "Organization"),
    ("Vladimir Putin", "POTANIN, Vladimir Olegovich", "Person"),
    ("Ji Song 6", "Ji Song 8", "Vessel"),
]


@pytest.mark.parametrize(("query", "name", "schema"), SAME)
def test_other_spellings_are_the_same_name(query: str, name: str, schema: str) -> None:
    """Another romanisation, order, spacing or a left-out patronymic does not hide a name."""
    assert compare_names(query, name, schema).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("query", "name", "schema"), DIFFERENT)
def test_neighbours_are_not_the_same_name(query: str, name: str, schema: str) -> None:
    """A brother, a sister company, the next ship of a series and a bare surname stay below the threshold."""
    assert compare_names(query, name, schema).score < DEFAULT_THRESHOLD


@example("", ",", "Person")
@example("Kim", ", ,", "Person")
@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from([None, "Person", "Company", "Vessel"]))
def test_points_are_the_sum_of_the_factors(query: str, name: str, schema: str | None) -> None:
    """Whatever the names, the factors add up to the points, and the points give the score."""
    found = compare_names(query, name, schema)
    assert found.points == total(found.factors)
    assert found.score == score_of(found.points)
    assert all(factor.reason for factor in found.factors)


def test_exact_and_rare_ranks_above_exact_and_common() -> None:
    """Scores are graded: a rare name that agrees says more than a common one."""
    rare = compare_names("Oleg Kozhemyako", "Oleg Kozhemyako", "Person").points
    assert rare > compare_names("Ahmed Mohammed", "Ahmed Mohammed", "Person").points


def test_a_surname_that_looks_like_a_patronymic() -> None:
    """What stands in front of a given name is a surname, whatever it ends in."""
    assert compare_names("Ivan Testovich", "Testovich Ivan", "Person").points > 0
    assert compare_names("Ivan Testovich", "Testovich Ivan Petrovich", "Person").points > 0
    assert compare_names("Petr Testovich", "Testovich Ivan", "Person").points < 0


@pytest.mark.parametrize("wrong", [None, 5, b"x"])
def test_what_is_no_text_is_refused_by_its_place(wrong: Any) -> None:
    """A name that is no text raises a TypeError which says which of the two it is; an unknown schema is named."""
    with pytest.raises(TypeError, match="query must be text"):
        compare_names(wrong, "Kim")
    with pytest.raises(TypeError, match="name must be text"):
        compare_names("Kim", wrong)
    with pytest.raises(InputError, match="schema"):
        compare_names("Kim", "Kim", schema="Prson")
    assert compare_names("", "").score < 0.01


def test_the_sentence_does_not_contradict_itself() -> None:
    """Common words that agree are said to agree; where none agrees none is called common; long names are cut."""
    assert "every word agrees, but all are common words" in compare_names("Trading Company", "TRADING COMPANY").sentence
    assert "common words" not in compare_names("Abcde", "Xyzuvw").sentence
    assert len(compare_names("Kim " * 5_000, "Kim Jong Un").sentence) < 600


@pytest.mark.parametrize("run", ["aaa", "a" * 20, "a" * 2000])
def test_a_run_of_one_letter_is_no_name(run: str) -> None:
    """A single sound is too little to tell a name by."""
    assert compare_names(run, "AL-HAJJ, Yahya", "Person").score < 0.05


def test_a_disguise_does_not_turn_a_korean_name_round() -> None:
    """Digits for letters cost what they cost; that a surname stands in front is no other order beside it."""
    disguised = compare_names("K1m J0ng Un", "KIM, Jong Un", "Person")
    assert "order" not in {factor.id for factor in disguised.factors}
    assert disguised.score == compare_names("K1m J0ng Un", "KIM Jong Un", "Person").score
