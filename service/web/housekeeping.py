"""What is to be done now and then while the service runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from service import drill
from service.errors import FlagstaffError
from service.logs import get_logger
from service.web.turned_away import TurnedAway
from service.wiring import Service

EVERY_SECONDS = 60
LISTS_EVERY_SECONDS = 5
"""How soon a list that another process imported is used here."""


@asynccontextmanager
async def housekeeping(app: FastAPI) -> AsyncIterator[None]:
    """Keep house from start to shutdown."""
    service: Service = app.state.service

    def plant() -> None:
        """Test articles by the schedule; one process of many does it."""
        if service.settings.test_hours:
            items, every = drill.load_items(service.settings.test_items), timedelta(hours=service.settings.test_hours)
            drill.run(service.store, service.intake, items, service.clock, actor="system", every=every)

    turned_away: TurnedAway = app.state.turned_away
    chores = (
        (plant, EVERY_SECONDS),
        (service.keep_house, EVERY_SECONDS),
        (turned_away.settle, EVERY_SECONDS),
        (service.keep_lists, LISTS_EVERY_SECONDS),
    )
    tasks = [asyncio.create_task(forever(chore, seconds)) for chore, seconds in chores]
    yield
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await run_in_threadpool(turned_away.close)


async def forever(chore: Callable[[], None], seconds: int) -> None:
    """A chore again and again; what fails, for whatever reason, is logged and tried again the next time."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await run_in_threadpool(chore)
        except FlagstaffError as error:
            get_logger("web").warning("housekeeping.failed", **{"error.message": str(error)})
        except Exception:  # noqa: BLE001  a mistake of ours must not end the chore for as long as the process lives
            get_logger("web").exception("housekeeping.failed")
