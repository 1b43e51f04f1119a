"""What is there to compare in a name? Tagged, weighed tokens; made once for a listed name and kept."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Literal

from service.names.bracketed import split_acronym
from service.names.letters import firm_letters, plain, sound
from service.names.servant import join_servant
from service.names.tables import words
from service.names.tables.chinese import OLD_SIGNS, OLD_SPELLING, PINYIN
from service.names.tables.frequency import LISTED
from service.names.tables.geography import GEOGRAPHY
from service.names.tables.given import VARIANTS
from service.names.tables.korean import SURNAMES, SYLLABLES
from service.names.tables.ordinary import ORDINARY
from service.names.translate import translate

Kind = Literal["name", "patronymic", "particle", "title", "legal", "business", "place", "number", "initial"]

MAX_TOKENS = 14
"""Tokens of a name that are compared; what stands beyond them is left out."""

_COMMONNESS = {word: band for band, listed in LISTED.items() for word in listed.split()}
_KIND_WEIGHT: dict[Kind, float] = {
    "name": 1.0,
    "patronymic": 0.22,
    "particle": 0.05,
    "title": 0.04,
    "legal": 0.05,
    "business": 0.42,
    "place": 0.38,
    "number": 0.6,
    "initial": 0.35,
}
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.)+[A-Za-z]\b\.?")
"""Letters with points between them, one word in the name of a body: `S.A.`, `I.P.C.`."""
_LONE_LETTER = re.compile(r"\b[^\W\d_]\b")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_ARABIC = re.compile("[\u0620-\u06ff]")
_PHRASES = tuple((f" {phrase} ", f" {short} ") for phrase, short in words.PHRASES)
_PHRASE_STARTS = frozenset(phrase.split()[0] for phrase, _ in words.PHRASES)
HANGUL = re.compile("[\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One word of a name: its plain letters, what it is, how much it says (0..1.2), how it sounds.

    Compared by identity, which the caches of comparisons look up without reading every field.
    """

    text: str
    canon: str
    """The word in its usual spelling: `shpg` is `shipping`; of a name in Hangul the syllable; mostly `text` itself."""
    kind: Kind
    weight: float
    sound: str
    fixed: bool
    """Whether it is an ordinary word or place, which has one spelling: `China` is not `Zina`."""
    syllabic: bool
    """Whether it reads as Korean syllables."""
    chinese: bool
    """Whether it reads as Chinese syllables, in pinyin or Wade-Giles."""
    pinyin: bool
    """Whether it reads as syllables of pinyin."""
    known: bool
    """Whether it is a word or name in its own right, so that a letter's difference makes another one."""
    information: float
    """How much an agreement in this word says, 0..1: by rarity among listed names and in the language."""
    abjad: bool
    """Whether it was written in Arabic letters, that is without its short vowels."""
    firm: int
    """Which of the letters it has that no spelling of its sound replaces, one bit each: see `firm_letters`."""


@dataclass(frozen=True, slots=True, eq=False)
class PreparedName:
    """A name ready for comparison. `person` is None when the schema does not say. Compared by identity."""

    raw: str
    schema: str | None
    tokens: tuple[Token, ...]
    person: bool | None
    korean: bool
    chinese: bool
    """Whether it reads as a Chinese person's name."""
    old_chinese: bool
    """Whether it is surely spelt in Wade-Giles."""
    acronym: str
    """What the list gives in brackets behind the name, if it is an acronym."""
    mass: float
    """The sum of the tokens' weights, never zero."""


def commonness(token: str) -> float:
    """How common a word is among listed names, 0 (rare) to 1 (in most of them)."""
    return max(0.0, _COMMONNESS.get(token, 3) - 3) / 10


@lru_cache(maxsize=65536)
def make_token(text: str, person: bool | None, initial: bool = False, abjad: bool = False, hangul: str = "") -> Token:
    """Tag and weigh one word; `initial`: a single letter in its own script; `abjad`: from Arabic letters.

    `hangul` is the syllable that the word was read from.
    """
    kind = "initial" if initial and len(text) > 1 else _kind(text, person)
    weight = _KIND_WEIGHT[kind]
    canon = hangul or (text if person else words.EXPAND.get(text, text))
    if kind in ("name", "business", "place"):
        common = max(commonness(text), commonness(canon))
        weight *= 1.1 - 0.75 * common
        if kind == "name" and person is not True and text in ORDINARY:
            weight *= 0.75
    syllabic = len(text) > 1 and SYLLABLES.fullmatch(text) is not None
    fixed = text in ORDINARY or text in GEOGRAPHY
    known = fixed or text in _COMMONNESS or text in VARIANTS
    pinyin = PINYIN.fullmatch(text) is not None
    return Token(
        text=text,
        canon=canon,
        kind=kind,
        weight=round(weight, 3),
        sound=sound(text),
        fixed=fixed,
        syllabic=syllabic,
        chinese=pinyin or OLD_SPELLING.fullmatch(text) is not None,
        pinyin=pinyin,
        known=known,
        information=_information(text, kind, weight),
        abjad=abjad,
        firm=firm_letters(text),
    )


def _information(text: str, kind: Kind, weight: float) -> float:
    """How much an agreement in a word says."""
    if kind in ("particle", "title", "legal"):
        return 0.0
    rare = 1.0 - commonness(text)
    if text in ORDINARY:
        rare *= 0.45
    return rare * min(1.0, math.sqrt(len(text) / 7)) * min(1.0, round(weight, 3))


