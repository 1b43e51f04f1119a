"""What a bare OFAC name tells of its bearer, for entries whose type no file at hand gives.

Measured on the 14,291 entries of 2025-11 whose type is known: see `docs/lists.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from service.model.entity import Schema

_FORMS = re.compile(
    r"\b(?:l\.?l\.?c|ltd|limited|co|company|corp|corporation|inc|incorporated|s\.?a|p?jsc|[oc]jsc|ooo|oao|zao|ao|pao|gmbh"
    r"|ag|plc|fze|fzco|fzc|dmcc|llp|lp|pte|sdn|bhd|b\.?v|n\.?v|s\.?r\.?[lo]|s\.?a\.?s|s\.?p\.?a|d\.?o\.?o|a\.?s|oy|kft"
    r"|ltda|sarl|anonim|sirketi|obshchestvo|aktsionernoy?e|bank|group|holdings?|institute|factory|plant|ministry"
    r"|universi\w+|cent(?:er|re)|foundation|association|trading|shipping|management|enterprises?|union|committee"
    r"|organi[sz]ation|industries|services|technolog\w+|maritime|international|exchange|collective|coalition|network)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"^(?P<last>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)*) (?P<rest>[A-Z][a-z][\w'’.-]*(?: [A-Z][\w'’.-]+)*)$"
)
_PATRONYMIC = re.compile(r"^(?P<last>[\w'’-]+) (?P<rest>[\w'’-]+ [\w'’-]+(?:ich|ovna|evna|yevna|ichna))$")


def type_of(names: Iterable[str]) -> Schema:
    """Organization for a legal form or a word of business in any name; Person for `LAST, First` or a surname in
    capitals or a patronymic; LegalEntity where nothing tells."""
    names = list(names)
    if any(_FORMS.search(name) for name in names):
        return "Organization"
    if any(", " in name or with_comma(name) != name for name in names):
        return "Person"
    return "LegalEntity"


def with_comma(name: str) -> str:
    """A person's name as OFAC prints it: `LEVIN Nikolai Ivanovich` -> `LEVIN, Nikolai Ivanovich`."""
    found = _CAPITALS.match(name) or _PATRONYMIC.match(name)
    return f"{found['last']}, {found['rest']}" if found else name
