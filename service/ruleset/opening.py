"""Does the article open with the matter, or mention it further down? What is told as background weighs less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.model.evidence import Factor
from service.ruleset.reasons import quote
from service.ruleset.rule import Near, Part
from service.ruleset.scene import Scene
from service.ruleset.vocabulary import Range
from service.ruleset.weigh import Weighed

LONG = 5
"""Sentences, the headline's included, up to which an article has no background: all of it is opening."""
OPENING_SENTENCES = 2
"""Least sentences of the opening, behind the headline."""
OPENING_LETTERS = {"zh": 125, "ja": 125, "ko": 125}
"""Least letters of the opening, so that a byline or a dateline is not all of it."""
OPENING_LETTERS_ELSE = 250
MOST_UNSEEN = 2
"""How many parts that do not stand in the opening count."""
UNSEEN = {"strict": -1, "wide": -2, "bounded": -3}
"""Points of each: least for a finding of one sentence, most for a bounded one, which guesses anyway."""
ALONE = {"strict": -2, "wide": -3, "bounded": 0}
"""Points where no other sentence tells of it."""
NO_HEADLINE = {"strict": -3, "wide": 0, "bounded": 0}
"""Points where the headline has not a single word of it."""


def background(scene: Scene, best: Weighed, further: Sequence[Weighed]) -> Iterator[Factor]:
    """What speaks for background: parts that stand in the tail only, no second sentence, another headline."""
    if len(scene.document.sentences) <= LONG:
        return
    kind, at = _kind(best), (quote(scene, best.at.found),)
    headline: Range = (0, scene.document.title_end)
    parts = _parts(best.at.finding.part)
    unseen = min(sum(not scene.find(part, opening_of(scene)) for part in parts), MOST_UNSEEN)
    if unseen:
        yield Factor("opening", UNSEEN[kind] * unseen, "the article does not open with all that is joined here", at)
    if ALONE[kind] and not further:
        yield Factor("alone", ALONE[kind], "no other sentence of the article tells of it", at)
    if NO_HEADLINE[kind] and headline[1] and not any(scene.find(part, headline) for part in parts):
        yield Factor("headline-apart", NO_HEADLINE[kind], "the headline is about something else", at)


def opening_of(scene: Scene) -> Range:
    """The headline and the first sentences."""
    document = scene.document
    least = OPENING_LETTERS.get(document.language, OPENING_LETTERS_ELSE)
    body = [end for start, end in document.sentences if start >= document.title_end]
    for number, end in enumerate(body, start=1):
        if number >= OPENING_SENTENCES and end - document.title_end >= least:
            return 0, end
    return scene.whole


def _kind(best: Weighed) -> str:
    """How far a finding reaches: over one sentence, over several, or over several with bounded points."""
    operator = best.at.finding.part.operator
    if best.at.finding.max is not None:
        return "bounded"
    return "wide" if isinstance(operator, Near) and operator.sentences is not None else "strict"


def _parts(part: Part) -> tuple[Part, ...]:
    """What a finding joins; a finding of one part is its own."""
    return part.operator.parts if isinstance(part.operator, Near) else (part,)
