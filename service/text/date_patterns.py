"""How are dates written in English and other Latin-script news, and in Russian? A table of patterns and readings."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final, Literal

from service.text.days import (
    COUNTS,
    MONTHS,
    WEEKDAYS,
    Days,
    around,
    last_day_of_year_unknown,
    last_month_of_year_unknown,
    last_weekday,
    make_day,
    make_month,
    make_year,
)

Kind = Literal["day", "week", "month", "year", "decade", "range", "since", "until"]
Reading = tuple[Days, Kind] | None
Reader = Callable[[re.Match[str], date | None], Reading]

_NAMES: Final = sorted(MONTHS, key=len, reverse=True)
_MONTH: Final = (
    "(?P<month>" + "|".join(f"{name.capitalize()}|{name.upper()}" for name in _NAMES if name.isascii()) + r")\b\.?"
)
_MONTH_RU: Final = "(?P<month>" + "|".join(name for name in _NAMES if name[0] in "яфмаисонд") + r")\b\.?"
_DAY: Final = r"(?P<day>[12]\d|3[01]|0?[1-9])"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)\b"
_WEEKDAY: Final = "(?P<weekday>" + "|".join(name.capitalize() for name in WEEKDAYS if name.isascii()) + r")\b"
_UNITS_RU: Final = {
    "году": "year",
    "месяце": "month",
    "неделе": "week",
    "года": "year",
    "месяца": "month",
    "недели": "week",
}


def _day(match: re.Match[str], published: date | None) -> Reading:
    """A day with or without its year, or a stretch of days of one month."""
    parts = match.groupdict()
    month = MONTHS[parts["month"].lower()] if not parts["month"].isdigit() else int(parts["month"])
    first, last = int(parts["day"]), int(parts.get("last") or parts["day"])
    if parts.get("year"):
        start, end = (make_day(int(parts["year"]), month, day) for day in (first, last))
    elif published is not None:
        start, end = (last_day_of_year_unknown(month, day, published) for day in (first, last))
    else:
        return None
    if start is None or end is None or start[0] > end[0]:
        return None
    return (start[0], end[0]), "day" if first == last else "range"


def _month(match: re.Match[str], published: date | None) -> Reading:
    """A month with or without its year."""
    month, year = MONTHS[match["month"].lower()], match.groupdict().get("year")
    ago = match.groupdict().get("ago")
    if year:
        days = make_month(int(year), month)
    elif published is None:
        return None
    elif ago:
        days = make_month(published.year - (ago.lower() in ("last year", "прошлого года")), month)
    else:
        days = last_month_of_year_unknown(month, published)
    return (days, "month") if days else None


def _year(match: re.Match[str], published: date | None) -> Reading:
    """A year."""
    days = make_year(int(match["year"]))
    return (days, "year") if days else None


def _years(match: re.Match[str], published: date | None) -> Reading:
    """A stretch of years; `2016-18` ends in 2018."""
    first = match["year"]
    last = first[: 4 - len(match["last"])] + match["last"]
    return ((date(int(first), 1, 1), date(int(last), 12, 31)), "range") if first < last else None


def _decade(match: re.Match[str], published: date | None) -> Reading:
    """A decade."""
    first = int(match["year"])
    return (date(first, 1, 1), date(first + 9, 12, 31)), "decade"


def _weekday(match: re.Match[str], published: date | None) -> Reading:
    """The latest such weekday, or the one before or after."""
    if published is None:
        return None
    which = (match.groupdict().get("which") or "").lower()
    weekday = WEEKDAYS[match["weekday"].lower()]
    if which == "next":
        found = last_weekday(weekday, published)[0].toordinal() + 7
        return (date.fromordinal(found), date.fromordinal(found)), "day"
    return last_weekday(weekday, published, before=which == "last"), "day"


def _around(unit: str, offset: int) -> Reader:
    """A reading for words that always mean the same distance from publication."""
    kind: Kind = unit  # type: ignore[assignment]  # a unit is the name of its kind

    def read(match: re.Match[str], published: date | None) -> Reading:
        days = around(unit, published, offset) if published is not None else None
        return (days, kind) if days else None

    return read


def _nearby(match: re.Match[str], published: date | None) -> Reading:
    """`last month`, `this year`, `next week`, `в прошлом году`."""
    which, unit = match["which"].lower(), match["unit"].lower()
    offset = (
        -1
        if which[:4] in ("last", "past", "прош", "prev", "minu")
        else 1
        if which[:4] in ("next", "буду", "след")
        else 0
    )
    return _around(_UNITS_RU.get(unit, unit), offset)(match, published)


def _ago(match: re.Match[str], published: date | None) -> Reading:
    """`three weeks ago`."""
    word = match["count"].lower()
    count = int(word) if word.isdigit() else COUNTS[word]
    if count > 120:
        return None
    return _around(match["unit"].lower(), -count)(match, published)


Row = tuple[re.Pattern[str], Reader, str]
"""A pattern, how it is read, and the hint without which it cannot be found (see `hints`); empty for none."""
_CAPITALS: Final = re.compile(r"[A-Z][A-Za-z]{2}")
_YEAR_DIGITS: Final = re.compile(r"(?:19|20)\d")
_STARTS: Final = {
    **{form: "month" for name in MONTHS if name.isascii() for form in (name[:3].capitalize(), name[:3].upper())},
    **{name[:3].capitalize(): "weekday" for name in WEEKDAYS if name.isascii()},
}
_HINT_WORDS: Final = ("day", "week", "month", "year", "orrow", "morning", "noon", "evening")


def hints(part: str) -> set[str]:
    """What of dates in Latin script a text may hold: a quick look that spares most sentences most patterns."""
    found = {_STARTS[start] for start in _CAPITALS.findall(part) if start in _STARTS}
    if _YEAR_DIGITS.search(part):
        found.add("year")
    if any(word in part for word in _HINT_WORDS):
        found.add("word")
    return found


def rows(*given: tuple[str, Reader] | tuple[str, Reader, str]) -> tuple[Row, ...]:
    """Compiled rows, in order of preference."""
    return tuple((re.compile(row[0]), row[1], row[2] if len(row) > 2 else "") for row in given)


_TIME_WORD: Final = (
    r"(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hrough|of"
    r"|[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd|year|around)"
)
_MONTH_WORD: Final = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Ll]ast|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id-?|of)"
_NOT_A_YEAR: Final = r"(?![,.]\d|-\d|[%/]| (?:people|workers|tons|troops|soldiers|won|dollars|km)\b)"
_COUNT: Final = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several)"
_TO_DAY: Final = r"(?: ?- ?(?P<last>[12]\d|3[01]|0?[1-9]))?"
_TO_YEAR: Final = r" ?(?:-|and|to|through|until) ?(?P<last>(?:19|20)\d\d|\d\d)\b(?!-)"
NUMERIC: Final = rows(
    (
        r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-./])(?P<month>0?[1-9]|1[0-2])(?P=sep)"
        + _DAY
        + r"(?![\d])(?!-\d)",
        _day,
    ),
    (r"(?<![\d./])" + _DAY + r"(?P<sep>\.)(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)", _day),
    (r"(?<![\d./])(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)(?!\d)", _day),
    (r"(?<![\d./])(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?!\d)", _day),
)
LATIN: Final = rows(
    (
        rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)?{_TO_DAY}(?![\d:])(?!,\d{{3}})(?:,? {_YEAR})?",
        _day,
        "month",
    ),
    (
        rf"\b{_DAY}(?:st|nd|rd|th|\.|er)?(?: ?- ?(?P<last>[12]\d|3[01]))?(?: of| de)? {_MONTH}(?:,?(?: de)? {_YEAR})?",
        _day,
        "month",
    ),
    (rf"\b{_MONTH},?(?: of| de)? {_YEAR}", _month, "month"),
    (rf"\b{_MONTH} (?:of )?(?P<ago>last year|this year)\b", _month, "month"),
    (
        rf"\b{_MONTH_WORD} ?{_MONTH}(?! \d)",
        _month,
        "month",
    ),
    (r"\b(?P<year>(?:19|20)\d0)'?s\b", _decade, "year"),
    (
        rf"\b(?:{_TIME_WORD}|[Bb]etween)[- ]{_YEAR}{_TO_YEAR}",
        _years,
        "year",
    ),
    (
        rf"\b{_TIME_WORD}[- ](?:the year )?{_YEAR}{_NOT_A_YEAR}",
        _year,
        "year",
    ),
    (rf"\b(?:(?P<which>last|next|this) )?{_WEEKDAY}", _weekday, "weekday"),
    (r"\b(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his|[Nn]ext) (?P<unit>week|month|year)\b", _nearby, "word"),
    (
        rf"\b{_COUNT} (?P<unit>day|week|month|year)s? (?:ago|earlier|before)\b",
        _ago,
        "word",
    ),
    (r"\b[Yy]esterday\b|\b[Tt]he (?:previous day|day before)\b", _around("day", -1), "word"),
    (r"\b[Tt]oday\b|\b[Tt]his (?:morning|afternoon|evening)\b", _around("day", 0), "word"),
    (r"\b[Tt]omorrow\b", _around("day", 1), "word"),
)
CYRILLIC: Final = rows(
    (rf"\b{_DAY}(?:-го)?(?: ?- ?(?P<last>[12]\d|3[01]))? {_MONTH_RU}(?: {_YEAR}(?: (?:года|г\.))?)?", _day),
    (rf"\b{_MONTH_RU} {_YEAR}(?: (?:года|г\.))?", _month),
    (rf"\b{_MONTH_RU} (?P<ago>прошлого года|этого года)", _month),
    (rf"\b(?:[Вв]|[Сс]|[Дд]о) {_MONTH_RU}", _month),
    (r"\b(?P<year>(?:19|20)\d0)-(?:х|е)\b", _decade),
    (rf"\b{_YEAR} ?- ?(?P<last>(?:19|20)\d\d) (?:годах|годы|гг\.)", _years),
    (rf"\b{_YEAR}(?: ?-?(?:году|года|год|г\.))", _year),
    (r"\b[Вв]о? (?P<weekday>" + "|".join(name for name in WEEKDAYS if not name.isascii()) + r")\b", _weekday),
    (
        r"\b(?P<which>прошл\w+|минувш\w+|эт\w+|следующ\w+|будущ\w+) (?P<unit>году|месяце|неделе|года|месяца|недели)\b",
        _nearby,
    ),
    (r"\b[Вв]чера\b|\bнакануне\b", _around("day", -1)),
    (r"\b[Сс]егодня\b", _around("day", 0)),
)
"""`мая` and the like stand without a capital letter in Russian."""
