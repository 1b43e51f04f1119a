"""`/v1/audit`: the chain of everything that was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from service.store import audit
from service.web.access import TheService
from service.web.openapi import answers, lines_answer
from service.web.replies import ndjson, reply
from service.web.shapes.review import ChainShape, EventShape
from service.wiring import Service

router = APIRouter(prefix="/v1/audit", tags=["audit"])


@router.get("", response_model=None, responses={200: {"description": "Events.", "content": lines_answer(EventShape)}})
def export(service: TheService, after: Annotated[int, Query(ge=0)] = 0) -> Response:
    """Every event after a number, one a line, oldest first."""
    return ndjson(_events(service, after))


@router.get("/verify", response_model=None, responses=answers((200, ChainShape, "Whether it holds.")))
def verify(service: TheService, seq: int | None = None, hash: str | None = None) -> Response:
    """Whether the chain holds; `seq` and `hash` of a head noted earlier show whether its tail was cut."""
    known = None if seq is None or hash is None else (seq, hash)
    with service.store.read() as tx:
        errors = audit.verify(tx, known_head=known)
        last, digest = audit.head(tx)
    return reply({"ok": not errors, "errors": errors, "seq": last, "hash": digest})


def _events(service: Service, after: int) -> Iterator[dict[str, Any]]:
    """Events while the transaction is open."""
    with service.store.read() as tx:
        yield from audit.export(tx, after=after)
