"""Propose figures for the calculators from the numbers of an imported document.

A proposal bears TODO until an editor has confirmed it; publishing refuses a
file with that mark.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.editors.drafts import imported
from scripts.parity.numbers import numbers
from scripts.wording import Wording

UNITS = (
    (r"академиялық сағат|академическ\w+ час|academic hour", "academic_hours"),
    (r"жұмыс күн|рабочи\w+ дн|рабоч\w+ день|working day", "working_days"),
    (r"күнтізбелік күн|календарн\w+ д|calendar day", "calendar_days"),
    (r"кредит|credit", "credits"),
    (r"сағат|час|hour", "hours"),
    (r"минут|minute", "minutes"),
    (r"күн|дн[еёя]|день|day", "days"),
    (r"апта|недел|week", "weeks"),
    (r"семестр|semester", "semesters"),
    (r"ай(?:дан|ға|да|ы|лық)?\b|месяц|month", "months"),
    (r"жыл|год|лет\b|year", "years"),
    (r"%|пайыз|процент|per ?cent", "percent"),
    (r"балл|point", "points"),
    (r"адам|мүше|человек|член|people|member", "people"),
    (r"рет|раз\b|time", "times"),
)
RELATIONS = (
    (r"кемінде|кем емес|төмен емес|не менее|не ниже|at least|no less", ">="),
    (r"артық емес|аспайтын|аспауы|не более|не выше|at most|no more", "<="),
    (r"(?<!оның )ішінде|в течение|within", "within"),
)
GPA = re.compile(r"GPA|ауысу бал|өту бал|орташа ба|переводн\w+ балл|средн\w+ балл|promotion", re.IGNORECASE)
LEVELS = ((r"бакалавр|bachelor", "bachelor"), (r"магистр|master", "master"), (r"доктор|doctor", "doctoral"))
FORMS = ((r"күндізгі|очн(?!о-заоч)\w* форм|очной|full-time", "full_time"), (r"сырттай|заочн|part-time", "part_time"))
POINTS = r"(?P<points>\d[.,]\d{1,2})(?![\d%])"
# The year that was completed, or the one moved up to.
COMPLETED = (
    re.compile(rf"(?P<years>\d(?:\s*,\s*\d)*)\s*-?\s*курс(?:тар|ы)?\s*(?:үшін)?\s*[-–—:|]\s*{POINTS}"),
    re.compile(rf"^(?P<years>\d)\s*\|\s*{POINTS}"),
    re.compile(rf"с\s+(?P<years>\d)\s+(?:курса\s+)?на\s+\d\s+курс\D*{POINTS}", re.IGNORECASE),
    re.compile(rf"year\s+(?P<years>\d)(?:\s+to\s+(?:year\s+)?\d)?\s*[-–—:|]\s*{POINTS}", re.IGNORECASE),
)
MOVED_TO = (
    re.compile(rf"(?P<years>\d)\s*-?\s*(?:ші\s+оқу\s+жыл\w*|курсқа)\s+(?:ауысу|көшу)\D*{POINTS}"),
    re.compile(rf"на\s+(?P<years>\d)\s+курс\D*{POINTS}", re.IGNORECASE),
    re.compile(rf"(?:in|to)to?\s+year\s+(?P<years>\d)\D*{POINTS}", re.IGNORECASE),
)
WHOLE_LEVEL = re.compile(rf"^\W*(?:магистратура|докторантура|master\w*|doctor\w*)[^\d|]*[-–—:|]\s*{POINTS}", re.IGNORECASE)
ENUMERATOR = re.compile(r"^- \d{1,2}[.)] ", re.MULTILINE)
CONTEXT = 40  # characters after a number in which its unit stands


@dataclass(frozen=True)
class Proposal:
    """A figure that a clause seems to fix: `name` is its place, "" where no calculator is known."""

    name: str
    key: str
    value: str
    unit: str
    relation: str
    clause: str

    @property
    def entry(self) -> str:
        """The figure as rules/*.toml has it."""
        return f'{{ value = "{self.value}", unit = "{self.unit}", relation = "{self.relation}", clause = "{self.clause}" }}'


def proposals(document: dict) -> Iterator[Proposal]:
    """Minimums for promotion as a table; every other number by itself."""
    for chapter in document["chapters"]:
        for clause in chapter["clauses"]:
            found = list(_promotion(clause["text_kk"], clause["id"]))
            yield from found
            taken = {proposal.value for proposal in found} | {proposal.key for proposal in found}
            if clause["kind"] != "form":
                yield from (each for each in _others(clause["text_kk"], clause["id"]) if each.value not in taken)


def _promotion(text: str, clause_id: str) -> Iterator[Proposal]:
    if not GPA.search(text):
        return
    level, form = "bachelor", "any"
    for line in text.split("\n"):
        named = _first(LEVELS, line)
        if named:
            level, form = named, "any"
        form = _first(FORMS, line) or form
        place = f"gpa_transfer.{level}.{form}"
        whole = WHOLE_LEVEL.search(line)
        rows = [] if whole else list(_rows(line))
        if whole and named:
            rows = [("1", whole["points"])]
        for year, points in rows:
            yield Proposal(place, year, points.replace(",", "."), "gpa_points", ">=", clause_id)


def _rows(line: str) -> Iterator[tuple[str, str]]:
    """Year completed and points, however the line names the year."""
    for patterns, less in ((MOVED_TO, 1), (COMPLETED, 0)):
        for pattern in patterns:
            matches = list(pattern.finditer(line.removeprefix("- ")))
            for match in matches:
                for year in re.findall(r"\d", match["years"]):
                    if int(year) > less:
                        yield str(int(year) - less), match["points"]
            if matches:
                return


def _others(text: str, clause_id: str) -> Iterator[Proposal]:
    text = ENUMERATOR.sub("", text)
    seen = set()
    for token in numbers(text):
        # A day or a year of another act is no figure of this one.
        if token.endswith(".") or re.fullmatch(r"(?:19|20)\d\d", token):
            continue
        for match in re.finditer(rf"(?<![\d.,№])(?<!№ ){re.escape(token).replace(chr(92) + '.', '[.,]')}(?![\d.,]*\d)(?P<after>.{{0,{CONTEXT}}})", text):
            unit = _nearest(UNITS, match["after"])
            if unit and (token, unit) not in seen:
                seen.add((token, unit))
                before = text[max(0, match.start() - CONTEXT) : match.start()]
                relation = _first(RELATIONS, before) or _nearest(RELATIONS, match["after"]) or "="
                yield Proposal("", "", token, unit, relation, clause_id)


def _nearest(patterns: tuple[tuple[str, str], ...], after: str) -> str:
    """What the word that follows first in the same clause of the sentence stands for."""
    after = re.split(r"[;.\n]", after)[0]
    found = []
    for pattern, name in patterns:
        match = re.search(pattern, after, re.IGNORECASE)
        if match:
            found.append((match.start(), len(found), name))
    return min(found)[2] if found else ""


def _first(patterns: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for pattern, name in patterns if re.search(pattern, text, re.IGNORECASE)), "")


def toml(code: str, document: dict, words: Wording) -> str:
    """The proposals as a file of rules that an editor confirms."""
    found = list(proposals(document))
    tables: dict[str, dict[str, Proposal]] = {}
    for each in found:
        if each.name:
            tables.setdefault(each.name, {}).setdefault(each.key, each)
    parts = [f"# {words('figures.head', code=code)}", f"# {words('figures.confirm')}", "", "[document]", "# source_year = 2025"]
    for name, rows in tables.items():
        parts += ["", f"[{name}]"]
        parts += [f'"{key}" = {row.entry}  # TODO {words("figures.check", clause=row.clause)}' for key, row in sorted(rows.items())]
    parts += ["", f"# {words('figures.others')}"]
    parts += [f"# {each.entry}" for each in found if not each.name]
    text = "\n".join(parts) + "\n"
    tomllib.loads(text)  # a proposal that no reader of rules could read would be worse than none
    return text


def propose(code: str, official: Path, drafts: Path, words: Wording) -> tuple[Path, int]:
    """Write the proposals; beside a file of rules that is there already, never over it.

    Returns:
        The file, and how many figures it proposes.

    Raises:
        EditorError: the document was not imported.
    """
    document = imported(official, code)
    rules = drafts / "rules" / f"{code}.toml"
    path = rules if not rules.exists() else rules.with_name(f"{code}.proposed.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(toml(code, document, words), "utf-8")
    return path, len(list(proposals(document)))
