"""Does a short form go back to a full name that stood before it? `Oleg Kozhemyako ... Kozhemyako's second visit`.

A body is taken up again by the acronym that the article gives it: `Reconnaissance General Bureau (RGB) ... the RGB`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from service.model.mention import Mention
from service.names.letters import plain
from service.names.place import Place
from service.names.surroundings import continues_name
from service.text.document import Document

_ACRONYM = re.compile(r"""\s?\(["']?(?:the )?([A-Z][A-Z0-9]{1,9})["']?\)""")
MIN_LENGTH = 3
"""Letters of the shortest word that may stand for a full name."""


def join_short_forms(document: Document, mentions: Sequence[Mention], places: Sequence[Place]) -> list[Mention]:
    """Each mention with the later places that name the same person or body by its surname or leading word."""
    tokens, norm = document.tokens, document.norm
    taken = [(place.first, place.last) for place in places]
    wanted: dict[str, int] = {}
    full: dict[int, list[tuple[int, int]]] = {number: [] for number in range(len(mentions))}
    by_start = {place.first: number for number, place in enumerate(places)}
    inside = {word for first, last in taken for word in range(first, last)}
    for place in range(min(by_start, default=len(tokens)), len(tokens)):
        if place in by_start:
            short = short_form(document, mentions[by_start[place]], places[by_start[place]])
            if short:
                wanted[short] = by_start[place]
        if place in inside or not wanted or not norm[tokens.starts[place]].isupper():
            continue
        number = wanted.get(plain(norm[tokens.starts[place] : tokens.ends[place]]))
        if number is not None and not any(continues_name(document, place, place + 1)):
            full[number].append((tokens.starts[place], tokens.ends[place]))
    return [
        dataclasses.replace(mention, coreferences=tuple(document.span(*span) for span in full[number]))
        for number, mention in enumerate(mentions)
    ]


def short_form(document: Document, mention: Mention, place: Place) -> str | None:
    """The word by which a full name is taken up again: a surname, or the acronym in brackets behind a body's name."""
    if mention.candidates[0].entity.schema != "Person":
        acronym = _ACRONYM.match(document.norm, place.end)
        return plain(acronym.group(1)) if acronym else None
    if place.last - place.first < 2:
        return None
    words = plain(document.norm[place.start : place.end]).split()
    listed = mention.candidates[0].name.text
    surname = plain(listed.split(",")[0]).split()[-1:] if "," in listed else words[-1:]
    for word in (*surname, words[-1]):
        if word in words and len(word) >= MIN_LENGTH:
            return word
    return None
