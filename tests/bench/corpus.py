"""Names and articles to measure with: the starter lists, new combinations of their words, and made-up news."""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path

from service.watchlist.starter import load_starter
from tests.eval.data import read_jsonl

SENTENCES = (
    "The council met on Tuesday to discuss the budget for schools and roads in the northern districts.",
    "{a} told reporters in Geneva that the agreement with {b} would be signed before the end of the month.",
    "According to {a}, the company shipped machinery worth 4.2 million dollars through a port on the Black Sea.",
    "Several members asked for more time, and the mayor said that a decision would follow next week.",
    "Analysts at First Harbour Securities expect the central bank to hold rates, {a} wrote in a note to clients.",
    "Farmers in the valley hope for rain before the harvest, while shop owners count on visitors from the coast.",
    "The Ministry of Transport denied that {a} and {b} had met in Vienna, as the Daily Courier reported on Friday.",
    "Shares of Norwood Industrial Group fell by three per cent after {a} resigned as chairman.",
    "Police in Lyon arrested two men; their lawyer, {b}, said that they had nothing to do with the theft.",
    "A spokesman for the National Museum said the exhibition would open in the spring with works by {a}.",
)
FIRST = "Anna Peter Maria Thomas Elena David Sofia Martin Laura Daniel Ivana George Nadia Henry Clara Paul".split()
LAST = "Keller Novak Moreau Lindgren Castell Whitfield Brandt Okafor Tanaka Rossi Dubois Hartley Vance Olsen".split()


@cache
def starter_names() -> tuple[tuple[str, bool], ...]:
    """All names of the starter lists, each with whether it is a person's; each once, in their order."""
    names: dict[str, bool] = {}
    for watchlist in load_starter():
        for entity in watchlist.entities:
            for name in entity.names:
                names.setdefault(" ".join(name.text.split()), entity.schema == "Person")
    return tuple(names.items())


def many_names(size: int, *, seed: int = 1) -> list[tuple[str, bool]]:
    """So many names: those of the starter lists, then new combinations of their words."""
    chance = random.Random(seed)
    names = dict(starter_names()[:size])
    words = {person: [name.replace(",", " ").split() for name, kind in names.items() if kind is person and " " in name]
             for person in (True, False)}  # fmt: skip
    while len(names) < size:
        person = chance.random() < 0.6
        one, two = chance.choice(words[person]), chance.choice(words[person])
        name = f"{one[0]}, {two[-1]} {chance.choice(words[True])[-1]}" if person else " ".join(one[:2] + two[-2:])
        names.setdefault(name, person)
    return list(names.items())


def articles(count: int, *, length: int = 3_400, seed: int = 2) -> list[str]:
    """Ordinary news of about so many characters; no two alike."""
    chance = random.Random(seed)
    texts = []
    for _ in range(count):
        text = ""
        while len(text) < length:
            a, b = (f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(2))
            text += chance.choice(SENTENCES).format(a=a, b=b) + ("\n\n" if chance.random() < 0.2 else " ")
        texts.append(text)
    return texts


REAL_TEXTS = ("wikigold.jsonl", "re3d_documents.jsonl", "sec_filings.jsonl")


def real_articles(*, length: int = 3_400) -> list[str]:
    """Real texts of about so many characters, from `text/` of the folder in FLAGSTAFF_DATA; none without it."""
    folder = Path(os.environ.get("FLAGSTAFF_DATA", "")) / "text"
    return [
        text
        for name in REAL_TEXTS
        if (folder / name).is_file()
        for text in _joined([str(row["text"]) for row in read_jsonl(folder / name)], length)
    ]


def _joined(pieces: list[str], length: int) -> list[str]:
    """Sentences and documents in a row, cut into texts of one length; what is left over is dropped."""
    whole = "".join(piece + ("\n\n" if len(piece) > 300 else " ") for piece in pieces)
    return [whole[start : start + length] for start in range(0, len(whole) - length, length)]
