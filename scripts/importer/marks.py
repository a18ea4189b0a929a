"""Find the lines at which chapters, sections, clauses and annexes begin.

A number at the start of a line may be a clause's, a list item's, a date's or
part of a sentence.  It is taken for a clause's when it continues the
numbering; what continues it with a gap or repeats a number is taken too, and
remarked.
"""

import re
from collections.abc import Sequence

from scripts.importer.mark import ANNEX, INLINE, NAMED, NUMBER, PART, ROMAN, Mark, arabic, is_flat
from scripts.importer.model import Line
from scripts.importer.paragraphs import begins_anew, ends_sentence
from scripts.importer.titles import Titles

LARGEST_GAP = 4  # numbers that may be left out before a number is no clause's


class Marks:
    """Walks the lines once and keeps what it has understood of the numbering."""

    def __init__(self, lines: Sequence[Line], width: int) -> None:
        self.lines = list(lines)
        self._titles = Titles(self.lines, width)
        self.remarks: list[tuple[int, str, str]] = []
        self.found: list[Mark] = [Mark("start", (), "", lines[0].number if lines else 0)]
        self._chapter = 0
        self._path: tuple[int, ...] = ()
        self._seen: set[tuple[int, ...]] = set()
        self._list_next = 0
        self._annexes = False
        self._flat = is_flat(self.lines)
        # A single heading of the highest level is the document's title.
        levels = [line.heading for line in self.lines if line.heading]
        self._top = next((level for level in sorted(set(levels)) if levels.count(level) > 1), 0)

    def walk(self) -> list[Mark]:
        """All marks in the order of the source, each with the lines of its body."""
        position = 0
        while position < len(self.lines):
            position = self._take(position)
        return self.found

    def _take(self, position: int) -> int:
        """Understand the line at a position; return where to go on."""
        line = self.lines[position]
        for attempt in (self._annex, self._named, self._part, self._roman, self._numbered, self._styled):
            taken = attempt(position)
            if taken:
                return position + taken
        self._split_inline(line)
        return position + 1

    # what begins with a word

    def _annex(self, position: int) -> int:
        line = self.lines[position]
        match = ANNEX.fullmatch(line.text)
        if not match or line.row or (position and not self._titles.stands_apart(position)):
            return 0
        if not self._path and not self._annexes and position < 12:
            return 0  # "Annex 3 to the order" at the head of a document
        self._annexes = True
        self.found.append(Mark("annex", (), line.text, line.number, label=match["letter"] or match["after"] or ""))
        return 1

    def _named(self, position: int) -> int:
        line = self.lines[position]
        if line.row or self._annexes:
            return 0
        for kind, pattern in NAMED.items():
            if pattern.fullmatch(line.text):
                self.found.append(Mark(kind, (), line.text.rstrip("."), line.number))
                self._path = () if kind != "introduction" else self._path
                return 1
        return 0

    def _part(self, position: int) -> int:
        line = self.lines[position]
        match = PART.fullmatch(line.text)
        if not match or line.row or self._annexes:
            return 0
        number = arabic(match["before"] or match["after"])
        if not self._chapter < number <= self._chapter + 2 or not (match["title"] or self._titles.stands_apart(position)):
            return 0
        title, taken = self._titles.title(position, line.text)
        self._open_chapter(number, title, line)
        return taken

    def _roman(self, position: int) -> int:
        """A chapter with a Roman number: "II. Assessment"."""
        line = self.lines[position]
        match = ROMAN.fullmatch(line.text)
        if not match or line.row or self._annexes or not self._titles.stands_apart(position):
            return 0
        number = arabic(match["number"])
        heading = self._titles.heading(position, match["title"], strict=False)
        if not heading or ends_sentence(heading[0]) or not self._chapter < number <= self._chapter + 2:
            return 0
        self._open_chapter(number, heading[0], line)
        return heading[1]

    def _styled(self, position: int) -> int:
        """A heading that the word processor knows of and that bears no number."""
        line = self.lines[position]
        if not line.heading or line.row or self._annexes or self._flat and line.heading > 1:
            return 0
        if line.heading == self._top:
            self._open_chapter(self._chapter + 1, line.text, line)
            return 1
        return 0

    # what begins with a number

    def _numbered(self, position: int) -> int:
        line = self.lines[position]
        match = NUMBER.fullmatch(line.text)
        if not match or line.row or self._annexes or not match["rest"]:
            return 0
        path = tuple(map(int, match["number"].split(".")))
        if match["end"] == ")" or match["rest"][0] in "%)-–/" or max(path) > 199:
            return 0
        if match["rest"].startswith(("-курс", "-қосымша", "-бап", "-тармақ")):
            return 0
        if len(path) == 1:
            return self._plain(position, path[0], match)
        if match["space"] == "" and match["end"] == "" and not begins_anew(match["rest"]):
            return 0
        return self._dotted(position, path, match)

    def _plain(self, position: int, number: int, match: re.Match[str]) -> int:
        line = self.lines[position]
        if self._flat:
            last = self._path[0] if self._path else 0
            if match["end"] != "." or not last < number <= last + LARGEST_GAP or not begins_anew(match["rest"]):
                return 0
            self._clause((number,), line, match["rest"])
            return 1
        heading = self._titles.heading(position, match["rest"], strict=number == self._list_next)
        capitals = heading[0].isupper() if heading else False
        following = self._titles.next_dotted(position)
        fits = self._chapter < number <= self._chapter + 2 and (match["end"] == "." or capitals or following == number)
        if heading and fits and not (number == self._list_next and not capitals and following != number):
            self._open_chapter(number, heading[0], line)
            return heading[1]
        if match["end"] == ".":
            self._list_next = number + 1 if number == 1 or number == self._list_next else 0
        return 0

    def _dotted(self, position: int, path: tuple[int, ...], match: re.Match[str]) -> int:
        line = self.lines[position]
        if self._flat:
            return 0
        step = self._step(path)
        apart = position == 0 or line.gap or line.whole or ends_sentence(self.lines[position - 1].text) or self._after_heading
        anew = begins_anew(match["rest"])
        if path[0] != self._chapter:
            if path[0] not in (self._chapter + 1, self._chapter + 2) or path[1:] != (1,) or not anew:
                return 0
            self.remarks.append((line.number, "chapter", str(path[0])))
            self._open_chapter(path[0], "", line)
        elif path in self._seen or step == 0:
            if not (anew and apart and path[:-1] == self._path[:-1]):
                return 0
        elif step > LARGEST_GAP or (step > 1 and not (anew and apart)):
            return 0
        self._clause(path, line, match["rest"])
        return 1

    @property
    def _after_heading(self) -> bool:
        return self.found[-1].kind == "chapter" and not self.found[-1].body

    def _step(self, path: tuple[int, ...]) -> int:
        """1 for the next number, 2 for one left out …; 0 for one that goes back."""
        now = self._path or (self._chapter,)
        common = next((at for at, (a, b) in enumerate(zip(now, path, strict=False)) if a != b), min(len(now), len(path)))
        if common == len(now):  # goes deeper
            deeper = path[common:]
            return deeper[0] if deeper and all(each == 1 for each in deeper[1:]) else 0
        if common == len(path) or path[common] < now[common] or any(each != 1 for each in path[common + 1 :]):
            return 0
        return path[common] - now[common]

    # taking

    def _clause(self, path: tuple[int, ...], line: Line, rest: str) -> None:
        if path in self._seen:
            self.remarks.append((line.number, "repeat", ".".join(map(str, path))))
        elif not self._flat and self._step(path) > 1 or self._flat and path[0] > (self._path or (0,))[0] + 1:
            before, now = (".".join(map(str, each)) for each in (self._path or (self._chapter,), path))
            self.remarks.append((line.number, "gap", f"{before} → {now}"))
        self._seen.add(path)
        self._path = path
        self._list_next = 0
        self.found.append(Mark("clause", path, "", line.number))
        self._split_inline(Line(rest, line.number, line.page, line.gap, line.whole, line.heading))

    def _open_chapter(self, number: int, title: str, line: Line) -> None:
        if number > self._chapter + 1:
            self.remarks.append((line.number, "gap", f"{self._chapter} → {number}"))
        self._chapter = number
        if not self._flat:
            self._path = ()
        self._list_next = 0
        self.found.append(Mark("chapter", (number,), title.strip(), line.number))

    def _split_inline(self, line: Line) -> None:
        """Put a line into the body at hand; divide it where a number was run on."""
        text, mark = line.text, INLINE.search(line.text)
        if mark and not (self._flat or self._annexes or line.row):
            path = tuple(map(int, mark["number"].split(".")))
            if path[:-1] == self._path[:-1] and len(path) >= 2 and (path in self._seen or self._step(path) == 1):
                self._body(line, text[: mark.start()])
                self.remarks.append((line.number, "run_on", mark["number"]))
                path_now = self._path
                self._clause(path, line, text[mark.end() :])
                self._path = max(path_now, path)
                return
        self._body(line, text)

    def _body(self, line: Line, text: str) -> None:
        self.found[-1].body.append(Line(text, line.number, line.page, line.gap, line.whole, line.heading, line.row))
