"""What a bare name tells of its bearer."""

from __future__ import annotations

import pytest

from service.watchlist.starter_types import type_of, with_comma


@pytest.mark.parametrize(
    ("names", "schema"),
    [
        (["BRIVETTO STONE WORKS L.L.C"], "Organization"),
        (["OOO Brivetto"], "Organization"),
        (["BRIVETTO Aldo"], "Person"),
        (["Brivetto Aldo", "BRIVETO, Aldo"], "Person"),
        (["Brivetto Aldo Carovich"], "Person"),
        (["BRIVETTO, TRADE & INVESTMENT S.R.O."], "Organization"),
        (["STONE PEARL"], "LegalEntity"),
        (["Brivetto Aldo"], "LegalEntity"),
    ],
)
def test_type(names: list[str], schema: str) -> None:
    """A legal form, a comma, capitals or a patronymic tell it; else nothing is claimed."""
    assert type_of(names) == schema


def test_the_comma_comes_back() -> None:
    """Only where capitals or a patronymic show which part is the surname."""
    assert with_comma("BRIVETTO CARO Aldo") == "BRIVETTO CARO, Aldo"
    assert with_comma("Brivetto Aldo Carovich") == "Brivetto, Aldo Carovich"
    assert with_comma("Brivetto Aldo") == "Brivetto Aldo"
