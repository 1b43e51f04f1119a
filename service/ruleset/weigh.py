"""What is one finding worth? Its points and band: stance, adjustments and exemptions around it, no words yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from service.model.screening import Band
from service.ruleset.events import Event, event_of
from service.ruleset.measures import Measure, in_force, owed
from service.ruleset.near import Found
from service.ruleset.rule import Adjustment, AmountIs, Exemption, Finding, Param, Part, Rule
from service.ruleset.scene import Scene, nearest
from service.ruleset.stance import DEFAULT_POINTS, Cue, cues_across, decide, speaker_of, speaker_span
from service.ruleset.vocabulary import Range

NOT_BINDING = (
    "the measures in force on that day ask for it, or leave time for it, and do not forbid it yet: at most a review"
)


class Located(NamedTuple):
    """A finding in the article: which one, where, and in which window."""

    finding: Finding
    found: Found
    window: Range

    def law(self, rule: Rule) -> tuple[str, ...]:
        """The measures that it breaches: the finding's own, else all of the rule's."""
        return self.finding.law or rule.law


class Held(NamedTuple):
    """An adjustment that holds, and the place that makes it; None where it holds because nothing is found."""

    adjust: Adjustment
    place: Found | None


class Excepted(NamedTuple):
    """An exemption that the text speaks of, and where."""

    exempt: Exemption
    place: Found


class Weighed(NamedTuple):
    """A located finding with all that counts for and against it, without corroboration."""

    at: Located
    points: int
    over: int
    """Points above the `max` of the rule or the finding, already taken off."""
    band: Band
    cues: tuple[Cue, ...]
    held: tuple[Held, ...]
    """All that hold; `counted` are those whose points count."""
    exempted: tuple[Excepted, ...]
    event: Event
    notes: tuple[str, ...]
    said_by: str

    @property
    def counted(self) -> tuple[Held, ...]:
        """Of each group of adjustments only the strongest."""
        return strongest_of_groups(self.held)

    @property
    def concrete(self) -> bool:
        """Whether the text tells of conduct that happened: no plan, denial or history."""
        return all(cue.kind in ("violation", "hedged") for cue in self.cues)


def weigh(scene: Scene, rule: Rule, at: Located) -> Weighed:
    """All that speaks for and against one located finding."""
    sentence = scene.unit("sentence", at.found.start)
    window = (min(sentence[0], at.window[0]), max(sentence[1], at.window[1]))
    if at.finding.sentence_bound:
        window = sentence
    event = event_of(scene.document, () if rule.by_article else scene.dates(sentence), at.found)
    cues = decide(cues_across(scene, window, at.found), at.found)
    said_by = speaker_of(scene, window)
    held = tuple(_adjustments(scene, rule, at, (window, said_by, event.last)))
    exempted = tuple(_exemptions(scene, rule, window))
    points = rule.prior + at.finding.points + sum(stance_points(rule, cue.kind) for cue in cues)
    points += sum(one.adjust.points for one in strongest_of_groups(held)) + sum(one.exempt.points for one in exempted)
    bounds = [most for most in (rule.max, at.finding.max) if most is not None]
    over = max(points - min(bounds), 0) if bounds else 0
    law = tuple(scene.rules.measures[one] for one in at.law(rule) if one in scene.rules.measures)
    band, notes = _band(rule, points - over, (cues, event, law))
    return Weighed(at, points - over, over, band, cues, held, exempted, event, notes, said_by)


def stance_points(rule: Rule, kind: str) -> int:
    """Points of a stance: the rule's own, else the default."""
    return rule.stance.get(kind, DEFAULT_POINTS[kind])


def _adjustments(scene: Scene, rule: Rule, at: Located, around: tuple[Range, str, date | None]) -> Iterator[Held]:
    """The adjustments that hold."""
    window, said_by, on = around
    for adjust in rule.adjust:
        if adjust.part is None:
            if adjust.said_by == said_by:
                yield Held(adjust, Found(*(speaker_span(scene, window, said_by) or window)))
            continue
        where = _scope(scene, adjust.scope, window, at)
        found = _found(scene, adjust.part, where, on)
        if adjust.absent is not bool(found) and (where[0] < where[1]):  # an article without a headline lacks nothing
            yield Held(adjust, nearest(found, at.found.start) if found else None)


