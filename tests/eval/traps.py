"""The traps: one-line texts with the expected band, measures and entities. Run: make eval-traps."""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from pathlib import Path

from service.model.article import Article
from service.model.screening import Screening
from service.ruleset.load import embedded_rules_dir
from service.screening.screener import Screener
from tests.eval.data import data_folder

REVIEW_LISTED = {"T05", "T06", "T08", "T19", "T26", "T27"}
"""Cases that are judged with mentions of the UN and OFAC lists set to `review`."""


def screener_with_lists_on_review(folder: Path) -> Screener:
    """The embedded rules with the party policy of the UN and OFAC lists set to `review`."""
    rules = folder / "rules"
    shutil.copytree(embedded_rules_dir(), rules)
    policy = rules / "parties.yaml"
    lines = policy.read_text(encoding="utf-8").splitlines()
    changed = [
        line.split(":")[0] + ": review" if line.strip().split(":")[0] in ("un", "ofac") else line for line in lines
    ]
    policy.write_text("\n".join(changed) + "\n", encoding="utf-8")
    return Screener.load(rules=rules)


def faults(case: dict[str, str], screening: Screening) -> list[str]:
    """What differs from the columns of the case; empty when it behaves."""
    found: list[str] = []
    if screening.band not in case["expect_band"].split("|"):
        found.append(f"band {screening.band}, expected {case['expect_band']}")
    codes = {tag.removeprefix("measure.") for hit in screening.hits for tag in hit.tags if tag.startswith("measure.")}
    expected = {code for code in case["expect_codes"].split(";") if code}
    if screening.band != "none" and "none" not in case["expect_band"] and expected and not expected & codes:
        found.append(f"measures {sorted(codes)}, expected one of {sorted(expected)}")
    entities = {candidate.entity.id for mention in screening.mentions for candidate in mention.candidates}
    missing = {entity for entity in case["expect_entity_ids"].split(";") if entity} - entities
    if missing:
        found.append(f"entities {sorted(entities)}, expected {sorted(missing)}")
    return found


def main() -> int:
    """Print each case that does not behave; exit code 1 when a case of the first kind does not."""
    with (data_folder() / "traps.csv").open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    plain = Screener.load()
    with tempfile.TemporaryDirectory() as folder:
        reviewing = screener_with_lists_on_review(Path(folder))
    right = 0
    for case in cases:
        screener = reviewing if case["case_id"] in REVIEW_LISTED else plain
        wrong = faults(case, screener.screen(Article(text=case["text"], published=case["published"])))
        right += not wrong
        if wrong:
            print(f"{case['case_id']} (kind {case['issue']}): {'; '.join(wrong)}\n    {case['text']}")
    print(f"{right} of {len(cases)} traps behave")
    return 0 if right == len(cases) else 1


if __name__ == "__main__":
    sys.exit(main())
