"""How is the Arabic name of a servant of God written? `Abd al-Rahman`, `Abdul Rahman`, `Abdurrahman` in one way."""

from __future__ import annotations

import re

_SERVANT = re.compile(r"abd(?:[aeou]|ou|oo)?l?r?")
_SERVANT_JOINED = re.compile(r"abd(?:[aeou]|ou|oo)(?:l(?=[^l])|(?=([rsnzw])\1).)(?=\w{4})")


def join_servant(parts: list[str]) -> list[str]:
    """`Abd al-Rahman`, `Abdul Rahman`, `Abdurrahman` in one spelling: `abdulrahman`."""
    joined: list[str] = []
    waiting = False
    for place, part in enumerate(parts):
        if waiting and part in ("al", "el", "ul", "ur", "ar", "er", "il", "as", "an"):
            continue
        if _SERVANT.fullmatch(part) and place + 1 < len(parts) and not waiting:
            waiting = True
            continue
        bare = _SERVANT_JOINED.sub("", part, count=1)
        if waiting and part.startswith("al") and len(part) > 4:
            bare = part[2:]
        joined.append(f"abdul{bare}" if waiting or bare != part else part)
        waiting = False
    return [*joined, "abdul"] if waiting else joined
