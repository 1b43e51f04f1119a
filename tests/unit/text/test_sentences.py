"""Sentences and paragraphs: the hard cases of this genre, written out with their boundaries (|)."""

from __future__ import annotations

import pytest

from service import Article
from service.text.document import read

CASES = [
    "On Feb. 5, some 300 builders came to the port.| They left in Oct.| The yard is empty now.",
    "Officials of N. Korea met the U.N. Security Council.| S. Korea was absent.",
    "He told the U.N. that all was well.| It was not.",
    "The ban was imposed by the U.N.| The builders stayed.",
    "Ryonghap Trading Co., Ltd. of Dandong hired them.| Pay was low.",
    "They work for Ryonghap Co. in the north.| The firm denies it.",
    "Lt. Gen. Pak Chol spoke to Gov. Ivan Petrov.| Mr. Petrov nodded.",
    "Office No. 39 runs it.| See Nos. 4 and 5.",
    "J. R. Smith and Kim S. Park wrote it.| P. Jones paid.",
    "The train came at 5 a.m. on Monday.| It left at 7 p.m.| They waited.",
    "She lives in St. Petersburg.| Dr. Orlova does not.",
    "It cost $3.5 million, up 2.4 percent.| Nobody paid.",
    '"We saw them," he said.| "They were tired."| "Who paid?" she asked.| "Nobody."',
    "Is it true?| Yes!| Really.",
    "He waited ... and then left.| She stayed...| Nobody came.",
    "북한 노동자들이 도착했다.| 이들은 공장에서 일한다.| 임금은 3.5배였다.",
    '그는 "그들을 봤다."고 말했다.| 사실이다.',
    "В 2024 г. прибыли 5 тыс. рабочих из КНДР.| Они живут на ул. Мира.| Завод им. Кирова их нанял.",
    "Это сообщил А. С. Петров.| По данным МИД, их 20 млн. руб. не хватило.",
    "他们来到港口。|他们在工厂工作！|真的吗？|是的。",
    "彼らは港に来た。|「疲れた。」と言った。",
    "وصل العمال إلى الميناء.| هل هذا صحيح؟| نعم.",
    "Builders came to the port, Reuters reported Sept. 9.| It gave no names.",
    "The ship (IMO No. 8412467) sank.| Its crew of approx. 20 swam.",
    "Rev. Martin Lee Jr. spoke.| He was heard.",
    "It works with e.g. Chinese firms, i.e. with traders.| That is all.",
    "The U.S. Treasury named five firms.| The U.S. said so.",
    "Resolution 2397 (2017), para. 8, bans it.| Art. 41 of the Charter is the ground.",
    "The price was 5,000 won vs. 3,000 before.| Then it fell.",
    "She asked: why now?| Nobody knew.",
    "El Sr. Pérez llegó a Corea.| La empresa lo niega.",
    "The man was 35.| The woman was 30.",
    "They came from Washington, D.C., and left.| He stayed in D.C.| The others left.",
    "Kim Jong Il.| The leader was seen.",
]


def split(text: str) -> list[str]:
    """The sentences of a text, as printed."""
    doc = read(Article(text))
    return [doc.span(*sentence).text for sentence in doc.sentences]


@pytest.mark.parametrize("marked", CASES)
def test_a_sentence_ends_where_a_reader_ends_it(marked: str) -> None:
    """The boundaries are those marked, no more and no fewer."""
    text = marked.replace("|", "")
    assert split(text) == [part.strip() for part in marked.split("|")]


def test_a_blank_line_always_ends_a_sentence() -> None:
    """A paragraph break ends a sentence without any mark, even before a lower-case word."""
    assert split("Builders come to port\n\nthey work hard and\n \nlong") == [
        "Builders come to port", "they work hard and", "long",
    ]  # fmt: skip


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    """Lines of a text that was wrapped at a width belong together."""
    wrapped = (
        "A group of three hundred builders came to the port on Monday and was\n"
        "taken to a yard near the station, where Korean and Chinese guards of\n"
        "Ryonghap met them.\nThey left later."
    )
    assert len(split(wrapped)) == 2


def test_a_headline_line_ends_a_sentence() -> None:
    """A short line above a long one stands alone, and so does each bullet."""
    text = "Builders come to port\nA group of three hundred builders came to the port on Monday, " + "x " * 60 + "end."
    assert split(text)[0] == "Builders come to port"
    assert split("They brought:\n- 300 shovels\n- 20 saws and more\n1. a list") == [
        "They brought:", "- 300 shovels", "- 20 saws and more", "1. a list",
    ]  # fmt: skip


def test_title_and_text_never_share_a_sentence() -> None:
    """The title is its own sentence, whatever follows."""
    doc = read(Article("and then they left.", title="Builders come to port"))
    assert [doc.span(*sentence).text for sentence in doc.sentences] == ["Builders come to port", "and then they left."]
    assert doc.paragraphs[0] == (0, doc.title_end)


HOSTILE = [
    "x" * 1_000_000, "a. " * 200_000, "\n" * 1_000_000 + "x", "." * 1_000_000 + " x", "\u0301" * 300_000, "&" * 500_000,
    "'a" * 300_000, "a\u200b" * 300_000, "1." * 300_000, "аa" * 100_000, "(" * 300_000 + "x. " + '"' * 300_000 + "y",
    "a.\n" * 100_000, "&amp" * 100_000, "\uff21\u0301" * 100_000, "\u1112\u1161" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.timeout(20)
def test_hostile_input_takes_linear_time(text: str) -> None:
    """No run of one character, however long, is read in more than linear time."""
    doc = read(Article(text))
    assert len(doc.fold) == len(doc.norm)
    assert doc.sentences or not doc.norm.strip()
    assert len(doc.tokens) >= 0
    assert doc.language
