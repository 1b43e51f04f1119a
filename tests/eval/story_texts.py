"""Stories for measuring the grouping: events of eight kinds, each told in one to eight ways. All of it is invented."""

# ruff: noqa: E501  (a sentence of a story stands on one line)

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from service.model.article import Article

PLACES = (
    "Vladivostok Dandong Nampo Khasan Ulsan Tartus Minsk Dakar Doha Penang Luanda Yangon Havana Riga Mombasa Karachi Ufa "
    "Omsk Qingdao Ningbo Dalian Incheon Kaohsiung Haiphong Kampala Windhoek Maputo Lomé Cotonou Beira Aqaba Muscat Sohar "
    "Basra Bushehr Baku Batumi Poti Varna Constanța Izmir Mersin Latakia Tripoli Sfax Oran Algeciras Leixões Gdynia"
).split()
SYLLABLES = (
    "ro be tar oz kum ves nor pyo zel mar sun al cor lu don ha mi ka shi ven gro stel bran dor fen gal hol jas".split()
)
FIRST = (
    "Sergei Pak Anna Li Omar Ivan Choe Hana Pavel Nadia Karim Rosa Jun Mei Olga Tomas Lena Yusuf Marta Dmitri".split()
)
OUTLETS = "Courier Herald Globe Ledger Tribune Sentinel Beacon Observer Dispatch Chronicle Gazette Monitor".split()

