"""Flagstaff reads news articles and flags evidence of conduct that sanctions law forbids.

from service import Article, Screener, compare_names

screening = Screener.load().screen(Article(title="...", text="...", published="2024-03-19"))
"""

from service.model.article import Article

__all__ = ["Article"]
__version__ = "0.1.0"
