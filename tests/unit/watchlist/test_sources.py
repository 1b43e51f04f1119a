"""The official addresses: each reads with a reader that exists and says when it was tried."""

from __future__ import annotations

import importlib
import re

from service.watchlist.sources import load_sources


def test_every_address_has_a_reader_and_a_date() -> None:
    """https only; `tried` is a day or `not tried`."""
    sources = load_sources()
    assert {source.name for source in sources} >= {"un", "ofac", "ofac-nonsdn", "eu", "uk", "us-csl", "ca", "ch", "au"}
    for source in sources:
        assert importlib.import_module(f"service.watchlist.{source.format}")
        assert all(url.startswith("https://") for url in [source.url, *source.beside.values()])
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}|not tried", source.tried)


def test_the_trio_has_its_other_files() -> None:
    """Aliases, addresses and comments are downloaded with sdn.csv."""
    ofac = next(source for source in load_sources() if source.format == "ofac_csv")
    assert set(ofac.beside) == {"alt.csv", "add.csv", "sdn_comments.csv"}
