"""One party on many lists: named once in an alert, with all its list entries."""

from __future__ import annotations

import pytest

from service.model.alert import StoryArticle, facets, parties, why_joined
from service.model.article import Article
from service.model.entity import Entity, Identifier, Name, Watchlist
from service.model.evidence import Span
from service.model.mention import Candidate, Mention
from service.model.screening import Provenance, Screening
from service.watchlist.link import Parties

TEXT = "Aldo Brivetto met Brivetto Aldo Caro."
PASSPORT = (Identifier("passport", "7654321"),)
ONE = Entity("un-1", "un", "Person", (Name("Aldo Brivetto"),), identifiers=PASSPORT, source_ref="1")
TWO = Entity("ofac-2", "ofac", "Person", (Name("BRIVETTO CARO, Aldo"),), identifiers=PASSPORT, source_ref="2")
THREE = Entity("eu-3", "eu", "Person", (Name("Entirely Other"),), identifiers=PASSPORT, source_ref="3")
NAMESAKE = Entity("ofac-9", "ofac", "Person", (Name("Aldo Brivetto"),), source_ref="9")
LISTS = tuple(
    Watchlist(name, entries, name[0] * 64, "2026-01-28", name[0])
    for name, entries in (("un", (ONE,)), ("ofac", (TWO, NAMESAKE)), ("eu", (THREE,)))
)


def mention(words: str, *entities: Entity) -> Mention:
    """A place that may name some entries."""
    start = TEXT.index(words)
    found = tuple(Candidate(entity, entity.names[0], 0.9, (), "equal") for entity in entities)
    return Mention(Span("text", start, start + len(words), words), found)


@pytest.fixture
def screening() -> Screening:
    """Two places, each with another of the three entries on top."""
    mentions = (mention("Aldo Brivetto", ONE, NAMESAKE), mention("Brivetto Aldo Caro", TWO))
    versions = tuple((each.name, each.version, each.sha256, each.list_date) for each in LISTS)
    same = Parties(LISTS).of({"un-1", "ofac-2", "ofac-9"})
    provenance = Provenance("0.1.0", "a" * 64, (), versions)
    return Screening(Article(TEXT), "d" * 64, provenance, mentions=mentions, same_party=same)


def test_a_party_stands_once_with_all_its_entries(screening: Screening) -> None:
    """Both places, all three entries with list, version, date and reason; the namesake stays a candidate only."""
    [party] = parties([StoryArticle(screening.as_dict(), "")])
    assert len(party["mention"]["spans"]) == 2
    assert [one["entity_id"] for one in party["candidates"]] == ["un-1", "ofac-9", "ofac-2"]
    rows = {row["entity_id"]: row for row in party["listings"]}
    assert [(id_, row["named"]) for id_, row in rows.items()] == [("un-1", True), ("ofac-2", True), ("eu-3", False)]
    assert (rows["eu-3"]["list_version"], rows["eu-3"]["list_date"]) == ("e", "2026-01-28")
    assert "same identifier: passport 7654321 (un-1)" in rows["eu-3"]["linked_by"]


def test_an_alert_is_found_by_every_entry(screening: Screening) -> None:
    """Filters for a list or an entry that the article does not name find it too."""
    found = facets([StoryArticle(screening.as_dict(), "")])
    assert {("list", "eu"), ("entity", "eu-3"), ("entity", "ofac-2")} <= found


def test_another_entry_of_the_same_party_is_nothing_new(screening: Screening) -> None:
    """A later article that names the party by its other listing repeats; one that names another party does not."""
    told = screening.as_dict()

    def naming(entity: Entity) -> dict[str, object]:
        hit = {"rule_id": "r", "entity_ids": [entity.id], "band": "alert", "severity": "high", "points": 5}
        return {**told, "hits": [{**hit, "title": "t"}]}

    first = [StoryArticle(naming(ONE), "")]
    assert why_joined(first, naming(TWO)) == "repeat"
    assert why_joined(first, naming(NAMESAKE)) == "new_entity"


def test_a_party_on_one_list_has_one_listing() -> None:
    """Without links the listing is the entry that was named."""
    provenance = Provenance("0.1.0", "a" * 64, (), (("un", "v", "c" * 64, None),))
    alone = Screening(Article(TEXT), "d" * 64, provenance, mentions=(mention("Aldo Brivetto", ONE),))
    [party] = parties([StoryArticle(alone.as_dict(), "")])
    [row] = party["listings"]
    assert (row["entity_id"], row["list_version"], row["named"], row["linked_by"]) == ("un-1", "v", True, [])
    assert Parties(LISTS[:1]).of({"un-1"}) == ()
