"""What is done to the written pages before they are published."""

from pathlib import Path


KEPT = Path(__file__).resolve().parent.parent.parent / ".cache" / "compressed"


def finish(site: Path, fonts: Path) -> None:
    """Dress the pages, name their files by content, make them work offline, compress."""
    from scripts.finish.compress import compress
    from scripts.finish.fingerprint import fingerprint
    from scripts.finish.styles import join

    join(site, fonts)
    fingerprint(site)
    compress(site, KEPT)
