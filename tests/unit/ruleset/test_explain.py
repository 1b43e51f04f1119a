"""What an explanation tells."""

from __future__ import annotations

import re

from service.model.article import Article
from service.ruleset.concepts import find_concepts
from service.ruleset.explain import RuleExplanation, explain_rules
from service.ruleset.load import embedded_rules_dir, load_rules
from service.ruleset.ruleset import RuleSet
from service.text.document import read


def explained(rules: RuleSet, text: str) -> RuleExplanation:
    """The first rule's explanation."""
    document = read(Article(text, published="2024-03-19"))
    return explain_rules(document, find_concepts(document, rules), (), rules)[0]


def test_the_lacking_clause_is_named(small: RuleSet) -> None:
    """Workers who move nowhere: the place is what was lacking."""
    one = explained(small, "North Korean workers arrived on Monday, officials said.")
    assert one.verdict is None
    assert one.lacked.startswith("moved: ")
    assert one.lacked.endswith("lacks abroad (a place outside KP, KR)")


def test_a_fired_rule_shows_what_each_branch_found(small: RuleSet) -> None:
    """The branches quote the words that held."""
    one = explained(small, "North Korean workers arrived in Vladivostok.")
    assert one.verdict is not None
    moved = next(branch for branch in one.findings if branch.clause.startswith("moved"))
    assert moved.held
    assert [branch.quotes[0].text for branch in moved.branches] == ["North Korean workers", "arrived", "Vladivostok"]
    assert any(line.strip().startswith("no  employed") for branch in one.findings for line in branch.lines())


def test_parts_that_stand_apart_are_said_to(small: RuleSet) -> None:
    """All words in one sentence, in the wrong order: the near says so."""
    one = explained(small, "Workers met a North Korean singer who was employed there.")
    text = "\n".join(line for branch in one.findings for line in branch.lines())
    assert "not near enough, not in this order, or masked" in text


def test_ideas_are_told_in_plain_words() -> None:
    """No clause calls an idea by the name that only rule files use; authors get that name beside it."""
    one = explained(load_rules([embedded_rules_dir()]), "North Korean refugees came to Seoul and were workers once.")
    clauses = [one.lacked]
    names = set()
    for finding in one.findings:
        waiting = [finding]
        while waiting:
            branch = waiting.pop()
            waiting.extend(branch.branches)
            clauses.append(branch.clause)
            names.add(branch.concept)
    assert "labour.movement" in names
    assert [clause for clause in clauses if re.search(r"[a-z]\.[a-z]|_", clause)] == []
