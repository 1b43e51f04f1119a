"""Listed names planted in ordinary text, rewritten class by class: are they found, and where they stand?"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from service.model.article import Article
from service.model.entity import Entity
from service.names.letters import plain
from service.names.match import NameIndex, find_mentions
from service.text.document import read
from tests.eval.perturb import CLASSES, natural

PERSONS_ONLY = ("initials", "middle", "cyrillic", "reorder", "spacing", "vowel-drop")
FRAMES = (
    "Officials said on Tuesday that {} had signed the papers in the capital.",
    "The report names {} as one of those who took part in the deal.",
    "According to two people who saw the file, {} was paid in cash last spring.",
    "A spokesman declined to say whether {} had been told about the cargo.",
    "Last week {} was seen at the port, a witness said.",
)


@dataclass(slots=True)
class Count:
    """How many were planted, found, found with exact words, and given to the right party first."""

    planted: int = 0
    found: int = 0
    exact: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    """(as written, as listed, the article) of what was not found."""


def plantable(entities: tuple[Entity, ...]) -> list[Entity]:
    """Persons and bodies with a strong primary name of two words or more."""
    return [
        entity
        for entity in entities
        if entity.schema in ("Person", "Organization", "Company")
        and 2 <= len(plain(entity.names[0].text).split()) <= 6
        and entity.names[0].text.isascii()
        and "(" not in entity.names[0].text
    ]


def plant(
    index: NameIndex, entities: tuple[Entity, ...], fillers: list[str], seed: int, count: int
) -> dict[str, Count]:
    """Plant `count` names of each class; the fillers are ordinary documents around them."""
    rng = random.Random(seed)
    pool = plantable(entities)
    results = {}
    for kind, change in CLASSES.items():
        tally = results[kind] = Count()
        for entity in rng.sample(pool, min(len(pool), count * 8)):
            if kind in PERSONS_ONLY and entity.schema != "Person":
                continue
            name = natural(entity.names[0].text)
            written = change(name, rng)
            if written is None or (written == name and kind not in ("exact", "upper")):
                continue
            tally.planted += 1
            _look(index, entity, written, rng, fillers, tally)
            if tally.planted == count:
                break
    return results


def _bare(words: str) -> str:
    """Words without what has no width at their ends, quotes and full stops."""
    return words.strip("\u200b\u200d\u2060\ufeff\u00ad\u202d\u202c\u200e.'\"")


def _look(index: NameIndex, entity: Entity, written: str, rng: random.Random, fillers: list[str], tally: Count) -> None:
    """Plant one name and count what is found."""
    lead = rng.choice(fillers)[:600]
    text = f"{lead}\n\n{rng.choice(FRAMES).format(written)}\n\n{rng.choice(fillers)[:400]}"
    start = len(lead) + 2
    same = {plain(name.text) for name in entity.names}
    for mention in find_mentions(read(Article(text)), index).mentions:
        overlaps = written in text[start:] and mention.span.start < start + 200 and mention.span.end > start
        if overlaps and any(
            one.entity.id == entity.id or same & {plain(name.text) for name in one.entity.names}
            for one in mention.candidates
        ):
            tally.found += 1
            tally.exact += _bare(mention.span.text) == _bare(written.removesuffix("'s"))
            return
    tally.missed.append((written, entity.names[0].text, text))
