"""What all tests share: where things lie."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def built_site() -> Path:
    """The site as `make build` leaves it; `make test` builds it first."""
    site = ROOT / "site"
    assert (site / "index.html").exists(), "site/ is not built; run make test, or make build before pytest"
    return site
