"""Finding listed names in an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.candidates import Proposals
from service.names.match import Found, NameIndex, build_index, find_mentions
from service.text.document import Document, read


def entity(entity_id: str, schema: str, *names: str) -> Entity:
    return Entity(entity_id, entity_id.split("-")[0], schema, tuple(map(Name, names)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (
        entity("ofac-1", "Person", "KOZHEMYAKO, Oleg Nikolaevich"),
        entity("ofac-2", "Person", "KIM, Jong Un"),
        entity("ofac-3", "Person", "PUTIN, Vladimir Vladimirovich", "PUTIN, Vladimir"),
        entity("un-4", "Organization", "MANSUDAE OVERSEAS PROJECT GROUP OF COMPANIES", "Mansudae Art Studio"),
        entity("un-5", "Organization", "RECONNAISSANCE GENERAL BUREAU", "RGB"),
        entity("un-6", "Organization", "NATIONAL AEROSPACE DEVELOPMENT ADMINISTRATION", "NADA"),
    )
    return build_index([Watchlist("un", entities, "0" * 64)])


def found(index: NameIndex, text: str) -> Found:
    return find_mentions(read(Article(text)), index)


def named(index: NameIndex, text: str) -> dict[str, str]:
    return {mention.span.text: mention.candidates[0].entity.id for mention in found(index, text).mentions}


def test_full_names_are_found_where_they_stand(index: NameIndex) -> None:
    """Full names in other orders and spellings are found with exact words, short forms join them."""
    text = "A delegation led by Oleg Kozhemyako met Kim Jong-un. It was Kozhemyako's second visit."
    mentions = found(index, text).mentions
    assert [mention.span.text for mention in mentions] == ["Oleg Kozhemyako", "Kim Jong-un"]
    assert [span.text for span in mentions[0].coreferences] == ["Kozhemyako"]
    assert all(text[m.span.start : m.span.end] == m.span.text for m in mentions)


@pytest.mark.parametrize(
    ("text", "written", "entity_id"),
    [
        ("On Monday Al-Haramayn Foundation (Kenya) was named.", "Al-Haramayn Foundation (Kenya)", "un-1"),
        ("On Monday AL-HARAMAYN FOUNDATION (TANZANIA) was named.", "AL-HARAMAYN FOUNDATION (TANZANIA)", "un-2"),
        ("Money of AL-HARAMAIN: AFGHANISTAN BRANCH was frozen.", "AL-HARAMAIN: AFGHANISTAN BRANCH", "un-3"),
        ("Leader (Hong Kong) International sold pumps.", "Leader (Hong Kong) International", "un-4"),
    ],
)
def test_a_name_with_marks_inside_is_found_mark_for_mark(text: str, written: str, entity_id: str) -> None:
    """Brackets and colons end a run of words, but not a listed name that has them too; the right branch is named."""
    entities = (
        entity("un-1", "Organization", "AL-HARAMAYN FOUNDATION (KENYA)"),
        entity("un-2", "Organization", "AL-HARAMAYN FOUNDATION (TANZANIA)"),
        entity("un-3", "Organization", "AL-HARAMAIN: AFGHANISTAN BRANCH"),
        entity("un-4", "Organization", "LEADER (HONG KONG) INTERNATIONAL"),
    )
    assert named(build_index([Watchlist("un", entities, "0" * 64)]), text) == {written: entity_id}


def test_a_sister_house_is_not_the_listed_group(index: NameIndex) -> None:
    """Mansudae Art Theater is neither Mansudae Art Studio nor the overseas group."""
    assert named(index, "The troupe danced at the Mansudae Art Theater in Pyongyang.") == {}
    backed = "Kim Jong Un of North Korea came. The Reconnaissance General Bureau was at the Mansudae Art Theater."
    assert "un-4" not in named(index, backed).values()
    assert named(index, "The Mansudae Art Studio sold a painting.") == {"Mansudae Art Studio": "un-4"}


def test_short_words_do_not_fire_alone(index: NameIndex) -> None:
    """Bare surnames, given names and short acronyms are no mentions by themselves."""
    assert named(index, "He had nada to add. The RGB strip glows. Vladimir and Kozhemyako and Kim left.") == {}


def test_a_headline_in_capitals_is_read(index: NameIndex) -> None:
    """Capitals and lower case hide nothing."""
    assert named(index, "VLADIMIR PUTIN MEETS KIM JONG UN") == {"VLADIMIR PUTIN": "ofac-3", "KIM JONG UN": "ofac-2"}


WORDS = st.lists(
    st.sampled_from(["Oleg", "Kozhemyako", "Kim", "Jong-un", "Mansudae", "Art", "Studio", ".", "the", "\n"])
)


@given(WORDS)
def test_every_span_is_a_slice_of_the_article(index: NameIndex, words: list[str]) -> None:
    """Spans quote the article exactly, points add up, and a second look finds the same."""
    article = Article("x " + " ".join(words))
    first, second = (find_mentions(read(article), index) for _ in range(2))
    assert first == second
    for mention in first.mentions:
        spans = [mention.span, *mention.coreferences]
        assert all(getattr(article, span.field)[span.start : span.end] == span.text for span in spans)


class CutShort:
    """A source that could not look at everything."""

    def candidates(self, document: Document) -> Proposals:
        """Nothing, and not everything was looked at."""
        return Proposals((), complete=False)


def test_places_that_were_not_looked_at_are_said() -> None:
    """Where the index has left out places of an article, the result says so in a sentence."""
    limits = find_mentions(read(Article("Oleg Kozhemyako spoke.")), NameIndex((), CutShort())).limits
    assert ["were not compared" in limit for limit in limits] == [True]
    assert not find_mentions(read(Article("Nobody spoke.")), build_index([])).limits


def test_a_lower_threshold_reaches_what_is_usually_dropped(index: NameIndex) -> None:
    """Given name and patronymic alone are no near miss, and still there for who asks for everything."""
    document = read(Article("Oleg Nikolaevich spoke."))
    usual = find_mentions(document, index)
    assert (*usual.mentions, *usual.below) == ()
    assert find_mentions(document, index, threshold=1e-6).mentions


def test_a_country_that_agrees_is_the_one_that_is_shown() -> None:
    """The sentence speaks of Russia, the article of the entry's own country too: the row shows what agrees."""
    kim = replace(entity("ofac-2", "Person", "KIM, Jong Un"), countries=("KP",))
    text = "Kim Jong Un travelled to Russia on Monday. Trains left North Korea a day before."
    (mention,) = found(build_index([Watchlist("un", (kim,), "0" * 64)]), text).mentions
    country = next(one for one in mention.candidates[0].qualifiers if one.name == "country")
    assert (country.article, country.listed, country.result) == ("KP", "KP", "agree")


@pytest.mark.parametrize("backing", ["", "Kim Jong Un spoke. ", "The Reconnaissance General Bureau paid. "])
@pytest.mark.parametrize(
    "text",
    [
        "Oleg Kozhemyako met Jong Un, and Vladimir Kozhemyako Petrov met nobody.",
        "The RGB and NADA, and Mansudae Art Studio in Rome; kim jong un in lower case.",
        "Vladimir Putina of the Mansudae Overseas Group wrote to Oleg N. Kozhemyaka.",
    ],
)
def test_near_misses_cost_no_mention(index: NameIndex, backing: str, text: str) -> None:
    """Without near misses the very same mentions are found, reasons included, and nothing below the threshold."""
    document = read(Article(backing + text))
    assert find_mentions(document, index, near_misses=False) == Found(find_mentions(document, index).mentions)
