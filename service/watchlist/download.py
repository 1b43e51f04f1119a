"""Fetching a list from its publisher: conditional, bounded in size and time, tried again with growing pauses."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx

from service.errors import ListError
from service.version import ENGINE_VERSION

MAX_DOWNLOAD = 256 * 1024 * 1024
"""Largest download, in bytes as they come over the line."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What the publisher gave to ask with the next time whether the list has changed."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A download. `data` is None when the list has not changed since the validators were given (304)."""

    data: bytes | None
    validators: Validators

    @property
    def published(self) -> str | None:
        """The day (ISO 8601, UTC) of `Last-Modified`; None where the server gave none."""
        try:
            return parsedate_to_datetime(self.validators.modified or "").astimezone(UTC).date().isoformat()
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often. Times in seconds."""

    total: float = 300.0
    """One try, from the first byte asked to the last received: a slow drip ends here."""
    silence: float = 30.0
    """No byte for so long."""
    tries: int = 4
    pause: float = 2.0
    """Before the second try; it doubles each time, and half of it is chance."""
    longest: float = 120.0
    """What a publisher may ask us to wait (`Retry-After`) before the next try; one who asks for more is left alone."""
    max_bytes: int = MAX_DOWNLOAD


class _TryAgainError(Exception):
    """A failure that may pass; `wait` are the seconds that the publisher asks for."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        """Say what happened."""
        super().__init__(message)
        self.wait = wait


def fetch(
    url: str,
    known: Validators = Validators(),  # noqa: B008  (frozen)
    *,
    patience: Patience = Patience(),  # noqa: B008  (frozen)
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Download `url` over http or https, by way of the proxies that the environment names (`HTTPS_PROXY`, ...).

    Raises ListError, with address and reason, when it cannot be had whole. Failures that may pass (no connection,
    429, 5xx, a cut or too slow answer) are tried again.
    """
    headers = {"User-Agent": f"flagstaff/{ENGINE_VERSION}", "Accept-Encoding": "identity"}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.modified:
        headers["If-Modified-Since"] = known.modified
    timeout = httpx.Timeout(patience.silence, connect=min(10.0, patience.silence))
    with httpx.Client(timeout=timeout, follow_redirects=True, max_redirects=5, headers=headers) as client:
        for attempt in range(1, patience.tries + 1):
            try:
                return _once(client, url, patience)
            except _TryAgainError as error:
                if attempt == patience.tries or error.wait > patience.longest:
                    asked = f" and asks for {error.wait:.0f} seconds" if error.wait else ""
                    raise ListError(f"{url}: {error}, {attempt} times{asked}; try again later") from None
                pause = patience.pause * 2 ** (attempt - 1)
                sleep(error.wait + pause * random.uniform(0.5, 1.0))  # nosec B311  (spreads the load; guards nothing)
            except httpx.HTTPError as error:
                raise ListError(f"{url}: {error}; check the address") from None
            except httpx.InvalidURL as error:
                raise ListError(f"{url}: {error}; check the address") from None
    raise AssertionError("unreachable")


def _once(client: httpx.Client, url: str, patience: Patience) -> Fetched:
    """One try."""
    deadline = time.monotonic() + patience.total
    try:
        with client.stream("GET", url) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return Fetched(None, _validators(response))
            if response.status_code in (408, 425, 429) or response.status_code >= 500:
                said = f"the server answers {response.status_code} {response.reason_phrase}".rstrip()
                raise _TryAgainError(said, _retry_after(response))
            if response.status_code != httpx.codes.OK:
                raise ListError(f"{url}: the server answers {response.status_code}; check the address")
            data = _body(response, patience, deadline=deadline)
            return Fetched(data, _validators(response))
    except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError, httpx.ProxyError) as error:
        raise _TryAgainError(str(error) or type(error).__name__) from None


def _body(response: httpx.Response, patience: Patience, *, deadline: float) -> bytes:
    """The bytes as they come, never more than allowed and never for longer."""
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > patience.max_bytes:
            raise ListError(f"{response.url}: larger than {patience.max_bytes:,} bytes; this is no list that we know")
        if time.monotonic() > deadline:
            raise _TryAgainError(f"the download takes longer than {patience.total:g} seconds")
    return bytes(body)


def _retry_after(response: httpx.Response) -> float:
    """The seconds that a server asks to be left alone, given as such or as a date; 0 where it asks for none."""
    asked = response.headers.get("retry-after", "")
    if asked.isdigit():
        return float(asked[:9])
    try:
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
    except ValueError:
        return 0.0


def _validators(response: httpx.Response) -> Validators:
    return Validators(response.headers.get("etag"), response.headers.get("last-modified"))
