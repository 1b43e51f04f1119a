"""How is a name written in plain Latin letters, and what does it sound like whatever the romanisation?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from service.text.normalize import fold

_PLAIN = str.maketrans(
    {
        "ø": "o", "ł": "l", "ß": "ss", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a",
        "ё": "ё", "’": "", "ʼ": "", "ʻ": "", "‘": "", "'": "", "`": "", "´": "", "ʾ": "", "ʿ": "", "ь": "", "ъ": "",
        "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ة": "a", "ع": "a", "ئ": "y", "ؤ": "w", "ء": "",
        "ـ": "",
    }
)  # fmt: skip
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ё": "yo", "ю": "yu", "я": "ya", "і": "i",
        "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
    }
)  # fmt: skip
_JAMO = (
    "k kk n t tt r m p pp s ss  j jj ch k t p h",
    "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    " k k k n n n t l k m p l l p l m p p t t ng t t k t p t",
)
_INITIALS, _VOWELS, _FINALS = (row.split(" ") for row in _JAMO)
_KEPT = "\u0306\u0308"
"""Marks that make another letter in Cyrillic: й, ё."""
_LATIN_MARKED = re.compile(r"([a-z])[\u0306\u0308]")
_ARABIC_U = re.compile(r"(?<=[\u0620-\u06ff])\u0648(?![\u0627aeiou])")
_ARABIC_I = re.compile(r"(?<=[\u0620-\u06ffa])[\u064a\u06cc](?![\u0627aeiou])")
"""Waw and ya inside a word mostly write a long u and i."""
_ARABIC_EH = re.compile("(?<=[\u062a\u062f\u0632\u0633\u0634\u06a9\u06af])\u0647(?![\u0620-\u06ff])")
"""The letter h at the end writes a vowel; behind these it would read as one sound with them: `zadeh`, not `zadh`."""
_ARTICLE = re.compile(r"(?<![\w])a\u0644(?=[\u0620-\u06ffa]{3})")
"""The Arabic article, which is written together with its word; its alif is an `a` by now."""
_MIXED = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
"""A letter of one script right beside one of another: look-alikes."""
SPACED = re.compile(r"(?<![^\s,.;:(\"'])[^\W\d_](?: {1,3}[^\W\d_\u3041-\u9fff\uac00-\ud7a3]){4,}(?![^\s,.;:)\"'!?])")
"""A word, or a whole name, with spaces between its letters."""
_SPLIT = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w\w)['’]s\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b(?:[A-Za-z]\.){2,}[A-Za-z]?\b\.?")


def gaps_in_words(spaced: str) -> set[int]:
    """The places of the spaces that part letters of one word: single ones, but for those before a new capital."""
    return {
        place
        for place in range(1, len(spaced) - 1)
        if spaced[place] == " " != spaced[place - 1]
        and spaced[place + 1] != " "
        and not (spaced[place - 1].islower() and spaced[place + 1].isupper())
    }


def _closed(spaced: str) -> str:
    """Words with spaces between their letters, written as words."""
    gaps = gaps_in_words(spaced)
    return "".join(char for place, char in enumerate(spaced) if place not in gaps)


def _hangul(text: str) -> str:
    """Hangul syllables in the letters of the official romanisation of the North, one word a syllable."""
    out = []
    for char in text:
        code = ord(char) - 0xAC00
        if 0 <= code < 11172:
            first, rest = divmod(code, 588)
            vowel, final = divmod(rest, 28)
            out.append(f" {_INITIALS[first]}{_VOWELS[vowel]}{_FINALS[final]} ")
        else:
            out.append(char)
    return "".join(out)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` in lower-case ASCII letters, digits and single spaces: `Sa'īd Кожемяко` -> `said kozhemyako`."""
    if not text.isascii():
        if _MIXED.search(text):
            text = fold(text)
        text = unicodedata.normalize("NFKC", text).casefold()
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) or c in _KEPT)
        text = unicodedata.normalize("NFC", _LATIN_MARKED.sub(r"\1", text)).translate(_PLAIN).translate(_CYRILLIC)
        text = _ARABIC_EH.sub("eh", text)
        text = _hangul(_ARABIC_U.sub("u", _ARABIC_I.sub("i", _ARTICLE.sub("al ", text))))
        text = "".join(f" {anyascii(c)} " if "一" <= c <= "鿿" else anyascii(c) for c in text).lower()
    text = _POSSESSIVE.sub("", text)
    text = SPACED.sub(lambda found: _closed(found.group()), text)
    text = _ACRONYM.sub(lambda found: found.group().replace(".", ""), text)
    return " ".join(_SPLIT.findall(text.lower().replace("'", "").replace("`", "").replace("_", " ")))


