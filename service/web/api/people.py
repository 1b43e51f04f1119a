"""`/v1/users`, `/v1/keys`, `/v1/me`: who may do what."""

from __future__ import annotations

from fastapi import APIRouter, Response

from service.store import accounts, people
from service.web.access import Caller, TheService
from service.web.body import JsonBody
from service.web.openapi import answers, json_body
from service.web.replies import reply
from service.web.shapes import review as shapes
from service.web.shapes.review import read_said

router = APIRouter(prefix="/v1", tags=["people"])


@router.get("/me", response_model=None, responses=answers((200, shapes.MeShape, "You.")))
def me(user: Caller) -> Response:
    """Who you are here."""
    return reply({"name": user.name, "role": user.role})


@router.get("/users", response_model=None, responses=answers((200, shapes.UsersShape, "All users.")))
def users(service: TheService) -> Response:
    """All users."""
    with service.store.read() as tx:
        return reply({"items": people.list_users(tx)})


@router.post(
    "/users",
    response_model=None,
    responses=answers((201, shapes.MeShape, "The new user.")),
    openapi_extra=json_body(shapes.UserIn),
)
def add_user(service: TheService, caller: Caller, body: JsonBody) -> Response:
    """Make a user. The first one ends the open mode: make an admin, and a key for them, first."""
    said = read_said(shapes.UserIn, body)
    with service.store.write() as tx:
        user = accounts.create_user(
            tx, said.name, said.role, password=said.password, actor=caller.name, now=service.clock()
        )
    return reply({"name": user.name, "role": user.role}, 201)


@router.delete("/users/{name}", response_model=None, status_code=204)
def disable_user(service: TheService, caller: Caller, name: str) -> Response:
    """Lock a user out; what they did stays."""
    with service.store.write() as tx:
        accounts.disable_user(tx, name, actor=caller.name, now=service.clock())
    return Response(status_code=204)


@router.get("/keys", response_model=None, responses=answers((200, shapes.KeysShape, "All keys, without secrets.")))
def keys(service: TheService) -> Response:
    """All keys."""
    with service.store.read() as tx:
        return reply({"items": people.list_keys(tx)})


@router.post(
    "/keys",
    response_model=None,
    responses=answers((201, shapes.NewKeyShape, "The key; it is shown only now.")),
    openapi_extra=json_body(shapes.KeyIn),
)
def add_key(service: TheService, caller: Caller, body: JsonBody) -> Response:
    """Make an API key for a user."""
    said = read_said(shapes.KeyIn, body)
    with service.store.write() as tx:
        key = accounts.create_key(tx, said.user, days=said.days, actor=caller.name, now=service.clock())
    return reply({"key": key}, 201)


@router.delete("/keys/{key_id}", response_model=None, status_code=204)
def revoke_key(service: TheService, caller: Caller, key_id: str) -> Response:
    """Revoke a key."""
    with service.store.write() as tx:
        accounts.revoke_key(tx, key_id, actor=caller.name, now=service.clock())
    return Response(status_code=204)
