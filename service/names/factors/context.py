"""Factors of context: secondary facts that agree, conflict, or are unknown; each gives its qualifier too."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from service.model.mention import Qualifier, Result
from service.names.factors.look import Look
from service.names.originals import JOSA
from service.names.setting import shared_words
from service.names.tables.occupations import AGREES, OCCUPATIONS

Found = tuple[Qualifier, float, str]
_PROGRAMME_COUNTRY = {
    "DPRK": "KP", "SC1718": "KP", "IRAN": "IR", "SYRIA": "SY", "RUSSIA": "RU", "UKRAINE": "RU", "CUBA": "CU",
    "BELARUS": "BY", "VENEZUELA": "VE", "LIBYA": "LY", "SOMALIA": "SO", "YEMEN": "YE", "DRCONGO": "CD", "DRC": "CD",
    "BURMA": "MM", "TALIBAN": "AF", "SUDAN": "SD", "IRAQ": "IQ", "HAITI": "HT", "MALI": "ML", "IRGC": "IR",
}  # fmt: skip
"""Part of a programme's code -> the country that it is about."""
AGE_SLACK = 2
"""Years that listed dates of birth are out at times."""
OFTEN_LISTED = ("parliament", "learning", "law", "church", "press")
"""Occupations of many listed people, which lists do not always give; of those of the North none has them."""
SURE = 2.3
"""Strength of a date of birth that surely differs."""


def listed_countries(look: Look) -> frozenset[str]:
    """The countries of an entry: its own, and those of its programmes."""
    entity = look.entity
    return _countries(entity.countries, entity.nationalities, entity.programmes)


@lru_cache(maxsize=4096)
def _countries(own: tuple[str, ...], nationalities: tuple[str, ...], programmes: tuple[str, ...]) -> frozenset[str]:
    """Countries told directly or by a programme's code."""
    coded = (code for name in programmes for part, code in _PROGRAMME_COUNTRY.items() if part in name.upper())
    return frozenset((*own, *nationalities, *coded))


def country(look: Look) -> Found | None:
    """The article speaks of the listed party's country (agrees) or only of other countries (conflicts)."""
    listed, setting = listed_countries(look), look.setting
    if not listed:
        return None
    here, all_ = setting.sentence_countries(look.place.start), setting.country_codes
    told = ", ".join(sorted(here & listed or all_ & listed or here or all_)) or None
    if here & listed:
        return _found("country", told, listed, "agree", 1.0, "the sentence speaks of the party's country")
    if all_ & listed:
        strength = 0.3 if setting.far_from(listed, look.place.start) else 0.6
        return _found("country", told, listed, "agree", strength, "the article speaks of the party's country")
    if all_:
        strength = -0.5 if here else -0.35
        return _found("country", told, listed, "conflict", strength, "the article speaks of other countries only")
    return _found("country", None, listed, "unknown", 0.0, "")


def role(look: Look) -> Found | None:
    """An office or title that the list gives stands near the name."""
    if not look.entity.positions:
        return None
    near = look.setting.near(look.place.first, look.place.last)
    shared = shared_words(" ".join(look.entity.positions), near)
    listed = {look.entity.positions[0]}
    if shared:
        return _found("role", " ".join(shared), listed, "agree", min(1.0, len(shared) / 2), "a listed role stands near")
    return _found("role", None, listed, "unknown", 0.0, "")


def occupation(look: Look) -> Found | None:
    """Beside the name stands an occupation, as of players, actors and professors, that the list does not give."""
    if look.entity.schema != "Person":
        return None
    told = next((group for word in _beside(look) if (group := occupation_of(word))), None)
    if told is None:
        return None
    offices = " ".join(look.entity.positions).lower()
    listed = set(look.entity.positions[:1])
    if any(stem in offices for stem in AGREES[told]):
        return _found("occupation", told, listed, "agree", 0.0, "")
    if told in OFTEN_LISTED and "KP" not in listed_countries(look):
        return _found("occupation", told, listed, "unknown", 0.0, "")
    strength = -1.0 if told in OFTEN_LISTED else -1.5
    return _found("occupation", told, listed, "conflict", strength, "an occupation that the list does not give")


