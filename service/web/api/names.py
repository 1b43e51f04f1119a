"""`/v1/search/names`, `/match/{dataset}` and `/v1/scoring`: who on the lists is called this, and why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from service.names.scoring import scoring_table
from service.names.search import search_names
from service.names.yente import MatchOptions, match_entities
from service.web.access import TheService
from service.web.body import JsonBody, parse_object
from service.web.openapi import answers, json_body
from service.web.replies import reply
from service.web.shapes import names as shapes

router = APIRouter(tags=["names"])

Threshold = Annotated[float | None, Query(ge=0, le=1, description="Scores from here on are matches.")]


@router.get("/v1/search/names", response_model=None, responses=answers((200, shapes.NamesOut, "Listed parties.")))
def search(
    service: TheService,
    q: Annotated[str, Query(min_length=2, max_length=300, description="A name.", examples=["kozhemiako"])],
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
    schema: Annotated[str | None, Query(description="Person, Company, Vessel, ...")] = None,
    threshold: Threshold = 0.0,
) -> Response:
    """The listed parties whose names are nearest to a name, spelling forgiven, each explained."""
    found = search_names(q, service.names, limit, schema=schema)
    items = [candidate.as_dict() for candidate in found if candidate.score >= (threshold or 0)]
    return reply({"query": q, "items": items})


@router.post(
    "/match/{dataset}",
    response_model=None,
    responses=answers((200, shapes.MatchOut, "Results by query.")),
    openapi_extra=json_body(shapes.MatchIn),
)
def match(service: TheService, dataset: str, body: JsonBody, query: Annotated[shapes.MatchQuery, Query()]) -> Response:
    """Match parties that you hold, as yente does; `dataset` is a list's short name or `default` for all."""
    options = MatchOptions(dataset=dataset, **query.model_dump())
    answer = match_entities(parse_object(body), service.names, options)
    response = reply(answer)
    response.headers["x-batch-size"] = str(len(answer["responses"]))
    return response


@router.get("/v1/scoring", response_model=None, responses=answers((200, shapes.ScoringOut, "The table.")))
def scoring() -> Response:
    """What each factor of a name's score means, and what it is worth."""
    return reply(scoring_table())
