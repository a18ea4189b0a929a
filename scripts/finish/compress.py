"""A .br and a .gz beside every file that shrinks, for hosts that serve them."""

import gzip
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

KINDS = {
    ".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".wasm", ".zip", ".whl",
    ".webmanifest", ".csv", ".tsv", ".ics", ".md", ".bin",
}  # fmt: skip
SMALLEST = 200  # below that a header weighs more than what is saved
LARGE = 20_000  # from there the best compression takes its time, so the result is kept
# Thousands of small files: nearly as small in a tenth of the time.
QUICK = {".br": lambda content: brotli.compress(content, quality=9), ".gz": lambda content: gzip.compress(content, 9, mtime=0)}
BEST = {".br": lambda content: brotli.compress(content, quality=11, lgwin=24), ".gz": lambda content: gzip.compress(content, 9, mtime=0)}


def compress(site: Path, kept: Path) -> int:
    """Write the compressed twins of all files worth it; return how many files have them.

    Twins of large files are kept in the folder `kept` by content, for the next
    build; those that this build had no use for go.
    """
    kept.mkdir(parents=True, exist_ok=True)
    for stale in (*site.rglob("*.br"), *site.rglob("*.gz")):
        stale.unlink()
    files = [path for path in sorted(site.rglob("*")) if path.suffix in KINDS and path.is_file() and path.stat().st_size >= SMALLEST]
    used: set[Path] = set()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        count = sum(pool.map(lambda path: _twins(path, kept, used), files))
    for store in set(kept.iterdir()) - used:
        store.unlink()
    return count


def _twins(path: Path, kept: Path, used: set[Path]) -> bool:
    """Write the twins that are smaller than the file; True when there is one."""
    content = path.read_bytes()
    twins = {ending: _twin(content, ending, kept, used) for ending in BEST}
    smaller = {ending: twin for ending, twin in twins.items() if len(twin) < len(content)}
    for ending, twin in smaller.items():
        path.with_name(path.name + ending).write_bytes(twin)
    return bool(smaller)


def _twin(content: bytes, ending: str, kept: Path, used: set[Path]) -> bytes:
    """The compressed content; equal contents give equal bytes, without a date."""
    if len(content) < LARGE:
        return QUICK[ending](content)
    store = kept / (hashlib.sha256(content).hexdigest() + ending)
    if not store.exists():
        store.write_bytes(BEST[ending](content))
    used.add(store)
    return store.read_bytes()
