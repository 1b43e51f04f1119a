"""The most likely mistakes of authors: each is refused at its line and column, with the reason and the remedy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from service.errors import RuleErrors
from service.ruleset.lint import lint
from service.ruleset.lock import lock_of
from service.ruleset.ruleset import RuleSet

Change = Callable[[str, str, str], dict[str, str]]
Build = Callable[[dict[str, str]], RuleSet]

RULE = "overseas-workers.yaml"
WORDS = "concepts/all.yaml"
LAW = "measures/un-1718.yaml"
FINAL = "score: {prior: -20, review: -5, alert: 3}"

STOPPED = [
    # file, what stood there, what the author wrote, the words at which the error stands, words of the message
    (RULE, "status: experimental", "statuz: experimental", "statuz", '"statuz" in rule; did you mean "status"?'),
    (RULE, "status: experimental", "status: experimental\nstatus: stable", "status: stable", "stands twice"),
    (RULE, "severity: high", "severity: hihg", "hihg", 'did you mean "high"'),
    (RULE, "severity: high\n", "", "", 'rule lacks "severity"'),
    (RULE, "version: 1.0.0", "version: 1.10", "1.10", "is not a version such as 1.0.0"),
    (RULE, "uid: 11111111-2222", "uid: 1111-2222", "1111-2222", "is not a UUID"),
    (RULE, "from: 2017-08-05", "from: 2017-02-30", "2017-02-30", "is not a day of the calendar"),
    (RULE, "labour.movement, abroad", "labour.movment, abroad", "labour.movment", 'did you mean "labour.movement"?'),
    (RULE, "abroad], gap", "abraod], gap", "abraod", 'did you mean "abroad"?'),
    (RULE, "un-1718/home]", "un-1718/hom]", "un-1718/hom", 'measure "un-1718/hom" does not exist; did you mean'),
    (RULE, "gap: 12, points: 22", "gap: 12, law: [un-1718/cash], points: 22", "un-1718/cash", "not one of the rule's"),
    (RULE, "title: DPRK", "title: &t DPRK", "&t", "anchor &t"),
    (RULE, "title: DPRK nationals employed abroad", "title: *t", "*t", ""),
    (RULE, "title: DPRK", "title: !!str DPRK", "!!str", "tag tag:yaml.org,2002:str"),
    (RULE, "[KP, KR]", "[kp, KR]", "kp", '"kp" is not an ISO 3166 country code'),
    (RULE, "points: 26", "points: many", "many", 'expected a whole number, got "many"'),
    (RULE, "points: 26", "points: 2.6", "2.6", "expected a whole number"),
    (RULE, "points: 26", "points: 260", "260", "260 is outside 1 to 100"),
    (RULE, '"moving to {abroad}"', '"moving to {abrod}"', '"moving', "slot {abrod} is bound to nothing; did you mean"),
    (RULE, "reason: earning income}", "reason: earning, income}", "income", "a comma ends unquoted text"),
    (RULE, "ordered: true, within: {tokens: 3}}\n      -", "ordered: ja, within: {tokens: 3}}\n      -", "ja",
     "expected true or false"),
    (RULE, "within: {tokens: 3}}\n      - {near: [labour", "within: {words: 3}}\n      - {near: [labour", "words",
     'unknown key "words" in within'),
    (RULE, "[worker, labour.earning]", "[]", "[]", "at least 2 needed, got 0"),
    (RULE, "within: sentence, gap: 12", "within: sentance, gap: 12", "sentance", 'did you mean "sentence"'),
    (RULE, "{id: employed, near: [worker", "{id: employed, term: law.un, near: [worker", "{id: employed",
     "exactly one of"),
    (RULE, "id: employed, near", "id: moved,   near", "moved", 'id "moved" is already used in line'),
    (RULE, "id: employed,", "id: prior,", "prior", "kept for the engine"),
    (RULE, "min: \"$large\"", "min: \"$larg\"", "\"$larg", 'parameter "$larg" is not defined; did you mean "large"?'),
    (RULE, FINAL, "score: {prior: -20, review: 5, alert: 3}", "{prior", "review 5 must be below alert 3"),
    (RULE, FINAL, "score: {prior: 0, review: -5, alert: 3}", "{prior", "every article would be reviewed"),
    (RULE, "    mask: [dprk.party]", "    mask: [worker]", "worker", "definitions go in a circle: worker -> worker"),
    (RULE, "term: {en: [refugee status]}", 're: "(?<!no )refugee"', '"(?<', "look-around"),
    (RULE, "term: {en: [refugee status]}", r're: "\\bбеженец"', '"\\', "RE2 sees no word boundary there"),
    (RULE, "term: {en: [refugee status]}", 're: "[a-z]+"', '"[a-z', "no literal word"),
    (RULE, "term: {en: [refugee status]}", 're: "refugee("', '"refugee', "no RE2 pattern"),
    (RULE, "{id: employed, near: [worker, labour.earning], within: sentence, gap: 12",
     "{id: employed, quantity: {kind: people}", "{id: employed", "looked for in every article"),
    (RULE, "rule: un-dprk/overseas-workers", "rule: un-dprk/workers", "un-dprk", "must stand in un-dprk/workers.yaml"),
    (RULE, "schema: rule/1", "schema: rule/2", "rule/2", '"rule/2" is no known form; did you mean "rule/1"?'),
    (RULE, "title: DPRK nationals employed abroad", "title: DPRK: abroad", ": abroad", "not well-formed YAML"),
    (RULE, "[KP, KR]", "[KP, KO]", "KO", '"KO" is no country'),
    (RULE, "kind: people, min: 5", "kind: mass, min: 5, unit: tun", "tun",
     'unit "tun" is not known; known for mass: t'),
    (RULE, "kind: people, min: 5", "kind: people, min: 5, unit: kg", "kg", "people has none, leave it out"),
    (RULE, "place: {country: [KP]}", "entity: {schema: [Ship]}", "Ship", '"Ship" is no type of a list entry'),
    (RULE, "place: {country: [KP]}", "entity: {role: actor}", "role", "put it into a `near`"),
    (RULE, "labour.earning], within: sentence", "labour.earning], min_distinct: 3, within: sentence", "3,",
     "min_distinct 3 of 2 parts can never hold"),
    (RULE, "severity: high", "severity: high\nmin_engine: 99.0.0", "99.0.0", "needs engine 99.0.0"),
    (RULE, "severity: high", "severity: high\nuse: [shard]", "shard", 'shared definitions "shard" do not exist'),
    (WORDS, "  dprk.party: ", "  dprk.name:  ", "dprk.name", 'key "dprk.name" stands twice'),
    (WORDS, "nouns: [worker, logger]", "nuons: [worker, logger]", "nuons", 'did you mean "nouns"'),
    (WORDS, "северокорей*", "северокорей", "северокорей", "at least four letters and a *"),
    (WORDS, "северокорей*", "сев*", "сев*", "at least four letters and a *"),
    (WORDS, "law.un: {en", "law.un: {includes: [law.un], en", "law.un]", "concepts include each other"),
    (WORDS, "law.un: {en", "law.un: {includes: [law.nu], en", "law.nu", '"law.nu" is not defined; did you mean'),
    (WORDS, "law.un: {en", "law.un: {english", "english", 'unknown key "english"'),
    (LAW, "from: 2017-09-11", "form: 2017-09-11", "form", 'did you mean "from"'),
    (LAW, "- id: home", "- id: permits", "id: permits", "stands twice"),
]  # fmt: skip


def place_of(text: str, new: str, at: str) -> str:
    """Line and column, from 1, of some words within what the author wrote; the file's beginning without words."""
    place = text.index(new) + new.index(at) if at else 0
    return f"{text.count(chr(10), 0, place) + 1}:{place - text.rfind(chr(10), 0, place)}"


