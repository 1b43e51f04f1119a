"""Known false positives: the four duties hold, and nothing that is suppressed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from service.errors import ConflictError, InputError
from service.model.article import Article
from service.model.disposition import Act
from service.model.entity import Entity, Watchlist
from service.model.mention import Mention, Qualifier
from service.model.policy import Policy
from service.model.screening import Screening
from service.report.gather import gather_period
from service.report.period import render_period_html
from service.review import Asked
from service.store import audit, queue, suppressions
from service.store.people import User
from service.store.telling import show_alert
from service.wiring import Service
from tests.standin import KIM, PROVENANCE, RULE, StandInScreener, StandInSnapshot, article, stand_in_service

NOW = datetime(2024, 3, 21, 10, tzinfo=UTC)
ANN, BOB = User("ann", "analyst"), User("bob", "analyst")


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """A little later each time."""
        self.now += timedelta(milliseconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(database: str, clock: Clock) -> Iterator[Service]:
    made = stand_in_service(database, clock=clock)
    yield made
    made.close()


def alert_of(service: Service, number: int, **given: str) -> dict[str, Any]:
    """The alert of a new article."""
    alert = service.intake.receive(article(number, **given), actor="feed").alert
    assert alert is not None
    return alert


def ask(alert: dict[str, Any], **given: Any) -> Asked:
    """A suppression of the alert's party."""
    asked = Asked(
        alert_id=alert["id"],
        reason="name_differs",
        note="the football player",
        until=NOW + timedelta(days=90),
        entity_ids=(KIM.id,),
    )
    return replace(asked, **given)


def in_force(service: Service, alert: dict[str, Any], **given: Any) -> dict[str, Any]:
    """A suppression proposed by one and approved by another."""
    made = service.suppressing.propose(ask(alert, **given), by=ANN)
    return service.suppressing.approve(made["id"], "agreed", by=BOB)


def see(service: Service, alert: dict[str, Any]) -> dict[str, Any]:
    """The alert as it stands now."""
    with service.store.read() as tx:
        return show_alert(tx, alert["id"], now=service.clock())


def test_a_second_person_approves(service: Service) -> None:
    """With many points a suppression waits; its maker cannot approve it; until then nothing is suppressed."""
    made = service.suppressing.propose(ask(alert_of(service, 1)), by=ANN)
    assert (made["status"], made["owner"], made["points"]) == ("proposed", "ann", 20)
    assert alert_of(service, 2)["state"] == "new"
    with pytest.raises(ConflictError, match="four eyes"):
        service.suppressing.approve(made["id"], "", by=ANN)
    assert service.suppressing.approve(made["id"], "", by=BOB)["status"] == "active"
    assert alert_of(service, 3)["state"] == "suppressed"


def test_few_points_need_no_second_person(service: Service) -> None:
    """Below the policy's points a suppression is in force at once."""
    first = alert_of(service, 1, text="Kim Jong-un maybe slept.")
    assert service.suppressing.propose(ask(first), by=ANN)["status"] == "active"


def test_suppressed_alerts_are_kept_counted_and_found(service: Service) -> None:
    """They say by what, are left out of the queue, found by a filter, and counted for reports."""
    first = alert_of(service, 1)
    service.review.act(first["id"], Act(name="take"), by=ANN)
    kept = in_force(service, first)
    alert = alert_of(service, 2)
    (applied,) = alert["suppressions"]["applied"]
    assert (applied["id"], applied["reason"], applied["owner"]) == (kept["id"], "name_differs", "ann")
    with service.store.read() as tx:
        assert queue.count(tx, queue.Wanted()) == 1
        assert queue.count(tx, queue.Wanted(state="suppressed")) == 1
        assert queue.count(tx, queue.Wanted(suppression=kept["id"])) == 1
        assert queue.count(tx, queue.Wanted(suppressed=True)) == 2
        assert suppressions.counts_between(tx, NOW, NOW + timedelta(days=1)) == {kept["id"]: 1}
        assert suppressions.get(tx, kept["id"]).about == "KIM JONG UN"
        types = [event["type"] for event in audit.history(tx, f"alert/{alert['id']}")]
        assert audit.verify(tx) == []
    assert types == ["alert.opened", "alert.suppressed"]
    assert service.suppressing.show(kept["id"])["alerts_covered"] == 1
    told = gather_period(service.store, NOW, NOW + timedelta(days=1), in_use=service.in_use(), now=service.clock())
    assert told.suppressed == {f"KIM JONG UN ({kept['id']})": 1}
    assert told.ageing["since today"] == 1
    assert kept["id"] in render_period_html(told)


