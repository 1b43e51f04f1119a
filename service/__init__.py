"""Flagstaff reads news articles and flags evidence of conduct that sanctions law forbids.

from service import Article, Screener, compare_names

screening = Screener.load().screen(Article(title="...", text="...", published="2024-03-19"))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from service.version import ENGINE_VERSION

if TYPE_CHECKING:
    from service.model.article import Article
    from service.names.compare import Comparison, compare_names
    from service.screening.screener import Screener

__all__ = ["Article", "Comparison", "Screener", "compare_names"]
__version__ = ENGINE_VERSION

_ROOMS = {
    "Article": "service.model.article",
    "Comparison": "service.names.compare",
    "Screener": "service.screening.screener",
    "compare_names": "service.names.compare",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: who needs one room does not wait for all."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_ROOMS[name]), name)
    return found