@pytest.mark.parametrize(("file", "old", "new", "at", "words"), STOPPED, ids=[row[2][:40] for row in STOPPED])
def test_a_mistake_is_placed_and_explained(
    changed: Change, build_rules: Build, file: str, old: str, new: str, at: str, words: str
) -> None:
    """The set is refused, and one of the errors stands at the very place with the reason and the remedy."""
    files = changed(file, old, new)
    text = next(text for path, text in files.items() if path.endswith(file))
    place = place_of(text, new, at)
    with pytest.raises(RuleErrors) as caught:
        build_rules(files)
    shown = [str(error) for error in caught.value.errors]
    assert any(f"{file}:{place}: " in line and words in line for line in shown), "\n".join(shown)


def test_all_mistakes_come_at_once(changed: Change, build_rules: Build) -> None:
    """Three files, three mistakes, in file order."""
    files = changed(RULE, "severity: high", "severity: hihg")
    files["rules/concepts/all.yaml"] = files["rules/concepts/all.yaml"].replace("nouns: [worker", "nuons: [worker")
    files["rules/measures/un-1718.yaml"] = files["rules/measures/un-1718.yaml"].replace("id: home", "id: permits")
    with pytest.raises(RuleErrors) as caught:
        build_rules(files)
    names = [error.path.rpartition("/")[2] for error in caught.value.errors]
    assert list(dict.fromkeys(names)) == ["all.yaml", "un-1718.yaml", RULE]


