"""`/v1/reports` for those who check the work: quality sample, thresholds, examiner pack, reports made by schedule."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from service.report.examiner import Asked, write_pack
from service.report.gather import gather_quality, gather_thresholds
from service.report.quality import Quality, quality_dict, render_quality_html
from service.report.thresholds import Thresholds, render_thresholds_html, thresholds_dict
from service.review import look_again
from service.store import kept_reports
from service.web.access import Caller, TheService
from service.web.body import JsonBody
from service.web.days import Days
from service.web.openapi import answers, json_body
from service.web.replies import HTML, TemporaryFile, html_page, reply
from service.web.shapes.quality import KeptReportsShape, QualityShape, SecondLookIn, SecondLookShape, ThresholdsShape
from service.web.shapes.review import read_said
from service.wiring import Service

router = APIRouter(prefix="/v1", tags=["reports"])

_ZIP: dict[int | str, dict[str, Any]] = {200: {"description": "The pack.", "content": {"application/zip": {}}}}


class SampleQuery(Days):
    """Which days, and how the sample is drawn."""

    per_person: int = Field(5, ge=1, le=1000, description="Closed alerts of each person, at most.", examples=[5])
    seed: str = Field("1", min_length=1, max_length=100, description="The same seed draws the same alerts.")


class ThresholdQuery(Days):
    """Which days, and of which alerts."""

    rule: str | None = Field(
        None, max_length=200, description="A rule or a whole regime; without one, all.", examples=["un-dprk"]
    )


@router.get("/reports/quality.json", response_model=None, responses=answers((200, QualityShape, "The sample.")))
def quality_figures(service: TheService, query: Annotated[SampleQuery, Query()]) -> Response:
    """Closed alerts of each analyst, drawn by a seed for a second look, and how often second looks agreed."""
    return reply(quality_dict(_quality(service, query)))


@router.get("/reports/quality.html", response_model=None, responses=HTML)
def quality_page(service: TheService, query: Annotated[SampleQuery, Query()]) -> Response:
    """The same sample as a page to work through."""
    return html_page(render_quality_html(_quality(service, query)))


@router.post(
    "/alerts/{alert_id}/second-look",
    response_model=None,
    responses=answers((201, SecondLookShape, "The second look; the decision stays as it is.")),
    openapi_extra=json_body(SecondLookIn),
)
def second_look(service: TheService, user: Caller, alert_id: str, body: JsonBody) -> Response:
    """Say of a closed alert whether you would have decided alike; not of a decision that you took part in."""
    said = read_said(SecondLookIn, body)
    look = look_again(service.store, alert_id, agrees=said.agrees, note=said.note, by=user, clock=service.clock)
    return reply(look, 201)


@router.get("/reports/thresholds.json", response_model=None, responses=answers((200, ThresholdsShape, "The figures.")))
def thresholds_figures(service: TheService, query: Annotated[ThresholdQuery, Query()]) -> Response:
    """How precise the alerts were, by band, points and rule, and what a higher threshold would cost."""
    return reply(thresholds_dict(_thresholds(service, query)))


@router.get("/reports/thresholds.html", response_model=None, responses=HTML)
def thresholds_page(service: TheService, query: Annotated[ThresholdQuery, Query()]) -> Response:
    """The same figures as a page."""
    return html_page(render_thresholds_html(_thresholds(service, query)))


@router.get("/reports/examiner.zip", response_model=None, responses=_ZIP)
def examiner_pack(service: TheService, query: Annotated[SampleQuery, Query()]) -> Response:
    """What an examiner asks for: configuration, rules and their tests, lists, people, reports, a sample, the trail."""
    now = service.clock()
    since, until = query.bounds(now)
    asked = Asked(since=since, until=until, seed=query.seed, per_person=query.per_person)
    file = TemporaryFile(f"flagstaff-examiner-{since.date()}-{until.date()}.zip")
    with file.filling() as path, path.open("wb") as out:
        write_pack(service.store, asked, service.present(), out, now=now)
    return file.response("application/zip")


@router.get("/reports", response_model=None, responses=answers((200, KeptReportsShape, "The reports, newest first.")))
def reports_made(service: TheService) -> Response:
    """The period reports that were made by schedule (setting `FLAGSTAFF_PERIOD_REPORTS`)."""
    with service.store.read() as tx:
        return reply({"items": kept_reports.listed(tx)})


@router.get("/reports/kept/{report_id}.html", response_model=None, responses=HTML)
def report_page(service: TheService, report_id: str) -> Response:
    """A report as it was made."""
    with service.store.read() as tx:
        return html_page(kept_reports.page(tx, report_id))


@router.get("/reports/kept/{report_id}.json", response_model=None, responses={200: {"description": "The figures."}})
def report_figures(service: TheService, report_id: str) -> Response:
    """Its figures as JSON."""
    with service.store.read() as tx:
        return reply(kept_reports.figures(tx, report_id))


def _quality(service: Service, query: SampleQuery) -> Quality:
    """The sample that was asked for."""
    bounds = query.bounds(service.clock())
    return gather_quality(service.store, *bounds, per_person=query.per_person, seed=query.seed)


def _thresholds(service: Service, query: ThresholdQuery) -> Thresholds:
    """The figures that were asked for."""
    return gather_thresholds(service.store, *query.bounds(service.clock()), rule=query.rule or None)
