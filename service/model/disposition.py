"""The life of an alert: its states, the legal moves between them, and what a decision must say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from service.errors import ConflictError, InputError
from service.model.policy import Outcome, Policy

OUTCOMES: tuple[Outcome, ...] = ("true_match", "false_positive", "no_action")

REASONS = {
    "name_differs": "the name is not that of the listed party",
    "type_differs": "a person for a company, a vessel for a person, ...",
    "secondary_id_conflict": "date of birth, nationality, IMO number or the like conflicts",
    "common_name": "the name is too common to mean the listed party",
    "not_subject_of_article": "named, but the article is not about the party",
    "article_not_adverse": "the article tells no conduct that matters",
    "about_the_rule_not_a_breach": "the article tells of the ban, not of a breach",
    "historical_before_ban": "it happened before the ban",
    "exemption_applies": "the law exempts it",
    "duplicate_story": "the story is decided in another alert",
    "source_not_credible": "the source cannot be relied on",
    "insufficient_information": "nothing more can be found out",
    "confirmed_party": "the listed party is meant",
    "confirmed_conduct": "the conduct is told as a fact",
    "test_item": "a seeded test article",
}
"""Reason codes of decisions, with what each means."""

PARTY_DECISIONS = ("confirmed", "rejected", "unclear")
"""Whether a party of the article is the listed one; `unclear` counts as decided and must be explained."""

CLOSED = tuple(f"closed_{outcome}" for outcome in OUTCOMES)
PROPOSED = tuple(f"proposed_{outcome}" for outcome in OUTCOMES)
STATES = ("new", "in_review", "escalated", *PROPOSED, *CLOSED, "snoozed", "suppressed", "reopened")
_WORKED_ON = ("in_review", "escalated")
_OPEN = ("new", "reopened", *_WORKED_ON)
OPEN = _OPEN + PROPOSED
"""States in which somebody has to do something now."""

ActName = Literal["take", "assign", "escalate", "snooze", "wake", "decide", "approve", "reject", "reopen", "suppress"]
MOVES: dict[ActName, tuple[str, ...]] = {
    "take": ("new", "reopened", "snoozed", "suppressed"),
    "assign": _OPEN + PROPOSED + ("snoozed",),
    "escalate": ("new", "reopened", "in_review"),
    "snooze": _OPEN,
    "wake": ("snoozed",),
    "decide": _WORKED_ON,
    "approve": PROPOSED,
    "reject": PROPOSED,
    "reopen": CLOSED + ("suppressed",),
    "suppress": ("new",),
}
"""The table of legal moves: the states in which an act may happen. The policy says where `decide` ends."""

REGROUPED: tuple[str, ...] = (*_OPEN, "snoozed", "suppressed")
"""States in which the articles of an alert may be split off, or merged into another's."""

MAX_SNOOZE = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What somebody wants to do to an alert."""

    name: ActName
    note: str = ""
    outcome: Outcome | None = None
    reason: str | None = None
    until: datetime | None = None
    assignee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What decides whether an act is legal."""

    state: str
    points: int
    proposed_by: str | None = None
    open_parties: tuple[str, ...] = ()
    """Listed parties that nobody has decided on yet."""
    merged_into: str | None = None


def next_state(standing: Standing, act: Act, *, actor: str, policy: Policy, now: datetime) -> str:
    """The state after a legal act. Raises ConflictError for an illegal one, InputError for one that says too little."""
    allowed = MOVES[act.name]
    if standing.merged_into is not None:
        raise ConflictError(f"{act.name} is not possible: the alert was merged into {standing.merged_into}; act there")
    if standing.state not in allowed:
        raise ConflictError(
            f"{act.name} is not possible while the alert is {standing.state}; it is possible from: {', '.join(allowed)}"
        )
    if act.name == "decide":
        return _decided(standing, act, policy)
    if act.name in ("escalate", "snooze", "reject", "reopen", "suppress") and not act.note.strip():
        raise InputError(f"note: {act.name} needs a note that says why")
    if act.name == "snooze":
        _check_until(act.until, now)
    if act.name == "approve":
        if actor == standing.proposed_by:
            raise ConflictError(f"{actor} proposed this decision; somebody else must approve it (four eyes)")
        return standing.state.replace("proposed_", "closed_")
    return {
        "take": "in_review",
        "assign": standing.state,
        "escalate": "escalated",
        "snooze": "snoozed",
        "wake": "in_review",
        "reject": "in_review",
        "reopen": "reopened",
        "suppress": "suppressed",
    }[act.name]


def check_reason(reason: str | None, note: str) -> None:
    """Raise InputError unless a decision has a known reason and a note."""
    if reason not in REASONS:
        said = f"{reason!r} is no reason code" if reason else "no reason code is given"
        raise InputError(f"reason: {said}; use one of {', '.join(REASONS)}")
    if not note.strip():
        raise InputError("note: a decision needs a note that says why, for whoever reads it in years")


def _decided(standing: Standing, act: Act, policy: Policy) -> str:
    """Proposed where a second person must look, else closed."""
    if act.outcome not in OUTCOMES:
        raise InputError(f"outcome: {act.outcome!r} is none of {', '.join(OUTCOMES)}")
    check_reason(act.reason, act.note)
    if standing.open_parties:
        raise ConflictError(f"decide on each listed party first; still open: {', '.join(standing.open_parties)}")
    second = policy.needs_second(act.outcome, standing.points)
    return f"{'proposed' if second else 'closed'}_{act.outcome}"


def _check_until(until: datetime | None, now: datetime) -> None:
    """A snooze ends in the future, and not too far in it."""
    if until is None or not now < until <= now + MAX_SNOOZE:
        raise InputError(f"until: give a time between now and {(now + MAX_SNOOZE).date().isoformat()}")
