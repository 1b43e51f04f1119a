"""What is to be done every minute while the service runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from service.errors import StoreError
from service.logs import get_logger
from service.wiring import Service

EVERY_SECONDS = 60


@asynccontextmanager
async def housekeeping(app: FastAPI) -> AsyncIterator[None]:
    """Keep house from start to shutdown."""
    task = asyncio.create_task(_forever(app.state.service))
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _forever(service: Service) -> None:
    """Once a minute; a store that is away for a moment is tried again the next time."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            await run_in_threadpool(service.keep_house)
        except StoreError as error:
            get_logger("web").warning("housekeeping.failed", **{"error.message": str(error)})
