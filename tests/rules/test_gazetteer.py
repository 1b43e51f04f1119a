"""The gazetteer knows where things happen and leaves ordinary words alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.model.article import Article
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.load import load_rules
from service.ruleset.ruleset import RuleSet
from service.text.document import read

RULES = Path(__file__).resolve().parents[2] / "rules"


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """The shipped rule set."""
    return load_rules([RULES])


def band(rules: RuleSet, text: str) -> str:
    """The band of the workers rule."""
    document = read(Article(text, published="2026-05-04"))
    verdicts = evaluate(document, find_concepts(document, rules), (), rules)
    return next((one.band for one in verdicts if one.rule.id == "un-dprk/overseas-workers"), "none")


@pytest.mark.parametrize(
    "place",
    ["Dakar", "Khabarovsk", "Hunchun", "Doha", "the Russian Far East", "Phnom Penh", "Liaoning", "Kuwait", "Malabo"],
)
def test_a_place_abroad_makes_an_alert(rules: RuleSet, place: str) -> None:
    """Workers at a building site abroad are an alert wherever that is."""
    assert band(rules, f"Dozens of North Korean workers are employed on building sites in {place}.") == "alert"


@pytest.mark.parametrize("place", ["Nampo", "Wonsan", "Pyongyang", "Sinuiju", "Hamhung"])
def test_a_place_at_home_makes_none(rules: RuleSet, place: str) -> None:
    """Workers at a building site inside the DPRK are no alert."""
    assert band(rules, f"Dozens of North Korean workers are employed on building sites in {place}.") != "alert"
