"""The nginx of this folder on a port of this machine alone, for tests and benchmarks."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = Path(__file__).parent / "nginx"
BROTLI = "ngx_http_brotli_static_module.so"


class NotInstalled(Exception):
    """This machine has no nginx."""


@dataclass(frozen=True)
class Running:
    """An nginx that listens."""

    port: int
    brotli: bool
    pid: int


@contextmanager
def nginx(site: Path, change: Callable[[str], str] = str) -> Iterator[Running]:
    """Serve the site with ereje.conf; only the address, the folders and the user differ.

    Args:
        change: what else is to differ in ereje.conf.

    Raises:
        NotInstalled: there is none.
    """
    program = _installed()
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="ereje-nginx-") as folder:
        work = Path(folder)
        brotli = _configure(work, program, change(_server(site, port)))
        command = [program, "-p", work, "-c", work / "nginx.conf", "-e", "stderr"]
        checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        if checked.returncode or "[warn]" in checked.stderr:
            raise ValueError(checked.stderr)
        process = subprocess.Popen([*command, "-g", "daemon off;"])
        try:
            _wait(process, port)
            yield Running(port, brotli, process.pid)
        finally:
            process.terminate()
            process.wait(10)


def _installed() -> str:
    program = shutil.which("nginx", path=os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/usr/local/sbin")))
    if program is None:
        raise NotInstalled("nginx is not installed here (Debian: apt-get install nginx-light libnginx-mod-http-brotli-static)")
    return program


def _server(site: Path, port: int) -> str:
    text = (CONFIGURATION / "ereje.conf").read_text()
    for theirs, ours in (("listen 8080 default_server;", f"listen 127.0.0.1:{port};"), ("root /srv/ereje;", f"root {site};")):
        if theirs not in text:
            raise ValueError(f"ereje.conf has no {theirs!r} to replace")
        text = text.replace(theirs, ours)
    return text


def _configure(work: Path, program: str, server: str) -> bool:
    """Lay the folder out as a host has it; True when brotli is among the modules."""
    for name in ("ereje", "conf.d", "modules-enabled"):
        (work / name).mkdir()
    shutil.copyfile(CONFIGURATION / "security.conf", work / "ereje" / "security.conf")
    folders = (Path(program).parents[2] / "usr/lib/nginx/modules", Path(program).parents[1] / "lib/nginx/modules")
    module = next((folder / BROTLI for folder in folders if (folder / BROTLI).exists()), None)
    if module:
        (work / "modules-enabled" / "brotli.conf").write_text(f"load_module {module};\n")
        shutil.copyfile(CONFIGURATION / "brotli.conf", work / "ereje" / "brotli.conf")
    (work / "conf.d" / "ereje.conf").write_text(server)
    main = (CONFIGURATION / "nginx.conf").read_text().replace("/tmp/", f"{work}/")
    # Whoever may switch to a user without rights could then not read a private checkout.
    (work / "nginx.conf").write_text(f"user root;\n{main}" if os.geteuid() == 0 else main)
    return module is not None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process: subprocess.Popen, port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError("nginx did not begin to listen")
