"""Every sentence of the interface, in three languages, from docs/data/locale/.

A message is asked for by an id (`status.met`), never by its English text, so
that no language is the original and the others its copies.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.core import Locale
from babel.messages.pofile import read_po
from babel.plural import PluralRule

from scripts.regulations import DATA

LOCALE = DATA / "locale"


class WordingError(KeyError):
    """A message that is asked for is not written in the language."""


@dataclass(frozen=True)
class Wording:
    """The messages of one language by id."""

    language: str
    messages: Mapping[str, str | dict[str, str]]

    def __call__(self, key: str, /, **values: object) -> str:
        """The message with its `{places}` filled; `n` chooses the plural form.

        Raises:
            WordingError: the language has no such message.
        """
        if key not in self.messages:
            raise WordingError(f"{key} has no wording in {self.language}; look in {LOCALE / self.language}")
        message = self.messages[key]
        if isinstance(message, dict):
            message = message[_plural(self.language)(values["n"])]
        for place, value in values.items():
            message = message.replace(f"{{{place}}}", str(value))
        return message

    def first(self, *keys: str, optional: bool = False) -> str:
        """The first of the messages that is worded; "" when none is and none is owed.

        Raises:
            WordingError: none is worded, and one is owed.
        """
        for key in keys:
            if key in self.messages:
                return self(key)
        return "" if optional else self(keys[-1])

    def has(self, key: str) -> bool:
        """True when the language words the message."""
        return key in self.messages

    def under(self, *prefixes: str) -> dict[str, str | dict[str, str]]:
        """The messages whose id begins with one of the prefixes."""
        return {key: text for key, text in self.messages.items() if key.startswith(prefixes)}


@cache
def _plural(language: str) -> PluralRule:
    return Locale(language).plural_form


def _forms(language: str) -> list[str]:
    """The plural categories in the order in which a .po file numbers them."""
    return {"kk": ["one", "other"], "ru": ["one", "few", "many"], "en": ["one", "other"]}[language]


@cache
def wording(language: str) -> Wording:
    """All messages of a language; a message written twice is refused."""
    messages: dict[str, str | dict[str, str]] = {}
    for path in sorted((LOCALE / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language, abort_invalid=True):
                if not message.id:
                    continue
                key = message.id[0] if isinstance(message.id, tuple) else message.id
                if key in messages:
                    raise WordingError(f"{path}: {key} is written twice")
                text: str | dict[str, str] = message.string
                if isinstance(message.string, tuple):
                    text = dict(zip(_forms(language), message.string, strict=True))
                    # Only fractions take it in Russian: 1,5 кредита.
                    text.setdefault("other", text.get("few", message.string[-1]))
                if not text or (isinstance(text, dict) and not all(text.values())):
                    raise WordingError(f"{path}: {key} is empty")
                messages[key] = text
    return Wording(language, messages)


def write_for_browser(language: str, path: Path, *prefixes: str) -> None:
    """Write the messages that the browser needs as one JSON object."""
    path.parent.mkdir(parents=True, exist_ok=True)
    messages = wording(language).under(*prefixes)
    path.write_text(json.dumps(messages, ensure_ascii=False, separators=(",", ":")), "utf-8")
