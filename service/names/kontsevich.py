"""How is a Korean name read that stands in Russian letters? By Kontsevich's system and the older way of the press.

Russian writes one letter for the final n and ng and declines the last syllable, so that one name has several readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from service.names.korean import same_syllables

CYRILLIC = re.compile("[\u0400-\u052f]")
_SURNAMES = (
    "Ким|Ли|Ри|И|Пак|Чхве|Цой|Чой|Чон|Чен|Чо|Кан|Юн|Чан|Лим|Рим|Им|Хан|О|Со|Син|Квон|Хван|Ан|Сон|Рю|Ю|Хон|Ко|Мун|Рян|Ян"
    "|Пэ|Пэк|Хо|Нам|Сим|Но|Ро|Ха|Квак|Чха|Чу|У|Мин|На|Ра|Чи|Ом|Вон|Чхэ|Чхон|Ку|Кон|Пан|Хён|Хен|Пён|Ём|Рём|То|Сок|Соль|Ма"
    "|Киль|Рён|Пхё|Мён|Ки|Кым|Ок|Тхэ|Дю"
)
KOREAN_NAME = re.compile(
    rf"\b(?:{_SURNAMES})(?: [А-ЯЁ][а-яё]{{0,6}}(?:[ -][А-ЯЁа-яё][а-яё]{{0,6}})?|[ -][А-ЯЁ][а-яё]{{1,12}})\b"
)
"""A surname with one or two syllables behind it, each with a capital or behind a hyphen."""
_SOUNDS = (
    ("чхве|цой|чой", "choe"), ("чх", "ch"), ("кх", "kh"), ("тх", "th"), ("пх", "ph"), ("дж|чж", "j"), ("ч", "j"),
    ("(?<=j)е", "eo"), ("(?<=[кгхпбдтсчj])в(?=[аеиоэ])", "w"), ("^в(?=[аеиоэ])", "w"), ("ый|ий", "ui"),
    ("ай|эй|э", "ae"), ("ё", "yo"), ("е(?=н)", "yo"), ("е", "ye"), ("ю", "yu"), ("я", "ya"), ("ы", "eu"), ("у", "oo"),
    ("и|й", "i"), ("о", "o"), ("а", "a"), ("[ъь]", ""), ("к", "k"), ("г", "g"), ("т", "t"), ("д", "d"), ("п", "p"),
    ("б", "b"), ("с", "s"), ("ш", "sh"), ("з", "j"), ("х", "h"), ("м", "m"), ("н", "n"),
    ("(?<=.)[рл]$", "l"), ("[рл]", "r"),
)  # fmt: skip
_RULES = [(re.compile(pattern), result) for pattern, result in _SOUNDS]
_ENDING = re.compile("(?<=[бвгджзклмнпрстхчь])(?:ом|ем|а|у|е|я|ю)$")


def readings(name: str) -> Iterator[str]:
    """Every reading of a name: each final n as ng too, and the last syllable without its ending."""
    words = re.split("[ -]", name)
    ways = [_ways(word, last=place == len(words) - 1) for place, word in enumerate(words)]
    for chosen in product(*ways):
        yield " ".join(word.title() for word in chosen)


def reading_beside(name: str, syllables: Iterable[str]) -> str:
    """The reading of a name that answers to most of the syllables of a listed name."""
    wanted = tuple(syllables)
    words = re.split("[ -]", name)
    ways = [_ways(word, last=place == len(words) - 1) for place, word in enumerate(words)]
    return " ".join(
        next((word for word in found if any(same_syllables(word, one) == 1.0 for one in wanted)), found[0])
        for found in ways
    )


def _ways(word: str, *, last: bool) -> list[str]:
    """What one syllable may be."""
    spelt = [word.lower()]
    bare = _ENDING.sub("", spelt[0])
    if last and bare != spelt[0] and re.search("[аеёиоуыэюя]", bare):
        spelt.append(bare)
    found = []
    for one in spelt:
        read = one
        for pattern, result in _RULES:
            read = pattern.sub(result, read)
        found += [read, f"{read}g"] if read.endswith("n") else [read]
    return found
