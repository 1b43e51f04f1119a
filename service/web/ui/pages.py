"""Pages of the desk: one environment of templates, one set of headers, errors as pages."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.routing import APIRoute
from jinja2 import PackageLoader, pass_context
from jinja2.runtime import Context

from service.errors import FlagstaffError
from service.report.pages import environment
from service.web.body import MAX_BODY, media_type, read_bounded
from service.web.problems import Refusal, problem_of
from service.web.ui.assets import asset

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""On every page: only our own files, no frames, nothing kept by caches."""

REMEDIES = {
    401: "Sign in, and open the page again.",
    403: "Load the page anew, or ask an administrator for a role that may do this.",
    404: "Go back and look for it in the queue, the lists or the rules.",
    409: "Nothing was changed. Go back, load the page anew, and decide on what it says now.",
    413: "Send a smaller file, or a shorter text.",
    422: "Nothing was changed. Go back, mend what is named, and send the form again.",
    429: "Wait a minute.",
    501: "Ask whoever runs the service to install it.",
}
"""What to do about a refusal, for somebody at a browser."""
_ELSE = "Go back and try again; if it stays so, tell whoever runs the service the time and these words."

_NOT_TYPED = ("csrf", "etag", "back", "to", "form", "act", "alert_id", "entity_ids", "password")
"""Fields of forms that a refusal does not show again."""

_BEFORE_READING = (401, 403, 429)
"""Statuses of refusals that come before a form is read: what was typed until a session ended is not lost."""
FORM_TYPES = ("application/x-www-form-urlencoded",)

PAGES = environment(PackageLoader("service.web.ui", "templates"))
PAGES.globals["asset"] = asset


@pass_context
def typed_in(context: Context, form: str, name: str, default: str = "") -> str:
    """What was typed into a field of a form that was refused; else what the form shows anew."""
    typed: dict[str, str] = context.get("typed") or {}
    return typed.get(name, "") if typed.get("form") == form else default


def words_of(typed: dict[str, str]) -> list[tuple[str, str]]:
    """The fields of a refused form that somebody filled in."""
    return [(name, value) for name, value in typed.items() if name not in _NOT_TYPED and value.strip()]


PAGES.globals.update(typed_in=typed_in, words_of=words_of)


def show(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page; `path` tells the navigation where the reader is."""
    session = getattr(request.state, "session", None)
    known = {"user": getattr(request.state, "user", None), "session": session, "csrf": session.csrf if session else ""}
    html = PAGES.get_template(template).render(path=request.url.path, **known, **values)
    return HTMLResponse(html, status, HEADERS)


def go(address: str) -> RedirectResponse:
    """After a form: off to a page, so that reloading it sends nothing again."""
    return RedirectResponse(address, 303, HEADERS)


def with_query(path: str, **values: str | None) -> str:
    """An address with those of the values that are given."""
    given = {name: value for name, value in values.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


class DeskRoute(APIRoute):
    """A route whose refusals are pages that people can read."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The usual handler, with errors shown."""
        usual = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await usual(request)
            except FlagstaffError as error:
                document = problem_of(error)
                return _refused(request, document["status"], document["detail"])
            except Refusal as refusal:
                if refusal.status == 401 and request.method == "GET":
                    return go(with_query("/desk/login", to=request.url.path))
                await run_in_threadpool(request.app.state.turned_away.note, request, refusal)
                if refusal.status in _BEFORE_READING and not hasattr(request.state, "form"):
                    with suppress(Refusal):
                        await read_form(request)
                return _refused(request, refusal.status, refusal.detail)
            except RequestValidationError as error:
                return _refused(request, 422, "; ".join(str(item["msg"]) for item in error.errors()))

        return handler


def desk_router(prefix: str) -> APIRouter:
    """A router of desk pages."""
    return APIRouter(prefix=prefix, route_class=DeskRoute, include_in_schema=False)


def _refused(request: Request, status: int, detail: str) -> Response:
    """A refusal as a page, with what was typed into the form."""
    remedy = REMEDIES.get(status, _ELSE)
    typed: dict[str, str] = getattr(request.state, "form", {})
    return show(request, "refused.html", status=status, code=status, detail=detail, remedy=remedy, typed=typed)


def same_origin(request: Request) -> None:
    """Forms are taken from our own pages only. Raises Refusal (403) for one that another site sent."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if foreign or (site is not None and site not in ("same-origin", "none")):
        raise Refusal(403, "this form was not sent from a page of the desk", kind="cross-site")


def check_token(request: Request, form: dict[str, str]) -> None:
    """A form of a session carries the session's token, which no other site can read. Raises Refusal (403)."""
    session = getattr(request.state, "session", None)
    if session is not None and not hmac.compare_digest(form.get("csrf", "").encode(), session.csrf.encode()):
        raise Refusal(403, "this form is of another session; load the page again and send it anew", kind="csrf")


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form of our own, bounded; of a field given twice the last counts."""
    same_origin(request)
    if media_type(request) not in FORM_TYPES:
        raise Refusal(415, "expected the fields of a form", kind="media-type")
    body = await read_bounded(request, 3 * MAX_BODY)
    try:
        pairs = parse_qsl(
            body.decode(), keep_blank_values=True, strict_parsing=False, errors="strict", max_num_fields=100
        )
    except ValueError:
        raise Refusal(400, "the form cannot be read: not UTF-8, or too many fields", kind="form") from None
    form = {name: value.replace("\r\n", "\n") for name, value in pairs}
    request.state.form = form
    check_token(request, form)
    return form


FORM = Depends(read_form)
