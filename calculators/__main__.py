"""`python -m calculators`: questions in, answers out, in order.

With `--jsonl` a question is a line; with `--table students.csv` it is a row.
"""

import json
import os
import sys
import traceback
from collections.abc import Iterable, Iterator

from calculators.api import answer_json

USAGE = """usage: python -m calculators --jsonl < questions.jsonl > answers.jsonl
       python -m calculators --table students.csv [--calculator NAME] [--institution CODE] > verdicts.csv"""


def answers(lines: Iterable[bytes]) -> Iterator[str]:
    """An answer for every line, a blank or a broken one included.

    A defect of ours is told on standard error and answered with the status
    `fault`: never with a verdict, and never by falling silent.
    """
    for line in lines:
        try:
            yield answer_json(line)
        except Exception:  # noqa: BLE001 - the next lines still want their answers
            traceback.print_exc()
            yield json.dumps({"id": None, "status": "fault", "flags": [], "clauses": []})


def main() -> int:
    """Answer standard input until it ends, or a table."""
    if sys.argv[1:2] == ["--table"]:
        from calculators.table import main as answer_table  # here: no browser loads it to answer one question

        return answer_table(sys.argv[2:])
    if sys.argv[1:] != ["--jsonl"]:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        for answer in answers(sys.stdin.buffer):
            print(answer, flush=True)
    except BrokenPipeError:
        # Whoever listened has gone; nothing is left to say at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
