"""`flagstaff screen`: every kind of input, and every kind of bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import WORKERS, Run


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_text_file_tells_its_title_and_day(run: Run, tmp_path: Path) -> None:
    """A plain text is screened with the title and the day that its own words give."""
    (tmp_path / "a.txt").write_text(f"Workers seen near port\n\nMay 5, 2024 - 10:45\n\n{WORKERS}\n", encoding="utf-8")
    done = run("screen", "a.txt", "--json")
    [screening] = lines(done.stdout)
    article = screening["article"]
    assert (article["title"], article["published"]) == ("Workers seen near port", "2024-05-05")
    assert screening["schema"] == "screening/1"
    assert screening["band"] == "alert"
    assert screening["alert_id"] is None
    assert "un-dprk/overseas-workers" in {hit["rule_id"] for hit in screening["hits"]}


def test_without_a_day_nothing_alerts(run: Run) -> None:
    """Without a publication date the law rows say so and the band is a review."""
    [screening] = lines(run("screen", "-", "--json", stdin=json.dumps({"text": "300 North Korean workers arrived in "
                            "Vladivostok to work at a building site."})).stdout)  # fmt: skip
    assert screening["band"] == "review"
    [hit] = [each for each in screening["hits"] if each["rule_id"] == "un-dprk/overseas-workers"]
    assert {row["in_force"] for row in hit["law"]} == {"date unknown"}
    assert any("date" in note for note in hit["notes"])


def test_a_broken_line_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    """Of four lines, one broken and one without text, two are screened; the exit code says partly."""
    good = json.dumps({"id": "a", "text": WORKERS, "published": "2024-05-05", "source_name": "Wire", "extra": 1})
    (tmp_path / "a.jsonl").write_text(f'{good}\n{{"text": "cut o\n\n{{"id": "b"}}\n{good.replace("a", "c", 1)}\n')
    done = run("screen", "a.jsonl", "--json")
    assert done.returncode == 1
    assert len(lines(done.stdout)) == 2
    assert lines(done.stdout)[0]["article"]["source"] == "Wire"
    assert "a.jsonl: line 2: not JSON" in done.stderr
    assert "a.jsonl: line 4: `text` is missing" in done.stderr
    assert "2 of 4 articles could not be read" in done.stderr


def test_a_broken_first_line_of_standard_input_is_only_one_line(run: Run) -> None:
    """The lines after it are screened, as in a file."""
    done = run("screen", "-", "--json", stdin=f'{{"text": "cut o\n{json.dumps({"id": "a", "text": WORKERS})}\n')
    assert done.returncode == 1
    assert [screening["article"]["id"] for screening in lines(done.stdout)] == ["a"]  # type: ignore[index]
    assert "standard input: line 1: not JSON" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x00\x01\x02\xff" * 99, "binary"),
        ("a.txt", "Привет, мир".encode("cp1251"), "UTF-8"),
        ("a.txt", b"word " * 2_100_000, "larger than"),
        ("a.jsonl", b"\n", "empty"),
        ("a.json", b'{"text": "a", "published": "2024-02-30"}', "2024-02-30"),
        ("a.json", b'{"title": "a"}', "`text` is missing"),
        ("a.json", b"[1]", "expected a JSON object"),
        ("a.json", b'{"text": 5}', "text: expected text, got int"),
        ("a.json", b"[" * 100_000, "not JSON"),
        ("a.docx", b"PK\x03\x04", "give one of"),
    ],
)
def test_what_cannot_be_read_is_refused(run: Run, tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """Empty, binary, wrongly encoded, huge and malformed files: a message with the file and the remedy, exit code 2."""
    (tmp_path / name).write_bytes(content)
    done = run("screen", name, "--json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert name in done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("screen", "missing.txt"), "missing.txt: no such file"),
        (("screen", "-", "--rules", "missing"), "missing"),
        (("rules", "show", "no/rule"), "no rule 'no/rule'"),
        (("alerts", "show", "NOTHING"), "NOTHING"),
        (("report",), "name one alert"),
        (("lists", "import", "missing.csv"), "missing.csv"),
        (("serve", "--host", "0.0.0.0"), "make an admin first"),
        (("alerts", "list", "--database", "mysql://x/y"), "not supported"),
    ],
)
def test_a_wrong_call_says_what_to_do(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """A call that cannot be carried out ends with one clear message and no traceback."""
    done = run(*arguments, stdin="{}")
    assert done.returncode != 0
    assert words in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr


def test_why_explains_what_was_not_flagged(run: Run) -> None:
    """`--why` names the nearest rule, and what it lacked, of an article that is not flagged."""
    text = "North Korean refugees resettled in Seoul find work as labourers."
    done = run("screen", "-", "--json", "--why", stdin=json.dumps({"text": text, "published": "2024-05-05"}))
    [screening] = lines(done.stdout)
    assert screening["band"] == "none"
    assert screening["why"]["rules"][0]["rule_id"].startswith("un-dprk/")


def test_a_kept_article_becomes_an_alert_and_a_report(run: Run, tmp_path: Path) -> None:
    """--keep opens one alert, once; it is listed, shown and written as a page that names the listed party."""
    record = json.dumps({"id": "a", "title": "Workers", "text": WORKERS, "published": "2024-05-05"})
    first, second = (lines(run("screen", "-", "--json", "--keep", stdin=record).stdout)[0] for _ in range(2))
    assert first["alert_id"] == second["alert_id"] is not None
    [alert] = lines(run("alerts", "list", "--json").stdout)
    assert alert["id"] == first["alert_id"]
    assert alert["band"] == "alert"
    assert alert["id"] in run("alerts", "show", alert["id"]).stdout
    assert run("report", alert["id"], "-o", "r/a.html").returncode == 0
    page = (tmp_path / "r" / "a.html").read_text(encoding="utf-8")
    assert "Paradise Harvest Trading Corporation" in page
    assert run("report", "--all", "-o", "all.html").returncode == 0
    assert (tmp_path / "all" / f"{alert['id']}.html").exists()


def test_an_imported_list_is_used_from_then_on(run: Run, tmp_path: Path) -> None:
    """After `lists import` the list stands among those in use, and its names are found."""
    counts = json.loads(run("lists", "import", "ours.csv", "--json").stdout)
    assert (counts["entities"], counts["names"]) == (2, 3)
    assert "ours" in run("lists", "show").stdout
    found = json.loads(run("lists", "find", "testovich", "--json").stdout)
    assert found[0]["primary_name"] == "Testovich Ivan"


def test_a_wrong_rule_is_named_with_its_place(run: Run, tmp_path: Path) -> None:
    """An unknown key and an unknown concept are both reported, with file, line and column, and nothing is screened."""
    folder = tmp_path / "rules" / "un-x"
    folder.mkdir(parents=True)
    (folder / "bad.yaml").write_text("schema: rule/1\nrule: un-x/bad\ncolour: red\nfind: [no.such.concept]\n")
    done = run("screen", "-", "--rules", "rules", stdin="text")
    assert done.returncode == 2
    assert "bad.yaml:3:1" in done.stderr
    assert "colour" in done.stderr
