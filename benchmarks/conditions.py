"""A slower network and a slower processor than this machine's, for every part of a browser alike.

The DevTools protocol slows a page's own requests and its main thread, not its
workers, where all of Python happens.  So the server here sends no faster than
the line allows, and the browser's processes stand still for part of the time.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Browser

from scripts.serve import Handler, Server

CHUNK = 16_384
TURN = 0.04  # seconds in which a slowed process runs once and stands still once


@dataclass(frozen=True)
class Conditions:
    """Under what a page is loaded.

    Attributes:
        megabits: what the line carries per second, all connections together; None for no limit.
        latency: seconds before an answer begins.
        slowdown: how many times slower the processor is.
    """

    name: str
    megabits: float | None = None
    latency: float = 0.0
    slowdown: int = 1


FULL = Conditions("full speed")
FAST = Conditions("10 Mbit/s", megabits=10, latency=0.04)
SLOW = Conditions("1.6 Mbit/s, a quarter of the processor", megabits=1.6, latency=0.15, slowdown=4)


class Line:
    """What is between a server and its readers: so many bytes per second."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.free_at = 0.0
        self.lock = threading.Lock()
        self.refused: tuple[str, ...] = ()

    def carry(self, size: int) -> None:
        """Take as long as these bytes take after all that are under way."""
        with self.lock:
            begin = max(self.free_at, time.monotonic())
            self.free_at = begin + size * 8 / (self.conditions.megabits * 1e6)
            wait = self.free_at - time.monotonic()
        if wait > 0:
            time.sleep(wait)


class LinedHandler(Handler):
    """Serves a folder at the far end of a line; hashed files may be kept, as a host would say."""

    def __init__(self, *args: object, line: Line, **more: object) -> None:
        self.line = line
        super().__init__(*args, **more)

    def send_head(self) -> BinaryIO | None:
        """Let the answer take its way; refuse what is to be refused."""
        time.sleep(self.line.conditions.latency)
        if self.path.endswith(self.line.refused or ("//",)):
            self.send_error(404)
            return None
        return super().send_head()

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        """Send the content piece by piece."""
        if self.line.conditions.megabits is None:
            super().copyfile(source, outputfile)
            return
        while chunk := source.read(CHUNK):
            self.line.carry(len(chunk))
            outputfile.write(chunk)


@contextmanager
def served(folder: Path, line: Line) -> Iterator[str]:
    """Serve a folder over a line; gives the address, ending in a slash."""
    with Server(("127.0.0.1", 0), partial(LinedHandler, directory=str(folder), line=line)) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def renderers(browser: Browser) -> list[int]:
    """Process ids of the browser's pages."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [int(each["id"]) for each in found if each["type"] == "renderer"]


@contextmanager
def slowed(pids: list[int], slowdown: int) -> Iterator[None]:
    """Let processes run only every so many-th part of the time, all their threads alike."""
    if slowdown == 1:
        yield
        return
    over = threading.Event()

    def pace() -> None:
        while not over.is_set():
            _signal(pids, signal.SIGSTOP)
            time.sleep(TURN * (1 - 1 / slowdown))
            _signal(pids, signal.SIGCONT)
            time.sleep(TURN / slowdown)

    thread = threading.Thread(target=pace)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        _signal(pids, signal.SIGCONT)


def _signal(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue


def peak_memory(pids: list[int]) -> float | None:
    """The most that any of the processes ever held, in megabytes; None where the system does not say."""
    peaks = []
    for pid in pids:
        path = Path(f"/proc/{pid}/status")
        if path.exists():
            peaks += [int(line.split()[1]) / 1e3 for line in path.read_text().splitlines() if line.startswith("VmHWM")]
    return max(peaks, default=None)
