"""What did a rule say of an article, and why? Fired or not, with the branch that held and what it lacked."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.model.evidence import Factor, Span
from service.model.law import LawRow
from service.model.screening import Band, StanceMark
from service.ruleset.rule import Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule on one article. Points are the sum of the factors; `band` is `none` where the rule did not fire."""

    rule: Rule
    band: Band
    points: int
    finding: str
    """Id of the finding that scored, empty where none was found."""
    factors: tuple[Factor, ...] = ()
    evidence: tuple[Span, ...] = ()
    """Sentences of its findings, best first."""
    law: tuple[LawRow, ...] = ()
    stance: tuple[StanceMark, ...] = ()
    exemptions: tuple[Factor, ...] = ()
    not_met: tuple[str, ...] = ()
    """Clauses that did not hold, one sentence each."""
    notes: tuple[str, ...] = ()
    said_by: str = "unknown"
    entity_ids: tuple[str, ...] = ()

    @property
    def fired(self) -> bool:
        """Whether it makes a hit."""
        return self.band != "none"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All verdicts on one article: those that fired and those that came near, and the caps that were reached."""

    fired: tuple[Verdict, ...] = ()
    near: tuple[Verdict, ...] = ()
    limits: tuple[str, ...] = field(default=())
