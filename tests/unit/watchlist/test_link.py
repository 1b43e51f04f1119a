"""The same party on several lists is linked, with the reason, and never merged."""

from __future__ import annotations

from collections.abc import Callable

from service.model.entity import Entity, Identifier, Name, Watchlist
from service.watchlist.draft import UN_REFERENCE
from service.watchlist.link import link, name_key

MakeEntity = Callable[..., Entity]
MakeList = Callable[..., Watchlist]


def test_names_are_equal_without_order_case_and_accents() -> None:
    """`LAST, First` is `First Last`."""
    assert name_key("BRIVETTO, Aldo-Caro") == name_key("Áldo Caro Brivetto")


def test_people_need_name_and_date(entity: MakeEntity, watchlist: MakeList) -> None:
    """The same name alone links nobody; with the date of birth it does."""
    un = watchlist(entity("un-1", "Aldo Brivetto", birth_dates=("1961-05-04",)), entity("un-2", "Bea Caro"))
    ofac = watchlist(
        entity("ofac-1", "BRIVETTO, Aldo", birth_dates=("1961-05-04",)), entity("ofac-2", "CARO, Bea"), name="ofac"
    )
    groups = link([un, ofac])
    assert [group.entity_ids for group in groups] == [("un-1", "ofac-1")]
    assert groups[0].links[0].reason == "same name and date of birth: Aldo Brivetto, 1961-05-04"


def test_a_weak_alias_links_nobody(entity: MakeEntity, watchlist: MakeList) -> None:
    """What the list itself calls weak is no evidence."""
    names = (Name("Aldo Brivetto"), Name("The Mason", "weak", "weak"))
    one = entity("un-1", name_values=names, birth_dates=("1961",))
    other = entity("ofac-1", "The Mason", birth_dates=("1961",))
    assert link([watchlist(one), watchlist(other, name="ofac")]) == ()


def test_organisations_need_name_and_country(entity: MakeEntity, watchlist: MakeList) -> None:
    """Two ministries of labour of different countries are two."""
    one = entity("un-1", "Ministry of Stone", schema="Organization", countries=("KP",))
    same = entity("ofac-1", "MINISTRY OF STONE", schema="Company", countries=("KP",))
    other = entity("ofac-2", "MINISTRY OF STONE", schema="Organization", countries=("BD",))
    groups = link([watchlist(one), watchlist(other, same, name="ofac")])
    assert [group.entity_ids for group in groups] == [("un-1", "ofac-1")]


def test_identifiers_link_whatever_the_name(entity: MakeEntity, watchlist: MakeList) -> None:
    """A ship keeps its IMO number under every name; punctuation in a number does not count."""
    one = entity("un-1", "Stone Pearl", schema="Vessel", identifiers=(Identifier("imo", "9876543"),))
    two = entity("eu-1", "New Pearl", schema="Vessel", identifiers=(Identifier("imo", "987-6543"),))
    assert [item.kind for item in link([watchlist(one), watchlist(two, name="eu")])[0].links] == ["identifier"]


def test_references_between_lists_link(entity: MakeEntity, watchlist: MakeList) -> None:
    """Another list names the UN's entry."""
    other = entity("uk-9", "Brivetto", identifiers=(Identifier("other", "KPI.901", None, UN_REFERENCE),))
    groups = link([watchlist(entity("un-KPi.901", "Aldo Brivetto")), watchlist(other, name="uk")])
    assert groups[0].entity_ids == ("un-KPi.901", "uk-9")
    assert groups[0].links[0].reason == "same reference: kpi.901"


def test_different_days_of_birth_keep_people_apart(entity: MakeEntity, watchlist: MakeList) -> None:
    """A shared number does not join two people born on different days."""
    passport = (Identifier("passport", "X1234567"),)
    one = entity("un-1", "Aldo Brivetto", birth_dates=("1961-05-04",), identifiers=passport)
    two = entity("ofac-1", "Aldo Brivetto", birth_dates=("1971-05-04",), identifiers=passport)
    assert link([watchlist(one), watchlist(two, name="ofac")]) == ()


def test_two_entries_of_one_list_are_never_joined(entity: MakeEntity, watchlist: MakeList) -> None:
    """Not even over a third; the stronger reason wins."""
    passport = (Identifier("passport", "X1234567"),)
    one = entity("un-1", "Aldo Brivetto", birth_dates=("1961",))
    two = entity("un-2", "Aldus Brivetto", identifiers=passport)
    third = entity("ofac-1", "Aldo Brivetto", birth_dates=("1961",), identifiers=passport)
    groups = link([watchlist(one, two), watchlist(third, name="ofac")])
    assert [group.entity_ids for group in groups] == [("un-2", "ofac-1")]


def test_three_lists_make_one_group(entity: MakeEntity, watchlist: MakeList) -> None:
    """One party is shown once with all its entries."""
    lists = [watchlist(entity(f"{name}-1", "Aldo Brivetto", birth_dates=("1961",)), name=name) for name in "abc"]
    groups = link(lists)
    assert [group.entity_ids for group in groups] == [("a-1", "b-1", "c-1")]
    assert len(groups[0].links) == 3


def test_links_are_the_same_in_every_process(entity: MakeEntity, watchlist: MakeList) -> None:
    """Of several reasons the one by the first name is given, whatever the order of hashes."""
    names = [f"Stone Works {letter}" for letter in "ABCDEFGH"]
    one = entity("un-1", *names, schema="Organization", countries=("KP",))
    other = entity("ofac-1", *reversed(names), schema="Organization", countries=("KP",))
    [group] = link([watchlist(one), watchlist(other, name="ofac")])
    assert [item.reason for item in group.links] == ["same name and country: Stone Works A, KP"]
