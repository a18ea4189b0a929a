"""One file for each script that a page or a worker starts: a phone asks once instead of thirty times.

The modules stay as they are written in docs/assets; only what is published is
joined.  Each script gets its own copy of what it imports, so that addresses
relative to a module stay true.
"""

import re
from pathlib import Path

from scripts.bundle.build import node

HERE = Path(__file__).parent
STARTED = re.compile(r'<script type="module" src="(?:\.\.?/)*assets/([^"]+\.mjs)"')
# A script names another that it loads later by its address below the site's root.
LATER = re.compile(r"['\"`]assets/([\w./-]+\.mjs)['\"`]")
WORKERS = "*worker.mjs"


def join(site: Path) -> int:
    """Join the scripts below `assets/` in place, remove the modules that are part of them now; return how many are left."""
    assets = site / "assets"
    modules = {path for path in assets.rglob("*.mjs") if "runtime" not in path.relative_to(assets).parts}
    names = {name for path in site.rglob("*.html") for name in STARTED.findall(path.read_text("utf-8"))}
    names |= {name for path in modules for name in LATER.findall(path.read_text("utf-8"))}
    started = {assets / name for name in names} | {path for path in modules if path.match(WORKERS)}
    node(HERE / "join.mjs", assets, *sorted(started))
    for path in modules - started:
        path.unlink()
    return len(started)
