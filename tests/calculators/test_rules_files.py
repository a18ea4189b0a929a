"""Laws of the rules files and of the code beside them."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from calculators import CALCULATORS
from calculators.rulebook import INSTITUTIONS, RULEBOOK, Figure

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "calculators"
FIGURES = list(RULEBOOK.figures())
IDS = {line.split("\t")[0] for line in (ROOT / "docs" / "data" / "ids.tsv").read_text("utf-8").splitlines()[1:]}
NUMBER = re.compile(r"\d[\d./]*")
READ: dict[str, set[str]] = {}
for row in (ROOT / "docs" / "data" / "quantities.tsv").read_text("utf-8").splitlines()[1:]:
    READ.setdefault(row.split("\t")[0], set()).add(row.split("\t")[1])
RELATIONS = {">=", "=", "<=", "in", "within", "first", "before", "until"}
# Limits of what is read and the arithmetic of digits and calendars; no rule among them.
OWN_NUMBERS = {
    "typed.py": {40, 100, 10, 9, 1900, 2100, 3, 4}, "fields.py": {10_000}, "lines.py": {1000},
    "shown.py": {10, 100, 5, 60}, "days.py": {12, 5}, "gpa.py": {4},
    "delimited.py": {100, 1000, 10_000_000}, "table.py": {3, 10_000},
}  # fmt: skip
WORDS_FOR_READERS = re.compile(r"[\u0400-\u04ff]{2,}")


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_a_figure_has_a_unit_a_relation_and_a_published_clause(figure: Figure):
    """A number with no clause behind it may not ship."""
    for clause in figure.clauses:
        assert clause in IDS or clause.startswith("external-"), f"{figure.name}: no clause {clause}"
    code = figure.name.split(".")[0]
    assert all(clause.startswith(f"{code}-") for clause in figure.clauses), f"{figure.name} cites a neighbour"
    if figure.value is not None:
        assert figure.unit, f"{figure.name} has no unit"
        assert figure.relation in RELATIONS, f"{figure.name}: relation is {figure.relation!r}"
        assert all(isinstance(value, str) and value for value in figure.listed)


@pytest.mark.parametrize(
    "figure", [each for each in FIGURES if each.value and not each.name.startswith("external.")], ids=lambda figure: figure.name
)
def test_a_figure_is_among_the_numbers_read_from_its_clause(figure: Figure):
    """Two readers, two lists: what one wrote down wrong, the other shows."""
    for value in filter(NUMBER.fullmatch, figure.listed):
        said = value.replace(".", ":") if figure.unit == "time" else value

        read = set().union(*(READ.get(clause, ()) for clause in figure.clauses))
        # "8-13 July" is read as 8 and 13 July.
        assert said in read or (figure.unit == "date" and said.split(".")[0] in read), f"{figure.name}: {read}"


@pytest.mark.parametrize(("name", "clauses"), RULEBOOK.silences().items())
def test_a_silence_is_shown_by_published_clauses(name, clauses):
    """Of the same document, for a question that exists."""
    code, question = name.split(".")[:2]

    assert question in CALCULATORS
    assert all(clause in IDS and clause.startswith(f"{code}-") for clause in clauses)


@pytest.mark.parametrize("code", INSTITUTIONS)
@pytest.mark.parametrize("question", CALCULATORS)
def test_every_document_has_a_rule_or_a_silence_for_every_question(question, code):
    """Nothing falls between; plain arithmetic needs neither."""
    ruled, silent = RULEBOOK.has(f"{code}.{question}"), RULEBOOK.silence(f"{code}.{question}") is not None

    assert ruled or silent or getattr(CALCULATORS[question], "ANYWHERE", False)


def test_every_table_belongs_to_a_question():
    """A misspelt table would be a rule nobody asks."""
    for path in (PACKAGE / "rules").glob("*.toml"):
        tables = set(tomllib.loads(path.read_text("utf-8"))) - {"document", "silent"}

        assert tables <= (set(CALCULATORS) if path.stem in INSTITUTIONS else {"scale", "unt", "cefr"}), path.name


def test_a_version_ends_after_it_begins_and_no_two_begin_together():
    """Else a day would have two answers."""
    starts = [(figure.name, figure.since) for figure in FIGURES]

    assert len(starts) == len(set(starts))
    assert all(not (figure.since and figure.until) or figure.since <= figure.until for figure in FIGURES)


def test_the_years_of_the_documents_are_those_of_their_passports():
    """One document, one year."""
    passports = tomllib.loads((ROOT / "docs" / "data" / "regulations.toml").read_text("utf-8"))

    assert {code: RULEBOOK.source_year(code) for code in INSTITUTIONS} == {
        code: passports[code].get("year") for code in INSTITUTIONS
    }


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.name)
def test_no_figure_of_a_rule_stands_in_the_code(path: Path):
    """Numbers beyond 0, 1 and 2 are limits of reading or digits of arithmetic, and listed here."""
    allowed = {0, 1, 2, *OWN_NUMBERS.get(path.name, ())}
    tree = ast.parse(path.read_text("utf-8"))
    found = {
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool)
    }  # fmt: skip

    assert found <= allowed, f"{path.name}: {found - allowed}"


@pytest.mark.parametrize(
    "path", [path for path in sorted(PACKAGE.glob("*.py")) if path.name != "__main__.py"], ids=lambda path: path.name
)
def test_no_function_imports(path: Path):
    """What is imported late is missing from the library that browsers get; no browser has a command line."""
    tree = ast.parse(path.read_text("utf-8"))
    late = [
        node.lineno for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function) if isinstance(node, (ast.Import, ast.ImportFrom))
    ]  # fmt: skip

    assert not late


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.name)
def test_no_word_for_readers_stands_in_the_code(path: Path):
    """Kazakh and Russian wording lives with the pages; only look-alike letters are spelt here."""
    text = path.read_text("utf-8")

    assert not WORDS_FOR_READERS.search(text.replace("АВСДЕХ", "") if path.name == "typed.py" else text)


@pytest.mark.parametrize("module", CALCULATORS.values(), ids=CALCULATORS)
def test_a_calculator_names_its_sources(module):
    """Every clause after "Source:" is published, and each is one its answers may cite."""
    said = module.__doc__.partition("Source:")[2]
    cited = re.findall(r"(?:ietu|htii|aues|miras|umc)-(?:gl\.)?[\d.]+\d(?:-t1)?|umc-\d+", said)

    assert cited or "external" in said
    assert all(clause in IDS for clause in cited), [clause for clause in cited if clause not in IDS]


def test_the_files_were_found():
    """Guards the tests above against an empty folder."""
    assert len(FIGURES) > 200
    assert len(IDS) > 500
    assert len(list(PACKAGE.glob("*.py"))) > 30
