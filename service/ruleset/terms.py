"""Which strings express a term? Authored words become the literal variants that are searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from service.errors import RuleError
from service.ruleset import english, inflection
from service.ruleset.hanzi import SIMPLIFIED
from service.ruleset.source import Node
from service.text.normalize import fold_term

_EQUAL = SIMPLIFIED | str.maketrans("-\n\t", "   ")
"""Hyphens, line breaks and spaces are the same to a term, and so are traditional and simplified characters."""

LATIN_LANGUAGES = frozenset({"es", "fr", "de", "pt", "it", "tr", "vi", "id"})
"""Languages whose words an English article may hold by accident: they count only where the article is not English."""

_LONGEST_SPOKEN = 60
"""Letters of a note that still reads as a name."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One literal form: `text` is folded as the article is; `cased` the exact capitals it needs, if any."""

    text: str
    cased: str = ""
    prefix: bool = False
    foreign: bool = False
    """Counts only in an article that is not English."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One authored RE2 pattern, and where it stands."""

    source: str
    at: Node


@dataclass(frozen=True, slots=True)
class Terms:
    """All that expresses one idea."""

    variants: tuple[Variant, ...] = ()
    patterns: tuple[Pattern, ...] = ()


def level(text: str) -> str:
    """A folded text as terms are searched in it: breaks as spaces, simplified characters, of the same length."""
    if text.isascii():
        return text.replace("-", " ").replace("\n", " ").replace("\t", " ")
    return text.translate(_EQUAL)


@lru_cache(maxsize=200_000)
def searched(words: str) -> str:
    """The folded, levelled form of an authored term."""
    if words.isascii() and words.replace(" ", "").replace("-", "").isalnum():
        return " ".join(words.lower().replace("-", " ").split())
    return " ".join(level(fold_term(words)).split())


def read_terms(node: Node, errors: list[RuleError]) -> Terms:
    """The terms of a concept's languages (keys that are languages) or of a bare list of phrases."""
    if isinstance(node.value, list):
        return Terms(tuple(_dedupe(_of_language(node, "any", errors))))
    variants: list[Variant] = []
    patterns: list[Pattern] = []
    for language, value in node.items():
        if language in ("note", "includes"):
            continue
        variants.extend(_of_language(value, language, errors))
        if (found := value.get("re")) is not None:
            patterns.extend(Pattern(element.text(), element) for element in found.elements())
    return Terms(tuple(_dedupe(variants)), tuple(patterns))


def spoken(name: str, concept: Node) -> str:
    """A concept in plain words for who reads an explanation: its note if that is short, else its name."""
    note = concept.get("note")
    words = re.split(r"[.;:]\s|\.$| - ", note.text())[0] if note is not None else ""
    if not 0 < len(words) <= _LONGEST_SPOKEN:
        return name.replace(".", ": ").replace("-", " ")
    return f"“{words if words[1:2].isupper() else words[:1].lower() + words[1:]}”"


def _dedupe(variants: Iterable[Variant]) -> Iterator[Variant]:
    """Each variant once; a form that is needed in every article wins over the same form of one language."""
    seen: dict[tuple[str, str, bool], Variant] = {}
    for variant in variants:
        key = (variant.text, variant.cased, variant.prefix)
        if key not in seen or (seen[key].foreign and not variant.foreign):
            seen[key] = variant
    return iter(seen.values())


def _of_language(node: Node, language: str, errors: list[RuleError]) -> Iterator[Variant]:
    """The variants of one language's terms."""
    foreign = language in LATIN_LANGUAGES
    table = node if isinstance(node.value, dict) else Node({"phrases": node}, node.path, node.line, node.col)
    for kind, forms in (("phrases", _phrase), ("nouns", _noun), ("verbs", _verb)):
        for element in _elements(table, kind):
            for form in forms(element.text(), language):
                if text := searched(form):
                    yield Variant(text, foreign=foreign)
            if not searched(element.text()):
                errors.append(element.error(f'"{element.text()}" holds no letter or digit', code="empty-term"))
    for element in _elements(table, "prefixes"):
        stem = element.text().rstrip("*").rstrip()
        if not element.text().endswith("*") or len(stem) < 4:
            message = f'prefix "{element.text()}": write at least four letters and a *, like repatriat*'
            errors.append(element.error(message, code="short-prefix"))
        else:
            yield Variant(searched(stem), prefix=True, foreign=foreign)
    for element in _elements(table, "cased"):
        yield Variant(searched(element.text()), cased=level(element.text()), foreign=foreign)


def _elements(table: Node, kind: str) -> list[Node]:
    """The words of one kind."""
    found = table.get(kind)
    return [element for element in found.elements() if element.text()] if found is not None else []


def _phrase(words: str, language: str) -> tuple[str, ...]:
    """A phrase as written; Arabic with the particles that are written on to it."""
    return inflection.arabic_forms(words) if language == "ar" else (words,)


def _noun(words: str, language: str) -> tuple[str, ...]:
    """A noun with its plural and cases."""
    return english.noun_forms(words) if language == "en" else inflection.noun_forms(words, language)


def _verb(words: str, language: str) -> tuple[str, ...]:
    """A verb with its forms."""
    return english.verb_forms(words) if language == "en" else inflection.verb_forms(words, language)
