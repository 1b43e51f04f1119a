"""`/health/live`, `/health/ready` and `/metrics`: for whoever runs the service."""

from __future__ import annotations

from fastapi import APIRouter, Response

from service.errors import StoreError
from service.model.alert import stale
from service.store import drills
from service.web.access import TheService
from service.web.metrics import exposition
from service.web.openapi import answers
from service.web.replies import reply
from service.web.shapes.other import LiveShape, ReadyShape

router = APIRouter(tags=["health"])


@router.get("/health/live", response_model=None, responses=answers((200, LiveShape, "It does.")))
def live() -> Response:
    """The process answers."""
    return reply({"status": "ok"})


@router.get(
    "/health/ready",
    response_model=None,
    responses=answers((200, ReadyShape, "Articles can be taken in."), (503, ReadyShape, "The store is away.")),
)
def ready(service: TheService) -> Response:
    """Whether articles can be taken in: 200 `ok` or `degraded` (a list is out of date, a test article was missed), 503
    when the store is away.
    """
    try:
        lists = service.watchlists()
        with service.store.read() as tx:
            tested = drills.latest(tx)
    except StoreError as error:
        return reply({"status": "unavailable", "reasons": [str(error)]}, 503, headers={"Retry-After": "2"})
    reasons = [sentence for row in lists if (sentence := stale(row["name"], row["age_hours"]))]
    if tested is not None:
        reasons += [f"test article {one['item']}: {one['detail']}" for one in tested["items"] if not one["passed"]]
    document = {
        "status": "degraded" if reasons else "ok",
        "reasons": reasons,
        "snapshot": service.screener.snapshot.sha256,
        "lists": [{key: row[key] for key in ("name", "version", "list_date", "age_hours")} for row in lists],
    }
    return reply(document)


@router.get("/metrics", response_model=None, include_in_schema=False)
def metrics(service: TheService) -> Response:
    """Counts and times for Prometheus."""
    body, media_type = exposition(service)
    return Response(body, media_type=media_type)
