"""Does a place name say where something happens, or does it stand for a government?"""

from __future__ import annotations

import re

_BEFORE_PLACE = re.compile(
    r"(?:\b(?:in|at|near|to|from|off|outside|into|across|inside|around|via|through|toward|towards|within|over|on|between"
    r"|в|во|на|из|с|со|под|около|близ|возле|через|до|у|к|en|a|au|aux|de|del|desde|hacia|vers|depuis|dans|chez|nach|aus|bei"
    r"|في|من|إلى|الى|قرب|عبر)\s+(?:[^\s.,;:!?]+\s+){0,3}|[在于於从從到往赴抵至向驻駐]|\bوب?|\bب|-)$"
)
"""What makes a place the scene: a preposition up to three words before it."""
_AFTER_PLACE = re.compile(
    r"^(?:-(?:based|bound|registered)"
    r"|\s?(?:에서|에|으로|로|의|행|발|에는|까지|에게|항|시|주|지역|[^\s.]{1,6} ?(?:에서|에|으로|로))"
    r"|で|に|へ|から|の|市|港|县|省|境内|当地|,)"
)
"""What makes it the scene from behind: a particle, a suffix, or the larger place after a comma."""


def is_scene(text: str, start: int, end: int) -> bool:
    """Whether the place name at `text[start:end]`, a folded text, is a location."""
    return bool(_BEFORE_PLACE.search(text[max(start - 48, 0) : start]) or _AFTER_PLACE.match(text[end : end + 16]))
