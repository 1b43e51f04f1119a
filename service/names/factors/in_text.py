"""Factors about a name in running text: does it stand there as a name, and is it enough of one?"""

from __future__ import annotations

from service.names.align import Pair
from service.names.factors.context import listed_countries
from service.names.factors.look import Look
from service.names.letters import plain
from service.names.prepare import Token
from service.names.tables.geography import GEOGRAPHY
from service.names.tables.given import VARIANTS
from service.names.tables.ordinary import ORDINARY
from service.names.tables.phrases import COMPASS, PLACE_PHRASES
from service.names.tables.words import BUSINESS, LEGAL, PARTICLES, PLACES

Strength = tuple[float, str]
_JOSA = "은는이가을를의에와과도로으만씨님측등께란라랑"
"""First syllables of what Korean writes together with a name: particles and forms of address."""


def weak_alias(look: Look) -> Strength | None:
    """The list itself calls this name weak, so something else must speak for the party."""
    return (1.0, "the list itself calls this name weak") if look.weak else None


def lower_case(look: Look) -> Strength | None:
    """The words stand in lower case, as ordinary words do."""
    written = look.written
    if not written.isascii() or look.setting.in_lower_case:
        return None
    if written.islower():
        return 1.0, "written in lower case like an ordinary word"
    if look.entity.schema == "Person":
        return None
    first = plain(written).split()[:1]
    if written[0].islower() and first and first[0] not in PARTICLES:
        return 0.75, "the first word is written in lower case like an ordinary word"
    words = written.split()
    if not any(word.islower() and word.isalpha() and plain(word) not in PARTICLES for word in words):
        return None
    opens = look.place.start in look.setting.sentence(look.place.start)
    capitals = [word for place, word in enumerate(words) if word[0].isupper() and (place or not opens)]
    if all(_everyday(part) for word in capitals for part in plain(word).split()):
        return 0.75, "ordinary words, some in lower case"
    return None


def _everyday(word: str) -> bool:
    """Whether a capitalised word says nothing: an ordinary word, a place or a people."""
    return word in ORDINARY or word in GEOGRAPHY or word in PLACES or word in BUSINESS


def longer_name(look: Look) -> Strength | None:
    """The words are part of a longer name, of somebody or something else."""
    person = look.entity.schema == "Person"
    if not look.setting.continued(look.place.first, look.place.last, person):
        return None
    return 1.0, "the words stand inside a longer name"


def one_word(look: Look) -> Strength | None:
    """Only one telling word stands in the article: it must be the exact and rare name of a body, or be backed."""
    core = look.core
    bare = plain(look.written)
    if bare in GEOGRAPHY or bare in ORDINARY:
        return 1.3, f"a single common word: {look.written}"
    if not core and look.entity.schema != "Person" and not _legal_agrees(look):
        return 1.0, f"single letters, which stand for much else: {look.written}"
    if len(core) != 1 or (look.by_characters and look.entity.schema != "Person"):
        return None
    if core[0].how == "spacing":
        joined = len(look.evidence.query.tokens) == 1
        return (0.6, f"one word for two on the list: {look.written}") if joined else None
    word = look.evidence.listed.tokens[core[0].right[0]]
    strength, reason = _alone(look, core[0], word)
    if _legal_agrees(look):
        strength *= _with_legal_form(look, core[0], word)
    return (strength, reason) if strength else None


def _with_legal_form(look: Look, pair: Pair, word: Token) -> float:
    """What is left of the doubt where a legal form agrees; least where a long word of no other name is misspelt."""
    written = look.evidence.query.tokens[pair.left[0]]
    slip = pair.how in ("edit", "scan", "vowels") and pair.severity <= 1.0 and not written.known
    if slip and min(len(word.text), len(written.text)) > 5 and not look.evidence.query_left:
        return 0.12
    return 0.2 if len(word.text) > 6 and not word.known else 0.4


