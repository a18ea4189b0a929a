"""Ask the public databases whether a package we build with, or ship, has a known weakness.

Where a database cannot be asked, that is said in so many words: silence is not safety.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".tools" / "uv" / "bin" / "uv"


def audit() -> int:
    """Print what is known of all locked packages; 1 when one has a weakness, 2 when a database was not reached."""
    answers = {"Python": _python(), "npm": _npm(ROOT), "npm, for Lighthouse": _npm(ROOT / "benchmarks" / "npm")}
    for name, (found, text) in answers.items():
        said = {True: "weaknesses known", False: "nothing known", None: "NOT CHECKED, the database was not reached"}[found]
        print(f"{name}: {said}\n{text}".rstrip(), flush=True)
    results = [found for found, _ in answers.values()]
    return 1 if True in results else 2 if None in results else 0


def _python() -> tuple[bool | None, str]:
    if not (ROOT / "uv.lock").exists() and _run(UV, "lock", "--quiet").returncode:
        return None, "uv.lock could not be made; make lock needs a network"
    said = _run(UV, "audit", "--frozen", "--preview-features", "audit-command")
    # uv ends with 1 for a finding and with 2 when it could not ask.
    return {0: False, 1: True}.get(said.returncode), (said.stdout + said.stderr).strip()


def _npm(folder: Path) -> tuple[bool | None, str]:
    path = f"{ROOT / '.tools' / 'node' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    said = _run(shutil.which("npm", path=path) or "npm", "audit", "--json", "--audit-level=none", folder=folder)
    try:
        counts = json.loads(said.stdout)["metadata"]["vulnerabilities"]
    except (ValueError, KeyError):
        return None, said.stderr.strip()
    return counts["total"] > 0, json.dumps(counts)


def _run(*command: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(audit())
