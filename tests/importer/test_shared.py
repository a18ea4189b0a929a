"""The five documents that we publish, imported anew and compared with their segmentation."""

from pathlib import Path

import pytest

from scripts.importer.convert import convert
from scripts.importer.coverage import lost
from scripts.importer.readers import read
from tests.importer.agreement import agree

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "regulations"
FILES = {
    "miras": "000_5dd15a3931ca3d1f.txt",
    "ietu": "001_82d12db344d65a0a.txt",
    "htii": "002_5300f9c0cf7da861.txt",
    "umc": "003_847b8720e1dce4a1.txt",
    "aues": "004_99263eb3e69ab683.txt",
}
PRINTED, ALL = 0.97, 0.90

# What is left to differ, and why.
KNOWN = {
    # The last annex ends with a stamp of the archive; the segmentation leaves it out, nothing in the text tells it apart.
    "ietu-annex-d",
    # Two sentences of this section end with their line, so that each looks like the end of a paragraph:
    # an entry too many after 8.2.10 and 8.2.15, and all later numbers moved on.
    *(f"aues-8.2.{number}" for number in range(10, 27)),
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the institutions' texts are not part of the repository")


@pytest.fixture(scope="module", params=FILES)
def imported(request):
    """Code and imported document of each regulation."""
    return request.param, convert(read(SHARED / FILES[request.param]), request.param)


def test_entries_have_the_ids_and_boundaries_of_the_segmentation(imported):
    """A clause keeps its printed number and its own words, no more and no fewer."""
    code, document = imported
    agreement = agree(SHARED / f"{code}.json", document.entries)

    assert agreement.printed >= PRINTED, agreement.differences
    assert agreement.all >= ALL, agreement.differences


def test_every_difference_is_known_with_its_reason(imported):
    """A new difference is a fault, or is explained here."""
    code, document = imported
    agreement = agree(SHARED / f"{code}.json", document.entries)

    assert [each for each in agreement.differences if each.partition(" ")[0].rstrip(":") not in KNOWN] == []


def test_no_letter_or_digit_of_a_regulation_is_lost(imported):
    """Every line of the source is in an entry, in a heading, or listed as left out."""
    _code, document = imported

    assert [line.text for line in lost(document)] == []
    assert all(len(line.text) < 90 for line in document.left_out)


def test_no_id_is_given_twice(imported):
    """An address leads to one clause."""
    _code, document = imported
    ids = [entry.id for entry in document.entries]

    assert len(ids) == len(set(ids))
