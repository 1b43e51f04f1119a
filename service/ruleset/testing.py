"""Do the rules do what their examples say? `python -m service.ruleset.testing rules/` runs them all."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring  # nosec B405: written, never read

from service.errors import NotFoundError, RuleErrors
from service.model.article import Article
from service.model.entity import Entity, Name
from service.model.evidence import Span
from service.model.mention import Candidate, Mention
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.load import load_rules
from service.ruleset.rule import Rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.schema import did_you_mean
from service.ruleset.source import Node
from service.ruleset.verdict import Verdict
from service.text.document import read

DEFAULT_DATE = "2026-06-01"
"""Publication date of an example that names none."""
SECTIONS = {"match": "alert", "no_match": "none", "todo_match": "alert", "todo_no_match": "none"}


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example and what came of it. `faults` says what is not as it should be; none means passed."""

    rule: str
    section: str
    number: int
    text: str
    path: str
    line: int
    band: str
    points: int
    finding: str
    faults: tuple[str, ...]

    @property
    def todo(self) -> bool:
        """A known miss or false alarm."""
        return self.section.startswith("todo_")

    @property
    def failed(self) -> bool:
        """A plain example fails when it has faults, a `todo_` one when it has none: it can be promoted."""
        return bool(self.faults) is not self.todo

    def as_dict(self) -> dict[str, object]:
        """The result as JSON."""
        names = ("rule", "section", "number", "text", "path", "line", "band", "points", "finding")
        return {**{name: getattr(self, name) for name in names}, "faults": list(self.faults), "failed": self.failed}


def run_examples(rules: RuleSet, only: Sequence[str] = ()) -> tuple[ExampleResult, ...]:
    """Run the examples of all rules, or of some by their ids or regimes.

    Raises NotFoundError for a name that is neither, ValueError for a set from the cache, which has no examples.
    """
    if rules.rules and not rules.sources:
        raise ValueError("compiled rules stand without their examples: load them from their files")
    return tuple(result for rule in chosen(rules, only) for result in _of_rule(rules, rule))


def chosen(rules: RuleSet, only: Sequence[str]) -> list[Rule]:
    """The rules of some ids or regimes; all where none is named. Raises NotFoundError for a name that is neither."""
    known = {rule.id for rule in rules.rules} | {rule.regime for rule in rules.rules}
    for name in only:
        if name not in known:
            raise NotFoundError(f"no rule or regime {name!r}{did_you_mean(name, known)}")
    return [rule for rule in rules.rules if not only or rule.id in only or rule.regime in only]


def _of_rule(rules: RuleSet, rule: Rule) -> Iterator[ExampleResult]:
    """The results of one rule."""
    for node, place in _examples(rule):
        yield run_example(rules, rule, node, place)


def _examples(rule: Rule) -> Iterator[tuple[Node, tuple[str, int, str]]]:
    """The examples of a rule, each with its section, number and usual band."""
    examples = rule.source.get("examples") if rule.source is not None else None
    for section, band in SECTIONS.items():
        listing = examples.get(section) if examples is not None else None
        for number, node in enumerate(listing.elements() if listing is not None else (), start=1):
            yield node, (section, number, band)


def example_articles(rules: RuleSet) -> Iterator[Article]:
    """The articles of all examples of all rules."""
    for rule in rules.rules:
        for node, _ in _examples(rule):
            yield example_article(node)


def run_example(rules: RuleSet, rule: Rule, node: Node, place: tuple[str, int, str]) -> ExampleResult:
    """Screen one example and compare; `place` is its section, number and usual band."""
    section, number, usual = place
    article = example_article(node)
    document = read(article)
    mentions = tuple(_mentions(node, article))
    verdicts = evaluate(document, find_concepts(document, rules), mentions, rules)
    wanted = _text(node, "rule") or rule.id
    verdict = next((one for one in verdicts if one.rule.id == wanted), None)
    band = verdict.band if verdict is not None else "none"
    faults = list(_faults(node, verdict, _text(node, "band") or usual))
    fired = {one.rule.id for one in verdicts if one.fired}
    faults += [f"{other} did not fire" for other in _texts(node, "also") if other not in fired]
    points = verdict.points if verdict is not None else 0
    finding = verdict.finding if verdict is not None else ""
    shown = article.text if len(article.text) <= 300 else article.text[:297] + "..."
    return ExampleResult(rule.id, section, number, shown, node.path, node.line, band, points, finding, tuple(faults))


def example_article(node: Node) -> Article:
    """The article of an example."""
    inner = node.get("article")
    source = inner if inner is not None else node
    published = None if _text(node, "undated") == "true" else _text(source, "published") or _text(node, "date")
    if published == "":
        published = DEFAULT_DATE
    language = _text(source, "language") or None
    title = _text(source, "title") if inner is not None else ""
    return Article(_text(source, "text"), title, published=published, language=language)


