"""A page per clause and language that messengers can preview and that hops to the clause."""

from pathlib import Path

from markupsafe import Markup

from scripts.clauses.source import LANGUAGES
from scripts.pages import Place, clause_url
from scripts.publish.address import Addresses, permalink, root_of
from scripts.publish.legislation import clause_entry
from scripts.publish.shown import Shown
from scripts.publish.templates import templates
from scripts.publish.text import shortened
from scripts.regulations import regulations
from scripts.site import Surroundings
from scripts.wording import wording

LONGEST_PREVIEW = 300  # messengers cut earlier; search engines later
LOCALES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_GB"}


def write_permalinks(site: Path, editions: dict[str, dict[str, Shown]], addresses: Addresses) -> int:
    """Write the permalink and the embedded page of every clause; return how many clauses."""
    count = 0
    for language, clauses in editions.items():
        for clause in clauses.values():
            folder, context = site / permalink(clause.id, language), preview(clause, addresses)
            write(folder, "publish/permalink.html", context)
            deeper = "../" + context["root"]
            write(folder / "embed", "publish/embed.html", context | {"root": deeper, "body": Markup(clause.html(deeper))})
            count += 1
    return count


def preview(clause: Shown, addresses: Addresses) -> dict:
    """What the templates of a clause's own pages need."""
    words = wording(clause.language)
    here = permalink(clause.id, clause.language)
    root = root_of(here)
    surroundings = Surroundings(clause.language, addresses.root)
    return {
        "t": words,
        "language": clause.language,
        "clause": clause,
        "name": surroundings.name_of(clause.id),
        "regulation": regulations()[clause.code],
        "description": shortened(clause.text, LONGEST_PREVIEW),
        "root": root,
        "body": Markup(clause.html(root)),
        "target": root + clause_url(clause.id, clause.language),
        "canonical": addresses.absolute(clause_url(clause.id, clause.language)),
        "address": addresses.absolute(here),
        "image": addresses.card(clause.language, clause.code),
        "locale": LOCALES[clause.language],
        "other_locales": [LOCALES[code] for code in LANGUAGES if code != clause.language],
        "others": {code: root + permalink(clause.id, code) for code in LANGUAGES if code != clause.language},
        "alternates": {code: addresses.permalink(clause.id, code) for code in LANGUAGES},
        "data": root + f"api/c/{clause.id}.json",
        "legislation": clause_entry(clause, addresses),
        "home": root + Place(clause.language, "").url(),
    }


def write(folder: Path, template: str, context: dict) -> None:
    """Write a page as `folder`/index.html."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(templates().get_template(template).render(context), "utf-8")
