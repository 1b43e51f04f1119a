"""What can be set: by environment variables that begin with `FLAGSTAFF_`, or by the command line, which wins.

The only file that reads the environment.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from service.errors import ConfigError


def _default_database() -> str:
    """A file in the user's data folder."""
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return f"sqlite:///{home}/flagstaff/flagstaff.db"


def _default_cache() -> Path:
    """The user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "flagstaff"


class Settings(BaseSettings):
    """All settings with their defaults."""

    model_config = SettingsConfigDict(env_prefix="FLAGSTAFF_", extra="ignore", frozen=True)

    database: str = Field(default_factory=_default_database)
    """`sqlite:///path`, `postgresql://user@host/name` or a path."""
    rules: Annotated[tuple[Path, ...], NoDecode] = ()
    """Folders of rules, separated by commas; none means the embedded rules."""
    watchlists: Annotated[tuple[Path, ...], NoDecode] = ()
    """List files, separated by commas; none means the starter lists."""
    cache: Path = Field(default_factory=_default_cache)
    """Folder of compiled names and rules, made anew when they are not there; not needed where it cannot be written."""
    refresh_hours: float = Field(default=0, ge=0)
    """How often the service asks the publishers for newer lists; 0: never, `flagstaff lists refresh` does."""
    refresh_lists: Annotated[tuple[str, ...], NoDecode] = ("un", "ofac")
    """Lists to refresh, separated by commas."""
    list_sources: Path | None = None
    """A file of addresses in the form of `sources.yaml`, for mirrors and own lists; its entries win."""
    period_reports: Literal["off", "day", "week", "month"] = "off"
    """Make the report of each whole day, week (from Monday) or month (UTC) by itself, and keep it."""
    policy: Path | None = None
    """The review policy, a YAML file: four eyes, hours to decide, assignment, discounts; none means the default."""
    test_hours: float = Field(default=0, ge=0)
    """How often the service plants test articles and checks that they are flagged; 0: never."""
    test_items: Path | None = None
    """A file of test articles, a JSON article a line with `expect: {band, rule}`; none means those that ship."""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["auto", "json", "text"] = "auto"
    """`auto`: text on a terminal, JSON elsewhere."""

    @field_validator("rules", "watchlists", "refresh_lists", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Paths separated by commas."""
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value


def load_settings(**given: object) -> Settings:
    """The settings: what is given (None counts as not given), else the environment. Raises ConfigError."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"FLAGSTAFF_{name.upper()}: {first['msg']}; mend the setting or leave it out") from None
