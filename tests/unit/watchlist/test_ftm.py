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


def test_a_delisted_entry_is_no_target(entity: Callable[..., Entity]) -> None:
    """`target` tells whether it is in force."""
    assert to_ftm(entity("un-1", "A"))["target"]
    assert not to_ftm(entity("un-1", "A", delisted_on="2020-01-01"))["target"]
