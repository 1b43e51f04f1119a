"""Ways in which a name is misspelt or rewritten, one function a class; None where a name does not lend itself."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from service.names.prepare import looks_korean, prepare
from service.names.tables.words import PARTICLES, TITLES

HOMOGLYPHS = str.maketrans("aeopcxyABEKMHOPCTX", "аеорсхуАВЕКМНОРСТХ")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def natural(name: str) -> str:
    """A listed name as an article writes it: given name first, capitals only at the start of words."""
    if name.count(",") == 1 and not re.search(r",\s*(?:S\.?A|LTD|INC|LLC|L\.?P|CO)\b", name, re.IGNORECASE):
        last, first = name.split(",")
        name = f"{first.strip()} {last.strip()}"
    return " ".join(word.capitalize() if word.isupper() and len(word) > 1 else word for word in name.split())


def _edit(word: str, rng: random.Random) -> str:
    """One random edit in a word, never at its first letter."""
    place = rng.randrange(1, len(word))
    kind = rng.choice(("drop", "add", "change", "swap"))
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    if kind == "add":
        return word[:place] + rng.choice(LETTERS) + word[place:]
    if kind == "swap" and place + 1 < len(word) and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + rng.choice(LETTERS.replace(word[place].lower(), "")) + word[place + 1 :]


def _in_longest(
    name: str, rng: random.Random, change: Callable[[str, random.Random], str], least: int = 5
) -> str | None:
    """A change to one of the longer words."""
    words = name.split()
    long = [place for place, word in enumerate(words) if len(word) >= least and word.isalpha()]
    if not long:
        return None
    place = rng.choice(long)
    words[place] = change(words[place], rng)
    return " ".join(words)


def typo(name: str, rng: random.Random) -> str | None:
    """One edit."""
    return _in_longest(name, rng, _edit)


def two_edits(name: str, rng: random.Random) -> str | None:
    """Two edits, in two words or in one long word."""
    once = _in_longest(name, rng, _edit, least=5)
    return None if once is None else _in_longest(once, rng, _edit, least=6)


def ocr(name: str, rng: random.Random) -> str | None:
    """A letter misread by a scanner."""
    swaps = [
        ("m", "rn"),
        ("rn", "m"),
        ("o", "0"),
        ("l", "1"),
        ("i", "1"),
        ("s", "5"),
        ("w", "vv"),
        ("d", "cl"),
        ("e", "c"),
    ]
    fit = [(old, new) for old, new in swaps if old in name[1:]]
    if not fit:
        return None
    old, new = rng.choice(fit)
    places = [found.start() for found in re.finditer(old, name) if found.start() > 0 and name[found.start() - 1] != " "]
    if not places:
        return None
    place = rng.choice(places)
    return name[:place] + new + name[place + len(old) :]


def truncation(name: str, rng: random.Random) -> str | None:
    """The last word cut, as in a table with narrow columns."""
    words = name.split()
    if len(words) < 2 or len(words[-1]) < 6:
        return None
    return " ".join([*words[:-1], words[-1][: rng.randrange(4, len(words[-1]))]])


def initials(name: str, rng: random.Random) -> str | None:
    """The given names as initials."""
    words = name.split()
    if len(words) < 2 or not all(word.isalpha() for word in words) or len(words[-1]) < 4:
        return None
    return " ".join([*(f"{word[0]}." for word in words[:-1]), words[-1]])


def vowel_drop(name: str, rng: random.Random) -> str | None:
    """All inner vowels left out."""
    short = " ".join(word[:1] + re.sub("[aeiouAEIOU]", "", word[1:]) for word in name.split())
    return short if sum(map(str.isalpha, short)) >= 6 else None


def reorder(name: str, rng: random.Random) -> str | None:
    """The words in another order."""
    words = name.split()
    return " ".join([*words[1:], words[0]]) if len(words) > 1 else None


def upper(name: str, rng: random.Random) -> str | None:
    """All in capitals."""
    return name.upper()


def exact(name: str, rng: random.Random) -> str | None:
    """As it stands."""
    return name


def possessive(name: str, rng: random.Random) -> str | None:
    """With a possessive ending."""
    return f"{name}'s" if name[-1:].isalpha() and not name.endswith("s") else None


def diacritics(name: str, rng: random.Random) -> str | None:
    """With accents of another spelling."""
    table = str.maketrans("aeioucs", "áéíóúčš")
    places = [place for place, letter in enumerate(name) if letter in "aeioucs" and place]
    if not places:
        return None
    place = rng.choice(places)
    return name[:place] + name[place].translate(table) + name[place + 1 :]


def spacing(name: str, rng: random.Random) -> str | None:
    """A space made a hyphen, or left out."""
    words = name.split()
    if len(words) < 3:
        return None
    place = rng.randrange(1, len(words) - 1)
    short = len(words[place]) <= 5 and len(words[place + 1]) <= 5
    joined = words[place] + ("" if short and rng.random() < 0.5 else "-") + words[place + 1].lower()
    return " ".join([*words[:place], joined, *words[place + 2 :]])


def middle(name: str, rng: random.Random) -> str | None:
    """The middle name left out; not of a Korean name, where a syllable less is another name, nor behind a title."""
    words = name.split()
    if len(words) != 3 or words[0].lower() in TITLES | PARTICLES or looks_korean(prepare(name, "Person").tokens):
        return None
    return f"{words[0]} {words[-1]}"


def translit(name: str, rng: random.Random) -> str | None:
    """A letter group in another romanisation."""
    swaps = [
        ("yo", "io"), ("ya", "ia"), ("iy", "y"), ("ey", "ei"), ("kh", "h"), ("zh", "j"), ("ou", "u"), ("oo", "u"),
        ("ee", "i"), ("ks", "x"), ("ov", "off"), ("dj", "j"), ("q", "k"), ("ai", "ay"), ("ei", "ey"), ("ss", "s"),
        ("mm", "m"), ("ll", "l"), ("w", "v"), ("ch", "tch"), ("u", "ou"), ("y", "i"), ("th", "t"), ("ph", "f"),
    ]  # fmt: skip
    fit = [(old, new) for old, new in swaps if old in name[1:]]
    if not fit:
        return None
    old, new = rng.choice(fit)
    place = name.index(old, 1)
    return name[:place] + new + name[place + len(old) :]


_TO_CYRILLIC = [
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"),
    ("yo", "ё"), ("ey", "ей"), ("iy", "ий"), ("ay", "ай"), ("oy", "ой"),
    *zip("abvgdezijklmnoprstufhcwyqx", "абвгдезийклмнопрстуфхквыкк", strict=True),
]  # fmt: skip


def cyrillic(name: str, rng: random.Random) -> str | None:
    """A Russian name in its own script."""
    if not re.search(r"(?:vich|vna|ov|ev|in|sky|ova|eva|ina)\b", name, re.IGNORECASE) or not name.isascii():
        return None
    text = name.lower()
    for old, new in _TO_CYRILLIC:
        text = text.replace(old, new)
    return text.title()


def homoglyphs(name: str, rng: random.Random) -> str | None:
    """Latin letters replaced by Cyrillic ones that look the same."""
    word = rng.choice(name.split())
    mixed = word.translate(HOMOGLYPHS)
    # A word of look-alikes alone is a word of another script, which no eye and no matcher can tell.
    return name.replace(word, mixed) if mixed != word and any(char.isascii() for char in mixed) else None


def _scattered(name: str, rng: random.Random, mark: str) -> str:
    """A mark put between letters in three places."""
    for place in sorted(rng.sample(range(1, len(name)), min(3, len(name) - 1)), reverse=True):
        name = name[:place] + mark + name[place:]
    return name


def zero_width(name: str, rng: random.Random) -> str | None:
    """Zero-width spaces and joiners between letters."""
    return _scattered(name, rng, rng.choice(("\u200b", "\u200d", "\u2060", "\ufeff")))


def soft_hyphens(name: str, rng: random.Random) -> str | None:
    """Soft hyphens between letters."""
    return _scattered(name, rng, "\u00ad")


def direction_marks(name: str, rng: random.Random) -> str | None:
    """Marks of writing direction around and between the words."""
    return "\u202d" + name.replace(" ", " \u200e") + "\u202c"


def spaced_letters(name: str, rng: random.Random) -> str | None:
    """One word with spaces between its letters."""
    words = name.split()
    long = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if not long:
        return None
    place = rng.choice(long)
    words[place] = " ".join(words[place])
    return " ".join(words)


def leet(name: str, rng: random.Random) -> str | None:
    """Digits and signs that look like letters."""
    swaps = [(old, new) for old, new in (("a", "4"), ("e", "3"), ("i", "1"), ("o", "0"), ("s", "5")) if old in name[1:]]
    if not swaps:
        return None
    old, new = rng.choice(swaps)
    return name[0] + name[1:].replace(old, new, 2)


CLASSES: dict[str, Callable[[str, random.Random], str | None]] = {
    "exact": exact, "upper": upper, "reorder": reorder, "possessive": possessive, "middle": middle,
    "diacritics": diacritics, "spacing": spacing, "translit": translit, "typo": typo, "two-edits": two_edits,
    "ocr": ocr, "truncation": truncation, "initials": initials, "vowel-drop": vowel_drop, "cyrillic": cyrillic,
    "homoglyphs": homoglyphs, "zero-width": zero_width, "soft-hyphens": soft_hyphens, "direction": direction_marks,
    "spaced": spaced_letters, "leet": leet,
}  # fmt: skip
