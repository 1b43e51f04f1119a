"""How quickly do the pages of the desk and the reports come from a store? `python -m tests.bench.desk_bench STORE.db`.

A real server answers over loopback; each page is asked for one after the other. `load_store` makes a store to measure.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROUNDS = 20
LONG_ROUNDS = 3
"""For reports, which are made seldom."""
PAGES = (
    "/desk", "/desk/queue", "/desk/queue?sort=due_at", "/desk/queue?sort=-updated_at", "/desk/queue?assignee=ann",
    "/desk/queue?due=over", "/desk/queue?state=new", "/desk/queue?state=closed_true_match", "/desk/queue?band=review",
    "/desk/queue?severity=critical", "/desk/queue?rule=un-dprk", "/desk/queue?rule=un-haiti/arms",
    "/desk/queue?language=ko", "/desk/queue?source=source7.example", "/desk/queue?list=ofac", "/desk/queue?state=any",
    "/desk/rules", "/desk/lists", "/desk/reports", "/desk/audit", "/v1/alerts?limit=50",
)  # fmt: skip
REPORTS = (
    "/v1/reports/period.json?since={since}&until={until}",
    "/v1/reports/thresholds.json?since={since}&until={until}",
)


def main() -> None:
    """Print the median and the 95th percentile of each page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.desk_bench", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--since", default="2025-01-02", help="first day of the period report")
    parser.add_argument("--until", default="2025-01-09", help="the day after its last one")
    given = parser.parse_args()
    with served(given.store) as client:
        alert = client.get("/v1/alerts?limit=1").json()["items"][0]["id"]
        pages = [*PAGES, f"/desk/alerts/{alert}", f"/v1/alerts/{alert}/report.html"]
        for page in pages:
            measure(client, page, ROUNDS)
        for report in REPORTS:
            measure(client, report.format(since=given.since, until=given.until), LONG_ROUNDS)
        measure(client, f"/v1/alerts/{alert}/report.pdf", LONG_ROUNDS)


@contextmanager
def served(store: Path) -> Iterator[httpx.Client]:
    """A server over a store, in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("flagstaff")), "serve", "--port", str(port), "--database", str(store)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
                _wait(client)
                yield client
        finally:
            server.terminate()


def _wait(client: httpx.Client) -> None:
    """Until the server answers, at most a minute."""
    for _ in range(600):
        try:
            client.get("/health/live")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not answer within a minute")


def measure(client: httpx.Client, page: str, rounds: int) -> None:
    """Ask for a page some times and print how long it took."""
    client.get(page)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        answer = client.get(page)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    half, most = times[len(times) // 2], times[min(len(times) - 1, len(times) * 95 // 100)]
    print(
        f"  {answer.status_code} {half:9.1f} ms  p95 {most:9.1f} ms  {len(answer.content):9,} bytes  {page}", flush=True
    )


if __name__ == "__main__":
    main()
