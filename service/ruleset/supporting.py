"""Which further sentences tell of the same conduct? Those that speak of its subject and give particulars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.ruleset.rule import AmountIs, AnyOf, DateIs, Near, Part, PlaceIs, Rule
from service.ruleset.scene import Scene
from service.ruleset.stance import states_the_rule
from service.ruleset.vocabulary import Range

MOST = 2
"""Most sentences that are shown beside those that scored."""
ENOUGH = 3
"""Least weight of such a sentence: two for each idea of a finding that it names, one for each particular."""
_NUMBER = re.compile(r"\d")


def supporting(scene: Scene, rule: Rule, shown: Sequence[Range]) -> list[Range]:
    """Up to two sentences that a reader would look at next, heaviest first.

    A sentence counts that names two ideas of one of the rule's findings, or one of them and a particular: a number or a
    listed party. A place alone is no idea, and what only states the rule does not count. It adds no points: what holds
    by itself has scored.
    """
    groups = _ideas(scene, rule)
    ideas = {idea.number: idea for group in groups for idea in group}
    told = {number: _sentences(scene, idea) for number, idea in ideas.items()}
    ranked: list[tuple[int, Range]] = []
    for sentence in set().union(*told.values()):
        if any(sentence[0] < end and start < sentence[1] for start, end in shown):
            continue
        named = max((sum(sentence in told[idea.number] for idea in group) for group in groups), default=0)
        weight = 2 * named + _particulars(scene, sentence) if named else 0
        if weight >= ENOUGH and not states_the_rule(scene, sentence):
            ranked.append((-weight, sentence))
    return [sentence for _, sentence in sorted(ranked)[:MOST]]


def _sentences(scene: Scene, idea: Part) -> set[Range]:
    """The sentences that hold an idea."""
    return {sentence for sentence in scene.standing.sentences(idea, scene.whole) if scene.find(idea, sentence)}


def _ideas(scene: Scene, rule: Rule) -> list[tuple[Part, ...]]:
    """What each finding brings together, as far as it stands in the article at all."""
    groups: dict[tuple[int, ...], tuple[Part, ...]] = {}
    for finding in rule.find:
        parts = tuple(part for part in _operands(finding.part) if scene.standing.can_find(part))
        groups.setdefault(tuple(part.number for part in parts), parts)
    return list(groups.values())


def _operands(part: Part) -> tuple[Part, ...]:
    """The parts of a near, of each alternative of an any; the part itself where it is one word."""
    operator = part.operator
    if isinstance(operator, Near):
        return tuple(operand for operand in operator.parts if not _is_place(operand))
    if isinstance(operator, AnyOf) and any(isinstance(one.operator, Near) for one in operator.parts):
        return tuple(operand for one in operator.parts for operand in _operands(one))
    return (part,) if not isinstance(operator, (AmountIs, DateIs)) and not _is_place(part) else ()


def _is_place(part: Part) -> bool:
    """Whether a part asks for nothing but a place."""
    operator = part.operator
    if isinstance(operator, AnyOf):
        return bool(operator.parts) and all(_is_place(one) for one in operator.parts)
    return isinstance(operator, PlaceIs)


def _particulars(scene: Scene, sentence: Range) -> int:
    """How many kinds of particulars a sentence gives: a number, a listed party."""
    parties = any(sentence[0] <= party.start < sentence[1] for party in scene.parties)
    return (_NUMBER.search(scene.document.norm, *sentence) is not None) + parties
