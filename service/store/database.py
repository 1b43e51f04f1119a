"""The database: opening it, bringing it to the present schema, and transactions.

SQLite (WAL, `synchronous=FULL`: what was answered as kept survives a power cut) or PostgreSQL, by one code path.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from service.errors import ConfigError, StoreError, StoreFullError, StoreUnavailableError

T = TypeVar("T")
Transaction = Connection
"""An open transaction; the other files of this room take it as their first argument."""

_TRIES = 4
"""How often an act is begun anew when another process wrote the same row first."""
_BUSY_SECONDS = 10
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}",
    "PRAGMA cache_size=-32000",
)


class Store:
    """One open database. Safe to share between threads; each process opens its own."""

    def __init__(self, engine: Engine) -> None:
        """Wrap an engine that is ready for use; `open_store` makes one from a URL."""
        self._engine = engine
        self._queue: Any = threading.Lock() if engine.dialect.name == "sqlite" else nullcontext()

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A transaction that sees one state of the data and changes nothing."""
        with _spoken(), self._engine.connect() as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """A transaction that is kept whole, or, when the block raises, not at all.

        Threads wait for each other here rather than in SQLite, whose waiting is by sleeping and unfair.
        """
        with (
            _spoken(),
            self._queue,
            self._engine.connect().execution_options(flagstaff_write=True) as connection,
            connection.begin(),
        ):
            yield connection

    def transact(self, act: Callable[[Transaction], T]) -> T:
        """Run `act` in a write transaction, anew when another process was first with the same row."""
        for attempt in range(_TRIES):
            try:
                with self.write() as tx:
                    return act(tx)
            except IntegrityError as error:
                if attempt == _TRIES - 1:
                    raise StoreError(f"the store refused a row: {error.orig}") from error
        raise AssertionError("unreachable")

    def rehearse(self, act: Callable[[Transaction], T]) -> T:
        """Run `act` in a write transaction that is taken back whatever comes of it."""
        with (
            _spoken(),
            self._queue,
            self._engine.connect().execution_options(flagstaff_write=True) as connection,
            connection.begin() as transaction,
        ):
            result = act(connection)
            transaction.rollback()
        return result

    def optimize(self) -> None:
        """Let SQLite look anew at how its tables are filled, where they have changed much; PostgreSQL does so itself.

        Without it the planner takes every index for as good as any other. It reads a bounded sample.
        """
        if self.kind == "sqlite":
            with self.write() as tx:
                tx.exec_driver_sql("PRAGMA analysis_limit=1000")
                tx.exec_driver_sql("PRAGMA optimize")

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def open_store(url: str) -> Store:
    """Open (or make) the database at `url` and bring it to the present schema.

    `url` is `sqlite:///path`, `postgresql://user@host/name` or the path of an SQLite file. Raises ConfigError for a
    URL that cannot be read, and StoreUnavailableError when the database does not answer.
    """
    # Here and not above: the migrations take long to import, and who opens no store needs none.
    from service.store.migrate import migrate

    engine = _engine(url)
    with _spoken():
        migrate(engine)
    return Store(engine)


def store_exists(url: str) -> bool:
    """Whether there is something to open: an SQLite file that is there, or any server."""
    parsed = _parse(url)
    return parsed.get_backend_name() != "sqlite" or Path(str(parsed.database)).expanduser().is_file()


def _parse(url: str) -> URL:
    """A database URL or the path of an SQLite file. Raises ConfigError."""
    if "://" not in url:
        url = f"sqlite:///{url}"
    try:
        return make_url(url)
    except ArgumentError:
        raise ConfigError(f"database: {url!r} is not a database URL; write sqlite:///flagstaff.db") from None


def _engine(url: str) -> Engine:
    """The SQLAlchemy engine of a database URL."""
    parsed = _parse(url)
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise ConfigError("database: an SQLite store needs a file; write sqlite:///flagstaff.db")
        Path(str(parsed.database)).expanduser().parent.mkdir(parents=True, exist_ok=True)
        parsed = parsed.set(drivername="sqlite", database=str(Path(str(parsed.database)).expanduser()))
        engine = create_engine(parsed, pool_size=16, max_overflow=48, connect_args={"timeout": _BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if backend in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
        try:
            return create_engine(
                parsed, pool_size=16, max_overflow=16, pool_timeout=5, pool_pre_ping=True,
                connect_args={"connect_timeout": 2},
            )  # fmt: skip
        except ModuleNotFoundError:
            raise ConfigError("database: PostgreSQL needs the driver; install flagstaff[postgres]") from None
    raise ConfigError(f"database: {backend!r} is not supported; use sqlite:/// or postgresql://")


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Durable settings for each new SQLite connection; we say BEGIN ourselves."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _begin_sqlite(connection: Connection) -> None:
    """Writers take the lock at once, so that two of them never deadlock halfway."""
    write = connection.get_execution_options().get("flagstaff_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def _spoken() -> Iterator[None]:
    """Tell what the database says in our own errors: full, or out of reach."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreUnavailableError("the store has no free connection; try again in a moment") from error
    except IntegrityError:
        raise
    except DBAPIError as error:
        original = error.orig
        if getattr(original, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or _sqlstate(original) == "53100":
            raise StoreFullError("the disk of the store is full; make room, then send the same again") from error
        raise StoreUnavailableError(f"the store does not answer ({original}); try again in a moment") from error


def _sqlstate(error: object) -> str | None:
    """PostgreSQL's code of an error."""
    return getattr(error, "sqlstate", None)
