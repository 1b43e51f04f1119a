"""How fast are the rules? 5,000 of them, on articles of 3 kB and 100 kB; rules alone, without lists.

`run()` prints compile time and milliseconds per article (the least of several rounds), and the cost of 5,000 rules
against that of the shipped ones in the same run. Synthetic rules have words of their own, so they show the cost of
carrying many rules; one in ten shares the vocabulary of the first pack, as real rules of one regime do.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from service.model.article import Article
from service.ruleset.authored import Authored, admit, load_authored
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.load import compile_rules, embedded_rules_dir
from service.ruleset.ruleset import RuleSet
from service.ruleset.source import parse_yaml
from service.text.document import read

RULES = 5_000
ROUNDS = 15

BREACH = (
    "On Feb. 5, around 300 people presumed to be North Korean workers arrived at a train station near Vladivostok, a "
    "researcher has said, citing an unidentified source in Russia. The overseas dispatch of North Korean workers is "
    "banned under United Nations Security Council resolutions. "
)
FILLER = (
    "The council met on Tuesday to discuss the budget for schools and roads. Several members asked for more time, and "
    "the mayor said that a decision would follow next month. Farmers in the valley hope for rain before the harvest, "
    "while shop owners count on visitors from the coast. The museum opens a new hall in the spring, its director said. "
)
_SYLLABLES = ("ba", "do", "fi", "gu", "ka", "lo", "mi", "nu", "pe", "ro", "sa", "ti", "vu", "wo", "xe", "zi")


def word(number: int) -> str:
    """A made-up word; different numbers give different words."""
    out = ""
    for _ in range(5):
        number, digit = divmod(number, len(_SYLLABLES))
        out += _SYLLABLES[digit]
    return out


def synthetic(first: int, many: int) -> Authored:
    """Rules with words of their own: two concepts of ten terms each and one shared place condition per rule."""
    out = Authored()
    for start in range(first, first + many, 100):
        concepts = ["schema: concepts/1", "concepts:"]
        for number in range(start, min(start + 100, first + many)):
            for side in ("a", "b"):
                nouns = ", ".join(word(20 * number + index + (10 if side == "b" else 0)) for index in range(10))
                concepts.append(f"  s{number}.{side}: {{en: {{nouns: [{nouns}]}}}}")
        admit(*parse_yaml("\n".join(concepts), f"rules/concepts/s{start}.yaml"), out)
    for number in range(first, first + many):
        path = f"rules/synthetic/s{number}.yaml"
        admit(*parse_yaml(_rule(number), path), out)
    return out


def _rule(number: int) -> str:
    """One synthetic rule."""
    shared = "dprk.demonym" if number % 10 == 0 else f"s{number}.b"
    return f"""\
schema: rule/1
rule: synthetic/s{number}
uid: 00000000-0000-4000-8000-{number:012d}
version: 1.0.0
title: synthetic rule {number}
status: experimental
severity: low
law: [bench/row]
define:
  abroad: {{place: {{not_country: [KP, KR]}}}}
find:
  - {{id: one, near: [s{number}.a, {shared}, abroad], within: sentence, gap: 25, points: 24, reason: "in {{abroad}}"}}
  - {{id: two, near: [s{number}.a, s{number}.b], within: sentence, gap: 12, points: 20, reason: together}}
adjust:
  - {{id: count, quantity: {{kind: people, min: 5}}, points: 3, reason: "{{value}}"}}
  - {{id: law, near: [s{number}.a, {shared}], within: sentence, scope: article, points: 2, reason: law}}
score: {{prior: -20, review: -5, alert: 3}}
examples: {{match: [], no_match: []}}
"""


BASE = """\
schema: measures/1
regime: bench
measures: [{id: row, instrument: none, paragraph: "1", from: 2000-01-01, duty: none}]
"""
STAND_IN = """\
schema: concepts/1
concepts:
  dprk.demonym: {en: [North Korean]}
"""


def shipped() -> Authored:
    """The shipped rules, or the little that the synthetic ones need where there are none."""
    folder = embedded_rules_dir()
    base = load_authored(folder) if folder.is_dir() else Authored()
    admit(*parse_yaml(BASE, "rules/measures/bench.yaml"), base)
    names = {name for file in base.of("concepts/1") for name, _ in file.value["concepts"].items()}  # type: ignore[index, call-overload]
    if "dprk.demonym" not in names:
        admit(*parse_yaml(STAND_IN, "rules/concepts/bench.yaml"), base)
    return base


def joined(*layers: Authored) -> Authored:
    """Several sets of files as one."""
    out = Authored()
    for layer in layers:
        out.errors += layer.errors
        for form, nodes in layer.files.items():
            out.files.setdefault(form, []).extend(nodes)
    return out


def least(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Milliseconds of the quickest of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def cost(rules: RuleSet, text: str, rounds: int = ROUNDS) -> float:
    """Milliseconds to find concepts and evaluate; reading the article is not counted."""
    article = Article(text, published="2024-03-19", language="en")

    def once() -> float:
        """One fresh document, as a new article has none of its views yet but the folded one."""
        document = read(article)
        _ = document.fold
        start = time.perf_counter()
        evaluate(document, find_concepts(document, rules), (), rules)
        return time.perf_counter() - start

    return min(once() for _ in range(rounds)) * 1000


def articles() -> dict[str, str]:
    """The articles that are measured."""
    plain = (FILLER * 10)[:3000]
    return {
        "3 kB, no candidate": plain,
        "3 kB, one alert": (FILLER * 4 + BREACH + "\n\n" + FILLER * 4)[:3000],
        "100 kB, one alert": (FILLER * 130 + BREACH + "\n\n" + FILLER * 150)[:100_000],
    }


def run() -> None:
    """Print the figures."""
    base = shipped()
    start = time.perf_counter()
    gc.disable()  # as load_rules does
    few = compile_rules([base])
    print(f"rules: compile of {len(few.rules)} shipped rules: {time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    more = synthetic(0, RULES)
    print(f"rules: reading {RULES:,} rules from YAML: {time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    many = compile_rules([joined(base, more)])
    took = time.perf_counter() - start
    gc.enable()
    print(f"rules: compile of {len(many.rules):,} rules ({many.vocabulary.size:,} literals): {took:.2f} s (limit 5)")
    limits = {"3 kB, no candidate": 0.3, "3 kB, one alert": 3.0, "100 kB, one alert": 40.0}
    for name, text in articles().items():
        before, after = cost(few, text), cost(many, text)
        ratio = after / before if before else 0.0
        print(f"rules: {name}: {after:.2f} ms (limit {limits[name]}); {ratio:.2f} x the shipped rules alone")


if __name__ == "__main__":
    run()
