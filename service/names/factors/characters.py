"""A factor about names in their original script: are there enough characters to mean one party?"""

from __future__ import annotations

from service.names.factors.in_text import inside_word
from service.names.factors.look import Look
from service.names.letters import plain


def few(look: Look) -> tuple[float, str] | None:
    """The name stands in its own script, but is so short that many share it, or part of a longer word."""
    if not look.by_characters:
        return None
    name = look.name.text.strip()
    person = look.entity.schema == "Person"
    size = len(name)
    if "\uac00" <= name[-1] <= "\ud7a3" and inside_word(look):
        return 1.0, f"inside a longer word: {name}"
    if name[0] >= "\u3041":
        if size <= 2 or (size == 3 and not person):
            return 0.8 if person else 1.0, f"{size} characters, which many share"
        return (0.3, "three characters, as many people have") if size == 3 else None
    if person or len(plain(name.removeprefix("ال")).split()) > 1:
        return None
    return 0.95, f"a single word, which may be an ordinary one: {name}"
