"""What stands in brackets behind a name: an acronym, a code, or the place of a branch."""

from __future__ import annotations

import re

from service.names.letters import plain
from service.names.tables import words
from service.names.tables.geography import GEOGRAPHY

_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*$")


def bare_name(text: str) -> str:
    """A name without an acronym or code in brackets behind it: `FOREIGN TRADE BANK (FTB)`, not a branch's place."""
    return split_acronym(text)[0]


def split_acronym(text: str) -> tuple[str, str]:
    """A name without what stands in brackets behind it, and the acronym that stands there, if it is one."""
    if text[-1:] not in ")] ":
        return text, ""
    found = _BRACKETS.search(text)
    if found is None:
        return text, ""
    several = "," in found.group(1) and found.group(1).split(",")[0].replace("-", "").isupper()
    if not several and any(word in words.PLACES or word in GEOGRAPHY for word in plain(found.group(1)).split()):
        return text, ""
    bare, inside = text[: found.start()].strip(), found.group(1).strip()
    return (bare, inside if inside.isupper() and inside.isalpha() else "") if len(bare) >= 4 else (text, "")
