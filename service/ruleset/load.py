"""How does a folder of files become a RuleSet? Read, checked and compiled whole: all mistakes at once, or a set."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from service.errors import RuleError, RuleErrors
from service.ruleset import shelf
from service.ruleset.authored import Authored, load_authored
from service.ruleset.compile import Surroundings, canonical_sha256, compile_rule
from service.ruleset.files import FILES
from service.ruleset.keyed import find_keys
from service.ruleset.measures import Measure, read_measures
from service.ruleset.overlay import lay_over
from service.ruleset.parts import Features, number
from service.ruleset.patterns import pattern_fault
from service.ruleset.rule import Rule
from service.ruleset.ruleset import Pack, PartyPolicy, RuleSet
from service.ruleset.schema import did_you_mean
from service.ruleset.source import Node
from service.ruleset.terms import Terms, read_terms, spoken
from service.ruleset.vocabulary import Vocabulary, collect

ACTIVE = ("experimental", "stable", "deprecated")
"""Statuses of rules that are evaluated."""
WARNINGS = frozenset({"unused-define"})
"""Codes of mistakes that lint reports and that do not stop the set."""


def embedded_rules_dir() -> Path:
    """The rules that ship with the product: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_rules(paths: Sequence[Path] | None = None, *, drafts: bool = False, cache: Path | None = None) -> RuleSet:
    """Load and compile rule folders (the embedded one by default); later ones lie over the first.

    Raises RuleErrors with every mistake of the whole set. `drafts` also evaluates drafts, for tests. `cache` is a
    folder where the compiled set is kept for the next start; a set from there stands without its authored files.
    """
    folders = [Path(path) for path in paths] if paths else [embedded_rules_dir()]
    with _uncollected():
        if cache is None or not all(folder.exists() for folder in folders):
            return compile_rules([load_authored(folder) for folder in folders], drafts=drafts)
        key = shelf.rules_key(folders, drafts=drafts)
        rules = shelf.take(cache, key)
        if rules is None:
            rules = compile_rules([load_authored(folder) for folder in folders], drafts=drafts)
            shelf.put(cache, key, rules)
        return rules


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: millions of small lasting objects would be walked again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def compile_rules(layers: Sequence[Authored], *, drafts: bool = False) -> RuleSet:
    """Compile checked files; raises RuleErrors with every mistake."""
    errors = [error for layer in layers for error in layer.errors]
    base = layers[0]
    merged, notes = lay_over(base, layers[1:], errors) if len(layers) > 1 else (base, {})
    features = Features()
    _concepts(merged.of("concepts/1"), features, errors, layered=len(layers) > 1)
    _places(merged.of("places/1"), features, errors)
    cues = _cues(merged.of("stance/1"), features, errors)
    measures = _measures(merged.of("measures/1"), errors)
    shared = {name.text(): file for file in merged.of("define/1") if (name := file.get("name")) is not None}
    around = Surroundings(features, shared, frozenset(measures))
    rules = [compile_rule(node, around, errors) for node in merged.of("rule/1")]
    rules = [replace(rule, note=_note(rule, notes.get(rule.id, ""))) for rule in rules]
    _check_unique(rules, errors)
    _check_patterns(features, errors)
    warnings = [error for error in errors if error.code in WARNINGS]
    if fatal := [error for error in errors if error.code not in WARNINGS]:
        raise RuleErrors(in_file_order(fatal))
    active = tuple(
        sorted(
            (rule for rule in rules if rule.status in ACTIVE or (drafts and rule.status == "draft")),
            key=lambda rule: rule.id,
        )
    )
    return RuleSet(
        active,
        _sha256(merged, {id(rule.source): rule.sha256 for rule in rules}),
        Vocabulary(collect(features.terms)),
        tuple(features.labels),
        features.concepts,
        features.places,
        cues,
        measures,
        {code: text.text() for file in merged.of("codes/1") for code, text in _entries(file, "codes")},
        _parties(merged.of("parties/1")),
        tuple(_pack(node) for node in merged.of("pack/1")),
        _idle(rules, active),
        find_keys(active),
        tuple(node for form in FILES for node in merged.of(form)),
        tuple(in_file_order(warnings)),
    )


