"""How far an imported document agrees with a segmentation made by hand."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.importer.letters import BACK

FOLD = str.maketrans({**BACK, "ё": "е", "ӛ": "ө", "Ӛ": "Ө"})
EDGE = 25
LENGTHS = 0.02


def folded(text: str) -> str:
    """Letters and digits only, look-alikes made one."""
    return re.sub(r"[\W_]+", "", text.translate(FOLD).casefold()).translate(FOLD)


@dataclass(frozen=True)
class Agreement:
    """Shares of entries that have the same id and boundaries, and what differs."""

    printed: float
    all: float
    differences: list[str]


def agree(wanted: Path, entries: Iterable) -> Agreement:
    """Compare with a JSON file of the shape of the importer's own."""
    ours = {entry.id: folded(entry.text) for entry in entries}
    reference = [entry for chapter in json.loads(wanted.read_text("utf-8"))["chapters"] for entry in chapter["clauses"]]
    differences, met = [], []
    for entry in reference:
        theirs, mine = folded(entry["text_kk"]), ours.get(entry["id"])
        same = mine is not None and mine[:EDGE] == theirs[:EDGE] and mine[-EDGE:] == theirs[-EDGE:]
        same = same and abs(len(mine) - len(theirs)) <= max(2, LENGTHS * len(theirs))
        met.append((entry["numbering"] == "source", same))
        if not same:
            what = "missing" if mine is None else f"{mine[:EDGE]}…{mine[-EDGE:]} {len(mine)} for {theirs[:EDGE]}…{theirs[-EDGE:]} {len(theirs)}"
            differences.append(f"{entry['id']} ({entry['numbering']}): {what}")
    surplus = sorted(set(ours) - {entry["id"] for entry in reference})
    differences += [f"{each}: not in the reference" for each in surplus]
    printed = [same for source, same in met if source]
    return Agreement(sum(printed) / max(1, len(printed)), sum(same for _, same in met) / len(met), differences)
