"""The life of an alert: legal moves only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from service.errors import ConflictError, FlagstaffError, InputError
from service.model.disposition import (
    CLOSED,
    MOVES,
    PROPOSED,
    REASONS,
    STATES,
    Act,
    ActName,
    Policy,
    Standing,
    next_state,
)

NOW = datetime(2024, 3, 21, tzinfo=UTC)
SAID = {"outcome": "no_action", "reason": "article_not_adverse", "note": "only a ballet"}


def move(state: str, name: ActName, *, points: int = 5, actor: str = "bob", **given: object) -> str:
    """The state after an act by bob on an alert that ann proposed."""
    full = {"note": "because", "until": NOW + timedelta(days=1), **(SAID if name == "decide" else {}), **given}
    standing = Standing(state=state, points=points, proposed_by="ann", open_parties=full.pop("open_parties", ()))
    return next_state(standing, Act(name=name, **full), actor=actor, policy=Policy(), now=NOW)


def test_every_pair_of_state_and_act() -> None:
    """An act from the table ends in a known state; any other says from where it is possible."""
    for name, states in MOVES.items():
        for state in STATES:
            if state in states:
                assert move(state, name) in STATES
            else:
                with pytest.raises(ConflictError, match="it is possible from: "):
                    move(state, name)


def test_every_state_is_reached_and_left() -> None:
    """No state is a dead end, and each can be reached from new."""
    reached, fresh = {"new"}, {"new"}
    while fresh:
        ends = {move(state, name) for state in fresh for name, states in MOVES.items() if state in states}
        ends |= {
            move(state, "decide", outcome=outcome, points=points)
            for state in fresh & set(MOVES["decide"])
            for outcome in ("true_match", "false_positive", "no_action")
            for points in (5, 20)
        }
        fresh = ends - reached
        reached |= ends
    assert set(STATES) - reached == {"proposed_no_action"}, "only a stricter policy proposes no_action"
    assert all(any(state in states for states in MOVES.values()) for state in STATES)


@pytest.mark.parametrize(
    ("outcome", "points", "state"),
    [
        ("true_match", 1, "proposed_true_match"),
        ("false_positive", 14, "closed_false_positive"),
        ("false_positive", 15, "proposed_false_positive"),
        ("no_action", 30, "closed_no_action"),
    ],
)
def test_four_eyes_by_policy(outcome: str, points: int, state: str) -> None:
    """Any true match, and a false positive of many points, waits for a second person."""
    assert move("in_review", "decide", outcome=outcome, points=points) == state


def test_nobody_checks_himself() -> None:
    """Whoever proposed cannot approve; somebody else can."""
    with pytest.raises(ConflictError, match="somebody else must approve"):
        move(PROPOSED[0], "approve", actor="ann")
    assert move(PROPOSED[0], "approve", actor="bob") == CLOSED[0]


@pytest.mark.parametrize(
    "given",
    [{"reason": None}, {"reason": "because"}, {"note": "  "}, {"outcome": None}, {"outcome": "maybe"}],
)
def test_a_decision_says_why(given: dict[str, object]) -> None:
    """Outcome, reason code and note are mandatory."""
    with pytest.raises(InputError):
        move("in_review", "decide", **given)


def test_open_parties_hold_a_decision_up() -> None:
    """An alert is not decided while one of its listed parties is open; the party is named."""
    with pytest.raises(ConflictError, match="un-KPi.001"):
        move("in_review", "decide", open_parties=("un-KPi.001",))


@pytest.mark.parametrize("until", [None, NOW, NOW - timedelta(days=1), NOW + timedelta(days=91)])
def test_a_snooze_ends(until: datetime | None) -> None:
    """A snooze has an end, in the future, within 90 days."""
    with pytest.raises(InputError, match="until"):
        move("new", "snooze", until=until)


@pytest.mark.parametrize("name", ["escalate", "snooze", "reject", "reopen", "suppress"])
def test_a_note_is_mandatory(name: ActName) -> None:
    """What puts off, sends back or opens again says why."""
    with pytest.raises(FlagstaffError, match="note"):
        move(MOVES[name][0], name, note="")


def test_reasons_are_explained() -> None:
    """Each code has its meaning."""
    assert len(REASONS) == 15
    assert all(REASONS.values())
