"""The Document: every place of every view leads back to the exact words of the original."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from service import Article
from service.text.document import Document, read
from service.text.normalize import fold_term
from service.text.typography import normalize

ODD = (
    "\u2019\u201c\u00ad\u200b\u200f\ufeff\u00a0\ufb01\uff2b\u0301\u0308\u0640\u064e\u1112\u1161\u11ab\u3099\u2026\u212b\u0130"
    "ßæëё가中カا.!? \n\r\t'-&;"
)
PIECES = st.one_of(
    st.sampled_from(
        ["&amp;", "&#8217;", "&nbsp;", "&amp;nbsp;", "&shy;", "Feb. 5", "U.N.", "\n\n", "Share\n", "Kim Jong\u2011un"]
    ),
    st.text(alphabet=st.sampled_from(ODD + "abcKIM 015"), max_size=12),
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


def document(text: str, title: str = "") -> Document:
    return read(Article(text, title=title, published="2024-03-19"))


def holds(doc: Document, start: int, end: int) -> None:
    span = doc.span(start, end)
    source = doc.article.title if span.field == "title" else doc.article.text
    assert source[span.start : span.end] == span.text
    assert 0 <= span.start <= span.end <= len(source)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, title=TEXTS, data=st.data())
def test_every_span_is_the_slice_of_the_original(text: str, title: str, data: st.DataObject) -> None:
    """Whatever the input, tokens, sentences, paragraphs and any range give exact words of one field."""
    assume(text.strip() or title.strip())
    doc = document(text, title)
    assert len(doc.fold) == len(doc.norm)
    for start, end in (*doc.sentences, *doc.paragraphs, *zip(doc.tokens.starts, doc.tokens.ends, strict=True)):
        assert start < end
        holds(doc, start, end)
    for _ in range(5):
        start = data.draw(st.integers(0, len(doc.norm)))
        holds(doc, start, data.draw(st.integers(start, len(doc.norm))))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_the_way_back_never_turns_round(text: str) -> None:
    """Later in the view is never earlier in the original, and the view of a whole is the view of the original."""
    view, offsets = normalize(text)
    starts = [offsets.source_start(position) for position in range(len(view) + 1)]
    ends = [offsets.source_end(position) for position in range(len(view) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in (*starts, *ends))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, title=TEXTS)
def test_reading_twice_gives_the_same(text: str, title: str) -> None:
    """Reading is deterministic in every view."""
    assume(text.strip() or title.strip())
    one, two = document(text, title), document(text, title)
    assert (one.norm, one.fold, one.tokens, one.sentences, one.paragraphs, one.language) == (
        two.norm, two.fold, two.tokens, two.sentences, two.paragraphs, two.language,
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(term=TEXTS)
def test_folding_a_folded_term_changes_nothing(term: str) -> None:
    """`fold_term` is idempotent."""
    assert fold_term(fold_term(term)) == fold_term(term)


def test_typography_is_folded_and_quoted_as_printed() -> None:
    """Curly quotes, a soft hyphen, an entity, a ligature and full-width letters match; the span quotes the print."""
    doc = document("Mos\u00adcow\u2019s o\ufb03ce &amp; \uff2b\uff29\uff2d said \u201cno\u201d.", "T")
    assert doc.norm == 'T\n\nMoscow\'s office & KIM said "no".'
    start = doc.norm.index("office & KIM")
    assert doc.span(start, start + 12).text == "o\ufb03ce &amp; \uff2b\uff29\uff2d"
    start = doc.norm.index("Moscow")
    assert doc.span(start, start + 6).text == "Mos\u00adcow"


def test_look_alike_letters_are_folded_inside_a_word_only() -> None:
    """A Cyrillic letter in a Latin word is read as its twin; a Russian word stays Russian."""
    assert document("Кim Jоng-un met Ким").fold.endswith("kim jong-un met ким")


def test_page_residue_is_blank_and_keeps_its_room() -> None:
    """Button lines vanish from the view without moving what follows."""
    doc = document("From\nSend to\n\nA visit begins.\nShare\nIt ends.")
    assert "Send" not in doc.norm
    assert [doc.span(*sentence).text for sentence in doc.sentences] == ["A visit begins.", "It ends."]
    assert len(doc.norm) == len("\n\n" + doc.article.text)


def test_words_know_possessives_hyphens_and_numbers() -> None:
    """Possessives fall off, hyphens part, numbers keep their commas, Han parts into characters."""
    doc = document("Kozhemyako's Kim Jong-un paid 1,000.50 to O'Brien 北京 평양에서 don't")
    words = [doc.norm[start:end] for start, end in zip(doc.tokens.starts, doc.tokens.ends, strict=True)]
    assert words == [
        "Kozhemyako",
        "Kim",
        "Jong",
        "un",
        "paid",
        "1,000.50",
        "to",
        "O'Brien",
        "北",
        "京",
        "평양에서",
        "don't",
    ]


def test_indices_find_the_word_and_sentence_of_a_place() -> None:
    """`sentence_index` and `token_index` answer for every position."""
    doc = document("One two. Three four.", "Head")
    place = doc.norm.index("four")
    assert doc.sentence_index(place) == 2
    assert doc.sentence_index(0) == 0
    assert doc.norm[doc.tokens.starts[doc.token_index(place)] :].startswith("four")
