"""Does an article take something back? Corrections and retractions say so in their headline or in a set phrase."""

from __future__ import annotations

import re
from typing import Any

_HEADLINE = re.compile(
    r"^\W*(?:"
    r"correct(?:ion|ed|s)\b|retract(?:ion|ed|s)\b|clarif(?:ication|ied|ies)\b|withdrawn\b|erratum\b|kill notice\b"
    r"|поправк|исправлени|уточнени|опровержени|спростуванн|виправленн"
    r"|정정|바로잡습니다|更正|订正|訂正|撤稿|撤回"
    r"|correcci[oó]n\b|rectificaci[oó]n\b|fe de erratas\b|rectificatif\b|correction\b|d[ée]menti\b"
    r"|berichtigung\b|korrektur\b|richtigstellung\b|widerruf\b|errata\b|corre[cç][aã]o\b"
    r"|تصحيح|تصويب"
    r")",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?:has|have|had) (?:been )?(?:retracted|withdrawn)|(?:has|have) retracted|retract(?:s|ed|ing) (?:the|its|a|an) "
    r"|(?:an|the) earlier version of th(?:is|e) (?:article|story|report)"
    r"|this (?:article|story|report) (?:has been|was) (?:corrected|amended|updated to correct)"
    r"|an earlier (?:article|story|report) (?:said|stated|reported|gave) (?:incorrectly|wrongly|in error)"
    r"|(?:incorrectly|wrongly|erroneously) (?:said|stated|reported|identified|named)"
    r"|отозва(?:л|ла|ли|но) (?:статью|сообщение|публикацию)|принос(?:ит|им) извинения за (?:ошибку|неточность)"
    r"|본지는 .{0,40}바로잡|기사를 (?:철회|삭제)|(?:报道|文章)有误|撤回(?:了)?(?:该|此|上述)?(?:报道|文章)",
    re.IGNORECASE,
)
_LEAD = 300
"""Characters in which a correction says that it is one, or its last ones, where newspapers put the note."""


def corrects(article: dict[str, Any]) -> bool:
    """Whether an article (as in `screening/1`) says that it corrects or takes back an earlier report."""
    title, text = str(article["title"] or ""), str(article["text"])
    if _HEADLINE.search(title) or _HEADLINE.search(text[:_LEAD]):
        return True
    return _PHRASE.search(text[:_LEAD]) is not None or _PHRASE.search(text[_LEAD:][-_LEAD:]) is not None
