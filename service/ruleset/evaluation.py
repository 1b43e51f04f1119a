"""How good are the rules on labelled articles? Recall, precision and F1 per rule and band, with Wilson intervals.

A labelled article is a line of JSON: `id, title, text, published, language, labels [{code, expect, quote}]`; `code` is
a measure code (tag `measure.<code>` of a rule), `expect` alert, review or none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

from service.errors import ArticleError
from service.model.article import Article
from service.model.evidence import Span
from service.model.screening import BAND_ORDER, Band, strongest
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.ruleset import RuleSet
from service.ruleset.verdict import Verdict
from service.text.document import read


@dataclass(frozen=True, slots=True)
class Label:
    """What an analyst decided for one measure code."""

    code: str
    expect: Band
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its labels."""

    article: Article
    labels: tuple[Label, ...]

    @property
    def overall(self) -> Band:
        """The strongest label."""
        return strongest([label.expect for label in self.labels])

    @property
    def codes(self) -> frozenset[str]:
        """Codes that an analyst should see."""
        return frozenset(label.code for label in self.labels if label.expect != "none")


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95 % Wilson interval, in thousandths."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Lower and upper bound of the Wilson interval (Wilson 1927), None of nothing."""
        if not self.of:
            return None
        z, n, p = 1.96, self.of, self.hits / self.of
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        """The share in words: `.91 (20 of 22; .72 to .97)`."""
        if self.value is None or self.interval is None:
            return "none to count"
        low, high = self.interval
        return f"{self.value:.2f} ({self.hits} of {self.of}; {low:.2f} to {high:.2f})"

    def as_dict(self) -> dict[str, object]:
        """The share as JSON."""
        bounds = self.interval
        rounded = [round(bound, 4) for bound in bounds] if bounds else None
        return {"hits": self.hits, "of": self.of, "value": self.value, "interval": rounded}


@dataclass(frozen=True, slots=True)
class Score:
    """Recall, precision and F1 of one thing."""

    name: str
    found: int
    missed: int
    false: int

    @property
    def recall(self) -> Share:
        """Found of all that is there."""
        return Share(self.found, self.found + self.missed)

    @property
    def precision(self) -> Share:
        """Right of all that was said."""
        return Share(self.found, self.found + self.false)

    @property
    def f1(self) -> float | None:
        """Harmonic mean, None where nothing is there and nothing was said."""
        total = 2 * self.found + self.missed + self.false
        return 2 * self.found / total if total else None

    def as_dict(self) -> dict[str, object]:
        """The score as JSON."""
        shares = {"recall": self.recall.as_dict(), "precision": self.precision.as_dict()}
        return {"name": self.name, **shares, "f1": self.f1}