def test_only_the_same_words_are_covered(service: Service) -> None:
    """An article without the party, or with another rule, is not the known false positive."""
    in_force(service, alert_of(service, 1))
    assert alert_of(service, 2, text="About 40 workers and maybe more met Kim Jong-un at Wonsan.")["state"] == "new"


def test_sources_and_texts(service: Service) -> None:
    """A source can be meant, or the very words whoever prints them."""
    in_force(service, alert_of(service, 1), entity_ids=(), sources=("Courier",))
    assert alert_of(service, 2)["state"] == "suppressed"
    other = alert_of(service, 3, source="Herald")
    assert other["state"] == "new"
    in_force(service, other, entity_ids=(), texts=True, rules=())
    assert alert_of(service, 4, source="Globe")["state"] == "new"


def test_no_longer_than_half_a_year(service: Service, clock: Clock) -> None:
    """More than 180 days are refused, and on record; when its time is over it covers nothing any more."""
    alert = alert_of(service, 1)
    with pytest.raises(InputError, match="180 days"):
        service.suppressing.propose(ask(alert, until=NOW + timedelta(days=181)), by=ANN)
    with service.store.read() as tx:
        assert audit.history(tx, f"alert/{alert['id']}")[-1]["type"] == "alert.refused"
    kept = in_force(service, alert)
    clock.now = NOW + timedelta(days=91)
    assert service.suppressing.show(kept["id"])["status"] == "expired"
    assert alert_of(service, 2)["state"] == "new"


def test_what_an_expired_one_covered_waits_again(service: Service, clock: Clock) -> None:
    """With its time over it ends on record, once, and its alerts come back; one made longer does not end."""
    kept = in_force(service, alert_of(service, 1))
    covered = alert_of(service, 2)
    clock.now = NOW + timedelta(days=89)
    assert service.suppressing.end_overdue() == 0
    service.suppressing.review(kept["id"], "still he", until=NOW + timedelta(days=100), by=BOB)
    clock.now = NOW + timedelta(days=91)
    service.keep_house()
    assert see(service, covered)["state"] == "suppressed"
    clock.now = NOW + timedelta(days=101)
    service.keep_house()
    assert service.suppressing.end_overdue() == 0
    ended, shown = service.suppressing.show(kept["id"]), see(service, covered)
    assert (ended["status"], ended["ended_by"], shown["state"]) == ("expired", "system", "reopened")
    assert "beyond 2024-06-29" in shown["suppressions"]["voided"][0]["because"]
    with service.store.read() as tx:
        last = audit.history(tx, f"suppression/{kept['id']}")[-1]
        assert audit.verify(tx) == []
    assert (last["type"], last["from"], last["to"]) == ("suppression.expired", "active", "expired")
    assert last["data"] == {"shown_again": 2}


def test_one_that_leaves_part_of_its_alert_says_so(service: Service) -> None:
    """The rules of its own alert that stay uncovered are named, and that alert is not suppressed."""
    assert service.suppressing.propose(ask(alert_of(service, 1)), by=ANN)["leaves"] == []
    both = alert_of(service, 2, text="There 70 workers maybe met Kim Jong-un in Tartus.")
    kept = in_force(service, both, rules=(RULE,))
    assert kept["leaves"] == ["un-dprk/luxury-goods"]
    assert see(service, both)["state"] == "new"


def test_a_review_makes_it_last(service: Service, clock: Clock) -> None:
    """Somebody other than its maker looks again and names a later day; a note is asked for."""
    kept = in_force(service, alert_of(service, 1))
    clock.now = NOW + timedelta(days=80)
    later = NOW + timedelta(days=200)
    assert [one["id"] for one in service.suppressing.every(due_days=14)] == [kept["id"]]
    with pytest.raises(ConflictError, match="somebody else"):
        service.suppressing.review(kept["id"], "still he", until=later, by=ANN)
    with pytest.raises(InputError, match="note"):
        service.suppressing.review(kept["id"], " ", until=later, by=BOB)
    reviewed = service.suppressing.review(kept["id"], "still he", until=later, by=BOB)
    assert (reviewed["reviewed_by"], reviewed["until"][:10]) == ("bob", "2024-10-07")


