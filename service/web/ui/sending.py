"""Forms that bring a file along, as every browser sends them without a script."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from service.web.body import media_type, read_bounded
from service.web.problems import Refusal
from service.web.ui.pages import check_token, same_origin

_AROUND = 100_000
"""Bytes that the fields of a form and the lines around its parts may take."""
_MOST_FIELDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """The fields of a form and its file; the file's name is empty where none was chosen."""

    fields: dict[str, str]
    name: str
    media_type: str
    content: bytes


async def read_sent_file(request: Request, limit: int) -> SentFile:
    """A form of our own with one file of at most `limit` bytes. Raises Refusal."""
    same_origin(request)
    if media_type(request) != "multipart/form-data":
        raise Refusal(415, "expected a form with a file", kind="media-type")
    body = await read_bounded(request, limit + _AROUND)

    async def once() -> AsyncGenerator[bytes, None]:
        yield body

    parser = MultiPartParser(request.headers, once(), max_files=1, max_fields=_MOST_FIELDS, max_part_size=_AROUND)
    try:
        parts = await parser.parse()
    except MultiPartException as error:
        raise Refusal(400, f"the form cannot be read: {error.message}", kind="form") from None
    fields = {name: value for name, value in parts.multi_items() if isinstance(value, str)}
    check_token(request, fields)
    file = next((value for value in parts.values() if isinstance(value, UploadFile)), None)
    if file is None:
        return SentFile(fields=fields, name="", media_type="", content=b"")
    content = await file.read()
    await file.close()
    kind = (file.content_type or "").partition(";")[0].strip().lower()
    return SentFile(fields=fields, name=file.filename or "", media_type=kind, content=content)
