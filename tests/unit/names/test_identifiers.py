"""Numbers of listed parties in running text."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Identifier, Name, Watchlist
from service.names.checksums import bic_is_valid, company_imo_is_valid, imo_is_valid, keccak256, wallet_is_valid
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read

HEX = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
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
            Identifier("wallet", HEX),
            Identifier("wallet", SEGWIT),
            Identifier("passport", "AB1234567"),
            Identifier("swift", "FTBDKPPY"),
        ),
    )
    owner = Entity("ofac-3", "ofac", "Company", (Name("SEA STAR MARINE"),), identifiers=(Identifier("imo", "5342883"),))
    return build_index([Watchlist("ofac", (ship, man, owner), "0" * 64)])


def named(index: NameIndex, text: str) -> list[tuple[str, str, str]]:
    found = find_mentions(read(Article(text)), index).mentions
    return [(m.span.text, m.candidates[0].entity.id, m.candidates[0].matched_name_kind) for m in found]


def test_check_digit_of_ships() -> None:
    """An IMO number carries its own check digit."""
    assert imo_is_valid("9074729")
    assert not imo_is_valid("9074728")
    assert not imo_is_valid("907472")


def test_check_digit_of_companies() -> None:
    """The IMO number of a ship's owner has another check digit than that of a ship."""
    assert company_imo_is_valid("5342883")
    assert not company_imo_is_valid("5342884")
    assert not imo_is_valid("5342883")


@pytest.mark.parametrize(
    ("text", "number", "entity_id"),
    [
        ("The tanker, IMO 9074729, left the port.", "9074729", "ofac-1"),
        ("The owner, IMO company number 5342883, is in Panama.", "5342883", "ofac-3"),
        (f"Funds went to {WALLET} in May.", WALLET, "ofac-2"),
        ("Payments were routed through FTBDKPPY last year.", "FTBDKPPY", "ofac-2"),
        ("Payments were routed through FTBDKPPYXXX last year.", "FTBDKPPYXXX", "ofac-2"),
        (f"Funds went to {HEX.lower()} in May.", HEX.lower(), "ofac-2"),
        (f"Funds went to {SEGWIT.upper()} in May.", SEGWIT.upper(), "ofac-2"),
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


@pytest.mark.parametrize(
    "address",
    [
        WALLET, HEX, SEGWIT, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    ],
)  # fmt: skip
def test_checksums_of_wallets(address: str) -> None:
    """Base58check, bech32, bech32m and EIP-55: the address agrees, and with one letter changed it does not."""
    other = "z" if address[-1] != "z" else "y"
    assert wallet_is_valid(address)
    assert not wallet_is_valid(address[:-1] + (other if address != HEX else "D"))


def test_the_hash_of_ethereum() -> None:
    """Keccak-256 of nothing and of more than one block are as published."""
    assert keccak256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    assert len({keccak256(b"a" * size) for size in range(130, 145)}) == 15


def test_a_miswritten_wallet_names_nobody(index: NameIndex) -> None:
    """A hexadecimal address whose capitals break its checksum is a slip or a forgery."""
    assert named(index, f"Funds went to {HEX.replace('A', 'a', 1)} in May.") == []


def test_a_bic_has_a_country() -> None:
    """Eight or eleven characters with a country that exists."""
    assert bic_is_valid("FTBDKPPY")
    assert not bic_is_valid("FTBDQQPY")
    assert not bic_is_valid("FTBDKPP")