@pytest.mark.parametrize("text", ["a: [" * 40, "a: 1\n---\nb: 2", "", "- a", "a: " + "x" * 300_000, "\t- a"])
def test_hostile_files_are_refused(build_rules: Build, text: str) -> None:
    """Deep, double, empty, huge and broken files end in RuleErrors."""
    with pytest.raises(RuleErrors):
        build_rules({"rules/x.yaml": text})


def test_norway_stays_norway(changed: Change, build_rules: Build) -> None:
    """`NO` is a country code and no truth value."""
    rules = build_rules(changed(RULE, "[KP, KR]", "[KP, NO]"))
    assert "abroad" in str(rules.rules[0].find[0].part)


LINTED = [
    (RULE, "title: DPRK", "title: " + "very " * 30 + "DPRK", "very", "long-title"),
    (RULE, "[measure.dprk-workers]", "[measure.dprk-wrokers]", "measure", "unknown-code"),
    (RULE, FINAL, "score: {prior: -60, review: -5, alert: 30}", "{prior", "alert-unreachable"),
    (RULE, "points: 26", "points: 40", "40", "finding-alone"),
    (RULE, "law: [un-1718/permits", "law: [un-1718/permits", "un-1718/permits", "not-verified"),
    (RULE, "kind: other-nationality", "kind: trap", "", "no-other-nationality-example"),
    (RULE, 'text: "Workers from Nepal arrived in Qatar."',
     'text: "On Feb. 5, around 300 North Korean workers arrived in Vladivostok."', "", "contradicting-examples"),
    (RULE, "  abroad: {place", "  spare: labour.worker\n  abroad: {place", "spare", "unused-define"),
    (RULE, "severity: high", "severity: high\nrelated: [{type: see-also, rule: un-dprk/none}]",
     "un-dprk", "unknown-rule"),
    (RULE, "status: experimental", "status: deprecated", "deprecated", "no-heir"),
    (WORDS, "frame.fiction: {en: [film, novel]", "frame.fiction: {en: [film, the]", "the", "common-word"),
    (WORDS, "frame.fiction: {en: [film, novel]", "frame.fiction: {en: [film, second]", "second", "everyday-word"),
    (WORDS, "frame.fiction: {en: [film, novel]", "frame.fiction: {en: [film, ab]", "ab]", "short-phrase"),
    (WORDS, "zh: [工作]", "zh: [工作, AIS]", "AIS", "short-latin"),
    (WORDS, "frame.fiction: {en: [film, novel]", "frame.fiction: {en: [film, off]", "off", "yaml-implicit"),
    (WORDS, "  frame.fiction:", "  frame.dance: {en: [ballet]}\n  frame.fiction:", "{en: [ballet", "unused-concept"),
    (LAW, "duty: no new permits}", "duty: no new permits, renewals: [{until: 2020-01-01}]}", "", "renewal-passed"),
    (LAW, "duty: no new permits}", "duty: no new permits, review_by: 2026-11-01}", "", "review-passed"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "at", "code"), LINTED, ids=[row[4] for row in LINTED])
