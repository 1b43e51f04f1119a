"""An occupation beside a name, and how far away the article speaks of the party's country."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """Somebody of the North with a common name, and a lawmaker."""
    general = Entity("x-1", "x", "Person", (Name("KIM, Yong Chol"),), countries=("KP",))
    lawmaker = Entity(
        "x-2", "x", "Person", (Name("Petr Testov"),), countries=("RU",), positions=("Member of the Duma",)
    )
    return build_index([Watchlist("x", (general, lawmaker), "0" * 64)])


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Kim Yong Chol, a professor in Seoul, said that North Korea would wait.", "conflict"),
        ("North Korean footballer Kim Yong Chol scored twice.", "conflict"),
        ("Lawmaker Petr Testov voted for it in Moscow, Russia.", "agree"),
        ("Journalist Petr Testov was seen in Moscow, Russia.", "unknown"),
    ],
)
def test_an_occupation_stands_beside_the_name(index: NameIndex, text: str, result: str) -> None:
    """What the list does not give conflicts, where lists would give it or nobody of that country has it."""
    (mention,) = find_mentions(read(Article(text)), index).mentions
    assert [one.result for one in mention.candidates[0].qualifiers if one.name == "occupation"] == [result]


def test_a_verb_between_makes_it_somebody_elses(index: NameIndex) -> None:
    """`met the actor` says nothing of whoever met him."""
    (mention,) = find_mentions(read(Article("Kim Yong Chol met the actor in North Korea.")), index).mentions
    assert "occupation" not in [one.name for one in mention.candidates[0].qualifiers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("북한의 김영철 부위원장이 평양에서 연설했다.", ["김영철"]),
        ("김영철 교수는 북한 경제를 연구한다.", []),
        ("김영철 의원은 북한 문제를 말했다.", []),
        ("김영철 씨가 가게를 열었다. " + "손님이 많았다. " * 60 + "북한은 오늘 미사일을 쏘았다.", []),
    ],
)
def test_hangul_needs_its_country_near_and_no_other_occupation(index: NameIndex, text: str, found: list[str]) -> None:
    """A common name in Hangul is somebody else beside an occupation of the South or far from a word on the North."""
    assert [one.span.text for one in find_mentions(read(Article(text)), index).mentions] == found
