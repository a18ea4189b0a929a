"""The command line."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path

from calculators import __main__ as command

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = json.loads((ROOT / "tests" / "cases" / "golden.json").read_text("utf-8"))
GIVE_UP = 60  # seconds after which an answer that never comes is no longer waited for


def run(text: bytes, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "calculators", *(arguments or ("--jsonl",))], input=text, capture_output=True, cwd=ROOT, check=False
    )


def test_every_line_is_answered_in_order():
    """Good and bad lines, blank ones too; the last without a line end."""
    lines = [json.dumps(case, ensure_ascii=False).encode() for case in CASES]
    lines[3:3] = [b"", b"not json", b"\xff", b'{"id": "mid"}']
    done = run(b"\n".join(lines))
    said = [json.loads(line) for line in done.stdout.splitlines()]

    assert (done.returncode, done.stderr) == (0, b"")
    assert len(said) == len(lines)
    assert [each["id"] for each in said] == [*(case["id"] for case in CASES[:3]), None, None, None, "mid", *(case["id"] for case in CASES[3:])]


def test_no_input_is_no_output():
    """Silence for silence."""
    assert run(b"").stdout == b""


def test_a_wrong_call_is_told_how():
    """Nothing is read."""
    done = run(b"{}", "--help")

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--jsonl" in done.stderr


def test_an_answer_comes_before_the_next_question():
    """A caller that waits for each answer does not wait for ever, whatever its Python buffers."""
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        [sys.executable, "-m", "calculators", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=buffered
    ) as process:
        for case in CASES[:2]:
            process.stdin.write(json.dumps(case).encode() + b"\n")
            process.stdin.flush()

            assert select.select([process.stdout], [], [], GIVE_UP)[0]
            assert json.loads(process.stdout.readline())["id"] == case["id"]
        process.stdin.close()


def test_a_defect_of_ours_is_a_fault_and_the_next_line_is_answered(monkeypatch, capsys):
    """Told on standard error, never as a verdict."""
    answers = iter([ZeroDivisionError("ours"), None])

    def failing_once(line: bytes) -> str:
        if error := next(answers):
            raise error
        return "{}"

    monkeypatch.setattr(command, "answer_json", failing_once)
    first, second = command.answers([b"one", b"two"])

    assert json.loads(first)["status"] == "fault"
    assert second == "{}"
    assert "ZeroDivisionError: ours" in capsys.readouterr().err


def test_a_listener_that_leaves_ends_the_command_quietly():
    """As `head -1` does."""
    script = f"{sys.executable} -m calculators --jsonl | head -n 1"
    done = subprocess.run(
        ["sh", "-c", script], input=b'{"id": 1}\n' * 5000, capture_output=True, cwd=ROOT, check=False
    )

    assert json.loads(done.stdout)["id"] == 1
    assert done.stderr == b""
