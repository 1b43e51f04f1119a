"""Charts as inline SVG."""

from __future__ import annotations

from datetime import UTC, datetime

from service.report.charts import HEIGHT, bars, columns

SINCE = datetime(2024, 3, 1, tzinfo=UTC)
FIRST = 19783
"""2024-03-01 in days since 1970-01-01."""


def test_columns_stand_on_their_days() -> None:
    """The tallest column fills the height, a day without any has none, and the words tell the same."""
    chart = columns({FIRST: 2, FIRST + 2: 4}, since=SINCE, days=3, noun="article")
    assert [column.height for column in chart.columns] == [HEIGHT / 2, 0, HEIGHT]
    assert chart.text == "6 articles from 2024-03-01 to 2024-03-03; most on 2024-03-03: 4"


def test_a_stretch_without_anything_is_flat() -> None:
    """No division by zero; the words say zero."""
    chart = columns({}, since=SINCE, days=2, noun="alert")
    assert not any(column.height for column in chart.columns)
    assert chart.text == "0 alerts from 2024-03-01 to 2024-03-02"


def test_bars_share_the_width_by_value() -> None:
    """The largest bar is as wide as there is room."""
    made = bars({"un": 30, "ofac": 10})
    assert [bar.width for bar in made] == [300, 100]
    assert made[1].share == 0.25
