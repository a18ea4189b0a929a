"""What search engines and libraries are told of a regulation: schema.org `Legislation`.

Our editions carry no legal force, and the entries say so; days that a document
does not give are left out.
"""

from scripts.pages import Place, chapter_title, clause_url
from scripts.publish.address import Addresses
from scripts.publish.shown import Shown
from scripts.regulations import Regulation, regulations

CONTEXT = "https://schema.org"
UNOFFICIAL = "https://schema.org/UnofficialLegalValue"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def page_entry(place: Place, addresses: Addresses) -> dict | None:
    """What a page of the site shows, or None where it is no regulation."""
    code, _, rest = place.path.partition("/")
    if code not in regulations():
        return None
    if not rest:
        return regulation_entry(regulations()[code], place.language, addresses)
    return chapter_entry(code, rest.rstrip("/"), place.language, addresses)


def regulation_entry(regulation: Regulation, language: str, addresses: Addresses) -> dict:
    """A regulation as a whole."""
    entry = {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": addresses.absolute(Place(language, f"{regulation.code}/").url()),
        "url": addresses.absolute(Place(language, f"{regulation.code}/").url()),
        "name": regulation.title[language],
        "legislationIdentifier": regulation.code,
        "legislationPassedBy": {"@type": "Organization", "name": regulation.institution[language]},
        "legislationLegalValue": UNOFFICIAL,
        "inLanguage": language,
        "license": LICENCE,
        "isAccessibleForFree": True,
    }
    return entry | ({"temporalCoverage": f"{regulation.year}/.."} if regulation.year else {})


def chapter_entry(code: str, chapter: str, language: str, addresses: Addresses) -> dict:
    """A chapter of a regulation."""
    address = addresses.absolute(Place(language, f"{code}/{chapter}/").url())
    return {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": chapter_title(language, code, chapter),
        "legislationLegalValue": UNOFFICIAL,
        "inLanguage": language,
        "license": LICENCE,
        "isPartOf": _whole(regulations()[code], language, addresses),
    }


def clause_entry(clause: Shown, addresses: Addresses) -> dict:
    """A clause."""
    return {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": addresses.permalink(clause.id, clause.language),
        "url": addresses.absolute(clause_url(clause.id, clause.language)),
        "name": f"{clause.number} {clause.title}",
        "legislationIdentifier": clause.id,
        "legislationLegalValue": UNOFFICIAL,
        "inLanguage": clause.language,
        "license": LICENCE,
        "isPartOf": _whole(regulations()[clause.code], clause.language, addresses),
    }


def _whole(regulation: Regulation, language: str, addresses: Addresses) -> dict:
    entry = regulation_entry(regulation, language, addresses)
    return {key: entry[key] for key in ("@type", "@id", "name", "legislationPassedBy")}
