"""Words that an editor should look at: the clean-up may not decide about them."""

import re
from collections.abc import Iterator

from scripts.importer.letters import mixed_words
from scripts.importer.model import Document

GLUED = re.compile(r"\b\d+[а-яәіғңүұқөһa-z]{4,}|[а-яәіғңүұқөһ]{2,}[А-ЯӘІҒҢҮҰҚӨҺ][а-яәіғңүұқөһ]+|[^\W\d_]{31,}")
TWICE = re.compile(r"\b([^\W\d_]{3,40})\s+\1\b", re.IGNORECASE)
BROKEN = re.compile(r"[^\W_]{0,30}[\ufffd\ue000-\uf8ff][^\W_]{0,30}")


def suspicious(document: Document) -> Iterator[tuple[str, str, str]]:
    """Id of an entry, what kind of doubt, and the words."""
    for entry in document.entries:
        for word in mixed_words(entry.text):
            yield entry.id, "mixed", word
        for kind, pattern in (("glued", GLUED), ("twice", TWICE), ("broken", BROKEN)):
            for match in pattern.finditer(entry.text):
                yield entry.id, kind, match[0]
