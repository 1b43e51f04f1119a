"""Logs are events with fields, named as in the Elastic Common Schema; no article text is ever logged."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def configure_logs(level: str = "info", *, style: str = "auto") -> None:
    """Send events to standard error: text to a terminal, one JSON object a line elsewhere (`style` forces one)."""
    text = style == "text" or (style == "auto" and sys.stderr.isatty())
    renderer: Any = structlog.dev.ConsoleRenderer() if text else structlog.processors.JSONRenderer()
    rename: list[Any] = [] if text else [structlog.processors.EventRenamer("message"), _ecs]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="@timestamp"),
            structlog.processors.format_exc_info,
            *rename,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def get_logger(name: str) -> Any:
    """A logger for one room."""
    return structlog.get_logger().bind(**{"log.logger": name})


def _ecs(_logger: object, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """`level` under its ECS name."""
    event["log.level"] = event.pop("level", "info")
    return event
