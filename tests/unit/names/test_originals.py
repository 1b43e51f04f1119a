"""Names in their original script, found letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.match import NameIndex, build_index, find_mentions
from service.names.originals import MOST_FOUND, Originals, load_han
from service.text.document import read


def entity(number: int, schema: str, *names: str, country: str = "KP") -> Entity:
    return Entity(f"un-{number}", "un", schema, tuple(map(Name, names)), countries=(country,))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (
        entity(1, "Organization", "DAWN SEA SHIPPING", "遼東海運有限公司"),
        entity(2, "Person", "SON Chol Gyong", "孙铁庆", "손철경"),
        entity(3, "Organization", "LAND TRADE BANK", "국토무역은행"),
        entity(4, "Person", "WANG WEI", "王伟", country="CN"),
        entity(5, "Person", "ZOREV, Pavel Ilyich", "Зорев, Павел Ильич", country="RU"),
        entity(6, "Person", "MORITA", "森田 健一", country="JP"),
        entity(7, "Company", "HIKARI", "ヒカリ商会", country="JP"),
        entity(8, "Person", "ABDALLAH AL-TAMIMI", "عبد الله بن سعيد التميمي", country="YE"),
        entity(9, "Organization", "THE PILLAR", "العمود", country="YE"),
    )
    return build_index([Watchlist("un", entities, "0" * 64)])


def named(index: NameIndex, text: str) -> dict[str, str]:
    mentions = find_mentions(read(Article(text)), index).mentions
    assert all(text[one.span.start : one.span.end] == one.span.text for one in mentions)
    return {one.span.text: one.candidates[0].entity.id for one in mentions}


@pytest.mark.parametrize(
    ("text", "written", "entity_id"),
    [
        ("据报道，遼東海運有限公司在大连。", "遼東海運有限公司", "un-1"),
        ("据报道,辽东海运有限公司在大连。", "辽东海运有限公司", "un-1"),
        ("孫鐵慶是朝鮮人。", "孫鐵慶", "un-2"),
        ("손철경의 회사는 북한에 있다.", "손철경", "un-2"),
        ("북한의 국토무역은행에서 일했다.", "국토무역은행", "un-3"),
        ("中国的王偉被捕。", "王偉", "un-4"),
        ("Вчера Павел Ильич Зорев приехал.", "Павел Ильич Зорев", "un-5"),
        ("東京で森田健一氏は語った。", "森田健一", "un-6"),
        ("昨日、ヒカリ商會は閉店した。", "ヒカリ商會", "un-7"),
        ("وقال عبدالله بن سعيد التميمى إنه", "عبدالله بن سعيد التميمى", "un-8"),
        ("ولعبد الله بن سعيد التميمي شركة", "عبد الله بن سعيد التميمي", "un-8"),
        ("والعمود في اليمن", "العمود", "un-9"),
    ],
)
def test_a_name_is_found_in_its_script(index: NameIndex, text: str, written: str, entity_id: str) -> None:
    """Either form of a character, joined particles and left-out spaces do not hide a name; its words are exact."""
    assert named(index, text).get(written) == entity_id


@pytest.mark.parametrize(
    "text", ["記者王偉說天氣好。", "손철경국지라는 책", "العمود طويل", "العمودي في اليمن", "国土贸易"]
)
def test_what_only_looks_like_a_name_is_none(index: NameIndex, text: str) -> None:
    """Two characters or a single word need their country; letters inside a longer word are no name."""
    assert named(index, text) == {}


def test_the_matched_name_is_called_original(index: NameIndex) -> None:
    """A mention by original script says so, and which of the party's names it is."""
    mention = find_mentions(read(Article("辽东海运有限公司")), index).mentions[0]
    assert mention.candidates[0].as_dict()["matched_name_kind"] == "original"
    assert mention.candidates[0].name.text == "遼東海運有限公司"


def test_of_nested_names_the_longest_is_proposed() -> None:
    """A shorter listed name inside a longer one is not proposed, the same name of two parties is twice."""
    originals = Originals([Name("东海"), Name("东海贸易公司"), Name("東海貿易公司")])
    assert originals.find(read(Article("在东海贸易公司"))) == ([(3, 9, 1), (3, 9, 2)], True)


def test_the_table_of_characters_is_settled() -> None:
    """No simplified form is itself the variant of another, so that folding twice changes nothing."""
    table = load_han()
    assert len(table) > 3000
    assert not {ord(char) for char in table.values()} & table.keys()


_PIECES = st.sampled_from(
    [
        "遼東 海運",
        "辽东海运有限公司",
        "孙·铁庆",
        "عبدالله بن ",
        "سعيد التميمي",
        "Павел",
        " ",
        "。",
        "a",
        "손철경은",
        "ﷺ",
    ]
)


@given(st.lists(_PIECES, max_size=12))
def test_places_are_exact_in_any_text(index: NameIndex, pieces: list[str]) -> None:
    """Whatever stands around it, a name's place is exactly its words, and twice the same is found."""
    text = "x " + "".join(pieces)
    first = find_mentions(read(Article(text)), index)
    assert first == find_mentions(read(Article(text)), index)
    assert named(index, text) is not None
    for start, end, name_id in index.originals.find(read(Article(text)))[0]:
        ours, listed = (
            "".join(part.split()).replace("·", "").translate(load_han())
            for part in (read(Article(text)).norm[start:end], index.entries[name_id][1].text)
        )
        assert ours == listed or "," in listed


@pytest.mark.parametrize("word", ["孙铁庆", "孙铁庆，", "손철경", "손철경은 ", "Зорев Павел Ильич "])
def test_a_text_packed_with_listed_names_is_cut_and_says_so(index: NameIndex, word: str) -> None:
    """A million characters of listed names, in one word or many, are compared up to the limit, and the result tells."""
    found = find_mentions(read(Article(word * (1_000_000 // len(word)))), index)
    assert any("original script" in limit for limit in found.limits)
    assert len(found.mentions) < 1_000_000 // len(word) // 2


def test_names_up_to_the_limit_are_all_found(index: NameIndex) -> None:
    """As many names as the limit allows are found without a word on limits for them."""
    found = find_mentions(read(Article("王伟在中国。" * MOST_FOUND)), index)
    assert len(found.mentions) == MOST_FOUND
    assert not any("original script" in limit for limit in found.limits)
