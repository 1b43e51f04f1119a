"""What does the analyst read of a finding? Factors with sentences and spans, marks of stance, what it lacked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from service.model.evidence import Factor, Span
from service.model.screening import StanceMark
from service.ruleset.near import Found
from service.ruleset.rule import Rule
from service.ruleset.scene import Scene
from service.ruleset.stance import Cue
from service.ruleset.weigh import Held, Located, Weighed, stance_points

_SLOT = re.compile(r"\{([^{}]*)\}")
_UNFILLED = re.compile(r"\s*\(\{\w+\}\)|\{\w+\}")
_STANCE_REASONS = {
    "violation": "the text itself calls it a breach",
    "denied": "the conduct is denied",
    "norm": "the sentence states the rule, not a breach of it",
    "hypothetical": "the conduct is only possible",
    "planned": "the conduct is only planned",
    "historical": "the conduct lies in the past",
    "habit": "a habit is told, no event",
    "hedged": "the text is careful",
}


def factors_of(scene: Scene, rule: Rule, weighed: Weighed) -> tuple[Factor, ...]:
    """The factors of a finding; their points are its points."""
    at = weighed.at
    reason = fill(scene, at.finding.reason, at.found)
    out = [
        Factor("prior", rule.prior, "how rare this conduct is in the news"),
        Factor(at.finding.id, at.finding.points, reason, (quote(scene, at.found),)),
    ]
    out += [_of_stance(scene, rule, cue) for cue in weighed.cues]
    out += [_of_adjustment(scene, held) for held in weighed.counted]
    out += exemptions_of(scene, weighed)
    if weighed.over:
        told = f"such a finding gives at most {weighed.points} points"
        out.append(Factor("max", -weighed.over, told, (quote(scene, at.found),)))
    return tuple(out)


def exemptions_of(scene: Scene, weighed: Weighed) -> tuple[Factor, ...]:
    """The legal exemptions that the text speaks of, with their ground."""
    return tuple(
        Factor(exempt.id, exempt.points, f"exemption: {exempt.note}", (quote(scene, place),))
        for exempt, place in weighed.exempted
    )


def marks_of(scene: Scene, rule: Rule, weighed: Weighed) -> tuple[StanceMark, ...]:
    """How the text stands to the conduct."""
    return tuple(
        StanceMark(cue.kind, stance_points(rule, cue.kind), scene.span(cue.start, cue.end)) for cue in weighed.cues
    )


def not_met(rule: Rule, best: Weighed, located: list[Located]) -> tuple[str, ...]:
    """Findings and supporting adjustments that did not hold, one sentence each."""
    found = {at.finding.id for at in located}
    missing = [
        f"{clause(finding.reason)}: not found ({finding.id})" for finding in rule.find if finding.id not in found
    ]
    return (*missing, *_lacked(rule, best))


def _lacked(rule: Rule, best: Weighed) -> Iterator[str]:
    """Supporting adjustments that did not hold."""
    held = {one.adjust.id for one in best.held}
    for adjust in rule.adjust:
        if adjust.points > 0 and adjust.id not in held:
            yield f"{clause(adjust.reason)}: not in the {adjust.scope} ({adjust.id}, {adjust.points:+d})"


def quote(scene: Scene, found: Found) -> Span:
    """The original words of a place."""
    return scene.span(found.start, found.end)


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
        return " ".join(scene.span(*at).text.split())

    return _SLOT.sub(words, reason)


@lru_cache(maxsize=20_000)
def clause(reason: str) -> str:
    """A reason without what only an article can fill in."""
    return _UNFILLED.sub(lambda slot: "" if "(" in slot[0] else "a place or party", reason)


def _of_stance(scene: Scene, rule: Rule, cue: Cue) -> Factor:
    """A stance cue as a factor."""
    span = scene.span(cue.start, cue.end)
    return Factor(f"stance-{cue.kind}", stance_points(rule, cue.kind), _STANCE_REASONS[cue.kind], (span,))


def _of_adjustment(scene: Scene, held: Held) -> Factor:
    """An adjustment as a factor; of several places the nearest is quoted."""
    adjust, place = held
    if place is None:
        return Factor(adjust.id, adjust.points, adjust.reason)
    reason = adjust.reason if adjust.part is None else fill(scene, adjust.reason, place)
    return Factor(adjust.id, adjust.points, reason, (quote(scene, place),))
