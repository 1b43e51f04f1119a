"""Which forms has an English word? Plurals, tenses and persons, made when rules are compiled."""

from __future__ import annotations

import re

IRREGULAR_NOUNS: dict[str, str] = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "crisis": "crises", "basis": "bases", "datum": "data", "medium": "media", "aircraft": "aircraft", "craft": "craft",
    "vessel": "vessels", "knife": "knives", "wife": "wives", "life": "lives", "leaf": "leaves", "thief": "thieves",
    "half": "halves", "loaf": "loaves", "wolf": "wolves", "shelf": "shelves", "staff": "staff", "sheep": "sheep",
    "fish": "fish", "series": "series", "species": "species", "personnel": "personnel", "troop": "troops",
    "warhead": "warheads", "analysis": "analyses", "bus": "buses", "gas": "gases",
}  # fmt: skip

IRREGULAR_VERBS: dict[str, tuple[str, ...]] = {
    "be": ("is", "are", "was", "were", "been", "being"),
    "have": ("has", "had", "having"), "do": ("does", "did", "done", "doing"), "go": ("goes", "went", "gone", "going"),
    "send": ("sends", "sent", "sending"), "bring": ("brings", "brought", "bringing"),
    "buy": ("buys", "bought", "buying"), "sell": ("sells", "sold", "selling"),
    "make": ("makes", "made", "making"), "take": ("takes", "took", "taken", "taking"),
    "get": ("gets", "got", "gotten", "getting"), "give": ("gives", "gave", "given", "giving"),
    "find": ("finds", "found", "finding"), "hold": ("holds", "held", "holding"),
    "keep": ("keeps", "kept", "keeping"), "leave": ("leaves", "left", "leaving"), "pay": ("pays", "paid", "paying"),
    "say": ("says", "said", "saying"), "see": ("sees", "saw", "seen", "seeing"),
    "steal": ("steals", "stole", "stolen", "stealing"), "come": ("comes", "came", "coming"),
    "run": ("runs", "ran", "running"), "begin": ("begins", "began", "begun", "beginning"),
    "build": ("builds", "built", "building"), "spend": ("spends", "spent", "spending"),
    "lend": ("lends", "lent", "lending"), "lead": ("leads", "led", "leading"), "meet": ("meets", "met", "meeting"),
    "fly": ("flies", "flew", "flown", "flying"), "drive": ("drives", "drove", "driven", "driving"),
    "hide": ("hides", "hid", "hidden", "hiding"), "break": ("breaks", "broke", "broken", "breaking"),
    "teach": ("teaches", "taught", "teaching"), "catch": ("catches", "caught", "catching"),
    "fight": ("fights", "fought", "fighting"), "seek": ("seeks", "sought", "seeking"),
    "think": ("thinks", "thought", "thinking"), "write": ("writes", "wrote", "written", "writing"),
    "rise": ("rises", "rose", "risen", "rising"), "fall": ("falls", "fell", "fallen", "falling"),
    "grow": ("grows", "grew", "grown", "growing"), "know": ("knows", "knew", "known", "knowing"),
    "draw": ("draws", "drew", "drawn", "drawing"), "show": ("shows", "showed", "shown", "showing"),
    "put": ("puts", "putting"), "set": ("sets", "setting"), "cut": ("cuts", "cutting"), "let": ("lets", "letting"),
    "shut": ("shuts", "shutting"), "hit": ("hits", "hitting"), "cast": ("casts", "casting"),
    "spread": ("spreads", "spreading"), "shoot": ("shoots", "shot", "shooting"), "win": ("wins", "won", "winning"),
    "lose": ("loses", "lost", "losing"), "sink": ("sinks", "sank", "sunk", "sinking"),
    "sail": ("sails", "sailed", "sailing"), "tell": ("tells", "told", "telling"), "sit": ("sits", "sat", "sitting"),
    "stand": ("stands", "stood", "standing"), "understand": ("understands", "understood", "understanding"),
    "become": ("becomes", "became", "becoming"), "undergo": ("undergoes", "underwent", "undergone", "undergoing"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"), "feed": ("feeds", "fed", "feeding"),
    "lay": ("lays", "laid", "laying"), "lie": ("lies", "lay", "lain", "lied", "lying"),
    "resell": ("resells", "resold", "reselling"), "rebuild": ("rebuilds", "rebuilt", "rebuilding"),
    "offload": ("offloads", "offloaded", "offloading"), "forbid": ("forbids", "forbade", "forbidden", "forbidding"),
    "tie": ("ties", "tied", "tying"), "dye": ("dyes", "dyed", "dyeing"), "wear": ("wears", "wore", "worn", "wearing"),
    "swim": ("swims", "swam", "swum", "swimming"), "speak": ("speaks", "spoke", "spoken", "speaking"),
}  # fmt: skip

_VOWEL = "aeiou"
_STRESSED_LAST = re.compile(r"(?:fer|mit|pel|cur|trol|quip|bel|vel|nel|gram|tal|lot)$")
"""Endings of longer verbs that may double their last letter (transferred, shipped, travelled)."""


def noun_forms(noun: str) -> tuple[str, ...]:
    """A noun or noun phrase and its plural; the last word changes."""
    head, _, last = noun.rpartition(" ")
    lead = f"{head} " if head else ""
    return (noun, f"{lead}{_plural(last)}")


def _plural(word: str) -> str:
    """The plural of one word."""
    lower = word.lower()
    if lower in IRREGULAR_NOUNS:
        return IRREGULAR_NOUNS[lower]
    for singular in ("man", "person", "craft"):
        if lower.endswith(singular):
            return word[: len(word) - len(singular)] + IRREGULAR_NOUNS[singular]
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if lower.endswith(("s", "x", "z", "ch", "sh")) else "s")


def verb_forms(verb: str) -> tuple[str, ...]:
    """A verb and all its forms; in a verb phrase (`set up`, `put to work`) the first word changes."""
    first, gap, rest = verb.partition(" ")
    prefix, hyphen, stem = first.rpartition("-")
    forms = _single(stem)
    return tuple(dict.fromkeys(f"{prefix}{hyphen}{form}{gap}{rest}" for form in forms))


def _single(verb: str) -> tuple[str, ...]:
    """All forms of one word."""
    if verb in IRREGULAR_VERBS:
        return (verb, *IRREGULAR_VERBS[verb])
    for prefix in ("re", "out", "over", "under", "un", "mis"):
        if verb.startswith(prefix) and verb[len(prefix) :] in IRREGULAR_VERBS:
            return (verb, *(prefix + form for form in IRREGULAR_VERBS[verb[len(prefix) :]]))
    if verb.endswith("e"):
        stem = verb[:-1]
        gerund = verb + "ing" if verb.endswith(("ee", "oe", "ye")) else stem + "ing"
        return (verb, verb + "s", verb + "d", gerund)
    if re.search(r"[^aeiou]y$", verb):
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if re.search(r"(s|x|z|ch|sh|o)$", verb) else "s")
    regular = (verb, third, verb + "ed", verb + "ing")
    doubled = (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    if _short(verb):
        return (verb, third, *doubled)
    return regular + doubled if _STRESSED_LAST.search(verb) else regular


def _short(verb: str) -> bool:
    """One syllable, ending in one vowel and one consonant that doubles: ship, ban, rob."""
    return bool(re.fullmatch(rf"(?:[^{_VOWEL}]*|qu|[^{_VOWEL}]*qu)[{_VOWEL}][^{_VOWEL}wxyh]", verb))
