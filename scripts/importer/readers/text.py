"""A text file, most often what a program took out of a PDF."""

import re
from pathlib import Path

from scripts.importer.faults import ImportFault
from scripts.importer.model import Line, Source

CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
LIST = 6  # lines an item may have
UNREADABLE = "\ufffd"


def read_text(path: Path, data: bytes) -> Source:
    """The lines of the file, with the spaces between them understood.

    Extractors often put an empty line after every line; then only more than
    one is a gap.
    """
    return Source(path.name, "text", lines_of(_decoded(path, data)))


def lines_of(text: str, first_page: int = 1) -> list[Line]:
    """The lines that carry text; a form feed begins a new page."""
    raw: list[tuple[int, int, str, int]] = []
    page, empty = first_page, 0
    contents = re.sub(r"(?<=[^\n])\f", "\n\f", text).split("\n")
    bullets, pages = _led_by_space(contents)
    for number, content in enumerate(contents, 1):
        page += content.count("\f") or number in pages
        stripped = content.replace("\f", "").strip()
        if stripped:
            raw.append((number, page, f"• {stripped}" if number in bullets else stripped, empty))
            empty = 0
        else:
            empty += 1
    followed = [empty for _, _, _, empty in raw[1:]]
    usual = 1 if followed and sum(each >= 1 for each in followed) > 0.8 * len(followed) else 0
    return [
        Line(_spaces(content), number, page, gap=position > 0 and empty > usual)
        for position, (number, page, content, empty) in enumerate(raw)
    ]


def _led_by_space(contents: list[str]) -> tuple[set[int], set[int]]:
    """Numbers of the lines where a bullet was lost, and of those where a page begins.

    Some extractors leave one space, and nothing else, of a bullet that their
    font does not name, and one before the first line of a page.  Bullets come
    close together; pages do not.
    """
    filled = [number for number, content in enumerate(contents, 1) if content.strip()]
    led = [
        place
        for place, number in enumerate(filled)
        if contents[number - 1][:1] == " " and contents[number - 1][1:2] not in ("", " ")
    ]
    if len(led) > 0.5 * len(filled):
        return set(), set()
    near = {place for first, place in zip(led, led[1:], strict=False) if place - first <= LIST for place in (first, place)}
    bullets = {filled[place] for place in near if _may_be_item(contents, filled, place)}
    pages = {filled[place] for place in led if place and place not in near} if "\f" not in "".join(contents) else set()
    return bullets, pages


def _may_be_item(contents: list[str], filled: list[int], place: int) -> bool:
    """An item follows a sentence, a colon or another item, and bears no mark of its own."""
    text = contents[filled[place] - 1].strip()
    before = contents[filled[place - 1] - 1].strip() if place else ""
    return before[-1:] in (".", ":", ";", ",") and (text[:1].isalpha() or text[:1] in "«\"“")


def _spaces(text: str) -> str:
    return re.sub(r"[ \t\xa0\u2000-\u200b\u202f\ufeff]+", " ", text.replace("\u00ad", "")).strip()


def _decoded(path: Path, data: bytes) -> str:
    """The text in whatever encoding it is likely to be in.

    CP1251 has no ә ғ қ ң ө ұ ү һ, so a Kazakh text in it is already damaged:
    it is refused rather than imported with holes.
    """
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return _checked(path, data, name)
    if data.count(0) > len(data) // 10:
        return _checked(path, data, "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be")
    try:
        return _normal(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        text = data.decode("cp1251", "replace")
        likely = len(CYRILLIC.findall(text)) > len(text) // 4 and UNREADABLE not in text
        raise ImportFault(path, "cp1251" if likely else "encoding", ("line", line)) from fault


def _checked(path: Path, data: bytes, name: str) -> str:
    try:
        return _normal(data.decode(name))
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise ImportFault(path, "broken_encoding", ("line", line), encoding=name) from fault


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
