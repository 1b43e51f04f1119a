"""`/v1/watchlists` and `/v1/entities`: the lists, their versions, and every entry of them."""

from __future__ import annotations

import dataclasses
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from service import refresh
from service.errors import NotFoundError
from service.store import list_versions
from service.watchlist.diff import compare_versions
from service.watchlist.ftm import to_ftm
from service.watchlist.past import in_force
from service.watchlist.table_columns import read_mapping
from service.web.access import Actor, TheService
from service.web.body import JsonBody, read_bounded
from service.web.entries import find_entry, parties_of
from service.web.freshness import told_lists
from service.web.imports import MAX_UPLOAD, Sent, put_in_use
from service.web.openapi import answers, json_body
from service.web.problems import Refusal
from service.web.replies import reply
from service.web.shapes import watchlist as shapes
from service.web.shapes.review import read_said

router = APIRouter(prefix="/v1", tags=["watchlists"])

FTM = "application/ftm+json"
_UPLOAD = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


async def read_upload(request: Request) -> bytes:
    """The bytes of a list, in any format that is read; gzip and zip are opened later."""
    return await read_bounded(request, MAX_UPLOAD)


Upload = Annotated[bytes, Depends(read_upload)]


@router.get("/watchlists", response_model=None, responses=answers((200, shapes.WatchlistsShape, "Every loaded list.")))
def list_watchlists(service: TheService) -> Response:
    """The lists in use, each with version, hash, date, age, and what the last refresh brought."""
    return reply({"items": told_lists(service)})


@router.get("/watchlists/{name}", response_model=None, responses=answers((200, shapes.WatchlistShape, "The list.")))
def show_watchlist(service: TheService, name: str) -> Response:
    """One list."""
    row = next((row for row in told_lists(service) if row["name"] == name), None)
    if row is None:
        raise NotFoundError(f"no list {name!r} is loaded")
    return reply(row)


@router.get(
    "/watchlists/{name}/versions",
    response_model=None,
    responses=answers((200, shapes.KeptVersionsShape, "Every import that is kept.")),
)
def list_kept(service: TheService, name: str) -> Response:
    """Every version of a list that is kept, newest import first."""
    with service.store.read() as tx:
        kept = list_versions.history(tx, name)
    if not kept and all(row["name"] != name for row in told_lists(service)):
        raise NotFoundError(f"no list {name!r} is loaded or kept")
    return reply({"items": [version.as_dict() for version in kept]})


@router.post(
    "/watchlists/{name}/versions",
    response_model=None,
    responses=answers((201, shapes.ListChangeShape, "It is in use."), (200, shapes.ListChangeShape, "It was already.")),
    openapi_extra=_UPLOAD,
)
def add_version(
    service: TheService,
    actor: Actor,
    name: str,
    body: Upload,
    said: Annotated[shapes.SentListQuery, Query()],
) -> Response:
    """Send a list as its publisher gives it. It is checked against the version in use and refused (409) when damaged,
    unless `override` says why it is to be taken all the same; the reason goes into the audit trail.
    """
    columns = read_mapping(said.column)
    sent = Sent(body, said.filename, said.date, columns, said.override)
    change = put_in_use(service, name, sent, actor=actor)
    return reply(change.as_dict(), 201 if change.outcome == "in use" else 200)


@router.get(
    "/watchlists/{name}/diff", response_model=None, responses=answers((200, shapes.ListDiffShape, "What changed."))
)
def diff(
    service: TheService,
    name: str,
    before: Annotated[str, Query(alias="from")],
    after: Annotated[str, Query(alias="to")],
) -> Response:
    """Entries added, removed and changed between two versions, each named by version, date or start of its hash."""
    with service.store.read() as tx:
        old, new = (in_force(refresh.read_version(tx, name, wanted)) for wanted in (before, after))
    return reply(compare_versions(old, new).as_dict())


@router.post(
    "/watchlists/{name}/rollback",
    response_model=None,
    responses=answers((200, shapes.KeptVersionShape, "The version that is in use now.")),
    openapi_extra=json_body(shapes.RollbackIn),
)
def roll_back(service: TheService, actor: Actor, name: str, body: JsonBody) -> Response:
    """Put an older version in use again."""
    said = read_said(shapes.RollbackIn, body)
    version = refresh.roll_back(service.store, name, said.to, reason=said.reason, actor=actor, now=service.clock())
    service.follow_lists()
    return reply(version.as_dict())


@router.post(
    "/watchlists/{name}/refresh",
    response_model=None,
    responses=answers((200, shapes.RefreshShape, "What came of it.")),
)
def refresh_now(service: TheService, actor: Actor, name: str) -> Response:
    """Ask the publisher for a newer version now."""
    state = service.refresh_list(name, actor=actor)
    if state is None:
        raise Refusal(409, f"{name} is being refreshed by another process", kind="conflict")
    service.follow_lists()
    return reply(state.as_dict())


@router.get(
    "/entities/{entity_id}", response_model=None, responses=answers((200, shapes.EntityShape, "The entry in full."))
)
def show_entity(request: Request, service: TheService, entity_id: str, format: str | None = None) -> Response:
    """One entry of the lists in use; FollowTheMoney with `format=ftm` or `Accept: application/ftm+json`."""
    entity = find_entry(service, entity_id)
    if format == "ftm" or FTM in request.headers.get("accept", ""):
        return reply(to_ftm(entity), headers={"Vary": "Accept"})
    same = [party.as_dict() for party in parties_of(service, entity_id)]
    return reply({"entity": dataclasses.asdict(entity), "same_party": same}, headers={"Vary": "Accept"})