@dataclass(frozen=True, slots=True)
class Confusion:
    """An article on which rules and label differ."""

    article: str
    title: str
    expected: Band
    got: Band
    codes: tuple[str, ...]
    """Codes of the labels that count."""
    hits: tuple[str, ...]
    """`rule (band, points)` of what fired."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures on one set of labelled articles."""

    articles: int
    seen: Score
    """Article level: should an analyst see it (alert or review)?"""
    alerts: Share
    """Articles of band alert whose label is alert."""
    measure: Share
    """Of the caught, those with a right measure."""
    evidence: Share
    """Of those with a right measure, those whose evidence overlaps the labelled words."""
    rules: tuple[Score, ...] = ()
    codes: tuple[Score, ...] = ()
    confusion: tuple[Confusion, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """The figures as JSON."""
        rows = [
            {"article": c.article, "title": c.title, "expected": c.expected, "got": c.got, "codes": list(c.codes),
             "hits": list(c.hits)}
            for c in self.confusion
        ]  # fmt: skip
        return {
            "articles": self.articles,
            "seen": self.seen.as_dict(),
            "alert_precision": self.alerts.as_dict(),
            "right_measure": self.measure.as_dict(),
            "evidence_overlap": self.evidence.as_dict(),
            "rules": [score.as_dict() for score in self.rules],
            "codes": [score.as_dict() for score in self.codes],
            "confusion": rows,
        }

    def lines(self) -> Iterator[str]:
        """The figures for a terminal."""
        yield f"{self.articles} articles"
        yield f"seen (alert or review): recall {self.seen.recall}, precision {self.seen.precision}"
        yield f"alert band: precision {self.alerts}"
        yield f"right measure of the caught: {self.measure}"
        yield f"evidence overlaps the label: {self.evidence}"
        for score in (*self.codes, *self.rules):
            yield f"  {score.name}: recall {score.recall}, precision {score.precision}"
        for one in self.confusion:
            hits = "; ".join(one.hits) or "nothing fired"
            yield f"  {one.article}: expected {one.expected} ({', '.join(one.codes) or '-'}), got {one.got}: {hits}"


def load_labelled(file: Path) -> tuple[Labelled, ...]:
    """Read labelled articles; raises ArticleError naming the file or the line."""
    out: list[Labelled] = []
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ArticleError(f"{file}: cannot be read ({error}); name a file of JSON lines in UTF-8") from None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            article = Article(
                row["text"], row.get("title") or "", row.get("id"), row.get("published"), row.get("language")
            )
            labels = tuple(Label(one["code"], one["expect"], one.get("quote") or "") for one in row.get("labels", ()))
        except (ValueError, KeyError, TypeError) as error:
            raise ArticleError(f"{file}:{number}: not a labelled article ({error}); see docs/rules.md") from None
        out.append(Labelled(article, labels))
    return tuple(out)


def judge_article(rules: RuleSet) -> Callable[[Article], Sequence[Verdict]]:
    """Rules alone, without lists."""

    def verdicts(article: Article) -> Sequence[Verdict]:
        """The verdicts on one article."""
        document = read(article)
        return evaluate(document, find_concepts(document, rules), (), rules)

    return verdicts


def measure_rules(
    labelled: Iterable[Labelled], verdicts_of: Callable[[Article], Sequence[Verdict]], rules: RuleSet
) -> Evaluation:
    """Run rules over labelled articles and count."""
    rows = [(one, [v for v in verdicts_of(one.article) if v.fired]) for one in labelled]
    caught = [(one, fired) for one, fired in rows if fired and one.overall != "none"]
    right = [(one, fired) for one, fired in caught if one.codes & _codes(fired)]
    alerts = [one for one, fired in rows if strongest([v.band for v in fired]) == "alert"]
    return Evaluation(
        len(rows),
        _count("seen", ((one.overall != "none", bool(fired)) for one, fired in rows)),
        Share(sum(one.overall == "alert" for one in alerts), len(alerts)),
        Share(len(right), len(caught)),
        Share(sum(_overlaps(one, fired) for one, fired in right), len(right)),
        tuple(_of_rules(rows, rules)),
        tuple(_of_codes(rows, rules)),
        tuple(_confusions(rows)),
    )


def _codes(fired: Iterable[Verdict]) -> frozenset[str]:
    """The measure codes of what fired."""
    return frozenset(code for verdict in fired for code in verdict.rule.codes)


def _count(name: str, pairs: Iterable[tuple[bool, bool]]) -> Score:
    """Found, missed and false of (there, said) pairs."""
    counted = list(pairs)
    return Score(
        name,
        sum(there and said for there, said in counted),
        sum(there and not said for there, said in counted),
        sum(said and not there for there, said in counted),
    )


def _of_rules(rows: Sequence[tuple[Labelled, list[Verdict]]], rules: RuleSet) -> Iterator[Score]:
    """Each rule against the labels of its codes."""
    for rule in rules.rules:
        codes = frozenset(rule.codes)
        pairs = [(bool(one.codes & codes), any(v.rule.id == rule.id for v in fired)) for one, fired in rows]
        if any(there or said for there, said in pairs):
            yield _count(rule.id, pairs)


def _of_codes(rows: Sequence[tuple[Labelled, list[Verdict]]], rules: RuleSet) -> Iterator[Score]:
    """Each measure code: labelled against said by any rule."""
    known = {code for rule in rules.rules for code in rule.codes} | {code for one, _ in rows for code in one.codes}
    for code in sorted(known):
        pairs = [(code in one.codes, code in _codes(fired)) for one, fired in rows]
        if any(there or said for there, said in pairs):
            yield _count(f"code {code}", pairs)


def _overlaps(one: Labelled, fired: Iterable[Verdict]) -> bool:
    """Whether the evidence of a right rule overlaps the words of its label."""
    text = one.article.text
    for label in one.labels:
        start = text.find(label.quote) if label.quote else -1
        if label.expect == "none" or start < 0:
            continue
        words = Span("text", start, start + len(label.quote), label.quote)
        if any(label.code in v.rule.codes and any(span.overlaps(words) for span in v.evidence) for v in fired):
            return True
    return False


def _confusions(rows: Sequence[tuple[Labelled, list[Verdict]]]) -> Iterator[Confusion]:
    """Articles whose band differs, misses first."""
    out = []
    for one, fired in rows:
        got = strongest([verdict.band for verdict in fired])
        wrong = bool(fired) and one.overall != "none" and not one.codes & _codes(fired)
        if got != one.overall or wrong:
            hits = tuple(f"{v.rule.id} ({v.band}, {v.points})" for v in fired)
            shown = Confusion(str(one.article.id), one.article.title, one.overall, got, tuple(sorted(one.codes)), hits)
            out.append((BAND_ORDER[got] - BAND_ORDER[one.overall], shown))
    yield from (shown for _, shown in sorted(out, key=lambda pair: (pair[0], pair[1].article)))
