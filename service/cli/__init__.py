"""The door for a terminal."""


def main() -> None:
    """Run the `flagstaff` command."""
    raise SystemExit("not built yet")
