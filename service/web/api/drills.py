"""`/v1/test-items`: test articles that are planted to see whether what must be flagged still is."""

from __future__ import annotations

from fastapi import APIRouter, Response

from service import drill
from service.errors import NotFoundError
from service.store import drills
from service.web.access import Caller, TheService
from service.web.openapi import answers
from service.web.replies import reply
from service.web.shapes.why import RoundShape

router = APIRouter(prefix="/v1/test-items", tags=["health"])


@router.get("", response_model=None, responses=answers((200, RoundShape, "The last round.")))
def latest(service: TheService) -> Response:
    """What came of the test articles the last time; 404 before the first round."""
    with service.store.read() as tx:
        told = drills.latest(tx)
    if told is None:
        raise NotFoundError(
            "no test articles were planted yet; POST /v1/test-items/rounds, or set FLAGSTAFF_TEST_HOURS"
        )
    return reply(told)


@router.post("/rounds", response_model=None, responses=answers((201, RoundShape, "What came of it.")))
def plant(service: TheService, user: Caller) -> Response:
    """Plant the test articles now. Each goes the whole way to its alert, and nothing of it is kept."""
    items = drill.load_items(service.settings.test_items)
    return reply(drill.run(service.store, service.intake, items, service.clock, actor=user.name), 201)
