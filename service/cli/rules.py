"""`flagstaff rules`: what is forbidden, and whether the rules say so rightly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from service.cli.app import app
from service.cli.console import EXIT_PARTLY, line, out, print_json
from service.cli.options import Rules
from service.clock import utc_now
from service.errors import NotFoundError
from service.model.law import how_read
from service.ruleset import testing
from service.ruleset.lint import lint_folders
from service.ruleset.load import embedded_rules_dir, load_rules
from service.ruleset.lock import LOCK_NAME, load_lock, lock_text
from service.ruleset.rule import Rule
from service.ruleset.ruleset import RuleSet
from service.ruleset.schema import did_you_mean
from service.settings import load_settings

rules = typer.Typer(help="The rules: test, lint, show, explain, evaluate, compare, try, reload.", no_args_is_help=True)
app.add_typer(rules, name="rules")

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Only = Annotated[list[str] | None, typer.Argument(help="Rules or regimes, such as un-dprk; without, all.")]


def loaded(folders: Rules, *, drafts: bool = False) -> RuleSet:
    """The rules of some folders, or the embedded ones; drafts are read with their examples."""
    cache = None if drafts else load_settings().cache
    return load_rules(folders or [embedded_rules_dir()], drafts=drafts, cache=cache)


def named_rule(ruleset: RuleSet, rule_id: str) -> Rule:
    """The rule of an id. Raises NotFoundError, with the id that may be meant."""
    rule = ruleset.rule(rule_id)
    if rule is None:
        meant = did_you_mean(rule_id, [one.id for one in (*ruleset.rules, *ruleset.idle)])
        raise NotFoundError(f"no rule {rule_id!r}{meant}; `flagstaff rules show` lists them")
    return rule


@rules.command("test")
def run_tests(
    only: Only = None,
    folders: Rules = None,
    json: Json = False,
    junit: Annotated[Path | None, typer.Option(help="Write the results as JUnit XML too.")] = None,
) -> None:
    """Run the examples of the rules: each must come out in the band, and with the evidence, that it names.

    Exit code 1 when an example does not, or when a known gap (`todo_`) is one no longer.
    """
    ruleset = loaded(folders, drafts=True)
    results = testing.run_examples(ruleset, tuple(only or ()))
    if junit is not None:
        junit.write_text(testing.as_junit(results), encoding="utf-8")
    for text in [testing.as_json(results)] if json else testing.lines(results):
        line(text)
    failed = sum(result.failed for result in results)
    if not json:
        tested = {result.rule for result in results}
        for rule in testing.chosen(ruleset, tuple(only or ())):
            if rule.id not in tested:
                line(f"none {rule.id}: it has no examples, so nothing was tested; write some under match and no_match")
        line(f"{len(results) - failed} of {len(results)} examples as expected")
    if failed:
        raise SystemExit(EXIT_PARTLY)


@rules.command("lint")
def run_lint(
    folders: Rules = None,
    json: Json = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print notes too, not only their number.")] = False,
    update_lock: Annotated[
        bool, typer.Option("--update-lock", help=f"Write {LOCK_NAME} for the rules as they are.")
    ] = (False),
) -> None:
    """Find what an author should mend, each finding at file:line:col with its remedy. Exit code 1 for an error."""
    places = folders or [embedded_rules_dir()]
    if update_lock:
        (places[0] / LOCK_NAME).write_text(lock_text(load_rules(places, drafts=True)), encoding="utf-8")
    found = lint_folders(places, today=utc_now().date(), lock=load_lock(places[0]))
    if json:
        print_json([one.as_dict() for one in found])
    else:
        for one in found:
            if notes or one.severity != "note":
                line(str(one))
        counts = Counter[str](one.severity for one in found)
        told = ((severity, counts[severity]) for severity in ("error", "warning", "note"))
        line(", ".join(f"{many} {severity}{'' if many == 1 else 's'}" for severity, many in told))
    if any(one.severity == "error" for one in found):
        raise SystemExit(EXIT_PARTLY)


@rules.command()
def where() -> None:
    """The folder of the shipped rules, to copy or to lay others over: `cp -r "$(flagstaff rules where)" rules`."""
    line(str(embedded_rules_dir()))


@rules.command()
def show(
    rule_id: Annotated[str | None, typer.Argument(help="A rule such as un-dprk/overseas-workers.")] = None,
    json: Json = False,
    folders: Rules = None,
) -> None:
    """The rules with title, status and tags, or one rule with its law."""
    ruleset = loaded(folders)
    if rule_id is not None:
        _show_rule(ruleset, named_rule(ruleset, rule_id), json=json)
        return
    if json:
        print_json([facts(rule) for rule in ruleset.rules])
        return
    table = Table("rule", "version", "status", "severity", "title", box=None, header_style="bold")
    for rule in ruleset.rules:
        table.add_row(rule.id, rule.version, rule.status, rule.severity, rule.title)
    out.print(table)


def facts(rule: Rule) -> dict[str, object]:
    """What tells a rule from others, as JSON."""
    return {
        "id": rule.id,
        "version": rule.version,
        "title": rule.title,
        "status": rule.status,
        "severity": rule.severity,
        "tags": list(rule.tags),
        "law": list(rule.law),
        "sha256": rule.sha256,
    }


def _show_rule(ruleset: RuleSet, rule: Rule, *, json: bool) -> None:
    law = [ruleset.measures[measure] for measure in rule.law]
    if json:
        rows = [
            {
                "id": row.id,
                "instrument": row.instrument,
                "paragraph": row.paragraph,
                "duty": row.duty,
                "from": row.from_.isoformat(),
                "to": row.to.isoformat() if row.to else None,
                "verified": row.reading.kind if row.reading else None,
                "reading": row.reading.as_dict() if row.reading else None,
                "disputed_by": list(row.disputed_by),
            }
            for row in law
        ]
        more = {"gaps": rule.gaps, "false_positives": rule.false_positives, "triage": rule.triage}
        print_json({**facts(rule), "law": rows, "description": rule.description, **more})
        return
    line(f"{rule.id} {rule.version} ({rule.status}, severity {rule.severity})", style="bold")
    line(rule.title)
    line(" ".join(rule.tags), style="dim")
    for row in law:
        checked = how_read({"reading": row.reading.as_dict() if row.reading else None})
        line(f"  {row.instrument} ¶{row.paragraph}, from {row.from_}: {row.duty} ({checked})")
    for name, texts in (("gaps", rule.gaps), ("false positives", rule.false_positives), ("triage", rule.triage)):
        for text in texts:
            line(f"  {name}: {text}")
