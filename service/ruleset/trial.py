"""What would a draft change? A rule or words that are not in use yet, compiled among those that are, and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.errors import RuleErrors
from service.model.mention import Mention
from service.ruleset.authored import Authored, admit
from service.ruleset.compare import Change, compare_on
from service.ruleset.keyed import find_keys
from service.ruleset.load import compile_rules, in_file_order
from service.ruleset.ruleset import RuleSet
from service.ruleset.source import parse_yaml
from service.ruleset.walk import ask_for_parties
from service.text.document import Document


@dataclass(frozen=True, slots=True)
class Trial:
    """A draft beside what is in use. `rules` are the rules that are compared: those of the draft, else all."""

    before: RuleSet
    after: RuleSet
    rules: tuple[str, ...]
    needs_names: bool
    """Whether a rule asks for listed parties, so that `look` must be given the mentions."""

    def look(self, document: Document, mentions: Sequence[Mention] = ()) -> list[Change]:
        """What the draft changes on one article."""
        return compare_on(self.before, self.after, document, mentions)


def draft_trial(layers: Sequence[Authored], drafts: Sequence[tuple[str, str]]) -> Trial:
    """A trial of some drafts, each (name, text), over the authored files in use, overlays last.

    A draft is a file of any form: a rule replaces the one of its id or is new, whatever its status; concepts and stance
    words are added. Raises RuleErrors with every mistake of the drafts.
    """
    draft = Authored()
    for name, text in drafts:
        admit(*parse_yaml(text, f"<{name}>"), draft)
    if draft.errors:
        raise RuleErrors(in_file_order(draft.errors))
    tried = {at.text(): node for node in draft.of("rule/1") if (at := node.get("rule")) is not None}
    base = Authored({form: list(nodes) for form, nodes in layers[0].files.items()}, list(layers[0].errors))
    kept = [node for node in base.of("rule/1") if (at := node.get("rule")) is None or at.text() not in tried]
    base.files["rule/1"] = [*kept, *tried.values()]
    more = Authored({form: nodes for form, nodes in draft.files.items() if form != "rule/1"})
    before = compile_rules(layers)
    after = compile_rules([base, *layers[1:], more], drafts=bool(tried))
    only = frozenset(tried) if tried and not more.files else None
    if only is not None:
        before, after = _restricted(before, only), _restricted(after, only)
    names = tuple(sorted(only or {rule.id for rule in after.rules}))
    return Trial(before, after, names, ask_for_parties((*before.rules, *after.rules)))


def _restricted(rules: RuleSet, only: frozenset[str]) -> RuleSet:
    """A set of which only some rules are evaluated."""
    chosen = tuple(rule for rule in rules.rules if rule.id in only)
    return replace(rules, rules=chosen, keys=find_keys(chosen))
