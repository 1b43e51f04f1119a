"""Values that several tests need: invented entries and lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from service.model.entity import Entity, Name, Watchlist


def _entity(id_: str, *names: str, **facts: Any) -> Entity:
    list_ = id_.partition("-")[0]
    made = tuple(Name(text, "alias" if place else "primary") for place, text in enumerate(names))
    facts.setdefault("schema", "Person")
    facts.setdefault("source_ref", id_.partition("-")[2])
    return Entity(id=id_, list=list_, names=facts.pop("name_values", made), **facts)


def _watchlist(*entities: Entity, name: str = "un", version: str = "1", **facts: Any) -> Watchlist:
    return Watchlist(name=name, entities=entities, sha256="0" * 64, version=version, **facts)


@pytest.fixture
def entity() -> Callable[..., Entity]:
    return _entity


@pytest.fixture
def watchlist() -> Callable[..., Watchlist]:
    return _watchlist
