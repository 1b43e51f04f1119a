"""Which rules fire on an article? Candidates by their rarest words, findings, the best of them, corroboration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.model.evidence import Factor, Span, total
from service.model.mention import Mention
from service.model.screening import BAND_ORDER, Band
from service.ruleset.concepts import ConceptMatches
from service.ruleset.measures import law_rows
from service.ruleset.near import Found
from service.ruleset.opening import background
from service.ruleset.openness import left_open
from service.ruleset.reasons import exemptions_of, factors_of, marks_of, not_met, quote
from service.ruleset.rule import Finding, Near, Rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.scene import Scene
from service.ruleset.supporting import supporting
from service.ruleset.verdict import Verdict, Verdicts
from service.ruleset.vocabulary import Range
from service.ruleset.weigh import Located, Weighed, band_of, weigh
from service.text.document import Document

MOST_FINDINGS = 40
"""Most places of one rule that are weighed in one article; the first count, and the cap is reported."""
CORROBORATION = 2
"""Points of each further finding."""
MOST_CORROBORATION = 2
"""How many further findings count."""


def evaluate(
    document: Document, matches: ConceptMatches, mentions: Sequence[Mention], rules: RuleSet
) -> tuple[Verdict, ...]:
    """The verdicts on an article: fired ones first, then those whose findings did not reach the threshold."""
    verdicts = judge(document, matches, mentions, rules)
    return verdicts.fired + verdicts.near


def judge(
    document: Document,
    matches: ConceptMatches,
    mentions: Sequence[Mention],
    rules: RuleSet,
    *,
    fired_only: bool = False,
) -> Verdicts:
    """The same, apart, with the caps that were reached. `fired_only` leaves out those that came near."""
    scene = Scene(document, matches, mentions, rules)
    out: list[Verdict] = []
    for number, findings in candidates(scene).items():
        if (verdict := judge_rule(scene, rules.rules[number], findings, fired_only=fired_only)) is not None:
            out.append(verdict)
    out.sort(key=lambda verdict: (-BAND_ORDER[verdict.band], -verdict.points, verdict.rule.id))
    fired = tuple(verdict for verdict in out if verdict.fired)
    return Verdicts(fired, tuple(verdict for verdict in out if not verdict.fired), tuple(sorted(scene.limits)))


def judge_rule(scene: Scene, rule: Rule, findings: Iterable[int], *, fired_only: bool = False) -> Verdict | None:
    """The verdict of one rule by some of its findings; None where none is located (or fires)."""
    located = [at for place in sorted(set(findings)) for at in locate(scene, rule.find[place])]
    located = _not_suppressed(scene, rule, located)
    return decide_rule(scene, rule, located, fired_only=fired_only) if located else None


def candidates(scene: Scene) -> dict[int, list[int]]:
    """Rules and their findings whose needed words all stand in the article."""
    out: dict[int, list[int]] = {}
    for number, place in scene.rules.keys.candidates(scene.standing.features):
        out.setdefault(number, []).append(place)
    return out


def locate(scene: Scene, finding: Finding) -> list[Located]:
    """The places of a finding: the tightest one in each window."""
    operator = finding.part.operator
    if isinstance(operator, Near) and operator.sentences is not None:
        return _across(scene, finding)
    out: list[Located] = []
    for window in _windows(scene, finding):
        if found := scene.find(finding.part, window):
            best = min(found, key=lambda one: (one.end - one.start, one.start, one.parts))
            out.append(Located(finding, best, window))
        if len(out) >= MOST_FINDINGS:
            scene.limits.add(
                f"a finding stands in more than {MOST_FINDINGS} sentences; the first {MOST_FINDINGS} count"
            )
            break
    return out


def _across(scene: Scene, finding: Finding) -> list[Located]:
    """The places of a finding that may reach over sentences: tightest first, none in a sentence of a tighter one."""
    out: list[Located] = []
    for found in sorted(scene.find(finding.part, scene.whole), key=lambda one: (one.end - one.start, one.start)):
        window = _sentences(scene, found)
        if not any(window[0] < other.window[1] and other.window[0] < window[1] for other in out):
            out.append(Located(finding, found, window))
    return sorted(out, key=lambda one: one.found.start)[:MOST_FINDINGS]


def _windows(scene: Scene, finding: Finding) -> Sequence[Range]:
    """Where a finding is looked for: sentence by sentence, or the windows of its near."""
    part = finding.part
    if finding.sentence_bound:
        return scene.standing.sentences(part, scene.whole)
    operator = part.operator
    if isinstance(operator, Near) and operator.within == "paragraph":
        return scene.document.paragraphs
    if isinstance(operator, Near) and operator.within == "headline":
        return [(0, scene.document.title_end)]
    return [scene.whole]


def _not_suppressed(scene: Scene, rule: Rule, located: list[Located]) -> list[Located]:
    """Findings whose sentence holds nothing of `suppress_if`."""
    if not rule.suppress_if:
        return located
    return [
        at
        for at in located
        if not any(scene.find(part, scene.unit("sentence", at.found.start)) for part in rule.suppress_if)
    ]


def decide_rule(scene: Scene, rule: Rule, located: list[Located], *, fired_only: bool = False) -> Verdict | None:
    """The verdict of one rule: its best finding scores, further ones corroborate."""
    weighed = [weigh(scene, rule, at) for at in located]
    weighed.sort(key=lambda one: (-BAND_ORDER[one.band], -one.points, one.at.found.start, one.at.finding.id))
    best = weighed[0]
    if best.band == "none" and fired_only:
        return None
    further = _further(scene, best, weighed[1:]) if best.band != "none" else []
    factors = factors_of(scene, rule, best)
    if rule.max is None:
        factors += tuple(
            Factor("corroboration", CORROBORATION, "a further sentence tells of it", (quote(scene, one.at.found),))
            for one in _lifting(best, further)[:MOST_CORROBORATION]
        )
    told_as = tuple(background(scene, best, further)) if best.band != "none" else ()
    band, notes = _settled(scene, rule, (best, further, total(factors)), total(told_as))
    factors += told_as
    points = total(factors)
    if band == "none" and fired_only:
        return None
    return Verdict(
        rule,
        band,
        points,
        best.at.finding.id,
        factors,
        _evidence(scene, rule, band, [best, *further]),
        law_rows(best.at.law(rule), scene.rules.measures, best.event.last),
        marks_of(scene, rule, best),
        exemptions_of(scene, best),
        not_met(rule, best, located),
        notes + ((rule.note,) if rule.note else ()),
        best.said_by,
        _entities(scene, best),
    )


def _lifting(best: Weighed, further: list[Weighed]) -> list[Weighed]:
    """Those of further findings that add points: to a finding with a bound only such without one."""
    return further if best.at.finding.max is None else [one for one in further if one.at.finding.max is None]


def _settled(
    scene: Scene, rule: Rule, weighed: tuple[Weighed, list[Weighed], int], aside: int
) -> tuple[Band, tuple[str, ...]]:
    """The band that further sentences, the place in the article (`aside`) and what is left open make of it, and why."""
    best, further, points = weighed
    band, notes = best.band, best.notes
    if further and not notes and band == "review" and points + aside >= rule.alert:
        band = "alert"
    elif not any(cue.kind == "denied" for cue in best.cues):  # what is denied is never cleared by points
        band = min(band, band_of(rule, points + aside), key=BAND_ORDER.__getitem__)
    if band == "alert" and (why := left_open(scene, rule, best, (points, bool(further)))) is not None:
        return "review", (*notes, why)
    return band, notes


def _further(scene: Scene, best: Weighed, others: list[Weighed]) -> list[Weighed]:
    """Further findings that hold by themselves, one per other sentence; what is only planned supports nothing."""
    seen = {scene.unit("sentence", best.at.found.start)}
    out: list[Weighed] = []
    for one in others:
        sentence = scene.unit("sentence", one.at.found.start)
        if one.band != "none" and one.concrete and sentence not in seen:
            seen.add(sentence)
            out.append(one)
    return out


def _evidence(scene: Scene, rule: Rule, band: Band, proving: Sequence[Weighed]) -> tuple[Span, ...]:
    """The sentences that prove a verdict, best first; behind them, where it fired, those that give particulars."""
    ranges = [_sentences(scene, one.at.found) for one in proving]
    if band != "none":
        ranges += supporting(scene, rule, ranges)
    return tuple(scene.span(*one) for one in ranges)


def _sentences(scene: Scene, found: Found) -> Range:
    """The sentence, or sentences, that a finding lies in."""
    first = scene.unit("sentence", found.start)
    last = scene.unit("sentence", max(found.end - 1, found.start))
    return first[0], max(first[1], last[1])


def _entities(scene: Scene, best: Weighed) -> tuple[str, ...]:
    """Listed parties that stand in the finding's sentence."""
    sentence = scene.unit("sentence", best.at.found.start)
    ids = [
        party.mention.candidates[0].entity.id
        for party in scene.parties
        if sentence[0] <= party.start and party.end <= sentence[1]
    ]
    return tuple(dict.fromkeys(ids))
