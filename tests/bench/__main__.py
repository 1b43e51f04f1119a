"""`python -m tests.bench`: speed and memory, each figure beside a baseline of the same run.

`--quick` measures the name index with 50,000 names and the whole screen only.
`--large` adds 500,000 and 5,000,000 names (some minutes and 8 GB of memory).
"""

from __future__ import annotations

import argparse

from tests.bench import change_bench, index_bench, screen_bench


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="50,000 names and the whole screen only")
    parser.add_argument("--large", action="store_true", help="also 500,000 and 5,000,000 names")
    given = parser.parse_args()
    sizes = [50_000, *([500_000, 5_000_000] if given.large else [])]
    for size in sizes:
        index_bench.run(size)
        change_bench.run(size)
    index_bench.extremes()
    screen_bench.run()
    if not given.quick:
        from tests.bench import rules_bench

        rules_bench.run()


if __name__ == "__main__":
    main()
