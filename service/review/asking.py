"""What somebody wants suppressed, and the suppression that comes of it: entries, words and points as they are now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from service.errors import InputError
from service.model.disposition import check_reason
from service.model.entity import Entity
from service.model.policy import Policy
from service.model.screening import Provenance
from service.model.suppression import (
    MAX_FOR,
    MAX_FOR_SCOPES,
    Scope,
    Suppression,
    agreed,
    entry_of,
    fingerprint,
    fold,
    left_over,
    versions_of,
)
from service.store import alerts, articles
from service.store.alerts import AlertRow
from service.store.database import Transaction
from service.store.ids import new_id
from service.store.people import User
from service.store.telling import story_of
from service.store.times import micros

Entries = Callable[[Collection[str]], Mapping[str, Entity]]
"""Gives the list entries in use of some ids."""
InUse = Callable[[], Provenance]
"""Gives the versions of the rules and lists in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants suppressed, taken from an alert: its parties, its sources, or its very texts.

    No rules means those of the alert. `whole_rules` means all that the named rules find; `lists` means hits that name
    nobody but entries of these lists.
    """

    alert_id: str
    reason: str
    note: str
    until: datetime
    rules: tuple[str, ...] = ()
    entity_ids: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    texts: bool = False
    whole_rules: bool = False
    lists: tuple[str, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether a whole rule or list is meant."""
        return self.whole_rules or bool(self.lists)


@dataclass(frozen=True, slots=True)
class Made:
    """Makes suppressions of what is asked for, by an installation's policy and what is in use."""

    policy: Policy
    entries: Entries
    in_use: InUse

    def of(self, tx: Transaction, row: AlertRow, asked: Asked, *, by: User, now: datetime) -> Suppression:
        """The suppression that was asked for. Raises InputError for a reason, a date or a condition that does not fit.

        A whole rule or list always waits for a second person.
        """
        check_reason(asked.reason, asked.note)
        check_until(asked.until, now, wide=asked.is_wide)
        if not (asked.entity_ids or asked.sources or asked.texts or asked.is_wide):
            raise InputError("entity_ids, sources or texts: say whom, which source or whether these texts are meant")
        story = [one.screening for one in story_of(tx, row.id)]
        rules = _known("rules", asked.rules, {hit["rule_id"] for one in story for hit in one["hits"]})
        sources = _known("sources", asked.sources, {one["article"]["source"] for one in story}) if asked.sources else ()
        found = _parties(story, asked.entity_ids)
        listed = self.entries(asked.entity_ids)
        if missing := [one for one in asked.entity_ids if one not in listed]:
            raise InputError(f"entity_ids: {', '.join(missing)} is in no list in use; there is nothing to suppress")
        points = max(hit["points"] for one in story for hit in one["hits"] if hit["rule_id"] in rules)
        members = [(one.article_id, one.revision) for one in alerts.members(tx, row.id)] if asked.texts else []
        texts = [articles.get(tx, *place).article.text for place in members]
        direct = not asked.is_wide and not self.policy.needs_second("false_positive", points)
        made = Suppression(
            id=new_id(now),
            alert_id=row.id,
            rules=rules,
            entries=tuple(entry_of(listed[one], agreed_on=found[one][1]) for one in asked.entity_ids),
            words=tuple(sorted({word for words, _ in found.values() for word in words})),
            sources=sources,
            fingerprints=tuple(sorted({fingerprint(text) for text in texts})),
            scopes=self._scopes(asked, story),
            points=points,
            reason=asked.reason,
            note=asked.note,
            owner=by.name,
            created_by=by.name,
            created_at=micros(now),
            until=micros(asked.until),
            starts_at=micros(now) if direct else None,
        )
        return replace(made, leaves=left_over(made, story))

    def _scopes(self, asked: Asked, story: list[dict[str, Any]]) -> tuple[Scope, ...]:
        """The whole rules and lists that are meant, in the versions in use. Raises InputError."""
        if asked.whole_rules and not asked.rules:
            raise InputError("rules: name the rules that are meant as a whole")
        named = {one["list"] for told in story for mention in told["mentions"] for one in mention["candidates"]}
        lists = _known("lists", asked.lists, named) if asked.lists else ()
        wanted = [("rule", one) for one in asked.rules if asked.whole_rules] + [("list", one) for one in lists]
        present = versions_of(self.in_use())
        if gone := [name for kind, name in wanted if name not in present[kind]]:
            raise InputError(f"rules, lists: {', '.join(gone)} is not in use; there is nothing to suppress")
        return tuple(Scope(kind="rule" if kind == "rule" else "list", name=name, sha256=present[kind][name])
                     for kind, name in wanted)  # fmt: skip


def check_until(until: datetime, now: datetime, *, wide: bool) -> None:
    """A suppression ends, and somebody looks at it in time. Raises InputError."""
    most = MAX_FOR_SCOPES if wide else MAX_FOR
    if not now < until <= now + most:
        last, what = (now + most).date().isoformat(), " for a whole rule or list" if wide else ""
        raise InputError(f"until: give a time between now and {last} ({most.days} days at most{what})")


def _parties(story: list[dict[str, Any]], entity_ids: Collection[str]) -> dict[str, tuple[set[str], set[str]]]:
    """For each entity: how the articles write it, and the facts on which they agree with its entry."""
    found: dict[str, tuple[set[str], set[str]]] = {one: (set(), set()) for one in entity_ids}
    for screening in story:
        for mention in screening["mentions"]:
            for candidate in mention["candidates"]:
                if candidate["entity_id"] in found:
                    words, facts = found[candidate["entity_id"]]
                    words.add(fold(mention["text"]))
                    facts.update(agreed(candidate))
    if strangers := [one for one, (words, _) in found.items() if not words]:
        raise InputError(f"entity_ids: {', '.join(strangers)} is no party of this alert")
    return found


def _known(field: str, asked: tuple[str, ...], present: set[Any]) -> tuple[str, ...]:
    """What was asked for, or all there is; raises InputError for what the alert does not have."""
    if strange := [one for one in asked if one not in present]:
        raise InputError(f"{field}: {', '.join(strange)} is not in this alert")
    return tuple(dict.fromkeys(asked)) or tuple(sorted(present))
