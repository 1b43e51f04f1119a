"""Entries as FollowTheMoney JSON."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from service.model.entity import Entity, Identifier, Name, Watchlist
from service.watchlist.ftm import export_ftm, to_ftm
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source


def test_an_export_is_read_back(watchlist: Callable[..., Watchlist]) -> None:
    """Names with their kinds, programmes, dates, countries and identifiers survive the way out and in."""
    entity = Entity(
        id="un-KPi.001",
        list="un",
        schema="Person",
        names=(Name("KIM Chol"), Name("Kim Chul", "alias"), Name("Old", "former"), Name("Weak", "weak", "weak")),
        programmes=("UN-SC1718",),
        topics=("sanction",),
        countries=("KP",),
        nationalities=("KP",),
        birth_dates=("1970-03-02",),
        gender="male",
        identifiers=(Identifier("passport", "1234567"),),
        listed_on="2016-11-30",
        source_ref="KPi.001",
    )
    rows = b"".join(orjson.dumps(row) + b"\n" for row in export_ftm(watchlist(entity)))
    [back] = read_watchlist(Source("un.json", rows), name="un").entities
    for field in ("schema", "names", "programmes", "topics", "countries", "nationalities", "birth_dates", "gender"):
        assert getattr(back, field) == getattr(entity, field), field
    assert [(item.kind, item.value) for item in back.identifiers] == [("passport", "1234567")]
    assert back.listed_on == "2016-11-30"


def test_delisted_entries_come_back_as_delisted(
    entity: Callable[..., Entity], watchlist: Callable[..., Watchlist]
) -> None:
    """An export that is imported again lists nobody who is not listed any more."""
    gone = entity("un-1", "Aldo", delisted_on="2024-05-06", listed_on="2020-01-01", programmes=("DPRK",))
    rows = b"".join(orjson.dumps(row) + b"\n" for row in export_ftm(watchlist(gone, entity("un-2", "Bea"))))
    back = read_watchlist(Source("un.json", rows), name="un")
    assert [each.delisted_on for each in back.entities] == ["2024-05-06", None]
    assert [(each.id, each.source_ref) for each in back.entities] == [("un-1", "1"), ("un-2", "2")]


def test_what_is_no_party_is_counted() -> None:
    """Relations and addresses are not read, and the report says how many."""
    lines = [
        {"id": "1", "schema": "Person", "properties": {"name": ["Aldo"]}},
        {"id": "2", "schema": "Ownership", "properties": {"owner": ["1"]}},
        {"id": "3", "schema": "Person", "properties": {}},
    ]
    unread = read_watchlist(Source("own.ftm.json", b"\n".join(map(orjson.dumps, lines)))).unread
    assert unread[0] == "own.ftm.json: line 3: no name"
    assert unread[1].startswith("own.ftm.json: 1 of kind Ownership not read")


def test_a_delisted_entry_is_no_target(entity: Callable[..., Entity]) -> None:
    """`target` tells whether it is in force."""
    assert to_ftm(entity("un-1", "A"))["target"]
    assert not to_ftm(entity("un-1", "A", delisted_on="2020-01-01"))["target"]
