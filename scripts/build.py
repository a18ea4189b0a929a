"""From the sources to the deployable site/: wording, bundle, pages."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"


def pages() -> None:
    """Let MkDocs write the pages; every warning of its is an error here."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=ROOT, check=True, env=environment)


def build() -> Path:
    """Build everything and return the folder to publish."""
    from scripts.bundle.addons import addons
    from scripts.bundle.build import bundle
    from scripts.finish import finish
    from scripts.official import folder as official_folder
    from scripts.publish.build import publish
    from scripts.search.build import write as write_search

    began = time.monotonic()
    runtime = bundle(ROOT / "build" / "runtime")
    addons(runtime)
    print(f"bundle: {runtime.relative_to(ROOT)}", flush=True)
    pages()
    write_search(SITE, official_folder())
    publish(SITE)
    finish(SITE, ROOT / "build")
    files = [path for path in SITE.rglob("*") if path.is_file()]
    print(f"site: {len(files)} files in {time.monotonic() - began:.0f} s: {SITE}", flush=True)
    return SITE
