"""ISO 3166 codes for the many ways in which publishers spell a country."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

_DROPPED = frozenset({"the", "of"})


def _key(name: str) -> str:
    """Letters only, without accents, case and articles, so that `Bahamas, The` equals `The Bahamas`."""
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").replace("'", "").casefold()
    letters = "".join(char if char.isalpha() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(word for word in letters.split() if word not in _DROPPED)


@cache
def _table() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Names as printed -> code, names reduced to their key -> code, and all codes."""
    printed: dict[str, str] = {}
    keyed: dict[str, str] = {}
    for line in files("service.watchlist").joinpath("countries.tsv").read_text(encoding="utf-8").splitlines():
        code, _, names = line.partition("\t")
        for name in names.split("|"):
            printed[name] = code
            keyed.setdefault(_key(name), code)
    return printed, keyed, frozenset(printed.values())


@cache
def country_code(name: str) -> str | None:
    """The ISO 3166 alpha-2 code in upper case, or None for what is no country we know.

    Codes themselves are read too (`ru`, `RU`). `SU` stands for the Soviet Union and `XK` for Kosovo, as publishers
    use them.
    """
    printed, keyed, codes = _table()
    text = name.strip()
    if text in printed:
        return printed[text]
    if len(text) == 2 and text.upper() in codes:
        return text.upper()
    return keyed.get(_key(text))
