"""The container and the unit file say what they promise."""

from __future__ import annotations

import configparser
import re
import shlex
from pathlib import Path

import yaml

from service.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
DOCKER = ROOT / "docker"


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, rest), continued lines joined."""
    text = re.sub(r"\\\n\s*", " ", (DOCKER / "Dockerfile").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def test_the_container_is_not_root_and_checks_its_health() -> None:
    """The last user is a number that is not 0, set before the entry point; the check asks /health/ready."""
    found = instructions()
    names = [name for name, _ in found]
    last_user = [rest for name, rest in found if name == "USER"][-1]
    assert last_user.isdigit()
    assert int(last_user) > 0
    assert names.index("USER") < names.index("ENTRYPOINT")
    check = next(rest for name, rest in found if name == "HEALTHCHECK")
    assert "/health/ready" in check
    assert "curl" not in check


def test_every_file_that_is_copied_is_there_and_not_ignored() -> None:
    """COPY names files of the repository, and the ignore file lets exactly them through."""
    ignore = (DOCKER / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    allowed = {line[1:] for line in ignore if line.startswith("!")}
    copied = {
        name
        for kind, rest in instructions()
        if kind == "COPY" and not rest.startswith("--from")
        for name in shlex.split(rest)[:-1]
    }
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)


def test_every_setting_of_the_container_and_the_unit_exists() -> None:
    """No FLAGSTAFF_ variable is set that the settings do not know."""
    known = {f"FLAGSTAFF_{name.upper()}" for name in Settings.model_fields}
    for name in ("Dockerfile", "compose.yaml", "flagstaff.service"):
        used = set(re.findall(r"\bFLAGSTAFF_[A-Z_]+\b", (DOCKER / name).read_text(encoding="utf-8")))
        assert used
        assert used <= known, f"{name}: {sorted(used - known)}"


def test_compose_runs_with_a_read_only_root_and_no_capabilities() -> None:
    """The service writes only to its volume and /tmp, and is published on loopback only."""
    compose = yaml.safe_load((DOCKER / "compose.yaml").read_text(encoding="utf-8"))
    flagstaff = compose["services"]["flagstaff"]
    assert flagstaff["read_only"] is True
    assert flagstaff["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in flagstaff["security_opt"]
    assert all(port.startswith("127.0.0.1:") for port in flagstaff["ports"])
    assert compose["services"]["postgres"]["profiles"] == ["postgres"]
    used = {volume.split(":")[0] for name in compose["services"] for volume in compose["services"][name]["volumes"]}
    assert used == set(compose["volumes"])


def test_the_unit_is_hardened() -> None:
    """The unit reads as a unit, has no root user, and closes what the service does not need."""
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read_string((DOCKER / "flagstaff.service").read_text(encoding="utf-8"))
    service = unit["Service"]
    assert service["DynamicUser"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == ""
    assert service["ExecStart"].endswith("flagstaff serve")
