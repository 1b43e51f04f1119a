"""Period reports by schedule: the last whole day, week or month, made once however many processes run."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Literal

from service.report.gather import InUse, gather_period
from service.report.period import period_dict, render_period_html
from service.store import audit, kept_reports
from service.store.database import Store, Transaction
from service.store.kept_reports import Made

Every = Literal["day", "week", "month"]
ACTOR = "system"


def last_whole(every: Every, today: date) -> tuple[datetime, datetime]:
    """The last day, week (from Monday) or month that is over, in UTC: its beginning, and the beginning of the next."""
    if every == "day":
        first, after = today - timedelta(days=1), today
    elif every == "week":
        after = today - timedelta(days=today.weekday())
        first = after - timedelta(days=7)
    else:
        after = today.replace(day=1)
        first = (after - timedelta(days=1)).replace(day=1)
    return _midnight(first), _midnight(after)


def make_due(store: Store, every: Every, in_use: InUse, *, now: datetime) -> str | None:
    """Make the report of the last whole period unless it was made; returns its id, None where nothing was due."""
    since, until = last_whole(every, now.astimezone(UTC).date())
    with store.read() as tx:
        if kept_reports.is_kept(tx, every, since):
            return None
    period = gather_period(store, since, until, in_use=in_use, now=now)
    made = Made(every=every, since=since, until=until, figures=period_dict(period), page=render_period_html(period))

    def keep(tx: Transaction) -> str | None:
        if kept_reports.is_kept(tx, every, since):
            return None
        report_id = kept_reports.keep(tx, made, now=now)
        data = {"every": every, "since": since.date().isoformat(), "until": until.date().isoformat()}
        audit.append(tx, audit.Act(actor=ACTOR, type="report.made", subject=f"report/{report_id}", data=data), now=now)
        return report_id

    return store.transact(keep)


def _midnight(day: date) -> datetime:
    """The beginning of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
