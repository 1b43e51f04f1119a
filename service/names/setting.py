"""What does the article say around its names? Countries, ships, persons; looked up once an article, when asked for."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from service.names.letters import plain
from service.names.originals import JOSA
from service.names.surroundings import continues_name
from service.names.tables.demonyms import COUNTRY_WORDS
from service.text.document import Document

_IMO = re.compile(r"\bIMO(?:\s+(?:number|no\.?))?[\s:#]*(\d{7})\b", re.IGNORECASE)
_YEAR_OF_BIRTH = re.compile(r"\b(?:born\b[^.;]{0,40}?|b\.\s*|DOB:?\s*)\b(1[89]\d\d|20[0-2]\d)\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:aged\s+(\d\d)|(\d\d)-year-old)\b|,\s(\d\d),")
_SHIP_TEXT = """
ship ships vessel vessels tanker tankers freighter carrier cargo bulker trawler crew captain sailed flagged imo mv
"""
SHIP_WORDS = frozenset(_SHIP_TEXT.split())
_SHIP_STEMS = re.compile("선박|화물선|유조선|무역선|선장|선원|судн|судов|танкер|сухогруз|корабл|سفينة|ناقلة")
_SHIP_SIGNS = re.compile("[船舰轮輪]")
"""How words for ships begin in Korean, Russian and Arabic, and what those of Chinese and Japanese hold."""
_COUNTRY_STARTS = frozenset(term.partition(" ")[0] for term in COUNTRY_WORDS)
_HAN = re.compile("[\u3041-\u9fff]")
_BY_CHARACTERS = re.compile("|".join(sorted(filter(_HAN.match, COUNTRY_WORDS), key=len, reverse=True)))
"""Countries in Han and Kana, which have no words to look up."""
_LONGEST_PARTICLES = 6
"""Syllables of a form of address with a particle, which Korean writes together with a noun, and one."""
BESIDE = 60
"""Characters between a name and an age or year of birth that is surely its own."""
FAR = 400
"""Characters between a name and a country beyond which the article may have turned to something else."""
NEAR = 12
"""Words before and after a name that count as near."""


class Setting:
    """The surroundings of names in one article."""

    def __init__(self, document: Document) -> None:
        """Take an article; nothing is computed yet."""
        self.document = document
        self._sentence_countries: dict[int, frozenset[str]] = {}
        self._births: dict[int, tuple[list[tuple[int, int]], bool]] = {}
        self._continued: dict[tuple[int, int, bool], bool] = {}

    def continued(self, first: int, last: int, person: bool) -> bool:
        """Whether words `first..last` stand inside a longer name."""
        key = first, last, person
        if key not in self._continued:
            self._continued[key] = any(continues_name(self.document, first, last, person=person))
        return self._continued[key]

    @cached_property
    def countries(self) -> list[tuple[int, str]]:
        """(word number, ISO code) of every country and people in the article."""
        words, found = self.words, []
        for place, word in enumerate(words):
            if word not in _COUNTRY_STARTS:
                if "\uac00" <= word[0] <= "\ud7a3" and (code := _korean_country(word)):
                    found.append((place, code))
                continue
            pair = f"{word} {words[place + 1]}" if place + 1 < len(words) else word
            code = COUNTRY_WORDS.get(pair) or (None if _qualified(words, place) else COUNTRY_WORDS.get(word))
            if code == "CG" and "democratic" in words[max(0, place - 4) : place]:
                code = "CD"
            elif code == "CG" and code != COUNTRY_WORDS.get(pair):
                found.append((place, "CD"))  # the press calls either country so
            if code:
                found.append((place, code))
        if _HAN.search(self.document.norm):
            fold, word_at = self.document.fold, self.document.token_index
            found += [(word_at(one.start()), COUNTRY_WORDS[one.group()]) for one in _BY_CHARACTERS.finditer(fold)]
        return found

    def far_from(self, codes: frozenset[str], position: int) -> bool:
        """Whether the article speaks of some countries only far from a position."""
        starts = self.document.tokens.starts
        return all(abs(starts[place] - position) > FAR for place, code in self.countries if code in codes)

    @cached_property
    def in_lower_case(self) -> bool:
        """Whether the whole article is written without capitals."""
        return self.document.norm.islower()

    @cached_property
    def country_codes(self) -> frozenset[str]:
        """All countries of the article."""
        return frozenset(code for _, code in self.countries)

    @cached_property
    def words(self) -> list[str]:
        """The words of the article, folded."""
        tokens, fold = self.document.tokens, self.document.fold
        return [fold[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]

    @cached_property
    def imos(self) -> list[tuple[int, str]]:
        """(position, number) of IMO numbers with their label."""
        return [(found.start(1), found.group(1)) for found in _IMO.finditer(self.document.norm)]

    def ship_near(self, first: int, last: int) -> bool:
        """Whether a ship is spoken of near words `first..last`."""
        near = self.near(first, last)
        if not SHIP_WORDS.isdisjoint(near):
            return True
        return any(not word.isascii() and (_SHIP_STEMS.match(word) or _SHIP_SIGNS.search(word)) for word in near)

    def near(self, first: int, last: int, reach: int = NEAR) -> list[str]:
        """The words around words `first..last`."""
        return self.words[max(0, first - reach) : first] + self.words[last : last + reach]

    def sentence(self, position: int) -> tuple[int, int]:
        """The range of the sentence at a position."""
        sentences = self.document.sentences
        return sentences[self.document.sentence_index(position)] if sentences else (0, len(self.document.norm))

    def sentence_countries(self, position: int) -> frozenset[str]:
        """Countries in the sentence at a position."""
        start, end = self.sentence(position)
        if start not in self._sentence_countries:
            starts = self.document.tokens.starts
            here = (code for place, code in self.countries if start <= starts[place] < end)
            self._sentence_countries[start] = frozenset(here)
        return self._sentence_countries[start]

    def birth_years(self, place: int) -> tuple[set[int], bool, bool]:
        """Years of birth in the sentence at a position, whether they are exact (else from an age), and whether near."""
        start, end = self.sentence(place)
        if start not in self._births:
            self._births[start] = self._births_in(start, end)
        found, exact = self._births[start]
        return {year for year, _ in found}, exact, any(abs(spot - place) <= BESIDE for _, spot in found)

    def _births_in(self, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
        """(year, position) of births that a sentence tells, and whether the years are exact."""
        text = self.document.norm[start:end]
        found = [(int(one.group(1)), start + one.start()) for one in _YEAR_OF_BIRTH.finditer(text)]
        published = self.document.published_on
        if found or published is None:
            return found, True
        ages = ((next(filter(None, one.groups())), one.start()) for one in _AGE.finditer(text))
        return [(published.year - int(age), start + spot) for age, spot in ages], False


@lru_cache(maxsize=4096)
def _korean_country(word: str) -> str | None:
    """The country of a Korean word that has a particle behind it: `북한의`."""
    for size in range(len(word) - 1, max(1, len(word) - _LONGEST_PARTICLES), -1):
        if word[:size] in COUNTRY_WORDS and JOSA.fullmatch(word[size:]):
            return COUNTRY_WORDS[word[:size]]
    return None


def _qualified(words: list[str], place: int) -> bool:
    """Whether `Korea` stands after North or South, so that the pair has spoken."""
    return place > 0 and f"{words[place - 1]} {words[place]}" in COUNTRY_WORDS


def shared_words(text: str, words: list[str]) -> list[str]:
    """Telling words of a listed office that stand near a name."""
    wanted = {word for word in plain(text).split() if len(word) > 4}
    return [word for word in words if word in wanted]
