"""How does a program talk to us? A client of the REST API, sync and async.

from service.client import Client

with Client("http://127.0.0.1:8000", key="fs_...") as flagstaff:
    posted = flagstaff.send({"title": "...", "text": "...", "published": "2024-03-19"})
    for alert in flagstaff.alerts(band="alert"):
        ...
"""

from service.client.aio import AsyncClient
from service.client.calls import ServiceError, Unreachable
from service.client.sync import Client

__all__ = ["AsyncClient", "Client", "ServiceError", "Unreachable"]
