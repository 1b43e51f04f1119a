"""May a new version take the place of the old? Reasons against it; none means yes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from service.model.entity import Watchlist

MAX_SHRINK = 0.10
"""A version with this part of the entries or names gone is refused: publishers do not delist a tenth in a day."""
MAX_GROWTH = 3.0
"""A version with more than this many times the entries or names is refused: something else was downloaded."""
MAX_DAMAGED = 0.005
"""Part of the names that may look badly encoded, above what the old version had."""
MAX_UNREAD = 0.02
"""Part of the rows that may be unreadable, against the entries that were read."""
_NOTES = ("columns not read", "values not read", "read as LegalEntity", "not read: neither a party")
"""Lines of an import report that tell of something else than a row which is lost."""
UNDATED = (
    "the file names no date, so that nobody could tell when it is out of date; say the day on which it was published "
    "or downloaded (`--date YYYY-MM-DD`, over REST `date=`)"
)
_DAMAGE = re.compile("[\ufffd\x80-\x9f]|[ÃÂÐÑØÙ][\u0080-\u00bf\u2018-\u203a€™Šš]|â€")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason: a code for machines, a sentence for people."""

    code: str
    reason: str

    def as_dict(self) -> dict[str, str]:
        """The refusal as JSON."""
        return {"code": self.code, "reason": self.reason}


def damaged_names(watchlist: Watchlist) -> list[str]:
    """Names that were decoded wrongly somewhere on their way (`GonzÃ¡lez`)."""
    return [name.text for entity in watchlist.entities for name in entity.names if _DAMAGE.search(name.text)]


def check_version(new: Watchlist, old: Watchlist | None = None) -> list[Refusal]:
    """All reasons why `new` must not replace `old` (or must not be the first version); empty when it may.

    What cannot be parsed never comes here: the readers raise ListError for it.
    """
    refusals = []
    if not new.entities or not new.name_count:
        refusals.append(Refusal("empty", "the list has no entries"))
    if old is not None and new.name != old.name:
        refusals.append(Refusal("other-list", f"the file is the list {new.name!r}, not {old.name!r}"))
    refusals += _size("entries", len(new.entities), len(old.entities) if old else 0)
    refusals += _size("names", new.name_count, old.name_count if old else 0)
    if twice := [id_ for id_, count in Counter(entity.id for entity in new.entities).items() if count > 1]:
        refusals.append(Refusal("duplicate-id", f"{len(twice)} ids stand twice: {', '.join(sorted(twice)[:5])}"))
    refusals += _encoding(new, old)
    rows = [line for line in new.unread if not any(note in line for note in _NOTES)]
    if len(rows) > MAX_UNREAD * max(len(new.entities), 50):
        refusals.append(Refusal("unread", f"{len(rows)} rows cannot be read, first: {rows[0]}"))
    if old and old.list_date and new.list_date and new.list_date < old.list_date:
        refusals.append(Refusal("older", f"the file is of {new.list_date}, the list in use of {old.list_date}"))
    if not new.list_date and not new.custom:
        refusals.append(Refusal("undated", UNDATED))
    return refusals


def _size(what: str, new: int, old: int) -> list[Refusal]:
    """Refuse a list that lost too much or grew too much."""
    if new and new < old * (1 - MAX_SHRINK):
        return [Refusal("shrunk", f"{new:,} {what} instead of {old:,}: {1 - new / old:.0%} fewer")]
    if old and new > old * MAX_GROWTH:
        return [Refusal("exploded", f"{new:,} {what} instead of {old:,}: {new / old:.1f} times as many")]
    return []


def _encoding(new: Watchlist, old: Watchlist | None) -> list[Refusal]:
    """Refuse a list of which clearly more names are damaged than before."""
    damaged = damaged_names(new)
    before = len(damaged_names(old)) / old.name_count if old and old.name_count else 0.0
    if damaged and len(damaged) / new.name_count > before + MAX_DAMAGED:
        reason = f"{len(damaged):,} of {new.name_count:,} names are badly encoded: {', '.join(damaged[:3])}"
        return [Refusal("encoding", reason)]
    return []
