"""Group commit: threads that wait for the disk at the same time share one transaction.

A commit costs one flush of the disk (0.2 to 10 ms) however much it holds. Whoever gets the turn takes along everything
that waits by then; nobody waits for company.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from service.errors import FlagstaffError, StoreError
from service.store.database import Store, Transaction

Job = TypeVar("Job")
Result = TypeVar("Result")

MOST = 100
"""Jobs in one transaction; more wait for the next."""


@dataclass(slots=True)
class _Ticket(Generic[Job, Result]):
    """What one thread wants done, and what came of it."""

    jobs: Sequence[Job]
    results: list[Result] = field(default_factory=list)
    error: FlagstaffError | None = None
    done: bool = False


class GroupCommit(Generic[Job, Result]):
    """Runs `act` over the jobs of many threads, several threads to a transaction."""

    def __init__(self, store: Store, act: Callable[[Transaction, Sequence[Job]], list[Result]]) -> None:
        """`act` gives one result a job, in order, and is run anew when the transaction has to be."""
        self._store, self._act = store, act
        self._waiting: list[_Ticket[Job, Result]] = []
        self._mutex, self._turn = threading.Lock(), threading.Lock()

    def submit(self, jobs: Sequence[Job]) -> list[Result]:
        """Do some jobs in one transaction, perhaps with others; returning means kept.

        Raises what `act` raised for these jobs alone: a job never fails because of its company.
        """
        ticket: _Ticket[Job, Result] = _Ticket(jobs)
        with self._mutex:
            self._waiting.append(ticket)
        with self._turn:
            while not ticket.done:
                self._run(self._take())
        if ticket.error is not None:
            raise ticket.error
        return ticket.results

    def _take(self) -> list[_Ticket[Job, Result]]:
        """The tickets that go together now: the oldest ones, at least one."""
        with self._mutex:
            count, taken = 0, 0
            for ticket in self._waiting:
                if taken and count + len(ticket.jobs) > MOST:
                    break
                count, taken = count + len(ticket.jobs), taken + 1
            tickets, self._waiting = self._waiting[:taken], self._waiting[taken:]
        return tickets

    def _run(self, tickets: list[_Ticket[Job, Result]]) -> None:
        """Do some tickets together; when that fails, each alone."""
        try:
            self._together(tickets)
        except FlagstaffError as error:
            if len(tickets) == 1:
                tickets[0].error = error
            else:
                for ticket in tickets:
                    self._run([ticket])
        finally:
            for ticket in tickets:
                if not ticket.done and ticket.error is None:
                    ticket.error = StoreError("the group of this request failed; send it again")
                ticket.done = True

    def _together(self, tickets: list[_Ticket[Job, Result]]) -> None:
        """One transaction for all of them."""
        jobs = [job for ticket in tickets for job in ticket.jobs]
        results = self._store.transact(lambda tx: self._act(tx, jobs))
        start = 0
        for ticket in tickets:
            ticket.results = results[start : start + len(ticket.jobs)]
            ticket.done = True
            start += len(ticket.jobs)
