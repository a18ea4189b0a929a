"""What pages load lies in a folder named by its content.

A page of one edition can then never be dressed or driven by another edition's
files, however caches and deployments interleave, and hosts may let browsers
keep these files for ever.  The calculators' runtime has such a folder already;
icons and preview cards keep their names, since others link to them.
"""

import hashlib
import re
import shutil
from pathlib import Path

HASHED = ("calculators", "fonts", "i18n", "javascripts", "scripts", "search", "styles")
DROPPED = ("*.map", "javascripts/workers", "javascripts/lunr", "stylesheets", "images/favicon.png")
# In an attribute, or in the theme's JSON: a relative or root address of one of the folders.
ADDRESS = re.compile(rf'(["\'](?:\.\.?/|/)*)assets/(?=(?:{"|".join(HASHED)})/)')
STRAY = re.compile(r"""["'`][^"'`\s]*\bassets/""")


class StrayAddress(RuntimeError):
    """A script names a folder that is about to be renamed."""


def fingerprint(site: Path) -> str:
    """Move the folders below `assets/<digest>/`, point all pages there, return the digest.

    Raises:
        StrayAddress: a module builds such an address by itself; it should read
            it from the page, or name a neighbour by `import.meta.url`.
    """
    assets = site / "assets"
    _drop(assets)
    folders = [assets / name for name in HASHED if (assets / name).is_dir()]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    for path in files:
        if path.suffix in (".mjs", ".js") and STRAY.search(path.read_text("utf-8")):
            raise StrayAddress(f"{path.relative_to(site)} names assets/; expected an address from the page or import.meta.url")
    digest = _digest(assets, files)
    for folder in folders:
        shutil.move(folder, assets / digest / folder.name)
    for path in site.rglob("*.html"):
        path.write_text(ADDRESS.sub(rf"\1assets/{digest}/", path.read_text("utf-8")), "utf-8")
    return digest


def _drop(assets: Path) -> None:
    """Remove what the theme brings and no page of ours asks for."""
    for pattern in DROPPED:
        for path in [*assets.rglob(pattern)] if "/" not in pattern else [*assets.glob(pattern)]:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _digest(root: Path, files: list[Path]) -> str:
    total = hashlib.sha256()
    for path in files:
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]
