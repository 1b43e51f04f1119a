"""Does the article leave the matter open? What makes an alert a review, each with its note."""

from __future__ import annotations

from service.ruleset.near import Found
from service.ruleset.reasons import quote
from service.ruleset.rule import Rule
from service.ruleset.scene import Scene
from service.ruleset.stance import all_cues, denied_nearby
from service.ruleset.weigh import Weighed

NARROW = 2
"""Points above the alert's threshold up to which an open article makes a review."""
OPEN_CUES = 2
"""Least denials, plans or conditions in the article that make it open; and least denials against a single telling."""
ANSWER = 12
"""Letters behind a question mark from which they count as an answer."""
QUESTION = ("?", "\uff1f", "\u061f")

CONTESTED = "the only evidence is hedged and denied close by: at most a review"
DOUBTFUL = "the headline leaves the matter open ({words}): at most a review"
ASKED = "the headline asks a question: at most a review"
DENIED = "one sentence tells of it, and the article denies more than once ({words}): at most a review"
UNSETTLED = "just enough points, and the article speaks of plans, conditions or denials ({words}): at most a review"


def left_open(scene: Scene, rule: Rule, best: Weighed, told: tuple[int, bool]) -> str | None:
    """Why an alert is at most a review, None where nothing is left open.

    `told` are the points with corroboration, and whether a further sentence tells of the same conduct.
    """
    points, corroborated = told
    if (doubt := _headline_doubt(scene, rule)) is not None:
        return DOUBTFUL.format(words=_words(scene, [doubt]))
    if _asked(scene.document.fold[: scene.document.title_end], just_enough=points <= rule.alert + NARROW):
        return ASKED
    denials = all_cues(scene, ("denied",))
    if any(start < scene.document.title_end for start, _ in denials):
        return DOUBTFUL.format(words=_words(scene, [Found(*denials[0])]))
    if not corroborated:
        if _contested(scene, best):
            return CONTESTED
        if len(denials) >= OPEN_CUES:
            return DENIED.format(words=_words(scene, [Found(*one) for one in denials]))
    cues = all_cues(scene, ("denied", "planned", "hypothetical"))
    if points <= rule.alert + NARROW and len(cues) >= OPEN_CUES:
        return UNSETTLED.format(words=_words(scene, [Found(*one) for one in cues]))
    return None


def _asked(headline: str, *, just_enough: bool) -> bool:
    """Whether the headline asks. Words behind it answer it ("Few guests? All stay open"), given firm points."""
    last = max(headline.rfind(mark) for mark in QUESTION)
    return last >= 0 and (just_enough or len(headline) - last - 1 < ANSWER)


def _headline_doubt(scene: Scene, rule: Rule) -> Found | None:
    """The first place of `review_if` in the headline."""
    headline = scene.unit("headline", 0)
    return next((found for part in rule.review_if for found in scene.find(part, headline)), None)


def _contested(scene: Scene, best: Weighed) -> bool:
    """Whether the only evidence is hedged, or nobody named gives it, and a sentence close by denies it."""
    if not (best.said_by == "anonymous" or any(cue.kind == "hedged" for cue in best.cues)):
        return False
    return denied_nearby(scene, scene.unit("sentence", best.at.found.start)) is not None


def _words(scene: Scene, places: list[Found]) -> str:
    """Up to three places in the article's own words."""
    return ", ".join(" ".join(quote(scene, one).text.split()) for one in places[:3])
