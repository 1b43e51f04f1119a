"""What should an author mend, beyond what stops a set? Every finding at file:line:col with its code and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from service.errors import RuleError, RuleErrors
from service.model.law import NOT_VERIFIED
from service.ruleset.load import load_rules
from service.ruleset.lock import lock_faults
from service.ruleset.rule import Rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.source import Node
from service.ruleset.stance import DEFAULT_POINTS

Severity = Literal["error", "warning", "note"]

LONGEST_TITLE = 120
FEWEST_EXAMPLES = 10
_COMMON = """
the and for with from that this have has had was were are been will would can could may might must shall
should not new old man men one two day year time way said says say people work world life part place case week
company number group problem fact first last long great other small large next early public same able also
back after use make get good know take see come think look want give find tell ask seem feel try leave call
"""
COMMON_WORDS = frozenset(_COMMON.split())
"""Words that stand in every article: a phrase of one of them selects nothing."""
_JOINED = frozenset({"ko", "ja", "zh"})
SHORT_LATIN = 4
"""Most letters of a Latin word that Korean, Japanese or Chinese text may hold inside another word."""
_READ_OTHERWISE = frozenset({"yes", "no", "on", "off", "y", "n"})
"""Plain words that older YAML readers take for true or false."""


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing to mend."""

    severity: Severity
    code: str
    message: str
    path: str
    line: int
    col: int

    def __str__(self) -> str:
        """`path:line:col: severity code: message`."""
        return f"{self.path}:{self.line}:{self.col}: {self.severity} {self.code}: {self.message}"

    def as_dict(self) -> dict[str, object]:
        """The finding as JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def lint_folders(
    folders: Sequence[Path], *, today: date, lock: Mapping[str, Mapping[str, str]] | None = None
) -> list[LintFinding]:
    """Everything to mend in some folders; the mistakes that stop the set come alone."""
    try:
        rules = load_rules(folders, drafts=True)
    except RuleErrors as errors:
        return [_finding(error, "error") for error in errors.errors]
    return lint(rules, today=today, lock=lock)


def lint(rules: RuleSet, *, today: date, lock: Mapping[str, Mapping[str, str]] | None = None) -> list[LintFinding]:
    """Everything to mend in a set that loads, in file order, without what its files silence."""
    found: list[LintFinding] = [_finding(error, "warning") for error in rules.warnings]
    for rule in (*rules.rules, *rules.idle):
        if rule.source is not None:
            found += _of_rule(rule, rule.source, rules)
    found += _of_measures(rules, today)
    found += _of_words(rules)
    found += _of_texts(rules)
    if lock is not None:
        found += [_finding(error, "error") for error in lock_faults(rules, lock)]
    silenced = {(node.path, code.text()) for node in rules.sources for code in _listed(node, "lint", "ignore")}
    kept = {str(one): one for one in found if (one.path, one.code) not in silenced}
    return sorted(kept.values(), key=lambda one: (one.path, one.line, one.col, one.code))


def _finding(error: RuleError, severity: Severity) -> LintFinding:
    """A mistake as a finding."""
    return LintFinding(severity, error.code or "schema", error.message, error.path, error.line, error.col)


def _at(node: Node, severity: Severity, code: str, message: str) -> LintFinding:
    """A finding at a value."""
    return LintFinding(severity, code, message, node.path, node.line, node.col)


def _listed(node: Node, *keys: str) -> list[Node]:
    """The elements under a path of keys."""
    found: Node | None = node
    for key in keys:
        found = found.get(key) if found is not None else None
    return found.elements() if found is not None else []


def _of_rule(rule: Rule, node: Node, rules: RuleSet) -> Iterator[LintFinding]:
    """One rule's findings."""
    if len(rule.title) > LONGEST_TITLE:
        at = node.get("title") or node
        yield _at(at, "warning", "long-title", f"{len(rule.title)} letters; a title has at most {LONGEST_TITLE}")
    for tag in _listed(node, "tags"):
        code = tag.text().removeprefix("measure.")
        if code != tag.text() and code not in rules.codes:
            yield _at(tag, "error", "unknown-code", f'"{code}" is not in measures/codes.yaml; add it or mend the tag')
    if not rule.codes:
        yield _at(node, "warning", "no-code", "no tag measure.<code>: evaluation cannot count this rule; add one")
    yield from _of_score(rule, node)
    yield from _of_examples(node)
    for one in _listed(node, "law"):
        measure = rules.measures.get(one.text())
        if measure is None or (measure.reading and (measure.reading.kind != "secondary" or rule.status != "stable")):
            continue
        severity: Severity = "error" if rule.status == "stable" else "note"
        what = "paragraph number read in a secondary source only" if measure.reading else NOT_VERIFIED
        message = f"{measure.id}: {what}; read the adopted text and fill in `verified`"
        yield _at(one, severity, "not-verified", message)
    yield from _of_related(rule, node, rules)
    for section in ("gaps", "false_positives", "triage"):
        if not _listed(node, section):
            yield _at(node, "note", f"no-{section.replace('_', '-')}", f"`{section}` is empty; say what is known")


def _of_related(rule: Rule, node: Node, rules: RuleSet) -> Iterator[LintFinding]:
    """Rules beside this one exist; a deprecated one names its heir."""
    for one in _listed(node, "related"):
        other = one.get("rule")
        if other is not None and rules.rule(other.text()) is None:
            yield _at(other, "error", "unknown-rule", f'rule "{other.text()}" does not exist; mend or remove it')
    if rule.status == "deprecated" and not any(kind == "replaced-by" for kind, _ in rule.related):
        message = "a deprecated rule names its heir: related: [{type: replaced-by, rule: ...}]"
        yield _at(node.get("status") or node, "warning", "no-heir", message)


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
        yield _at(score, "error", "alert-unreachable", message)
    for finding, at in zip(rule.find, _listed(node, "find"), strict=False):
        if rule.prior + finding.points >= rule.alert + 10:
            message = f"{finding.id} alone stands 10 points above alert: no hedge or doubt can bring it down; lower it"
            yield _at(at.get("points") or at, "warning", "finding-alone", message)


