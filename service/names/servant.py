"""How is the Arabic name of a servant of God written? `Abd al-Rahman`, `Abdul Rahman`, `Abdurrahman` in one way."""

from __future__ import annotations

import re

_ARTICLES = frozenset(("al", "el", "ul", "ur", "ar", "er", "il", "as", "an"))
_SERVANT = re.compile(r"abd(?:[aeou]|ou|oo)?l?r?")
_NAMES = ("abdo", "abdou", "abdoo")
"""What is a name of its own as well."""
_SERVANT_JOINED = re.compile(r"abd(?:[aeou]|ou|oo)(?:l(?=[^l])|(?=([rsnzw])\1).)(?=\w{4})")


def join_servant(parts: list[str]) -> list[str]:
    """`Abd al-Rahman`, `Abdul Rahman`, `Abdurrahman` in one spelling: `abdulrahman`; `Abdo` is a name by itself.

    A servant at the end belongs before the article at the beginning, as in `al-Rahman ibn Umar, Abd`.
    """
    joined: list[str] = []
    waiting = False
    if len(parts) > 2 and parts[0] in _ARTICLES and _SERVANT.fullmatch(parts[-1]):
        parts = [parts[-1], *parts[:-1]]
    for place, part in enumerate(parts):
        if waiting and part in _ARTICLES:
            continue
        follows = parts[place + 1] if place + 1 < len(parts) else ""
        if follows and not waiting and _SERVANT.fullmatch(part) and not (part in _NAMES and follows not in _ARTICLES):
            waiting = True
            continue
        bare = _SERVANT_JOINED.sub("", part, count=1)
        if waiting and part.startswith("al") and len(part) > 4:
            bare = part[2:]
        joined.append(f"abdul{bare}" if waiting or bare != part else part)
        waiting = False
    return [*joined, "abdul"] if waiting else joined
