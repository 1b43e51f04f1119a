"""What the party policy promises."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name
from service.model.evidence import Factor, Span
from service.model.mention import Candidate, Mention
from service.model.screening import Hit
from service.ruleset.parties import party_hits
from service.ruleset.ruleset import PartyPolicy, RuleSet
from service.text.document import read

TEXT = "Acme Trading of Nampo bought a crane."


def mention(list_name: str, score: float = 0.99) -> Mention:
    """A mention of Acme Trading on a list."""
    span = Span("text", 0, 12, "Acme Trading")
    name = Name("Acme Trading")
    entity = Entity(f"{list_name}-1", list_name, "Company", (name,))
    factor = Factor("name", 20, "the same name", (span,))
    return Mention(span, (Candidate(entity, name, score, (factor,), "the same name"),))


def hits(rules: RuleSet, policy: PartyPolicy, found: Mention, others: tuple[Hit, ...] = ()) -> list[Hit]:
    """What a policy makes of a mention."""
    return party_hits(read(Article(TEXT)), (found,), others, replace(rules, parties=policy))


def test_public_lists_only_mention_and_own_lists_alert(small: RuleSet) -> None:
    """The defaults: a mention of the UN list makes no hit, one of an own list alerts."""
    assert hits(small, PartyPolicy(), mention("un")) == []
    [hit] = hits(small, PartyPolicy(), mention("blocked-customers"))
    assert (hit.rule_id, hit.band) == ("listed-party/blocked-customers", "alert")
    assert hit.points == sum(factor.points for factor in hit.factors) == 20
    assert [span.text for span in hit.evidence] == ["Acme Trading"]


@pytest.mark.parametrize(("policy", "band"), [("review", "review"), ("alert", "alert")])
def test_a_policy_per_list(small: RuleSet, policy: str, band: str) -> None:
    """A list's own policy wins over the default."""
    [hit] = hits(small, PartyPolicy(lists=(("un", policy),)), mention("un"))
    assert hit.band == band


def test_beside_hit_needs_another_hit(small: RuleSet) -> None:
    """`beside_hit` shows the party as a hit only where a rule fired."""
    policy = PartyPolicy(lists=(("un", "beside_hit"),))
    assert hits(small, policy, mention("un")) == []
    [alert] = hits(small, PartyPolicy(), mention("own"))
    assert [hit.band for hit in hits(small, policy, mention("un"), (alert,))] == ["review"]


def test_a_weak_match_is_at_most_a_review(small: RuleSet) -> None:
    """Under the lowest score an alert policy asks a person, and says why."""
    [hit] = hits(small, PartyPolicy(min_score=Decimal("0.9")), mention("own", 0.81))
    assert hit.band == "review"
    assert "0.81 is below 0.9" in hit.notes[-1]
