"""The calculators as the site shows them: their forms, criteria and places."""

import gzip
import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calculators.api import CALCULATORS, describe
from scripts.bundle.build import SNAPSHOT, integrity
from scripts.pages import clause_pages
from scripts.regulations import regulations
from scripts.wording import Wording

RUNTIME = Path(__file__).resolve().parent.parent / "build" / "runtime"
# Prefixes of the messages that the browser words answers with.
WORDS = (
    "calendar.", "change.", "check.", "choice.", "consequence.", "error.", "flag.", "link.", "missing.", "outcome.",
    "output.", "profile.", "progress.", "relation.", "report.", "rows.", "share.", "status.", "table.", "unavailable.",
    "unit.", "value.", "verdict.",
)  # fmt: skip
GROUPS = ("student", "master", "applicant", "staff")


class NoRuntime(RuntimeError):
    """The browser's bundle is not built."""


@dataclass(frozen=True)
class Runtime:
    """The bundle that pages load.

    Attributes:
        name: of its folder.
        files: size in bytes and checksum of each file, by name.
        snapshot: name, size unpacked and checksum of the memory image.
        weight: megabytes that a host which compresses sends on a first visit, to one decimal.
    """

    name: str
    files: dict[str, dict]
    snapshot: dict
    weight: str


@cache
def runtime() -> Runtime:
    """The bundle as it was last built.

    Raises:
        NoRuntime: there is none.
    """
    folders = [path for path in RUNTIME.glob("*") if path.is_dir()]
    if len(folders) != 1:
        raise NoRuntime(f"{RUNTIME} holds {len(folders)} bundles, expected 1; run make build")
    [folder] = folders
    image = folder / SNAPSHOT
    files = {path.name: {"size": path.stat().st_size, "integrity": integrity(path)} for path in sorted(folder.iterdir()) if path != image}
    with gzip.open(image) as content:
        size = content.seek(0, io.SEEK_END)
    sent = sum(len(gzip.compress((folder / name).read_bytes())) for name in files) / 1e6
    return Runtime(folder.name, files, {"name": image.name, "size": size, "integrity": integrity(image)}, f"{sent:.1f}")


def grouped() -> list[tuple[str, list[str]]]:
    """Names of the calculators by who asks, each once, in the order of the registry."""
    groups: dict[str, list[str]] = {group: [] for group in GROUPS}
    for name in CALCULATORS:
        groups[describe(name)["audience"][0]].append(name)
    return [(group, names) for group, names in groups.items() if names]


def cited(name: str) -> list[str]:
    """Published clauses that an answer of the calculator may rest on, in document order."""
    known = list(clause_pages())
    return sorted(set(describe(name)["clauses"]) & set(known), key=known.index)


@cache
def resting_on() -> dict[str, list[tuple[str, str]]]:
    """For each clause, the calculators that rest on it and its institution."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in CALCULATORS:
        for clause in {figure["clause"] for figure in describe(name)["figures"]} & set(clause_pages()):
            found.setdefault(clause, []).append((name, clause.partition("-")[0]))
    return found


def page(name: str, words: Wording) -> dict:
    """What the template of a calculator's page needs beside the description."""
    said = describe(name)
    ruling = {figure["clause"] for figure in said["figures"]}
    by_institution = {code: _of(code, cited(name), ruling) for code in said["institutions"]}
    by_institution |= {code: _of(code, clauses, set(clauses)) for code, clauses in said["silent"].items()}
    dated = any(figure["from"] or figure["until"] for figure in said["figures"])
    groups = [
        {
            "title": words("calculator.criteria_of", regulation=regulations()[code].short[words.language]),
            "clauses": clauses,
            "silent": code in said["silent"],
        }
        for code, clauses in by_institution.items()
        if clauses
    ]
    return said | {
        "institutions": [] if said["anywhere"] else list(by_institution),
        # A day is worth asking for only where a figure bears one.
        "fields": [field for field in said["fields"] if dated or field["name"] != "as_of"],
        "criteria": groups,
        "clauses": cited(name),
        "external": any(figure["clause"].startswith("external") for figure in said["figures"]),
    }


def _of(code: str, clauses: list[str], ruling: set[str]) -> list[str]:
    """The published clauses of an institution that rule, in document order."""
    return [clause for clause in clauses if clause.startswith(f"{code}-") and clause in ruling & set(clause_pages())]


def condition(field: dict, outer: dict) -> dict[str, list[str]]:
    """When the form shows a field: answers by name, "" for a blank one."""
    found = {name: list(values) for name, values in outer.items()}
    for name, values in field["when"].items():
        found[name] = ["" if value is None else _token(value) for value in values]
    if field["at"]:
        found["institution"] = list(field["at"])
    return found


def _token(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def at_institutions(field: dict, choice: str) -> str:
    """The institutions whose document knows the choice, separated by spaces."""
    return " ".join(code for code, choices in field["choices_at"].items() if choice in choices)


def table_page(words: Wording, name_of: Callable[[str], str]) -> dict:
    """What the page for tables needs: calculators, labels of their columns, names of clauses."""
    from calculators import table

    from scripts.bundle.addons import built

    def label(calculator: str, path: str) -> str:
        if path == "institution":
            return words("calculator.institution")
        return words.first(f"field.{calculator}.{path}.label", f"field.{path}.label")

    return {
        "runtime": runtime(), "addons": built(), "table_calculators": list(table.CALCULATORS),
        "labels": {name: {path: label(name, path) for path in table.columns(name)} for name in table.CALCULATORS},
        "names": {clause: name_of(clause) for name in table.CALCULATORS for clause in cited(name)},
    }  # fmt: skip
