"""A small rule set of our own, and the means to change it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from service.model.article import Article
from service.ruleset.authored import Authored, admit
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.load import compile_rules
from service.ruleset.ruleset import RuleSet
from service.ruleset.source import parse_yaml
from service.ruleset.verdict import Verdict
from service.text.document import read

WORKERS = """\
schema: rule/1
rule: un-dprk/overseas-workers
uid: 11111111-2222-4333-8444-555555555555
version: 1.0.0
title: DPRK nationals employed abroad
status: experimental
severity: high
tags: [measure.dprk-workers]
valid: {from: 2017-08-05}
law: [un-1718/permits, un-1718/home]
params:
  large: [{from: 2018-01-01, value: 100}, {from: 2020-01-01, value: 500}]
define:
  worker:
    any:
      - {near: [dprk.demonym, labour.worker], ordered: true, within: {tokens: 3}}
      - {near: [labour.worker, dprk.name], ordered: true, within: {tokens: 3}}
    mask: [dprk.party]
  abroad: {place: {not_country: [KP, KR]}}
find:
  - {id: moved, near: [worker, labour.movement, abroad], gap: 25, points: 26, reason: "moving to {abroad}"}
  - {id: employed, near: [worker, labour.earning], within: sentence, gap: 12, points: 22, reason: earning income}
adjust:
  - {id: headcount, quantity: {kind: people, min: 5}, points: 3, reason: "a head-count ({value})"}
  - {id: many, quantity: {kind: people, min: "$large"}, points: 1, reason: "many ({value})"}
  - {id: ban, near: [labour.worker, law.un], within: sentence, scope: article, points: 4, reason: tied to a UN ban}
  - {id: film, term: frame.fiction, scope: sentence, points: -14, reason: a film}
  - {id: domestic, place: {country: [KP]}, scope: sentence, points: -6, reason: inside the DPRK}
  - {id: whispered, said_by: anonymous, points: -1, reason: an unnamed source}
exempt:
  - {id: refugees, term: {en: [refugee status]}, points: -10, note: "2397 paragraph 8 excepts refugees"}
score: {prior: -20, review: -5, alert: 3}
examples:
  match:
    - text: "On Feb. 5, around 300 North Korean workers arrived in Vladivostok."
      finding: moved
  no_match:
    - text: "Workers from Nepal arrived in Qatar."
      kind: other-nationality
"""
CONCEPTS = """\
schema: concepts/1
concepts:
  dprk.demonym: {en: [North Korean], ru: {prefixes: [северокорей*]}, ko: [북한], zh: [朝鲜]}
  dprk.name: {en: {phrases: [North Korea], cased: [DPRK]}}
  dprk.party: {en: ["Workers' Party"]}
  labour.worker: {en: {nouns: [worker, logger]}, ru: {nouns: [рабочий]}, ko: [노동자], zh: [工人]}
  labour.movement: {en: {verbs: [arrive, send]}, ru: {verbs: [прибыть]}, ko: [파견]}
  labour.earning: {en: {verbs: [employ, work]}, zh: [工作]}
  law.un: {en: {phrases: [United Nations], cased: [UN]}}
  frame.fiction: {en: [film, novel]}
"""
PLACES = """\
schema: places/1
places:
  KP: {country: {en: [North Korea]}, city: {en: [Pyongyang]}}
  KR: {country: {en: [South Korea, Korea]}, city: {en: [Seoul]}}
  RU: {country: {en: [Russia]}, city: {en: [Vladivostok], ru: {nouns: [Владивосток]}, ko: [블라디보스토크]}}
  QA: {country: {en: [Qatar]}}
"""
STANCE = """\
schema: stance/1
language: en
cues:
  denied: {pre: [denied], post: [was denied]}
  norm: {pre: [bans, prohibits], post: [is banned]}
  violation: [in violation of]
  planned: {pre: [plans to]}
  hedged: [presumed, reportedly]
pseudo: [not only denied]
stop: [but, although, ";"]
said_by: {anonymous: [a source said], official: [the ministry said]}
"""
MEASURES = """\
schema: measures/1
regime: un-1718
measures:
  - {id: permits, instrument: S/RES/2375 (2017), paragraph: "17", from: 2017-09-11, duty: no new permits}
  - id: home
    instrument: S/RES/2397 (2017)
    paragraph: "8"
    from: 2019-12-22
    duty: send workers home
    verified: {source: adopted text, on: 2026-11-23, kind: adopted-text}
"""
FILES = {
    "rules/un-dprk/overseas-workers.yaml": WORKERS,
    "rules/concepts/all.yaml": CONCEPTS,
    "rules/concepts/places.yaml": PLACES,
    "rules/concepts/stance.en.yaml": STANCE,
    "rules/measures/un-1718.yaml": MEASURES,
}


def build(files: dict[str, str]) -> RuleSet:
    """A rule set of files by path."""
    authored = Authored()
    for path, text in files.items():
        admit(*parse_yaml(text, path), authored)
    return compile_rules([authored])


def run(rules: RuleSet, text: str, *, title: str = "", published: str | None = "2024-03-19") -> Verdict | None:
    """The first verdict on a text."""
    document = read(Article(text, title, published=published))
    verdicts = evaluate(document, find_concepts(document, rules), (), rules)
    return verdicts[0] if verdicts else None


@pytest.fixture(scope="session")
def small() -> RuleSet:
    """The small set, compiled once."""
    return build(FILES)


@pytest.fixture(scope="session")
def judge_text(small: RuleSet) -> Callable[..., Verdict | None]:
    """What the small set says of a text."""
    return lambda text, **more: run(small, text, **more)


@pytest.fixture
def changed() -> Callable[[str, str, str], dict[str, str]]:
    """The small set's files with one text in one of them replaced."""

    def change(path: str, old: str, new: str) -> dict[str, str]:
        """Replace once; the old text must be there."""
        found = next(name for name in FILES if name.endswith(path))
        assert old in FILES[found]
        return {**FILES, found: FILES[found].replace(old, new, 1)}

    return change


@pytest.fixture(scope="session")
def build_rules() -> Callable[[dict[str, str]], RuleSet]:
    """Compiles files by path."""
    return build


@pytest.fixture(scope="session")
def run_rules() -> Callable[..., Verdict | None]:
    """The first verdict of a set on a text."""
    return run


@pytest.fixture(scope="session")
def written() -> Callable[[Path], Path]:
    """Writes the small set as a rule folder."""

    def write(folder: Path) -> Path:
        """The rule folder below a folder."""
        for name, text in FILES.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder / "rules"

    return write
