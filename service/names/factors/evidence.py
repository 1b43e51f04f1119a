"""What the factors look at: two prepared names, the alignment of their words, and what is left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from service.names.align import Pair, align
from service.names.likeness import How
from service.names.prepare import PreparedName, Token


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article's name beside a listed name."""

    query: PreparedName
    listed: PreparedName
    pairs: tuple[Pair, ...]
    query_left: tuple[Token, ...]
    """Words of the query that answer to nothing."""
    listed_left: tuple[Token, ...]
    """Words of the listed name that answer to nothing."""

    shares: Mapping[How, float]
    """The share of the weight of both names that agrees in each way, by its severity."""

    def share(self, how: How) -> float:
        """The share of the weight of both names that agrees in one way, by its severity."""
        return self.shares.get(how, 0.0)

    def words(self, *hows: How) -> str:
        """The word pairs that agree in one of these ways, for a reason: `maluishev/malyshev`."""
        return ", ".join(
            "/".join(
                " ".join(token.text for token in name.tokens[slice(*span)])
                for name, span in ((self.query, pair.left), (self.listed, pair.right))
            )
            for pair in self.pairs
            if pair.how in hows
        )


def weigh(query: PreparedName, listed: PreparedName) -> Evidence:
    """Align two names and say what is left over on either side."""
    pairs = align(query, listed)
    left = {i for pair in pairs for i in range(*pair.left)}
    right = {j for pair in pairs for j in range(*pair.right)}
    return Evidence(
        query,
        listed,
        pairs,
        tuple([token for i, token in enumerate(query.tokens) if i not in left]),
        tuple([token for j, token in enumerate(listed.tokens) if j not in right]),
        _shares(query, listed, pairs),
    )


def _shares(query: PreparedName, listed: PreparedName, pairs: tuple[Pair, ...]) -> dict[How, float]:
    """How much of both names agrees in each way but exactly."""
    shares: dict[How, float] = {}
    both = query.mass + listed.mass
    for pair in pairs:
        if pair.how != "exact":
            mass = sum([token.weight for token in query.tokens[slice(*pair.left)]])
            mass += sum([token.weight for token in listed.tokens[slice(*pair.right)]])
            shares[pair.how] = shares.get(pair.how, 0.0) + pair.severity * mass / both
    return shares
