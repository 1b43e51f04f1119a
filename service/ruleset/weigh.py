"""What is one finding worth? Its points, stance, adjustments and exemptions, each with the place that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from service.model.evidence import Factor, Span, total
from service.model.screening import Band, LawRow, StanceMark
from service.ruleset.events import Event, event_of
from service.ruleset.measures import law_rows
from service.ruleset.near import Found
from service.ruleset.rule import Adjustment, AmountIs, Exemption, Finding, Part, Rule
from service.ruleset.scene import Scene, nearest
from service.ruleset.stance import DEFAULT_POINTS, Cue, cues_of, decide, speaker_of, speaker_span
from service.ruleset.vocabulary import Range

_SLOT = re.compile(r"\{([^{}]*)\}")
_STANCE_REASONS = {
    "violation": "the text itself calls it a breach",
    "denied": "the conduct is denied",
    "norm": "the sentence states the rule, not a breach of it",
    "hypothetical": "the conduct is only possible",
    "planned": "the conduct is only planned",
    "historical": "the conduct lies in the past",
    "hedged": "the text is careful",
}


@dataclass(frozen=True, slots=True)
class Located:
    """A finding in the article: which one, where, and in which window."""

    finding: Finding
    found: Found
    window: Range


@dataclass(frozen=True, slots=True)
class Weighed:
    """A located finding with all its factors, without corroboration."""

    at: Located
    factors: tuple[Factor, ...]
    band: Band
    stance: tuple[StanceMark, ...]
    exemptions: tuple[Factor, ...]
    law: tuple[LawRow, ...]
    event: Event
    notes: tuple[str, ...]
    lacked: tuple[str, ...]
    said_by: str

    @property
    def points(self) -> int:
        """The sum of the factors."""
        return total(self.factors)


def weigh(scene: Scene, rule: Rule, at: Located) -> Weighed:
    """All that speaks for and against one located finding."""
    sentence = scene.unit("sentence", at.found.start)
    window = (min(sentence[0], at.window[0]), max(sentence[1], at.window[1]))
    if at.finding.sentence_bound:
        window = sentence
    event = event_of(scene.document, scene.dates(sentence), at.found)
    cues = decide(cues_of(scene, window, at.found), at.found)
    said_by = speaker_of(scene, window)
    factors = [
        Factor("prior", rule.prior, "how rare this conduct is in the news"),
        Factor(at.finding.id, at.finding.points, fill(scene, at.finding.reason, at.found), (quote(scene, at.found),)),
    ]
    factors += [_stance_factor(scene, rule, cue) for cue in cues]
    adjusted, lacked = _adjustments(scene, rule, at, (window, said_by, params_on(rule, event.last)))
    factors += adjusted
    exemptions = tuple(_exemptions(scene, rule, window))
    factors += exemptions
    if rule.max is not None and (over := total(factors) - rule.max) > 0:
        factors.append(Factor("max", -over, f"the rule gives at most {rule.max} points", (quote(scene, at.found),)))
    law = law_rows(rule.law, scene.rules.measures, event.last)
    marks = tuple(
        StanceMark(cue.kind, _stance_points(rule, cue.kind), scene.document.span(cue.start, cue.end)) for cue in cues
    )
    band, notes = _band(rule, total(factors), cues, event, law)
    return Weighed(at, tuple(factors), band, marks, exemptions, law, event, notes, tuple(lacked), said_by)


def quote(scene: Scene, found: Found) -> Span:
    """The original words of a place."""
    return scene.document.span(found.start, found.end)


def fill(scene: Scene, reason: str, found: Found) -> str:
    """A reason with its slots filled by the words that were found."""
    if "{" not in reason:
        return reason
    places = {label: (start, end) for label, start, end in reversed(found.parts)}

    def words(match: re.Match[str]) -> str:
        """The words behind one slot."""
        if match[1] == "value" and found.value:
            return found.value
        at = places.get(match[1], (found.start, found.end))
        return " ".join(scene.document.span(*at).text.split())

    return _SLOT.sub(words, reason)


def params_on(rule: Rule, on: date | None) -> dict[str, Decimal]:
    """The dated thresholds of a rule as they stood on a day; none for an unknown day."""
    out: dict[str, Decimal] = {}
    for name, values in rule.params.items():
        past = [one for one in values if on is not None and one.from_ <= on]
        if past:
            out[name] = past[-1].value
    return out


def _stance_points(rule: Rule, kind: str) -> int:
    """Points of a stance: the rule's own, else the default."""
    return rule.stance.get(kind, DEFAULT_POINTS[kind])


def _stance_factor(scene: Scene, rule: Rule, cue: Cue) -> Factor:
    """A stance cue as a factor."""
    span = scene.document.span(cue.start, cue.end)
    return Factor(f"stance-{cue.kind}", _stance_points(rule, cue.kind), _STANCE_REASONS[cue.kind], (span,))