Respelling = tuple[tuple[str, ...], re.Pattern[str], str]
"""Signs of which one stands in every word that the pattern changes, the pattern, and what it becomes."""


def respellings(*rows: tuple[str, str, str]) -> tuple[Respelling, ...]:
    """Rows of signs, with spaces between, pattern and result, made ready."""
    return tuple((tuple(signs.split(" ")), re.compile(pattern), result) for signs, pattern, result in rows)


def respell(text: str, rows: tuple[Respelling, ...]) -> str:
    """A word with each row's pattern replaced in turn; a row is skipped at a glance where none of its signs stands."""
    for signs, pattern, result in rows:
        for sign in signs:
            if sign in text:
                text = pattern.sub(result, text)
                break
    return text


_SOUNDS = respellings(
    ("ui yi", "ui|yi", "i"), ("sh sch", "shch|sch|sh", "S"),
    ("ch zh j", "tch|dzh|dj|tsch|tj|ch|zh|j(?=[aeiou])", "C"), ("tz ts cz", "tz|ts|cz", "z"), ("kh gh", "kh|gh", "k"),
    ("ph", "ph", "f"), ("th", "th", "t"), ("c q", "ck|q|c", "k"), ("x", "x", "ks"), ("w", "w", "v"),
    ("i y", r"(?:iy|yy|ij|yi|ii|ey|ei|ay|ai)\b", "i"), ("i y j", "(?:i?y|[ij])(?=[aeou])", ""),
    ("u oo eo", "ou|oo|eo|eu|u|o", "o"), ("y j e", "y|j|e|i", "i"), ("h", "h", ""),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")


def once(text: str) -> str:
    """A word with each letter that stands twice or more in a row standing once."""
    return _REPEATED.sub(r"\1", text)


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """A token's romanisation class: `kozhemyako` = `kozhemiako`, `malyshev` = `maluishev`, `sergey` = `sergei`."""
    return once(respell(token, _SOUNDS)).lower() or "-"


def firm_letters(token: str) -> int:
    """Which of l, m, n, r and b a word has, one bit each.

    No habit of spelling makes another letter of these (`sounds`, `loosely`, `consonants`): words that differ in
    them do not sound alike.
    """
    return ("l" in token) | ("m" in token) << 1 | ("n" in token) << 2 | ("r" in token) << 3 | ("b" in token) << 4


_KOREAN_C = re.compile("ch|j|zh")
_KOREAN_SOUNDS = respellings(
    ("yeo you yoo yu io", "yeo|you|yoo|yu|io(?=[a-z])", "yo"), ("u oo eo", "(?<!y)(?:eu|oo|ou|eo|u)", "o"),
    ("e oi oy ai", "o[ei]|oy|we|ye|yae|ae|ai|e", "e"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def korean_sound(token: str) -> str:
    """A Korean syllable's class: D/T, J/CH, G/K, B/P, R/L and the spellings of eo, o, u fall together."""
    token = respell(token.replace("ee", "i").replace("yi", "i"), _KOREAN_SOUNDS)
    if not token.startswith("h"):
        token = _KOREAN_C.sub("c", token).replace("h", "")
    token = token.replace("sh", "s").replace("gn", "ng")
    for one, two in (("d", "t"), ("g", "k"), ("b", "p"), ("l", "r"), ("w", "")):
        token = token.replace(one, two)
    return once(token)


_LINKED = [
    (re.compile(pattern), result)
    for pattern, result in (
        ("nk[nr]|k[nr]", "nkn"), ("[pm][nr]", "mn"), ("t[nr]", "n"), ("^[rn](?=[yi])", ""), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip


@lru_cache(maxsize=65536)
def linked_sound(token: str) -> str:
    """The class of several Korean syllables as they sound in a row and begin in the South: `Aprok` = `Amnok`."""
    token = korean_sound(token)
    for pattern, result in _LINKED:
        token = pattern.sub(result, token)
    return token


@lru_cache(maxsize=65536)
def consonants(heard: str) -> str:
    """The consonants of a token as it sounds (`sound`), the first letter kept."""
    return heard[:1] + re.sub("[aio]", "", heard[1:])


@lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """The consonants alone, the first letter kept."""
    return token[:1] + re.sub("[aeiouy]", "", token[1:])


_OCR = (
    ("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("3", "e"), ("4", "a"), ("5", "s"), ("7", "t"),
    ("8", "b"), ("ii", "u"), ("i", "l"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def ocr_shape(token: str) -> str:
    """A token with what scanners confuse, and digits written for letters, made one: `rn` = `m`, `0` = `o`."""
    for read, meant in _OCR:
        token = token.replace(read, meant)
    return token
