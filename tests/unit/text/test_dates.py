"""Dates in running text: what a reader of that day understood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service import Article
from service.text.dates import find_dates, find_dates_in
from service.text.document import read

PUBLISHED = date(2024, 3, 19)  # a Tuesday

CASES = [
    ("On Feb. 5, around 300 people", "2024-02-05", "2024-02-05", "day"),
    ("on Dec. 22, 2019 the period", "2019-12-22", "2019-12-22", "day"),
    ("signed on March 30", "2023-03-30", "2023-03-30", "day"),
    ("from 15-17 March they", "2024-03-15", "2024-03-17", "range"),
    ("the 5th of February", "2024-02-05", "2024-02-05", "day"),
    ("in 1998 they", "1998-01-01", "1998-12-31", "year"),
    ("since 2019 they", "2019-01-01", "2024-03-19", "since"),
    ("by the end of 2019.", "2019-12-31", "2019-12-31", "until"),
    ("between 2016 and 2019", "2016-01-01", "2019-12-31", "range"),
    ("in the 1990s", "1990-01-01", "1999-12-31", "decade"),
    ("in December 2019", "2019-12-01", "2019-12-31", "month"),
    ("a summit in September", "2023-09-01", "2023-09-30", "month"),
    ("last month", "2024-02-01", "2024-02-29", "month"),
    ("earlier this week", "2024-03-18", "2024-03-24", "week"),
    ("three weeks ago", "2024-02-26", "2024-03-03", "week"),
    ("media said Tuesday", "2024-03-19", "2024-03-19", "day"),
    ("last Tuesday", "2024-03-12", "2024-03-12", "day"),
    ("on Monday", "2024-03-18", "2024-03-18", "day"),
    ("the previous day", "2024-03-18", "2024-03-18", "day"),
    ("2024년 2월 5일 도착", "2024-02-05", "2024-02-05", "day"),
    ("지난해 12월 방문", "2023-12-01", "2023-12-31", "month"),
    ("지난 5일 도착했다", "2024-03-05", "2024-03-05", "day"),
    ("지난달 도착했다", "2024-02-01", "2024-02-29", "month"),
    ("5 февраля прибыли", "2024-02-05", "2024-02-05", "day"),
    ("6 февраля 2023 г. прибыли", "2023-02-06", "2023-02-06", "day"),
    ("в прошлом году", "2023-01-01", "2023-12-31", "year"),
    ("с 2019 года", "2019-01-01", "2024-03-19", "since"),
    ("2月5日抵达", "2024-02-05", "2024-02-05", "day"),
    ("2019年12月22日", "2019-12-22", "2019-12-22", "day"),
    ("去年12月", "2023-12-01", "2023-12-31", "month"),
    ("on 2023-04-01 and", "2023-04-01", "2023-04-01", "day"),
    ("on 13/04/2022 they", "2022-04-13", "2022-04-13", "day"),
]


@pytest.mark.parametrize(("text", "first", "last", "kind"), CASES, ids=[case[0] for case in CASES])
def test_a_named_time_is_read(text: str, first: str, last: str, kind: str) -> None:
    """Each way of naming a time means these days for an article of 19 March 2024."""
    (found,) = find_dates_in(text, PUBLISHED, 0, len(text))
    assert (found.date_from.isoformat(), found.date_to.isoformat(), found.kind) == (first, last, kind)


@pytest.mark.parametrize(
    "text",
    ["Workers march in protest", "it may 5 be", "2,019 workers", "in 2000 workers", "30 February",
     "Resolution 2397 (2017)",
     "at 10.30.45", "03/04/2022", "5일간 머물렀다"],
)  # fmt: skip
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Verbs, counts, numbers of resolutions, impossible and ambiguous dates are not read."""
    assert find_dates_in(text, PUBLISHED, 0, len(text)) == ()


def test_without_publication_nothing_is_guessed() -> None:
    """Only dates with their year are read when the publication date is unknown."""
    doc = read(Article("On Feb. 5, last month, on Monday, 지난달, 5 февраля. In May 2020 they left."))
    assert [doc.norm[found.start : found.end] for found in find_dates(doc)] == ["May 2020"]


@given(
    st.text(alphabet="Feb. 5,2019년 월일сгодмаяn the last month-/年", max_size=60),
    st.dates(date(1901, 1, 1), date(2098, 1, 1)),
)
def test_any_text_is_survived(text: str, published: date) -> None:
    """Dates stand in order, apart, and from never lies after to."""
    found = find_dates_in(text, published, 0, len(text))
    assert all(one.date_from <= one.date_to for one in found)
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))
