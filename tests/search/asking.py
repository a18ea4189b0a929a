"""Run a function of a built engine in Node, JSON in and out."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts.bundle.build import ROOT

SCRIPT = Path(__file__).with_name("ask.mjs")


def asked(engine: Path, name: str, argument: object) -> object:
    """What the function of ask.mjs gives for the engine in this folder."""
    path = f"{ROOT / '.tools' / 'node' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    program = shutil.which("node", path=path)
    assert program, "node is not installed; run make test"
    with tempfile.TemporaryDirectory() as folder:
        request, answer = Path(folder, "request.json"), Path(folder, "answer.json")
        request.write_text(json.dumps(argument), "utf-8")
        command = [program, SCRIPT, engine, name, request, answer]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(answer.read_text("utf-8"))
