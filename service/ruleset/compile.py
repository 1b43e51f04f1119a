"""How does a checked rule file become a Rule? Findings, adjustments, exemptions and thresholds, with their mistakes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from service.errors import RuleError
from service.ruleset.parts import Compiler, Features, day, number, whole, words
from service.ruleset.rule import (
    Adjustment,
    AnyOf,
    Exemption,
    Finding,
    Near,
    Param,
    ParamValue,
    Part,
    Rule,
    Scope,
)
from service.ruleset.schema import did_you_mean
from service.ruleset.source import Node
from service.version import ENGINE_VERSION

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule may refer to."""

    features: Features
    shared: Mapping[str, Node]
    """Shared definition files by name."""
    measures: frozenset[str]


def plain(node: Node) -> object:
    """A node as plain values, for hashing and printing."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(element) for element in node.value]
    return node.value


def canonical_sha256(node: Node) -> str:
    """SHA-256 of a file's content: canonical JSON, so that layout and comments change nothing."""
    text = json.dumps(plain(node), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def compile_rule(node: Node, around: Surroundings, errors: list[RuleError]) -> Rule:
    """The rule of a checked file; mistakes are added to `errors`."""
    compiler = Compiler(around.features, errors)
    own = _entries(node, "define")
    compiler.defines.update(_shared(node, around, errors))
    compiler.defines.update(own)
    compiler.params = {name: Param(name, values) for name, values in _params(node).items()}
    findings = tuple(_finding(one, compiler) for one in _list(node, "find"))
    adjust = tuple(_adjustment(one, compiler) for one in _list(node, "adjust"))
    exempt = tuple(_exemption(one, compiler) for one in _list(node, "exempt"))
    suppress = compiler.parts(node.get("suppress_if"))
    doubts = compiler.parts(node.get("review_if"))
    _check_defines(own, compiler)
    _check_ids(node, errors)
    _check_law(node, around, errors)
    prior, review, alert, maximum = (_bound(node, name) for name in ("prior", "review", "alert", "max"))
    _check_thresholds(node, (prior, review, alert), errors)
    _check_engine(node, errors)
    valid = node.get("valid")
    return Rule(
        id=_text(node, "rule"),
        uid=_text(node, "uid"),
        version=_text(node, "version"),
        title=_text(node, "title"),
        status=_text(node, "status"),
        severity=_text(node, "severity"),
        law=words(node.get("law")),
        find=findings,
        prior=prior or 0,
        review=review or 0,
        alert=alert or 0,
        sha256=canonical_sha256(node),
        max=maximum,
        tags=words(node.get("tags")),
        valid_from=day(valid.get("from")) if valid else None,
        valid_to=day(valid.get("to")) if valid else None,
        by_article=_text(node, "date_of") == "article",
        adjust=adjust,
        exempt=exempt,
        stance={kind: whole(value) or 0 for kind, value in _entries(node, "stance").items()},
        suppress_if=suppress,
        review_if=doubts,
        false_positives=words(node.get("false_positives")),
        gaps=words(node.get("gaps")),
        triage=words(node.get("triage")),
        description=_text(node, "description"),
        languages=words(node.get("languages")),
        related=tuple((_text(one, "type"), _text(one, "rule")) for one in _list(node, "related")),
        source=node,
    )


def _bound(node: Node, name: str) -> int | None:
    """A number under `score`."""
    score = node.get("score")
    return whole(score.get(name)) if score is not None else None


def _check_defines(own: Mapping[str, Node], compiler: Compiler) -> None:
    """A definition is used, and hides no concept."""
    for name, value in own.items():
        if name in compiler.features.concepts:
            message = f'"{name}" is also the name of a concept; choose another name'
            compiler.errors.append(value.key_error(message, code="define-shadows"))
        if name not in compiler.used:
            message = f'"{name}" is defined and not used; use it or remove it'
            compiler.errors.append(value.key_error(message, code="unused-define"))


def _shared(node: Node, around: Surroundings, errors: list[RuleError]) -> dict[str, Node]:
    """The definitions of the shared files that a rule uses."""
    out: dict[str, Node] = {}
    for name in _list(node, "use"):
        file = around.shared.get(name.text())
        if file is None:
            remedy = did_you_mean(name.text(), around.shared) or "; write it as a `schema: define/1` file"
            message = f'shared definitions "{name.text()}" do not exist{remedy}'
            errors.append(name.error(message, code="unknown-use"))
        else:
            out.update(_entries(file, "define"))
    return out


def _params(node: Node) -> dict[str, tuple[ParamValue, ...]]:
    """Dated thresholds, by first day."""
    out: dict[str, tuple[ParamValue, ...]] = {}
    for name, rows in _entries(node, "params").items():
        values = [(day(row.get("from")), number(row.get("value"))) for row in rows.elements()]
        sound = [ParamValue(since, value) for since, value in values if since is not None and value is not None]
        out[name] = tuple(sorted(sound, key=lambda one: one.from_))
    return out


def _finding(node: Node, compiler: Compiler) -> Finding:
    """One finding."""
    part = compiler.part(node)
    reason = node.get("reason")
    if reason is not None:
        _check_slots(reason, part, compiler.errors)
    if not part.needs:
        message = "finding without a word that must stand: it would be looked for in every article; add a concept"
        compiler.errors.append(node.error(message, code="no-key"))
    operator = part.operator
    bound = not isinstance(operator, Near) or (operator.within == "sentence" and operator.sentences is None)
    return Finding(
        _text(node, "id"),
        part,
        whole(node.get("points")) or 0,
        _text(node, "reason"),
        words(node.get("law")),
        whole(node.get("max")),
        bound,
    )


def _adjustment(node: Node, compiler: Compiler) -> Adjustment:
    """One adjustment."""
    said_by = _text(node, "said_by")
    part = None if said_by else compiler.part(node)
    reason = _text(node, "reason") or (f"said by {said_by} sources" if said_by else _text(node, "id").replace("-", " "))
    if (at := node.get("reason")) is not None and part is not None:
        _check_slots(at, part, compiler.errors)
    absent = _text(node, "absent") == "true"
    points = whole(node.get("points")) or 0
    return Adjustment(_text(node, "id"), points, reason, part, said_by, _scope(node), absent, _text(node, "group"))


def _exemption(node: Node, compiler: Compiler) -> Exemption:
    """One legal exemption."""
    pattern = node.get("term_re")
    if pattern is not None:
        stand_in = {"re": pattern, **{key: value for key, value in node.items() if key in ("mask", "without")}}
        part = compiler.part(Node(stand_in, node.path, node.line, node.col))
    else:
        part = compiler.part(node)
    return Exemption(_text(node, "id"), part, whole(node.get("points")) or 0, _text(node, "note"), _scope(node))


def _scope(node: Node) -> Scope:
    """Where something is looked for."""
    return cast(Scope, _text(node, "scope") or "sentence")


def part_labels(part: Part) -> set[str]:
    """Every name that a reason can be filled with."""
    out = {part.label} - {""}
    if isinstance(part.operator, AnyOf | Near):
        for inner in part.operator.parts:
            out |= part_labels(inner)
    return out


def _check_slots(reason: Node, part: Part, errors: list[RuleError]) -> None:
    """Each {slot} of a reason names a part."""
    known = part_labels(part) | {"value"}
    for slot in _SLOT.findall(reason.text()):
        if slot not in known:
            remedy = did_you_mean(slot, known) or f"; known here: {', '.join(sorted(known))}"
            errors.append(reason.error(f"reason slot {{{slot}}} is bound to nothing{remedy}", code="unbound-slot"))


def _check_ids(node: Node, errors: list[RuleError]) -> None:
    """Ids of findings, adjustments and exemptions differ."""
    reserved = {"prior": 0, "corroboration": 0, "exempt": 0}
    seen: dict[str, int] = dict(reserved)
    for section in ("find", "adjust", "exempt"):
        for one in _list(node, section):
            name = _text(one, "id")
            if name in seen or name.startswith("stance-"):
                where = f"used in line {seen[name]}" if seen.get(name) else "kept for the engine"
                at = one.get("id") or one
                errors.append(at.error(f'id "{name}" is already {where}; choose another', code="duplicate-id"))
            elif name:
                seen[name] = one.line


def _check_law(node: Node, around: Surroundings, errors: list[RuleError]) -> None:
    """Every cited measure exists, and a finding cites those of its rule."""
    for one in _list(node, "law"):
        if one.text() not in around.measures:
            remedy = did_you_mean(one.text(), around.measures) or "; add it to a file in rules/measures/"
            errors.append(one.error(f'measure "{one.text()}" does not exist{remedy}', code="unknown-measure"))
    cited = words(node.get("law"))
    for one in (row for finding in _list(node, "find") for row in _list(finding, "law")):
        if one.text() not in cited:
            message = f"measure \"{one.text()}\" is not one of the rule's; add it to the rule's law"
            errors.append(one.error(message, code="law-not-cited"))


def _check_thresholds(node: Node, bounds: tuple[int | None, ...], errors: list[RuleError]) -> None:
    """review stands below alert."""
    prior, review, alert = bounds
    score = node.get("score")
    if score is None or prior is None or review is None or alert is None:
        return
    if review >= alert:
        errors.append(score.error(f"review {review} must be below alert {alert}", code="thresholds"))
    if prior >= review:
        message = f"prior {prior} must be below review {review}, or every article would be reviewed"
        errors.append(score.error(message, code="thresholds"))


def _check_engine(node: Node, errors: list[RuleError]) -> None:
    """The rule asks for no newer engine than this one."""
    wanted = node.get("min_engine")
    if wanted is not None and _numbered(wanted.text()) > _numbered(ENGINE_VERSION):
        message = f"needs engine {wanted.text()}, this is {ENGINE_VERSION}; update flagstaff or use an older rule"
        errors.append(wanted.error(message, code="min-engine"))


def _numbered(version: str) -> tuple[int, ...]:
    """A version for comparison."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _text(node: Node, key: str) -> str:
    """A key's words, empty where there are none."""
    found = node.get(key)
    return found.text() if found is not None else ""


def _list(node: Node, key: str) -> list[Node]:
    """A key's elements."""
    found = node.get(key)
    return found.elements() if found is not None else []


def _entries(node: Node, key: str) -> dict[str, Node]:
    """A key's entries."""
    found = node.get(key)
    return dict(found.items()) if found is not None else {}
