"""Factors about other mentions in the same article."""

from __future__ import annotations

from service.names.factors.look import Look

Strength = tuple[float, str]


def named_in_full(look: Look) -> Strength | None:
    """The article also gives another, longer name of the same party, such as an acronym's words."""
    return (1.0, "the article also names the party in full") if look.entity.id in look.fellows else None


def fellow_party(look: Look) -> Strength | None:
    """The article names another party of the same programme beyond doubt."""
    if look.entity.id in look.fellows or not look.fellows.intersection(look.entity.programmes):
        return None
    return 1.0, "the article names another party of the same programme"
