"""Our editions beside the institutions' own texts, where those are at hand."""

from pathlib import Path

import pytest

from scripts.editors.drafts import read_rows, source_hash
from scripts.official import disagreements, read_folder
from scripts.pages import DOCS

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "regulations"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the institutions' texts are not part of the repository")


def test_no_number_of_an_official_text_is_missing_from_its_edition():
    """A figure that an edition lost would be lost to every reader and every calculator."""
    assert [(each.id, each.only_official) for each in disagreements(DOCS, read_folder(SHARED)) if each.only_official] == []


def test_the_editions_were_written_from_these_very_texts():
    """The hashes that tell a changed source are those of the texts at hand."""
    own = read_folder(SHARED)

    assert [row["id"] for row in read_rows(DOCS / "data" / "sources.tsv") if source_hash(own[row["id"]].text) != row["source"]] == []
