"""The requests that can be made, and how answers are read; both clients share them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

Json = Any
"""A JSON document as the service sent it."""
NDJSON = "application/x-ndjson"
RETRIED = (429, 503)
"""Answers after which the same request is sent again, after the time that the service asks for."""
TRIES = 4
Unreachable = httpx.TransportError
"""No answer came: the service is not there, or the way to it is broken."""


class ServiceError(Exception):
    """The service refused: `status`, and `problem` (RFC 9457) with `detail` and `remedy`."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        """Keep the problem object."""
        self.status, self.problem = status, dict(problem)
        super().__init__(f"{status}: {problem.get('detail', 'no detail')} {problem.get('remedy', '')}".strip())


@dataclass(frozen=True, slots=True)
class Call:
    """One request."""

    method: str
    path: str
    params: Mapping[str, Any] = field(default_factory=dict)
    json: Any = None
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def screen(article: Mapping[str, Any]) -> Call:
    """Screen and keep nothing."""
    return Call("POST", "/v1/screen", json=dict(article))


def send(article: Mapping[str, Any], key: str | None) -> Call:
    """Take an article in."""
    return Call("POST", "/v1/articles", json=dict(article), headers={"Idempotency-Key": key} if key else {})


def article(article_id: str) -> Call:
    """A kept article."""
    return Call("GET", f"/v1/articles/{quote(article_id, safe='')}")


def alerts(filters: Mapping[str, Any], cursor: str | None) -> Call:
    """A page of alerts."""
    given = {name: value for name, value in filters.items() if value is not None}
    return Call("GET", "/v1/alerts", params={**given, **({"cursor": cursor} if cursor else {})})


def alert(alert_id: str) -> Call:
    """One alert."""
    return Call("GET", f"/v1/alerts/{alert_id}")


def act(shown: Mapping[str, Any], name: str, said: Mapping[str, Any]) -> Call:
    """An act on an alert as it was shown; its ETag goes along."""
    body = None if name in ("take", "wake") else dict(said)
    return Call("POST", f"/v1/alerts/{shown['id']}/{name}", json=body, headers={"If-Match": shown["etag"]})


def suppress(shown: Mapping[str, Any], said: Mapping[str, Any]) -> Call:
    """Say that what an alert found is a known false positive."""
    return Call("POST", "/v1/suppressions", json={"alert_id": shown["id"], **said})


def on_suppression(suppression_id: str, name: str, said: Mapping[str, Any]) -> Call:
    """An act on a suppression: approve, revoke, review."""
    return Call("POST", f"/v1/suppressions/{suppression_id}/{name}", json=dict(said))


def second_look(alert_id: str, said: Mapping[str, Any]) -> Call:
    """A second look at a closed alert."""
    return Call("POST", f"/v1/alerts/{alert_id}/second-look", json=dict(said))


def why(article_id: str, rule: str | None) -> Call:
    """Why a stored article was not flagged."""
    path = f"/v1/articles/{quote(article_id, safe='')}/why"
    return Call("GET", path, params={"rule": rule} if rule else {})


def screen_why(article: Mapping[str, Any], rule: str | None) -> Call:
    """Why an article would not be flagged."""
    return Call("POST", "/v1/screen/why", params={"rule": rule} if rule else {}, json=dict(article))


def comment(alert_id: str, text: str) -> Call:
    """Say something about an alert."""
    return Call("POST", f"/v1/alerts/{alert_id}/comments", json={"text": text})


def label(shown: Mapping[str, Any], labels: Iterable[str]) -> Call:
    """Make exactly these the labels of an alert as it was shown."""
    path = f"/v1/alerts/{shown['id']}/labels"
    return Call("PUT", path, json={"labels": list(labels)}, headers={"If-Match": shown["etag"]})


def attach(alert_id: str, name: str, content: bytes, media_type: str) -> Call:
    """Put a file with an alert."""
    path, headers = f"/v1/alerts/{alert_id}/files", {"Content-Type": media_type}
    return Call("POST", path, params={"name": name}, content=content, headers=headers)


def decide_many(alert_ids: Iterable[str], said: Mapping[str, Any]) -> Call:
    """One decision on many alerts."""
    return Call("POST", "/v1/decisions", json={"alert_ids": list(alert_ids), **said})


def reload_rules() -> Call:
    """Make the service read its rules again."""
    return Call("POST", "/v1/rules:reload")


def try_rule(draft: str, after: str | None, limit: int) -> Call:
    """Try a draft over stored articles."""
    return Call("POST", "/v1/rules/trial", json={"rule": draft, "after": after, "limit": limit})


def lines(articles: Iterable[Mapping[str, Any]]) -> Iterable[bytes]:
    """Articles as the lines of a batch."""
    for one in articles:
        yield json.dumps(dict(one), ensure_ascii=False).encode() + b"\n"


def read(response: httpx.Response) -> Any:
    """The document of a good answer. Raises ServiceError for any other."""
    if response.is_success:
        told = response.headers.get("content-type", "")
        if "json" not in told or NDJSON in told:
            return response.content or None
        return response.json()
    try:
        problem = response.json()
    except ValueError:
        problem = {"detail": response.text[:200]}
    raise ServiceError(response.status_code, problem if isinstance(problem, dict) else {"detail": str(problem)})


def wait_before_retry(response: httpx.Response, attempt: int) -> float | None:
    """Seconds until the request may be sent again; None when it should not be."""
    if response.status_code not in RETRIED or attempt >= TRIES:
        return None
    asked = response.headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else 0.5 * 2**attempt


def headers(key: str | None) -> dict[str, str]:
    """What every request carries."""
    return {"Authorization": f"Bearer {key}"} if key else {}
