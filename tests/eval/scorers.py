"""Our comparison and the reference points, each as a function of two names and a schema."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, utils
from rapidfuzz.distance import JaroWinkler

from service.names.compare import compare_names
from tests.eval.pairs import Pair

EVAL_PYTHON = Path(".venv-eval/bin/python")
_LOGIC_V2 = """
import json, sys
from followthemoney import model
from nomenklatura.matching import get_algorithm
from nomenklatura.matching.types import ScoringConfig
algorithm, config = get_algorithm("logic-v2"), None
config = algorithm.default_config() if hasattr(algorithm, "default_config") else ScoringConfig.defaults()
def entity(name, schema, key):
    schema = schema if schema in ("Person", "Company", "Organization", "Vessel", "Airplane") else "LegalEntity"
    return model.get_proxy({"id": key, "schema": schema, "properties": {"name": [name]}})
for number, line in enumerate(sys.stdin):
    left, right, schema = json.loads(line)
    # Names are remembered by the entity's id, so that each pair needs ids of its own.
    one, other = entity(left, schema, f"a{number}"), entity(right, schema, f"b{number}")
    print(algorithm.compare(one, other, config).score)
"""


def scores(pairs: Sequence[Pair]) -> dict[str, list[float] | None]:
    """Scorer -> a score for each pair; None for a scorer that cannot run here."""
    flat = utils.default_process
    return {
        "flagstaff": [float(compare_names(pair.left, pair.right, pair.schema).points) for pair in pairs],
        "WRatio": [fuzz.WRatio(pair.left, pair.right, processor=flat) for pair in pairs],
        "token_sort_ratio": [fuzz.token_sort_ratio(pair.left, pair.right, processor=flat) for pair in pairs],
        "Jaro-Winkler": [JaroWinkler.similarity(pair.left, pair.right, processor=flat) for pair in pairs],
        "logic-v2": logic_v2(pairs),
    }


def logic_v2(pairs: Sequence[Pair]) -> list[float] | None:
    """Scores of nomenklatura's logic-v2 from `.venv-eval`, None where it is not installed."""
    if not EVAL_PYTHON.exists():
        return None
    lines = "\n".join(json.dumps([pair.left, pair.right, pair.schema]) for pair in pairs)
    command = [str(EVAL_PYTHON), "-c", _LOGIC_V2]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    values = [float(line) for line in done.stdout.split()]
    if len(values) != len(pairs):
        print(f"logic-v2: not run ({done.stderr.strip().splitlines()[-1:]})")
        return None
    return values
