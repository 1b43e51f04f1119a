"""Pages: title and day come from the page's own words, and bytes that are no text are refused with the place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import ArticleError
from service.text.decode import decode
from service.text.page import read_html, read_plain

BODY = "\n\nA group of builders came to the port on Monday. They were met by guards."

PLAIN = [
    ("From\nSend to\n\nBuilders come to port\n\nMarch 19, 2024 - 10:45 By Yonhap" + BODY,
     "Builders come to port", "2024-03-19"),
    ("Builders come to port\nBy John Smith, 19 March 2024" + BODY, "Builders come to port", "2024-03-19"),
    ("Builders come to port\nPublished: 2024-03-19T10:45Z | Updated: 2024-03-20" + BODY,
     "Builders come to port", "2024-03-19"),
    ("Builders come to port\nUpdated March 20, 2024\nPublished March 19, 2024" + BODY,
     "Builders come to port", "2024-03-19"),
    ("북한 노동자 파견\n입력 2024.03.19 10:45\n\n북한이 노동자를 보냈다.", "북한 노동자 파견", "2024-03-19"),
    ("북한 노동자 파견\n2024년 3월 19일\n\n북한이 노동자를 보냈다.", "북한 노동자 파견", "2024-03-19"),
    ("Рабочие в порту\n19 марта 2024, 10:45\n\nОни прибыли.", "Рабочие в порту", "2024-03-19"),
    ("工人抵达\n2024年3月19日 10:45\n\n工人抵达港口。", "工人抵达", "2024-03-19"),
    ("SEOUL, March 19, 2024 (Wire) -- Builders came." + BODY, "", "2024-03-19"),
    ("SEOUL, March 19 (Wire) -- Builders came." + BODY, "", None),
    ("Builders come to port\n\nOn March 19, 2024 the builders came to the port and met the guards there." + BODY,
     "Builders come to port", None),
    ("One sentence that is all there is", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "published"), PLAIN, ids=[case[0][:40] for case in PLAIN])
def test_a_text_tells_its_title_and_day(text: str, title: str, published: str | None) -> None:
    """Headline, date line and dateline are read; a date inside a sentence is not the day of publication."""
    page = read_plain(text)
    assert (page.title, page.published, page.text) == (title, published, text)


HTML = """<!doctype html><html lang="en"><head>{head}<title>Builders come to port - The Daily Port</title></head><body>
<nav><a href="/">Home</a></nav><h1>Builders come to port</h1>{top}<article>
<p>A group of three hundred builders came to the port on Monday, a resident who asked not to be named said.</p>
<p>They were met by guards &amp; taken to a yard near the railway station in the north of the city.</p>
</article></body></html>"""

HEADS = [
    ('<meta property="article:published_time" content="2024-03-19T10:45:00+09:00">', ""),
    ('<meta name="pubdate" content="19 March 2024">', ""),
    ('<script type="application/ld+json">'
     '{"@graph": [{"datePublished": "2024-03-19", "dateModified": "2024-04-01"}]}</script>', ""),
    ("", '<time datetime="2024-03-19T01:45Z">today</time>'),
    ("", "<p>March 19, 2024</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "top"), HEADS[:4])
def test_html_metadata_tells_the_day(head: str, top: str) -> None:
    """Meta elements, JSON-LD and time elements give the day; the menu is not the article."""
    page = read_html(HTML.format(head=head, top=top))
    assert (page.title, page.published, page.language) == ("Builders come to port", "2024-03-19", "en")
    assert "three hundred builders" in page.text
    assert "guards & taken" in page.text
    assert "Home" not in page.text


def test_html_without_a_day_has_none() -> None:
    """No metadata and no date line: the day is unknown, not today."""
    assert read_html(HTML.format(head="", top="")).published is None


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_declared_charsets_are_read(charset: str) -> None:
    """Byte-order marks, UTF-8 and the declared charset of a page are understood."""
    source = HTML.format(
        head=f'<meta charset="{charset}">', top="<p>Строители прибыли в порт, сказал местный житель.</p>"
    )
    assert "Строители прибыли" in source
    assert "three hundred" in read_html(source.encode(charset)).text
    assert "Строители" in decode(source.encode(charset))


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"%PDF-1.7 ...", "byte 0"), (b"abc\x00def", "byte 3"), ("да".encode("cp1251"), "byte 0"), (b"abc \xff", "byte 4"),
     (b'<meta charset="none-such">\xff', "none-such"), (b'<meta charset="utf-8">\xff', "byte 22")],
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused_with_the_place(data: bytes, place: str) -> None:
    """Binary files and unknown encodings name the byte and the remedy."""
    with pytest.raises(ArticleError, match=place):
        decode(data)


@pytest.mark.parametrize("html", ["", "   ", "<html></html>", "<html><body><script>x()</script></body></html>"])
def test_a_page_without_an_article_is_refused(html: str) -> None:
    """An empty page is an error, not an empty article."""
    with pytest.raises(ArticleError, match="html"):
        read_html(html)


def test_entity_declarations_of_a_page_are_ignored() -> None:
    """A document type with entities neither expands nor shows, and reading twice gives the same page."""
    source = HTML.format(head="", top="").replace("said", "&a;")
    source = source.replace("<!doctype html>", '<!DOCTYPE x [<!ENTITY a "boom">]>')
    page = read_html(source)
    assert page == read_html(source)
    assert "boom" not in page.text
    assert "]>" not in page.text + page.title


def test_an_empty_text_is_refused() -> None:
    """Residue alone is no article."""
    with pytest.raises(ArticleError, match="empty"):
        read_plain("Share\n\nPrint\n")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_keeps_its_words(text: str) -> None:
    """Reading never changes the text, whatever it is."""
    try:
        page = read_plain(text)
    except ArticleError:
        return
    assert page.text == text.removeprefix("\ufeff")
    assert page.title in text
