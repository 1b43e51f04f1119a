"""The errors that Flagstaff raises on purpose, as one tree.

FlagstaffError              everything below; `str(error)` names the place and the remedy
├── InputError              what came in cannot be used: mend the input
│   ├── ArticleError        an article
│   ├── ListError           a watchlist file
│   └── RuleError           one mistake in a rule, concept or measure file
│       └── RuleErrors      all mistakes of a rule set at once
├── IndexFileError          a compiled name index is corrupt, truncated or of another version
├── NotFoundError           no article, alert, rule or list of that name is kept
├── ConflictError           an act that the present state of a record does not allow
│   └── LostUpdateError     somebody else changed the record first
├── ConfigError             a setting is missing or wrong
│   └── MissingExtraError       a format needs an extra that is not installed
│       └── PdfUnavailableError     PDF
└── StoreError              the store cannot keep or give what was asked
    ├── StoreUnavailableError   the database does not answer: try again
    └── StoreFullError          the disk is full: make room, then send the same again
"""

from __future__ import annotations

from collections.abc import Sequence


class FlagstaffError(Exception):
    """Anything that Flagstaff refuses; the message speaks to the person who can mend it."""


class InputError(FlagstaffError):
    """Input that cannot be used."""


class ArticleError(InputError):
    """An article that cannot be read: names the field or the file and line, and the remedy."""


class ListError(InputError):
    """A watchlist file that cannot be read: names the file and the place in it, and the remedy."""


class RuleError(InputError):
    """One mistake in an authored file, at `path:line:col`."""

    def __init__(self, message: str, *, path: str = "", line: int = 0, col: int = 0, code: str = "") -> None:
        """Keep the place; `line` and `col` count from 1, 0 means the file as a whole."""
        self.message, self.path, self.line, self.col, self.code = message, path, line, col, code
        place = f"{path}:{line}:{col}: " if line else f"{path}: " if path else ""
        super().__init__(f"{place}{message}")


class RuleErrors(RuleError):
    """All mistakes of a rule set, in file order; the set is refused as a whole."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        """Keep every error."""
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


class IndexFileError(FlagstaffError):
    """A compiled name index that must not be read; says why and how to rebuild it."""


class NotFoundError(FlagstaffError):
    """A record that is not kept here."""


class ConflictError(FlagstaffError):
    """An act refused because of the record's present state."""


class LostUpdateError(ConflictError):
    """A change that was decided on an older version of the record."""


class ConfigError(FlagstaffError):
    """A setting that is missing or wrong; names the variable."""


class StoreError(FlagstaffError):
    """The store cannot keep or give what was asked; nothing was half-stored."""


class StoreUnavailableError(StoreError):
    """The database does not answer, or is locked for too long: try again."""


class StoreFullError(StoreError):
    """The disk of the database is full: make room, then send the same request again."""


class MissingExtraError(ConfigError):
    """A format cannot be made here because an extra is not installed; the message says which."""


class PdfUnavailableError(MissingExtraError):
    """PDF cannot be made here; the message says what to install."""
