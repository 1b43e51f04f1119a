"""VERB: rules change, or are tried. A whole set is read, checked and put in use, or nothing; drafts touch no alert."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from service.errors import ConflictError, NotFoundError, RuleErrors
from service.logs import get_logger
from service.model.mention import Mention
from service.names.match import find_mentions
from service.ruleset.authored import load_authored
from service.ruleset.compare import Change
from service.ruleset.load import load_rules
from service.ruleset.lock import version_number
from service.ruleset.rule import Rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.shelf import rules_key
from service.ruleset.testing import ExampleResult, run_examples
from service.ruleset.trial import Trial, draft_trial
from service.screening.blobs import load_blobs, unpack_rules
from service.screening.screener import Screener
from service.store import articles, audit, snapshots
from service.store.database import Store
from service.store.times import iso
from service.text.document import Document, read

MOST_ARTICLES = 5_000
"""Most stored articles of one trial; the answer says from where the next goes on."""
_PAGE = 200
_VERSION = re.compile(r"^version:\s*[\"']?([^\"'\s#]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reload:
    """What became of the rules: (id, version) of those that are new, changed or gone; `warnings` for their author."""

    outcome: str
    """`in use` or `unchanged`."""
    snapshot: str
    rules_sha256: str
    added: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    """Rules that say something else under a version that was in use already; they are in use all the same."""

    def as_dict(self) -> dict[str, Any]:
        """The change as JSON."""
        rows = {
            name: [{"id": rule_id, "version": version} for rule_id, version in getattr(self, name)]
            for name in ("added", "changed", "removed")
        }
        told = {"outcome": self.outcome, "snapshot": self.snapshot, "rules_sha256": self.rules_sha256}
        return {**told, **rows, "warnings": list(self.warnings)}


class House(Protocol):
    """What the rulebook needs of the service that it belongs to."""

    @property
    def store(self) -> Store:
        """Where snapshots, articles and the audit chain are."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """The time."""

    def real_screener(self) -> Screener:
        """The screener in use."""

    def rule_folders(self) -> Sequence[Path]:
        """The rule folders of the settings, overlays last."""

    def rule_files(self) -> Mapping[str, bytes]:
        """The files of the rules in use, as a snapshot names them."""

    def exchange(self, screener: Screener, rule_files: Mapping[str, bytes], act: audit.Act) -> None:
        """Keep the snapshot, write down the act and put the screener in use, in this order."""


class Rulebook:
    """The rules of one service."""

    def __init__(self, house: House) -> None:
        """Work for one service."""
        self._house = house

    def reload(self, *, actor: str, cache: Path | None = None) -> Reload:
        """Read the rule folders again and put the whole set in use, or change nothing.

        Raises RuleErrors with every mistake; the refusal stands in the audit trail, and the rules in use stay.
        """
        screener, folders = self._house.real_screener(), self._house.rule_folders()
        key = rules_key(folders, drafts=False)
        try:
            rules = load_rules(folders, cache=cache)
        except RuleErrors as error:
            self._refused(error, actor)
            raise
        files = load_blobs(folders, [])
        if rules_key(folders, drafts=False) != key:
            raise ConflictError("the rule files changed while they were read; reload again")
        if rules.sha256 == screener.rules.sha256:
            return Reload("unchanged", screener.snapshot.sha256, rules.sha256)
        exchanged = screener.with_rules(rules)
        change = _compared(screener.rules, rules, exchanged.snapshot.sha256)
        data = {name: rows for name, rows in change.as_dict().items() if isinstance(rows, list)}
        act = audit.Act(
            actor=actor, type="rules.reloaded", subject="rules", from_=screener.rules.sha256, to=rules.sha256, data=data
        )
        self._house.exchange(exchanged, files, act)
        get_logger("rules").info("rules.exchanged", snapshot=change.snapshot, rules=len(rules.rules))
        return change

    def _refused(self, error: RuleErrors, actor: str) -> None:
        """Write down that a set was refused, with its first mistakes."""
        count = len(error.errors)
        get_logger("rules").warning("rules.refused", mistakes=count, **{"error.message": str(error.errors[0])})
        note = f"{count} mistakes; the first: {error.errors[0]}"
        in_use = self._house.real_screener().rules.sha256
        act = audit.Act(actor=actor, type="rules.refused", subject="rules", from_=in_use, note=note[:2000])
        self._house.store.transact(lambda tx: audit.append(tx, act, now=self._house.clock()))

    def run_examples(self, only: Sequence[str] = ()) -> tuple[ExampleResult, ...]:
        """What the examples of the rules in use say, read from their files: compiled rules stand without examples."""
        with TemporaryDirectory() as folder:
            rules = load_rules(unpack_rules(self._house.rule_files(), Path(folder)))
        return run_examples(rules, only)

    def test_results(self) -> list[dict[str, Any]]:
        """The same of all rules, as JSON."""
        return [one.as_dict() for one in self.run_examples()]

    def try_draft(self, text: str, *, after: str = "", limit: int = MOST_ARTICLES) -> dict[str, Any]:
        """What a draft would change over stored articles; see `service.ruleset.trial`. Nothing is kept."""
        with TemporaryDirectory() as folder:
            layers = [load_authored(each) for each in unpack_rules(self._house.rule_files(), Path(folder))]
            trial = draft_trial(layers, [("draft", text)])
        screener = self._house.real_screener()

        def mentions(document: Document) -> tuple[Mention, ...]:
            """The listed parties of an article."""
            return find_mentions(document, screener.index).mentions

        return try_over(self._house.store, trial, mentions, after=after, limit=limit)

    def versions(self, rule_id: str) -> Iterator[dict[str, Any]]:
        """Every kept version of a rule with its file, newest snapshot first."""
        with self._house.store.read() as tx:
            kept = snapshots.history(tx, f"/{rule_id}.yaml")
        for snapshot, kept_at, content in kept:
            text = content.decode("utf-8", "replace")
            found = _VERSION.search(text)
            yield {
                "id": rule_id,
                "version": found[1] if found else "",
                "snapshot": snapshot,
                "kept_at": iso(kept_at),
                "text": text,
            }

    def version(self, rule_id: str, wanted: str) -> dict[str, Any]:
        """One kept version of a rule, as it last stood. Raises NotFoundError."""
        known: dict[str, None] = {}
        for row in self.versions(rule_id):
            if row["version"] == wanted:
                return row
            known[row["version"]] = None
        told = f"kept are {', '.join(known)}" if known else "none is kept"
        raise NotFoundError(f"no version {wanted!r} of rule {rule_id!r} is kept; {told}")


def try_over(
    store: Store,
    trial: Trial,
    mentions: Callable[[Document], tuple[Mention, ...]],
    *,
    after: str = "",
    limit: int = MOST_ARTICLES,
    told: Callable[[int], object] = int,
) -> dict[str, Any]:
    """A trial over stored articles behind an id, in the order of their ids; `told` hears how many were looked at."""
    changes: list[Change] = []
    seen, last = 0, after
    with store.read() as tx:
        of = articles.count_ids(tx)
    while seen < limit:
        with store.read() as tx:
            page = articles.page(tx, after=last, limit=min(_PAGE, limit - seen))
        for kept in page:
            document = read(kept.article)
            changes += trial.look(document, mentions(document) if trial.needs_names else ())
        if not page:
            last = ""
            break
        seen, last = seen + len(page), str(page[-1].article.id)
        told(seen)
    return {
        "rules": list(trial.rules),
        "looked_at": seen,
        "of": of,
        "next": last or None,
        "alerts_gained": sum(change.gained for change in changes),
        "alerts_lost": sum(change.lost for change in changes),
        "changes": [{name: getattr(change, name) for name in change.__slots__} for change in changes],
    }


def _compared(old: RuleSet, new: RuleSet, snapshot: str) -> Reload:
    """What changes from one set to the next. Words and law are part of `rules_sha256`, not of a rule's own hash."""
    before = {rule.id: rule for rule in old.rules}
    now = {rule.id: rule for rule in new.rules}
    return Reload(
        "in use",
        snapshot,
        new.sha256,
        tuple((name, rule.version) for name, rule in now.items() if name not in before),
        tuple(
            (name, rule.version) for name, rule in now.items() if name in before and _told(rule) != _told(before[name])
        ),
        tuple((name, rule.version) for name, rule in before.items() if name not in now),
        tuple(_version_warnings(before, now)),
    )


def _version_warnings(before: Mapping[str, Rule], now: Mapping[str, Rule]) -> Iterator[str]:
    """Rules whose own content changed while the version that alerts print did not rise."""
    for name, rule in now.items():
        old = before.get(name)
        if old is None or old.sha256 == rule.sha256 or version_number(rule.version) > version_number(old.version):
            continue
        remedy = "raise its version, or alerts of two contents bear the same one"
        if rule.version == old.version:
            yield f"{name}: edited, but still version {rule.version}; {remedy}"
        else:
            yield f"{name}: edited, and version {rule.version} is older than {old.version}, which was in use; {remedy}"


def _told(rule: Rule) -> tuple[str, str]:
    """What tells a rule from another version of it: its content, and what an overlay says of it."""
    return rule.sha256, rule.note
