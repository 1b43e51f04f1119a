"""Facts about names in another script than the list's."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.compare import compare_names
from service.names.han import korean_reading
from service.names.match import NameIndex, build_index, find_mentions
from service.names.translate import pieces, translate
from service.text.document import read
from tests.unit.names.test_originals import named


def entity(number: int, schema: str, name: str, country: str) -> Entity:
    return Entity(f"un-{number}", "un", schema, (Name(name),), countries=(country,))


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (
        entity(1, "Person", "SON Chol Gyong", "KP"),
        entity(2, "Person", "MENG Jianhong", "CN"),
        entity(3, "Organization", "Korea Mining Trading Bank", "KP"),
        entity(4, "Vessel", "PAEK MA 3", "KP"),
        entity(5, "Person", "ABDUL QADIR AL-TAMIMI", "YE"),
        entity(6, "Organization", "Ministry of Atomic Energy of the Russian Federation", "RU"),
    )
    return build_index([Watchlist("un", entities, "0" * 64)])


@pytest.mark.parametrize(
    ("text", "written", "entity_id"),
    [
        ("朝鲜官员孙铁京昨日访问北京。", "孙铁京", "un-1"),
        ("中国商人孟建红被指控。", "孟建红", "un-2"),
        ("북한의 조선광업무역은행은 제재 대상이다.", "조선광업무역은행", "un-3"),
        ("朝鮮礦業貿易銀行的職員", "朝鮮礦業貿易銀行", "un-3"),
        ("북한 화물선 백마3호가 입항했다.", "백마3", "un-4"),
        ("وقال عبد القادر التميمي في اليمن إنه", "عبد القادر التميمي", "un-5"),
        ("Об этом сообщило Министерство атомной энергии Российской Федерации.", "", "un-6"),
    ],
)
def test_a_name_that_the_list_has_in_latin_letters_only_is_found(
    index: NameIndex, text: str, written: str, entity_id: str
) -> None:
    """Readings of Han, words of bodies in English and Arabic consonants lead to the listed name."""
    found = named(index, text)
    assert entity_id in found.values()
    assert not written or found.get(written) == entity_id


@pytest.mark.parametrize(
    "text", ["记者孟建国报道。", "孙铁京", "한국의 광업은행과 무역협회", "朝鲜的贸易", "السلام عليكم في اليمن"]
)
def test_other_words_in_other_scripts_are_no_listed_name(index: NameIndex, text: str) -> None:
    """Another given name, no country beside a common name, and ordinary words name nobody."""
    assert named(index, text) == {}


def test_han_is_read_in_korean_sounds() -> None:
    """A surname has its own reading, the North keeps the first r, either form of a character reads alike."""
    assert korean_reading("金正恩") == "김정은"
    assert korean_reading("李炳哲") == "리병철"
    assert korean_reading("张成泽") == korean_reading("張成澤") == "장성택"


def test_words_of_bodies_are_translated_in_place() -> None:
    """The longest known word counts, a single syllable only behind a known word, and the pieces are the text."""
    assert translate("조선대성은행").split() == ["korea", "대성", "bank"]
    assert translate("인민무력성").split() == ["people", "armed", "forces", "ministry"]
    assert translate("Банка развития").split() == ["bank", "development"]
    text = "북한의 조선무역은행은 39호실 Банк 银行"
    assert "".join(text[one.start : one.end] for one in pieces(text)) == text


def test_swapped_syllables_are_another_person() -> None:
    """The surname may stand in front or behind; the syllables of a given name do not change places."""
    assert compare_names("Chol Gyong Son", "SON Chol Gyong", "Person").points > 0
    assert compare_names("Son Gyong Chol", "SON Chol Gyong", "Person").points < 0


def test_pinyin_tells_names_apart_by_single_letters() -> None:
    """Two given names in pinyin are two people, not one misspelt."""
    assert compare_names("Meng Jianhua", "MENG Jianhong", "Person").points < 0
    assert compare_names("Meng Jian Hong", "MENG Jianhong", "Person").points > 0


def test_the_number_of_a_ship_is_found_behind_its_sign(index: NameIndex) -> None:
    """`No. 3` belongs to the name; another number is another ship."""
    assert named(index, "The cargo ship Paek Ma No. 3 left port.") == {"Paek Ma No. 3": "un-4"}
    assert named(index, "The cargo ship Paek Ma No. 5 left port.") == {}


@pytest.mark.parametrize("word", ["조선광업무역은행과 ", "朝鲜孙铁京", "عبد القادر ", "Банк развития "])
def test_a_very_long_text_in_another_script_is_cut_and_says_so(index: NameIndex, word: str) -> None:
    """A million characters are read as far as the limit goes, and the result tells it."""
    found = find_mentions(read(Article(word * (1_000_000 // len(word)))), index)
    assert any("other scripts" in limit for limit in found.limits)
