"""What may an organisation change in the shipped rules? Add rules and words; change status, points and thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.errors import RuleError
from service.ruleset.authored import Authored
from service.ruleset.compile import plain
from service.ruleset.schema import did_you_mean
from service.ruleset.source import Node

_FREE = frozenset({"status", "score"})
"""Keys that an overlay's copy of a shipped rule may change."""
_POINTED = ("find", "adjust", "exempt")


def lay_over(base: Authored, overlays: Sequence[Authored], errors: list[RuleError]) -> tuple[Authored, dict[str, str]]:
    """The base with its overlays, and for each changed rule a note on what was changed and why."""
    merged = Authored({form: list(nodes) for form, nodes in base.files.items()}, list(base.errors))
    notes: dict[str, str] = {}
    for overlay in overlays:
        for form, nodes in overlay.files.items():
            if form == "rule/1":
                for node in nodes:
                    _rule(node, merged, notes, errors)
            elif form != "override/1":
                merged.files.setdefault(form, []).extend(nodes)
        for file in overlay.of("override/1"):
            _override(file, merged, notes, errors)
    return merged, notes


def _text(node: Node, key: str) -> str:
    """A key's words."""
    found = node.get(key)
    return found.text() if found is not None else ""


def _find(merged: Authored, rule_id: str) -> int | None:
    """Where a rule stands among the merged ones."""
    rules = merged.of("rule/1")
    return next((number for number, node in enumerate(rules) if _text(node, "rule") == rule_id), None)


def _rule(node: Node, merged: Authored, notes: dict[str, str], errors: list[RuleError]) -> None:
    """An overlay's rule: a new one is added; a copy of a shipped one may differ in status, points and thresholds."""
    place = _find(merged, _text(node, "rule"))
    if place is None:
        merged.files.setdefault("rule/1", []).append(node)
        return
    shipped = merged.of("rule/1")[place]
    changed = [
        key for key in {**dict(shipped.items()), **dict(node.items())} if _plain(shipped, key) != _plain(node, key)
    ]
    for key in changed:
        at = node.get(key)
        if key in _FREE or (key in _POINTED and _without_points(shipped, key) == _without_points(node, key)):
            continue
        message = f"an overlay may change only status, score and points of {_text(node, 'rule')}, not `{key}`"
        errors.append((at or node).key_error(f"{message}; write a rule of your own instead", code="overlay"))
    if changed:
        merged.of("rule/1")[place] = node
        notes[_text(node, "rule")] = f"changed by an overlay: {', '.join(sorted(changed))}"


def _plain(node: Node, key: str) -> object:
    """A key's plain value."""
    found = node.get(key)
    return plain(found) if found is not None else None


def _without_points(node: Node, key: str) -> list[object]:
    """A section's entries without their points."""
    section = node.get(key)
    rows = section.elements() if section is not None else []
    return [{name: plain(value) for name, value in row.items() if name != "points"} for row in rows]


def _override(file: Node, merged: Authored, notes: dict[str, str], errors: list[RuleError]) -> None:
    """An override file: new status, points and thresholds for shipped rules."""
    rules = file.get("rules")
    for rule_id, change in rules.items() if rules is not None else ():
        place = _find(merged, rule_id)
        if place is None:
            known = [_text(node, "rule") for node in merged.of("rule/1")]
            message = f'rule "{rule_id}" does not exist{did_you_mean(rule_id, known)}'
            errors.append(change.key_error(message, code="unknown-rule"))
            continue
        shipped = merged.of("rule/1")[place]
        merged.of("rule/1")[place] = _changed(shipped, change, errors)
        notes[rule_id] = f"changed by an overlay ({', '.join(_told(change))}): {_text(file, 'because')}"


def _told(change: Node) -> Iterator[str]:
    """What a change says, in words."""
    if status := _text(change, "status"):
        yield f"status {status}"
    for section in ("score", "points"):
        found = change.get(section)
        for name, value in found.items() if found is not None else ():
            yield f"{name} {value.text()}"


def _changed(shipped: Node, change: Node, errors: list[RuleError]) -> Node:
    """A shipped rule with an override's values."""
    entries = dict(shipped.items())
    if (status := change.get("status")) is not None:
        entries["status"] = status
    if (score := change.get("score")) is not None and (old := entries.get("score")) is not None:
        entries["score"] = replace(old, value={**dict(old.items()), **dict(score.items())})
    points = change.get("points")
    wanted = dict(points.items()) if points is not None else {}
    used: set[str] = set()
    for section in _POINTED:
        if (old := entries.get(section)) is not None:
            rows = [_repointed(row, wanted, used) for row in old.elements()]
            entries[section] = replace(old, value=rows)
    for name, value in wanted.items():
        if name not in used:
            message = f'"{name}" is no finding, adjustment or exemption of this rule'
            errors.append(value.key_error(message, code="unknown-id"))
    return replace(shipped, value=entries)


def _repointed(row: Node, wanted: dict[str, Node], used: set[str]) -> Node:
    """An entry with new points where they are asked for."""
    name = _text(row, "id")
    if name not in wanted:
        return row
    used.add(name)
    return replace(row, value={**dict(row.items()), "points": wanted[name]})