def _kind(text: str, person: bool | None) -> Kind:
    """The first category of a word that fits."""
    if text.isdigit():
        return "number"
    if text in words.PARTICLES and not (person is None and len(text) == 1):
        return "particle"
    if len(text) == 1:
        return "initial"
    if person is not False and text in words.TITLES:
        return "title"
    if person is not True:
        for kind, table in (("legal", words.LEGAL), ("business", words.BUSINESS), ("place", words.PLACES)):
            if text in table or words.EXPAND.get(text) in table:
                return kind  # type: ignore[return-value]
    if person is not False and len(text) > 6 and text.endswith(words.PATRONYMIC_ENDINGS):
        return "patronymic"
    return "name"


@lru_cache(maxsize=65536)
def prepare(text: str, schema: str | None = None) -> PreparedName:
    """Prepare a name as an article or a list spells it; `schema` is the entity's, None when unknown."""
    person = None if schema in (None, "LegalEntity", "CryptoWallet") else schema == "Person"
    bare, acronym = split_acronym(text)
    tokens = _tokens(bare, person)
    if schema in ("Vessel", "Airplane"):
        tokens = _afloat(tokens)
    mass = max(sum(token.weight for token in tokens), 0.01)
    korean = person is not False and looks_korean(tokens)
    chinese = person is not False and 2 <= len(tokens) <= 4 and all(token.chinese for token in tokens)
    old = chinese and OLD_SIGNS.search(text.lower()) is not None
    return PreparedName(text, schema, tokens, person, korean, chinese, old, acronym, mass)


def _tokens(text: str, person: bool | None) -> tuple[Token, ...]:
    """The tokens in canonical order."""
    rotated = person is not False and text.count(",") == 1
    if rotated:
        last, first = text.split(",")
        if person or not _all_legal(plain(first)):
            text = f"{first} {last}"
    if person is False and "." in text:
        text = _DOTTED.sub(lambda found: found.group().replace(".", "") + " ", text)
    if person is not True:
        text = translate(text)
    initials = [plain(letter) for letter in _LONE_LETTER.findall(text)]
    split = plain(text)
    if person is not True:
        split = _phrased(split)
    parts = split.split()[:MAX_TOKENS]
    if person is not True:
        parts = _body_words(parts)
    if person is not False:
        parts = join_servant(parts)
    abjad = _ARABIC.search(text) is not None
    hangul = _syllables(text, parts) if person is not False else repeat("")
    tokens = tuple(
        make_token(word, person, word in initials, abjad, syllable)
        for word, syllable in zip(parts, hangul, strict=False)
    )
    return _surname_last(_titles_or_names(tokens), rotated) if person is not False else tokens


def _phrased(text: str) -> str:
    """A body's name in plain letters with several words that are one written as one."""
    if _PHRASE_STARTS.isdisjoint(text.split()):
        return text
    text = f" {text} "
    for phrase, short in _PHRASES:
        text = text.replace(phrase, short)
    return text


def _syllables(text: str, parts: list[str]) -> Iterable[str]:
    """The syllables of Hangul that words were read from, where all of them were; else nothing for each word."""
    found = HANGUL.findall(text)
    return found if found and len(found) == len(parts) else repeat("")


def _titles_or_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A title that is a given name too is one where a single word would be left: `Kubura, Amir`."""
    if sum(token.kind in ("name", "patronymic", "initial") for token in tokens) != 1:
        return tokens
    return tuple(
        dataclasses.replace(token, kind="name", weight=0.6) if token.text in words.NAMES_TOO else token
        for token in tokens
    )


def _surname_last(tokens: tuple[Token, ...], rotated: bool) -> tuple[Token, ...]:
    """Surnames that end like a patronymic (`Popovich`): in front, behind a comma's turn, or after another one."""
    if len(tokens) < 2:
        return tokens
    if tokens[0].kind == "patronymic":
        first = make_token(tokens[0].text, None)
        tokens = (dataclasses.replace(first, kind="name", weight=1.1), *tokens[1:])
    if tokens[-1].kind != "patronymic":
        return tokens
    if rotated or len(tokens) == 2 or any(token.kind == "patronymic" for token in tokens[:-1]):
        last = make_token(tokens[-1].text, None)
        return (*tokens[:-1], dataclasses.replace(last, kind="name", weight=1.0))
    return tokens


def _afloat(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A ship's words: none is a legal form."""
    return tuple(
        dataclasses.replace(token, kind="name", weight=0.8) if token.kind == "legal" else token for token in tokens
    )


def _body_words(parts: list[str]) -> list[str]:
    """Words of a body or ship in one spelling: Roman and spelt-out numbers, `2nd`, `No.` before a number."""
    parts = [words.ROMAN.get(word, word) if place else word for place, word in enumerate(parts)]
    parts = [_ORDINAL.sub(r"\1", words.NUMBER_WORDS.get(word, word)) for word in parts]
    follows = [*parts[1:], ""] if parts else []
    return [
        word for word, after in zip(parts, follows, strict=True) if not (word in words.NUMBER_SIGNS and after.isdigit())
    ] or parts


def _all_legal(text: str) -> bool:
    """Whether nothing but legal forms stands here, as in `CECOEX, S.A.`."""
    return all(word in words.LEGAL for word in text.split())


def looks_korean(tokens: tuple[Token, ...]) -> bool:
    """Whether the tokens read as a Korean person's name: a surname and one or two syllables more."""
    if not 2 <= len(tokens) <= 4 or not any(token.text in SURNAMES for token in (tokens[0], tokens[-1])):
        return False
    return all(token.syllabic or len(token.text) == 1 or token.text in SURNAMES for token in tokens)
