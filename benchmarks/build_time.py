"""Time of a full build of the pages, and of the bundle; the site's own size."""

import json
import time

from scripts.build import ROOT, SITE, pages
from scripts.bundle.build import bundle


def main() -> None:
    """Build once from nothing and print seconds, pages and bytes."""
    began = time.perf_counter()
    bundle(ROOT / "build" / "runtime")
    bundled = time.perf_counter()
    pages()
    done = time.perf_counter()
    html = list(SITE.rglob("*.html"))
    figures = {
        "benchmark": "build_time",
        "bundle_s": round(bundled - began, 1),
        "pages_s": round(done - bundled, 1),
        "html_pages": len(html),
        "ms_per_page": round(1000 * (done - bundled) / len(html), 1),
    }
    print("  ".join(f"{key} {value}" for key, value in figures.items()))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