def _legal_agrees(look: Look) -> bool:
    """Whether a legal form stands on both sides, so that the words are a body's name and no ordinary words."""
    tokens = look.evidence.listed.tokens
    return any(tokens[pair.right[0]].kind == "legal" for pair in look.evidence.pairs)


def _alone(look: Look, pair: Pair, word: Token) -> Strength:
    """How little one word says: 0 for the exact and rare name of a body."""
    if pair.how != "exact":
        far = pair.how != "sound" or len(word.text) < 7
        return (1.3 if far else 0.6), f"a single word, and not spelt as on the list: {word.text}"
    if _ordinary(word) or word.text in VARIANTS or word.kind == "number":
        return 1.1, f"a single common word: {word.text}"
    if len(word.text) <= 4:
        at_home = look.written.isupper() and listed_countries(look) & look.setting.country_codes
        return 0.65 if at_home else 0.9, f"a short acronym or word by itself: {word.text}"
    if look.entity.schema in ("Person", "Vessel", "Airplane"):
        return 0.6, f"a single word for a person or ship: {word.text}"
    if look.evidence.listed_left:
        return 0.45, f"one word without the rest of the body's name: {word.text}"
    return 0.0, ""


def common_words(look: Look) -> Strength | None:
    """Only ordinary words, places and lines of business agree, which many bodies share."""
    written = plain(look.written)
    if written in PLACE_PHRASES or all(word in COMPASS or word in GEOGRAPHY for word in written.split()):
        return 1.3, f"a place or common phrase: {look.written}"
    if look.evidence.listed.person or look.evidence.query.korean or look.by_characters:
        return None
    core = look.core
    words = [token for pair in core for token in look.evidence.listed.tokens[slice(*pair.right)]]
    if len(core) < 2 or any(_tells(token) for token in words):
        return None
    left = [token for token in look.evidence.listed_left if token.kind not in ("legal", "particle", "title")]
    exact = all(pair.how == "exact" for pair in core)
    strength = 1.0 if left else (0.3 if exact else 0.36) * min(1.0, 3.0 / len(core))
    if _legal_agrees(look):
        strength *= 0.5
    return strength, "only common words, places or lines of business agree"


def stray_initial(look: Look) -> Strength | None:
    """An initial stands where none proves anything: beside a given name only, or in the name of a body."""
    if not look.evidence.listed.person:
        listed = look.evidence.listed.tokens
        stray = any(
            pair.how == "initial" and listed[pair.right[0]].kind not in ("legal", "particle")
            for pair in look.evidence.pairs
        )
        return (1.0, "an initial proves nothing in a body's name") if stray else None
    whole = [pair for pair in look.evidence.pairs if pair.how != "initial"]
    initials = [pair for pair in look.evidence.pairs if pair.how == "initial"]
    if not initials or len(whole) != 1:
        return None
    if max(pair.left for pair in initials) < whole[0].left:
        return None
    return 1.0, f"only a given name and an initial agree: {look.written}"


def main_word_missing(look: Look) -> Strength | None:
    """The word that tells a body from all others is not in the article."""
    if look.evidence.listed.person:
        return None
    missing = max((token.information for token in look.evidence.listed_left), default=0.0)
    there = [token for pair in look.evidence.pairs for token in look.evidence.listed.tokens[slice(*pair.right)]]
    best = max((token.information for token in there), default=0.0)
    if missing < 0.3 or missing < best:
        return None
    return 1.0, "the telling word of the listed name is missing"


def gap(look: Look) -> Strength | None:
    """Other words or a comma stand between the words of the name."""
    words = sum(token.kind not in ("particle", "title", "legal") for token in look.evidence.query_left)
    strength = 0.35 * words + (0.5 if "," in look.written and not _legal_tail(look) else 0.0)
    return (min(1.0, strength), "other words stand within the name") if strength else None


