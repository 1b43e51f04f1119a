"""Some entries of a large index, found as they are found among all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.model.article import Article
from service.model.entity import Watchlist
from service.names.layered import change_names
from service.names.match import NameIndex, build_index, find_mentions
from service.names.roster import narrow
from service.text.document import read
from service.watchlist.starter import load_starter


@pytest.fixture(scope="module")
def un() -> Watchlist:
    return load_starter()[0]


@pytest.fixture(scope="module")
def everything(un: Watchlist) -> NameIndex:
    return build_index([un])


def found(index: NameIndex, text: str) -> set[str]:
    return {
        one.entity.id for mention in find_mentions(read(Article(text)), index).mentions for one in mention.candidates
    }


def test_entries_are_found_as_among_all(un: Watchlist, everything: NameIndex) -> None:
    """Each of the Iran list's primary names names the same entries of it as with all names of the UN's list."""
    some = replace(un, entities=tuple(entity for entity in un.entities if entity.id.startswith("un-IR")))
    index, ids = narrow(everything, some), {entity.id for entity in some.entities}
    assert len(ids) > 100
    for entity in some.entities:
        text = f"{entity.primary_name} signed the contract on Monday."
        assert found(index, text) == found(everything, text) & ids, text


def test_what_is_gone_is_not_found(un: Watchlist, everything: NameIndex) -> None:
    """An entry that the index in use no longer has names nobody."""
    less = replace(un, entities=un.entities[1:], sha256="1" * 64)
    changed = change_names(everything, [less])
    assert changed is not None
    first = un.entities[0]
    text = f"{first.primary_name} signed the contract on Monday."
    assert found(narrow(everything, replace(un, entities=(first,))), text) == {first.id}
    assert found(narrow(changed, replace(un, entities=(first,))), text) == set()
