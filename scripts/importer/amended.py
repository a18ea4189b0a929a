"""A second import of the same document: keep ids, tell what changed.

A printed number is an address and stays one: the clause that now bears 8.3 is
8.3.  Entries that were numbered here keep their ids by their text, whatever
was put in or taken out before them; an id once given is not given again.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from scripts.importer.model import Document, Entry

ALIKE = 0.6  # of the words: below, an entry is another one


def keep_ids(document: Document, before: Mapping) -> None:
    """Give the entries numbered here the ids that they had at the last import."""
    old = {entry["id"]: entry for chapter in before["chapters"] for entry in chapter["clauses"]}
    ours = [entry for entry in document.entries if entry.numbering == "editorial"]
    families: dict[str, list[Entry]] = {}
    for entry in ours:
        families.setdefault(_parent(entry.id), []).append(entry)
    for parent, entries in families.items():
        known = {key: value["text_kk"] for key, value in old.items() if _parent(key) == parent and value["numbering"] == "editorial"}
        if known:
            _match(parent, entries, known)


def _match(parent: str, entries: list[Entry], known: dict[str, str]) -> None:
    free = dict(known)
    pairs: dict[int, str] = {}
    for exact in (True, False):
        for position, entry in enumerate(entries):
            if position in pairs:
                continue
            found = _best(entry.text, free, exact)
            if found:
                pairs[position] = found
                del free[found]
    highest = max((_last(key) for key in known), default=0)
    for position, entry in enumerate(entries):
        if position not in pairs:
            highest += 1
            wanted = entry.id if entry.id not in known and entry.id not in pairs.values() else f"{parent}{highest}"
            pairs[position] = wanted
        entry.id = pairs[position]
        number = entry.id.partition("-")[2]
        entry.number = number.removeprefix("gl.") if number.startswith("gl.") else number


def _best(text: str, known: Mapping[str, str], exact: bool) -> str:
    if exact:
        return next((key for key, value in known.items() if value == text), "")
    rated = [(SequenceMatcher(None, text.split(), value.split()).ratio(), key) for key, value in known.items()]
    ratio, key = max(rated, default=(0.0, ""))
    return key if ratio >= ALIKE else ""


def _parent(clause_id: str) -> str:
    """`aues-2.2.` of `aues-2.2.7`; an id without a dot is its own parent."""
    head, dot, _ = clause_id.rpartition(".")
    return head + dot if dot else clause_id


def _last(clause_id: str) -> int:
    tail = clause_id.rpartition(".")[2]
    return int(tail) if tail.isdigit() else 0


def differences(before: Mapping, after: Mapping) -> Iterator[tuple[str, str, str]]:
    """What became of each clause: "changed", "new", "gone", "moved", with its id and the words.

    Clauses that stayed as they were are not named.
    """
    old = {entry["id"]: entry["text_kk"] for chapter in before["chapters"] for entry in chapter["clauses"]}
    new = {entry["id"]: entry["text_kk"] for chapter in after["chapters"] for entry in chapter["clauses"]}
    places = {text: key for key, text in new.items()}
    for key, text in old.items():
        if key not in new:
            moved = places.get(text)
            yield ("moved", key, moved) if moved and old.get(moved) != text else ("gone", key, text)
        elif new[key] != text:
            moved = places.get(text)
            if moved and moved not in old:
                yield "moved", key, moved
            yield "changed", key, _words(text, new[key])
    for key, text in new.items():
        if key not in old:
            yield "new", key, text


def _words(before: str, after: str) -> str:
    """The changed words with a few around them: [-taken out-] {+put in+}."""
    a, b = before.split(), after.split()
    parts = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            words = a[a1:a2]
            parts.append(" ".join(words) if len(words) <= 8 else f"{' '.join(words[:4])} … {' '.join(words[-4:])}")
            continue
        if a2 > a1:
            parts.append(f"[-{' '.join(a[a1:a2])}-]")
        if b2 > b1:
            parts.append(f"{{+{' '.join(b[b1:b2])}+}}")
    return " ".join(parts)
