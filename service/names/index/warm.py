"""Compile the kernels of the name index once, so that no later start waits for it."""

from __future__ import annotations


def warm() -> int:
    """Compile and keep every kernel; give the number of candidates of a small scan, which proves that they run."""
    from service.names.index.build import build_tables
    from service.names.index.scanner import Scanner

    rows, _ = Scanner(build_tables(["Example Holding"], [False])).scan("example", "Example")
    return len(rows)