def _beside(look: Look) -> list[str]:
    """The words that tell the occupation of whoever is named: before the name, right behind it, or behind a comma."""
    words, first, last = look.setting.words, look.place.first, look.place.last
    norm = look.setting.document.norm
    behind = words[last : last + 1] if words[last : last + 1] and not words[last].isascii() else []
    if norm[look.place.end : look.place.end + 2] == ", ":
        clause = norm[look.place.end + 2 : look.place.end + 60].split(",")[0].lower().split()
        behind = clause[1:4] if clause[:1] in (["a"], ["an"], ["the"]) else []
    return [*words[max(0, first - 1) : first], *behind]


@lru_cache(maxsize=4096)
def occupation_of(word: str) -> str | None:
    """The group of an occupation, in Korean without what is written together with it."""
    if word.isascii() or word in OCCUPATIONS:
        return OCCUPATIONS.get(word)
    ends = range(max(1, len(word) - 4), len(word))
    return next(
        (OCCUPATIONS[word[:end]] for end in ends if word[:end] in OCCUPATIONS and JOSA.fullmatch(word[end:])), None
    )


def gender(look: Look) -> Found | None:
    """A form of address near the name agrees with the listed gender or not."""
    if look.entity.gender is None:
        return None
    before = look.setting.words[max(0, look.place.first - 2) : look.place.first]
    told = "female" if {"ms", "mrs", "miss", "madame"} & set(before) else "male" if "mr" in before else None
    if told is None:
        return _found("gender", None, {look.entity.gender}, "unknown", 0.0, "")
    agrees = told == look.entity.gender
    reason = f"the article speaks of a {told} person"
    return _found(
        "gender", told, {look.entity.gender}, "agree" if agrees else "conflict", 0.2 if agrees else -1.0, reason
    )


def birth_date(look: Look) -> Found | None:
    """A year of birth or an age in the sentence agrees with the listed date of birth or not."""
    listed = {int(text[:4]) for text in look.entity.birth_dates if text[:4].isdigit()}
    if not listed or look.entity.schema != "Person":
        return None
    years, exact, near = look.setting.birth_years(look.place.start)
    if not years:
        return _found("birth-date", None, set(look.entity.birth_dates), "unknown", 0.0, "")
    slack = 0 if exact else 1
    result: Result
    if any(abs(one - other) <= slack for one in years for other in listed):
        result, strength, reason = "agree", 1.0, "year of birth or age agrees"
    elif all(abs(one - other) > AGE_SLACK for one in years for other in listed):
        result, strength, reason = "conflict", -SURE if near else -1.0, "year of birth or age differs"
    else:
        result, strength, reason = "unknown", 0.0, ""
    told = ", ".join(map(str, sorted(years)))
    return _found("birth-date", told, set(look.entity.birth_dates), result, strength, reason)


def ship(look: Look) -> Found | None:
    """A ship is spoken of near the name of a listed ship; its IMO number agrees or not."""
    if look.entity.schema != "Vessel":
        return None
    listed = {one.value.removeprefix("IMO").strip() for one in look.entity.identifiers if one.kind == "imo"}
    start, end = look.setting.sentence(look.place.start)
    told = [number for place, number in look.setting.imos if start <= place < end]
    if told and listed:
        agrees = bool(listed & set(told))
        reason = "the IMO number agrees" if agrees else "the IMO number is another ship's"
        result: Result = "agree" if agrees else "conflict"
        return _found("imo", told[0], listed, result, 2.0 if agrees else -2.0, reason)
    if look.setting.ship_near(look.place.first, look.place.last):
        return _found("organisation-type", "ship", {"ship"}, "agree", 1.0, "the article speaks of a ship")
    return _found("organisation-type", None, {"ship"}, "unknown", -0.4, "nothing near speaks of a ship")


def _found(name: str, told: str | None, listed: Set[str], result: Result, strength: float, reason: str) -> Found:
    """A qualifier with its strength and reason."""
    return Qualifier(name, told, ", ".join(sorted(listed)), result), strength, reason