def _found(scene: Scene, part: Part, window: Range, on: date | None) -> list[Found]:
    """What an adjustment's part finds; amounts are compared with the thresholds of the event's day."""
    operator = part.operator
    if isinstance(operator, AmountIs) and (isinstance(operator.low, Param) or isinstance(operator.high, Param)):
        return scene.amounts(operator, window, on)
    return scene.find(part, window)


def strongest_of_groups(held: tuple[Held, ...]) -> tuple[Held, ...]:
    """Adjustments without a group, and the strongest of each group (the first of equals)."""
    best: dict[str, Held] = {}
    for one in held:
        group = one.adjust.group
        if group and (group not in best or abs(one.adjust.points) > abs(best[group].adjust.points)):
            best[group] = one
    return tuple(one for one in held if not one.adjust.group or one is best[one.adjust.group]) if best else held


def _scope(scene: Scene, scope: str, window: Range, at: Located) -> Range:
    """The window of an adjustment."""
    if scope == "sentence":
        return window
    if scope == "paragraph":
        start, end = scene.unit("paragraph", at.found.start)
        return min(start, window[0]), max(end, window[1])
    return (0, scene.document.title_end) if scope == "headline" else scene.whole


def _exemptions(scene: Scene, rule: Rule, window: Range) -> Iterator[Excepted]:
    """The legal exemptions that the text speaks of."""
    for exempt in rule.exempt:
        if found := scene.find(exempt.part, _exempt_window(scene, exempt, window)):
            yield Excepted(exempt, found[0])


def _exempt_window(scene: Scene, exempt: Exemption, window: Range) -> Range:
    """Where an exemption is looked for."""
    if exempt.scope == "sentence":
        return window
    if exempt.scope == "headline":
        return (0, scene.document.title_end)
    return scene.unit("paragraph", window[0]) if exempt.scope == "paragraph" else scene.whole


def _band(
    rule: Rule, points: int, told: tuple[tuple[Cue, ...], Event, tuple[Measure, ...]]
) -> tuple[Band, tuple[str, ...]]:
    """The band of a finding, and why it is not what the points alone would give."""
    cues, event, law = told
    band = band_of(rule, points)
    kinds = {cue.kind for cue in cues}
    if "norm" in kinds:
        return "none", ("the sentence states the rule and is no finding",)
    if (why := _before_the_law(rule, event, law)) is not None:
        return "none", (why,)
    if "denied" in kinds:
        without = points - sum(stance_points(rule, kind) for kind in kinds)
        if band == "alert":
            return "review", ("a denial of concrete conduct is never an alert by itself",)
        if band == "none" and band_of(rule, without) != "none":
            return "review", ("a denial of concrete conduct is never cleared without a person",)
    if band == "alert" and kinds & {"planned", "hypothetical"}:
        return "review", ("conduct that is only planned or possible is never an alert by itself",)
    if band == "alert" and "habit" in kinds:
        return "review", ("what somebody is known to do, without an event, is never an alert by itself",)
    if event.last is None and band == "alert":
        return "review", ("the article's date is unknown, so no law can be said to be in force: at most a review",)
    if band == "alert" and law and not any(owed(one, event.last) for one in law):
        return "review", (NOT_BINDING,)
    return band, ()


def band_of(rule: Rule, points: int) -> Band:
    """The band that points alone give."""
    return "alert" if points >= rule.alert else "review" if points >= rule.review else "none"


def _before_the_law(rule: Rule, event: Event, law: tuple[Measure, ...]) -> str | None:
    """Why the event's day lies outside the rule's law, None if it does not."""
    if event.last is None or event.first is None:
        return None
    day = event.last.isoformat()
    if rule.valid_from is not None and event.last < rule.valid_from:
        return f"the event ({day}) lies before {rule.valid_from.isoformat()}, when the conduct was not yet forbidden"
    if rule.valid_to is not None and event.first > rule.valid_to:
        return f"the event ({day}) lies after {rule.valid_to.isoformat()}, when the conduct was no longer forbidden"
    if law and all(in_force(measure, event.last) == "no" for measure in law):
        return f"none of the rule's measures was in force on {day}"
    return None
