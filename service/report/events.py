"""Events as people read them: what exactly was done, and the decision in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from service.model.disposition import REASONS

Json = Mapping[str, Any]


def particulars(event: Json) -> str:
    """What the kind of an event leaves open: to whom, until when, which file; empty where nothing is.

    An event stays as an earlier version wrote it: what it lacks is left out, and its page still comes.
    """
    data = event.get("data") or {}
    tell = _TOLD.get(str(event["type"]))
    try:
        return tell(data) if tell is not None else ""
    except KeyError:
        return ""


def decision(history: Sequence[Json]) -> str:
    """The decision on an alert as it stands, in one sentence; empty where none does."""
    last = max((place for place, event in enumerate(history) if event["type"] in _UNDOES), default=-1)
    made = [event for event in history[last + 1 :] if event["type"] == "alert.decide"]
    if not made:
        return ""
    one, data = made[-1], made[-1].get("data") or {}
    reason = str(data.get("reason", ""))
    parts = [
        f"{_plain(data.get('outcome', ''))}, decided by {one['actor']} on {one['at'][:10]}",
        f"because {REASONS.get(reason, _plain(reason))}",
        f"“{one['note']}”",
    ]
    checks = [event for event in history[last + 1 :] if event["type"] == "alert.approve"]
    if checks:
        said = f": “{checks[-1]['note']}”" if checks[-1]["note"] else ""
        parts.append(f"approved by {checks[-1]['actor']} on {checks[-1]['at'][:10]}{said}")
    elif str(one["to"]).startswith("proposed"):
        parts.append("waiting for a second person")
    return "; ".join(parts)


_UNDOES = ("alert.reject", "alert.reopen")


def _plain(code: Any) -> str:
    """A code as words."""
    return str(code).replace("_", " ")


def _listed(values: Sequence[Any]) -> str:
    """Values in a row."""
    return ", ".join(str(value) for value in values) or "none"


_TOLD: dict[str, Callable[[Json], str]] = {
    "alert.opened": lambda data: f"article {data['article']}" if "article" in data else _listed(data["articles"]),
    "alert.joined": lambda data: f"article {data['article']}",
    "alert.assign": lambda data: f"to {data.get('assignee', 'nobody')}",
    "alert.snooze": lambda data: f"until {data['until'][:10]}",
    "alert.party": lambda data: f"{_listed(data['entities'])}: {data['decision']}",
    "alert.labelled": lambda data: _listed(data["labels"]),
    "alert.file": lambda data: f"{data['name']}, SHA-256 {data['sha256'][:16]}…",
    "alert.second_look": lambda data: "would have decided alike" if data["agrees"] else "would have decided otherwise",
    "alert.split": lambda data: f"{_listed(data['articles'])} to alert {data['split_off']}",
    "alert.merged": lambda data: f"into alert {data['into']}",
    "alert.took_over": lambda data: f"{_listed(data['articles'])} from alert {data['from']}",
    "alert.suppressed": lambda data: f"by {_listed(data['suppressions'])}",
    "alert.discounted": lambda data: f"by the rule {data['rule']}",
    "alert.sampled": lambda data: f"by the rule {data['rule']}",
    "alert.refused": lambda data: _plain(data.get("act", "")),
    "suppression.refused": lambda data: _plain(data.get("act", "")),
    "access.refused": lambda data: str(data.get("act", "")),
}
"""What is told of an event, by its type."""
