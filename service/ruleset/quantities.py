"""How many, how much? Amounts with their units, normalised: people, USD, kilograms, barrels, vessels.

Rough words count as their usual least: dozens 24, hundreds 200, thousands 2,000. Digits, number words and the numerals
of Chinese, Japanese, Korean and Russian are read. Money is turned into US dollars at fixed rates that are coarse on
purpose: they decide orders of magnitude, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from service.ruleset.numerals import find_numbers, read_number
from service.text.dates import DateMention, find_dates_in
from service.text.document import Document

_UNITS: dict[str, dict[str, Decimal]] = {
    "people": {},
    "mass": {
        "t": Decimal(1000), "tonne": Decimal(1000), "ton": Decimal(1000), "kg": Decimal(1), "kilogram": Decimal(1),
        "kilo": Decimal(1), "g": Decimal("0.001"), "gram": Decimal("0.001"), "pound": Decimal("0.454"),
    },
    "volume": {
        "bbl": Decimal(1), "barrel": Decimal(1), "l": Decimal("0.00629"), "litre": Decimal("0.00629"),
        "gallon": Decimal("0.0238"), "m3": Decimal("6.29"),
    },
    "money": {
        "USD": Decimal(1), "EUR": Decimal("1.1"), "GBP": Decimal("1.3"), "CNY": Decimal("0.14"),
        "RUB": Decimal("0.011"), "KRW": Decimal("0.00075"), "JPY": Decimal("0.007"), "CHF": Decimal("1.1"),
    },
    "vessels": {},
    "count": {},
}  # fmt: skip
"""Kinds to units to the normal unit of the kind (people, kg, barrels, USD, vessels)."""

_UP_TO_THREE = r"(?:[^\W\d][\w'-]* ){0,3}?"
"""Words, none of them a number, between a number and what it counts."""
_PEOPLE = (
    _UP_TO_THREE + r"(?:people|persons?|men|women|workers?|laborers?|labourers?|loggers?|nationals?|citizens?"
    r"|migrants?|specialists?|engineers?|doctors?|nurses?|soldiers?|troops|fighters?|students?|trainees?|employees?"
    r"|staff|programmers?|developers?|waitress(?:es)?|crew(?: members?)?|sailors?|builders?|sappers?|advisers?"
    r"|instructors?|koreans?|personnel|welders?|seamstress(?:es)?|technicians?|labor|cooks|miners?|fishermen"
    r"|recruits?|mercenar(?:y|ies)|hackers?)\b"
)
_RU_PEOPLE = (
    r"(?:[а-я-]+ ){0,2}?(?:человек|рабочи[хеймя]+|людей|граждан|гражданина|лесоруб\w*|строител\w*|специалист\w*"
    r"|солдат\w*|военн\w+|северокоре\w+|студент\w*|сотрудник\w*|работник\w*)"
)
_VESSELS = _UP_TO_THREE + r"(?:vessels?|ships?|tankers?|freighters?|boats?|bulkers?)\b|суд(?:а|ов)\b|танкер\w*|척|艘|隻"
_AFTER: tuple[tuple[str, str, str], ...] = (
    ("people", "", _PEOPLE),
    ("people", "", _RU_PEOPLE),
    ("people", "", r"(?:여)?\s?(?:명|여명|인)"),
    ("people", "", r"(?:多|余|餘)?(?:名|人|位)(?!民币)"),
    ("mass", "t", r"(?:metric )?tonn?e?s?\b|tons? of|t\b|mt\b|тонн\w*|톤|吨|噸|トン"),
    ("mass", "kg", r"kg\b|kilograms?\b|kilogrammes?\b|kilos?\b|кг\b|килограмм\w*|킬로그램|公斤|千克"),
    ("volume", "bbl", r"(?:barrels?|bbls?)\b|баррел\w*|배럴|桶|バレル"),
    ("volume", "l", r"lit(?:re|er)s?\b|литр\w*|리터|升"),
    ("volume", "gallon", r"gallons?\b"),
    ("volume", "m3", r"cubic (?:met(?:re|er)s?)\b|кубометр\w*"),
    ("money", "USD", r"(?:u\.?s\.? )?dollars?\b|usd\b|доллар\w*|달러|美元|美金|ドル|bucks\b"),
    ("money", "EUR", r"euros?\b|eur\b|евро\b|유로|欧元|ユーロ"),
    ("money", "CNY", r"yuan\b|rmb\b|юан\w*|위안|人民币|元"),
    ("money", "RUB", r"rub(?:les?)?\b|roubles?\b|рубл\w*|루블|卢布"),
    ("money", "KRW", r"won\b|원"),
    ("money", "JPY", r"yen\b|иен\w*|엔|日元|円"),
    ("money", "GBP", r"pounds sterling\b|sterling\b"),
    ("vessels", "", _VESSELS),
)
_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₽": "RUB",
    "₩": "KRW",
    "us$": "USD",
    "usd": "USD",
    "eur": "EUR",
}
_AFTER_RE = tuple((kind, unit, re.compile(r"[\s-]{0,2}(?:" + source + ")")) for kind, unit, source in _AFTER)
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Bare numbers that are taken for a year and not for a count."""
_NAMED_BY_NUMBER = re.compile(
    r"(?:\b(?:resolutions?|paragraphs?|paras?|articles?|sections?|chapters?|clauses?|annex|regulation|decision|flight"
    r"|resolucion|резолюци[яиюей]+|пункт[аеу]?|стать[яиюей]+)\s(?:nos?\.?\s)?"
    r"|\bno\.\s?|№\s?|决议第?\s?|決議第?\s?|결의\s?)$"
)
"""Words before a number that is the name of a text or of a part of it."""
_IN = re.compile(r"\b(?:in|since|until|during|в)\s$")
"""Before a year, or a month with which no day can stand."""
_ANY_DAY = date(2000, 1, 1)
"""Dates without a year are read from here where the article has no day: only their place counts."""
_SIGN_RE = re.compile(r"(us\$|[$€£¥₽₩]|\busd|\beur)\s?$")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: where it stands with its unit, its value in the normal unit, and how a reason prints it."""

    start: int
    end: int
    kind: str
    value: Decimal
    shown: str


def find_amounts(document: Document, start: int, end: int) -> tuple[Amount, ...]:
    """All amounts in a range of the view, in order. A bare number is a `count`, unless it is that of a year.

    The day of a date and the number of a resolution or paragraph are no amounts, whatever stands behind them.
    """
    text = document.fold[start:end]
    out: list[Amount] = []
    taken = 0
    for match in find_numbers(text):
        if match.start() < taken or (value := read_number(match[0])) is None:
            continue
        amount = _with_unit(document, text, start, (match.start(), match.end()), value)
        if amount.kind != "money" and _NAMED_BY_NUMBER.search(text, max(match.start() - 24, 0), match.start()):
            continue
        if _YEAR.fullmatch(match[0]) and (
            amount.kind == "count" or _IN.search(text, max(match.start() - 8, 0), match.start())
        ):
            continue
        out.append(amount)
        taken = match.end()
    return _without_dates(document, out, (start, end))


def _without_dates(document: Document, amounts: Sequence[Amount], window: tuple[int, int]) -> tuple[Amount, ...]:
    """The amounts whose number is not that of a date."""
    if not amounts:
        return ()
    dates = find_dates_in(document.norm, document.published_on or _ANY_DAY, *window)
    return tuple(one for one in amounts if not any(_dates(document, day, one) for day in dates))


def _dates(document: Document, day: DateMention, amount: Amount) -> bool:
    """Whether an amount's number belongs to a date: `on May 20` has a day, `in May 20 tons` has none."""
    if not day.start <= amount.start < day.end:
        return False
    return amount.start == day.start or _IN.search(document.fold, max(day.start - 8, 0), day.start) is None