def test_lint_finds_what_does_not_stop(
    changed: Change, build_rules: Build, file: str, old: str, new: str, at: str, code: str
) -> None:
    """The set loads; lint names the place and the code."""
    files = changed(file, old, new)
    text = next(text for path, text in files.items() if path.endswith(file))
    found = lint(build_rules(files), today=date(2026, 11, 23))
    places = [f"{one.line}:{one.col}" for one in found if one.code == code and one.path.endswith(file)]
    assert places
    assert not at or place_of(text, new, at) in places, "\n".join(map(str, found))


def test_a_stable_rule_asks_for_the_adopted_text(changed: Change, build_rules: Build) -> None:
    """A paragraph read in a secondary source only is an error under a stable rule, and none under others."""
    law, rule = "rules/measures/un-1718.yaml", "rules/un-dprk/overseas-workers.yaml"
    files = changed(LAW, "kind: adopted-text", "kind: secondary")
    stable = {**files, rule: files[rule].replace("status: experimental", "status: stable")}
    read = {law: stable[law].replace("kind: secondary", "kind: adopted-text")}
    today = date(2026, 11, 23)

    def unread(files: dict[str, str]) -> list[tuple[str, str]]:
        """Severity and message of the findings on a paragraph that was not read."""
        found = [one for one in lint(build_rules(files), today=today) if one.code == "not-verified"]
        return [(one.severity, one.message) for one in found if one.message.startswith("un-1718/home")]

    [(severity, message)] = unread(stable)
    assert severity == "error"
    assert "secondary source only" in message
    assert unread(files) == unread({**stable, **read}) == []


@pytest.mark.parametrize(("more", "told"), [("", True), (", background: a duty of States", False)])
def test_a_measure_without_a_rule_says_why(changed: Change, build_rules: Build, more: str, told: bool) -> None:
    """Lint names a row that no rule cites, unless the row itself says why."""
    row = f'  - {{id: extra, instrument: x, paragraph: "1", from: 2020-01-01, duty: y{more}}}\n  - id: home'
    found = lint(build_rules(changed(LAW, "  - id: home", row)), today=date(2026, 11, 23))
    assert ("uncited-measure" in {one.code for one in found}) is told


def test_a_silenced_code_is_silent(changed: Change, build_rules: Build) -> None:
    """`lint: {ignore, because}` silences one code in one file."""
    silent = "\nlint: {ignore: [few-examples], because: a fixture}\nexamples:"
    found = lint(build_rules(changed(RULE, "\nexamples:", silent)), today=date(2026, 11, 23))
    assert "few-examples" not in {one.code for one in found}
    assert "no-denied-example" in {one.code for one in found}


def test_an_edited_rule_needs_a_new_version(changed: Change, build_rules: Build, small: RuleSet) -> None:
    """Points changed under the same version fail; a raised version passes; an older one fails."""
    lock = lock_of(small)
    today = date(2026, 11, 23)

    def codes(files: dict[str, str]) -> set[str]:
        """Lint codes against the lock."""
        return {one.code for one in lint(build_rules(files), today=today, lock=lock)}

    edited = changed(RULE, "points: 26", "points: 25")
    assert "no-version-bump" in codes(edited)
    rule = "rules/un-dprk/overseas-workers.yaml"
    assert "no-version-bump" not in codes({**edited, rule: edited[rule].replace("version: 1.0.0", "version: 1.1.0")})
    assert "version-backwards" in codes({**edited, rule: edited[rule].replace("version: 1.0.0", "version: 0.9.0")})