@pytest.mark.parametrize(
    ("entity", "why"),
    [
        (replace(KIM, birth_dates=("1984",)), "the list entry un-KPi.001 changed"),
        (replace(KIM, programmes=("UN-SC1718", "X")), "the programmes of un-KPi.001 changed"),
        (replace(KIM, delisted_on="2024-03-22"), "no longer on its list"),
        (None, "no longer on its list"),
    ],
)
def test_void_when_the_list_changes(service: Service, entity: Entity | None, why: str) -> None:
    """A changed entry, changed programmes, a delisting: void, with the reason; what it covered is shown again."""
    kept = in_force(service, alert_of(service, 1))
    alert = alert_of(service, 2)
    same = Watchlist("un", (KIM,), "d" * 64)
    assert service.suppressing.follow_lists([same]) == 0
    assert service.suppressing.follow_lists([Watchlist("other", (), "d" * 64)]) == 0
    assert service.suppressing.follow_lists([Watchlist("un", (entity,) if entity else (), "e" * 64)]) == 1
    ended = service.suppressing.show(kept["id"])
    assert ended["status"] == "voided"
    assert why in ended["ended_because"]
    shown = see(service, alert)
    assert shown["state"] == "reopened"
    assert why in shown["suppressions"]["voided"][0]["because"]
    assert alert_of(service, 3)["state"] == "new"


class Telling(StandInScreener):
    """A screener whose articles tell a birth date when they say `1984`, and a country when they say `Pyongyang`."""

    def screen(self, article: Article) -> Screening:
        """The stand-in's screening with a fact on which article and entry agree."""
        screening = StandInScreener.screen(self, article)
        if "1984" not in article.text and "Pyongyang" not in article.text:
            return screening
        fact = (Qualifier("birth-date", "1984", "1984", "agree"), Qualifier("country", "KP", "KP", "agree"))
        fact = fact if "1984" in article.text else fact[1:]
        mentions = tuple(
            Mention(one.span, tuple(replace(candidate, qualifiers=fact) for candidate in one.candidates))
            for one in screening.mentions
        )
        return replace(screening, mentions=mentions)


def test_void_when_the_subject_changes(service: Service) -> None:
    """As soon as an article says something of the subject that agrees with the entry and is new, it is void."""
    service.screener = Telling()
    kept = in_force(service, alert_of(service, 1))
    covered = alert_of(service, 2)
    country = alert_of(service, 4, text="In Pyongyang 88 workers of Belmar met Kim Jong-un, said Omar Said.")
    assert country["state"] == "suppressed"
    told = alert_of(service, 3, text="The 12 workers met Kim Jong-un, born in 1984, near Dandong and Nampo.")
    assert told["state"] == "new"
    assert "birth-date 1984" in service.suppressing.show(kept["id"])["ended_because"]
    assert see(service, covered)["state"] == "reopened"


def test_ten_more_points_are_shown(service: Service) -> None:
    """A suppression written at 8 points does not cover 20 points, nor a story that rises to them."""
    first = alert_of(service, 1, text="Kim Jong-un maybe slept in Tartus, said Omar Said of Belmar.")
    service.suppressing.propose(ask(first), by=ANN)
    text = "Kim Jong-un maybe ate in Khasan, said Olga Titova of Rokov, who has 45 barges."
    covered = alert_of(service, 2, text=text)
    assert covered["state"] == "suppressed"
    joined = alert_of(service, 3, text=text + " They have workers.")
    assert (joined["id"], joined["state"]) == (covered["id"], "reopened")
    assert joined["suppressions"]["applied"] == []


def test_a_revoked_one_shows_what_it_covered(service: Service) -> None:
    """Taken back with a note, its alerts are in the queue again; it cannot be taken back twice."""
    kept = in_force(service, alert_of(service, 1))
    alert = alert_of(service, 2)
    with pytest.raises(InputError, match="note"):
        service.suppressing.revoke(kept["id"], "", by=ANN)
    assert service.suppressing.revoke(kept["id"], "it was he", by=ANN)["status"] == "revoked"
    assert see(service, alert)["state"] == "reopened"
    with pytest.raises(ConflictError, match="while the suppression is revoked"):
        service.suppressing.revoke(kept["id"], "again", by=ANN)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"reason": "because"}, "no reason code"),
        ({"note": " "}, "note"),
        ({"entity_ids": ()}, "say whom"),
        ({"entity_ids": ("un-KPi.999",)}, "no party of this alert"),
        ({"rules": ("un-dprk/coal",)}, "not in this alert"),
        ({"sources": ("Globe",)}, "not in this alert"),
    ],
)
def test_what_does_not_fit_is_refused(service: Service, given: dict[str, Any], words: str) -> None:
    """The message says what is wrong, and nothing is kept."""
    alert = alert_of(service, 1)
    with pytest.raises(InputError, match=words):
        service.suppressing.propose(ask(alert, **given), by=ANN)
    assert service.suppressing.every() == []


