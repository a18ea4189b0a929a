"""Which pages there are, for search engines: one list a language, with alternates."""

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from scripts.clauses.source import LANGUAGES
from scripts.pages import DEFAULT, Place
from scripts.publish.address import Addresses

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# Permalinks hop to a page that is listed; the rest are no pages for readers.
NOT_LISTED = {"c", "api", "assets", *LANGUAGES}


def write_sitemaps(site: Path, addresses: Addresses) -> int:
    """Write a sitemap a language, their index and robots.txt; return how many pages each lists."""
    paths = pages(site)
    for language in LANGUAGES:
        (site / f"sitemap-{language}.xml").write_text(sitemap(paths, language, addresses), "utf-8")
    lists = "".join(
        f"<sitemap><loc>{escape(addresses.absolute(f'sitemap-{language}.xml'))}</loc></sitemap>\n" for language in LANGUAGES
    )
    (site / "sitemap.xml").write_text(f"{HEAD}<sitemapindex {SITEMAPS}>\n{lists}</sitemapindex>\n", "utf-8")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # MkDocs's own list, which ours replaces
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {addresses.absolute('sitemap.xml')}\n", "utf-8")
    return len(paths)


def pages(site: Path) -> list[str]:
    """Addresses of all pages below a language, read from the built site."""
    found = []
    for path in site.iterdir():
        if path.is_dir() and path.name not in NOT_LISTED:
            found += [f"{each.parent.relative_to(site).as_posix()}/" for each in path.rglob("index.html")]
    return ["", *sorted(found)]


def sitemap(paths: Iterable[str], language: str, addresses: Addresses) -> str:
    """The list of one language."""
    entries = "".join(_entry(path, language, addresses) for path in paths)
    return f'{HEAD}<urlset {SITEMAPS} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{entries}</urlset>\n'


def _entry(path: str, language: str, addresses: Addresses) -> str:
    urls = {code: escape(addresses.absolute(Place(code, path).url())) for code in LANGUAGES}
    links = {**urls, "x-default": urls[DEFAULT]}
    alternates = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>' for code, url in links.items())
    return f"<url><loc>{urls[language]}</loc>{alternates}</url>\n"