def _adjustments(
    scene: Scene, rule: Rule, at: Located, around: tuple[Range, str, dict[str, Decimal]]
) -> tuple[list[Factor], list[str]]:
    """The adjustments that hold, and a sentence for each supporting one that does not."""
    window, said_by, params = around
    out: list[tuple[str, Factor]] = []
    lacked: list[str] = []
    for adjust in rule.adjust:
        if adjust.part is None:
            factor = _by_speaker(scene, adjust, window, said_by)
        else:
            factor = _by_part(scene, adjust, adjust.part, at, _scope(scene, adjust.scope, window, at), params)
        if factor is not None:
            out.append((adjust.group, factor))
        elif adjust.points > 0:
            lacked.append(f"{clause(adjust.reason)}: not in the {adjust.scope} ({adjust.id}, {adjust.points:+d})")
    kept: list[Factor] = []
    for group, factor in out:
        rivals = [other for name, other in out if group and name == group]
        if not group or factor is max(rivals, key=lambda one: abs(one.points)):
            kept.append(factor)
    return kept, lacked


def _scope(scene: Scene, scope: str, window: Range, at: Located) -> Range:
    """The window of an adjustment."""
    if scope == "sentence":
        return window
    if scope == "paragraph":
        start, end = scene.unit("paragraph", at.found.start)
        return min(start, window[0]), max(end, window[1])
    return (0, scene.document.title_end) if scope == "headline" else scene.whole


def clause(reason: str) -> str:
    """A reason without what only an article can fill in."""
    return re.sub(r"\s*\(\{\w+\}\)|\{\w+\}", lambda slot: "" if "(" in slot[0] else "a place or party", reason)


def _by_speaker(scene: Scene, adjust: Adjustment, window: Range, said_by: str) -> Factor | None:
    """An adjustment on who says so."""
    if adjust.said_by != said_by:
        return None
    span = speaker_span(scene, window, said_by) or window
    return Factor(adjust.id, adjust.points, adjust.reason, (scene.document.span(*span),))


def _by_part(
    scene: Scene, adjust: Adjustment, part: Part, at: Located, window: Range, params: dict[str, Decimal]
) -> Factor | None:
    """An adjustment on what stands near the finding; of several places the nearest is quoted."""
    if isinstance(part.operator, AmountIs):
        found = scene.amounts(part.operator, window, params)
    else:
        found = scene.find(part, window)
    if adjust.absent:
        return None if found else Factor(adjust.id, adjust.points, adjust.reason)
    if not found:
        return None
    best = nearest(found, at.found.start)
    return Factor(adjust.id, adjust.points, fill(scene, adjust.reason, best), (quote(scene, best),))


def _exemptions(scene: Scene, rule: Rule, window: Range) -> Iterator[Factor]:
    """The legal exemptions that the text speaks of."""
    for exempt in rule.exempt:
        if found := scene.find(exempt.part, _exempt_window(scene, exempt, window)):
            yield Factor(exempt.id, exempt.points, f"exemption: {exempt.note}", (quote(scene, found[0]),))


def _exempt_window(scene: Scene, exempt: Exemption, window: Range) -> Range:
    """Where an exemption is looked for."""
    if exempt.scope == "sentence":
        return window
    if exempt.scope == "headline":
        return (0, scene.document.title_end)
    return scene.unit("paragraph", window[0]) if exempt.scope == "paragraph" else scene.whole


def _band(
    rule: Rule, points: int, cues: tuple[Cue, ...], event: Event, law: tuple[LawRow, ...]
) -> tuple[Band, tuple[str, ...]]:
    """The band of a finding, and why it is not what the points alone would give."""
    band = band_of(rule, points)
    kinds = {cue.kind for cue in cues}
    if "norm" in kinds:
        return "none", ("the sentence states the rule and is no finding",)
    if (why := _before_the_law(rule, event, law)) is not None:
        return "none", (why,)
    if "denied" in kinds:
        without = points - sum(_stance_points(rule, kind) for kind in kinds)
        if band == "alert":
            return "review", ("a denial of concrete conduct is never an alert by itself",)
        if band == "none" and band_of(rule, without) != "none":
            return "review", ("a denial of concrete conduct is never cleared without a person",)
    if band == "alert" and kinds & {"planned", "hypothetical"}:
        return "review", ("conduct that is only planned or possible is never an alert by itself",)
    if event.last is None and band == "alert":
        return "review", ("the article's date is unknown, so no law can be said to be in force: at most a review",)
    return band, ()


def band_of(rule: Rule, points: int) -> Band:
    """The band that points alone give."""
    return "alert" if points >= rule.alert else "review" if points >= rule.review else "none"


def _before_the_law(rule: Rule, event: Event, law: tuple[LawRow, ...]) -> str | None:
    """Why the event's day lies outside the rule's law, None if it does not."""
    if event.last is None or event.first is None:
        return None
    day = event.last.isoformat()
    if rule.valid_from is not None and event.last < rule.valid_from:
        return f"the event ({day}) lies before {rule.valid_from.isoformat()}, when the conduct was not yet forbidden"
    if rule.valid_to is not None and event.first > rule.valid_to:
        return f"the event ({day}) lies after {rule.valid_to.isoformat()}, when the conduct was no longer forbidden"
    if law and all(row.in_force == "no" for row in law):
        return f"none of the rule's measures was in force on {day}"
    return None
