"""How does a published list become a Watchlist?"""
