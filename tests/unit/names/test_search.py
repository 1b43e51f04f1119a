"""Looking up a name, and yente's matching API."""

from __future__ import annotations

import pytest

from service.errors import InputError, NotFoundError
from service.model.entity import Entity, Identifier, Name, Watchlist
from service.model.evidence import total
from service.names.compare import score_of
from service.names.match import NameIndex, build_index
from service.names.search import find_numbers, search_names
from service.names.yente import MatchOptions, match_entities


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (
        Entity("ofac-1", "ofac", "Person", (Name("KOZHEMYAKO, Oleg Nikolaevich"),), birth_dates=("1962-03-17",)),
        Entity("ofac-2", "ofac", "Person", (Name("KIM, Jong Un"),), countries=("KP",)),
        Entity("ofac-3", "ofac", "Company", (Name("AIR KORYO"),), countries=("KP",)),
        Entity("ofac-4", "ofac", "Vessel", (Name("WISE HONEST"),), identifiers=(Identifier("imo", "8905490"),)),
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
    strict = match_entities(request, index, MatchOptions(threshold=0.99999))
    assert strict["responses"]["q"]["results"][0]["match"] is False
    assert strict["responses"]["q"]["total"]["value"] == 0


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


def _results(index: NameIndex, options: MatchOptions, **properties: list[str]) -> list[str]:
    """The ids that a query for these properties brings."""
    answer = match_entities({"queries": {"q": {"schema": "Thing", "properties": properties}}}, index, options)
    return [result["id"] for result in answer["responses"]["q"]["results"]]


def test_a_number_finds_its_holder(index: NameIndex) -> None:
    """An IMO number finds the ship without any name, and the sentence calls it what it is."""
    assert _results(index, MatchOptions(), imoNumber=["IMO 8905490"]) == ["ofac-4"]
    (holder,) = find_numbers([("imo", "8905490")], index)
    assert holder.sentence == "8905490 is WISE HONEST (ofac-4): the list gives the party this IMO number."


@pytest.mark.parametrize(
    "options",
    [
        MatchOptions(exclude_entity_ids=("ofac-2",)),
        MatchOptions(exclude_schema=("Person",)),
        MatchOptions(exclude_dataset=("ofac",)),
        MatchOptions(include_dataset=("un",)),
        MatchOptions(topics=("crime",)),
        MatchOptions(cutoff=0.9999),
    ],
)
def test_filters_leave_results_out(index: NameIndex, options: MatchOptions) -> None:
    """Each filter of yente's request keeps an entry out that is found without it."""
    assert _results(index, MatchOptions(), name=["Kim Jong Un"])[0] == "ofac-2"
    assert "ofac-2" not in _results(index, options, name=["Kim Jong Un"])


def test_unknown_lists_and_algorithms_are_named(index: NameIndex) -> None:
    """A dataset that is not in use is not found; an algorithm that nobody knows is refused; yente's own are taken."""
    with pytest.raises(NotFoundError, match="ofac"):
        _results(index, MatchOptions(dataset="us_sdn"), name=["Kim Jong Un"])
    with pytest.raises(InputError, match="algorithm"):
        _results(index, MatchOptions(algorithm="guess"), name=["Kim Jong Un"])
    assert _results(index, MatchOptions(algorithm="logic-v2"), name=["Kim Jong Un"])


def test_no_fact_saves_a_bare_surname(index: NameIndex) -> None:
    """A surname with the right date of birth and country is still no match."""
    properties = {"name": ["Kozhemyako"], "birthDate": ["1962-03-17"], "country": ["ru"]}
    answer = match_entities({"queries": {"q": {"schema": "Person", "properties": properties}}}, index)
    assert not any(result["match"] for result in answer["responses"]["q"]["results"])


def test_first_and_last_name_make_a_name(index: NameIndex) -> None:
    """A query may give a person's names apart."""
    assert _results(index, MatchOptions(), firstName=["Oleg"], lastName=["Kozhemyako"])[0] == "ofac-1"


def test_a_misspelt_kind_of_party_is_refused(index: NameIndex) -> None:
    """An unknown schema is an error that names its place, never an empty answer; case and public bodies are taken."""

    def ask(schema: str) -> list[str]:
        query = {"schema": schema, "properties": {"name": ["Air Koryo"]}}
        return [one["id"] for one in match_entities({"queries": {"q": query}}, index)["responses"]["q"]["results"]]

    assert ask("company") == ask("PublicBody") == ask("Asset") == ["ofac-3"]
    assert ask("Vessel") == []
    with pytest.raises(InputError, match=r"queries\.q\.schema: 'Compny'.*Company"):
        ask("Compny")
    with pytest.raises(InputError, match="schema"):
        search_names("Air Koryo", index, schema="Compny")


@pytest.mark.parametrize("value", [[True], [{"x": 1}], True, {"x": 1}, ["a" * 1_001]])
def test_a_value_that_is_no_text_is_refused(index: NameIndex, value: object) -> None:
    """Objects, truth values and endless texts are no names; the error names the property. Null is no value."""
    query = {"schema": "Person", "properties": {"name": value}}
    with pytest.raises(InputError, match=r"queries\.q\.properties\.name"):
        match_entities({"queries": {"q": query}}, index)
    empty = {"schema": "Person", "properties": {"name": [None, " "]}}
    with pytest.raises(InputError, match="give at least one name"):
        match_entities({"queries": {"q": empty}}, index)


def test_a_country_may_be_told_by_its_name(index: NameIndex) -> None:
    """`North Korea` agrees with KP; what is no country says nothing; the sentence tells the fact that counted."""
    for told, points in (("North Korea", 6), ("kp", 6), ("Atlantis", None), ("France", -6)):
        query = {"schema": "Person", "properties": {"name": ["Kim Jong Un"], "nationality": [told]}}
        result = match_entities({"queries": {"q": query}}, index)["responses"]["q"]["results"][0]
        assert result["features"].get("country") == points
    assert result["sentence"].endswith("every word agrees; the country differs (FR / KP).")


def test_filters_come_before_the_limit() -> None:
    """An entry of the list asked for is found however many of other lists stand before it."""
    many = [
        Watchlist(
            name, tuple(Entity(f"{name}-{n}", name, "Person", (Name("KIM, Jong Un"),)) for n in range(60)), "0" * 64
        )
        for name in ("a", "z")
    ]
    options = MatchOptions(dataset="z", limit=1)
    assert _results(build_index(many), options, name=["Kim Jong Un"]) == ["z-0"]


@pytest.mark.parametrize("text", ["", "  ", "!!!", "\u200b"])
def test_what_has_no_letter_is_refused(index: NameIndex, text: str) -> None:
    """An empty look-up is an error with its remedy, not an answer that reads as a clean party."""
    with pytest.raises(InputError, match="give a name"):
        search_names(text, index)


def test_a_placeholder_for_an_alias_counts_nothing(index: NameIndex) -> None:
    """`-` beside a name is passed over; alone it is refused with its place."""
    told = {"q1": {"schema": "Person", "properties": {"name": ["Oleg Kozhemyako"], "alias": ["-"]}}}
    assert match_entities({"queries": told}, index, MatchOptions())["responses"]["q1"]["results"]
    with pytest.raises(InputError, match="queries.q1.properties.name"):
        match_entities({"queries": {"q1": {"properties": {"name": ["-"]}}}}, index, MatchOptions())
