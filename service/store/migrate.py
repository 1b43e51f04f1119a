"""Bringing a database to the present schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from service.errors import ConfigError

MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 0x666C6167
"""Key of the PostgreSQL advisory lock under which one process migrates while others wait."""


def migration_config() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def migrate(engine: Engine) -> None:
    """Apply the missing migrations, all or none. Raises ConfigError for a schema newer than this program."""
    config = migration_config()
    scripts = ScriptDirectory.from_config(config)
    with engine.connect().execution_options(flagstaff_write=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        present = present_revision(connection)
        if present == scripts.get_current_head():
            return
        if present is not None and present not in {script.revision for script in scripts.walk_revisions()}:
            raise ConfigError(f"the store has schema {present}, newer than this program; install a newer flagstaff")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def present_revision(connection: Connection) -> str | None:
    """The revision that a database is at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()