def test_the_policy_is_the_installation_s(database: str, clock: Clock) -> None:
    """Where the policy asks for no second person, none is asked."""
    made = stand_in_service(database, clock=clock)
    made.suppressing = replace(made.suppressing, policy=Policy(four_eyes_from_points=99))
    assert made.suppressing.propose(ask(alert_of(made, 1)), by=ANN)["status"] == "active"
    made.close()


def test_new_alerts_that_wait_are_suppressed_too(service: Service) -> None:
    """What nobody has begun with is suppressed when a suppression comes in force; what is worked on stays as it is."""
    first, waits, taken, assigned = (alert_of(service, number) for number in range(1, 5))
    other = alert_of(service, 5, text="About 40 workers and maybe more met Kim Jong-un at Wonsan.")
    service.review.act(taken["id"], Act(name="take"), by=BOB)
    service.review.act(assigned["id"], Act(name="assign", assignee=None), by=BOB)
    made = service.suppressing.propose(ask(first), by=ANN)
    assert see(service, waits)["state"] == "new"
    approved = service.suppressing.approve(made["id"], "", by=BOB)
    assert approved["alerts_covered"] == 3
    states = [see(service, one)["state"] for one in (first, waits, taken, assigned, other)]
    assert states == ["suppressed", "suppressed", "in_review", "suppressed", "new"]
    with service.store.read() as tx:
        event = audit.history(tx, f"alert/{waits['id']}")[-1]
        assert audit.verify(tx) == []
    assert (event["type"], event["actor"], event["from"], event["to"]) == (
        "alert.suppressed", "system", "new", "suppressed",
    )  # fmt: skip
    service.suppressing.revoke(made["id"], "it was he", by=BOB)
    assert see(service, waits)["state"] == "reopened"


def test_what_was_shown_again_is_not_suppressed_again(service: Service) -> None:
    """An alert that a person opened again stays with people when another suppression would cover it."""
    first = alert_of(service, 1)
    kept = in_force(service, first)
    service.review.act(first["id"], Act(name="reopen", note="look at it"), by=BOB)
    service.suppressing.revoke(kept["id"], "anew", by=BOB)
    in_force(service, first)
    assert see(service, first)["state"] == "reopened"


def wide(service: Service, **given: Any) -> dict[str, Any]:
    """A suppression of a whole rule or list, in force."""
    asked = {"entity_ids": (), "until": NOW + timedelta(days=20), **given}
    return in_force(service, alert_of(service, 1), **asked)


def test_a_whole_list_or_rule(service: Service) -> None:
    """Whoever of the list is named, whatever the rule finds: covered for a month, as they are now."""
    kept = wide(service, lists=("un",))
    assert [(one["kind"], one["name"]) for one in kept["scopes"]] == [("list", "un")]
    assert alert_of(service, 2, source="Globe")["state"] == "suppressed"
    nobody = alert_of(service, 3, text="There 70 workers maybe slept.")
    assert nobody["state"] == "new"
    assert service.suppressing.follow_lists([Watchlist("un", (KIM,), "e" * 64)]) == 1
    assert "the list un changed" in service.suppressing.show(kept["id"])["ended_because"]
    kept = wide(service, rules=(RULE,), whole_rules=True)
    assert alert_of(service, 4, text="About 91 workers came to Nampo.")["state"] == "suppressed"
    rules = ((RULE, "1.0.1", "f" * 64, "stable"),)
    changed = replace(StandInSnapshot(), provenance=replace(PROVENANCE, rules=rules))
    service.screener = StandInScreener(changed)
    assert alert_of(service, 6, text="About 92 workers came to Wonsan.")["state"] == "new"
    assert service.suppressing.follow_rules() == 1
    assert "changed" in service.suppressing.show(kept["id"])["ended_because"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"lists": ("eu",)}, "eu is not in this alert"),
        ({"whole_rules": True}, "name the rules"),
        ({"lists": ("un",), "until": NOW + timedelta(days=31)}, "30 days at most for a whole rule or list"),
    ],
)
def test_what_is_too_wide_is_refused(service: Service, given: dict[str, Any], words: str) -> None:
    """A list that the alert does not name, a rule that nobody named, a term beyond a month."""
    asked = ask(alert_of(service, 1), **{"until": NOW + timedelta(days=20), "entity_ids": (), **given})
    with pytest.raises(InputError, match=words):
        service.suppressing.propose(asked, by=ANN)


def test_wide_ones_need_a_second_person(service: Service) -> None:
    """However few points, and however the policy counts them."""
    first = alert_of(service, 1, text="Kim Jong-un maybe slept.")
    asked = ask(first, entity_ids=(), lists=("un",), until=NOW + timedelta(days=20))
    assert service.suppressing.propose(asked, by=ANN)["status"] == "proposed"
