"""Looking up a name, and yente's matching API."""

from __future__ import annotations

import pytest

from service.errors import InputError
from service.model.entity import Entity, Name, Watchlist
from service.model.evidence import total
from service.names.compare import score_of
from service.names.match import NameIndex, build_index
from service.names.search import search_names
from service.names.yente import match_entities


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (
        Entity("ofac-1", "ofac", "Person", (Name("KOZHEMYAKO, Oleg Nikolaevich"),), birth_dates=("1962-03-17",)),
        Entity("ofac-2", "ofac", "Person", (Name("KIM, Jong Un"),), countries=("KP",)),
        Entity("ofac-3", "ofac", "Company", (Name("AIR KORYO"),), countries=("KP",)),
    )
    return build_index([Watchlist("ofac", entities, "0" * 64)])


def test_the_nearest_name_stands_first(index: NameIndex) -> None:
    """A look-up answers with scored, explained candidates; a bare surname is found but does not match."""
    full = search_names("Oleg Kozhemiako", index)[0]
    bare = search_names("Kozhemyako", index)[0]
    assert full.entity.id == bare.entity.id == "ofac-1"
    assert full.score > 0.9 > 0.5 > bare.score
    assert full.score == score_of(total(full.factors))
    assert search_names("Somebody Else", index) == ()


def test_a_match_request_gets_yentes_answer(index: NameIndex) -> None:
    """Responses keep yente's keys; secondary facts move the score and explain themselves."""
    properties = {"name": ["Kim Jong-un"], "country": ["kp"]}
    request = {"queries": {"q": {"schema": "Person", "properties": properties}}}
    answer = match_entities(request, index)["responses"]["q"]
    result = answer["results"][0]
    assert (answer["status"], result["id"], result["match"]) == (200, "ofac-2", True)
    assert result["features"]["country"] > 0
    assert score_of(sum(result["features"].values())) == result["score"]
    assert match_entities(request, index, threshold=0.99999)["responses"]["q"]["results"][0]["match"] is False


def test_another_date_of_birth_speaks_against(index: NameIndex) -> None:
    """A date of birth that differs lowers the score."""

    def score(year: str) -> float:
        query = {"schema": "Person", "properties": {"name": ["Oleg Kozhemyako"], "birthDate": [year]}}
        score: float = match_entities({"queries": {"q": query}}, index)["responses"]["q"]["results"][0]["score"]
        return score

    assert score("1962-03-17") > score("1990-01-01")


@pytest.mark.parametrize(
    "request_", [{}, {"queries": {}}, {"queries": {"q": {}}}, {"queries": {"q": {"properties": {}}}}]
)
def test_a_broken_request_is_named(index: NameIndex, request_: dict[str, object]) -> None:
    """A request without queries or names is refused with its place."""
    with pytest.raises(InputError, match="queries"):
        match_entities(request_, index)
