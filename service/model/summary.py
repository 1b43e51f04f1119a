"""The sentence that stands for an alert in queues and reports: why, on which words, told where, about whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_QUOTE, _WHO = ": “", "; listed parties named: "
"""What stands between the parts."""


def write_summary(why: str, words: str, told: str, names: Sequence[str]) -> str:
    """One sentence that a manager can read; `told` says by whom and when, `names` are those of the listed parties."""
    who = f"{_WHO}{_listed(names)}" if names else ""
    return f"{why}{_QUOTE}{_shortened(words)}” ({told}){who}."


def reason(hit: Mapping[str, Any]) -> str:
    """Why a hit is one, in words: its strongest reason that stands in the text, else its rule's title.

    A hit by a list's policy is named by its title, which says whom it names.
    """
    shown = [factor for factor in hit["factors"] if factor.get("spans") and factor["points"] > 0]
    if hit.get("rule_status") == "policy" or not shown:
        return str(hit["title"]).rstrip(".")
    words = str(max(shown, key=lambda factor: int(factor["points"]))["reason"]).rstrip(".")
    return words[:1].upper() + words[1:]


def summary_parts(summary: str) -> tuple[str, str, str]:
    """A summary in pieces for a narrow screen: the reason, the proving words with their source, the listed parties."""
    what, _, rest = summary.rstrip(".").partition(_QUOTE)
    words, _, names = rest.rpartition(_WHO) if _WHO in rest else (rest, "", "")
    return what, f"“{words}" if words else "", names


def _shortened(words: str, limit: int = 180) -> str:
    """Words of the article on one line, cut at a word where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"


def _listed(names: Sequence[str], most: int = 4) -> str:
    """Some names as a phrase."""
    rest = len(names) - most
    return "; ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
