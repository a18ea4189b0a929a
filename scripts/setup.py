"""Bring a bare machine to where the project runs: Python 3.13, Node, a browser.

Runs under any Python 3.11+ with pip and imports nothing else.  Every step is
stamped with what it was made from, so a second run does nothing and needs no
network.

Usage: setup.py [site] [test]
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMPS = ROOT / ".cache" / "setup"
TOOLS = ROOT / ".tools"
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BROWSER = STAMPS / "browser-path"

OLDEST_NODE = 20  # what the service worker's generator asks for
INSTALLED_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


class SetupError(Exception):
    """A step that the project cannot do without did not succeed."""


def run(*command: str | Path, **options) -> subprocess.CompletedProcess:
    """Run a command from the repository's root; its failure ends the set-up."""
    print("+", *command, flush=True)
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=True, **options)


def stamped(name: str, *sources: str) -> bool:
    """True when the step was last made from sources with this very content."""
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == _digest(sources)


def stamp(name: str, *sources: str) -> None:
    """Record that the step is done with the present content of its sources."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(_digest(sources))


def _digest(sources: tuple[str, ...]) -> str:
    content = b"".join((ROOT / source).read_bytes() for source in sources)
    return hashlib.sha256(str(ROOT).encode() + content).hexdigest()


def uv() -> Path:
    """Our own uv, whatever the machine has: one version, checked by hash."""
    program = TOOLS / "uv" / "bin" / "uv"
    lock = "scripts/bootstrap.lock"
    if not (program.exists() and stamped("uv", lock)):
        # --target works without the venv module and where pip guards the system.
        run(sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps", "--require-hashes",
            "--target", TOOLS / "uv", "-r", lock)
        stamp("uv", lock)
    return program


def python_environment() -> None:
    """The project's Python with exactly the packages that are locked."""
    locks = (".python-version", "requirements.lock")
    if PYTHON.exists() and stamped("python", *locks):
        return
    tool = uv()
    run(tool, "venv", "--quiet", "--clear", "--python", (ROOT / ".python-version").read_text().strip(), ENVIRONMENT)
    run(tool, "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", "requirements.lock")
    stamp("python", *locks)


def node(tests: bool) -> None:
    """Node for building the browser's part, and its packages; those of the tests only where asked for."""
    sources = ("package.json", "package-lock.json", "scripts/node.lock")
    enough = ("node-tests",) if tests else ("node-tests", "node")
    if (ROOT / "node_modules" / "pyodide").exists() and any(stamped(name, *sources) for name in enough):
        return
    if not (shutil.which("node") and shutil.which("npm") and _node_version() >= OLDEST_NODE):
        run(uv(), "venv", "--quiet", "--clear", "--python", PYTHON, TOOLS / "node")
        run(uv(), "pip", "sync", "--quiet", "--python", TOOLS / "node", "--require-hashes", "scripts/node.lock")
    path = f"{TOOLS / 'node' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    run(shutil.which("npm", path=path), "ci", "--ignore-scripts", "--prefer-offline", "--no-progress",
        *(() if tests else ("--omit=dev",)), env=os.environ | {"PATH": path})
    for name in ("node-tests", "node"):
        (STAMPS / name).unlink(missing_ok=True)
    stamp(enough[-1], *sources)


def _node_version() -> int:
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    return int(said.strip().removeprefix("v").partition(".")[0] or 0)


def browser() -> None:
    """A Chromium for the tests: the machine's, Playwright's own, or Debian's."""
    if BROWSER.exists() and (not BROWSER.read_text() or Path(BROWSER.read_text()).exists()):
        return
    STAMPS.mkdir(parents=True, exist_ok=True)
    found = _installed_browser()
    if found is None and _download_browser():
        found = ""  # Playwright knows where its own is
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core")
        found = _installed_browser()
    if found is None:
        raise SetupError(
            "no browser for the tests: install Chromium or Chrome, or let Playwright download one "
            "(python -m playwright install chromium)"
        )
    BROWSER.write_text(found)


def _installed_browser() -> str | None:
    named = os.environ.get("PLAYWRIGHT_CHROMIUM_EXECUTABLE")
    return next(filter(None, map(shutil.which, filter(None, (named, *INSTALLED_BROWSERS)))), None)


def _download_browser() -> bool:
    """Let Playwright fetch its own Chromium; True when that one starts."""
    try:
        run(PYTHON, "-m", "playwright", "install", "chromium", timeout=900)
        if not _starts() and os.name == "posix" and os.geteuid() == 0:
            run(PYTHON, "-m", "playwright", "install-deps", "chromium", timeout=900)
    except (subprocess.SubprocessError, OSError) as fault:
        print(f"Playwright could not download its browser ({fault}); trying the machine's packages", flush=True)
        return False
    return _starts()


def _starts() -> bool:
    probe = "from playwright.sync_api import sync_playwright as p\nwith p() as p: p.chromium.launch().close()"
    return subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0


def web_server() -> None:
    """Debian's nginx for the test of deploy/, where it is to be had; elsewhere that test says it was skipped."""
    if shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin") or stamped("nginx"):
        return
    if shutil.which("apt-get") and os.name == "posix" and os.geteuid() == 0:
        try:
            # RUNLEVEL keeps the package from starting a server of its own.
            run("apt-get", "install", "-qq", "-y", "--no-install-recommends", "nginx-light", "libnginx-mod-http-brotli-static",
                env=os.environ | {"RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"})
        except (subprocess.SubprocessError, OSError) as fault:
            print(f"no nginx here ({fault}); its test will be skipped", flush=True)
    stamp("nginx")


def main(wanted: list[str]) -> int:
    """Do the steps that building the site, or testing it, needs."""
    try:
        python_environment()
        node(tests="test" in wanted)
        if "test" in wanted:
            browser()
            web_server()
    except (SetupError, subprocess.CalledProcessError) as fault:
        print(f"set-up stopped: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
