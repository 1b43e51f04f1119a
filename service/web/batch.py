"""A batch of articles: one JSON object a line in, one line of result out, in bounded memory.

Results are put aside on disk and sent when the last line has come, because common clients read only after they have
sent all. Every result stands for a commit: a batch that is cut off may be sent again, known articles are not kept
twice.
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import IO, Any

import orjson
from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

from service.errors import FlagstaffError
from service.intake import Intake, Received
from service.model.article import Article
from service.model.article_record import unread
from service.web.body import MAX_LINE, chunks, parse_object
from service.web.metrics import count_received
from service.web.problems import Refusal, problem, problem_of
from service.web.shapes.article import read_article

GROUP = 50
"""Articles in one transaction."""
_GROUP_BYTES = 4_000_000
_IN_MEMORY = 1_000_000
Line = tuple[int, bytes | None]
"""Number (from 1) and bytes of a line; None for one that was too long to hold."""


async def take_batch(request: Request, intake: Intake, *, actor: str) -> Response:
    """Take in every line of the request's body; a bad line is named by its number, the rest goes on."""
    results = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (closed when it has been sent)
    group: list[Line] = []
    held = 0
    async for number, line in lines(chunks(request)):
        group.append((number, line))
        held += len(line or b"")
        if len(group) >= GROUP or held >= _GROUP_BYTES:
            await run_in_threadpool(_take_group, intake, group, actor=actor, results=results)
            group, held = [], 0
    await run_in_threadpool(_take_group, intake, group, actor=actor, results=results)
    results.seek(0)
    return StreamingResponse(
        _sent(results), media_type="application/x-ndjson", background=BackgroundTask(results.close)
    )


async def lines(stream: AsyncIterator[bytes]) -> AsyncIterator[Line]:
    """The lines of a stream with their numbers; blank ones are left out, over-long ones come without their bytes."""
    number, rest, skipping = 1, bytearray(), False
    async for chunk in stream:
        *whole, tail = chunk.split(b"\n")
        for piece in whole:
            rest += piece
            if skipping or len(rest) > MAX_LINE:
                yield number, None
            elif rest.strip():
                yield number, bytes(rest)
            number, rest, skipping = number + 1, bytearray(), False
        rest += tail
        if len(rest) > MAX_LINE:
            rest, skipping = bytearray(), True
    if skipping or rest.strip():
        yield number, None if skipping else bytes(rest)


def _take_group(intake: Intake, group: Sequence[Line], *, actor: str, results: IO[bytes]) -> None:
    """Take in some lines in one transaction, and write their results in order."""
    answers: dict[int, dict[str, Any]] = {}
    good: list[tuple[int, Article]] = []
    warnings: dict[int, list[str]] = {}
    for number, line in group:
        try:
            sent = _read_line(line)
            good.append((number, read_article(sent)))
            if told := unread(sent):
                warnings[number] = told
        except (Refusal, FlagstaffError) as error:
            answers[number] = _refused(number, error)
    for number, received in _received(intake, good, actor=actor):
        count_received(received)
        answers[number] = (
            _refused(number, received) if isinstance(received, FlagstaffError) else _taken(number, received)
        )
        if number in warnings:
            answers[number]["warnings"] = warnings[number]
    for number in sorted(answers):
        results.write(orjson.dumps(answers[number]) + b"\n")


def _received(
    intake: Intake, good: Sequence[tuple[int, Article]], *, actor: str
) -> Iterator[tuple[int, Received | FlagstaffError]]:
    """All in one transaction; when that fails, one by one, so that only the bad ones are left out."""
    try:
        together = intake.receive_many([article for _, article in good], actor=actor) if good else []
    except FlagstaffError:
        for number, article in good:
            try:
                yield number, intake.receive(article, actor=actor)
            except FlagstaffError as error:
                yield number, error
    else:
        yield from zip((number for number, _ in good), together, strict=True)


def _read_line(line: bytes | None) -> dict[str, Any]:
    """The object of one line."""
    if line is None:
        raise Refusal(413, f"the line is longer than {MAX_LINE:,} bytes", kind="too-large", limit=MAX_LINE)
    return parse_object(line)


def _taken(number: int, received: Received) -> dict[str, Any]:
    """The result of a line that was kept."""
    return {
        "line": number,
        "status": 201 if received.created else 200,
        "id": received.screening["article"]["id"],
        "revision": received.revision,
        "band": received.screening["band"],
        "alert_id": received.screening["alert_id"],
    }


def _refused(number: int, error: Refusal | FlagstaffError) -> dict[str, Any]:
    """The result of a line that was not."""
    if isinstance(error, Refusal):
        told = problem(error.status, f"line {number}: {error.detail}", kind=error.kind, **error.more)
    else:
        told = problem_of(error)
        told["detail"] = f"line {number}: {told['detail']}"
    return {"line": number, "status": told["status"], "problem": told}


def _sent(results: IO[bytes]) -> Iterator[bytes]:
    """The results in pieces."""
    while piece := results.read(65536):
        yield piece
