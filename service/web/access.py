"""Who is asking, and what they may do."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from service.wiring import Service

LOCAL_ADMIN = "local-admin"
"""The actor of a service that runs open on the loopback interface."""


def service_of(request: Request) -> Service:
    """The service behind the application."""
    service: Service = request.app.state.service
    return service


def actor_of(request: Request) -> str:
    """The authenticated name of whoever asks."""
    return LOCAL_ADMIN


TheService = Annotated[Service, Depends(service_of)]
Actor = Annotated[str, Depends(actor_of)]
