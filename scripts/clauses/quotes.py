"""The text of clauses, to be shown away from their page."""

import re
from posixpath import normpath
from urllib.parse import urldefrag

SECTION = re.compile(
    r'<section class="clause" data-clause="(?P<id>[^"]+)">\n?(?P<body>.*?)<div class="clause-foot"', re.DOTALL
)
HEADING = re.compile(r"<h[1-6]\b[^>]*>(?P<text>.*?)</h[1-6]>", re.DOTALL)
NUMBER = re.compile(r'<a class="clause-number"[^>]*>(?P<number>.*?)</a>\s*', re.DOTALL)
HREF = re.compile(r'href="(?P<target>[^"]*)"')
ID = re.compile(r'\sid="[^"]*"')


def quotes(html: str, url: str) -> dict[str, str]:
    """The clauses of a page by id: title as a paragraph, then the text.

    Links are made relative to the site's root, which `placed` puts in front;
    ids are dropped, so that a quote never takes a clause's own address.
    """
    return {match["id"]: _quote(match["body"], url) for match in SECTION.finditer(html)}


def placed(quote: str, root: str) -> str:
    """The quote with its links seen from a page, `root` leading to the site's root."""
    return quote.replace('href="root:', f'href="{root}')


def _quote(body: str, url: str) -> str:
    heading = HEADING.search(body)
    title = NUMBER.sub(r"\g<number> ", heading["text"])
    body = ID.sub("", body[heading.end() :]).strip()
    return HREF.sub(lambda match: f'href="{_absolute(match["target"], url)}"', f"<p><strong>{title}</strong></p>\n{body}")


def _absolute(target: str, url: str) -> str:
    if re.match(r"[a-z]+:", target):
        return target
    path, fragment = urldefrag(target)
    path = normpath(f"{url}{path}").removeprefix("./") + ("/" if path.endswith("/") or not path else "")
    return f"root:{path}#{fragment}" if fragment else f"root:{path}"
