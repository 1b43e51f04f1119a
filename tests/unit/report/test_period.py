"""The period report."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.errors import PdfUnavailableError
from service.model.disposition import Act
from service.report.gather import InUse, gather_period
from service.report.pdf import to_pdf
from service.report.period import Period, period_dict, render_period_html, share
from service.store.people import User
from service.wiring import Service
from tests.standin import article, stand_in_service

DAY = datetime(2024, 3, 19, 12, tzinfo=UTC)
IN_USE = InUse(rules=("un-dprk/overseas-workers", "un-dprk/coal"), lists=(), snapshot="d" * 64)
ANA = User("ana", "analyst")


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return stand_in_service(tmp_path / "flagstaff.db", clock=lambda: DAY)


def period_of(service: Service, *, days: int = 7) -> Period:
    start = DAY.replace(hour=0)
    return gather_period(
        service.store, start - timedelta(days=days - 1), start + timedelta(days=1), in_use=IN_USE, now=DAY
    )


def test_the_report_counts_what_came_in_and_what_became_of_it(service: Service) -> None:
    """Articles, alerts, the decided and the waiting ones, and the rule that raised nothing."""
    for number, text in enumerate(["300 workers came.", "It maybe rained.", "Nothing happened.", "Ten workers left."]):
        service.intake.receive(article(number, text=text), actor="tester")
    with service.store.read() as tx:
        from service.store import queue

        rows = queue.page(tx, queue.Wanted(band="review"), order="updated_at", cursor=None, limit=1).rows
    service.review.act(rows[0].id, Act(name="take"), by=ANA)
    decision = Act(name="decide", outcome="false_positive", reason="article_not_adverse", note="weather")
    service.review.act(rows[0].id, decision, by=ANA)
    period = period_of(service)
    assert (period.articles, period.alerts) == (4, sum(period.by["state"].values()))
    assert period.decided == {"false_positive": 1}
    assert sum(number for _, number in period.waiting) == period.alerts - 1
    assert period.dead_rules == ("un-dprk/coal",)


def test_the_page_is_whole_and_fetches_nothing(service: Service) -> None:
    """Charts stand in the page with their words; no script, no address."""
    service.intake.receive(article(source="<script>x</script>"), actor="tester")
    html = render_period_html(period_of(service))
    assert "1 article from 2024-03-13 to 2024-03-19" in html
    assert "not given: 0 decided, 5 needed" in html
    assert "<script" not in html
    assert not re.search(r'(?:src|href)="(?!data:,)', html)


def test_an_empty_period_has_a_report_too(service: Service) -> None:
    """Nothing came in: zeros, no error."""
    period = period_of(service, days=1)
    assert "0 alerts from 0 articles" in render_period_html(period)
    assert period_dict(period)["false_positive_share"]["value"] is None


def test_a_share_has_its_wilson_interval() -> None:
    """3 of 12 is 25 %, between 8.9 and 53.2 % (Wilson score, 95 %)."""
    found = share(3, 12)
    assert found.value == 0.25
    assert found.low == pytest.approx(0.0889, abs=0.0005)
    assert found.high == pytest.approx(0.5323, abs=0.0005)


@pytest.mark.parametrize("among", range(5))
def test_no_share_below_five_cases(among: int) -> None:
    """A share of four cases says nothing."""
    assert share(among, among).value is None


def test_a_pdf_fetches_nothing() -> None:
    """A page becomes a PDF, and a file that it names is not read."""
    page = render_period_html(Period(since=DAY, until=DAY, articles=0, articles_by_day={}, alerts_by_day={}, by={}))
    try:
        made = to_pdf(page + '<img src="file:///etc/passwd">')
    except PdfUnavailableError as error:
        pytest.skip(str(error))
    assert made.startswith(b"%PDF")
