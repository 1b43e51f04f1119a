"""Figures that take long to count are kept for a while: twenty times as long as counting them took."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

WORTH_KEEPING = 0.1
"""Seconds; what is counted faster is counted anew each time."""
TIMES = 20


@dataclass(slots=True)
class Kept:
    """What was counted, by name, with the time until which it stands. One thread counts at a time."""

    values: dict[str, tuple[float, Any]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, name: str, make: Callable[[], Any]) -> Any:
        """The kept value, or a new one."""
        with self.lock:
            until, value = self.values.get(name, (0.0, None))
            begun = time.monotonic()
            if begun < until:
                return value
            value = make()
            took = time.monotonic() - begun
            self.values[name] = (begun + took * (1 + TIMES) if took > WORTH_KEEPING else 0.0, value)
            return value
