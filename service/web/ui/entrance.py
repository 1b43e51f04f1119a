"""In and out of the desk: a session by name and password."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from service.store import audit, people
from service.web.access import COOKIE, Gate, TheService
from service.web.problems import Refusal
from service.web.ui.pages import desk_router, go, read_form, show

router = desk_router("/desk")

Form = Annotated[dict[str, str], Depends(read_form)]


@router.get("/login")
def ask(request: Request, to: str = "") -> Response:
    """Who are you?"""
    return show(request, "login.html", name="", to=to, refused="")


@router.post("/login")
def log_in(request: Request, service: TheService, form: Form) -> Response:
    """Begin a session. Wrong passwords are counted and slow the address down."""
    gate: Gate = request.app.state.gate
    gate.check_guesses(request)
    name, to = form.get("name", ""), form.get("to", "")
    with service.store.write() as tx:
        now = service.clock()
        begun = people.log_in(tx, name, form.get("password", ""), now=now)
        guessed = begun is None and people.any_user_named(tx, name)
        if begun is not None:
            audit.append(tx, audit.Act(actor=name, type="session.begun", subject=f"user/{name}"), now=now)
    if begun is None:
        gate.failed(request)
        whose = name if guessed else "nobody here"  # what was typed may be a password
        request.app.state.turned_away.note(request, Refusal(401, f"a wrong password, for {whose}"))
        return show(request, "login.html", status=401, name=name, to=to, refused="This name and password do not fit.")
    answer = go(to if to.startswith("/desk") else "/desk")
    answer.set_cookie(
        COOKIE, begun[0], httponly=True, samesite="strict", secure=request.url.scheme == "https", path="/",
        max_age=int(people.SESSION_FOR.total_seconds()),
    )  # fmt: skip
    return answer


@router.post("/logout")
def log_out(request: Request, service: TheService, _form: Form) -> Response:
    """End the session, if there is one."""
    cookie = request.cookies.get(COOKIE, "")
    with service.store.write() as tx:
        now = service.clock()
        session = people.session_of(tx, cookie, now=now)
        if session is not None:
            people.log_out(tx, cookie)
            name = session.user.name
            audit.append(tx, audit.Act(actor=name, type="session.ended", subject=f"user/{name}"), now=now)
    answer = go("/desk/login")
    answer.delete_cookie(COOKIE, path="/")
    return answer
