"""A real server on a free port, over a store of its own."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from service.store.database import open_store
from service.web.app import create_app
from service.wiring import Service
from tests.standin import stand_in_service


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, made once."""
    file = tmp_path_factory.mktemp("blank") / "flagstaff.db"
    open_store(str(file)).close()
    return file


@pytest.fixture
def service(tmp_path: Path, blank: Path) -> Iterator[Service]:
    """A Service with the stand-in screener."""
    shutil.copy(blank, tmp_path / "flagstaff.db")
    made = stand_in_service(tmp_path / "flagstaff.db")
    yield made
    made.close()


@pytest.fixture
def api(service: Service) -> Iterator[httpx.Client]:
    """A client of a running server."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create_app(service), log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client
        server.should_exit = True
        thread.join()
