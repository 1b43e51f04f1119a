"""Languages: what a few sentences are written in, and silence when there is too little to tell."""

from __future__ import annotations

import pytest

from service import Article
from service.text.document import read
from service.text.language import detect_language, primary_tag

TEXTS = [
    ("en", "The builders who came to the port on Monday were met by guards and taken to a yard up north."),
    ("ru", "Рабочие прибыли в порт в понедельник и были размещены на территории завода, сообщил местный житель."),
    ("uk", "Робітники прибули до порту у понеділок і були розміщені на території заводу."),
    ("ko", "북한 노동자들이 블라디보스토크에 도착했다고 전문가가 밝혔다."),
    ("ko", "김정은 국무위원장은 Kim Jong Un 이라고 쓴다."),
    ("zh", "朝鲜劳动者抵达港口，随后被带往工厂。"),
    ("ja", "北朝鮮の労働者が港に到着し、工場に連れて行かれた。"),
    ("ar", "قال مسؤول إن العمال وصلوا إلى الميناء يوم الاثنين من كوريا الشمالية في إطار عقد مع شركة محلية."),
    ("fa", "کارگران روز دوشنبه به بندر رسیدند و به گفته یکی از ساکنان محل به یک کارخانه منتقل شدند."),
    ("fr", "Les ouvriers sont arrivés au port lundi et ont été conduits dans une usine."),
    ("de", "Die Arbeiter kamen am Montag im Hafen an und wurden in eine Fabrik gebracht."),
    ("es", "Los obreros llegaron al puerto el lunes y fueron llevados a una fábrica."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TEXTS, ids=[text[:12] for _, text in TEXTS])
def test_a_sentence_or_two_tell_the_language(language: str, text: str) -> None:
    """Script, function words and statistics agree with the reader."""
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12.5 %", "Kim Jong Un", "Москва", "OK"])
def test_too_little_text_has_no_language(text: str) -> None:
    """A name or a number is in no language."""
    assert detect_language(text) == "und"


def test_a_given_language_is_believed() -> None:
    """The article's own tag wins, cut to its primary part."""
    assert read(Article(TEXTS[0][1], language="ru-RU")).language == "ru"
    assert [primary_tag(tag) for tag in ("en-US", "ZH_Hans", "")] == ["en", "zh", "und"]
