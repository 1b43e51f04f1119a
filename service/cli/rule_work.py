"""`flagstaff rules`, for those who write them: explain, eval, diff, profile, expiring, fmt, new."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.console import EXIT_PARTLY, complain, line, print_json
from service.cli.inputs import Unreadable, read_articles, text_of
from service.cli.options import Rules, Watchlists
from service.cli.rules import Json, loaded, named_rule, rules
from service.clock import utc_now
from service.errors import InputError
from service.model.article import Article
from service.ruleset.authoring import check_law, format_text, law_of, new_rule
from service.ruleset.authoring import expiring as find_expiring
from service.ruleset.compare import compare_rules, profile_rules
from service.ruleset.evaluation import load_labelled, measure_rules
from service.ruleset.load import embedded_rules_dir
from service.ruleset.testing import example_articles
from service.settings import load_settings

if TYPE_CHECKING:
    from service.screening.screener import Screener

Corpus = Annotated[str, typer.Option("--corpus", help="Articles: a file or folder that `screen` reads.")]


@rules.command()
def explain(
    rule_id: Annotated[str, typer.Argument(help="A rule such as un-dprk/overseas-workers.")],
    file: Annotated[str, typer.Argument(help="An article, or - for standard input.")],
    folders: Rules = None,
    watchlist: Watchlists = None,
    published: Annotated[str | None, typer.Option(help="Publication date YYYY-MM-DD.")] = None,
    json: Json = False,
) -> None:
    """Tell branch by branch what of a rule held in an article, and what it lacked."""
    screener = _screener(folders, watchlist)
    named_rule(screener.rules, rule_id)
    for article in articles_at(file, published=published):
        told = screener.explain_rule(article, rule_id)
        if json:
            print_json(told.as_dict())
            continue
        for text in told.lines():
            line(text)
        for branch in told.rules[0].findings:
            for text in branch.lines(1):
                line(text)


@rules.command("eval")
def evaluate(
    file: Annotated[Path, typer.Argument(help="Labelled articles, one JSON object a line.")],
    folders: Rules = None,
    watchlist: Watchlists = None,
    json: Json = False,
) -> None:
    """Measure the rules on labelled articles: precision, recall and F1 per rule and measure, with what was confused."""
    labelled = load_labelled(file)
    screener = _screener(folders, watchlist)
    result = measure_rules(labelled, screener.verdicts, screener.rules)
    if json:
        print_json(asdict(result))
        return
    for text in result.lines():
        line(text)


@rules.command()
def diff(
    old: Annotated[Path, typer.Argument(help="Rule folder as it was.")],
    new: Annotated[Path, typer.Argument(help="Rule folder as it is to be.")],
    corpus: Corpus,
    json: Json = False,
) -> None:
    """Show which alerts a change of rules gains and loses over some articles."""
    changes = compare_rules(loaded([old]), loaded([new]), articles_at(corpus))
    if json:
        print_json([asdict(change) for change in changes])
        return
    for change in changes:
        line(str(change))
    gained = sum(change.after == "alert" for change in changes)
    lost = sum(change.before == "alert" for change in changes)
    line(f"{gained} alerts gained, {lost} lost, {len(changes)} bands differ")


@rules.command()
def profile(
    corpus: Annotated[
        str | None,
        typer.Option(help="Articles: a file or folder that `screen` reads; without, the rules' examples."),
    ] = None,
    folders: Rules = None,
    most: Annotated[int, typer.Option(min=1, help="How many rules are printed.")] = 20,
) -> None:
    """Name the rules that cost most over some articles, the greedy one first: milliseconds of processor in all."""
    ruleset = loaded(folders, drafts=corpus is None)
    articles = example_articles(ruleset) if corpus is None else articles_at(corpus)
    rows = profile_rules(ruleset, articles, time.process_time)
    for row in rows[:most]:
        line(f"{row.seconds * 1000:10.2f} ms  looked at in {row.probed:5d}, fired in {row.fired:5d}  {row.rule}")
    whole = sum(row.seconds for row in rows)
    if rows:
        share = rows[0].seconds / whole if whole else 0.0
        line(f"{whole * 1000:10.2f} ms  in all; {rows[0].rule} takes {share:.0%} of it")
    else:
        line("no rule was looked at: none of its words stand in these articles")


EXPIRING = {
    "ends": "ends by law",
    "renewal": "the last renewal seen ends ({by})",
    "review": "an amount or a licence is to be looked up again",
}


@rules.command()
def expiring(
    days: Annotated[int, typer.Option(help="Within how many days.")] = 60, folders: Rules = None, json: Json = False
) -> None:
    """List the measures to look up: what ends within some days, and what runs on a renewal or an amount that has."""
    rows = find_expiring(loaded(folders), today=utc_now().date(), within_days=days)
    if json:
        print_json([asdict(row) for row in rows])
        return
    for row in rows:
        when = f"in {row.days} days" if row.days >= 0 else f"{-row.days} days ago"
        line(f"{row.until} ({when})  {row.measure}: {EXPIRING[row.why].format(by=row.by or 'no instrument named')}")
        line(
            f"    cited by {', '.join(row.rules) or 'no rule'}; look up at {row.look_up or 'its authority'}",
            style="dim",
        )
    line(f"{len(rows)} measures")


@rules.command()
def fmt(
    files: Annotated[list[Path] | None, typer.Argument(help="Files to tidy; without, all of the rule folder.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit code 1 when something would.")] = False,
    folders: Rules = None,
) -> None:
    """Tidy rule files: white space and line ends, never their content."""
    places = folders or [embedded_rules_dir()]
    found = files or [file for folder in places for file in sorted(folder.rglob("*.yaml"))]
    untidy = 0
    for file in found:
        before = text_of(file)
        after = format_text(before, str(file))
        if after != before:
            untidy += 1
            line(f"{file}: {'would be tidied' if check else 'tidied'}")
            if not check:
                file.write_text(after, encoding="utf-8")
    line(f"{untidy} of {len(found)} files {'need' if check else 'needed'} tidying")
    if check and untidy:
        raise SystemExit(EXIT_PARTLY)


@rules.command()
def new(
    rule_id: Annotated[str, typer.Argument(help="folder/name, such as un-dprk/seafood.")],
    code: Annotated[str, typer.Option(help="Measure code of rules/measures/codes.yaml.")],
    author: Annotated[str, typer.Option(help="Who writes it.")],
    law: Annotated[
        list[str] | None, typer.Option(help="Measure that is breached; without, those that rules of this code cite.")
    ] = None,
    folder: Annotated[Path, typer.Option("--rules", help="The rule folder.")] = Path("rules"),
) -> None:
    """Begin a rule: a draft that loads as it is, with words to be replaced."""
    file = folder / f"{rule_id}.yaml"
    if file.exists():
        raise InputError(f"{file}: stands there already; choose another name")
    ruleset = loaded([folder] if (folder / "measures" / "codes.yaml").is_file() else None)
    cited = law or law_of(ruleset, code)
    check_law(ruleset, cited)
    if not cited:
        raise InputError(
            f"no rule of code {code!r} cites a measure yet; name it with --law, like un-1718/workers-2397-8"
        )
    text = new_rule(rule_id, code=code, law=cited, author=author, day=utc_now().date())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    line(f"{file}: a draft; fill it in, then `flagstaff rules test {rule_id} --rules {folder}`")


def _screener(folders: Rules, watchlist: Watchlists) -> Screener:
    """The screener of some rules and lists."""
    # Here and not above: names take long to import, and the other commands need none.
    from service.screening.screener import Screener

    return Screener.load(rules=folders, watchlists=watchlist, cache=load_settings().cache)


def articles_at(path: str, *, published: str | None = None) -> Iterator[Article]:
    """The articles at a path; what cannot be read is named and passed over."""
    for item in read_articles(path, published=published):
        if isinstance(item, Unreadable):
            complain(item)
        else:
            yield item
