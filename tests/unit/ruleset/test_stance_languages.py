"""A denial reaches as far as its clause in every language of the stance files, and articles may mix languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.model.article import Article
from service.ruleset.concepts import find_concepts
from service.ruleset.load import load_rules
from service.ruleset.near import Found
from service.ruleset.ruleset import RuleSet
from service.ruleset.scene import Scene
from service.ruleset.stance import cues_of
from service.ruleset.verdict import Verdict
from service.text.document import read

CASES = {
    "en": (
        "Moscow denied the reports, but 300 North Korean workers arrived in Vladivostok.",
        "Moscow denied that 300 North Korean workers had arrived in Vladivostok.",
        "North Korean workers",
    ),
    "ko": (
        "러시아는 보도를 부인했지만 북한 노동자 300명이 블라디보스토크에 도착했다.",
        "북한 노동자 300명이 블라디보스토크에 도착했다는 보도를 러시아는 부인했다.",
        "북한 노동자",
    ),
    "ru": (
        "Москва опровергла сообщения, но 300 северокорейских рабочих прибыли во Владивосток.",
        "Москва опровергла, что 300 северокорейских рабочих прибыли во Владивосток.",
        "северокорейских рабочих",
    ),
    "zh": ("俄罗斯否认了报道，但300名朝鲜工人抵达了海参崴。", "俄罗斯否认300名朝鲜工人抵达海参崴。", "朝鲜工人"),
    "ja": (
        "ロシアは報道を否定したが、北朝鮮の労働者300人がウラジオストクに到着した。",
        "ロシアは北朝鮮の労働者300人がウラジオストクに到着したことを否定した。",
        "北朝鮮の労働者",
    ),
    "ar": (
        "نفت موسكو التقارير لكن 300 عامل كوري شمالي وصلوا إلى فلاديفوستوك.",
        "نفت موسكو وصول 300 عامل كوري شمالي إلى فلاديفوستوك.",
        "عامل كوري شمالي",
    ),
    "es": (
        "Moscú negó los informes, pero 300 trabajadores norcoreanos llegaron a Vladivostok.",
        "Moscú negó que 300 trabajadores norcoreanos llegaran a Vladivostok.",
        "trabajadores norcoreanos",
    ),
    "fr": (
        "Moscou a démenti ces informations, mais 300 travailleurs nord-coréens sont arrivés à Vladivostok.",
        "Moscou a démenti que 300 travailleurs nord-coréens soient arrivés à Vladivostok.",
        "travailleurs nord-coréens",
    ),
}


@pytest.fixture(scope="module")
def shipped() -> RuleSet:
    """The shipped rules with their stance files."""
    return load_rules()


@pytest.mark.parametrize("language", CASES)
def test_a_denial_stays_in_its_clause(shipped: RuleSet, language: str) -> None:
    """Behind *but* the conduct stands undenied; without it the same cue denies it."""
    apart, denied, words = CASES[language]
    kinds = []
    for text in (apart, denied):
        document = read(Article(text, language=language))
        scene = Scene(document, find_concepts(document, shipped), (), shipped)
        start = document.norm.index(words)
        cues = cues_of(scene, scene.whole, Found(start, start + len(words)))
        kinds.append("denied" in {cue.kind for cue in cues})
    assert kinds == [False, True]


MIXED = {
    "한국어": "The mayor opened a school on Tuesday.\n\n북한 노동자 300명이 블라디보스토크에 파견됐다.",
    "русский": "The mayor opened a school on Tuesday.\n\nСеверокорейские рабочие прибыли во Владивосток.",
    "English": "시장은 화요일에 학교를 열었다.\n\n300 North Korean workers arrived in Vladivostok.",
}


@pytest.mark.parametrize("language", MIXED)
def test_an_article_may_mix_languages(judge_text: Callable[..., Verdict | None], language: str) -> None:
    """A sentence in another language than the rest is judged by its own words, and is the evidence."""
    text = MIXED[language]
    verdict = judge_text(text, published="2026-03-19")
    assert verdict is not None
    assert verdict.finding == "moved"
    assert verdict.evidence[0].text == text.partition("\n\n")[2]
