"""Which entries of different lists are one party, and why."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.model.entity import Entity, Watchlist
from service.model.party import Link, SameParty
from service.watchlist.draft import UN_REFERENCE
from service.watchlist.past import in_force

_TELLING = {"imo", "passport", "national-id", "tax-id", "registration", "swift", "wallet", "mmsi"}
_DROPPED = re.compile("['’`ʼ]")
"""What stands inside a word without dividing it."""
_WORD = re.compile(r"[^\W_]+")
_STRENGTH = ("reference", "identifier", "name and date of birth", "name and country")


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one party, by id in order of the lists given; at most one per list."""

    entity_ids: tuple[str, ...]
    links: tuple[Link, ...]


class Parties:
    """The parties of some lists. They are linked at the first question: most articles name nobody."""

    def __init__(self, watchlists: Sequence[Watchlist]) -> None:
        """Take the lists, without their delisted entries; nothing is computed yet."""
        self._watchlists = tuple(map(in_force, watchlists))

    def of(self, entity_ids: Collection[str]) -> tuple[SameParty, ...]:
        """The parties on several lists to which one of these entries belongs, in the order of the lists."""
        if len(self._watchlists) < 2 or not entity_ids:
            return ()
        found = dict(self._by_entity[id_] for id_ in entity_ids if id_ in self._by_entity)
        return tuple(found[place] for place in sorted(found))

    def link_now(self) -> None:
        """Link the lists before anybody asks, so that no answer waits for it."""
        _ = self._by_entity

    @cached_property
    def _by_entity(self) -> dict[str, tuple[int, SameParty]]:
        """Id of every linked entry -> the place of its party among all, and the party."""
        groups = link(self._watchlists)
        wanted = {id_ for group in groups for id_ in group.entity_ids}
        entities = {
            entity.id: entity for watchlist in self._watchlists for entity in watchlist.entities if entity.id in wanted
        }
        parties = [SameParty(tuple(entities[id_] for id_ in group.entity_ids), group.links) for group in groups]
        return {entity.id: (place, party) for place, party in enumerate(parties) for entity in party.entries}


def link(watchlists: Sequence[Watchlist]) -> tuple[Group, ...]:
    """Groups of two or more entries that are one party.

    Reasons, strongest first: a reference of one list to the other; an equal identifier; equal names with an equal date
    of birth (people); equal names of several words with a common country (all others). Two entries of one list are
    never joined, and people only with people. Deterministic: same lists, same groups.
    """
    entities = {entity.id: entity for watchlist in watchlists for entity in watchlist.entities}
    order = {id_: place for place, id_ in enumerate(entities)}
    found = {(item.first, item.second): item for item in reversed(list(_links(entities, order)))}
    ranked = sorted(
        found.values(), key=lambda item: (_STRENGTH.index(item.kind), order[item.first], order[item.second])
    )
    members: dict[str, list[str]] = {}
    links: dict[str, list[Link]] = defaultdict(list)
    home: dict[str, str] = {}
    for item in ranked:
        one, two = home.get(item.first, item.first), home.get(item.second, item.second)
        if one == two:
            links[one].append(item)
            continue
        joined = members.get(one, [one]) + members.get(two, [two])
        if len({entities[id_].list for id_ in joined}) < len(joined):
            continue
        members[one] = joined
        links[one] += [*links.pop(two, []), item]
        members.pop(two, None)
        home.update(dict.fromkeys(joined, one))
    groups = [Group(tuple(sorted(ids, key=order.__getitem__)), tuple(links[root])) for root, ids in members.items()]
    return tuple(sorted(groups, key=lambda group: order[group.entity_ids[0]]))


def _links(entities: dict[str, Entity], order: dict[str, int]) -> Iterator[Link]:
    """Every pair with a reason, stronger reasons first."""
    shelves: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity in entities.values():
        for key in dict.fromkeys(_keys(entity)):
            shelves[key].append(entity.id)
    shared = [(shelf, value, ids) for (shelf, value), ids in shelves.items() if 1 < len(ids) <= 20]
    for kind in _STRENGTH:
        for shelf, value, ids in shared:
            if shelf == kind:
                yield from _pairs(entities, sorted(ids, key=order.__getitem__), kind, value)


def _pairs(entities: dict[str, Entity], ids: list[str], kind: str, value: str) -> Iterator[Link]:
    """The pairs of one shelf that may be one party."""
    for place, first in enumerate(ids):
        for second in ids[place + 1 :]:
            one, two = entities[first], entities[second]
            if one.list != two.list and _compatible(one, two):
                yield Link(first, second, kind, f"same {kind}: {_printed(one, value)}")


def _printed(entity: Entity, value: str) -> str:
    """What two entries share, with a name as the first of them prints it."""
    for name in entity.names:
        key = name_key(name.text)
        if key and value.startswith(f"{key} "):
            return name.text + value.removeprefix(key).replace(" ", ", ", 1)
    return value


def _compatible(one: Entity, two: Entity) -> bool:
    """People with people, ships with ships; people must not have been born on different days."""
    kinds = {"Company": "Organization"}
    schemas = {kinds.get(entity.schema, entity.schema) for entity in (one, two)} - {"LegalEntity"}
    if len(schemas) > 1:
        return False
    days = [{date for date in entity.birth_dates if len(date) == 10} for entity in (one, two)]
    return not (days[0] and days[1] and not days[0] & days[1])


def _keys(entity: Entity) -> Iterator[tuple[str, str]]:
    """Kind of reason, and the value that must be equal."""
    if entity.list == "un" and entity.source_ref:
        yield "reference", entity.source_ref.casefold()
    for item in entity.identifiers:
        if item.note == UN_REFERENCE:
            yield "reference", item.value.casefold()
        elif item.kind in _TELLING and len(value := _squeezed(item.value)) >= 6 and any(map(str.isdigit, value)):
            yield "identifier", f"{item.kind} {value}"
    for key in dict.fromkeys(name_key(name.text) for name in entity.names if name.quality == "strong"):
        words = key.count(" ") + 1
        if words > 1 and entity.schema in ("Person", "LegalEntity"):
            for date in entity.birth_dates:
                yield "name and date of birth", f"{key} {date}"
        if words > 1 and entity.schema != "Person":
            for country in entity.countries:
                yield "name and country", f"{key} {country}"


def _squeezed(value: str) -> str:
    """A number without blanks and punctuation."""
    return "".join(char for char in value.upper() if char.isalnum())


def name_key(name: str) -> str:
    """A name without case, accents, punctuation and order of words: `PUTIN, Vladimir` = `Vladimir Putin`."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return " ".join(sorted(_WORD.findall(_DROPPED.sub("", plain))))
