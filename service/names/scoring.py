"""What does each factor of a name's score mean, and what is it worth? The published table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from service.names.factors.names import NAME_FACTORS
from service.names.factors.table import QUALIFIERS, TEXT_FACTORS
from service.names.weights import CONTEXT_WEIGHTS, DEFAULT_THRESHOLD, NAME_WEIGHTS

_GROUPS: tuple[tuple[str, str, Mapping[str, Callable[..., object]], Mapping[str, int]], ...] = (
    ("name", "The two names", NAME_FACTORS, NAME_WEIGHTS),
    ("text", "The name in running text", TEXT_FACTORS, CONTEXT_WEIGHTS),
    ("context", "Facts beside the name (agree, conflict or unknown)", QUALIFIERS, CONTEXT_WEIGHTS),
)


def scoring_factors() -> list[dict[str, object]]:
    """The factors as JSON: `{id, group, points, meaning}` each."""
    factors: list[dict[str, object]] = [
        {"id": factor_id, "group": group, "points": weights[factor_id], "meaning": _meaning(judge)}
        for group, _, judges, weights in _GROUPS
        for factor_id, judge in judges.items()
    ]
    factors.append(
        {
            "id": "identifier",
            "group": "identifier",
            "points": CONTEXT_WEIGHTS["identifier"],
            "meaning": "A number of the party stands in the text: IMO number, wallet, BIC or passport.",
        }
    )
    return factors


def scoring_table() -> dict[str, object]:
    """The table as JSON: `{threshold, unit, factors [{id, group, points, meaning}]}`."""
    return {"threshold": DEFAULT_THRESHOLD, "unit": "decibans at full strength", "factors": scoring_factors()}


def render_scoring() -> str:
    """The page `docs/scoring.md`."""
    lines = [
        "# How a name is scored",
        "",
        "Every factor gives points in decibans: ten points make a match ten times likelier. The points add up, and the",
        f"score is `1 / (1 + 10^(-points / 10))`. From a score of {DEFAULT_THRESHOLD} on (0 points) a name is a match;",
        "each request may set another threshold. A factor's points are its strength, mostly between 0 and 1, times the",
        "weight below, rounded. Facts beside the name count up when they agree and down when they conflict; what is",
        "unknown counts nothing, and no fact saves names that differ. Ownership (the 50 % rule) is not computed: a",
        "company that a listed party owns is found only where a list names it.",
        "",
        "This page is made from the code by `python -m service.names.scoring`; a test compares the two.",
        "",
    ]
    for _, title, judges, weights in _GROUPS:
        lines += [f"## {title}", "", "| factor | weight | meaning |", "|---|---|---|"]
        lines += [f"| `{one}` | {weights[one]:+d} | {_meaning(judge)} |" for one, judge in judges.items()]
        lines.append("")
    lines += [
        "## Numbers",
        "",
        "An IMO number of a ship or company, a wallet, a BIC or a passport number of a listed party in the text is",
        "verified by its check digit or checksum (base58check, bech32, EIP-55), and by its country in a BIC. It is",
        f"a mention of its own: `identifier`, {CONTEXT_WEIGHTS['identifier']:+d}. A passport number counts only where",
        "it is called one, or where its holder is named.",
        "",
    ]
    return "\n".join(lines)


def _meaning(judge: Callable[..., object]) -> str:
    """The sentence that analysts read: a factor's docstring."""
    return " ".join((judge.__doc__ or "").split())


if __name__ == "__main__":
    print(render_scoring(), end="")