LEADS = {
    "workers": (
        "At least {n} North Korean {job} are employed by {firm} at a site near {place}, {who} said on {day}.",
        "{firm} has brought {n} {job} from North Korea to {place}, according to {who}.",
        "About {n} {job} sent by North Korea work for {firm} in {place}, {who} told reporters.",
    ),
    "transfer": (
        "The tanker {ship} passed {n} tonnes of refined petroleum to a North Korean vessel off {place}, {who} said on {day}.",
        "Off {place} the {ship} carried out a ship-to-ship transfer of {n} tonnes of fuel with a North Korean tanker, according to {who}.",
        "A North Korean tanker took {n} tonnes of diesel from the {ship} in a ship-to-ship transfer near {place}, said {who}.",
    ),
    "coal": (
        "The freighter {ship} unloaded {n} tonnes of North Korean coal at {place} for {firm}, {who} said on {day}.",
        "{firm} bought {n} tonnes of coal from North Korea that the {ship} landed in {place}, according to {who}.",
        "North Korea exported {n} tonnes of coal to {place} aboard the {ship}, {who} told reporters; the buyer was {firm}.",
    ),
    "venture": (
        "{firm} has set up a joint venture with a North Korean state company in {place}, worth {n} million dollars, {who} said on {day}.",
        "A joint venture of {firm} and a North Korean trading company has opened in {place} with {n} million dollars, according to {who}.",
        "In {place} {firm} put {n} million dollars into a joint venture with a North Korean company, {who} told reporters.",
    ),
    "arms": (
        "{firm} shipped {n} containers of North Korean artillery shells to {place} aboard the {ship}, {who} said on {day}.",
        "North Korea sent {n} containers of ammunition to {place} on the {ship}, chartered by {firm}, according to {who}.",
        "The {ship} delivered {n} containers of weapons from North Korea to {place}, {who} told reporters; {firm} handled them.",
    ),
    "theft": (
        "North Korean hackers stole {n} million dollars in cryptocurrency from {firm}, an exchange in {place}, {who} said on {day}.",
        "{firm}, an exchange in {place}, lost {n} million dollars in cryptocurrency to hackers from North Korea, according to {who}.",
        "Hackers working for North Korea took {n} million dollars of cryptocurrency from {firm} of {place}, {who} told reporters.",
    ),
    "seafood": (
        "{firm} imported {n} tonnes of North Korean seafood by way of {place}, {who} said on {day}.",
        "Some {n} tonnes of squid and crab from North Korea were bought by {firm} in {place}, according to {who}.",
        "North Korea sold {n} tonnes of seafood to {firm}, which landed it in {place}, {who} told reporters.",
    ),
    "luxury": (
        "{firm} exported {n} luxury cars to North Korea by way of {place}, {who} said on {day}.",
        "By way of {place} {firm} delivered {n} limousines to North Korea, according to {who}.",
        "North Korea received {n} luxury cars that {firm} had sent through {place}, {who} told reporters.",
    ),
}
BODY = (
    "Officials in {place} did not answer questions by the time of publication.",
    "{firm} called the report baseless and said that it keeps every law.",
    "{who}, who has followed the company since {year}, showed papers signed by {other}.",
    "The papers name {other} as the manager and {place2} as the next stop.",
    "Payment of {m} thousand dollars went through an account in {place2}, the papers say.",
    "Neighbours said that trucks came and went at night, most of them from {place2}.",
    "Under the resolutions of the Security Council such dealings are forbidden.",
    "A union leader asked for an inquiry and for the contracts to be made public.",
    "Satellite pictures of the site were taken by a commercial firm on two mornings.",
    "{other} could not be reached at the address that the company register gives.",
    "A lawyer for {firm}, which was founded in {year}, declined to comment on the papers.",
    "Insurers have asked for the log of the voyage to {place2} and have not received it.",
)
NEWS = (
    "Prosecutors in {place} have opened an inquiry into {firm}. {lead} {who} was heard as a witness on {day2}.",
    "{firm} has dismissed {other} days after the report from {place}. {lead}",
    "The government has summoned the managers of {firm}. {lead} {other} left for {place2}, {who} said.",
)
TITLES = (
    "{firm} accused over {topic} in {place}",
    "Report: {topic} near {place}",
    "{place}: questions for {firm}",
    "Papers show {topic}, says {who}",
    "What {who} saw in {place}",
)
TRANSLATED = (
    "{firm}: вопросы о связях с КНДР в {place}",
    "{place} {firm}, 북한과의 거래 의혹",
    "{place}:{firm}涉嫌与朝鲜往来",
    "{firm} y Corea del Norte: dudas en {place}",
    "{firm} et la Corée du Nord : des questions à {place}",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class Told:
    """An article and the story that it tells; `kind` says how."""

    story: int
    kind: str
    article: Article


def make_stories(count: int = 200, *, seed: int = 1718) -> list[Told]:
    """Events in one to eight tellings each, in the order in which they were published.

    Every third event is a look-alike of the one before: the same kind and the same sentences within days, but other
    particulars (half of them in the same place), or the same firm and place weeks later with another number, ship and
    witness. Half of the follow-ups tell the event in other words and without its number.
    """
    chance = random.Random(seed)
    told: list[Told] = []
    before: tuple[str, dict[str, str], list[str], date] | None = None
    for number in range(count):
        kind, facts, body, day = _event(chance)
        if number % 3 == 2 and before is not None:
            kind, body = before[0], before[2]
            if number % 2:
                facts = {**facts, "firm": before[1]["firm"], "place": before[1]["place"]}
                day = before[3] + timedelta(days=chance.randrange(10, 60))
            else:
                if number % 4:
                    facts = {**facts, "place": before[1]["place"], "job": before[1]["job"], "day": before[1]["day"]}
                day = before[3] + timedelta(days=chance.randrange(0, 3))
        before = kind, facts, body, day
        told += _tellings(chance, number, before)
    return sorted(told, key=lambda one: (str(one.article.published), str(one.article.id)))


def _event(chance: random.Random) -> tuple[str, dict[str, str], list[str], date]:
    """What happened, to whom, where, and the sentences that are told of it."""
    place, place2 = chance.sample(PLACES, 2)
    facts = {
        "n": str(chance.randrange(11, 990)),
        "m": str(chance.randrange(100, 990)),
        "firm": _name(chance) + chance.choice((" Trading", " Shipping", " Holding", " Group", "")),
        "ship": _name(chance) + " " + chance.choice(("Star", "Pioneer", "Glory", "Bay")),
        "who": f"{chance.choice(FIRST)} {_name(chance)}",
        "other": f"{chance.choice(FIRST)} {_name(chance)}",
        "place": place,
        "place2": place2,
        "job": chance.choice(("builders", "loggers", "welders", "seamstresses", "programmers")),
        "year": str(chance.randrange(1988, 2020)),
        "day": chance.choice(DAYS),
        "day2": chance.choice(DAYS),
    }
    body = chance.sample(BODY, chance.randrange(5, 9))
    return chance.choice(sorted(LEADS)), facts, body, date(2024, 1, 1) + timedelta(days=chance.randrange(300))


def _tellings(chance: random.Random, number: int, event: tuple[str, dict[str, str], list[str], date]) -> list[Told]:
    """The first report and up to seven that come after it."""
    kind, facts, body, day = event
    lead = chance.choice(LEADS[kind])
    told = []
    for variant in range(chance.randrange(1, 9)):
        how = chance.choice(("syndicated", "re-headlined", "translated headline", "edited", "cut", "follow-up"))
        how = how if variant else "first"
        reworded = how in ("edited", "follow-up") and chance.random() < 0.5
        text = _text(chance, how, chance.choice(LEADS[kind]) if reworded else lead, body, facts)
        titles = TRANSLATED if how == "translated headline" else TITLES
        told.append(
            Told(
                number,
                how,
                Article(
                    text,
                    chance.choice(titles).format(**facts, topic=kind),
                    id=f"story-{number}-{variant}",
                    published=(
                        day + timedelta(days=min(variant, 3) if how == "follow-up" else min(variant, 1))
                    ).isoformat(),
                    source=f"{facts['place2']} {chance.choice(OUTLETS)}",
                ),
            )
        )
    return told


def _text(chance: random.Random, how: str, lead: str, body: list[str], facts: dict[str, str]) -> str:
    """One telling."""
    lines = [lead, *body]
    if how == "follow-up":
        extra = chance.sample(BODY, 3)
        if chance.random() < 0.5:
            lead = lead.replace("{n}", "several hundred")
        return " ".join([chance.choice(NEWS).replace("{lead}", lead), *extra]).format(**facts)
    if how == "edited":
        lines = [lead, *chance.sample(body, len(body) - 1), chance.choice(BODY)]
    if how == "cut":
        lines = lines[: chance.randrange(4, len(lines) + 1)]
    text = " ".join(lines).format(**facts)
    if how == "syndicated":
        start = f"{facts['place'].upper()} ({chance.choice(OUTLETS)} Wire) - " if chance.random() < 0.6 else ""
        end = " Reporting by our own staff; editing by the night desk." if chance.random() < 0.5 else ""
        text = start + text + end
    return text


def _name(chance: random.Random) -> str:
    """An invented name."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 4))).capitalize()
