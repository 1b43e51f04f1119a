"""The screener: one article in; what did we find, how sure, and why?"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

from service.errors import ListError
from service.model.article import Article
from service.model.entity import Watchlist
from service.model.screening import Screening
from service.names.layered import change_names
from service.names.match import NameIndex, build_index, find_mentions
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate, judge
from service.ruleset.load import embedded_rules_dir, load_rules
from service.ruleset.parties import party_hits
from service.ruleset.ruleset import RuleSet
from service.ruleset.verdict import Verdict
from service.screening.explain import Explanation, explain
from service.screening.score import score
from service.screening.snapshot import Snapshot, take_snapshot
from service.text.document import read
from service.text.language import load_model
from service.version import ENGINE_VERSION
from service.watchlist.link import Parties
from service.watchlist.load import load_watchlist
from service.watchlist.starter import load_starter

PathLike = str | Path
FIRST_WORDS = "On 5 February 2024 the council of Example Holding Ltd met in Geneva. " * 6
"""What is screened once before the first article comes."""


class Screener:
    """Screens articles against one snapshot. Pure and safe to share between threads."""

    __slots__ = ("index", "parties", "rules", "snapshot")

    def __init__(self, rules: RuleSet, watchlists: Sequence[Watchlist], *, cache: PathLike | None = None) -> None:
        """Compile the names of some lists, or take them compiled from `cache`, and keep the rules beside them."""
        self.rules = rules
        rules.vocabulary.prepare()
        self.index: NameIndex = build_index(watchlists, folder=None if cache is None else Path(cache))
        self.parties = Parties(watchlists)
        self.snapshot: Snapshot = take_snapshot(rules, watchlists, engine_version=ENGINE_VERSION)

    def with_rules(self, rules: RuleSet) -> Screener:
        """The same lists with other rules; the compiled names are shared."""
        rules.vocabulary.prepare()
        other = copy(self)
        other.rules = rules
        other.snapshot = take_snapshot(rules, self.snapshot.watchlists, engine_version=ENGINE_VERSION)
        return other

    def with_lists(self, watchlists: Sequence[Watchlist], *, cache: PathLike | None = None) -> Screener:
        """The same rules with other lists: few changed names are indexed beside the others, many with them anew.

        This one stays as it is and may go on screening. `cache` is used when all names are compiled.
        """
        other = copy(self)
        changed = change_names(self.index, watchlists)
        other.index = changed or build_index(watchlists, folder=None if cache is None else Path(cache))
        other.parties = Parties(watchlists)
        other.snapshot = take_snapshot(self.rules, watchlists, engine_version=ENGINE_VERSION)
        return other

    def prepare(self) -> None:
        """Do now what the first articles would wait for, about a second: link the lists, read the language model."""
        self.parties.link_now()
        load_model()
        self.screen(Article(FIRST_WORDS))

    @classmethod
    def load(
        cls,
        rules: PathLike | Sequence[PathLike] | None = None,
        watchlists: PathLike | Sequence[PathLike] | None = None,
        *,
        cache: PathLike | None = None,
    ) -> Screener:
        """A Screener from rule folders and list files; what is not given comes from the embedded sets.

        `cache` is a folder where compiled names and rules are kept for the next start; None compiles them each time.

        Raises RuleErrors with every mistake in the rules, ListError for a list that cannot be read.
        """
        folders = _paths(rules) or [embedded_rules_dir()]
        files = _paths(watchlists)
        compiled = load_rules(folders, cache=None if cache is None else Path(cache))
        return cls(compiled, load_watchlists(files) if files else load_starter(), cache=cache)

    def screen(self, article: Article) -> Screening:
        """Everything that this article gives evidence of. The same article and snapshot give the same bytes."""
        document = read(article)
        found = find_mentions(document, self.index, near_misses=False)
        verdicts = judge(document, find_concepts(document, self.rules), found.mentions, self.rules, fired_only=True)
        hits = [hit for verdict in verdicts.fired if (hit := score(verdict)) is not None]
        hits += party_hits(document, found.mentions, hits, self.rules)
        named = {candidate.entity.id for mention in found.mentions for candidate in mention.candidates}
        provenance = replace(self.snapshot.provenance, limits_reached=(*found.limits, *verdicts.limits))
        return Screening(
            article=article,
            snapshot=self.snapshot.sha256,
            provenance=provenance,
            hits=tuple(hits),
            mentions=found.mentions,
            language=document.language,
            same_party=self.parties.of(named),
        )

    def explain(self, article: Article) -> Explanation:
        """Why the article was not flagged: the nearest rules and what each lacked, mentions below the threshold."""
        document = read(article)
        found = find_mentions(document, self.index)
        return explain(document, find_concepts(document, self.rules), found, self.rules)

    def explain_rule(self, article: Article, rule_id: str) -> Explanation:
        """Branch by branch, what of one rule held and what it lacked."""
        document = read(article)
        found = find_mentions(document, self.index)
        return explain(document, find_concepts(document, self.rules), found, self.rules, only=(rule_id,))

    def verdicts(self, article: Article) -> tuple[Verdict, ...]:
        """What every rule said, fired ones first: for measuring rules."""
        document = read(article)
        found = find_mentions(document, self.index, near_misses=False)
        return evaluate(document, find_concepts(document, self.rules), found.mentions, self.rules)


def load_watchlists(files: Sequence[Path]) -> tuple[Watchlist, ...]:
    """Read list files; two of the same name are told apart by refusing them."""
    lists = tuple(load_watchlist(file) for file in files)
    seen: dict[str, Path] = {}
    for watchlist, file in zip(lists, files, strict=True):
        if watchlist.name in seen:
            raise ListError(f"{file}: a list named {watchlist.name!r} is already read from {seen[watchlist.name]}")
        seen[watchlist.name] = file
    return lists


def _paths(given: PathLike | Sequence[PathLike] | None) -> list[Path]:
    if given is None:
        return []
    return [Path(given)] if isinstance(given, (str, Path)) else [Path(path) for path in given]
