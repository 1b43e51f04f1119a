"""Who is asking, and whether the table of roles lets them; what is not in the table is refused."""

from __future__ import annotations

import hmac
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from service.errors import StoreUnavailableError
from service.store import people
from service.store.people import Session, User
from service.web.known_keys import KnownKeys
from service.web.problems import Refusal
from service.web.roles import PUBLIC, TABLE
from service.wiring import Service

LOCAL_ADMIN = User("local-admin", "admin")
"""Whoever asks a service that runs open: on the loopback interface, with a store that has no users yet."""
COOKIE = "flagstaff_session"
CSRF_HEADER = "x-csrf-token"
LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")

_FAILURES, _SECONDS = 20, 60


@dataclass(slots=True)
class Gate:
    """Finds out who asks; slows down whoever guesses keys."""

    service: Service
    failures: dict[str, deque[float]] = field(default_factory=dict)
    known: KnownKeys = field(default_factory=KnownKeys)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def who(self, request: Request) -> tuple[User | None, Session | None]:
        """The user behind a key or a cookie (with its session); None for nobody."""
        key = _key(request)
        cookie = request.cookies.get(COOKIE)
        if key is not None:
            return self._holder(key), None
        with self.service.store.read() as tx:
            now = self.service.clock()
            if cookie is not None:
                session = people.session_of(tx, cookie, now=now)
                return (None, None) if session is None else (session.user, session)
            is_open = not people.any_user(tx)
        if is_open and self.service.settings.host in LOOPBACK and _names_loopback(request):
            _check_origin(request)
            return LOCAL_ADMIN, None
        return None, None

    def _holder(self, key: str) -> User | None:
        """Whose key it is; while the store is away, as it said last."""
        now = self.service.clock()
        try:
            with self.service.store.read() as tx:
                user = people.user_of_key(tx, key, now=now)
        except StoreUnavailableError:
            if (user := self.known.recall(key, now=now)) is None:
                raise
            return user
        self.known.note(key, user, now=now)
        return user

    def check_guesses(self, request: Request) -> None:
        """Refuse an address that failed too often in the last minute."""
        with self.lock:
            times = self.failures.get(address(request), deque())
            now = self.service.clock().timestamp()
            while times and times[0] < now - _SECONDS:
                times.popleft()
            if len(times) >= _FAILURES:
                wait = str(int(times[0] + _SECONDS - now) + 1)
                raise Refusal(
                    429, "too many wrong keys from this address", kind="guessing", headers={"Retry-After": wait}
                )

    def failed(self, request: Request) -> None:
        """Count a wrong key or password."""
        with self.lock:
            if len(self.failures) > 10_000:
                self.failures.clear()
            self.failures.setdefault(address(request), deque()).append(self.service.clock().timestamp())


def authorise(request: Request) -> None:
    """Let a request through if the table says so; else 401, 403 or 429. `request.state` then knows who asks."""
    roles = TABLE.get(f"{request.method} {request.scope['route'].path}")
    if roles is None:
        raise Refusal(403, f"{request.method} {request.url.path} is open to nobody", kind="role")
    gate: Gate = request.app.state.gate
    if roles is PUBLIC:
        return
    gate.check_guesses(request)
    user, session = gate.who(request)
    if user is None:
        if _key(request) is not None:
            gate.failed(request)
        detail = "this key is not valid (unknown, expired or revoked)" if _key(request) else "say who you are"
        raise Refusal(401, detail, kind="key", headers={"WWW-Authenticate": 'Bearer realm="flagstaff"'})
    request.state.user, request.state.session = user, session
    if user.role not in roles:
        raise Refusal(403, f"{user.name} is {user.role}; this needs {' or '.join(sorted(roles))}", kind="role")
    if session is not None and request.method not in ("GET", "HEAD") and request.url.path.startswith("/v1/"):
        _check_csrf(request, session)  # the desk's forms carry the token in a field, and check it themselves


def address(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def service_of(request: Request) -> Service:
    """The service behind the application."""
    service: Service = request.app.state.service
    return service


def caller(request: Request) -> User:
    """The authenticated user; the actor of every act, never a field of the request."""
    user: User = request.state.user
    return user


def actor_of(request: Request) -> str:
    """The name of the authenticated user."""
    return caller(request).name


TheService = Annotated[Service, Depends(service_of)]
Caller = Annotated[User, Depends(caller)]
Actor = Annotated[str, Depends(actor_of)]


def _key(request: Request) -> str | None:
    """The API key of a request."""
    kind, _, key = request.headers.get("authorization", "").partition(" ")
    return key.strip() if kind.lower() == "bearer" else request.headers.get("x-api-key")


def _names_loopback(request: Request) -> bool:
    """Whether the request was meant for this machine, not for a name that somebody pointed at it."""
    host = request.headers.get("host", "")
    return (host if host.endswith("]") else host.rpartition(":")[0] or host) in LOOPBACK


def _check_origin(request: Request) -> None:
    """An open service does nothing for the web pages of others. Raises Refusal (403)."""
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
        raise Refusal(403, f"a page of {origin} may not act here", kind="cross-site")


def _check_csrf(request: Request, session: Session) -> None:
    """A change by cookie must carry the session's token, which another web page cannot read."""
    given = request.headers.get(CSRF_HEADER, "")
    if not hmac.compare_digest(given.encode(), session.csrf.encode()):
        raise Refusal(403, f"send the session's token in {CSRF_HEADER}", kind="csrf")
