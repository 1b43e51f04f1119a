"""Which parts are rules made of?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.ruleset.rule import AnyOf, Near, Part, PartyIs, Rule


def parts_of(rules: Iterable[Rule]) -> dict[int, Part]:
    """All parts of some rules, inner ones too, by number."""
    out: dict[int, Part] = {}
    open_ = [part for rule in rules for part in _outer(rule)]
    while open_:
        part = open_.pop()
        if part.number in out:
            continue
        out[part.number] = part
        inner = part.operator.parts if isinstance(part.operator, AnyOf | Near) else ()
        open_ += [*inner, *part.mask, *part.without]
    return out


def ask_for_parties(rules: Iterable[Rule]) -> bool:
    """Whether a rule has a condition on listed parties, so that names must be looked for."""
    return any(isinstance(part.operator, PartyIs) for part in parts_of(rules).values())


def _outer(rule: Rule) -> Iterator[Part]:
    """The parts that a rule names itself."""
    yield from (finding.part for finding in rule.find)
    yield from (adjust.part for adjust in rule.adjust if adjust.part is not None)
    yield from (exempt.part for exempt in rule.exempt)
    yield from rule.suppress_if
    yield from rule.review_if
