"""Absolute addresses of what the site publishes beside its pages."""

import os
from dataclasses import dataclass

from scripts.clauses.source import LANGUAGES
from scripts.pages import Place

EXAMPLE = "https://ereje.example/"  # mkdocs.yml says the same, for its own part of the build


@dataclass(frozen=True)
class Addresses:
    """Addresses under the host, and perhaps the folder, that the site will have."""

    root: str

    @classmethod
    def of_environment(cls) -> "Addresses":
        """Those under SITE_URL, or under an example host when it is not set."""
        return cls((os.environ.get("SITE_URL") or EXAMPLE).rstrip("/") + "/")

    def absolute(self, path: str) -> str:
        """A path relative to the site's root with the host in front."""
        return self.root + path

    def permalink(self, clause_id: str, language: str) -> str:
        """The lasting address of a clause, which messengers can preview."""
        return self.absolute(permalink(clause_id, language))

    def card(self, language: str, code: str) -> str:
        """The picture that previews of a regulation show."""
        return self.absolute(card(language, code))


def permalink(clause_id: str, language: str) -> str:
    """Permalink of a clause relative to the site's root: `ru/c/ietu-8.2/`."""
    return Place(language, f"c/{clause_id}/").url()


def card(language: str, code: str) -> str:
    """Picture of a regulation, or of the whole site (`ereje`), below the root."""
    return f"assets/cards/{language}/{code}.png"


def root_of(url: str) -> str:
    """What leads from a page back to the root: `../../` from `c/ietu-8.2/`."""
    return "../" * url.count("/") or "./"


def in_all_languages(path: str) -> list[str]:
    """A path below a language, as the root sees it; data has no language."""
    if path.startswith("api/"):
        return [path]
    return [Place(language, path).url() for language in LANGUAGES]
