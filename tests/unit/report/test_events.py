"""Events in words: to whom, until when, which file; and the decision in one sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from service.report.codes import EVENT_NAMES
from service.report.events import decision, particulars

SERVICE = Path(__file__).resolve().parents[3] / "service"
DATA = {"outcome": "true_match", "reason": "confirmed_conduct"}


def event(kind: str, actor: str = "ann", note: str | None = None, **given: Any) -> dict[str, Any]:
    """An event as it is kept."""
    return {
        "type": f"alert.{kind}",
        "actor": actor,
        "note": note,
        "at": "2024-03-19T11:00:00.000Z",
        "to": None,
        **given,
    }


DECIDED = event("decide", note="two sources", to="proposed_true_match", data=DATA)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (event("assign", data={"assignee": "bob"}), "to bob"),
        (event("assign", data=None), "to nobody"),
        (event("snooze", data={"until": "2024-04-01T00:00:00.000Z"}), "until 2024-04-01"),
        (event("party", data={"entities": ["un-1"], "decision": "rejected"}), "un-1: rejected"),
        (event("file", data={"name": "a.pdf", "sha256": "5f" * 32}), "a.pdf, SHA-256 5f5f5f5f5f5f5f5f…"),
        (event("labelled", data={"labels": []}), "none"),
        (event("refused", data={"act": "decide_parties"}), "decide parties"),
        (event("commented", data=None), ""),
    ],
)
def test_what_was_done_exactly(told: dict[str, Any], words: str) -> None:
    """The log says it without its data being looked up."""
    assert particulars(told) == words


def test_the_decision_as_it_stands() -> None:
    """Who decided what and why, who approved it; nothing after it was sent back or opened again."""
    assert decision([event("take")]) == ""
    waits = decision([event("take"), DECIDED])
    assert waits.startswith("true match, decided by ann on 2024-03-19; because the conduct is told as a fact")
    assert waits.endswith("“two sources”; waiting for a second person")
    assert decision([DECIDED, event("reject", "bob")]) == ""
    done = decision([DECIDED, event("reject", "bob"), DECIDED, event("approve", "bob", "agreed")])
    assert done.endswith("approved by bob on 2024-03-19: “agreed”")
    assert decision([DECIDED, event("approve", "bob"), event("reopen")]) == ""


def test_every_act_on_an_alert_has_a_name() -> None:
    """What the code writes into the trail of an alert can be read along."""
    written = {
        found
        for file in SERVICE.rglob("*.py")
        for found in re.findall(r"\"(alert\.[a-z_]+)\"", file.read_text(encoding="utf-8"))
    }
    assert written - {"alert.html"} - set(EVENT_NAMES) == set()


def test_an_event_that_lacks_what_is_told_is_shown_without_it() -> None:
    """An event of another version, or one that a tool wrote, takes no page down."""
    for kind in ("alert.opened", "alert.party", "alert.file", "alert.merged"):
        assert particulars({"type": kind, "data": None}) == ""
