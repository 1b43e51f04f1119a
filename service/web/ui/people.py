"""People and keys: who may do what here."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import Depends, Request, Response

from service.errors import InputError
from service.store import accounts, people
from service.store.people import Role
from service.web.access import Caller, TheService
from service.web.ui.pages import desk_router, go, read_form, show

router = desk_router("/desk/people")

Form = Annotated[dict[str, str], Depends(read_form)]
ROLE_MEANINGS = {
    "submitter": "sends articles and asks for names",
    "analyst": "reads, screens and decides",
    "admin": "does everything, users and lists included",
    "auditor": "reads everything, the audit trail included, and changes nothing",
}


@router.get("")
def everybody(request: Request, service: TheService) -> Response:
    """Users and keys; secrets are kept by nobody."""
    return _shown(request, service)


@router.post("/users")
def create_user(request: Request, service: TheService, user: Caller, form: Form) -> Response:
    """Make a user who can sign in. The first one ends the open mode, and must be an admin."""
    role, password = form.get("role", ""), form.get("password", "")
    if not password:
        raise InputError("password: give one of at least 12 characters; the user signs in at the desk with it")
    with service.store.write() as tx:
        if not people.any_user(tx) and role != "admin":
            raise InputError("role: the first user must be an admin, or nobody could make the next one")
        accounts.create_user(
            tx, form.get("name", "").strip(), role, password=password, actor=user.name, now=service.clock()
        )
    return go("/desk/people")


@router.post("/users/disable")
def disable_user(service: TheService, user: Caller, form: Form) -> Response:
    """Lock a user out; what they did stays."""
    if form.get("name") == user.name:
        raise InputError("name: nobody can lock out oneself; ask another admin")
    with service.store.write() as tx:
        accounts.disable_user(tx, form.get("name", ""), actor=user.name, now=service.clock())
    return go("/desk/people")


@router.post("/keys")
def create_key(request: Request, service: TheService, user: Caller, form: Form) -> Response:
    """Make a key; the answer shows it, and nothing can show it again."""
    days = form.get("days", "").strip()
    if days and not (days.isdecimal() and 0 < int(days) <= 3650):
        raise InputError(f"days: {days!r} is no number of days between 1 and 3650")
    with service.store.write() as tx:
        key = accounts.create_key(
            tx, form.get("user", ""), days=int(days) if days else None, actor=user.name, now=service.clock()
        )
    return _shown(request, service, key=key)


@router.post("/keys/revoke")
def revoke_key(service: TheService, user: Caller, form: Form) -> Response:
    """Make a key worthless."""
    with service.store.write() as tx:
        accounts.revoke_key(tx, form.get("id", ""), actor=user.name, now=service.clock())
    return go("/desk/people")


def _shown(request: Request, service: TheService, key: str = "") -> Response:
    """The page, with a key that was just made."""
    with service.store.read() as tx:
        users, keys = people.list_users(tx), people.list_keys(tx)
    roles = [(role, ROLE_MEANINGS[role]) for role in get_args(Role)]
    return show(request, "people.html", users=users, keys=keys, roles=roles, new_key=key)
