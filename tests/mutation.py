"""Would the tests notice a changed figure or a turned comparison?

    python -m tests.mutation [calculators/quorum.py calculators/rules/umc.toml …]

Changes one thing at a time in a copy of the package, runs the calculators'
tests on it and names every change that no test noticed.  No part of the test
run: it takes minutes.
"""

import ast
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import hypothesis  # noqa: F401 - loaded once here, not again for every change
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("calculators")
TESTS = Path("tests/calculators")
NEEDED = (PACKAGE, TESTS, Path("tests/cases"), Path("tests/generated.py"), Path("docs/data"), Path("pyproject.toml"))
PATIENCE = 120  # seconds of work, however busy the machine is; a loop that never ends is noticed too
# Laws over files, the drawn requests and the command line: slow, and no judges of a rule.
LAST = ("test_api.py", "test_rules_files.py", "test_tokens.py", "test_main.py")
FIRST = ("test_small_questions.py", "test_golden.py")
WORTH = "not drawn_answers and not any_inputs_are_answered"
# Read by no calculator: lists of tokens and descriptions.
PLAIN = ("tokens.py", "describe.py", "__init__.py")

TURNED = {
    ast.GtE: ast.Gt, ast.Gt: ast.GtE, ast.LtE: ast.Lt, ast.Lt: ast.LtE, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
RELATIONS = {">=": "=", "<=": "=", "first": "within", "before": "within"}
EXACT = ("ietu.toml", "miras.toml")  # where "=" is compared with; elsewhere it is a factor or a share
VALUE = re.compile(r'value = "([^"]+)"')
LISTED = re.compile(r'value = \["([^"]+)"')
RELATION = re.compile(r'relation = "([^"]+)"')


@dataclass(frozen=True)
class Change:
    """One file's text with one thing changed."""

    path: Path
    line: int
    what: str
    text: str


def changes(path: Path) -> Iterator[Change]:
    """Every change to a file of figures or of code."""
    yield from figure_changes(path) if path.suffix == ".toml" else code_changes(path)


def figure_changes(path: Path) -> Iterator[Change]:
    """Each figure a little more, each relation another one."""
    lines = (ROOT / path).read_text("utf-8").splitlines(keepends=True)
    for index, line in enumerate(lines):
        for pattern, other in ((VALUE, more), (LISTED, lambda _: "other"), (RELATION, RELATIONS.get)):
            match = pattern.search(line)
            value = match and other(match[1])
            if match and match[0] == 'relation = "="' and path.name in EXACT:
                value = ">="
            if value:
                changed = line[: match.start(1)] + value + line[match.end(1) :]
                name = line.split("=")[0].strip()
                yield Change(path, index + 1, f"{name}: {match[1]} -> {value}", "".join([*lines[:index], changed, *lines[index + 1 :]]))


def more(value: str) -> str:
    """A figure one step of its last digit up; a share, a day, a level changed."""
    if value.endswith("."):
        day, month, _ = value.split(".")
        return f"{int(day) + 1}.{month}."
    if match := re.fullmatch(r"(\d+)\.00", value):
        return f"{int(match[1]) + 1}.00"
    if match := re.fullmatch(r"(\d+)(?:\.(\d+))?", value):
        step = int(value.replace(".", "")) + 1
        decimals = len(match[2] or "")
        return f"{step // 10**decimals}.{step % 10**decimals:0{decimals}d}" if decimals else str(step)
    return {"2/3": "3/4", "B2": "C1", "excellent": "good"}.get(value, "excellent")


def code_changes(path: Path) -> Iterator[Change]:
    """Each comparison, junction, sum, negation and truth value turned round."""
    source = (ROOT / path).read_text("utf-8")
    for index, node in enumerate(ast.walk(ast.parse(source))):
        for turn in range(len(node.ops) if isinstance(node, ast.Compare) else 1):
            tree = ast.parse(source)
            again = next(each for position, each in enumerate(ast.walk(tree)) if position == index)
            what = turned(again, turn)
            if what:
                yield Change(path, node.lineno, what, ast.unparse(tree))


def turned(node: ast.AST, turn: int) -> str:
    """Turn the node round in place; what was done, or nothing for a node without a turn."""
    if isinstance(node, ast.Compare) and type(node.ops[turn]) in TURNED:
        before = ast.unparse(node)
        node.ops[turn] = TURNED[type(node.ops[turn])]()
    elif isinstance(node, (ast.BoolOp, ast.BinOp)) and type(node.op) in TURNED:
        before = ast.unparse(node)
        node.op = TURNED[type(node.op)]()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        before = ast.unparse(node)
        node.op = ast.UAdd() if isinstance(node.operand, ast.Constant) else node.op
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        before = ast.unparse(node)
        node.value = not node.value
    else:
        return ""
    return f"{before} -> {ast.unparse(node)}"


def noticed(change: Change, copy: Path) -> bool:
    """Whether any test fails on the changed copy, asked in a process of its own."""
    target = copy / change.path
    before = target.read_text("utf-8")
    target.write_text(change.text, "utf-8")
    child = os.fork()
    if child == 0:
        _judge(change, copy)
    _, status = os.waitpid(child, 0)
    target.write_text(before, "utf-8")
    return status != 0


def _judge(change: Change, copy: Path) -> None:
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    signal.alarm(10 * PATIENCE)  # for what waits without working
    os.chdir(copy)
    sys.path.insert(0, str(copy))
    sys.dont_write_bytecode = True
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    failed = True
    try:
        failed = any(
            pytest.main(["-x", "-q", "--no-header", "-k", WORTH, *map(str, files)]) != 0
            for files in in_turn(change.path.stem) if files
        )
    finally:
        os._exit(failed)  # whatever was raised, the parent's folder is not the child's to remove


def in_turn(stem: str) -> list[list[Path]]:
    """The test files: the one of this name, the small ones, the worked cases, then all others, then the slow ones."""
    files = [path.relative_to(ROOT) for path in sorted((ROOT / TESTS).glob("test_*.py"))]
    own = [path for path in files if path.name == f"test_{stem.strip('_')}.py"]
    first = [[path for path in files if path.name == name and path not in own] for name in FIRST]
    last = [path for path in files if path.name in LAST and path not in own]
    early = {*own, *sum(first, []), *last}
    return [own, *first, [path for path in files if path not in early], last]


def main() -> int:
    """Try every change of the files named, of all by default."""
    every = [*sorted((ROOT / PACKAGE / "rules").glob("*.toml")), *sorted((ROOT / PACKAGE).glob("*.py"))]
    asked = [Path(each) for each in sys.argv[1:]] or [path.relative_to(ROOT) for path in every if path.name not in PLAIN]
    survivors = total = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for each in NEEDED:
            (shutil.copytree if (ROOT / each).is_dir() else shutil.copy)(ROOT / each, _ready(copy / each))
        unchanged = PACKAGE / "verdict.py"
        if noticed(Change(unchanged, 1, "nothing", (ROOT / unchanged).read_text("utf-8")), copy):
            print("the tests fail on the unchanged package; look there first")
            return 1
        for path in asked:
            before = (total, survivors)
            for change in changes(path):
                total += 1
                if not noticed(change, copy):
                    survivors += 1
                    print(f"{change.path}:{change.line}: nobody notices {change.what}", flush=True)
            print(f"{path}: {total - before[0]} changes, {survivors - before[1]} not noticed", flush=True)
    print(f"{total} changes, {survivors} not noticed")
    return 1 if survivors else 0


def _ready(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


if __name__ == "__main__":
    sys.exit(main())
