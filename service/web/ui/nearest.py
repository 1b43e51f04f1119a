"""Why not? The rules that came nearest without firing, the clause that each lacked, and names below the threshold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.model.article import Article
from service.screening.screener import Screener

MOST_RULES, MOST_NAMES = 5, 8
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NearRule:
    """A rule that did not fire."""

    id: str
    title: str
    points: int | None
    """None where no finding of it was located."""
    review: int
    alert: int
    lacked: str
    best: Json
    others: int
    """Further findings that it looks for."""
    factors: list[Json]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What was looked at and did not suffice."""

    rules: tuple[NearRule, ...]
    names: tuple[Json, ...]


def why_not(screener: object, article: Article) -> WhyNot:
    """The nearest rules and names; empty for a screener that cannot explain itself."""
    if not isinstance(screener, Screener):
        return WhyNot((), ())
    told = screener.explain(article).as_dict()
    rows: Any = told["rules"]
    names: Any = told["below_threshold"]
    rules = [_near(row) for row in rows if row["band"] == "none"]
    return WhyNot(tuple(rules[:MOST_RULES]), tuple(names[:MOST_NAMES]))


def _near(row: Json) -> NearRule:
    """One rule with the finding of which most held."""
    findings = sorted(row["findings"], key=_held, reverse=True)
    best = findings[0] if findings else {"clause": "", "held": False, "quotes": (), "remark": "", "branches": ()}
    limits = row["thresholds"]
    return NearRule(
        row["rule_id"], row["title"], row["points"], limits["review"], limits["alert"], _clause(row["lacked"]),
        best, max(0, len(findings) - 1), row["factors"], row["notes"],
    )  # fmt: skip


def _held(branch: Json) -> tuple[bool, float]:
    """How much of a finding held."""
    inner = branch["branches"]
    share = sum(_held(one)[1] for one in inner) / len(inner) if inner else float(branch["held"])
    return branch["held"], share


def _clause(lacked: str) -> str:
    """What was lacking, without the finding that lacks it."""
    return lacked.rpartition(": lacks ")[2]
