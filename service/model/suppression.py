"""Suppressions: "this is a known false positive", said for one rule and one pair of words and list entry.

A suppression keeps the four duties that a list of false hits has: somebody owns and reviews it (it ends after 180 days
at the latest), it says why, a second person approves it, and it is void as soon as the list entry, its programmes, or
what articles say of the subject change. A whole rule or list can be meant for a month, and only as it is now: a change
of it ends that. What it covers is kept and counted, and shown again when the points rise.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Literal

from service.model.entity import Entity
from service.model.screening import Provenance

MAX_FOR = timedelta(days=180)
"""The longest time until somebody has to look at a suppression again."""
MAX_FOR_SCOPES = timedelta(days=30)
"""The same for one of a whole rule or list."""
RISE = 10
"""Points above those of its alert from which a suppression no longer covers a hit."""

_SHARED = ("country", "gender", "organisation-type")
"""Facts that namesakes have in common as well; that an article agrees on them says nothing new of the subject."""

Status = Literal["proposed", "active", "expired", "revoked", "voided"]
Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A list entry as it was when the suppression was written."""

    entity_id: str
    of_list: str
    name: str
    sha256: str
    """Of all that the list says of it, its programmes left out."""
    programmes: tuple[str, ...]
    agreed: tuple[str, ...] = ()
    """Facts on which article and entry agreed then: `birth-date 1961`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """All that a rule finds, or all that names nobody but entries of a list, in the version that was in use then."""

    kind: Literal["rule", "list"]
    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A known false positive. Times are microseconds since 1970."""

    id: str
    alert_id: str
    rules: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    words: tuple[str, ...] = ()
    """How articles write the subject, case-folded; only these words are covered."""
    sources: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = ()
    """Whole rules and lists; ended as soon as one of them changes."""
    leaves: tuple[str, ...] = ()
    """Rules of its alert of which it left a hit uncovered when it was written: that alert stays in the queue."""
    points: int
    reason: str
    note: str
    owner: str
    created_by: str
    created_at: int
    until: int
    starts_at: int | None = None
    """None while it waits for a second person."""
    approved_by: str | None = None
    reviewed_by: str | None = None
    reviewed_at: int | None = None
    ended_as: Literal["expired", "revoked", "voided"] | None = None
    ended_by: str | None = None
    ended_at: int | None = None
    ended_because: str | None = None

    def status(self, now: int) -> Status:
        """Where it stands at a time."""
        if self.ended_as is not None:
            return self.ended_as
        if self.until <= now:
            return "expired"
        return "proposed" if self.starts_at is None else "active"

    @property
    def about(self) -> str:
        """What it is about, in few words."""
        whole = [f"the {scope.kind} {scope.name}" for scope in self.scopes]
        texts = ["these texts"] if self.fingerprints else []
        return ", ".join([*whole, *(entry.name for entry in self.entries), *self.sources, *texts])

    @property
    def entity_ids(self) -> frozenset[str]:
        """The entries that it is about."""
        return frozenset(entry.entity_id for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What suppressions mean for an alert: `applied` is empty unless they cover all of it."""

    applied: tuple[str, ...]
    voided: tuple[tuple[str, str], ...]
    """(suppression, why) of those that what an article says of the subject makes void."""


def judge(suppressions: Sequence[Suppression], screenings: Iterable[Document]) -> Judgement:
    """Which suppressions cover every hit of these `screening/1` objects, and which of them are void now."""
    told = list(screenings)
    voided = [(one.id, why) for one in suppressions if (why := subject_changed(one, told)) is not None]
    void = {suppression_id for suppression_id, _ in voided}
    left = [one for one in suppressions if one.id not in void]
    applied: dict[str, None] = {}
    for screening in told:
        for hit in screening["hits"]:
            covering = next((one.id for one in left if covers(one, screening, hit)), None)
            if covering is None:
                return Judgement((), tuple(voided))
            applied[covering] = None
    return Judgement(tuple(applied), tuple(voided))


def covers(suppression: Suppression, screening: Document, hit: Document) -> bool:
    """Whether a hit is the known false positive: its rule, not much stronger, and its parties, source or text."""
    if hit["rule_id"] not in suppression.rules or hit["points"] >= suppression.points + RISE:
        return False
    article = screening["article"]
    if article["source"] is not None and article["source"] in suppression.sources:
        return True
    if suppression.fingerprints and fingerprint(article["text"]) in suppression.fingerprints:
        return True
    named = set(hit["entity_ids"])
    if suppression.scopes and _in_scope(suppression.scopes, screening, hit["rule_id"], named):
        return True
    if not named or not named <= suppression.entity_ids:
        return False
    return all(fold(mention["text"]) in suppression.words for mention in _naming(screening, named))


def left_over(suppression: Suppression, screenings: Iterable[Document]) -> tuple[str, ...]:
    """The rules of which a suppression covers not every hit of these `screening/1` objects."""
    hits = [(told, hit) for told in screenings for hit in told["hits"]]
    return tuple(sorted({hit["rule_id"] for told, hit in hits if not covers(suppression, told, hit)}))


def subject_changed(suppression: Suppression, screenings: Iterable[Document]) -> str | None:
    """Why a suppression is void: an article says something of the subject that agrees with the entry, and is new."""
    known = {entry.entity_id: set(entry.agreed) for entry in suppression.entries}
    for screening in screenings:
        for mention in _naming(screening, set(known)):
            if fold(mention["text"]) not in suppression.words:
                continue
            for candidate in mention["candidates"]:
                new = set(agreed(candidate)) - known.get(candidate["entity_id"], set(agreed(candidate)))
                if new:
                    where = screening["article"]["id"]
                    return f"the subject's data changed: article {where} agrees with the entry on {min(new)}"
    return None


def entry_changed(entry: Entry, entity: Entity | None) -> str | None:
    """Why a list's present state makes a suppression void; None while the entry is as it was."""
    if entity is None or entity.delisted_on is not None:
        return f"{entry.entity_id} is no longer on its list"
    if tuple(sorted(entity.programmes)) != entry.programmes:
        was, now = ", ".join(entry.programmes) or "none", ", ".join(sorted(entity.programmes)) or "none"
        return f"the programmes of {entry.entity_id} changed from {was} to {now}"
    return None if entry_sha256(entity) == entry.sha256 else f"the list entry {entry.entity_id} changed"


def entry_of(entity: Entity, *, agreed_on: Iterable[str] = ()) -> Entry:
    """A list entry as it is now."""
    return Entry(
        entity_id=entity.id,
        of_list=entity.list,
        name=entity.primary_name,
        sha256=entry_sha256(entity),
        programmes=tuple(sorted(entity.programmes)),
        agreed=tuple(sorted(set(agreed_on))),
    )


def entry_sha256(entity: Entity) -> str:
    """The hash of all that a list says of an entity but its programmes, which are compared by themselves."""
    said = {name: value for name, value in asdict(entity).items() if name != "programmes"}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def agreed(candidate: Document) -> list[str]:
    """The facts that tell a party from its namesakes, and on which article and list entry agree: `birth-date 1961`."""
    facts = [fact for fact in candidate["qualifiers"] if fact["result"] == "agree" and fact["name"] not in _SHARED]
    return [fact["name"] if fact["name"] == "role" else f"{fact['name']} {fact['article']}" for fact in facts]


def fingerprint(text: str) -> str:
    """The hash of a text's words, whatever its line breaks."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def fold(words: str) -> str:
    """Words as they are compared."""
    return " ".join(words.casefold().split())


def versions_of(provenance: Provenance) -> Mapping[str, Mapping[str, str]]:
    """The hashes of the rules and lists in use: `rule` and `list`, each by name."""
    rules = {rule_id: sha256 for rule_id, _, sha256, _ in provenance.rules}
    return {"rule": rules, "list": {name: sha256 for name, _, sha256, _ in provenance.lists}}


def scope_changed(scope: Scope, versions: Mapping[str, str]) -> str | None:
    """Why what is in use makes a suppression of a whole rule or list void; `versions` are hashes by name."""
    present = versions.get(scope.name)
    if present == scope.sha256:
        return None
    return f"the {scope.kind} {scope.name} {'is no longer in use' if present is None else 'changed'}"


def _in_scope(scopes: Sequence[Scope], screening: Document, rule_id: str, named: set[str]) -> bool:
    """Whether a hit is of a rule, or names only entries of lists, that are meant as a whole and are as they were."""
    versions = screening["provenance"]
    meant = {(scope.kind, scope.name, scope.sha256) for scope in scopes}
    if any(("rule", rule["id"], rule["sha256"]) in meant for rule in versions["rules"] if rule["id"] == rule_id):
        return True
    lists = {row["name"] for row in versions["lists"] if ("list", row["name"], row["sha256"]) in meant}
    of = {one["entity_id"]: one["list"] for mention in screening["mentions"] for one in mention["candidates"]}
    return bool(named) and all(of.get(entity_id) in lists for entity_id in named)


def _naming(screening: Document, entity_ids: set[str]) -> list[Document]:
    """The mentions that may name one of some entities."""
    return [
        mention
        for mention in screening["mentions"]
        if any(candidate["entity_id"] in entity_ids for candidate in mention["candidates"])
    ]
