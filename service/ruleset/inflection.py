"""Which forms has a word of another language? Endings tables, made to find words and not to teach grammar.

A form too many costs nothing; a form too few misses news. Han and Kana need none: terms match inside longer words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_RU_ADJECTIVE = {
    "hard": ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ым", "ыми"),
    "soft": ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "им", "ими"),
    "velar": ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "им", "ими"),
}
_RU_NOUN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях")),
    ("ие", ("ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях")),
    ("ий", ("ий", "ия", "ию", "ием", "ии", "иев", "иям", "иями", "иях")),
    ("ь", ("ь", "и", "я", "ю", "ью", "ем", "ем", "е", "ей", "ям", "ями", "ях")),
    ("й", ("й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ей", "", "ам", "ами", "ах")),
    ("я", ("я", "и", "е", "ю", "ей", "ь", "й", "ям", "ями", "ях")),
    ("о", ("о", "а", "у", "ом", "е", "", "ам", "ами", "ах")),
    ("е", ("е", "я", "ю", "ем", "ей", "ям", "ями", "ях", "а", "у", "ам", "ами", "ах")),
)
_RU_CONSONANT = ("", "а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ей", "ам", "ами", "ах")
_RU_LETTERS = re.compile(r"[а-яё]+", re.IGNORECASE)


def _ru_adjective(word: str) -> tuple[str, ...] | None:
    """All cases of an adjective, None for another word."""
    if len(word) < 5 or not word.endswith(("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")):
        return None
    stem = word[:-2]
    if word.endswith(("ие", "ий")) and stem[-1] not in "кгхжшщчн":
        return None
    kind = "velar" if stem[-1] in "кгхжшщч" else "soft" if word.endswith(("ий", "яя", "ее", "ие")) else "hard"
    return tuple(stem + ending for ending in ("ой", *_RU_ADJECTIVE[kind]))


def _ru_noun(word: str) -> tuple[str, ...]:
    """All cases of a noun."""
    for ending, forms in _RU_NOUN:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            return tuple(stem + form for form in forms)
    forms = tuple(word + form for form in _RU_CONSONANT)
    if word.endswith("ец"):
        forms += tuple(
            word[:-2] + "ц" + form for form in ("а", "у", "ем", "ом", "е", "ы", "ев", "ов", "ам", "ами", "ах")
        )
    if word.endswith("ок"):
        forms += tuple(word[:-2] + "к" + form for form in ("а", "у", "ом", "е", "и", "ов", "ам", "ами", "ах"))
    if word.endswith("нин"):
        forms += tuple(word[:-2] + form for form in ("е", "", "ам", "ами", "ах"))
    return forms


def _ru_word(word: str) -> tuple[str, ...]:
    """All cases of one word; what is not Russian, or an abbreviation, stays."""
    if not _RU_LETTERS.fullmatch(word) or word.isupper():
        return (word,)
    return (word, *(_ru_adjective(word) or _ru_noun(word)))


def _ru_nouns(words: str) -> tuple[str, ...]:
    """All forms of a noun phrase of up to three words; longer ones change in the first two."""
    first, *rest = words.split()
    forms = list(_ru_word(first))
    for number, word in enumerate(rest):
        own = _ru_word(word) if number == 0 and _ru_adjective(first) else (word,)
        forms = [f"{left} {right}" for left in forms for right in own]
    return tuple(dict.fromkeys(forms))


def _ru_verbs(words: str) -> tuple[str, ...]:
    """Tenses, persons and participles of a verb; the first word changes."""
    verb, gap, rest = words.partition(" ")
    reflexive = verb.endswith("ся")
    base = verb[:-2] if reflexive else verb
    if not base.endswith("ть"):
        return (words,)
    stem = base[:-2]
    forms = [base, *(stem + ending for ending in ("л", "ла", "ло", "ли", "в", "вший", "вшие", "вших"))]
    if base.endswith("овать"):
        forms += [stem[:-3] + "у" + ending for ending in ("ет", "ют", "ем", "ющий", "ющие", "ющих", "я")]
    if base.endswith(("ать", "ять")):
        forms += [stem + ending for ending in ("ет", "ют", "ем", "ющий", "ющие", "ющих", "я")]
        forms += [stem + ending for ending in ("н", "на", "но", "ны", "нный", "нные", "нных", "нного", "нная")]
    if base.endswith("ить"):
        forms += [stem[:-1] + ending for ending in ("ит", "ят", "ат", "им", "ящие", "ящих")]
        forms += [
            stem[:-1] + ending for ending in ("ен", "ена", "ено", "ены", "енный", "енные", "енных", "лен", "лены")
        ]
    if base.endswith("еть"):
        forms += [stem + ending for ending in ("ет", "ют")] + [stem[:-1] + ending for ending in ("ит", "ят")]
    tails = ("ся", "сь") if reflexive else ("",)
    return tuple(dict.fromkeys(f"{form}{tail}{gap}{rest}" for form in forms for tail in tails))


_KO_HADA = ("하", "했", "한", "할", "해", "합", "함", "하여")
_KO_DOEDA = ("되", "됐", "된", "될", "돼", "됩", "됨", "되어")


def _ko_verbs(words: str) -> tuple[str, ...]:
    """Stems of a verb given in its dictionary form (-다); endings are matched by what follows."""
    for ending, stems in (("하다", _KO_HADA), ("되다", _KO_DOEDA)):
        if words.endswith(ending) and len(words) > len(ending):
            return tuple(words[: -len(ending)] + stem for stem in stems)
    return (words[:-1],) if words.endswith("다") and len(words) > 2 else (words,)


def _es_nouns(words: str) -> tuple[str, ...]:
    """Singular and plural of each word."""
    parts = words.split()
    plural = [part if part in ("de", "del", "la", "el", "en", "a") else _es_plural(part) for part in parts]
    return (words, " ".join(plural), " ".join([plural[0], *parts[1:]]))


def _es_plural(word: str) -> str:
    """The plural of a Spanish word."""
    if word.endswith(("s", "x")):
        return word
    if word.endswith("z"):
        return word[:-1] + "ces"
    return word + ("s" if word[-1] in "aeiouáéó" else "es")


_ES = {
    "ar": "ar a an ó aron aba aban ado ada ados adas ando ará arán aría arían e en ase aran",
    "er": "er e en ió ieron ía ían ido ida idos idas iendo erá erán ería a an iera",
    "ir": "ir e en ió ieron ía ían ido ida idos idas iendo irá irán iría a an iera",
}
_FR = {
    "er": "er e ent es a èrent ait aient é ée és ées ant era eront erait",
    "ir": "ir it issent irent issait issaient i ie is ies issant ira iront",
    "re": "re d ent it irent ait aient u ue us ues ant ra ront",
}


def _endings(words: str, table: dict[str, str]) -> tuple[str, ...]:
    """All forms of a regular verb; the first word changes."""
    verb, gap, rest = words.partition(" ")
    forms = table.get(verb[-2:])
    if forms is None:
        return (words,)
    return tuple(dict.fromkeys(f"{verb[:-2]}{ending}{gap}{rest}" for ending in forms.split()))


def _fr_nouns(words: str) -> tuple[str, ...]:
    """Singular and plural of each word."""
    parts = words.split()
    small = ("de", "du", "des", "la", "le", "les", "en", "à", "d'", "l'")
    plural = [part if part in small or part[-1] in "sxz" else _fr_plural(part) for part in parts]
    return (words, " ".join(plural), " ".join([plural[0], *parts[1:]]))


def _fr_plural(word: str) -> str:
    """The plural of a French word."""
    if word.endswith(("eau", "eu")):
        return word + "x"
    return word[:-2] + "aux" if word.endswith("al") else word + "s"


def arabic_forms(words: str) -> tuple[str, ...]:
    """A phrase with the article and the particles that Arabic writes on to its first word."""
    parts = words.split()
    if parts[0].startswith("ال"):
        bare = parts[0][2:]
        definite = [words]
        tail = " ".join(parts[1:])
        joined = [f"{lead}{bare} {tail}".strip() for lead in ("وال", "بال", "فال", "كال", "لل", "ولل", "وبال")]
        return tuple(dict.fromkeys([*definite, *joined]))
    with_article = " ".join(f"ال{part}" for part in parts)
    particles = [f"{lead}{words}" for lead in ("و", "ب", "ل", "ف")]
    return tuple(dict.fromkeys([words, *particles, *arabic_forms(with_article)]))


_NOUNS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ru": _ru_nouns, "es": _es_nouns, "pt": _es_nouns, "fr": _fr_nouns, "ar": arabic_forms,
}  # fmt: skip
_VERBS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ru": _ru_verbs,
    "ko": _ko_verbs,
    "es": lambda words: _endings(words, _ES),
    "fr": lambda words: _endings(words, _FR),
    "ar": arabic_forms,
}


def noun_forms(words: str, language: str) -> tuple[str, ...]:
    """A noun's forms in a language; as written where there is no table."""
    return _NOUNS[language](words) if language in _NOUNS else (words,)


def verb_forms(words: str, language: str) -> tuple[str, ...]:
    """A verb's forms in a language; as written where there is no table."""
    return _VERBS[language](words) if language in _VERBS else (words,)
