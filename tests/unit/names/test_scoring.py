"""The published table of factors."""

from __future__ import annotations

from pathlib import Path

from service.names.factors.names import NAME_FACTORS
from service.names.factors.table import QUALIFIERS, TEXT_FACTORS
from service.names.scoring import render_scoring, scoring_table
from service.names.weights import CONTEXT_WEIGHTS, NAME_WEIGHTS


def test_every_factor_has_a_weight_and_a_sentence() -> None:
    """No factor is without its weight, no weight without its factor, no factor without its meaning."""
    assert set(NAME_FACTORS) == set(NAME_WEIGHTS)
    assert {*TEXT_FACTORS, *QUALIFIERS, "identifier"} == set(CONTEXT_WEIGHTS)
    factors = scoring_table()["factors"]
    assert isinstance(factors, list)
    assert all(factor["meaning"].endswith(".") for factor in factors)


def test_the_page_says_what_the_code_does() -> None:
    """`docs/scoring.md` is the page that the code makes."""
    page = Path(__file__).parents[3] / "docs" / "scoring.md"
    assert page.read_text(encoding="utf-8") == render_scoring()
