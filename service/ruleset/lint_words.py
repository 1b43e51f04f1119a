"""Which words of concepts select nothing, or mostly something else? Findings of `lint`, at their places."""

from __future__ import annotations

from collections.abc import Iterator

from service.ruleset.lint_finding import LintFinding, finding_at, listed
from service.ruleset.ruleset import RuleSet
from service.ruleset.source import Node

_COMMON = """
the and for with from that this have has had was were are been will would can could may might must shall
should not new old man men one two day year time way said says say people work world life part place case week
company number group problem fact first last long great other small large next early public same able also
back after use make get good know take see come think look want give find tell ask seem feel try leave call
"""
COMMON_WORDS = frozenset(_COMMON.split())
"""Words that stand in every article: a phrase of one of them selects nothing."""
_JOINED = frozenset({"ko", "ja", "zh"})
SHORT_LATIN = 4
"""Most letters of a Latin word that Korean, Japanese or Chinese text may hold inside another word."""
_EVERYDAY = """
second seconds third quarter minute minutes may march august might can bar bars fine present current object subject
close mean means kind like left right well still once past content lie lies date dates bear bears watch match matches
race post posts note notes point points light mark marks head hand hands flat fit foot good hard mass net page pen pick
rest rock rule sound stand step suit tear term terms tie ties tip tips turn turns type wave fall falls fell spring leave
leaves ring rings round board draw land pass press store stock
"""
EVERYDAY_WORDS = frozenset(_EVERYDAY.split())
"""English words, base forms of verbs among them, whose usual sense in news is another one: a number, a month ..."""


def lint_words(rules: RuleSet) -> Iterator[LintFinding]:
    """Concepts that nothing uses, and words that select nothing."""
    named: set[str] = set()
    for form in rules.sources:
        _names(form, named)
    for file in rules.sources:
        concepts = file.get("concepts")
        for name, node in concepts.items() if concepts is not None else ():
            if name not in named:
                yield finding_at(node, "note", "unused-concept", f'concept "{name}" is used by no rule')
            yield from _latin_among(node)
            for language, element in _phrases(node):
                text = element.text().strip()
                if text.lower() in COMMON_WORDS:
                    message = f'"{text}" stands in every article; write a longer phrase'
                    yield finding_at(element, "warning", "common-word", message)
                elif text.lower() in EVERYDAY_WORDS and language == "en":
                    message = f'"{text}" means something else more often; write a phrase that only this sense has'
                    yield finding_at(element, "warning", "everyday-word", message)
                elif len(text) < 3 and text.isascii():
                    message = f'"{text}" has fewer than three letters; use `cased`, or a longer phrase'
                    yield finding_at(element, "warning", "short-phrase", message)


def _phrases(node: Node) -> Iterator[tuple[str, Node]]:
    """The uncased words of a concept, each with its language."""
    for language, value in node.items():
        if language not in ("note", "includes"):
            yield from ((language, word) for word in _words_of(value))


def _words_of(value: Node) -> Iterator[Node]:
    """The uncased words of one language."""
    if isinstance(value.value, list):
        yield from value.elements()
    for kind in ("phrases", "nouns", "verbs"):
        yield from listed(value, kind)


def _latin_among(node: Node) -> Iterator[LintFinding]:
    """Short Latin words under a language that is not parted by spaces, or joins particles to words."""
    for language, value in node.items():
        for element in _words_of(value) if language in _JOINED else ():
            text = element.text().strip()
            if text.isascii() and text.isalpha() and len(text) <= SHORT_LATIN:
                message = f'"{text}" is a short Latin word under {language}: write it under `cased`'
                yield finding_at(element, "warning", "short-latin", message)


def _names(node: Node, out: set[str]) -> None:
    """Every scalar of a rule, define or concept file: the names it may refer to."""
    if isinstance(node.value, dict):
        for key, value in node.value.items():
            if key not in ("examples", "note", "reason", "title"):
                _names(value, out)
    elif isinstance(node.value, list):
        for element in node.value:
            _names(element, out)
    elif node.value is not None:
        out.add(node.value)
