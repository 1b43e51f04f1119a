"""Factors about a name in running text: does it stand there as a name, and is it enough of one?"""

from __future__ import annotations

from service.names.align import Pair
from service.names.factors.look import Look
from service.names.prepare import Token
from service.names.surroundings import continues_name
from service.names.tables.geography import GEOGRAPHY
from service.names.tables.given import VARIANTS
from service.names.tables.ordinary import ORDINARY

Strength = tuple[float, str]
_CORE = ("name", "number", "business", "place")


def weak_alias(look: Look) -> Strength | None:
    """The list itself calls this name weak, so something else must speak for the party."""
    weak = look.name.quality == "weak" or look.name.kind == "weak"
    return (1.0, "the list itself calls this name weak") if weak else None


def lower_case(look: Look) -> Strength | None:
    """The words stand in lower case, as ordinary words do."""
    document, written = look.setting.document, look.written
    if not written.islower() or document.norm.islower() or not written.isascii():
        return None
    return 1.0, "written in lower case like an ordinary word"


def longer_name(look: Look) -> Strength | None:
    """The words are part of a longer name, of somebody or something else."""
    person = look.entity.schema == "Person"
    before, after = continues_name(look.setting.document, look.place.first, look.place.last, person=person)
    if not before and not after:
        return None
    return 1.0, "the words stand inside a longer name"


def one_word(look: Look) -> Strength | None:
    """Only one telling word stands in the article: it must be the exact and rare name of a body, or be backed."""
    core = _core_pairs(look)
    if len(core) != 1 or core[0].how == "spacing":
        return None
    word = look.evidence.listed.tokens[core[0].right[0]]
    if core[0].how != "exact":
        far = core[0].how != "sound" or len(word.text) < 7
        return (1.3 if far else 0.6), f"a single word, and not spelt as on the list: {word.text}"
    if word.text in ORDINARY or word.text in GEOGRAPHY or word.text in VARIANTS or word.kind == "number":
        return 1.1, f"a single common word: {word.text}"
    if len(word.text) <= 4:
        return 0.9, f"a short acronym or word by itself: {word.text}"
    if look.entity.schema in ("Person", "Vessel", "Airplane"):
        return 0.6, f"a single word for a person or ship: {word.text}"
    return None


def common_words(look: Look) -> Strength | None:
    """Only ordinary words, places and lines of business agree, which many bodies share."""
    if look.evidence.listed.person or look.evidence.query.korean:
        return None
    core = _core_pairs(look)
    words = [token for pair in core for token in look.evidence.listed.tokens[slice(*pair.right)]]
    if len(core) < 2 or any(_tells(token) for token in words):
        return None
    left = [token for token in look.evidence.listed_left if token.kind not in ("legal", "particle", "title")]
    whole = not left and all(pair.how == "exact" for pair in core)
    return (0.3 if whole else 1.0), "only common words, places or lines of business agree"


def _core_pairs(look: Look) -> list[Pair]:
    """Pairs of words that carry the name."""
    tokens = look.evidence.listed.tokens
    return [pair for pair in look.evidence.pairs if any(tokens[i].kind in _CORE for i in range(*pair.right))]


def _tells(token: Token) -> bool:
    """Whether a word is the name's own: no ordinary word, no place, no line of business."""
    return token.kind == "name" and token.text not in ORDINARY and token.text not in GEOGRAPHY
