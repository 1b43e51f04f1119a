"""What should an author mend, beyond what stops a set? Every finding at file:line:col with its code and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from service.errors import RuleError, RuleErrors
from service.model.law import NOT_VERIFIED
from service.ruleset.lint_finding import LintFinding, Severity, finding_at, listed
from service.ruleset.lint_words import lint_words
from service.ruleset.load import load_rules
from service.ruleset.lock import lock_faults
from service.ruleset.rule import Rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.source import Node
from service.ruleset.stance import DEFAULT_POINTS

MEASURES = "measures"
"""The folder that makes a folder of rules a set that stands by itself."""
LONGEST_TITLE = 120
FEWEST_EXAMPLES = 10
_READ_OTHERWISE = frozenset({"yes", "no", "on", "off", "y", "n"})
"""Plain words that older YAML readers take for true or false."""


def lint_folders(
    folders: Sequence[Path], *, today: date, lock: Mapping[str, Mapping[str, str]] | None = None
) -> list[LintFinding]:
    """Everything to mend in some folders; the mistakes that stop the set come alone."""
    if folders and (around := set_around(folders[0])) is not None:
        message = f"a part of the rule set {around}, which has its words and its law; lint that folder"
        return [LintFinding("error", "part-of-a-set", message, str(folders[0]), 1, 1)]
    try:
        rules = load_rules(folders, drafts=True)
    except RuleErrors as errors:
        return [_finding(error, "error") for error in errors.errors]
    return lint(rules, today=today, lock=lock)


def set_around(place: Path) -> Path | None:
    """The rule set that a folder or a file is only a part of; None where it has measures of its own, or nobody has."""
    if (place / MEASURES).is_dir():
        return None
    return next((folder for folder in place.resolve().parents[:2] if (folder / MEASURES).is_dir()), None)


def lint(rules: RuleSet, *, today: date, lock: Mapping[str, Mapping[str, str]] | None = None) -> list[LintFinding]:
    """Everything to mend in a set that loads, in file order, without what its files silence."""
    found: list[LintFinding] = [_finding(error, "warning") for error in rules.warnings]
    for rule in (*rules.rules, *rules.idle):
        if rule.source is not None:
            found += _of_rule(rule, rule.source, rules)
    found += _of_measures(rules, today)
    found += lint_words(rules)
    found += _of_texts(rules)
    if lock is not None:
        found += [_finding(error, "error") for error in lock_faults(rules, lock)]
    silenced = {(node.path, code.text()) for node in rules.sources for code in listed(node, "lint", "ignore")}
    kept = {str(one): one for one in found if (one.path, one.code) not in silenced}
    return sorted(kept.values(), key=lambda one: (one.path, one.line, one.col, one.code))


def _finding(error: RuleError, severity: Severity) -> LintFinding:
    """A mistake as a finding."""
    return LintFinding(severity, error.code or "schema", error.message, error.path, error.line, error.col)


def _of_rule(rule: Rule, node: Node, rules: RuleSet) -> Iterator[LintFinding]:
    """One rule's findings."""
    if len(rule.title) > LONGEST_TITLE:
        at = node.get("title") or node
        yield finding_at(at, "warning", "long-title", f"{len(rule.title)} letters; a title has at most {LONGEST_TITLE}")
    for tag in listed(node, "tags"):
        code = tag.text().removeprefix("measure.")
        if code != tag.text() and code not in rules.codes:
            yield finding_at(
                tag, "error", "unknown-code", f'"{code}" is not in measures/codes.yaml; add it or mend the tag'
            )
    if not rule.codes:
        yield finding_at(
            node, "warning", "no-code", "no tag measure.<code>: evaluation cannot count this rule; add one"
        )
    yield from _of_score(rule, node)
    yield from _of_examples(node)
    for one in listed(node, "law"):
        measure = rules.measures.get(one.text())
        if measure is None or (measure.reading and (measure.reading.kind != "secondary" or rule.status != "stable")):
            continue
        severity: Severity = "error" if rule.status == "stable" else "note"
        what = "paragraph number read in a secondary source only" if measure.reading else NOT_VERIFIED
        message = f"{measure.id}: {what}; read the adopted text and fill in `verified`"
        yield finding_at(one, severity, "not-verified", message)
    yield from _of_related(rule, node, rules)
    for section in ("gaps", "false_positives", "triage"):
        if not listed(node, section):
            yield finding_at(
                node, "note", f"no-{section.replace('_', '-')}", f"`{section}` is empty; say what is known"
            )


def _of_related(rule: Rule, node: Node, rules: RuleSet) -> Iterator[LintFinding]:
    """Rules beside this one exist; a deprecated one names its heir."""
    for one in listed(node, "related"):
        other = one.get("rule")
        if other is not None and rules.rule(other.text()) is None:
            yield finding_at(other, "error", "unknown-rule", f'rule "{other.text()}" does not exist; mend or remove it')
    if rule.status == "deprecated" and not any(kind == "replaced-by" for kind, _ in rule.related):
        message = "a deprecated rule names its heir: related: [{type: replaced-by, rule: ...}]"
        yield finding_at(node.get("status") or node, "warning", "no-heir", message)


