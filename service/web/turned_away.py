"""Who was turned away at the door stands in the audit trail, and cannot make it grow without end.

What somebody known tried is an event of its own, up to `PER_MINUTE` a person and minute; what is beyond them is counted
in one more. What strangers tried is one event a source and minute, of `SOURCES` sources and one for all others. Counted
attempts are written when their minute is over, or when the service stops.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field

from fastapi import Request

from service.logs import get_logger
from service.store import audit
from service.store.people import User
from service.web.access import address
from service.web.problems import Refusal
from service.wiring import Service

PER_MINUTE = 20
SOURCES = 10
STRANGER = "anonymous"
"""The actor of what nobody known tried; no user can have this name."""
TOLD = (401, 403, 422, 428, 429)
"""Statuses of the door that are attempts; of 422 what is missing in an act, not an article that does not fit.

An illegal move, a lost update and the like are written down where they are refused: `service/review/attempts.py`.
"""
_MINUTE = 60
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(slots=True)
class Count:
    """Attempts that are told together, and the first of them."""

    act: audit.Act
    times: int = 0


@dataclass(slots=True)
class TurnedAway:
    """The attempts of the present minute."""

    service: Service
    minute: int = 0
    written: dict[str, int] = field(default_factory=dict)
    counted: dict[tuple[str, str], Count] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, request: Request, refusal: Refusal) -> None:
        """Write down or count one refusal; one that is no attempt to act is left out.

        A store that cannot be written does not keep the refusal from being told: the log has it.
        """
        user: User | None = getattr(request.state, "user", None)
        if refusal.status not in TOLD or (refusal.status == 422 and (user is None or refusal.kind != "input")):
            return
        act = _event(request, refusal, user)
        due = self._turn()
        if user is None:
            self._count_stranger(act, address(request))
        elif self._may_write(user.name):
            due.append(act)
        else:
            self._count((user.name, ""), act)
        self._write(due)

    def settle(self) -> None:
        """Write what was counted, if its minute is over."""
        self._write(self._turn())

    def close(self) -> None:
        """Write what was counted."""
        self._write(self._turn(over=True))

    def _turn(self, *, over: bool = False) -> list[audit.Act]:
        """What was counted in a minute that is over."""
        minute = int(self.service.clock().timestamp()) // _MINUTE
        with self.lock:
            if minute == self.minute and not over:
                return []
            due = [_together(count) for count in self.counted.values()]
            self.minute, self.written, self.counted = minute, {}, {}
            return due

    def _may_write(self, name: str) -> bool:
        """Whether a person has events left in this minute; takes one."""
        with self.lock:
            self.written[name] = self.written.get(name, 0) + 1
            return self.written[name] <= PER_MINUTE

    def _count_stranger(self, act: audit.Act, source: str) -> None:
        """Count with the source, or with all others once there are too many sources."""
        known = (STRANGER, source) in self.counted or len(self.counted) < SOURCES
        self._count((STRANGER, source if known else "others"), act)

    def _count(self, key: tuple[str, str], act: audit.Act) -> None:
        with self.lock:
            self.counted.setdefault(key, Count(act)).times += 1

    def _write(self, acts: list[audit.Act]) -> None:
        if not acts:
            return
        try:
            with self.service.store.write() as tx:
                for act in acts:
                    audit.append(tx, act, now=self.service.clock())
        except Exception:  # noqa: BLE001  whatever keeps it from being written, the refusal is told
            get_logger("web").exception("attempts.not_kept", attempts=[f"{act.actor}: {act.note}" for act in acts])


def _event(request: Request, refusal: Refusal, user: User | None) -> audit.Act:
    """A refusal as an event: of the alert or suppression that it is about, where somebody known asked."""
    subject = "access" if user is None else _subject(request)
    route = getattr(request.scope.get("route"), "path", "")
    act = f"{request.method} {route}" if subject == "access" else route.partition("}")[2].strip("/") or "read"
    return audit.Act(
        actor=STRANGER if user is None else user.name,
        type=f"{subject.partition('/')[0]}.refused",
        subject=subject,
        note=refusal.detail[:500],
        data={"act": act, "status": refusal.status, "from": address(request)},
    )


def _subject(request: Request) -> str:
    """What a request is about; `access` where that is nothing with an id."""
    for kind in ("alert", "suppression"):
        if _ID.fullmatch(identity := str(request.path_params.get(f"{kind}_id", ""))):
            return f"{kind}/{identity}"
    return "access"


def _together(count: Count) -> audit.Act:
    """Several attempts as one event."""
    first = count.act
    if count.times == 1:
        return first
    return audit.Act(
        actor=first.actor,
        type="access.refused",
        subject="access",
        note=f"{count.times:,} attempts within a minute, the first: {first.note}",
        data={**(first.data or {}), "attempts": count.times},
    )
