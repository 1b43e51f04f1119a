"""All tables together: what `migrations/` brings a database to."""

from __future__ import annotations

from service.store import desk_tables, list_tables, report_tables, story_tables
from service.store.tables import metadata

__all__ = ["desk_tables", "list_tables", "metadata", "report_tables", "story_tables"]
