"""Korean names in Russian letters."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.compare import compare_names
from service.names.kontsevich import KOREAN_NAME, readings
from service.names.match import build_index, find_mentions
from service.text.document import read


@pytest.mark.parametrize(
    ("russian", "listed", "same"),
    [
        ("Ким Ён Чхоль", "KIM, Yong Chol", True),
        ("Ким Чен Ын", "KIM, Jong Un", True),
        ("Чхве Рён Хэ", "CH'OE, Ryong-hae", True),
        ("Ли Бён Чхоль", "RI, Pyong Chol", True),
        ("Ким Ё Чжон", "KIM, Yo Jong", True),
        ("Ким Ён Чхоль", "KIM, Yong Chun", False),
        ("Пак Ён Сик", "PAK, Yong Chol", False),
    ],
)
def test_russian_letters_are_read_as_korean(russian: str, listed: str, same: bool) -> None:
    """A Korean name in Russian letters matches its own Latin spelling and no other syllable."""
    assert (compare_names(russian, listed, "Person").score >= 0.5) is same


def test_each_final_n_is_read_both_ways() -> None:
    """Russian writes n and ng with one letter."""
    assert list(readings("Ли Бён")) == ["Ri Byon", "Ri Byong"]


@pytest.mark.parametrize("name", ["Иван Петров", "Ли", "Пак построил", "Москва Ким"])
def test_other_words_are_no_korean_name(name: str) -> None:
    """Without a surname in front and a syllable behind it nothing is read as Korean."""
    assert KOREAN_NAME.fullmatch(name) is None


def test_a_declined_name_is_found_in_place() -> None:
    """The words of the article are marked, ending included, behind the name of a country too."""
    entity = Entity("x-1", "x", "Person", (Name("KIM, Jong Un"),), countries=("KP",))
    index = build_index([Watchlist("x", (entity,), "0" * 64)])
    text = "Лидер КНДР Ким Чен Ын принял гостей. Встреча с Ким Чен Ыном прошла в Пхеньяне."
    assert [one.span.text for one in find_mentions(read(Article(text)), index).mentions] == [
        "Ким Чен Ын",
        "Ким Чен Ыном",
    ]
