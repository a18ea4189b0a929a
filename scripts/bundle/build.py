"""Assemble the bundle: runtime core, trimmed library, compiled wheel, memory snapshot.

The folder's name carries a digest of its content, so a browser may keep it
for ever and never mixes two builds.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NPM = ROOT / "node_modules" / "pyodide"
WORK = ROOT / "build" / "bundle"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
SNAPSHOT = "memory.snapshot"
CASES = sorted((ROOT / "tests" / "cases").glob("*.json"))


class BundleError(RuntimeError):
    """The bundle would not answer as the full runtime does."""


def node(*arguments: str | Path) -> None:
    """Run Node: the machine's, or the one that the set-up brought."""
    path = f"{ROOT / '.tools' / 'node' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    program = shutil.which("node", path=path)
    if program is None:
        raise BundleError("node is not installed; run make build, which brings it")
    subprocess.run([program, *map(str, arguments)], cwd=ROOT, check=True)


def wheel() -> Path:
    """Our package as a wheel of bytecode for the pinned runtime."""
    folder = WORK / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1577836800"}
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True, env=environment, stdout=subprocess.DEVNULL,
    )
    subprocess.run([sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", folder], check=True, env=environment)
    [built] = folder.glob("*.whl")
    return _settled(built)


def _settled(archive: Path) -> Path:
    """The same archive with fixed dates, so that equal sources give equal bytes."""
    with zipfile.ZipFile(archive) as source:
        members = {info.filename: source.read(info) for info in source.infolist()}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in sorted(members.items()):
            target.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)
    return archive


def lock() -> str:
    """The runtime's list of packages: none, since it is we who put ours in place and check it."""
    info = json.loads((NPM / LOCK).read_text("utf-8"))["info"]
    return json.dumps({"info": info, "packages": {}}, sort_keys=True)


def requests() -> list[dict]:
    """The worked cases, as the calculators are asked them."""
    cases = [case for path in CASES for case in json.loads(path.read_text("utf-8"))]
    asked = [{key: case[key] for key in ("id", "calculator", "institution", "inputs")} for case in cases]
    return [*asked, {"id": "bad", "calculator": None}, {"id": "odd", "calculator": "gpa", "inputs": {"courses": "x"}}]


def bundle(target: Path) -> Path:
    """Build the bundle below `target` and return its folder.

    Raises:
        BundleError: the finished bundle answers a worked case otherwise than
            the same code does here.
    """
    WORK.mkdir(parents=True, exist_ok=True)
    package = wheel()
    asked, library, given = WORK / "requests.json", WORK / LIBRARY, WORK / "answers.json"
    asked.write_text(json.dumps(requests(), ensure_ascii=False), "utf-8")
    folder = WORK / "folder"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in (*CORE, LIBRARY):
        shutil.copyfile(NPM / name, folder / name)
    shutil.copyfile(package, folder / package.name)
    (folder / LOCK).write_text(lock(), "utf-8")

    node("scripts/bundle/runtime.mjs", "pack", folder, asked, library)
    shutil.copyfile(library, folder / LIBRARY)
    node("scripts/bundle/snapshot.mjs", folder, asked)
    for way in ("answer", "restored"):
        node("scripts/bundle/runtime.mjs", way, folder, asked, given)
        _require_same(json.loads(given.read_text("utf-8")))
    named = target / _digest(folder)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, named)
    return named


def _require_same(answers: list[dict]) -> None:
    from calculators.api import answer_json

    for request, answer in zip(requests(), answers, strict=True):
        here = json.loads(answer_json(json.dumps(request)))
        if here != answer:
            raise BundleError(f"{request['id']}: the bundle answers {answer}, the package {here}")


def _digest(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]


def integrity(path: Path) -> str:
    """The checksum of a file as a browser takes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