def _of_examples(node: Node) -> Iterator[LintFinding]:
    """Whether the examples cover what rules get wrong."""
    examples = node.get("examples") or node
    kinds = {one.text() for section in ("match", "no_match") for row in _listed(examples, section)
             if (one := row.get("kind")) is not None}  # fmt: skip
    for kind, what in (
        ("norm", "a sentence that only states the rule"),
        ("other-nationality", "the same conduct by others"),
        ("denied", "a denial, with `band: review`"),
    ):
        if kind not in kinds:
            yield _at(examples, "warning", f"no-{kind}-example", f"no example of kind {kind}: add {what}")
    for section in ("match", "no_match"):
        if (count := len(_listed(examples, section))) < FEWEST_EXAMPLES:
            message = f"{count} examples under {section}; {FEWEST_EXAMPLES} are asked for"
            yield _at(examples.get(section) or examples, "warning", "few-examples", message)


def _of_measures(rules: RuleSet, today: date) -> Iterator[LintFinding]:
    """Measures that have ended, or whose renewal has not been seen."""
    cited = {one for rule in rules.rules for one in rule.law}
    for measure in rules.measures.values():
        if measure.at is None:
            continue
        if measure.id not in cited and not measure.at.get("background"):
            message = f"{measure.id} is cited by no rule; cite it, or say why under `background`"
            yield _at(measure.at, "note", "uncited-measure", message)
        if measure.renewed_until is not None and measure.renewed_until < today and measure.to is None:
            message = f"{measure.id}: the last renewal seen ended on {measure.renewed_until}; look up a later one"
            yield _at(measure.at, "warning", "renewal-passed", message)
        if measure.review_by is not None and measure.review_by < today and measure.to is None:
            message = f"{measure.id}: to be looked up again since {measure.review_by}; mend the row and its `review_by`"
            yield _at(measure.at, "warning", "review-passed", message)
        if measure.to is not None and measure.to < today and measure.id in cited:
            message = f"{measure.id} ended on {measure.to}; it counts for older events only"
            yield _at(measure.at, "note", "measure-ended", message)


def _of_words(rules: RuleSet) -> Iterator[LintFinding]:
    """Concepts that nothing uses, and words that select nothing."""
    named: set[str] = set()
    for form in rules.sources:
        _names(form, named)
    for file in rules.sources:
        concepts = file.get("concepts")
        for name, node in concepts.items() if concepts is not None else ():
            if name not in named:
                yield _at(node, "note", "unused-concept", f'concept "{name}" is used by no rule')
            yield from _latin_among(node)
            for element in _phrases(node):
                text = element.text().strip()
                if text.lower() in COMMON_WORDS:
                    message = f'"{text}" stands in every article; write a longer phrase'
                    yield _at(element, "warning", "common-word", message)
                elif len(text) < 3 and text.isascii():
                    message = f'"{text}" has fewer than three letters; use `cased`, or a longer phrase'
                    yield _at(element, "warning", "short-phrase", message)


def _phrases(node: Node) -> Iterator[Node]:
    """The uncased words of a concept."""
    for language, value in node.items():
        if language not in ("note", "includes"):
            yield from _words_of(value)


def _words_of(value: Node) -> Iterator[Node]:
    """The uncased words of one language."""
    if isinstance(value.value, list):
        yield from value.elements()
    for kind in ("phrases", "nouns", "verbs"):
        yield from _listed(value, kind)


def _latin_among(node: Node) -> Iterator[LintFinding]:
    """Short Latin words under a language that is not parted by spaces, or joins particles to words."""
    for language, value in node.items():
        for element in _words_of(value) if language in _JOINED else ():
            text = element.text().strip()
            if text.isascii() and text.isalpha() and len(text) <= SHORT_LATIN:
                message = f'"{text}" is a short Latin word under {language}: write it under `cased`'
                yield _at(element, "warning", "short-latin", message)


def _names(node: Node, out: set[str]) -> None:
    """Every scalar of a rule, define or concept file: the names it may refer to."""
    if isinstance(node.value, dict):
        for key, value in node.value.items():
            if key not in ("examples", "note", "reason", "title"):
                _names(value, out)
    elif isinstance(node.value, list):
        for element in node.value:
            _names(element, out)
    elif node.value is not None:
        out.add(node.value)


def _of_texts(rules: RuleSet) -> Iterator[LintFinding]:
    """Examples that contradict each other, and plain words that other YAML readers take for something else."""
    wanted: dict[str, tuple[str, Node]] = {}
    for rule in rules.rules:
        if rule.source is None:
            continue
        for row in _listed(rule.source, "examples", "match"):
            if (text := row.get("text")) is not None:
                wanted[text.text() + "|" + ",".join(rule.codes)] = (rule.id, row)
    for rule in rules.rules:
        for row in _listed(rule.source, "examples", "no_match") if rule.source is not None else ():
            text = row.get("text")
            other = wanted.get(text.text() + "|" + ",".join(rule.codes)) if text is not None else None
            if other is not None:
                message = f"the same text is under `match` in {other[0]} ({other[1].path}:{other[1].line})"
                yield _at(row, "warning", "contradicting-examples", message)
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
        yield _at(node, "note", "yaml-implicit", message)
