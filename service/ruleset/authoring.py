"""What helps an author: a new rule to fill in, a tidy file, the measures that run out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from service.errors import RuleError
from service.ruleset.compile import canonical_sha256
from service.ruleset.ruleset import RuleSet
from service.ruleset.schema import did_you_mean
from service.ruleset.source import parse_yaml

_TEMPLATE = """\
# yaml-language-server: $schema=../schema/rule.v1.schema.json
schema: rule/1
rule: {rule}
uid: {uid}
version: 0.1.0
title: what is forbidden, in one line
status: draft
severity: medium
author: {author}
created: {day}
modified: {day}
tags: [measure.{code}]
law: [{law}]
define:
  who: {{term: {{en: {{phrases: [who does it]}}}}}}
  what: {{term: {{en: {{phrases: [what they do]}}}}}}
find:
  - {{id: done, near: [who, what], within: sentence, gap: 25, points: 24, reason: "{{who}} is reported to do it"}}
adjust: []
score: {{prior: -20, review: -5, alert: 3}}
false_positives: []
gaps: []
triage: []
examples:
  match: []
  no_match: []
"""


def law_of(rules: RuleSet, code: str) -> tuple[str, ...]:
    """The measures that rules with a measure code cite. Raises RuleError for a code that is none."""
    if code not in rules.codes:
        remedy = did_you_mean(code, rules.codes) or "; add it to rules/measures/codes.yaml"
        raise RuleError(f'"{code}" is no measure code{remedy}')
    return tuple(dict.fromkeys(one for rule in rules.rules if code in rule.codes for one in rule.law))


def check_law(rules: RuleSet, cited: Sequence[str]) -> None:
    """Raise RuleError for a measure that does not exist: a rule that cites it would stop the whole set."""
    for one in cited:
        if one not in rules.measures:
            remedy = did_you_mean(one, rules.measures) or "; add it to a file in rules/measures/"
            raise RuleError(f'measure "{one}" does not exist{remedy}')


def new_rule(rule_id: str, *, code: str, law: Sequence[str], author: str, day: date) -> str:
    """The text of a draft rule that loads as it is, with words to be replaced.

    Its uid follows from id, author and day, so that the same call gives the same file.
    """
    if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", rule_id):
        raise RuleError(f'"{rule_id}" is not a rule id; write folder/name, like un-dprk/overseas-workers')
    digest = hashlib.sha256(f"{rule_id}|{author}|{day}".encode()).hexdigest()
    uid = f"{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"
    law_text = ", ".join(law)
    return _TEMPLATE.format(rule=rule_id, uid=uid, code=code, law=law_text, author=author, day=day.isoformat())


def format_text(text: str, path: str = "<text>") -> str:
    """A tidy file: no white space at line ends, one blank line at most, one line end at the end; the same content.

    Raises RuleError for a text that is not well-formed: what cannot be read is not changed.
    """
    before, errors = parse_yaml(text, path)
    if errors:
        raise errors[0]
    tidy = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n"))
    tidy = re.sub(r"\n{3,}", "\n\n", tidy).strip("\n") + "\n"
    after, errors = parse_yaml(tidy, path)
    if errors or canonical_sha256(after) != canonical_sha256(before):
        # White space inside a quoted or block text counts: such a file stays as it is.
        return text
    return tidy


@dataclass(frozen=True, slots=True)
class Expiring:
    """A measure that ends, whose last renewal seen does, or that must be looked up again."""

    measure: str
    until: date
    days: int
    """Days from the asked day; negative when it has passed."""
    rules: tuple[str, ...]
    """Rules that cite it."""
    why: str
    """ends, renewal (the last one seen runs out), review (an amount or a licence must be looked up again)."""
    by: str
    """The renewal, empty for others."""
    look_up: str
    """Where its authority publishes."""


def expiring(rules: RuleSet, *, today: date, within_days: int) -> list[Expiring]:
    """What a person must look up: measures that end within some days, soonest first.

    A renewal or a review that has passed stays until it is mended. A measure that was ended by law longer ago than
    `within_days` is history: nothing is left to look up.
    """
    return sorted(_ends(rules, today, within_days), key=lambda one: (one.until, one.measure))


def _ends(rules: RuleSet, today: date, within_days: int) -> Iterator[Expiring]:
    """Each measure with an end in reach."""
    for measure in rules.measures.values():
        if measure.to is not None:
            ends = [(measure.to, "ends", "")] if (today - measure.to).days <= within_days else []
        else:
            ends = [(day, why, by) for day, why, by in (
                (measure.renewed_until, "renewal", measure.renewed_by), (measure.review_by, "review", "")
            ) if day is not None]  # fmt: skip
        for until, why, by in ends:
            if (until - today).days <= within_days:
                citing = tuple(rule.id for rule in rules.rules if measure.id in rule.law)
                yield Expiring(measure.id, until, (until - today).days, citing, why, by, measure.look_up)
