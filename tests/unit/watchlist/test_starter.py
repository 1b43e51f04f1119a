"""The starter lists: complete, dated, quick, and the same wherever they are built."""

from __future__ import annotations

import gzip
import hashlib
from importlib.resources import files

import pytest

from service.errors import ListError
from service.model.entity import Entity
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source
from service.watchlist.starter import decode, encode, load_starter
from tests.unit.watchlist.test_un_xml import UN


@pytest.fixture(scope="module")
def by_id() -> dict[str, Entity]:
    return {entity.id: entity for watchlist in load_starter() for entity in watchlist.entities}


def test_both_lists_are_there_with_their_dates() -> None:
    """The UN list in full, OFAC's names of 2025-11."""
    un, ofac = load_starter()
    assert (un.name, len(un.entities), un.list_date) == ("un", 999, "2026-01-28")
    assert (ofac.name, len(ofac.entities), ofac.list_date) == ("ofac", 17815, "2025-11")
    assert un.name_count > 4000
    assert ofac.name_count > 40000


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("un-KPe.050", "MANSUDAE OVERSEAS PROJECT GROUP OF COMPANIES"),
        ("un-KPe.031", "RECONNAISSANCE GENERAL BUREAU"),
        ("ofac-19612", "NAMGANG CONSTRUCTION"),
        ("ofac-19613", "KOREA RUNGRADO GENERAL TRADING CORPORATION"),
        ("ofac-35096", "PUTIN, Vladimir Vladimirovich"),
        ("ofac-41064", "KOZHEMYAKO, Oleg Nikolayevich"),
    ],
)
def test_entries_stand_under_their_ids(by_id: dict[str, Entity], id_: str, name: str) -> None:
    """Ids are the publisher's own numbers behind the list's name."""
    assert by_id[id_].primary_name == name


def test_ids_are_unique(by_id: dict[str, Entity]) -> None:
    """No entry hides another."""
    assert len(by_id) == sum(len(watchlist.entities) for watchlist in load_starter())


def test_facts_survive(by_id: dict[str, Entity]) -> None:
    """Dates, countries, programmes and offices are kept."""
    putin = by_id["ofac-35096"]
    assert (putin.birth_dates, putin.nationalities, putin.gender) == (("1952-10-07",), ("RU",), "male")
    assert putin.positions == ("President of the Russian Federation",)
    assert "UN-SC1718" in by_id["un-KPe.050"].programmes


def test_the_compact_form_keeps_what_it_promises() -> None:
    """Encoding and decoding gives the same entries, addresses apart."""
    watchlist = read_watchlist(Source("un.xml", UN.encode()))
    again = decode(encode(watchlist), "x")
    for before, after in zip(watchlist.entities, again.entities, strict=True):
        assert (before.id, before.names, before.identifiers) == (after.id, after.names, after.identifiers)
        assert (before.birth_dates, before.linked, before.topics) == (after.birth_dates, after.linked, after.topics)
        assert after.addresses == ()


def test_content_has_the_recorded_hash() -> None:
    """What ships is what was built."""
    folder = files("service.watchlist").joinpath("starter")
    for line in folder.joinpath("SHA256SUMS").read_text("ascii").splitlines():
        digest, name = line.split()
        assert hashlib.sha256(gzip.decompress(folder.joinpath(f"{name}.gz").read_bytes())).hexdigest() == digest


@pytest.mark.parametrize("data", [b"{", b"{}", b"[]"])
def test_a_damaged_starter_is_refused(data: bytes) -> None:
    """The message says to install again."""
    with pytest.raises(ListError, match="install the package again"):
        decode(data, "starter/un.json.gz")
