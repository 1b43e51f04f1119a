"""Every refusal as `application/problem+json` (RFC 9457): what, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from service.errors import (
    ArticleError,
    ConflictError,
    FlagstaffError,
    InputError,
    LostUpdateError,
    MissingExtraError,
    NotFoundError,
    PdfUnavailableError,
    StoreFullError,
    StoreUnavailableError,
)
from service.logs import get_logger

PROBLEM_JSON = "application/problem+json"

STATUS_OF: tuple[tuple[type[FlagstaffError], int, str], ...] = (
    (ArticleError, 422, "article"),
    (InputError, 422, "input"),
    (NotFoundError, 404, "not-found"),
    (LostUpdateError, 412, "lost-update"),
    (ConflictError, 409, "conflict"),
    (StoreUnavailableError, 503, "store-unavailable"),
    (StoreFullError, 507, "store-full"),
    (PdfUnavailableError, 501, "pdf-unavailable"),
    (MissingExtraError, 501, "extra-missing"),
    (FlagstaffError, 500, "internal"),
)
"""Status and kind of our own errors; the first that fits."""

REMEDIES = {
    400: "Mend the request as the detail says and send it again.",
    401: "Send a key: Authorization: Bearer fs_...",
    403: "Ask an administrator for a role that may do this.",
    404: "Check the path and the id; GET /openapi.json lists every route.",
    405: "Use one of the methods in the Allow header.",
    406: "Ask for application/json or application/x-ndjson in Accept.",
    409: "Read the record again and decide anew.",
    412: "Somebody else changed it: read it again and send its new ETag in If-Match.",
    413: "Send less at once: single articles up to 2 MB, batches as application/x-ndjson.",
    415: "Send application/json or application/x-ndjson in Content-Type.",
    422: "Mend what `errors` or the detail names and send it again.",
    428: "Send the record's ETag in If-Match.",
    429: "Wait as long as Retry-After says, then send it again.",
    500: "Send it again; if it stays, give the log's lines of this moment to whoever runs the service.",
    501: "Install what the detail names, or take the same report as HTML and print it.",
    503: "Send it again after Retry-After seconds.",
    507: "Make room on the disk of the store, then send it again.",
}


class Refusal(Exception):  # noqa: N818  (it is an answer rather than an error)
    """A request that the door itself refuses: a bad body, a missing right, a lost update."""

    def __init__(
        self, status: int, detail: str, *, kind: str = "request", headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        """`more` are further members of the problem object."""
        super().__init__(detail)
        self.status, self.detail, self.kind, self.headers, self.more = status, detail, kind, dict(headers or {}), more


def problem(
    status: int, detail: str, *, kind: str = "request", instance: str | None = None, **more: Any
) -> dict[str, Any]:
    """A problem object."""
    return {
        "type": f"urn:flagstaff:problem:{kind}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "remedy": REMEDIES.get(status, REMEDIES[400]),
        **({"instance": instance} if instance else {}),
        **more,
    }


def problem_of(error: FlagstaffError, *, instance: str | None = None) -> dict[str, Any]:
    """One of our own errors as a problem object."""
    status, kind = next((status, kind) for known, status, kind in STATUS_OF if isinstance(error, known))
    detail = str(error) if status != 500 else "the service could not do this"
    return problem(status, detail, kind=kind, instance=instance)


def answer(document: dict[str, Any], *, headers: Mapping[str, str] | None = None) -> Response:
    """A problem object as a response."""
    return Response(orjson.dumps(document), document["status"], dict(headers or {}), PROBLEM_JSON)


def install(app: FastAPI) -> None:
    """Answer every error of the application with a problem object."""
    app.add_exception_handler(FlagstaffError, _on_flagstaff)
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_unknown)


def validation_errors(errors: list[Any]) -> list[dict[str, str]]:
    """pydantic's findings as place and message."""
    return [{"place": ".".join(str(part) for part in error["loc"]), "message": error["msg"]} for error in errors]


def _on_flagstaff(request: Request, error: Exception) -> Response:
    """Our own errors."""
    if not isinstance(error, FlagstaffError):
        raise error
    document = problem_of(error, instance=request.url.path)
    if document["status"] >= 500:
        get_logger("web").error("request.failed", **{"url.path": request.url.path, "error.message": str(error)})
    headers = {"Retry-After": "2"} if document["status"] == 503 else None
    return answer(document, headers=headers)


def _on_refusal(request: Request, error: Exception) -> Response:
    """What the door refuses."""
    if not isinstance(error, Refusal):
        raise error
    request.app.state.turned_away.note(request, error)
    document = problem(error.status, error.detail, kind=error.kind, instance=request.url.path, **error.more)
    return answer(document, headers=error.headers)


def _on_validation(request: Request, error: Exception) -> Response:
    """Parameters that do not fit."""
    if not isinstance(error, RequestValidationError):
        raise error
    places = validation_errors(list(error.errors()))
    detail = "; ".join(f"{place['place']}: {place['message']}" for place in places)
    return answer(problem(422, detail, kind="parameters", instance=request.url.path, errors=places))


def _on_http(request: Request, error: Exception) -> Response:
    """404 and 405 of the router."""
    if not isinstance(error, HTTPException):
        raise error
    details = {
        404: f"there is nothing at {request.url.path}",
        405: f"{request.url.path} does not take {request.method}",
    }
    detail = details.get(error.status_code, str(error.detail))
    kind = {404: "not-found", 405: "method"}.get(error.status_code, "request")
    document = problem(error.status_code, detail, kind=kind, instance=request.url.path)
    return answer(document, headers=error.headers)


def _on_unknown(request: Request, error: Exception) -> Response:
    """A defect of ours: logged in full, told in a sentence."""
    get_logger("web").error("request.defect", exc_info=error, **{"url.path": request.url.path})
    return answer(problem(500, "the service failed at this request", kind="internal", instance=request.url.path))
