"""What is done to the written pages before they are published."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / ".cache" / "compressed"


def finish(site: Path, work: Path) -> None:
    """Dress the pages, name their files by content, make them work offline, compress.

    Args:
        work: a folder for what lies between, emptied by nobody.
    """
    from scripts.finish import fonts, offline, scripts, styles
    from scripts.finish.compress import compress
    from scripts.finish.fingerprint import fingerprint
    from scripts.licences import write_texts

    fonts.make(work / "fonts")
    styles.join(site, work / "fonts")
    write_texts(site / "licences.txt")
    offline.write_manifests(site)
    offline.wire(site)
    scripts.join(site)
    fingerprint(site)
    offline.write_worker(site, work / "worker")
    compress(site, KEPT)
