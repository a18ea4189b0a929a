"""What pages load lies in a folder named by its content.

A page of one edition can then never be dressed or driven by another edition's
files, however caches and deployments interleave, and hosts may let browsers
keep these files for ever.
"""

import hashlib
import re
import shutil
from pathlib import Path

# The runtime and its add-ons are named by content already; others link to icons and cards by name.
NAMED = ("addons", "app", "cards", "icons", "images", "runtime")
DROPPED = ("**/*.map", "javascripts", "stylesheets", "images/favicon.png")


def fingerprint(site: Path) -> str:
    """Move the folders below `assets/<digest>/`, point pages and scripts there, return the digest."""
    assets = site / "assets"
    _drop(assets)
    folders = sorted(path for path in assets.iterdir() if path.is_dir() and path.name not in NAMED)
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    digest = _digest(assets, files)
    for folder in folders:
        shutil.move(folder, assets / digest / folder.name)
    address = _addresses([folder.name for folder in folders])
    for path in (*site.rglob("*.html"), *(assets / digest).rglob("*.mjs")):
        text = path.read_text("utf-8")
        path.write_text(address.sub(rf"\1assets/{digest}/", text), "utf-8")
    return digest


def _addresses(folders: list[str]) -> re.Pattern[str]:
    """In an attribute, in the theme's JSON or in a script: an address in one of the folders."""
    return re.compile(rf'(["\'`](?:\.\.?/|/)*)assets/(?=(?:{"|".join(folders)})/)')


def _drop(assets: Path) -> None:
    """Remove what the theme brings and no page of ours asks for."""
    for pattern in DROPPED:
        for path in list(assets.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _digest(root: Path, files: list[Path]) -> str:
    total = hashlib.sha256()
    for path in files:
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]
