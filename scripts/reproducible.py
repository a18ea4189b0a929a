"""Build twice and say which files differ; equal sources must give equal bytes."""

import hashlib
import shutil
import sys
from fnmatch import fnmatch
from pathlib import Path

from scripts.build import SITE, build
from scripts.finish import KEPT

# Memory images of the interpreter hold addresses and random state.
MAY_DIFFER = ("assets/runtime/*snapshot*",)


def digests(site: Path) -> dict[str, str]:
    """The content of every published file by its address."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differences() -> list[str]:
    """Addresses of the files in which two builds in a row differ, apart from those that may."""
    first = digests(build())
    shutil.rmtree(KEPT, ignore_errors=True)  # so that nothing is taken over from the first
    second = digests(build())
    differ = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    return sorted(name for name in differ if not any(fnmatch(name, pattern) for pattern in MAY_DIFFER))


def main() -> int:
    """Print the differences; 1 when there are any."""
    found = differences()
    print(*found, f"{len(found)} of {len(digests(SITE))} files differ between two builds", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