def _mentions(node: Node, article: Article) -> Iterator[Mention]:
    """The listed parties that an example names, as mentions."""
    listing = node.get("parties")
    for party in listing.elements() if listing is not None else ():
        words = _text(party, "text")
        start = article.text.find(words)
        if start < 0:
            continue
        span = Span("text", start, start + len(words), words)
        name = Name(words)
        entity = Entity(
            f"{_text(party, 'list')}-example",
            _text(party, "list"),
            _text(party, "schema") or "Organization",  # type: ignore[arg-type]
            (name,),
            programmes=_texts(party, "programme"),
            topics=_texts(party, "topic") or ("sanction",),
            countries=_texts(party, "country"),
        )
        yield Mention(span, (Candidate(entity, name, 0.99, (), article.text),))


def _faults(node: Node, verdict: Verdict | None, band: str) -> Iterator[str]:
    """What is not as the example asks."""
    got = verdict.band if verdict is not None else "none"
    if got != band:
        yield f"band {got}, expected {band}"
    points = verdict.points if verdict is not None else 0
    low, high = _text(node, "min_points"), _text(node, "max_points")
    if low and (verdict is None or points < int(low)):
        yield f"{points} points, expected at least {low}"
    if high and verdict is not None and points > int(high):
        yield f"{points} points, expected at most {high}"
    if (finding := _text(node, "finding")) and (verdict is None or verdict.finding != finding):
        yield f"finding {verdict.finding if verdict else 'none'}, expected {finding}"
    spans = verdict.evidence if verdict is not None else ()
    if (words := _text(node, "evidence")) and not any(words in span.text for span in spans):
        yield f'no evidence holds "{words}"'
    reasons = [factor.reason for factor in verdict.factors] if verdict is not None else []
    if (words := _text(node, "reason")) and not any(words in reason for reason in reasons):
        yield f'no reason holds "{words}"; got: {"; ".join(reasons)}'
    if asked := _texts(node, "law"):
        rows = sorted(row.id for row in verdict.law if row.in_force == "yes") if verdict is not None else []
        if rows != sorted(asked):
            yield f"law in force: {', '.join(rows) or 'none'}; expected {', '.join(sorted(asked))}"


def _text(node: Node, key: str) -> str:
    """A key's words, empty where there are none."""
    found = node.get(key)
    return found.text() if found is not None else ""


def _texts(node: Node, key: str) -> tuple[str, ...]:
    """A key's list of words."""
    found = node.get(key)
    return tuple(one.text() for one in found.elements()) if found is not None else ()


def lines(results: Sequence[ExampleResult]) -> Iterator[str]:
    """The results for a terminal: every failure with its place, and one line per rule."""
    by_rule: dict[str, list[ExampleResult]] = {}
    for result in results:
        by_rule.setdefault(result.rule, []).append(result)
    for rule, own in by_rule.items():
        failed = [one for one in own if one.failed]
        todo = [one for one in own if one.todo]
        note = f", {len(todo)} known gaps" if todo else ""
        yield f"{'FAIL' if failed else 'ok  '} {rule}: {len(own) - len(failed)} of {len(own)} as expected{note}"
        for one in failed:
            why = "; ".join(one.faults) or "passes now: move it out of todo"
            yield f"     {one.path}:{one.line}: {one.section} {one.number}: {why}"
            yield f"       [{one.points} points, {one.finding or 'no finding'}] {one.text}"


def as_junit(results: Sequence[ExampleResult]) -> str:
    """The results as JUnit XML."""
    suite = Element("testsuite", name="rules", tests=str(len(results)), failures=str(sum(r.failed for r in results)))
    for one in results:
        case = SubElement(suite, "testcase", classname=one.rule, name=f"{one.section} {one.number}")
        case.set("file", one.path)
        case.set("line", str(one.line))
        if one.failed:
            why = "; ".join(one.faults) or "passes now: move it out of todo"
            SubElement(case, "failure", message=why).text = one.text
    return tostring(suite, encoding="unicode")


def as_json(results: Sequence[ExampleResult]) -> str:
    """The results as JSON."""
    rows = [one.as_dict() for one in results]
    return json.dumps({"examples": rows, "failed": sum(one.failed for one in results)}, ensure_ascii=False, indent=1)


def main(arguments: Sequence[str]) -> int:
    """Run the examples of folders: exit code 0 when all are as expected, 1 when not, 2 when the rules do not load."""
    words = [one for one in arguments if not one.startswith("-")]
    folders = [Path(one) for one in words if Path(one).exists()]
    only = [one for one in words if not Path(one).exists()]
    try:
        rules = load_rules(folders or None, drafts=True)
    except RuleErrors as errors:
        for error in errors.errors:
            print(error)
        print(f"{len(errors.errors)} mistakes; nothing was loaded")
        return 2
    results = run_examples(rules, only)
    for line in lines(results):
        print(line)
    failed = sum(result.failed for result in results)
    print(f"{len(results) - failed} of {len(results)} examples as expected, {len(rules.rules)} rules")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
