"""Tables of students: columns in three languages, a verdict or an error a row, nothing that a spreadsheet runs."""

import csv
import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import table
from calculators.delimited import MOST_COLUMNS, TableError, harmless, read, written

KAZAKH = "Аты-жөні;Оқу орны;Деңгей;Курс;GPA\nАлма;ХТИИ;Магистратура;1;1,67\nБекзат;ХТИИ;магистрант;1;1,66\nДана;ХТИИ;магистр;1;екі\n"


def judged(text: str, calculator: str | None = None, institution: str = "") -> list[dict]:
    header, *rows = read(text)
    calculator = calculator or table.guessed(header)
    return list(table.answers(calculator, institution, table.matched(header, calculator), rows))


def test_every_row_has_its_verdict_or_its_own_error():
    """The minimum, a hundredth less, and a word for a number."""
    answers = judged(KAZAKH)

    assert [each["status"] for each in answers] == ["met", "not_met", "invalid_input"]
    assert (answers[2]["error_field"], answers[2]["error_code"]) == ("gpa", "not_a_number")


@pytest.mark.parametrize("calculator", table.CALCULATORS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_column_has_a_name_in_every_language_and_finds_its_way_back(calculator, language):
    """The first names head an empty table; read again, each column is what it was."""
    paths = list(table.columns(calculator))
    header = [table.names()["columns"][path][language][0] for path in paths]

    assert table.matched(header, calculator) == {path: index for index, path in enumerate(paths)}
    assert table.matched([f"  {name.upper()}: " for name in header], calculator) == table.matched(header, calculator)
    assert table.matched(paths, calculator) == table.matched(header, calculator)


@pytest.mark.parametrize("calculator", table.CALCULATORS)
def test_no_name_means_two_columns(calculator):
    """An ambiguous name would fill the wrong field in silence."""
    named = [
        (table._bare(name), path)
        for path in table.columns(calculator)
        for group in table.names()["columns"][path].values()
        for name in group
    ]

    assert len({name for name, _ in named}) == len(set(named))


@pytest.mark.parametrize("calculator", table.CALCULATORS)
def test_every_choice_can_be_said_in_words(calculator):
    """Codes are for programs; a registrar writes words."""
    for one in table.describe(calculator)["fields"]:
        if one["kind"] == "choice" and one["name"] != "duration_years":
            assert set(table.names()["answers"][one["name"]]) == set(one["choices"])


@pytest.mark.parametrize(("header", "calculator"), [
    ("GPA;Курс", "gpa_transfer"), ("Всего кредитов;Уровень", "credits"), ("Unexcused hours", "attendance"),
    ("Оценки,Вид стипендии", "scholarship"), ("Имя", None), ("GPA;Пропуски", None),
])  # fmt: skip
def test_the_question_is_guessed_only_where_there_is_one(header, calculator):
    """Two questions in one table are for a person to part."""
    assert table.guessed(read(header)[0]) == calculator


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_tables_are_read_as_spreadsheets_save_them(delimiter, encoding):
    """Every delimiter, every encoding of Russian Windows; quoted cells may hold both."""
    text = f'Имя{delimiter}Пропуски\r\n"Ли{delimiter} ""А"""{delimiter}36\r\n\r\n'

    assert read(text.encode(encoding)) == [["Имя", "Пропуски"], [f'Ли{delimiter} "А"', "36"]]


@pytest.mark.parametrize("content", [b"PK\x03\x04\0\0", b"\x89PNG\0", '"never ends'])
def test_what_is_no_table_is_refused(content):
    """An error of one code, never a crash."""
    with pytest.raises(TableError):
        read(content)


def test_credits_by_cycle_and_scholarship_marks_fit_into_cells():
    """Groups are columns of their own; marks stand in one cell."""
    [credits] = judged("Вуз;Уровень;Направление;БД ВК;БД КВ;ПД;НИРМ;ИА\nIETU;магистратура;научно-педагогическое;20;15;53;24;8\n")
    assert (credits["status"], credits["total"]) == ("met", 120)

    text = "Стипендия түрі\tҚаржыландыру\tДеңгей\tБағалар\tСессия соңы\nмемлекеттік\tгрант\tбакалавриат\t{}\t20.06.2026\n"
    for marks, status in (("A, A-, B+", "met"), ("А В+", "met"), ("өте жақсы", "met"), ("отлично; хорошо", "met"), ("A C", "not_met"), ("A ?", "invalid_input")):
        [answer] = judged(text.format(marks), institution="aues")
        assert answer["status"] == status, marks
    assert judged(text.format("A"), institution="aues")[0]["pay_from"].startswith("2026-07-")


def test_a_blank_cell_asks_nothing_and_a_column_put_right_by_hand_may_be_any():
    """Blank cycles do not outrank a total; a place beyond the row, or for no input at all, is passed over."""
    places = {"level": 0, "components.pd": 1, "total_credits": 2, "no_such_input": 0, "track": 9, "duration_years": -1}

    assert table.request("credits", "htii", places, ["bachelor", "", "240"]) == {
        "calculator": "credits", "institution": "htii", "inputs": {"level": "bachelor", "total_credits": "240"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "status"),
    [("иә", "undefined"), ("Да", "undefined"), ("жоқ", "met"), ("НЕТ", "met"), ("", "met"), ("мүмкін", "invalid_input")],
)
def test_yes_and_no_are_read_in_words(cell, status):
    """A shortened programme has no volume fixed; any other has."""
    [answer] = judged(f"Вуз;Уровень;Всего кредитов;Сокращённый срок\nHTII;бакалавриат;240;{cell}\n")

    assert answer["status"] == status


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "-", "+", "=", "-1e5"])
def test_no_cell_is_run_by_a_spreadsheet(cell):
    """An apostrophe makes it text."""
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+1,67", "-0.5", "1.67", "A-", "", "Ли = Ким"])
def test_numbers_and_words_stay_as_they_are(cell):
    """A negative number is no formula."""
    assert harmless(cell) == cell


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20), min_size=1, max_size=5), min_size=1))
def test_what_is_written_is_read_back(rows):
    """Nothing is lost on the way but spaces around and blank rows; no cell begins as a formula."""
    back = list(csv.reader(io.StringIO(written(rows).decode("utf-8-sig"), newline="")))

    assert back == [[harmless(cell) for cell in row] if row != [""] else [] if row == [] else [""] for row in rows]
    assert not any(cell.startswith(("=", "@")) for row in back for cell in row)


