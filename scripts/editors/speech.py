"""In which language the editor's commands speak."""

import os

from scripts.clauses.source import LANGUAGES
from scripts.wording import Wording, wording


def spoken(asked: str | None = None) -> Wording:
    """The wording asked for, else that of the machine's own language, else English."""
    if asked in LANGUAGES:
        return wording(asked)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language = os.environ.get(name, "")[:2]
        if language in LANGUAGES:
            return wording(language)
    return wording("en")
