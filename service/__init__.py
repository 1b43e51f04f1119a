"""Flagstaff reads news articles and flags evidence of conduct that sanctions law forbids.

from service import Article, Screener, compare_names

screening = Screener.load().screen(Article(title="...", text="...", published="2024-03-19"))
"""

from service.model.article import Article
from service.names.compare import Comparison, compare_names
from service.screening.screener import Screener
from service.version import ENGINE_VERSION

__all__ = ["Article", "Comparison", "Screener", "compare_names"]
__version__ = ENGINE_VERSION
