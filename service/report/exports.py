"""Alerts for other programs: Parquet, with a column for each column of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from service.errors import MissingExtraError
from service.report.table import COLUMNS, row

AT_ONCE = 1000
"""Alerts in one row group; memory stays bounded by it."""
REMEDY = "Parquet needs the extra flagstaff[parquet]; CSV and NDJSON hold the same alerts without it"


def write_parquet(alerts: Iterable[Mapping[str, Any]], path: Path) -> int:
    """Write the table of alerts as Parquet; returns how many. Cells are as in the source, since none is a formula here.

    Raises MissingExtraError where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError(f"{REMEDY} ({error})") from None
    schema = pa.schema([(name, pa.int64() if name == "points" else pa.string()) for name in COLUMNS])
    written = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for some in _batches(alerts):
            writer.write_table(pa.Table.from_pylist(some, schema=schema))
            written += len(some)
    return written


def _batches(alerts: Iterable[Mapping[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The cells by column, some alerts at a time."""
    rows = ({**dict(zip(COLUMNS, row(alert), strict=True)), "points": alert["points"]} for alert in alerts)
    while some := list(islice(rows, AT_ONCE)):
        yield some
