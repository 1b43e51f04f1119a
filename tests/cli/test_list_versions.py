"""Versions of lists on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

TABLE = "id,name,listed on\n" + "".join(f"{number},Person Number{number},2020-01-01\n" for number in range(20))


def test_the_life_of_a_list(run: Run, tmp_path: Path) -> None:
    """Import, a refused version, an overridden one, their difference, and the way back."""
    (tmp_path / "staff.csv").write_text(TABLE)
    assert run("lists", "import", "staff.csv").returncode == 0
    (tmp_path / "half.csv").write_text("\n".join(TABLE.splitlines()[:11]))
    refused = run("lists", "import", "half.csv", "--name", "staff")
    assert refused.returncode == 2
    assert "50% fewer" in refused.stderr
    assert "--reason" in run("lists", "import", "half.csv", "--name", "staff", "--override").stderr
    taken = run("lists", "import", "half.csv", "--name", "staff", "--override", "--reason", "split", "--json")
    assert json.loads(taken.stdout)["outcome"] == "in use"
    newest, oldest = json.loads(run("lists", "history", "staff", "--json").stdout)
    assert (newest["entities"], newest["active"], oldest["entities"]) == (10, True, 20)
    said = run("lists", "diff", f"staff@{oldest['version']}", "staff").stdout
    assert "0 added, 10 removed, 0 changed" in said
    assert "- staff-15 Person Number15" in said
    assert json.loads(run("lists", "diff", "staff.csv", "half.csv", "--json").stdout)["counts"]["removed"] == 10
    assert "--reason" in run("lists", "rollback", "staff").stderr
    back = json.loads(run("lists", "rollback", "staff", "--reason", "wrong", "--json").stdout)
    assert back["sha256"] == oldest["sha256"]
    assert run("lists", "export", "staff", "-o", "out.json").returncode == 0
    assert len((tmp_path / "out.json").read_text().splitlines()) == 40
    assert "0 added, 0 removed" in run("lists", "diff", "staff", "out.json").stdout
    assert "in use" in run("lists", "history").stdout


def test_the_import_report_and_a_date_from_outside(run: Run, tmp_path: Path) -> None:
    """Names by kind, quality and script; OFAC's CSV names no date and is refused until one is given."""
    rows = [f'{number},"BRIVETTO, Aldo{number}","individual","DPRK3"{",-0- " * 8}' for number in range(901, 921)]
    (tmp_path / "sdn.csv").write_text("\n".join(rows) + "\n\x1a")
    undated = run("lists", "import", "sdn.csv")
    assert "by kind: primary 20" in undated.stdout
    assert "by script: Latin 20" in undated.stdout
    assert undated.returncode == 2
    assert "`--date YYYY-MM-DD`" in undated.stderr
    taken = run("lists", "import", "sdn.csv", "--override", "--reason", "of no known day")
    assert (taken.returncode, taken.stderr) == (0, "")
    (tmp_path / "sdn.csv").write_text("\n".join([*rows, rows[0].replace("901", "999")]) + "\n\x1a")
    assert run("lists", "import", "sdn.csv", "--date", "2024-05-02").stderr == ""
    assert "0 added" in run("lists", "diff", "ofac@2024-05-02", "ofac").stdout
    assert "kept are" in run("lists", "diff", "ofac@1999-01-01", "ofac").stderr


def test_columns_are_mapped_on_the_command_line(run: Run, tmp_path: Path) -> None:
    """A table with headings of its own is read with `--column`; a field that is none is told."""
    (tmp_path / "staff.csv").write_text("Wer;Land\nAldo Brivetto;Russia\n")
    assert "`--column name=HEADING`" in run("lists", "import", "staff.csv").stderr
    assert run("lists", "import", "staff.csv", "--column", "name=Wer", "--column", "countries=Land").returncode == 0
    assert "fields are name" in run("lists", "import", "staff.csv", "--column", "wer=Wer").stderr


def test_screening_as_of_a_day(run: Run, tmp_path: Path) -> None:
    """Before its listing a party is not found; the screening names the list with the day."""
    (tmp_path / "ours.csv").write_text(
        "name,type,country,listed on\nParadise Harvest Trading Corporation,company,KP,2024-03-01\n"
    )
    text = "They were hired by Paradise Harvest Trading Corporation."
    found = {}
    for day in ("2024-02-28", "2024-03-01"):
        screening = json.loads(run("screen", "-", "--json", "--as-of", day, stdin=text).stdout)
        found[day] = len(screening["mentions"])
        assert day in screening["provenance"]["lists"][0]["version"]
    assert found == {"2024-02-28": 0, "2024-03-01": 1}
    assert "calendar" in run("screen", "-", "--as-of", "yesterday", stdin=text).stderr
