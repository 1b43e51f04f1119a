"""Listed bodies whose own names are long, in brackets or very short."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.compare import compare_names
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read

LONG = "ESFAHAN NUCLEAR FUEL RESEARCH AND PRODUCTION CENTRE (NFRPC) AND ESFAHAN NUCLEAR TECHNOLOGY CENTRE (ENTC)"
SEVERAL = "Islamic State In Iraq And the Levant In South-East Asia (ISIL-SEA, ISIL-South East Asia)"


def body(number: int, name: str, country: str) -> Entity:
    """A listed body."""
    return Entity(f"x-{number}", "x", "Organization", (Name(name),), countries=(country,))


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """Some bodies."""
    names = [(LONG, "IR"), (SEVERAL, "PH"), ("M23", "CD"), ("ADF", "CD"), ("KOREA KWANGSON BANKING CORP", "KP")]
    return build_index([Watchlist("x", tuple(body(n, *one) for n, one in enumerate(names)), "0" * 64)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"The panel visited the {LONG} in May.", [LONG]),
        ("It was the work of the Islamic State In Iraq And the Levant In South-East Asia, police said.", [SEVERAL]),
        ("M23 rebels took a town in the east of the Democratic Republic of the Congo.", ["M23"]),
        ("ADF fighters burned a village in eastern Congo.", ["ADF"]),
        ("The ADF sent Australian troops to Darwin.", []),
        ("Leave the M23 at the second junction.", []),
        ("광선은행 직원은 북한에서 일했다.", ["KOREA KWANGSON BANKING CORP"]),
    ],
)
def test_own_names_are_found(index: NameIndex, text: str, found: list[str]) -> None:
    """A name with brackets inside is found whole, a short acronym where the article speaks of its country."""
    mentions = find_mentions(read(Article(text)), index).mentions
    assert [one.candidates[0].name.text for one in mentions] == found


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Al-Rahman Bin 'Umayr Al-Nu'Aymi 'Abd", "'Abd Al-Rahman Bin 'Umayr Al-Nu'Aymi"),
        ("Abdo Nemer", "NEMER, Abdo"),
        ("Nemer Abdo", "Abdo NEMER"),
    ],
)
def test_a_servant_of_god_in_another_order(written: str, listed: str) -> None:
    """`Abd` at the end belongs before the article in front; `Abdo` is a name by itself."""
    assert compare_names(written, listed, "Person").points >= 10
