"""Numbers of listed parties in running text."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Identifier, Name, Watchlist
from service.names.identifiers import imo_is_valid
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read

WALLET = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"


@pytest.fixture(scope="module")
def index() -> NameIndex:
    ship = Entity("ofac-1", "ofac", "Vessel", (Name("SEA STAR 7"),), identifiers=(Identifier("imo", "9074729"),))
    man = Entity(
        "ofac-2",
        "ofac",
        "Person",
        (Name("DOE, Jonathan"),),
        identifiers=(
            Identifier("wallet", WALLET),
            Identifier("passport", "AB1234567"),
            Identifier("swift", "FTBDKPPY"),
        ),
    )
    return build_index([Watchlist("ofac", (ship, man), "0" * 64)])


def named(index: NameIndex, text: str) -> list[tuple[str, str, str]]:
    found = find_mentions(read(Article(text)), index).mentions
    return [(m.span.text, m.candidates[0].entity.id, m.candidates[0].matched_name_kind) for m in found]


def test_check_digit_of_ships() -> None:
    """An IMO number carries its own check digit."""
    assert imo_is_valid("9074729")
    assert not imo_is_valid("9074728")
    assert not imo_is_valid("907472")


@pytest.mark.parametrize(
    ("text", "number", "entity_id"),
    [
        ("The tanker, IMO 9074729, left the port.", "9074729", "ofac-1"),
        (f"Funds went to {WALLET} in May.", WALLET, "ofac-2"),
        ("Payments were routed through FTBDKPPY last year.", "FTBDKPPY", "ofac-2"),
        ("He travelled on passport number AB1234567.", "AB1234567", "ofac-2"),
    ],
)
def test_numbers_are_exact_mentions(index: NameIndex, text: str, number: str, entity_id: str) -> None:
    """A listed number in the text is a mention of its own kind, whatever name stands beside it."""
    assert (number, entity_id, "identifier") in named(index, text)


def test_numbers_of_others_do_not_fire(index: NameIndex) -> None:
    """A number without its label, in other case or of another ship names nobody."""
    text = f"Order 9074729 and IMO 9074728; wallet {WALLET.lower()}; ticket AB1234567."
    assert named(index, text) == []
