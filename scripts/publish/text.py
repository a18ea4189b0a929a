"""The words of a clause without its markup: for previews, messages and data."""

import re
from html.parser import HTMLParser

BLOCKS = {"p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"}


def plain(html: str) -> str:
    """One line a paragraph, list item (`• ` or `1. `) or table row (cells by ` · `)."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "\n".join(reader.finished())


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut after a whole word; never longer than `longest`."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    whole = cut if line[len(cut)] == " " else cut.rpartition(" ")[0] or cut
    return whole.rstrip(" ,;:–-•") + "…"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._lists: list[int | None] = []
        self._marker = ""
        self._cells = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._end_line()
            start = dict(attributes).get("start") or "1"
            self._lists.append(int(start) if tag == "ol" else None)
        elif tag in BLOCKS:
            self._end_line()
            if tag == "li":
                self._marker = self._next_marker()
            self._cells = 0
        elif tag in ("td", "th"):
            if self._cells:
                self._line.append(" · ")
            self._cells += 1
        elif tag == "br":
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._end_line()
            self._lists.pop()
        elif tag in BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        self._line.append(data)

    def finished(self) -> list[str]:
        """The lines read so far."""
        self._end_line()
        return self._lines

    def _next_marker(self) -> str:
        indent = "  " * (len(self._lists) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{indent}• "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{indent}{number}. "

    def _end_line(self) -> None:
        # Empty cells of a form leave separators without text.
        line = re.sub(r"\s+", " ", "".join(self._line)).strip(" ·")
        self._line = []
        if line:
            self._lines.append(self._marker + line)
            self._marker = ""
