"""Explain abbreviations where they stand: МҒЗЖ, ББ, GPA.

The meanings are in docs/data/abbreviations.tsv, one row a meaning: `*` in the
column `regulations` where all documents that use it agree, their codes where
they do not (ОӘБ is an office in one and an association in another).
"""

import csv
import re
from functools import cache
from html import escape
from html.parser import HTMLParser

from scripts.regulations import DATA

ALL = "*"
# What may follow an abbreviation and still leave it one: a Kazakh or Russian
# ending with or without a hyphen (МҒЗЖ-ның, ЖОЖын), the English plural (HEIs).
ENDING = r"(?=(?:-?[а-яёәғқңөұүһі]+|s)?(?!\w))"
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LEFT_ALONE = HEADINGS | {"abbr", "code", "pre", "script", "style"}


@cache
def meanings(language: str, code: str) -> dict[str, str]:
    """What each abbreviation means in one regulation; its own meaning beats the common one."""
    with (DATA / "abbreviations.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["language"] == language]
    common = {row["abbreviation"]: row["full"] for row in rows if row["regulations"] == ALL}
    own = {row["abbreviation"]: row["full"] for row in rows if code in row["regulations"].split()}
    return common | own


@cache
def _pattern(language: str, code: str) -> re.Pattern[str]:
    # The longest first: НИРМ is not НИР with an ending.
    known = sorted(meanings(language, code), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known))}){ENDING}")


def explain(html: str, language: str, code: str) -> str:
    """The HTML of a page with its abbreviations explained, and nothing else changed.

    Headings, code and what is explained already are left alone.  The Tab key
    stops at the first occurrence in each clause only; the later ones still
    open on a tap or a click.
    """
    if not meanings(language, code):
        return html
    marker = _Marker(meanings(language, code), _pattern(language, code))
    marker.feed(html)
    marker.close()
    return "".join(marker.written)


class _Marker(HTMLParser):
    """Writes a page out as it reads it; only text outside of tags changes."""

    def __init__(self, full: dict[str, str], pattern: re.Pattern[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._full, self._pattern = full, pattern
        self._explained: set[str] = set()
        self._left_alone = self._links = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        """Enter an element; a new clause explains everything anew."""
        if tag == "section":
            self._explained.clear()
        self._left_alone += tag in LEFT_ALONE
        self._links += tag == "a"
        self.written.append(self.get_starttag_text())

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        """Copy an empty element."""
        self.written.append(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._left_alone -= tag in LEFT_ALONE and self._left_alone > 0
        self._links -= tag == "a" and self._links > 0
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Mark the abbreviations of a piece of text."""
        self.written.append(data if self._left_alone else self._pattern.sub(self._mark, data))

    def handle_entityref(self, name: str) -> None:
        """Copy `&amp;` as it was written."""
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Copy `&#8239;` as it was written."""
        self.written.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Copy a comment."""
        self.written.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """Copy a declaration."""
        self.written.append(f"<!{decl}>")

    def _mark(self, match: re.Match[str]) -> str:
        short = match[1]
        stop = "" if self._links else f' tabindex="{-1 if short in self._explained else 0}"'
        if not self._links:
            self._explained.add(short)
        return f'<abbr class="abbr"{stop} title="{escape(self._full[short])}">{short}</abbr>'
