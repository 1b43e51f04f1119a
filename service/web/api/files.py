"""`/v1/alerts/{id}/files`: files that people put with an alert."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request, Response

from service.review import MAX_FILE, Upload
from service.web.access import Caller, TheService
from service.web.body import media_type, read_bounded
from service.web.openapi import answers
from service.web.replies import reply
from service.web.shapes.review import FilesShape

router = APIRouter(prefix="/v1/alerts/{alert_id}/files", tags=["review"])


async def _read_file(request: Request) -> bytes:
    """The bytes of a file."""
    return await read_bounded(request, MAX_FILE)


Content = Annotated[bytes, Depends(_read_file)]
_BODY = {"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string"}}}}}


@router.get("", response_model=None, responses=answers((200, FilesShape, "The files.")))
def list_files(service: TheService, alert_id: str) -> Response:
    """The files of an alert."""
    return reply({"items": service.filing.every(alert_id)})


@router.post("", response_model=None, responses=answers((201, FilesShape, "All files.")), openapi_extra=_BODY)
def attach(
    request: Request,
    service: TheService,
    user: Caller,
    alert_id: str,
    content: Content,
    name: Annotated[str, Query(min_length=1, max_length=400, description="The file's name.", examples=["letter.pdf"])],
) -> Response:
    """Put a file with an alert: its bytes as the body, its kind in Content-Type (PDF, PNG, JPEG, text, CSV, JSON, mail,
    DOCX, XLSX), up to 10 MB.
    """
    upload = Upload(name=name, media_type=media_type(request), content=content)
    return reply({"items": service.filing.attach(alert_id, upload, by=user)}, 201)


@router.get(
    "/{file_id}",
    response_model=None,
    responses={200: {"description": "The file.", "content": {"application/octet-stream": {}}}},
)
def fetch(service: TheService, alert_id: str, file_id: str) -> Response:
    """One file, as an attachment; a browser never opens it here."""
    kept, content = service.filing.fetch(alert_id, file_id)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(kept.name, safe='')}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "ETag": f'"{kept.sha256}"',
    }
    return Response(content, media_type="application/octet-stream", headers=headers)
