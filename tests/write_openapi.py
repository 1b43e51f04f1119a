"""Writes docs/openapi.json: `python -m tests.write_openapi`."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from service.web.app import create_app
from tests.standin import stand_in_service

KEPT = Path(__file__).resolve().parents[1] / "docs" / "openapi.json"


def main() -> None:
    """Write the document of the application as it is."""
    with tempfile.TemporaryDirectory() as folder:
        service = stand_in_service(f"{folder}/flagstaff.db")
        document = create_app(service).openapi()
        service.close()
    KEPT.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