def test_a_table_is_bounded():
    """A million columns are cut, not computed."""
    assert len(read("a," * 5000)[0]) == MOST_COLUMNS
    assert read("a,,\n,,\n,b,,,") == [["a"], ["", "b"]]


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    """No table stops the program."""
    try:
        rows = read(text)
    except TableError:
        return
    for name in table.CALCULATORS:
        if rows:
            assert all("status" in each for each in table.answers(name, "htii", table.matched(rows[0], name), rows[1:]))


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "calculators", "--table", *arguments], capture_output=True)


def test_the_command_line_writes_the_table_with_verdicts(tmp_path):
    """The reader's columns first, then tokens, figures and clauses."""
    path = tmp_path / "students.csv"
    path.write_text("=cmd();GPA;Курс;Деңгей\n=1+1;1,66;1;магистр\n;2;1\n", "utf-8")
    done = run(str(path), "--institution", "htii")
    header, first, second = csv.reader(io.StringIO(done.stdout.decode("utf-8-sig"), newline=""))

    assert done.returncode == 0
    assert header == ["'=cmd()", "GPA", "Курс", "Деңгей", *table.RESULT]
    assert first[:6] == ["'=1+1", "1,66", "1", "магистр", "not_met", "gpa: 1.6600 (>= 1.67)"]
    assert "htii-5.5.13" in first[-1]
    assert (second[4], second[8]) == ("incomplete", "level: blank")


@pytest.mark.parametrize(
    ("calculator", "inputs", "change"),
    [
        ("commission", {"kind": "quality", "members": 8, "students": 1}, "size: 7, 9 people; student_share: 2 people"),
        ("gpa_transfer", {"level": "master", "year_completed": 1, "gpa": 0, "credits_earned": 9, "remaining_credits": 1},
         "gpa: 1.67 gpa_points; remaining_impossible"),
    ],
)  # fmt: skip
def test_what_would_change_a_verdict_is_told_with_its_unit(calculator, inputs, change):
    """Two of what: people, not per cent."""
    given = table.answer({"calculator": calculator, "institution": "htii", "inputs": inputs})

    assert table.result(given)[2] == change


@pytest.mark.parametrize("arguments", [(), ("a.csv", "b.csv"), ("missing.csv",), ("x", "--what", "y")])
def test_a_wrong_call_says_how_it_is_done(arguments):
    """Exit code 2, a line on standard error, nothing on standard output."""
    done = run(*arguments)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
