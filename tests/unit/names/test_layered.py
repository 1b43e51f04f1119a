"""A list changes by some names: a small index beside the large one finds what an index of all names finds."""

from __future__ import annotations

import threading
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from service.model.article import Article
from service.model.entity import Entity, Identifier, Name, Watchlist
from service.names.layered import MOST_BESIDE, change_names
from service.names.match import build_index, find_mentions
from service.names.search import search_names
from service.ruleset.load import embedded_rules_dir, load_rules
from service.screening.screener import Screener
from service.text.document import read

GIVEN = ("Ivan", "Boris", "Karim", "Helena", "Pavlo", "Sergei", "Timur", "Walid")
FAMILY = ("Kozhemyako", "Malyshev", "Haddad", "Sorokin", "Trubnikov", "Baranov", "Obradovic", "Lindqvist")
BODY = ("Global", "Marine", "Trading", "Steel", "Nordwind", "Bank", "Holding", "Export")

PERSON_NAMES = st.builds(lambda words: " ".join(words), st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)))
LONG_NAMES = st.lists(st.sampled_from(BODY), min_size=2, max_size=6, unique=True).map(" ".join)
PARTIES = st.tuples(st.booleans(), PERSON_NAMES, LONG_NAMES, st.booleans())


def entity(number: int, party: tuple[bool, str, str, bool]) -> Entity:
    """An entry of the list `one` with one name or two, and a ship number where it is a body."""
    person, human, body, twice = party
    names = [Name(human if person else body, "primary", "strong")]
    if twice:
        names.append(Name(" ".join(reversed(names[0].text.split())), "alias", "strong"))
    numbers = () if person else (Identifier("swift", f"ABCDEF{number % 90 + 10}"),)
    return Entity(
        id=f"one-{number}",
        list="one",
        schema="Person" if person else "Company",
        names=tuple(names),
        identifiers=numbers,
    )


def watchlist(entities: list[Entity], mark: int = 0) -> Watchlist:
    """A list of these entries."""
    return Watchlist("one", tuple(entities), f"{mark:064x}")


@st.composite
def edits(draw: st.DrawFn) -> tuple[list[Entity], list[Entity]]:
    """The entries before and after: some left, some have other names, some came."""
    before = [entity(number, party) for number, party in enumerate(draw(st.lists(PARTIES, min_size=3, max_size=25)))]
    after = []
    for number, one in enumerate(before):
        what = draw(st.sampled_from(("stays", "stays", "leaves", "changes", "is delisted")))
        if what == "is delisted":
            after.append(replace(one, delisted_on="2026-01-01"))
        elif what == "changes":
            after.append(entity(number, draw(PARTIES)))
        elif what == "stays":
            after.append(one)
    parties = draw(st.lists(PARTIES, max_size=8))
    return before, [*after, *(entity(1000 + number, party) for number, party in enumerate(parties))]


TEXTS = st.lists(
    st.one_of(PERSON_NAMES, LONG_NAMES, PERSON_NAMES.map(lambda name: f"{name[0]}. {name.split()[1]}"),
              PERSON_NAMES.map(lambda name: name.replace("o", "a")), st.sampled_from(("ABCDEF10", "SWIFT ABCDEF12"))),
    min_size=1, max_size=5,
).map(lambda names: "Officials said that " + " met ".join(names) + " on Tuesday.")  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(edits(), st.lists(TEXTS, min_size=1, max_size=4))
def test_a_layered_index_finds_what_a_rebuilt_one_finds(
    edit: tuple[list[Entity], list[Entity]], texts: list[str]
) -> None:
    """Mentions, near misses, scores, explanations and limits are equal after any edit; so are look-ups of one name."""
    before, after = edit
    layered = change_names(build_index([watchlist(before)]), [watchlist(after)])
    rebuilt = build_index([watchlist(after)])
    assert layered is not None
    assert layered.identifiers == rebuilt.identifiers
    assert (layered.lists, layered.by_entity.keys()) == (rebuilt.lists, rebuilt.by_entity.keys())
    for text in texts:
        document = read(Article(text))
        assert find_mentions(document, layered) == find_mentions(document, rebuilt)
        assert search_names(text[20:45], layered) == search_names(text[20:45], rebuilt)


def test_a_second_change_starts_from_the_same_base() -> None:
    """Changes do not pile up: the second index shares the first base, and going back leaves nothing beside it."""
    people = [entity(n, (True, f"{GIVEN[n % 8]} {FAMILY[n // 8]}", "", False)) for n in range(40)]
    base = build_index([watchlist(people)])
    once = change_names(base, [watchlist(people[1:])])
    assert once is not None
    back = change_names(once, [watchlist(people)])
    assert back is not None
    assert back.base is base
    assert (len(back.entries), back.gone.count(1)) == (len(people), 0)


def test_many_changes_are_indexed_anew() -> None:
    """Beyond MOST_BESIDE names no layer is made, and a Screener with those lists has an index of its own."""
    people = [entity(n, (True, f"{GIVEN[n % 8]} {FAMILY[n // 8 % 8]} {n}", "", False)) for n in range(MOST_BESIDE + 9)]
    base = build_index([watchlist(people[:5])])
    assert change_names(base, [watchlist(people)]) is None
    assert change_names(base, [watchlist(people[:100])]) is not None


def test_an_id_that_is_there_twice_is_indexed_anew() -> None:
    """Two entries with one id cannot be told apart: no layer is made for such lists."""
    one = entity(1, (True, "Ivan Sorokin", "", False))
    other = entity(1, (True, "Boris Baranov", "", False))
    assert change_names(build_index([watchlist([one])]), [watchlist([one, other])]) is None
    assert change_names(build_index([watchlist([one, other])]), [watchlist([one])]) is None


def test_two_hundred_swaps_under_load() -> None:
    """Every answer names a snapshot that was in use and is, byte for byte, what a new Screener of it answers."""
    rules = load_rules([embedded_rules_dir()])
    people = [entity(n, (True, f"{GIVEN[n % 8]} {FAMILY[n // 8]}", "", False)) for n in range(64)]
    lists = [watchlist([*people[:turn], *people[turn + 3 :]], turn) for turn in range(20)]
    article = Article("Ivan Kozhemyako met Karim Kozhemyako, Walid Malyshev and Timur Haddad in Vienna on Tuesday.")
    fresh = {one.snapshot.sha256: one.screen(article) for one in (Screener(rules, [each]) for each in lists)}
    screener = Screener(rules, [lists[0]])
    answers: list[tuple[str, bool]] = []
    done = threading.Event()

    def screen() -> None:
        while not done.is_set():
            answer = screener.screen(article)
            answers.append((answer.snapshot, answer == fresh.get(answer.snapshot)))

    threads = [threading.Thread(target=screen) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(200):
        screener = screener.with_lists([lists[turn % len(lists)]])
    done.set()
    for thread in threads:
        thread.join()
    assert len(fresh) == len(lists)
    assert len(answers) > 4
    assert all(equal for _, equal in answers)
    assert {screener.snapshot.sha256} <= fresh.keys()
