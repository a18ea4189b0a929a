"""Build twice and say which files differ; equal sources must give equal bytes.

The two builds are processes of their own, with another order of sets and
another time zone, and the second takes nothing over from the first.  One
thing is stated and not compared: a build lists the public holidays of the year
it is made in and the next ones, so another year's build differs in these.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.build import ROOT, SITE
from scripts.finish import KEPT

MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C"},
)


def digests(site: Path) -> dict[str, str]:
    """The content of every published file by its address."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def built(machine: dict[str, str]) -> dict[str, str]:
    """Build from nothing on what could be another machine."""
    for folder in (KEPT, ROOT / "build", SITE):
        shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "scripts", "build"], cwd=ROOT, check=True, env=os.environ | machine)
    return digests(SITE)


def main() -> int:
    """Print the files that differ; 1 when there are any."""
    first, second = map(built, MACHINES)
    differ = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    print(*differ, f"{len(differ)} of {len(second)} files differ between two builds", sep="\n")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
