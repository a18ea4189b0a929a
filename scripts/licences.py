"""What others wrote and we ship: names, versions as locked, licences and their texts."""

import json
import re
import sysconfig
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import files
from pathlib import Path

from scripts.regulations import DATA

ROOT = DATA.parent.parent


class UnknownVersion(LookupError):
    """A shipped package is in no lock file."""


@dataclass(frozen=True)
class Shipped:
    """One work of others that a reader's browser receives."""

    name: str
    version: str
    licence: str
    home: str
    text: str
    use: str


@cache
def shipped() -> tuple[Shipped, ...]:
    """All of them in the order of the list."""
    entries = tomllib.loads((DATA / "licences.toml").read_text("utf-8"))["shipped"]
    return tuple(Shipped(**entry | {"version": _locked(entry["version"])}) for entry in entries)


def write_texts(path: Path) -> None:
    """Write the licences' own texts, as the licences ask for, into one file."""
    parts = [f"{each.name} {each.version} ({each.licence})\n{each.home}\n\n{_text(each.text)}".rstrip() for each in shipped()]
    path.write_text(f"\n\n{'=' * 72}\n\n".join(parts) + "\n", "utf-8")


def _locked(version: str) -> str:
    """The version that is installed from the lock files.

    Raises:
        UnknownVersion: neither lock file has the package.
    """
    kind, _, package = version.partition(":")
    if kind == "npm":
        packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
        entry = packages.get(f"node_modules/{package}")
        found = entry and entry["version"]
    elif kind == "python":
        line = re.search(rf"^{re.escape(package)}==(\S+)", (ROOT / "requirements.lock").read_text("utf-8"), flags=re.MULTILINE)
        found = line and line[1]
    else:
        found = version
    if not found:
        raise UnknownVersion(f"{package} is in no lock file; look in docs/data/licences.toml")
    return found


def _text(place: str) -> str:
    kind, _, rest = place.partition(":")
    if kind == "stdlib":
        return (Path(sysconfig.get_path("stdlib")) / rest).read_text("utf-8")
    if kind == "package":
        [licence] = [path for path in files(rest) or () if path.name == "LICENSE" and path.parts[0].endswith(".dist-info")]
        return licence.read_text("utf-8")
    return (ROOT / place).read_text("utf-8") if place else ""