def _of_score(rule: Rule, node: Node) -> Iterator[LintFinding]:
    """Whether the bands can be reached, and not too easily."""
    score = node.get("score") or node
    groups: dict[str, int] = {}
    for one in rule.adjust:
        groups[one.group or one.id] = max(groups.get(one.group or one.id, 0), one.points)
    best = max((finding.points for finding in rule.find), default=0)
    violation = max(rule.stance.get("violation", DEFAULT_POINTS["violation"]), 0)
    most = rule.prior + best + sum(groups.values()) + violation + 4
    if most < rule.alert:
        message = f"alert {rule.alert} cannot be reached: everything together gives {most}; raise points or lower it"
        yield finding_at(score, "error", "alert-unreachable", message)
    for finding, at in zip(rule.find, listed(node, "find"), strict=False):
        if rule.prior + finding.points >= rule.alert + 10:
            message = f"{finding.id} alone stands 10 points above alert: no hedge or doubt can bring it down; lower it"
            yield finding_at(at.get("points") or at, "warning", "finding-alone", message)


def _of_examples(node: Node) -> Iterator[LintFinding]:
    """Whether the examples cover what rules get wrong."""
    examples = node.get("examples") or node
    kinds = {one.text() for section in ("match", "no_match") for row in listed(examples, section)
             if (one := row.get("kind")) is not None}  # fmt: skip
    for kind, what in (
        ("norm", "a sentence that only states the rule"),
        ("other-nationality", "the same conduct by others"),
        ("denied", "a denial, with `band: review`"),
    ):
        if kind not in kinds:
            yield finding_at(examples, "warning", f"no-{kind}-example", f"no example of kind {kind}: add {what}")
    for section in ("match", "no_match"):
        if (count := len(listed(examples, section))) < FEWEST_EXAMPLES:
            message = f"{count} examples under {section}; {FEWEST_EXAMPLES} are asked for"
            yield finding_at(examples.get(section) or examples, "warning", "few-examples", message)


def _of_measures(rules: RuleSet, today: date) -> Iterator[LintFinding]:
    """Measures that have ended, or whose renewal has not been seen."""
    cited = {one for rule in rules.rules for one in rule.law}
    for measure in rules.measures.values():
        if measure.at is None:
            continue
        if measure.id not in cited and not measure.at.get("background"):
            message = f"{measure.id} is cited by no rule; cite it, or say why under `background`"
            yield finding_at(measure.at, "note", "uncited-measure", message)
        if measure.renewed_until is not None and measure.renewed_until < today and measure.to is None:
            message = f"{measure.id}: the last renewal seen ended on {measure.renewed_until}; look up a later one"
            yield finding_at(measure.at, "warning", "renewal-passed", message)
        if measure.review_by is not None and measure.review_by < today and measure.to is None:
            message = f"{measure.id}: to be looked up again since {measure.review_by}; mend the row and its `review_by`"
            yield finding_at(measure.at, "warning", "review-passed", message)
        if measure.to is not None and measure.to < today and measure.id in cited:
            message = f"{measure.id} ended on {measure.to}; it counts for older events only"
            yield finding_at(measure.at, "note", "measure-ended", message)


def _of_texts(rules: RuleSet) -> Iterator[LintFinding]:
    """Examples that contradict each other, and plain words that other YAML readers take for something else."""
    wanted: dict[str, tuple[str, Node]] = {}
    for rule in rules.rules:
        if rule.source is None:
            continue
        for row in listed(rule.source, "examples", "match"):
            if (text := row.get("text")) is not None:
                wanted[text.text() + "|" + ",".join(rule.codes)] = (rule.id, row)
    for rule in rules.rules:
        for row in listed(rule.source, "examples", "no_match") if rule.source is not None else ():
            text = row.get("text")
            other = wanted.get(text.text() + "|" + ",".join(rule.codes)) if text is not None else None
            if other is not None:
                message = f"the same text is under `match` in {other[0]} ({other[1].path}:{other[1].line})"
                yield finding_at(row, "warning", "contradicting-examples", message)
    for file in rules.sources:
        yield from _walk(file, _implicit)


def _walk(node: Node, look: Callable[[Node], Iterator[LintFinding]]) -> Iterator[LintFinding]:
    """Every scalar of a file."""
    if isinstance(node.value, dict):
        for value in node.value.values():
            yield from _walk(value, look)
    elif isinstance(node.value, list):
        for element in node.value:
            yield from _walk(element, look)
    else:
        yield from look(node)


def _implicit(node: Node) -> Iterator[LintFinding]:
    """A plain word that older YAML readers take for true or false."""
    if node.plain and node.text().lower() in _READ_OTHERWISE:
        message = f"{node.text()} is text here, but true or false to other YAML readers: put it in quotes"
        yield finding_at(node, "note", "yaml-implicit", message)
