"""The institutions' own Kazakh text, when the operator of a site has it."""

import json
from pathlib import Path


class OfficialError(ValueError):
    """The folder holds no text that fits the site's clauses."""


def official_texts(folder: Path) -> dict[str, str]:
    """Official Kazakh text of every clause by id, from the folder's `{code}.json`.

    A defined term stands before its definition, as in the document.

    Raises:
        OfficialError: there is no such folder, or no clause in it.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        for chapter in json.loads(path.read_text("utf-8")).get("chapters", []):
            for clause in chapter["clauses"]:
                text, term = clause["text_kk"], clause.get("term_kk", "")
                found[clause["id"]] = text if text.lower().startswith(term.lower()) else f"{term}. {text}"
    if not found:
        raise OfficialError(f"{folder} has no official wording; expected files like ietu.json with chapters and clauses")
    return found
