"""Answers that are not problems: JSON, NDJSON, and idempotent replays."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.responses import FileResponse, StreamingResponse
from starlette.background import BackgroundTask

from service.report.pdf import to_pdf
from service.store import idempotency
from service.web.access import service_of
from service.web.problems import Refusal

MAX_KEY = 255


def reply(document: Any, status: int = 200, *, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON document."""
    return Response(orjson.dumps(document), status, dict(headers or {}), "application/json")


def ndjson(documents: Iterable[Any]) -> Response:
    """One JSON document a line, sent while it is made."""

    def lines() -> Iterator[bytes]:
        for document in documents:
            yield orjson.dumps(document) + b"\n"

    return StreamingResponse(lines(), media_type="application/x-ndjson")


HTML: dict[int | str, dict[str, Any]] = {200: {"description": "A page.", "content": {"text/html": {}}}}
"""`responses` of a route that answers with a page."""


def html_page(page: str) -> Response:
    """A self-contained page; it may neither run scripts nor fetch anything."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", "X-Content-Type-Options": "nosniff"}
    return Response(page, 200, headers, "text/html; charset=utf-8")


PDF: dict[int | str, dict[str, Any]] = {
    200: {"description": "The page as PDF.", "content": {"application/pdf": {}}},
    501: {"description": "This installation cannot make PDF; the remedy says what to install."},
}
"""`responses` of a route that answers with a PDF."""


def pdf_file(html: str, name: str) -> Response:
    """A page as a PDF to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(to_pdf(html), media_type="application/pdf", headers=headers)


NDJSON: dict[int | str, dict[str, Any]] = {
    200: {"description": "One JSON object a line.", "content": {"application/x-ndjson": {}}}
}
"""`responses` of a route that answers line by line."""


class TemporaryFile:
    """A download that is too large for memory: written to a file, sent from there, then removed."""

    def __init__(self, name: str) -> None:
        """Make an empty file; `name` is what the browser keeps it as."""
        handle, path = tempfile.mkstemp(prefix="flagstaff-")
        os.close(handle)
        self.name, self.path = name, Path(path)

    @contextmanager
    def filling(self) -> Iterator[Path]:
        """Fill the file; when that fails it is removed at once."""
        try:
            yield self.path
        except BaseException:
            self.path.unlink(missing_ok=True)
            raise

    def response(self, media_type: str) -> Response:
        """Send the file and remove it."""
        headers = {"X-Content-Type-Options": "nosniff"}
        remove = BackgroundTask(self.path.unlink, missing_ok=True)
        return FileResponse(self.path, media_type=media_type, filename=self.name, headers=headers, background=remove)


def once(request: Request, actor: str, body: bytes, *, act: Callable[[], Response]) -> Response:
    """Do it once under the request's Idempotency-Key: the same request again gets the same answer.

    Another body under the key is refused with 422, a first request still under way with 409.
    """
    key = request.headers.get("idempotency-key")
    if key is None:
        return act()
    if not 0 < len(key) <= MAX_KEY or not key.isascii() or not key.isprintable():
        raise Refusal(400, f"Idempotency-Key: send 1 to {MAX_KEY} printable ASCII characters", kind="idempotency-key")
    service = service_of(request)
    asked = hashlib.sha256(f"{request.method} {request.url.path}\n".encode() + body).hexdigest()
    earlier = service.store.transact(
        lambda tx: idempotency.claim(tx, actor, key, request_sha256=asked, now=service.clock())
    )
    if earlier is not None:
        return _replayed(earlier, asked)
    done = False
    try:
        response = act()
        with service.store.write() as tx:
            kept = bytes(response.body)
            idempotency.answer(tx, actor, key, status=response.status_code, response=kept)
        done = True
    finally:
        if not done:
            with service.store.write() as tx:
                idempotency.release(tx, actor, key)
    return response


def _replayed(earlier: idempotency.Earlier, asked: str) -> Response:
    """The answer of the first time."""
    if earlier.request_sha256 != asked:
        raise Refusal(422, "this Idempotency-Key was used for another request; use a new one", kind="idempotency-key")
    if earlier.status is None or earlier.response is None:
        raise Refusal(
            409, "the first request under this Idempotency-Key is still under way",
            kind="idempotency-key", headers={"Retry-After": "1"},
        )  # fmt: skip
    headers = {"Idempotent-Replayed": "true"}
    return Response(earlier.response, earlier.status, headers, "application/json")