def _note(rule: Rule, changed: str) -> str:
    """What every hit of a rule says: what an overlay changed, and that it is on its way out."""
    heirs = ", ".join(other for kind, other in rule.related if kind == "replaced-by")
    leaving = "this rule is deprecated" + (f"; replaced by {heirs}" if heirs else "")
    return "; ".join(text for text in (changed, leaving if rule.status == "deprecated" else "") if text)


def in_file_order(errors: Iterable[RuleError]) -> list[RuleError]:
    """Each mistake once (a shared definition is compiled for every rule that uses it), in file order."""
    once = {str(error): error for error in errors}.values()
    return sorted(once, key=lambda error: (error.path, error.line, error.col, error.message))


def _idle(rules: Sequence[Rule], active: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that are not evaluated."""
    names = {rule.id for rule in active}
    return tuple(rule for rule in rules if rule.id not in names)


def _entries(node: Node, key: str) -> list[tuple[str, Node]]:
    """A key's entries."""
    found = node.get(key)
    return found.items() if found is not None else []


def _concepts(files: Iterable[Node], features: Features, errors: list[RuleError], *, layered: bool) -> None:
    """Number all concepts, each with the words of those it includes."""
    nodes: dict[str, Node] = {}
    own: dict[str, Terms] = {}
    for file in files:
        for name, node in _entries(file, "concepts"):
            terms = read_terms(node, errors)
            if name in nodes and not layered:
                first = nodes[name]
                message = f'concept "{name}" also stands in {first.path}:{first.line}; merge the two'
                errors.append(node.key_error(message, code="duplicate-concept"))
            before = own.get(name, Terms())
            own[name] = Terms(before.variants + terms.variants, before.patterns + terms.patterns)
            nodes.setdefault(name, node)
    for name in nodes:
        chain = _included(name, nodes, errors)
        variants = tuple(dict.fromkeys(variant for one in chain for variant in own[one].variants))
        features.concepts[name] = features.add(
            Terms(variants, tuple(pattern for one in chain for pattern in own[one].patterns)), spoken(name, nodes[name])
        )


def _included(name: str, nodes: Mapping[str, Node], errors: list[RuleError]) -> list[str]:
    """A concept and all that it includes, in order; circles and unknown names are mistakes."""
    out: list[str] = [name]
    trail: list[tuple[str, tuple[str, ...]]] = [(name, (name,))]
    while trail:
        current, path = trail.pop()
        included = nodes[current].get("includes")
        for element in included.elements() if included is not None else ():
            target = element.text()
            if target in path:
                circle = " -> ".join([*path[path.index(target) :], target])
                if name == target:
                    errors.append(element.error(f"concepts include each other: {circle}", code="concept-cycle"))
            elif target not in nodes:
                if current == name:
                    message = f'concept "{target}" is not defined{did_you_mean(target, nodes)}'
                    errors.append(element.error(message, code="unknown-concept"))
            elif target not in out:
                out.append(target)
                trail.append((target, (*path, target)))
    return out


def _places(files: Iterable[Node], features: Features, errors: list[RuleError]) -> None:
    """Number all place words by country and kind."""
    terms: dict[tuple[str, str], Terms] = {}
    for file in files:
        for country, kinds in _entries(file, "places"):
            for kind, node in kinds.items():
                before = terms.get((country, kind), Terms())
                found = read_terms(node, errors)
                terms[country, kind] = Terms(before.variants + found.variants, before.patterns + found.patterns)
    for key, found in terms.items():
        features.places[features.add(found, f"a place of {key[0]}")] = key


def _cues(files: Iterable[Node], features: Features, errors: list[RuleError]) -> dict[int, tuple[str, str]]:
    """Number all stance cues by what they mean and where they stand, over all languages."""
    terms: dict[tuple[str, str], list[Terms]] = {}
    for file in files:
        language = file.get("language")
        code = language.text() if language is not None else "any"
        for stance, sides in _entries(file, "cues"):
            listing = [("any", sides)] if isinstance(sides.value, list) else sides.items()
            for side, node in listing:
                terms.setdefault((stance, side), []).append(_cue_terms(node, code, errors))
        for name in ("pseudo", "stop", "aside"):
            if (node_ := file.get(name)) is not None:
                terms.setdefault((name, ""), []).append(_cue_terms(node_, code, errors))
        for speaker, node in _entries(file, "said_by"):
            terms.setdefault(("said_by", speaker), []).append(_cue_terms(node, code, errors))
    out: dict[int, tuple[str, str]] = {}
    for key, found in terms.items():
        joined = Terms(
            tuple(variant for one in found for variant in one.variants),
            tuple(pattern for one in found for pattern in one.patterns),
        )
        out[features.add(joined, " ".join(key))] = key
    return out


def _cue_terms(node: Node, language: str, errors: list[RuleError]) -> Terms:
    """The words of a cue in its file's language."""
    return read_terms(Node({language: node}, node.path, node.line, node.col), errors)


def _measures(files: Iterable[Node], errors: list[RuleError]) -> dict[str, Measure]:
    """All measures by id."""
    out: dict[str, Measure] = {}
    for file in files:
        for measure in read_measures(file):
            if measure.id in out and measure.at is not None:
                message = f'measure "{measure.id}" stands twice; ids are unique in a regime'
                errors.append(measure.at.error(message, code="duplicate-measure"))
            out[measure.id] = measure
    return out


def _check_unique(rules: Sequence[Rule], errors: list[RuleError]) -> None:
    """Rule ids and uids differ; the id is folder/file."""
    seen: dict[str, str] = {}
    for rule in rules:
        node = rule.source
        if node is None:
            continue
        for key, value in (("rule", rule.id), ("uid", rule.uid)):
            at = node.get(key) or node
            if value and value in seen:
                errors.append(at.error(f'{key} "{value}" is also used in {seen[value]}', code="duplicate-rule"))
            seen[value] = node.path
        if not node.path.replace("\\", "/").endswith(f"{rule.id}.yaml") and not node.path.startswith("<"):
            message = f'rule "{rule.id}" must stand in {rule.id}.yaml, not in {node.path}'
            errors.append((node.get("rule") or node).error(message, code="rule-path"))


def _check_patterns(features: Features, errors: list[RuleError]) -> None:
    """Every regular expression is RE2 and holds a literal word."""
    for terms in features.terms:
        for pattern in terms.patterns:
            if fault := pattern_fault(pattern.source):
                errors.append(pattern.at.error(fault, code="regex"))


def _parties(files: Sequence[Node]) -> PartyPolicy:
    """The party policy; without a file, public lists are only mentioned and own lists alert."""
    if not files:
        return PartyPolicy()
    node = files[-1]
    lists = tuple((name, value.text()) for name, value in _entries(node, "lists"))
    default, custom = node.get("default"), node.get("custom")
    score = number(node.get("min_score"))
    policy = PartyPolicy(default.text() if default else "mention_only", custom.text() if custom else "alert", lists)
    return policy if score is None else replace(policy, min_score=score)


def _pack(node: Node) -> Pack:
    """One pack."""
    name, title, version, authority, review = (
        found.text() if (found := node.get(key)) else ""
        for key in ("pack", "title", "version", "authority", "review_by")
    )
    return Pack(name, title, version, authority, review)


def _sha256(files: Authored, known: Mapping[int, str]) -> str:
    """Hash of the whole set: of every file's content, in the order of their paths."""
    rows = sorted(
        (node.path, known.get(id(node)) or canonical_sha256(node)) for nodes in files.files.values() for node in nodes
    )
    # Paths decide the order only: the same rules under another folder name are the same set.
    return hashlib.sha256("\n".join(sha for _, sha in rows).encode()).hexdigest()
