"""Chinese names in Latin letters: syllables of pinyin and of the older Wade-Giles spelling, and what both write."""

from __future__ import annotations

import re
from functools import lru_cache

_FINALS = "iang|iong|uang|uai|uan|ian|iao|ang|eng|ing|ong|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u"
_OLD_FINALS = f"iung|iehn|ieh|ien|ueh|uan|ung|uei|eh|ih|erh|{_FINALS}"
_SOFT_FINALS = "iang|iong|uan|ian|iao|ing|ia|ie|in|iu|ue|un|i|u"
"""What may stand behind j, q and x."""
PINYIN = re.compile(rf"(?:[jqx](?:{_SOFT_FINALS})|(?:zh|ch|sh|[bpmfdtnlgkhrzcsyw])?(?:{_FINALS}))+")
"""One or more syllables of pinyin."""
OLD_SPELLING = re.compile(rf"(?:(?:hs|ch|sh|ts|tz|ss|sz|[pmftnlkhjswy])?(?:{_OLD_FINALS}))+")
"""One or more syllables of Wade-Giles."""
OLD_SIGNS = re.compile(r"hs|ts|tz|ie[hn]|ueh|uei|ung|[aeiou]h(?![aeiou])|[ckpt]'|ss[ui]|sz")
"""What only the older spelling has; `'` for its breath mark."""
_CLASSES = [
    (re.compile(pattern), result)
    for pattern, result in (
        ("iehn|ien", "ian"), ("ieh(?!s)", "ie"), ("ueh(?!s)", "ue"), ("iung", "iong"), ("ung", "ong"), ("uei", "ui"),
        ("erh", "er"), ("eh(?!s)", "e"), ("ih(?!s)", "i"), ("uo|e(?![inr])|(?<!a)o(?!n)", "o"), ("tz[ui]", "zi"),
        ("s[sz][ui]", "si"), ("hs|x|sh", "S"), ("zh|ch|j|q", "C"), ("ts|tz|c|z", "z"), ("[td]", "t"), ("[kg]", "k"),
        ("[pb]", "p"), ("(?<=[CSzy])i(?=[aou])", ""),
    )
]  # fmt: skip


@lru_cache(maxsize=16384)
def old_sound(token: str) -> str:
    """What pinyin and Wade-Giles write alike once breath marks are lost, empty for no Chinese syllables.

    `Hsieh` = `Xie`, `Kuo` = `Guo`, `Teh` = `De`, `Chang` = `Zhang`.
    """
    if not PINYIN.fullmatch(token) and not OLD_SPELLING.fullmatch(token):
        return ""
    for pattern, result in _CLASSES:
        token = pattern.sub(result, token)
    return token
