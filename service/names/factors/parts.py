"""Factors about which words of the names answer to each other."""

from __future__ import annotations

import re
from itertools import pairwise

from service.names.factors.evidence import Evidence
from service.names.prepare import Token

Strength = tuple[float, str]
_OTHER_SCRIPT = re.compile("[\u0620-\u06ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts of languages that put the words of a body in another order than English."""
_MOVABLE = ("place", "particle", "legal")
"""Words of a body that stand in front or behind at will: `Bank of Korea`, `Korean Bank`."""
_HONORIFICS = ("u", "daw")
"""What Burmese puts before a name."""


def agreement(evidence: Evidence) -> Strength | None:
    """What two names that agree in every word are worth, before anything speaks against it."""
    if any(pair.how != "initial" for pair in evidence.pairs):
        return 1.0, "starting value for two names"
    return -3.0, "no word of the names agrees"


def rarity(evidence: Evidence) -> Strength | None:
    """Rare words agree; a name of common words alone says less. From -1 (common) to 1 (rare)."""
    told = sum(
        max(token.information for token in evidence.listed.tokens[slice(*pair.right)])
        for pair in evidence.pairs
        if pair.how != "initial"
    )
    strength = max(-1.0, min(1.0, told / 0.9 - 1.0))
    return strength, "rare words agree" if strength > 0 else "only common words agree"


def missing_part(evidence: Evidence) -> Strength | None:
    """The article leaves out part of the listed name."""
    left = _without_legal(evidence.listed_left)
    if not left:
        return None
    return sum(token.weight for token in left) / evidence.listed.mass, f"not in the article: {_spell(left)}"


def extra_part(evidence: Evidence) -> Strength | None:
    """The article's name has words that the listed name has not."""
    left = _without_legal(evidence.query_left)
    if not left:
        return None
    return sum(token.weight for token in left) / evidence.query.mass, f"not in the listed name: {_spell(left)}"


def _without_legal(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Words without legal forms, which are never required."""
    return tuple(token for token in tokens if token.kind != "legal")


def first_name(evidence: Evidence) -> Strength | None:
    """The listed given name is not in the article, and a surname is missing too: only later names agree."""
    tokens = evidence.listed.tokens
    if not tokens or not evidence.listed.person or "," not in evidence.listed.raw:
        return None
    if tokens[0] not in evidence.listed_left:
        return None
    missing = [token for token in evidence.listed_left if token.kind == "name"]
    return (1.0, f"neither in the article: {_spell(tuple(missing))}") if len(missing) > 1 else None


def different_part(evidence: Evidence) -> Strength | None:
    """Both names have a word of weight that the other has not: another person or another body."""
    ours = max((token.weight for token in evidence.query_left if token.kind == "name"), default=0.0)
    theirs = max((token.weight for token in evidence.listed_left if token.kind == "name"), default=0.0)
    strength = min(ours, theirs)
    if strength < 0.2:
        return None
    return min(1.0, strength), f"{_spell(evidence.query_left)} stands against {_spell(evidence.listed_left)}"


def syllable(evidence: Evidence) -> Strength | None:
    """A syllable of a Korean or Chinese name is missing, too many or in another place; every syllable counts."""
    query, listed = evidence.query, evidence.listed
    same = (query.korean and listed.korean) or (query.person and query.chinese and listed.chinese)
    if same and _turned(evidence):
        return 1.7, "the syllables of the given name stand in another order"
    left = (*evidence.query_left, *evidence.listed_left)
    if not same or not left or (len(left) == 1 and left[0].text in _HONORIFICS and len(evidence.pairs) > 1):
        return None
    return 1.0, f"another syllable: {_spell(left)}"


def _turned(evidence: Evidence) -> bool:
    """Whether the three syllables of a name stand in an order that a surname in front or behind does not explain."""
    places = [pair.right[0] for pair in evidence.pairs]
    return len(places) == 3 and sum(one > other for one, other in pairwise([*places, places[0]])) > 1


def patronymic(evidence: Evidence) -> Strength | None:
    """Both names give a father's name, and not the same one."""
    ours = [token for token in evidence.query_left if token.kind == "patronymic"]
    theirs = [token for token in evidence.listed_left if token.kind == "patronymic"]
    return (1.0, f"another patronymic: {_spell((*ours, *theirs))}") if ours and theirs else None


def other_initial(evidence: Evidence) -> Strength | None:
    """An initial stands against a name that begins with another letter."""
    ours, theirs = evidence.query_left, evidence.listed_left
    for initials, names in ((ours, theirs), (theirs, ours)):
        letters = [token.text for token in initials if token.kind == "initial"]
        whole = [token.text for token in names if token.kind in ("name", "patronymic", "initial")]
        if letters and whole and not evidence.listed.korean and evidence.listed.person:
            return 1.0, f"another initial: {' '.join(letters)} / {' '.join(whole)}"
    return None


def sibling(evidence: Evidence) -> Strength | None:
    """Two bodies share a group's name but do different business: sister companies, not the same one."""
    if evidence.query.person or evidence.listed.person:
        return None
    ours = [token for token in evidence.query_left if token.weight >= 0.15]
    theirs = [token for token in evidence.listed_left if token.weight >= 0.15]
    if not ours or not theirs:
        return None
    doings = all(any(token.kind == "business" for token in left) for left in (ours, theirs))
    return 1.25 if doings else 1.0, f"different bodies of one group: {_spell(tuple(ours))} / {_spell(tuple(theirs))}"


def number(evidence: Evidence) -> Strength | None:
    """The numbers in the names differ: another ship, factory or office."""
    ours = {token.text.lstrip("0") for token in evidence.query_left if token.kind == "number"}
    theirs = {token.text.lstrip("0") for token in evidence.listed_left if token.kind == "number"}
    if not ours and not theirs:
        return None
    strength = 1.0 if ours and theirs else 0.6
    return strength, f"the numbers differ: {' '.join(sorted(ours)) or 'none'} / {' '.join(sorted(theirs)) or 'none'}"


def order(evidence: Evidence) -> Strength | None:
    """The words stand in another order."""
    listed = evidence.listed
    movable = listed.person is False
    places = [pair.right for pair in evidence.pairs if not (movable and listed.tokens[pair.right[0]].kind in _MOVABLE)]
    turns = sum(one > other for one, other in pairwise(places))
    if not turns or (turns == 1 and listed.korean and (evidence.query.korean or _all_read(evidence))):
        return None
    if movable and _has_of(evidence.query.raw) != _has_of(listed.raw):
        return None
    if movable and evidence.listed.raw.isascii() and _OTHER_SCRIPT.search(evidence.query.raw):
        return None
    return 1.0, "the words stand in another order"


def _all_read(evidence: Evidence) -> bool:
    """Whether every word of the query is one of the listed name, at most misread or disguised: `K1m J0ng Un`."""
    return not evidence.query_left and all(pair.how in ("exact", "scan") for pair in evidence.pairs)


def _has_of(name: str) -> bool:
    """Whether a name says `Ministry of Oil` where another says `Oil Ministry`."""
    return " of " in name.lower()


def single_word(evidence: Evidence) -> Strength | None:
    """Only one word of a longer name agrees: a bare surname, given name or common word proves nothing."""
    whole = [pair for pair in evidence.pairs if pair.how != "initial"]
    names = sum(token.kind in ("name", "initial", "number") for token in evidence.listed.tokens)
    if len(whole) != 1 or names < 2 or whole[0].how == "spacing" or len(evidence.pairs) > 1:
        return None
    return 1.0, f"only one word agrees: {evidence.words(whole[0].how)}"


def _spell(tokens: tuple[Token, ...]) -> str:
    """Left-over words for a reason."""
    return " ".join(token.text for token in tokens)
