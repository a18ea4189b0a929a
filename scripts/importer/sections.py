"""Tell the heading of a section from a clause of one line."""

from collections.abc import Sequence

from scripts.importer.mark import LONGEST_TITLE, Mark
from scripts.importer.paragraphs import begins_anew, ends_sentence, room_left


class Sections:
    """Knows which marks with a number are headings of sections."""

    def __init__(self, marks: Sequence[Mark], width: int) -> None:
        self.marks, self.width = marks, width

    def heading(self, mark: Mark, following: Mark | None) -> tuple[str, int] | None:
        """The title of a section and how many lines it takes; None for a clause."""
        title = self._title(mark, following)
        if title and (title[2] or self._beside(mark)):
            return title[:2]
        return None

    def _title(self, mark: Mark, following: Mark | None) -> tuple[str, int, bool] | None:
        """The title of a section, how many lines it takes, and whether that is sure; None for a clause."""
        if len(mark.path) < 2 or not mark.body:
            return None
        title, taken = mark.body[0].text, 1
        while taken < len(mark.body) and taken < 3 and not mark.body[0].whole:
            before, line = mark.body[taken - 1], mark.body[taken]
            if line.gap or line.row or ends_sentence(before.text) or begins_anew(line.text):
                break
            title, taken = f"{title} {line.text}", taken + 1
        child = following is not None and following.kind == "clause" and following.path[:-1] == mark.path
        if not begins_anew(title) or title.count("(") != title.count(")"):
            return None
        if ends_sentence(title) or title.endswith(",") or len(title) > LONGEST_TITLE or not (child or taken < len(mark.body)):
            return None
        if taken < len(mark.body):
            last, line = mark.body[taken - 1], mark.body[taken]
            if not begins_anew(line.text) and not line.row:
                return None
            if mark.body[0].whole and not (mark.body[0].heading or child) and len(title) > 120:
                return None
        if child and taken < len(mark.body):
            child = mark.body[taken - 1].whole or room_left(mark.body[taken - 1].text, mark.body[taken].text, self.width)
        return title, taken, child

    def _beside(self, mark: Mark) -> bool:
        """True when most of the numbers beside this one are headings."""
        votes = [False]
        for at, each in enumerate(self.marks):
            if each.kind == "clause" and each is not mark and each.path[:-1] == mark.path[:-1]:
                heading = self._title(each, self.marks[at + 1] if at + 1 < len(self.marks) else None)
                votes.append(bool(heading))
        return sum(votes) * 2 >= len(votes)
