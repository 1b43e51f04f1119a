"""Reading what clients send: bounded while it streams in, unpacked with a bounded ratio, parsed strictly."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from typing import Annotated, Any

import orjson
from fastapi import Depends, Request

from service.web.problems import Refusal

MAX_BODY = 2_000_000
"""Bytes of a single JSON body, unpacked."""
MAX_LINE = 10_000_000
"""Bytes of one line of a batch, unpacked."""
MAX_RATIO = 100
"""A gzip body that unpacks to more than this times its size is refused."""
_RATIO_GRACE = 100_000
"""Unpacked bytes below which the ratio does not matter."""
_DRAIN = 8_000_000
"""Bytes read and thrown away before a refusal, so that a client in the middle of sending can read the answer."""

JSON_TYPES = ("application/json",)
NDJSON_TYPES = ("application/x-ndjson", "application/ndjson", "application/jsonl")


def media_type(request: Request) -> str:
    """The bare content type."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def chunks(request: Request) -> AsyncIterator[bytes]:
    """The body as it arrives, unpacked; raises Refusal for an encoding we do not read or a bomb."""
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        async for chunk in request.stream():
            yield chunk
        return
    if encoding != "gzip":
        raise Refusal(415, f"Content-Encoding {encoding!r} is not read here; send gzip or plain", kind="encoding")
    unpacker, taken, given = zlib.decompressobj(wbits=31), 0, 0
    try:
        async for chunk in request.stream():
            taken += len(chunk)
            while chunk and not unpacker.eof:
                piece = unpacker.decompress(chunk, 65536)
                given += len(piece)
                if given > _RATIO_GRACE and given > MAX_RATIO * taken:
                    raise Refusal(413, f"the gzip body unpacks to more than {MAX_RATIO} times its size", kind="bomb")
                yield piece
                chunk = unpacker.unconsumed_tail
    except zlib.error:
        raise Refusal(400, "the body says it is gzip but cannot be unpacked", kind="encoding") from None
    if taken and not unpacker.eof:
        raise Refusal(400, "the gzip body is cut off", kind="encoding")


async def read_json_body(request: Request) -> bytes:
    """A single JSON body of at most `MAX_BODY` bytes."""
    if media_type(request) not in JSON_TYPES:
        given = media_type(request) or "no Content-Type"
        raise Refusal(415, f"expected application/json, got {given}", kind="media-type")
    return await read_bounded(request, MAX_BODY)


async def read_bounded(request: Request, limit: int) -> bytes:
    """A body of at most `limit` bytes; a longer one is refused without being held."""
    body = bytearray()
    stream = chunks(request)
    async for chunk in stream:
        body += chunk
        if len(body) > limit:
            await _drain(stream)
            raise Refusal(413, f"the body is longer than {limit:,} bytes", kind="too-large", limit=limit)
    return bytes(body)


async def _drain(stream: AsyncIterator[bytes]) -> None:
    """Read on for a while, keeping nothing."""
    thrown = 0
    async for chunk in stream:
        thrown += len(chunk)
        if thrown > _DRAIN:
            return


JsonBody = Annotated[bytes, Depends(read_json_body)]
"""The raw bytes of a JSON request, for a plain `def` handler."""


def parse_object(body: bytes) -> dict[str, Any]:
    """A JSON object, strictly: UTF-8, no NaN, no lone surrogates, bounded depth. Raises Refusal (400)."""
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Refusal(400, f"the body is not JSON: {error.msg} at {where}", kind="json") from None
    if not isinstance(document, dict):
        raise Refusal(400, f"expected a JSON object, got {type(document).__name__}", kind="json")
    return document
