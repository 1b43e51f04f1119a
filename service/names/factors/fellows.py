"""Factors about other mentions in the same article."""

from __future__ import annotations

from service.names.factors.look import Look

Strength = tuple[float, str]


def named_in_full(look: Look) -> Strength | None:
    """The article also gives another, longer name of the same party, such as an acronym's words."""
    if look.entity.id not in look.fellows or not _needs_backing(look):
        return None
    both = len(look.core) == 1 and look.weak
    return (2.0 if both else 1.0), "the article also names the party in full"


def _needs_backing(look: Look) -> bool:
    """Whether a name is whole but too short or weak to stand by itself."""
    left = [token for token in look.evidence.listed_left if token.kind not in ("legal", "particle", "title")]
    return not left and (look.weak or len(look.core) == 1)


def fellow_party(look: Look) -> Strength | None:
    """The article names another party of the same programme beyond doubt."""
    if look.entity.id in look.fellows or not look.fellows.intersection(look.entity.programmes):
        return None
    return 1.0, "the article names another party of the same programme"
