"""How are dates written in Korean, Chinese and Japanese news? A table of patterns and readings."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from service.text.date_patterns import Reading, rows
from service.text.days import (
    Days,
    around,
    last_day_of_year_unknown,
    last_month_of_year_unknown,
    make_day,
    make_month,
    make_year,
    shift_months,
)

_YEARS_BACK: Final = {"지난해": -1, "작년": -1, "올해": 0, "금년": 0, "내년": 1, "재작년": -2,
                      "去年": -1, "今年": 0, "明年": 1, "昨年": -1, "来年": 1, "前年": -2}  # fmt: skip
_MONTHS_BACK: Final = {"지난달": -1, "이달": 0, "이번 달": 0, "다음 달": 1, "上月": -1, "上个月": -1,
                       "上個月": -1, "本月": 0, "先月": -1, "今月": 0, "来月": 1, "下月": 1}  # fmt: skip
_WEEKS_BACK: Final = {"지난주": -1, "이번 주": 0, "上周": -1, "上週": -1, "本周": 0, "先週": -1, "今週": 0}
_DAYS_BACK: Final = {"어제": -1, "전날": -1, "오늘": 0, "내일": 1, "그제": -2,
                     "昨日": -1, "昨天": -1, "前一天": -1, "今天": 0, "今日": 0, "明天": 1}  # fmt: skip
_NEAR: Final[dict[str, tuple[str, int]]] = {
    word: (unit, offset)
    for unit, table in (("year", _YEARS_BACK), ("month", _MONTHS_BACK), ("week", _WEEKS_BACK), ("day", _DAYS_BACK))
    for word, offset in table.items()
}
_Y: Final = r"(?P<year>(?:19|20)\d\d) ?[년年] ?"
_REL: Final = "(?P<rel>" + "|".join(sorted(_YEARS_BACK, key=len, reverse=True)) + ") ?"
_M: Final = r"(?P<month>1[0-2]|0?[1-9]) ?[월月] ?"
_D: Final = r"(?P<day>[12]\d|3[01]|0?[1-9]) ?[일日](?!간)"


def _year_of(match: re.Match[str], published: date | None) -> int | None:
    """The year that is written or said, None for neither."""
    parts = match.groupdict()
    if parts.get("year"):
        return int(parts["year"])
    if parts.get("rel") and published is not None:
        return published.year + _YEARS_BACK[parts["rel"]]
    return None


def _day(match: re.Match[str], published: date | None) -> Reading:
    """Month and day, with or without the year."""
    year, month, day = _year_of(match, published), int(match["month"]), int(match["day"])
    days: Days | None = None
    if year is not None:
        days = make_day(year, month, day)
    elif published is not None:
        days = last_day_of_year_unknown(month, day, published)
    return (days, "day") if days else None


def _month(match: re.Match[str], published: date | None) -> Reading:
    """A month, with or without the year."""
    year, month = _year_of(match, published), int(match["month"])
    days: Days | None = None
    if year is not None:
        days = make_month(year, month)
    elif published is not None:
        days = last_month_of_year_unknown(month, published)
    return (days, "month") if days else None


def _year(match: re.Match[str], published: date | None) -> Reading:
    """A year in digits."""
    days = make_year(int(match["year"]))
    return (days, "year") if days else None


def _decade(match: re.Match[str], published: date | None) -> Reading:
    """`1990년대`, `1990年代`."""
    first = int(match["year"])
    return ((date(first, 1, 1), date(first + 9, 12, 31)), "decade") if first % 10 == 0 else None


def _bare_day(match: re.Match[str], published: date | None) -> Reading:
    """`지난 5일`: the latest such day of a month not named."""
    if published is None:
        return None
    for back in range(3):
        there = shift_months(published.replace(day=1), -back)
        days = make_day(there.year, there.month, int(match["day"]))
        if days is not None and days[0] <= published:
            return days, "day"
    return None


def _nearby(match: re.Match[str], published: date | None) -> Reading:
    """`지난달`, `去年`, `昨日`."""
    unit, offset = _NEAR[match[0]]
    days = around(unit, published, offset) if published is not None else None
    return (days, unit) if days else None  # type: ignore[return-value]  # a unit is the name of its kind


EAST: Final = rows(
    (rf"(?<!\d)(?:{_Y}|{_REL})?(?<!\d){_M}{_D}", _day),
    (rf"(?<!\d)(?:{_Y}|{_REL}){_M}", _month),
    (r"(?<!\d)(?P<year>(?:19|20)\d\d) ?(?:년대|年代)", _decade),
    (r"(?<!\d)(?P<year>(?:19|20)\d\d) ?[년年](?!대|代)", _year),
    (rf"(?<![\d년年]){_M}(?!\d)", _month),
    (rf"지난 {_D}", _bare_day),
    (rf"(?<!\d){_D}(?=\((?:현지시간|현지시각|월|화|수|목|금|토|일)\))", _bare_day),
    ("|".join(sorted(_NEAR, key=len, reverse=True)), _nearby),
)
