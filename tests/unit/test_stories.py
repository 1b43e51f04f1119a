"""Articles that tell the same event are grouped, look-alikes are not."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from service.model.telling import Telling
from service.screening.stories import compare, facts, kin, shingles, signature, telling

PLACES = (
    "Vladivostok Dandong Nampo Khasan Ulsan Tartus Minsk Dakar Doha Penang Luanda Yangon Havana Riga Mombasa Karachi"
).split()
FIRMS = (
    "Rokov Haesong Belmar Tarkan Ozerny Kumsan Vestal Norden Pyoksan Zelten Marwick Sundara Altai Corvus Lumex Dongil"
).split()
PEOPLE = ["Sergei Malin", "Pak Chol", "Anna Weber", "Li Qiang", "Omar Said", "Ivan Petrov", "Choe Un", "Hana Sato"]
JOBS = ["builders", "loggers", "seamstresses", "programmers", "welders", "cooks", "miners", "fishermen"]
FILLER = [
    "Officials did not answer questions by the time of publication.",
    "The permits had been issued under a programme that the ministry calls educational.",
    "Neighbours said that the barracks had stood empty since the winter.",
    "A union leader asked for an inquiry and for the contracts to be made public.",
    "The men are driven to the site before dawn and return after dark, residents said.",
    "Under the resolutions of the Security Council such workers had to be sent home years ago.",
    "The embassy called the reports an invention of hostile media.",
    "Wages are said to be paid in cash to a supervisor who keeps most of them.",
    "Satellite pictures show that the camp has grown since the autumn.",
    "Lawyers said that the employer could lose its licence.",
]


def story(chance: random.Random, number: int) -> list[tuple[int, Telling]]:
    """One to eight tellings of one event: syndicated, re-headlined, cut, followed up; and its particulars."""
    place, firm, other = chance.choice(PLACES), chance.choice(FIRMS), chance.choice(PLACES)
    person, job = chance.choice(PEOPLE), chance.choice(JOBS)
    count, money = chance.randrange(23, 900), chance.randrange(11, 99)
    day = date(2024, 1, 1) + timedelta(days=chance.randrange(300))
    lines = chance.sample(FILLER, 7)
    lead = f"At least {count} {job} from North Korea work for {firm} near {place}, according to {person}."
    route = f"They came by way of {other} in groups, said {person}, who has seen {money} contracts."
    denial = f"In a statement {firm} denied that the workers in {place} earn money for Pyongyang."
    body = [lead, lines[0], route, *lines[1:6], denial]
    told = []
    for variant in range(chance.randrange(1, 9)):
        text = list(body)
        kind = chance.choice(["syndicated", "edited", "cut", "follow-up"]) if variant else "first"
        if kind == "edited":
            text[chance.randrange(3, 6)] = chance.choice(FILLER)
        if kind == "cut":
            text = text[: chance.randrange(4, 7)]
        if kind == "follow-up":
            news = f"The report that {count} {job} work for {firm} has led prosecutors in {place} to question {person}."
            text = [news, lines[6], f"Some came by way of {other}.", lines[2]]
        told.append((number, make(f"{number}-{variant}", " ".join(text), day + timedelta(days=min(variant, 3)))))
    return told


def make(name: str, text: str, day: date, *, entities: tuple[str, ...] = ()) -> Telling:
    hits = [{"rule_id": "un-dprk/overseas-workers", "entity_ids": list(entities)}]
    article = {"id": name, "text": text, "published": day.isoformat()}
    return telling({"article": article, "hits": hits}, revision=1, received_on=day)


def test_grouping_is_right_on_many_stories() -> None:
    """200 events in 1 to 8 tellings each: pairwise F1 of the groups is at least .95."""
    chance = random.Random(1718)
    tellings = [one for number in range(200) for one in story(chance, number)]
    chance.shuffle(tellings)
    groups: list[list[tuple[int, Telling]]] = []
    group_of: dict[str, list[tuple[int, Telling]]] = {}
    for number, new in tellings:
        kinship = kin(new, [old for group in groups for _, old in group])
        if kinship is None:
            groups.append([])
        group = groups[-1] if kinship is None else group_of[kinship.article_id]
        group.append((number, new))
        group_of[new.article_id] = group
    found = {pair for group in groups for pair in pairs([new.article_id for _, new in group])}
    by_number: dict[int, list[str]] = {}
    for number, new in tellings:
        by_number.setdefault(number, []).append(new.article_id)
    true = {pair for names in by_number.values() for pair in pairs(names)}
    right = len(found & true)
    f1 = 2 * right / (len(found) + len(true))
    assert f1 >= 0.95, f"F1 {f1:.3f}, precision {right / len(found):.3f}, recall {right / len(true):.3f}"


def pairs(names: list[str]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for pair in combinations(names, 2)}


def test_a_copy_is_a_copy() -> None:
    """The same words in other line breaks are a copy; the reason names the other article."""
    kinship = compare(make("a", "One two\nthree.", date(2024, 1, 1)), make("b", "One two three.", date(2024, 1, 1)))
    assert kinship is not None
    assert (kinship.kind, kinship.share) == ("copy", 1.0)
    assert "b" in kinship.reason


def test_other_parties_are_another_story() -> None:
    """The same words told of other listed parties are another event."""
    text = "The bank in Dalian moved 40 million for Haesong, said Pak Chol in Minsk."
    day = date(2024, 1, 1)
    mine = make("a", text, day, entities=("un-1",))
    assert compare(mine, make("b", text + " More.", day, entities=("un-2",))) is None
    assert compare(mine, make("c", text + " More.", day, entities=("un-1", "un-2"))) is not None


def test_weeks_later_is_another_event() -> None:
    """The same particulars in new words after weeks make a story of their own."""
    first = make("a", "In March the firm Rokov sent 300 men to Khasan, wrote Anna Weber.", date(2024, 3, 1))
    later = make("b", "It is told by Anna Weber that near Khasan some 300 toil for Rokov.", date(2024, 4, 1))
    soon = make("c", "It is told by Anna Weber that near Khasan some 300 toil for Rokov.", date(2024, 3, 3))
    assert compare(first, later) is None
    assert compare(first, soon) is not None


def test_unspaced_scripts_have_shingles() -> None:
    """Chinese text is compared by runs of characters."""
    text = "朝鲜工人在海参崴附近的建筑工地工作，据说有三百人。" * 2
    assert len(shingles(text)) > 10
    assert signature(text) != signature(text[:10])


@given(st.text(max_size=300))
def test_any_text_has_a_signature(text: str) -> None:
    """Whatever the text, the signature is whole, and the same the second time."""
    assert len(signature(text)) == 64
    assert signature(text) == signature(text)
    assert facts(text) == facts(text)
