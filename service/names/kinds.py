"""Kinds of party, in FollowTheMoney's words: which may a look-up ask for, and which of them answer to each other?"""

from __future__ import annotations

from service.errors import InputError

_BODIES = frozenset(("Organization", "Company", "PublicBody"))
_ANSWERS = {
    "Person": frozenset(("Person",)),
    "Organization": _BODIES,
    "Company": _BODIES,
    "PublicBody": _BODIES,
    "Vessel": frozenset(("Vessel",)),
    "Airplane": frozenset(("Airplane",)),
    "Vehicle": frozenset(("Vessel", "Airplane")),
    "CryptoWallet": frozenset(("CryptoWallet",)),
    "Asset": frozenset(("Vessel", "Airplane", "Company", "CryptoWallet")),
}
"""What is asked for -> the listed kinds that answer; `LegalEntity` answers to all, as the list leaves it open."""
_EVERYTHING = ("Thing", "LegalEntity")
_SPELT = {kind.casefold(): kind for kind in (*_ANSWERS, *_EVERYTHING)}


def kind_of(schema: str, place: str = "schema") -> str:
    """A kind of party as FollowTheMoney spells it, in whatever case it is asked for.

    Raises InputError at `place` for any other word: an answer without results would read as a clean party.
    """
    kind = _SPELT.get(schema.strip().casefold())
    if kind is None:
        known = ", ".join(sorted(_SPELT.values()))
        raise InputError(f"{place}: {schema[:60]!r} is no kind of party; leave it out or give one of {known}")
    return kind


def same_kind(wanted: str, listed: str) -> bool:
    """Whether a query for one kind of party (as `kind_of` spells it) may be answered by another."""
    return wanted in _EVERYTHING or listed == "LegalEntity" or listed in _ANSWERS[wanted]
