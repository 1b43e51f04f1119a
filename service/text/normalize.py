"""Which letters count as the same when words are compared? A view of the normalised text, position by position.

Lower case, no diacritics on Latin and Greek, ё as е, and look-alike letters of another script inside a word written
back into the word's own script. The length never changes. Left to the name comparison, because it changes lengths or
meanings: spaced letters, digits for letters, transliteration.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from service.text.typography import normalize

_OTHER: Final = {"ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ŧ": "t", "ŋ": "n", "ƒ": "f",
                 "ɓ": "b", "ɗ": "d", "ɛ": "e", "ə": "a", "ɲ": "n", "ɔ": "o", "ё": "е", "ς": "σ", "ſ": "s"}  # fmt: skip


def _bases() -> dict[int, str]:
    """Lower-case Latin and Greek letters with diacritics, each with its base letter."""
    table = dict(_OTHER)
    for point in (*range(0xC0, 0x250), *range(0x370, 0x400), *range(0x1E00, 0x2000)):
        char = chr(point).lower()
        base = unicodedata.normalize("NFD", char)[0]
        if len(char) == 1 and base != char and base.isalpha():
            table.setdefault(char, _OTHER.get(base, base))
    return {ord(char): base for char, base in table.items()}


_BASE: Final = _bases()
_ACCENTED: Final = re.compile("[" + "".join(map(chr, sorted(_BASE))) + "]")

_LATIN_FROM: Final = dict(zip("АВЕКМНОРСТУХІЈЅԚԜаеорсухіјѕԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρ",
                              "ABEKMHOPCTYXIJSQWaeopcyxijsqwhlABEZHIKMNOPTYXaovp", strict=True))  # fmt: skip
_CYRILLIC_FROM: Final = dict(zip("ABEKMHOPCTYXaeopcyx", "АВЕКМНОРСТУХаеорсух", strict=True))
_FOREIGN: Final = re.compile(r"[\u0370-\u052f]")
_FOREIGN_EDGE: Final = re.compile(r"[\u0370-\u052f](?:(?=[A-Za-z])|(?<=[A-Za-z].))")
_LATIN_EDGE: Final = re.compile(r"[A-Za-z](?:(?=[\u0370-\u052f])|(?<=[\u0370-\u052f].))")
_WORD: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]{2,64}")
_SAMPLE: Final = 400


def fold(norm: str) -> str:
    """The folded view of a normalised text, of the same length."""
    if norm.isascii():
        return norm.lower()
    if _mixed(norm):
        norm = _WORD.sub(_one_script, norm)
    folded = norm.lower()
    if len(folded) != len(norm):
        folded = "".join([char if len(char.lower()) != 1 else char.lower() for char in norm])
    return _ACCENTED.sub(_base, folded)


def _mixed(norm: str) -> bool:
    """Whether a Latin letter touches a Greek or Cyrillic one; looks for the rarer of the two."""
    if _FOREIGN.search(norm) is None:
        return False
    rarer = _LATIN_EDGE if len(_FOREIGN.findall(norm[:_SAMPLE])) * 4 > min(len(norm), _SAMPLE) else _FOREIGN_EDGE
    return rarer.search(norm) is not None


def _base(match: re.Match[str]) -> str:
    """The base letter of an accented one."""
    return _BASE[ord(match[0])]


def _one_script(match: re.Match[str]) -> str:
    """A word in one script: look-alikes go over to the script of most letters, else of the others, if all can."""
    word = match[0]
    foreign = len(_FOREIGN.findall(word))
    if not foreign or foreign == len(word):
        return word
    tables = (_LATIN_FROM, _CYRILLIC_FROM) if 2 * foreign <= len(word) else (_CYRILLIC_FROM, _LATIN_FROM)
    for table in tables:
        changed = "".join([table.get(char, char) for char in word])
        if len(_FOREIGN.findall(changed)) in (0, len(word)):
            return changed
    return word


def fold_term(term: str) -> str:
    """A rule term or a list name, folded as articles are; runs of white space become one space."""
    text = " ".join(term.split())
    for _ in range(4):
        folded = " ".join(fold(normalize(text, entities=False)[0]).split())
        if folded == text:
            break
        text = folded
    return text
