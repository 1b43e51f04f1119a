"""How does the text stand to the conduct? Cues in its clause: denied, planned, presumed, or the rule itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.ruleset.near import Found
from service.ruleset.scene import Scene
from service.ruleset.vocabulary import Range, inside

DEFAULT_POINTS = {
    "violation": 4, "denied": -8, "norm": -24, "hypothetical": -10, "planned": -5, "historical": -14, "habit": -4,
    "hedged": -2,
}  # fmt: skip
PRECEDENCE = ("violation", "denied", "norm", "hypothetical", "planned", "historical", "habit")
"""Of several stances in one clause the first counts; `hedged` is added to any."""
_WHOLE = frozenset({"norm", "hypothetical", "planned", "historical", "habit"})
DENIAL_REACH = 2
"""Sentences before and after a finding in which a denial contests it."""
_COMMAS = ",\u060c\u3001\uff0c"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that applies to a finding."""

    kind: str
    start: int
    end: int


def clause_of(scene: Scene, sentence: Range, found: Found) -> Range:
    """The part of the sentence, between words such as `but`, that holds the finding."""
    start, end = sentence
    for low, high in _places(scene, "stop", "", sentence):
        if high <= found.start:
            start = max(start, high)
        elif low >= found.end:
            end = min(end, low)
    return start, end


def cues_of(scene: Scene, sentence: Range, found: Found) -> tuple[Cue, ...]:
    """The cues that apply to a finding: in its clause, on their own side of it, and not part of a pseudo cue."""
    clause = clause_of(scene, sentence, found)
    pseudo: Sequence[Range] | None = None
    out: set[Cue] = set()
    for (kind, side), places in scene.cues.items():
        if kind not in DEFAULT_POINTS:
            continue
        for start, end in inside(places, *clause):
            if side == "pre" and start >= found.end or side == "post" and end <= found.start:
                continue
            if kind == "norm" and _among(_asides(scene, sentence, found), start, end):
                continue
            pseudo = _places(scene, "pseudo", "", sentence) if pseudo is None else pseudo
            if not _among(pseudo, start, end):
                out.add(Cue(kind, start, end))
    return tuple(sorted(out, key=lambda cue: (cue.start, cue.end, cue.kind)))


def cues_across(scene: Scene, window: Range, found: Found) -> tuple[Cue, ...]:
    """The cues of a finding that may reach over sentences, sentence by sentence.

    A rule, a plan, a condition or the past counts only where each sentence with a part of the finding speaks so: what
    one sentence tells as done is not undone by the law in the next.
    """
    held = _by_sentence(scene, window, found)
    if len(held) < 2:
        return cues_of(scene, window, found)
    told = [cues_of(scene, sentence, part) for sentence, part in held]
    kinds = [{cue.kind for cue in cues} for cues in told]
    whole = {kind for kind in _WHOLE if all(kind in one for one in kinds)}
    return tuple(cue for cues in told for cue in cues if cue.kind not in _WHOLE or cue.kind in whole)


def _by_sentence(scene: Scene, window: Range, found: Found) -> list[tuple[Range, Found]]:
    """The sentences of a window that hold parts of a finding, each with the stretch of its parts."""
    out: list[tuple[Range, Found]] = []
    leaves = _leaves(found)
    for sentence in scene.document.sentences:
        if sentence[0] < window[1] and window[0] < sentence[1] and (own := inside(leaves, *sentence)):
            out.append((sentence, Found(own[0][0], max(end for _, end in own), tuple(("", *one) for one in own))))
    return out


def _leaves(found: Found) -> list[Range]:
    """The places that a finding is made of, without those that hold others."""
    places = sorted({(begin, end) for _, begin, end in found.parts} or {(found.start, found.end)})
    return [one for one in places if not any(one != other and inside([other], *one) for other in places)]


def _among(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Whether a place lies inside one of some ranges."""
    return any(low <= start and end <= high for low, high in ranges)


def _asides(scene: Scene, sentence: Range, found: Found) -> list[Range]:
    """Remarks such as ", which resolutions forbid," that hold no part of a finding: they comment on it."""
    text = scene.document.norm
    leaves = _leaves(found)
    out: list[Range] = []
    for low, start in _places(scene, "aside", "", sentence):
        comma = next((place for place in range(start, sentence[1]) if text[place] in _COMMAS), sentence[1])
        if not any(begin < comma and low < end for begin, end in leaves):
            out.append((low, comma))
    return out


def decide(cues: tuple[Cue, ...], found: Found) -> tuple[Cue, ...]:
    """The cues that count: the first of the strongest kind, and the first hedge.

    A violation cue gives way to a norm or denial that governs it from before the finding ("the resolution bans illicit
    transfers", "the ministry denied violating the ban").
    """
    kinds: dict[str, Cue] = {}
    for cue in cues:
        kinds.setdefault(cue.kind, cue)
    order = list(PRECEDENCE)
    if (violation := kinds.get("violation")) is not None:
        for kind in ("denied", "norm"):
            rival = kinds.get(kind)
            if rival is not None and rival.end <= violation.start and rival.start < found.start:
                order.remove("violation")
                break
    main = next((kinds[kind] for kind in order if kind in kinds), None)
    chosen = [cue for cue in (main, kinds.get("hedged")) if cue is not None]
    return tuple(chosen)


def speaker_of(scene: Scene, sentence: Range) -> str:
    """Who says so in a sentence: anonymous before named before official, else unknown."""
    for who in ("anonymous", "named", "official"):
        if _places(scene, "said_by", who, sentence):
            return who
    return "unknown"


def speaker_span(scene: Scene, sentence: Range, who: str) -> Range | None:
    """The words that name the source."""
    found = _places(scene, "said_by", who, sentence)
    return found[0] if found else None


def denied_nearby(scene: Scene, sentence: Range) -> Range | None:
    """A denial in one of the two sentences before or after this one."""
    own = scene.document.sentence_index(sentence[0])
    sentences = scene.document.sentences
    for index in range(max(0, own - DENIAL_REACH), min(len(sentences), own + DENIAL_REACH + 1)):
        if index == own:
            continue
        pseudo = _places(scene, "pseudo", "", sentences[index])
        for side in ("pre", "post", "any"):
            for start, end in _places(scene, "denied", side, sentences[index]):
                if not _among(pseudo, start, end):
                    return start, end
    return None


def all_cues(scene: Scene, kinds: tuple[str, ...]) -> list[Range]:
    """Where cues of some kinds stand in the whole article, those that only look like one left out; in order."""
    pseudo = _places(scene, "pseudo", "", scene.whole)
    places = {place for (kind, _), found in scene.cues.items() if kind in kinds for place in found}
    return sorted(place for place in places if not _among(pseudo, *place))


def states_the_rule(scene: Scene, sentence: Range) -> bool:
    """Whether a sentence holds a cue that it states what is forbidden."""
    return any(_places(scene, "norm", side, sentence) for side in ("pre", "post", "any"))


def _places(scene: Scene, kind: str, side: str, window: Range) -> Sequence[Range]:
    """Where the cues of one kind stand in a window."""
    places = scene.cues.get((kind, side))
    return inside(places, *window) if places else ()
