"""What begins a chapter, a clause or an annex, and how a line shows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.importer.model import Line

NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?P<end>[.,)]?)(?P<space>\s*)(?P<rest>\S.*)?")
PART = re.compile(
    r"(?:(?P<before>\d{1,2}|[IVX]+)\s*[-–.]?\s*(?:бөлім|тарау|глава|раздел|chapter|part)"
    r"|(?:бөлім|тарау|глава|раздел|chapter|part)\s+(?P<after>\d{1,2}|[IVX]+))\b\.?\s*(?P<title>.*)",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"(?:(?P<letter>[А-ЯӘҒҚҢӨҰҮҺІA-Z]|\d{1,2})\s*[-–]?\s*қосымша(?:сы)?"
    r"|(?:қосымша|приложение|annex|appendix)\s*№?\s*(?P<after>[А-ЯӘҒҚҢӨҰҮҺІA-Z]|\d{1,2})?)"
    r"(?:\s+к\s.{0,80}|\s*[.:–-]\s*(?P<title>[^.;]{3,100}))?\s*[.:]?",
    re.IGNORECASE,
)
NAMED = {
    "glossary": re.compile(r"(?:глоссарий|терминдер(?: мен анықтамалар)?|термины и определения|glossary|definitions)\.?", re.I),
    "introduction": re.compile(r"(?:кіріспе|введение|introduction|алғы сөз|preamble|преамбула)\.?", re.I),
    "conclusion": re.compile(r"(?:қорытынды|заключение|conclusion)\.?", re.I),
    "sheet": re.compile(r"(?:танысу парағы|өзгерістерді тіркеу парағы|лист ознакомления|лист регистрации изменений)\.?", re.I),
}
ROMAN = re.compile(r"(?P<number>[IVX]{1,5})\.?\s+(?P<title>[А-ЯӘҒҚҢӨҰҮҺІA-Z].*)")
INLINE = re.compile(r"(?<=[.;!?])\s+(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=[«\"А-ЯӘҒҚҢӨҰҮҺІA-Z])")
LONGEST_TITLE = 200


@dataclass
class Mark:
    """Where something begins.

    Attributes:
        kind: "chapter", "clause", "annex", or a name of `NAMED`.
        path: the number, (8, 2); empty for what has none.
        title: of a chapter or an annex; "" for a clause.
        head: lines of the source that the title takes.
        body: the lines after it, up to the next mark.
    """

    kind: str
    path: tuple[int, ...]
    title: str
    line: int
    body: list[Line] = field(default_factory=list)
    label: str = ""

    @property
    def number(self) -> str:
        """As it is printed: "8.2"."""
        return ".".join(map(str, self.path))


def is_flat(lines: Sequence[Line]) -> bool:
    """True when clauses are numbered 1., 2., 3. through all chapters."""
    dotted, run = 0, 0
    for line in lines:
        match = NUMBER.match(line.text)
        if not match or line.row:
            continue
        if "." in match["number"]:
            dotted += 1
        elif match["end"] == "." and int(match["number"]) == run + 1:
            run += 1
    return run > dotted and run >= 3


def arabic(text: str) -> int:
    """A number in Arabic or Roman digits."""
    if text.isdigit():
        return int(text)
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text.upper()]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