def ship_part(look: Look) -> Strength | None:
    """A ship's name is not given in full; ships of one owner often share their first word."""
    if look.entity.schema != "Vessel" or not look.evidence.listed_left:
        return None
    return 1.0, "the ship's name is not given in full"


def syllables(look: Look) -> Strength | None:
    """A Korean or Chinese name stands in its own script and the list has it in Latin letters only, as many share it."""
    if not _syllabic(look.written) or _syllabic(look.name.text):
        return None
    if look.entity.schema != "Person":
        if inside_word(look) or (look.entity.schema in ("Vessel", "Airplane") and not _called_ship(look)):
            return 1.4, "syllables that nothing marks as this name"
        return 0.8 if len(look.written) < (
            3 if look.entity.schema == "Vessel" else 4
        ) else 0.3, "the list has this name in Latin letters only"
    if look.evidence.query_left or look.evidence.listed_left or not _surname_first(look) or inside_word(look):
        return 1.0, "a name in syllables that is not whole"
    listed, setting = listed_countries(look), look.setting
    strength = 0.9
    if listed & setting.country_codes:
        near = 0.82 if setting.far_from(listed, look.place.start) else 0.7
        strength = 0.5 if listed & setting.sentence_countries(look.place.start) else near
    short = 0.15 if len(look.evidence.query.tokens) < 3 else 0.0
    return strength + short, "a name in its own script, which the list has in Latin letters only"


def _called_ship(look: Look) -> bool:
    """Whether the syllable that ships have behind their name or number stands there: `천명1호`."""
    end = look.place.end
    return look.setting.document.norm[end - 1 : end + 1].strip()[-1:] in "호号號"


def _surname_first(look: Look) -> bool:
    """Whether the first syllable answers to the listed surname, as it must in Hangul and Han."""
    listed = look.evidence.listed
    surnames = {len(listed.tokens) - 1} if "," in listed.raw else {0}
    if listed.chinese and not listed.korean:
        surnames = {0, len(listed.tokens) - 1}
    return any(
        pair.left[0] == 0 and any(pair.right[0] <= surname < pair.right[1] for surname in surnames)
        for pair in look.evidence.pairs
    )


def inside_word(look: Look) -> bool:
    """Whether more Hangul stands before the name, or behind it what is no particle or form of address."""
    norm = look.setting.document.norm
    if _called_ship(look):
        return _hangul(norm[max(0, look.place.start - 1) : look.place.start])
    before, after = norm[max(0, look.place.start - 1) : look.place.start], norm[look.place.end : look.place.end + 1]
    return _hangul(before) or (_hangul(after) and after not in _JOSA)


def _syllabic(text: str) -> bool:
    """Whether a text has Hangul syllables or Han characters."""
    return any("\uac00" <= char <= "\ud7a3" or "\u3400" <= char <= "\u9fff" for char in text)


def _hangul(text: str) -> bool:
    """Whether a text has Hangul syllables."""
    return any("\uac00" <= char <= "\ud7a3" for char in text)


def nothing_exact(look: Look) -> Strength | None:
    """Every word of the name is spelt differently."""
    core = look.core
    if _legal_agrees(look) or any(pair.how not in ("edit", "cut", "vowels") for pair in core):
        return None
    return min(1.0, sum(pair.severity for pair in core) / max(1, len(core))), "every word is spelt differently"


def _legal_tail(look: Look) -> bool:
    """Whether what follows the comma is a legal form: `Huaxin Shipping, Ltd.`."""
    tail = plain(look.written.rsplit(",", 1)[1].replace(".", "")).split()
    return any(word in LEGAL for word in tail) and all(word in LEGAL or word in PARTICLES for word in tail)


def _ordinary(token: Token) -> bool:
    """Whether a word is an ordinary word or a place."""
    return token.text in ORDINARY or token.text in GEOGRAPHY


def _tells(token: Token) -> bool:
    """Whether a word is the name's own: no ordinary word, no place, no line of business."""
    return token.kind == "name" and not _ordinary(token)
