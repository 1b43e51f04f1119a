"""Build the gazetteer: rules/concepts/places.yaml (countries) and places-cities.yaml (cities).

    python scripts/build_places.py cities15000.json

`cities15000.json` is the GeoNames extract of cities over 15,000 inhabitants (https://www.geonames.org, CC BY 4.0) as a
mapping of id to row. Country names in eight languages come from the Unicode CLDR by way of the `babel` package, which
only this script needs. What is kept are facts: a name, its country, its kind. Hand-written parts (demonyms, regions,
ports, waters, words that are better left out) stand in `places_by_hand.py` beside this file.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from babel import Locale
from places_by_hand import (
    BORDER,
    COMMON_WORDS,
    COUNTRY_EXTRA,
    COUNTRY_LEAVE,
    DEMONYMS,
    KEEP_CITIES,
    KINDS,
    LOWER_BOUND,
    WIDE,
)

LANGUAGES = ("en", "ko", "ru", "zh", "ja", "ar", "es", "fr")
CASED = {"en", "es", "fr"}
"""Languages whose place names count only with their capital: Nice, Reading, Turkey."""
SCRIPTS = {"HANGUL": "ko", "CYRILLIC": "ru", "CJK": "zh", "KATAKANA": "ja", "HIRAGANA": "ja", "ARABIC": "ar"}
HEAD = """# yaml-language-server: $schema=../schema/places.v1.schema.json
# Made by scripts/build_places.py; change that, not this. {what}
# Facts from GeoNames (https://www.geonames.org, CC BY 4.0) and the Unicode CLDR, reduced and reshaped.
schema: places/1
places:
"""


def quote(word: str) -> str:
    """A YAML flow scalar."""
    return (
        word
        if re.fullmatch(r"[^\W\d_][\w' .-]*[\w.]|[^\W\d_]{2,}", word) and word not in ("NO", "No")
        else json.dumps(word, ensure_ascii=False)
    )


def plain(name: str) -> str:
    """A name as newspapers print it: no diacritics, straight apostrophes."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return bare.replace("’", "'").replace("‘", "'").translate(str.maketrans("łŁđĐøØıħ", "lLdDoOih"))


def line(indent: int, key: str, words: list[str], cased: bool) -> str:
    """One line of words of a language."""
    listed = ", ".join(quote(word) for word in dict.fromkeys(words))
    return " " * indent + (f"{key}: {{cased: [{listed}]}}" if cased else f"{key}: [{listed}]")


def script_language(word: str) -> str | None:
    """The language that a script stands for here, None for Latin and for anything else."""
    name = unicodedata.name(word[:1] or " ", "")
    return next((language for start, language in SCRIPTS.items() if name.startswith(start)), None)


def countries() -> dict[str, dict[str, dict[str, list[str]]]]:
    """Country code -> kind -> language -> names."""
    out: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if re.fullmatch(r"[A-Z]{2}", code) and code not in COUNTRY_LEAVE:
                out[code]["country"][language].append(name.replace("’", "'").split(" (")[0])
    for code, by_language in COUNTRY_EXTRA.items():
        for language, names in by_language.items():
            out[code]["country"][language].extend(names)
    for code, by_language in DEMONYMS.items():
        for language, names in by_language.items():
            out[code]["demonym"][language].extend(names)
    for kind, table in KINDS.items():
        for code, by_language in table.items():
            for language, names in by_language.items():
                out[code][kind][language].extend(names)
    return out


def cities(rows: list[dict[str, object]]) -> dict[str, dict[str, list[str]]]:
    """Country code -> language -> city names, large or near a border that matters."""
    out: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(rows, key=lambda one: (str(one["countrycode"]), -int(str(one["population"])), str(one["name"]))):
        code, name, people = str(row["countrycode"]), str(row["name"]), int(str(row["population"]))
        near_border = str(row["admin1code"]) in BORDER.get(code, ())
        if people < LOWER_BOUND.get(code, 300_000) and not near_border and name not in KEEP_CITIES:
            continue
        if name in COMMON_WORDS or len(name) < 4:
            continue
        out[code]["en"].append(plain(name))
        if people < WIDE and not near_border and name not in KEEP_CITIES and code not in ("KP", "KR", "RU"):
            continue
        kept: dict[str, int] = defaultdict(int)
        for other in row["alternatenames"]:  # type: ignore[attr-defined]
            language = script_language(other)
            if language is None or not 2 <= len(other) <= 24 or kept[language] >= 3 or " (" in other:
                continue
            if language == "ru" and re.search(r"[іїєґўјљњћђџqәөұқғңүһ]", other.lower()):
                continue
            if language == "ar" and re.search(r"[پچژگکیےہھڑٹڈں]", other):
                continue
            if language in ("zh", "ko") and len(other) < 2 or other in COMMON_WORDS:
                continue
            kept[language] += 1
            out[code][language].append(other)
    return out


def main(source: str) -> None:
    """Write both files."""
    target = Path(__file__).resolve().parent.parent / "rules" / "concepts"
    body = []
    for code, kinds in sorted(countries().items()):
        body.append(f"  {json.dumps(code)}:")
        for kind, by_language in kinds.items():
            body.append(f"    {kind}:")
            body += [line(6, language, words, language in CASED and kind != "demonym" or language == "en")
                     for language, words in by_language.items()]  # fmt: skip
    head = HEAD.format(what="Countries, demonyms, regions, ports and waters.")
    (target / "places.yaml").write_text(head + "\n".join(body) + "\n", encoding="utf-8")
    rows = list(json.loads(Path(source).read_text(encoding="utf-8")).values())
    body = []
    for code, by_language in sorted(cities(rows).items()):
        body.append(f"  {json.dumps(code)}:")
        body.append("    city:")
        body += [line(6, language, words, language == "en") for language, words in by_language.items()]
    head = HEAD.format(what="Cities.")
    (target / "places-cities.yaml").write_text(head + "\n".join(body) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
