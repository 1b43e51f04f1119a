"""The review policy of an installation, read from its YAML file; every mistake is named at line and column."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from service.errors import ConfigError
from service.model.disposition import OUTCOMES, REASONS
from service.model.policy import MOST_DISCOUNTED, TIERS, AssignRule, Discount, Policy
from service.ruleset.keys import ID, RULE_ID, SEVERITIES, WORDS, resolve
from service.ruleset.schema import Choice, Day, Key, Many, Record, Whole, check
from service.ruleset.source import Node, load_source

_HOURS = Whole(1, 8760)
_ASSIGN = Record(
    "a rule of assignment",
    {
        "to": Key(
            Many(WORDS, least=1, single=True), "users; whoever has the fewest open alerts gets it", required=True
        ),
        "regimes": Key(Many(WORDS, single=True), "folders of rules: un-dprk"),
        "severities": Key(Many(Choice(SEVERITIES), single=True), "low, medium, high, critical"),
    },
)
_DISCOUNT = Record(
    "a discount rule",
    {
        "id": Key(ID, "its name, shown in each alert that it closes", required=True),
        "rules": Key(Many(RULE_ID, least=1, single=True), "ids of rules; no other rule may hit", required=True),
        "below_points": Key(Whole(-100, MOST_DISCOUNTED), "only reviews below so many points", required=True),
        "reason": Key(Choice(tuple(REASONS)), "the reason code of the decision", required=True),
        "note": Key(WORDS, "why people need not look", required=True),
        "sample": Key(Whole(1, 100), "per cent that people see all the same", required=True),
        "sources": Key(Many(WORDS, single=True), "only articles of these sources"),
        "languages": Key(Many(WORDS, single=True), "only articles in these languages"),
        "until": Key(Day(), "its last day"),
    },
)
_POLICY = Record(
    "a policy",
    {
        "schema": Key(Choice(("policy/1",)), "policy/1", required=True),
        "four_eyes": Key(
            Record(
                "four_eyes",
                {
                    "on": Key(Many(Choice(OUTCOMES), single=True), "outcomes that need a second person"),
                    "from_points": Key(Whole(-100, 100), "a false positive from so many points on needs one too"),
                },
            ),
            "when a second person looks",
        ),
        "hours_to_decide": Key(
            Record("hours_to_decide", {name: Key(_HOURS, "hours") for name in SEVERITIES}), "by when, by severity"
        ),
        "assign": Key(Many(_ASSIGN), "who gets what; the first rule that fits decides"),
        "discount": Key(Many(_DISCOUNT), "what is closed without a person"),
        "source_tiers": Key(
            Record("source_tiers", {tier: Key(Many(WORDS, single=True), "sources by name") for tier in TIERS}),
            "how far sources are to be trusted; the queue filters by it",
        ),
    },
)


def load_policy(file: Path | None) -> Policy:
    """The policy of a file; the default one without. Raises ConfigError with every mistake of the file."""
    if file is None:
        return Policy()
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"FLAGSTAFF_POLICY: {file} cannot be read ({error.strerror}); mend the setting") from None
    node, errors = load_source(file, str(file))
    errors = [*errors, *(check(node, _POLICY, resolve) if not errors else [])]
    if not errors:
        ids = [one.get("id") for one in _list(node, "discount")]
        twice = [one for place, one in enumerate(ids) if one and one.text() in {e.text() for e in ids[:place] if e}]
        errors += [one.error(f'a discount rule "{one.text()}" stands twice; give each its own id') for one in twice]
    if errors:
        raise ConfigError("\n".join(str(error) for error in errors))
    return _policy(node, hashlib.sha256(content).hexdigest())


def _policy(node: Node, sha256: str) -> Policy:
    """A checked file as a policy; what it does not say stays as it is by default."""
    usual = Policy()
    given: dict[str, Any] = {}
    if (eyes := node.get("four_eyes")) is not None:
        if eyes.get("on") is not None:
            given["four_eyes_on"] = _words(eyes, "on")
        if (points := eyes.get("from_points")) is not None:
            given["four_eyes_from_points"] = int(points.text())
    if (hours := node.get("hours_to_decide")) is not None:
        said = {name: int(value.text()) for name, value in hours.items()}
        given["hours_to_decide"] = tuple({**dict(usual.hours_to_decide), **said}.items())
    if (tiers := node.get("source_tiers")) is not None:
        given["source_tiers"] = tuple((source, tier) for tier in TIERS for source in _words(tiers, tier))
    return Policy(
        **given,
        assign=tuple(
            AssignRule(to=_words(one, "to"), regimes=_words(one, "regimes"), severities=_words(one, "severities"))
            for one in _list(node, "assign")
        ),
        discounts=tuple(_discount(one) for one in _list(node, "discount")),
        sha256=sha256,
    )


def _discount(node: Node) -> Discount:
    """One discount rule."""
    texts = {name: value.text() for name, value in node.items()}
    return Discount(
        id=texts["id"],
        rules=_words(node, "rules"),
        below_points=int(texts["below_points"]),
        reason=texts["reason"],
        note=texts["note"],
        sample=int(texts["sample"]),
        sources=_words(node, "sources"),
        languages=_words(node, "languages"),
        until=texts.get("until"),
    )


def _list(node: Node, key: str) -> list[Node]:
    """The elements under a key."""
    found = node.get(key)
    return [] if found is None else found.elements()


def _words(node: Node, key: str) -> tuple[str, ...]:
    """The words under a key."""
    return tuple(one.text() for one in _list(node, key))
