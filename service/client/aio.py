"""The client for asyncio programs; the same calls as the other one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx

import service.client.calls as calls
from service.client.calls import Call, Json


class AsyncClient:
    """Talks to one service; close it, or use it in an `async with` block."""

    def __init__(self, url: str, *, key: str | None = None, timeout: float = 30) -> None:
        """`key` is an API key, `fs_<id>_<secret>`; an open local service needs none. `timeout` in seconds."""
        self._http = httpx.AsyncClient(base_url=url, headers=calls.headers(key), timeout=timeout)

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Give back the connections."""
        await self._http.aclose()

    async def screen(self, article: Mapping[str, Any]) -> Json:
        """The `screening/1` of an article; nothing is kept."""
        return await self._do(calls.screen(article))

    async def send(self, article: Mapping[str, Any], *, idempotency_key: str | None = None) -> Json:
        """Take an article in; returns `{"screening": ..., "alert": ...}`."""
        return await self._do(calls.send(article, idempotency_key))

    async def send_many(self, articles: Iterable[Mapping[str, Any]]) -> AsyncIterator[Json]:
        """Take many articles in with one request; yields one result a line, in order."""
        body = b"".join(calls.lines(articles))
        headers = {"Content-Type": calls.NDJSON}
        async with self._http.stream("POST", "/v1/articles", content=body, headers=headers, timeout=None) as response:
            if not response.is_success:
                await response.aread()
                calls.read(response)
            async for line in response.aiter_lines():
                yield json.loads(line)

    async def article(self, article_id: str) -> Json:
        """A kept article with its screening and alert."""
        return await self._do(calls.article(article_id))

    async def alerts(self, **filters: Any) -> AsyncIterator[Json]:
        """All alerts that fit, page by page."""
        cursor = None
        while True:
            page = await self._do(calls.alerts(filters, cursor))
            for alert in page["items"]:
                yield alert
            cursor = page["next_cursor"]
            if cursor is None:
                return

    async def alert(self, alert_id: str) -> Json:
        """One alert."""
        return await self._do(calls.alert(alert_id))

    async def act(self, alert: Mapping[str, Any], name: str, **said: Any) -> Json:
        """Do something to an alert as you saw it; see `Client.act`."""
        return await self._do(calls.act(alert, name, said))

    async def reload_rules(self) -> Json:
        """Make the service read its rules again, whole or not at all; ServiceError 422 names every mistake."""
        return await self._do(calls.reload_rules())

    async def try_rule(self, draft: str, *, after: str | None = None, limit: int = 1_000) -> Json:
        """What a draft rule (YAML) would change over stored articles; `next` of the answer goes into `after`."""
        return await self._do(calls.try_rule(draft, after, limit))

    async def suppress(self, alert: Mapping[str, Any], **said: Any) -> Json:
        """Suppress what an alert found: `entity_ids`, `sources` or `texts=True`, with reason, note and until."""
        return await self._do(calls.suppress(alert, said))

    async def on_suppression(self, suppression_id: str, name: str, **said: Any) -> Json:
        """Approve, revoke (note) or review (note, until, owner) a suppression."""
        return await self._do(calls.on_suppression(suppression_id, name, said))

    async def second_look(self, alert_id: str, *, agrees: bool, note: str) -> Json:
        """Say of a closed alert whether you would have decided alike."""
        return await self._do(calls.second_look(alert_id, {"agrees": agrees, "note": note}))

    async def download(self, path: str, to: Path, **params: Any) -> int:
        """Write a report or an export to a file, piece by piece; returns its size in bytes."""
        async with self._http.stream("GET", path, params=params, timeout=None) as response:
            if not response.is_success:
                await response.aread()
                calls.read(response)
            size = 0
            with to.open("wb") as file:
                async for piece in response.aiter_bytes():
                    size += file.write(piece)
            return size

    async def why(self, article_id: str, *, rule: str | None = None) -> Json:
        """Why a stored article was not flagged: the nearest rules, what each lacked, names below the threshold."""
        return await self._do(calls.why(article_id, rule))

    async def screen_why(self, article: Mapping[str, Any], *, rule: str | None = None) -> Json:
        """The same of an article that is not kept."""
        return await self._do(calls.screen_why(article, rule))

    async def comment(self, alert_id: str, text: str) -> Json:
        """Add a comment; all of them."""
        return await self._do(calls.comment(alert_id, text))

    async def label(self, alert: Mapping[str, Any], labels: Iterable[str]) -> Json:
        """Make exactly these the labels of an alert as you saw it."""
        return await self._do(calls.label(alert, labels))

    async def attach(self, alert_id: str, name: str, content: bytes, *, media_type: str) -> Json:
        """Put a file with an alert; all of its files."""
        return await self._do(calls.attach(alert_id, name, content, media_type))

    async def decide_many(self, alert_ids: Iterable[str], **said: Any) -> Json:
        """One decision (outcome, reason, note) on many alerts; one result for each. Needs an admin."""
        return await self._do(calls.decide_many(alert_ids, said))

    async def get(self, path: str, **params: Any) -> Any:
        """Anything that can be read, by its path: a JSON document, or the bytes of a page, a file or NDJSON."""
        return await self._do(Call("GET", path, params=params))

    async def ask(self, method: str, path: str, body: Any = None, **params: Any) -> Any:
        """Any other request, by its method and path: `ask("POST", "/v1/users", {"name": "ann", "role": "analyst"})`."""
        return await self._do(Call(method, path, params=params, json=body))

    async def _do(self, call: Call) -> Any:
        """Make a request; when the service is busy, again after the time that it asks for."""
        attempt = 0
        while True:
            response = await self._http.request(
                call.method, call.path, params=call.params, json=call.json, content=call.content, headers=call.headers
            )
            wait = calls.wait_before_retry(response, attempt)
            if wait is None:
                return calls.read(response)
            await asyncio.sleep(wait)
            attempt += 1
