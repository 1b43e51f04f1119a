"""Where the terms of all rules stand in an article: compiled functions over plain arrays."""
