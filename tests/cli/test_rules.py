"""`flagstaff rules`: the commands of those who write rules."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from service.ruleset.load import embedded_rules_dir
from tests.cli.conftest import WORKERS, Run

REFUGEES = "North Korean refugees resettled in Seoul find work as labourers."


def test_the_shipped_rules_pass_their_examples(run: Run, tmp_path: Path) -> None:
    """Every example comes out as written, and JUnit says how many there are."""
    done = run("rules", "test", "--junit", "r.xml")
    assert done.returncode == 0, done.stdout
    assert 'failures="0"' in (tmp_path / "r.xml").read_text()


def test_lint_finds_no_error_and_names_what_is_unverified(run: Run) -> None:
    """The shipped rules lint without an error; paragraph numbers that nobody checked are notes."""
    done = run("rules", "lint", "--json")
    assert done.returncode == 0, done.stdout
    codes = {finding["code"] for finding in json.loads(done.stdout)}
    assert "not-verified" in codes


def test_lint_of_a_part_names_the_set_around_it(run: Run, tmp_path: Path) -> None:
    """A sub-folder or a file of a set has no words and no law of its own: the folder to lint is named, nothing else."""
    shutil.copytree(embedded_rules_dir(), tmp_path / "rules")
    for part in ("un-dprk", "un-dprk/luxury.yaml"):
        done = run("rules", "lint", "--rules", str(tmp_path / "rules" / part), "--json")
        (finding,) = json.loads(done.stdout)
        assert done.returncode == 1
        assert finding["code"] == "part-of-a-set"
        assert str(tmp_path / "rules") + "," in finding["message"]


def test_show_lists_rules_with_id_tags_and_status(run: Run) -> None:
    """`rules show --json` gives id, tags and status of each rule."""
    rows = json.loads(run("rules", "show", "--json").stdout)
    workers = next(row for row in rows if row["id"] == "un-dprk/overseas-workers")
    assert "measure.dprk-workers" in workers["tags"]
    assert workers["status"] == "experimental"


def test_explain_tells_what_held_and_what_lacked(run: Run) -> None:
    """Branch by branch: the nationality stood there, the movement did not."""
    done = run("rules", "explain", "un-dprk/overseas-workers", "-", "--published", "2024-05-05", stdin=REFUGEES)
    assert "yes dprk" in done.stdout
    assert "no  “sending, bringing, arriving” [labour.movement]" in done.stdout


def test_eval_counts_labelled_articles(run: Run, tmp_path: Path) -> None:
    """One labelled article that is missed is counted as missed and listed."""
    label = {"code": "dprk-workers", "expect": "alert", "quote": "refugees"}
    row = {"id": "a", "title": "", "text": REFUGEES, "published": "2024-05-05", "labels": [label]}
    (tmp_path / "l.jsonl").write_text(json.dumps(row) + "\n")
    found = json.loads(run("rules", "eval", "l.jsonl", "--json").stdout)
    assert found["articles"] == 1
    assert found["confusion"][0]["article"] == "a"


def test_diff_shows_what_a_change_loses(run: Run, tmp_path: Path) -> None:
    """A higher threshold loses an alert, and the difference says which."""
    shutil.copytree(embedded_rules_dir(), tmp_path / "new")
    rule = tmp_path / "new" / "un-dprk" / "overseas-workers.yaml"
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace("alert: 3}", "alert: 40}").replace("alert: 3,", "alert: 40,"), encoding="utf-8")
    article = {
        "id": "a",
        "text": "On Sunday 300 North Korean workers arrived in Vladivostok.",
        "published": "2024-05-05",
    }
    (tmp_path / "c.jsonl").write_text(json.dumps(article) + "\n")
    done = run("rules", "diff", str(embedded_rules_dir()), "new", "--corpus", "c.jsonl")
    assert "un-dprk/overseas-workers: alert -> review" in done.stdout
    assert "0 alerts gained, 1 lost" in done.stdout


def test_a_new_rule_is_a_draft_that_is_not_loaded(run: Run, tmp_path: Path) -> None:
    """`rules new` writes a file that `rules fmt` leaves alone and that begins as a draft."""
    assert run("rules", "new", "un-x/new-one", "--code", "dprk-workers", "--author", "me").returncode == 0
    assert "status: draft" in (tmp_path / "rules" / "un-x" / "new-one.yaml").read_text()
    assert "0 of 1 files" in run("rules", "fmt", "--check", "--rules", "rules").stdout
    assert run("rules", "new", "un-x/new-one", "--code", "dprk-workers", "--author", "me").returncode == 2


def test_a_trial_looks_at_stored_articles_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    """A draft that asks for more than the article says loses its alert; the store and the rules stay as they are."""
    run("screen", "-", "--keep", "--published", "2024-05-05", stdin=WORKERS)
    before = run("alerts", "list", "--json").stdout
    text = (embedded_rules_dir() / "un-dprk/overseas-workers.yaml").read_text()
    draft = re.sub(r"alert: \d+", "alert: 60", text)
    (tmp_path / "draft.yaml").write_text(draft)
    done = run("rules", "trial", "draft.yaml", "--json")
    told = json.loads(done.stdout)
    assert (told["rules"], told["looked_at"], told["of"]) == (["un-dprk/overseas-workers"], 1, 1)
    assert (told["alerts_gained"], told["alerts_lost"]) == (0, 1)
    assert "0 alerts gained, 1 lost" in run("rules", "trial", "draft.yaml").stdout
    assert run("alerts", "list", "--json").stdout == before


def test_a_trial_without_a_store_or_with_mistakes_says_what_to_do(run: Run, tmp_path: Path) -> None:
    """Each refusal names the place and the remedy."""
    (tmp_path / "draft.yaml").write_text("schema: rule/1\nrule: a/b\n")
    assert "screen --keep" in run("rules", "trial", "draft.yaml").stderr
    run("screen", "-", "--keep", stdin=WORKERS)
    refused = run("rules", "trial", "draft.yaml")
    assert refused.returncode == 2
    assert '<draft.yaml>:1:1: rule lacks "uid"' in refused.stderr


def test_reload_without_a_service_says_so(run: Run) -> None:
    """Where nothing listens, the address and the option are named."""
    done = run("rules", "reload", "--url", "http://127.0.0.1:9")
    assert done.returncode == 2
    assert "--url" in done.stderr


def test_files_that_are_not_there_are_named(run: Run) -> None:
    """Each command that reads a file names the one that it cannot read, with a remedy."""
    for command in (("eval", "gone.jsonl"), ("fmt", "gone.yaml")):
        done = run("rules", *command)
        assert done.returncode == 2
        assert done.stderr.startswith(f"flagstaff: {command[1]}: cannot be read"), done.stderr


def test_an_id_that_is_nearly_right_is_guessed(run: Run) -> None:
    """`show` and `explain` name the rule that may be meant."""
    assert 'did you mean "un-dprk/overseas-workers"' in run("rules", "show", "un-dprk/overseas-worker").stderr


def test_a_draft_never_cites_law_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """`new` refuses a measure that does not exist and writes nothing: such a file would stop the whole set."""
    shutil.copytree(embedded_rules_dir(), tmp_path / "rules")
    done = run("rules", "new", "un-dprk/hats", "--code", "dprk-trade-other", "--author", "me", "--law", "un-1718/no")
    assert done.returncode == 2
    assert 'measure "un-1718/no" does not exist' in done.stderr
    assert not (tmp_path / "rules" / "un-dprk" / "hats.yaml").exists()


def test_a_rule_without_examples_is_not_called_tested(run: Run, tmp_path: Path) -> None:
    """`test` says that nothing was tested where there are no examples."""
    shutil.copytree(embedded_rules_dir(), tmp_path / "rules")
    assert run("rules", "new", "un-dprk/hats", "--code", "dprk-trade-other", "--author", "me").returncode == 0
    done = run("rules", "test", "un-dprk/hats", "--rules", "rules")
    assert "none un-dprk/hats: it has no examples" in done.stdout


def test_profile_names_the_greedy_rule(run: Run) -> None:
    """Without a corpus the rules' own examples are read; the last line names the rule that costs most."""
    done = run("rules", "profile", "--most", "3")
    assert done.returncode == 0, done.stderr
    rows = done.stdout.splitlines()
    assert len(rows) == 4
    assert rows[-1].split("; ")[1].split()[0] == rows[0].split()[-1]
