"""Which days does a date name mean? Months and weekdays by name, and stretches of days; no clock anywhere."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

Days = tuple[date, date]
"""First and last day, both included."""

EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2099


def _numbers(table: str) -> dict[str, int]:
    """Names of one line each, separated by spaces, with the line's number from 1."""
    return {name: number for number, line in enumerate(table.strip().split("\n"), 1) for name in line.split()}


MONTHS: Final = _numbers("""
january jan января январь январе янв janvier enero januar gennaio janeiro
february feb февраля февраль феврале фев февр février febrero februar febbraio fevereiro
march mar марта март марте мар mars marzo märz março
april apr апреля апрель апреле апр avril abril aprile
may мая май мае mai mayo maggio maio
june jun июня июнь июне июн juin junio juni giugno junho
july jul июля июль июле июл juillet julio juli luglio julho
august aug августа август августе авг août agosto
september sept sep сентября сентябрь сентябре сент сен septembre septiembre settembre setembro
october oct октября октябрь октябре окт octobre octubre oktober ottobre outubro
november nov ноября ноябрь ноябре ноя нояб novembre noviembre novembro
december dec декабря декабрь декабре дек décembre diciembre dezember dicembre dezembro
""")
"""Month names in lower case, without a full stop."""

WEEKDAYS: Final = _numbers("""
monday понедельник понедельника
tuesday вторник вторника
wednesday среду среда среды
thursday четверг четверга
friday пятницу пятница пятницы
saturday субботу суббота субботы
sunday воскресенье воскресенья
""")
"""Weekday names in lower case; Monday is 1, as in ISO 8601."""

COUNTS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
          "eight": 8,       "nine": 9, "ten": 10, "several": 3, "some": 3, "couple": 2}  # fmt: skip


def make_day(year: int, month: int, day: int) -> Days | None:
    """One day, None where the calendar has none or the year is out of range."""
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    found = date(year, month, day)
    return found, found


def make_month(year: int, month: int) -> Days | None:
    """A whole month."""
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def make_year(year: int) -> Days | None:
    """A whole year."""
    return (date(year, 1, 1), date(year, 12, 31)) if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def last_day_of_year_unknown(month: int, day: int, published: date) -> Days | None:
    """The latest such day of a year not named that is not after publication (29 February goes back to a leap year)."""
    for year in range(published.year, published.year - 9, -1):
        found = make_day(year, month, day)
        if found is not None and found[0] <= published:
            return found
    return None


def last_month_of_year_unknown(month: int, published: date) -> Days | None:
    """The latest such month of a year not named that does not begin after publication."""
    return make_month(published.year - (month > published.month), month)


def last_weekday(weekday: int, published: date, *, before: bool = False) -> Days:
    """The latest such weekday not after publication; with `before` not on its day either."""
    back = (published.isoweekday() - weekday) % 7
    found = published - timedelta(days=7 if before and back == 0 else back)
    return found, found


def shift_months(start: date, months: int) -> date:
    """The same day some months on or back, cut to the month's length."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def around(unit: str, published: date, offset: int) -> Days | None:
    """The whole day, week (Monday to Sunday), month or year that lies `offset` units from publication."""
    if unit == "day":
        found = published + timedelta(days=offset)
        return found, found
    if unit == "week":
        monday = published - timedelta(days=published.isoweekday() - 1) + timedelta(weeks=offset)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        there = shift_months(published.replace(day=1), offset)
        return make_month(there.year, there.month)
    return make_year(published.year + offset)
