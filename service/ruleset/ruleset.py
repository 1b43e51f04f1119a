"""What is a rule set? Everything that rules, concepts, places, cues, measures and policies say, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from service.errors import RuleError
from service.ruleset.keyed import Keys, find_keys
from service.ruleset.measures import Measure
from service.ruleset.rule import Rule
from service.ruleset.source import Node
from service.ruleset.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class PartyPolicy:
    """What a mention of a listed party does by itself, per list."""

    default: str = "mention_only"
    custom: str = "alert"
    lists: tuple[tuple[str, str], ...] = ()
    min_score: Decimal = Decimal("0.9")

    def of(self, name: str, *, custom: bool = False) -> str:
        """The policy for one list."""
        return dict(self.lists).get(name, self.custom if custom else self.default)


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules: one regime."""

    id: str
    title: str
    version: str
    authority: str
    review_by: str = ""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One compiled set. `rules` holds those that are evaluated; drafts and retired ones stand in `idle`."""

    rules: tuple[Rule, ...]
    sha256: str
    vocabulary: Vocabulary
    labels: tuple[str, ...] = ()
    """Names of features for people, by feature number."""
    concepts: dict[str, int] = field(default_factory=dict)
    """Concept to feature."""
    places: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Feature to (country, kind)."""
    cues: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Feature to (stance, side), (`pseudo`, ``), (`stop`, ``), (`aside`, ``) or (`said_by`, who)."""
    measures: dict[str, Measure] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    parties: PartyPolicy = field(default_factory=PartyPolicy)
    packs: tuple[Pack, ...] = ()
    idle: tuple[Rule, ...] = ()
    keys: Keys = field(default_factory=lambda: find_keys(()))
    """Which findings are looked at in an article."""
    sources: tuple[Node, ...] = ()
    """All files as read, for lint and reference."""
    warnings: tuple[RuleError, ...] = ()
    """Duties of the authors that do not stop the set: deprecated rules, places that are empty."""

    def rule(self, rule_id: str) -> Rule | None:
        """A rule by its id, idle ones included."""
        return next((rule for rule in (*self.rules, *self.idle) if rule.id == rule_id), None)
