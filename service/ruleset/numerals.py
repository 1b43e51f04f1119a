"""Which number is it? Digits, number words, rough words, and the numerals of East Asia and Russia."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

_ROUGH = {
    "dozen": 12, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000,
    "tens of thousands": 20_000, "hundreds of thousands": 200_000, "several": 3, "a few": 3, "several dozen": 36,
    "several hundred": 300, "several thousand": 3_000, "a dozen": 12, "two dozen": 24, "three dozen": 36,
    "a hundred": 100, "a thousand": 1_000, "a few hundred": 300, "a few thousand": 3_000, "a few dozen": 36,
    "a million": 1_000_000, "half a million": 500_000,
    "десятки": 20, "десятков": 20, "сотни": 200, "сотен": 200, "тысячи": 2_000, "несколько": 3, "около сотни": 100,
    "несколько десятков": 30, "несколько сотен": 300, "несколько тысяч": 3_000, "десятки тысяч": 20_000, "сотня": 100,
    "сотню": 100, "тысячу": 1_000, "тысяча": 1_000, "дюжина": 12, "полсотни": 50,
    "수십": 20, "수백": 200, "수천": 2_000, "수만": 20_000, "수십만": 200_000, "수백만": 2_000_000, "수억": 200_000_000,
    "数十": 20, "数百": 200, "数千": 2_000, "数万": 20_000, "數十": 20, "數百": 200, "數千": 2_000, "數萬": 20_000,
    "几十": 20, "几百": 200, "几千": 2_000, "几万": 20_000, "上百": 100, "上千": 1_000, "上万": 10_000, "成百上千": 200,
}  # fmt: skip
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "one": 1,
    "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10,
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "сто": 100, "двести": 200, "триста": 300,
    "пятьсот": 500,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12,
    "mln": 1_000_000, "bn": 1_000_000_000, "m": 1_000_000, "k": 1_000, "b": 1_000_000_000, "dozen": 12,
    "тысяч": 1_000, "тысячи": 1_000, "тысячу": 1_000, "тыс.": 1_000, "тыс": 1_000, "миллиона": 1_000_000,
    "миллионов": 1_000_000, "миллион": 1_000_000, "млн": 1_000_000, "млрд": 1_000_000_000, "миллиарда": 1_000_000_000,
    "миллиардов": 1_000_000_000, "сотен": 100,
    "십": 10, "백": 100, "천": 1_000, "만": 10_000, "십만": 100_000, "백만": 1_000_000, "천만": 10_000_000,
    "억": 100_000_000, "조": 10**12,
    "十": 10, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "十万": 100_000, "百万": 1_000_000,
    "千万": 10_000_000, "亿": 100_000_000, "億": 100_000_000,
}  # fmt: skip
_EAST_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2, "〇": 0}
_EAST_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_KOREAN_WORDS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}


Tree = dict[str, "Tree"]
"""Words by their letters; the empty letter marks the end of a word."""


def _any(words: Iterable[str]) -> str:
    """Alternatives, the longest first, written as a tree: each letter is looked at once."""
    tree: Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: Tree) -> str:
    """What follows a letter, longer words before the one that ends here."""
    ways = [re.escape(letter) + _branches(below) for letter, below in tree.items() if letter]
    if not ways:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


_WESTERN_SCALES = [word for word in _SCALES if word[0] < "\u2e80"]
_EASTERN_SCALES = [word for word in _SCALES if word[0] >= "\u2e80"]
_WEST_ROUGH = [word for word in _ROUGH if word[0] < "\u2e80"]
_EAST_ROUGH = [word for word in _ROUGH if word[0] >= "\u2e80"]
_AFTER_WORD = _any([*_WORDS, "hundred", "thousand", "million", "billion", "dozen", "тысяч", "тысячи", "and"])
_DIGITS = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?(?:,\d{1,2}(?!\d))?"
NUMBER = re.compile(
    rf"\b(?:{_any(_WEST_ROUGH)})\b"
    rf"|(?<![\w.])(?:{_DIGITS})(?:[\s-]?(?:{_any(_WESTERN_SCALES)})(?![^\W\d_]))*(?:\s?(?:{_any(_EASTERN_SCALES)}))*"
    rf"(?:\s?여)?"
    rf"|\b(?:{_any(_WORDS)})(?:[\s-](?:{_AFTER_WORD}))*\b"
    rf"|(?:{_any(_EAST_ROUGH)})"
    rf"|[零〇一二三四五六七八九两兩十百千万萬亿億]{{2,}}|[一二三四五六七八九十两兩](?=[名人吨艘桶])"
    rf"|(?<![가-힣])(?:{_any(_KOREAN_WORDS)})\s?(?=명|척)"
)
"""A number wherever it begins, with its scale words."""
_ENGLISH_START = re.compile(
    rf"\d+|\b(?:{_any({words.split()[0] for words in (*_ROUGH, *_WORDS) if words.isascii()})})\b"
)
"""Where a number may begin in a text without other letters than those of English."""
_LEADING = re.compile(_DIGITS)
_SEPARATOR = re.compile(r"[, \u00a0](?=\d{3}(?!\d))")
_SCALE = re.compile(_any(_SCALES))
_BETWEEN_WORDS = re.compile(r"[\s-]+")


def find_numbers(text: str) -> Iterator[re.Match[str]]:
    """All that NUMBER finds, in order; English is searched by the words that a number begins with."""
    if not text.isascii():
        yield from NUMBER.finditer(text)
        return
    at = 0
    while (start := _ENGLISH_START.search(text, at)) is not None:
        number = NUMBER.match(text, start.start())
        at = start.end() if number is None else number.end()
        if number is not None:
            yield number


def read_number(text: str) -> Decimal | None:
    """The value of what NUMBER found, None if it is none after all."""
    words = " ".join(text.split()).strip()
    if words in _ROUGH:
        return Decimal(_ROUGH[words])
    if words and words[0].isdigit() and words[0].isascii():
        return _digits(words)
    if words in _KOREAN_WORDS:
        return Decimal(_KOREAN_WORDS[words])
    if words and words[0] >= "\u2e80":
        return _eastern(words)
    return _spelled(words)


def _digits(words: str) -> Decimal | None:
    """Digits with thousands separators, followed by scale words."""
    match = _LEADING.match(words)
    if match is None:
        return None
    number = _SEPARATOR.sub("", match[0]).replace(",", ".")
    try:
        value = Decimal(number)
    except InvalidOperation:
        return None
    rest = words[match.end() :].replace("여", "").replace("-", " ")
    for scale in _SCALE.findall(rest):
        value *= _SCALES[scale]
    return value


def _spelled(words: str) -> Decimal | None:
    """Number words: twenty-five, three hundred, two million."""
    total = current = 0
    for word in _BETWEEN_WORDS.split(words):
        if word in _WORDS:
            current += _WORDS[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            current = max(current, 1) * scale
            if scale >= 1_000:
                total, current = total + current, 0
        elif word != "and":
            return None
    return Decimal(total + current) if total + current else None


def _eastern(words: str) -> Decimal | None:
    """Chinese and Japanese numerals: 三百二十."""
    total = section = digit = 0
    for char in words:
        if char in _EAST_DIGITS:
            digit = _EAST_DIGITS[char]
        elif (unit := _EAST_UNITS.get(char)) is None:
            return None
        elif unit >= 10_000:
            total += max(section + digit, 1) * unit
            section = digit = 0
        else:
            section += max(digit, 1) * unit
            digit = 0
    value = total + section + digit
    return Decimal(value) if value else None
