"""The engine as the browser gets it, asked through Node."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from scripts.search.build import write
from tests.search.asking import asked


@pytest.fixture(scope="session")
def search_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Engine and index, built as for the site."""
    site = tmp_path_factory.mktemp("search")
    write(site)
    return site / "assets" / "search"


@pytest.fixture(scope="session")
def ask(search_site: Path) -> Callable[[str, object], object]:
    """Run one function of tests/search/ask.mjs on the engine."""
    return partial(asked, search_site)
