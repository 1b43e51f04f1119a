"""Is an authored pattern safe and quick? RE2 only, and with a literal word that decides where it is tried."""

from __future__ import annotations

import re
from functools import lru_cache

import re2

_ASCII_ONLY = re.compile(r"\\[bB](?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\\[bB]")
_LOOK = re.compile(r"\(\?<?[=!]")
_BACK = re.compile(r"\\[1-9]|\(\?P=")


@lru_cache(maxsize=10_000)
def pattern_fault(source: str) -> str | None:
    """What is wrong with a pattern, None if nothing."""
    if _LOOK.search(source):
        return f"look-around in {source!r}: RE2 has none; use `mask`, `without` or a longer phrase"
    if _BACK.search(source):
        return f"back-reference in {source!r}: RE2 has none; write the alternatives out"
    if _ASCII_ONLY.search(source):
        return f"\\b beside a letter that is not ASCII in {source!r}: RE2 sees no word boundary there; use `phrases`"
    try:
        options = re2.Options()
        options.log_errors = False
        re2.compile(source, options)
    except re2.error as error:
        reason = error.args[0] if error.args else "not RE2"
        text = reason.decode() if isinstance(reason, bytes) else str(reason)
        return f"{source!r} is no RE2 pattern: {text}"
    if re2.compile(source).search("") is not None:
        return f"{source!r} matches nothing at all (an empty text); ask for at least one letter"
    return (
        None if _has_atom(source) else f"{source!r} holds no literal word of three letters; add one, or use `phrases`"
    )


def _has_atom(source: str) -> bool:
    """Whether RE2 can tell from literal words alone that the pattern cannot match."""
    gate = re2.Filter()
    gate.Add(source)
    gate.Compile()
    return not gate.Match("", True)