def _with_unit(document: Document, text: str, offset: int, at: tuple[int, int], value: Decimal) -> Amount:
    """A number with the unit before or behind it."""
    start, end = at
    if sign := _SIGN_RE.search(text[max(start - 5, 0) : start]):
        unit = _SIGNS[sign[1]]
        begin = start - len(sign[0])
        return _amount(document, (offset + begin, offset + end), "money", value * _UNITS["money"][unit])
    for kind, unit, pattern in _AFTER_RE:
        if found := pattern.match(text, end, min(end + 60, len(text))):
            factor = _UNITS[kind].get(unit, Decimal(1))
            return _amount(document, (offset + start, offset + found.end()), kind, value * factor)
    return _amount(document, (offset + start, offset + end), "count", value)


def _amount(document: Document, at: tuple[int, int], kind: str, value: Decimal) -> Amount:
    """An amount with the words that a reason prints."""
    return Amount(*at, kind, value, " ".join(document.norm[at[0] : at[1]].split()))


def in_normal_unit(bound: Decimal | None, unit: str) -> Decimal | None:
    """A bound of a rule in the normal unit of its kind; units that are not known count as the normal one."""
    if bound is None or not unit:
        return bound
    for units in _UNITS.values():
        for name, factor in units.items():
            if unit.lower().rstrip("s") == name.lower():
                return bound * factor
    return bound


def units_of(kind: str) -> tuple[str, ...]:
    """The units of a kind that a rule may name."""
    return tuple(_UNITS.get(kind, ()))
