"""A party beside its list entry: what the article says, what the list says, whether they agree; OFAC's questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
_SHOWN = {
    "country": ("countries", "nationalities"), "gender": ("gender",), "birth-date": ("birth_dates",),
    "role": ("positions",),
}  # fmt: skip
"""Fields of the entry that a compared qualifier shows already."""
_FIELDS = (
    ("birth_dates", "Born"), ("birth_places", "Born in"), ("gender", "Gender"), ("nationalities", "Nationality"),
    ("countries", "Country"), ("positions", "Position"), ("identifiers", "Identifiers"), ("addresses", "Address"),
)  # fmt: skip
_QUALIFIERS = {
    "country": "Country", "gender": "Gender", "birth-date": "Born", "imo": "IMO number", "role": "Position",
    "organisation-type": "Kind", "programme": "Programme",
}  # fmt: skip
_KINDS = {"primary": "the listed name", "alias": "an alias", "weak": "a weak alias", "original": "original script"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: `result` is agree, conflict, unknown, the similarity of names, or empty where nothing is compared."""

    what: str
    article: str
    listed: str
    result: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five questions: `answer` is what is known already; `state` is yes, no or ask."""

    question: str
    answer: str
    state: str


def comparison(candidate: Json, written: str, lists: Sequence[Json] = ()) -> list[Compared]:
    """The rows for one candidate; `written` is the name as the article has it, `lists` those of the provenance."""
    entry = candidate.get("entry") or {}
    matched, primary = str(candidate["matched_name"]), str(candidate["primary_name"])
    kind = _KINDS.get(str(candidate["matched_name_kind"]), str(candidate["matched_name_kind"]))
    quality = candidate.get("matched_name_quality")
    rows = [Compared("Name", written, matched, f"{float(candidate['score']):.2f}", _joined(kind, quality))]
    if primary != matched:
        rows.append(Compared("Primary name", "", primary))
    rows.append(Compared("Type", "", str(candidate.get("schema") or "")))
    qualifiers = candidate.get("qualifiers") or ()
    for item in qualifiers:
        what = _QUALIFIERS.get(str(item["name"]), str(item["name"]).replace("-", " ").capitalize())
        rows.append(Compared(what, item["article"] or "", item["list"] or "", str(item["result"])))
    shown = {name for item in qualifiers for name in _SHOWN.get(str(item["name"]), ())}
    rows += [Compared(what, "", text) for name, what in _FIELDS if name not in shown and (text := _text(entry, name))]
    rows.append(Compared("Programme", "", ", ".join(candidate.get("programmes") or ())))
    rows.append(Compared("Listed on", "", str(candidate.get("listed_on") or "")))
    rows.append(Compared("Delisted on", "", str(entry.get("delisted_on") or "")))
    rows.append(Compared("List", "", _list_of(candidate, lists), note=_joined("entry", entry.get("source_ref"))))
    return [row for row in rows if row.listed]


def five_steps(candidate: Json) -> list[Step]:
    """The questions of OFAC's guide to name hits, in its order, with what is known of this candidate.

    Source: OFAC, Frequently Asked Questions, No. 5, "Assessing OFAC Name Matches".
    """
    results = [(str(item["name"]), str(item["result"])) for item in candidate.get("qualifiers") or ()]
    reasons = [str(factor["reason"]) for factor in candidate.get("factors") or () if int(factor["points"]) < 0]
    programmes = ", ".join(candidate.get("programmes") or ())
    listed = f"{candidate['list']}, {candidate['entity_id']}{f', programme {programmes}' if programmes else ''}"
    part = f"Not all, or not as listed: {'; '.join(reasons)}." if reasons else "All of it."
    return [
        Step("Is the hit against a list, and under which programme?", f"Yes: {listed}.", "yes"),
        _same_kind(candidate, results),
        Step("How much of the listed name stands in the article?", part, "ask" if reasons else "yes"),
        _other_data(results),
        Step("Do several agree, and none conflict?", *_verdict(results, bool(reasons))),
    ]


def _same_kind(candidate: Json, results: list[tuple[str, str]]) -> Step:
    """The second question: a person for a person, a ship for a ship."""
    found = dict(results).get("organisation-type", "unknown")
    state, told = {
        "agree": ("yes", "the article speaks of the same"),
        "conflict": ("no", "the article speaks of another kind"),
        "unknown": ("ask", "see how the article speaks of it"),
    }[found]
    schema = candidate.get("schema") or "party of unknown kind"
    return Step("Is it the same kind of party?", f"The entry is a {schema}; {told}.", state)


def _other_data(results: list[tuple[str, str]]) -> Step:
    """The fourth question: dates, places, numbers."""
    agree, conflict, unknown = (_names(results, kind) for kind in ("agree", "conflict", "unknown"))
    told = (("agree: ", agree), ("conflict: ", conflict), ("the article does not say: ", unknown))
    answer = "; ".join(f"{words}{names}" for words, names in told if names) or "nothing to compare"
    state = "no" if conflict else "yes" if agree and not unknown else "ask"
    question = "Compare the entry's other data with the article."
    return Step(question, f"{answer[:1].upper()}{answer[1:]}.", state)


def _verdict(results: list[tuple[str, str]], partly: bool) -> tuple[str, str]:
    """What follows from the comparison, and its state."""
    kinds = [result for _, result in results]
    if "conflict" in kinds:
        return "One conflicts: probably another party. Say which in your note.", "no"
    if kinds.count("agree") >= 2 and not partly:
        return "Several agree and none conflicts: it may be the listed party. Escalate before you decide.", "yes"
    return "Too little is known to tell. Find the party's date of birth, number or address before you decide.", "ask"


def _names(results: list[tuple[str, str]], wanted: str) -> str:
    return ", ".join(name.replace("-", " ") for name, result in results if result == wanted)


def _text(entry: Json, name: str) -> str:
    """A field of the entry in words."""
    value = entry.get(name)
    if not value:
        return ""
    if isinstance(value, str):
        return value
    return "; ".join(item if isinstance(item, str) else _identifier(item) for item in value)


def _identifier(item: Json) -> str:
    country = f" ({item['country']})" if item.get("country") else ""
    return f"{str(item.get('kind') or '').replace('-', ' ')} {item.get('value') or ''}{country}".strip()


def _list_of(candidate: Json, lists: Sequence[Json]) -> str:
    """The list with its date and version."""
    name = str(candidate["list"])
    row = next((row for row in lists if row["name"] == name), None)
    return name if row is None else f"{name}, {row.get('list_date') or 'undated'}, version {row.get('version') or '?'}"


def _joined(first: str, second: object) -> str:
    return f"{first}, {second}" if second else first
