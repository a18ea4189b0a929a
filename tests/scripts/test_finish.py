"""The last steps of the build: one sheet, one font, names by content, compressed twins."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont

from scripts.finish import fonts
from scripts.finish.compress import compress
from scripts.finish.fingerprint import fingerprint
from scripts.finish.styles import JOINED, StyleError, join
from scripts.licences import shipped

TWINS = (".br", ".gz")


@pytest.fixture(scope="module")
def font(tmp_path_factory) -> Path:
    """The font, made as for the site."""
    return fonts.make(tmp_path_factory.mktemp("fonts"))


def test_the_font_draws_every_letter_of_the_three_alphabets_in_one_small_file(font):
    """No letter comes from another font in the middle of a word; a phone gets it in one trip."""
    drawn = set(TTFont(font).getBestCmap())
    letters = fonts.KAZAKH + fonts.ENGLISH

    assert set("әғқңөұүһі") <= set(fonts.KAZAKH.lower())
    assert {ord(letter) for letter in letters + letters.lower() + "0123456789№₸"} <= drawn
    assert font.stat().st_size < 25_000
    assert [axis.axisTag for axis in TTFont(font)["fvar"].axes] == ["wght"]


def test_the_same_texts_give_the_same_font(font, tmp_path):
    """Its name, and with it every page, would change for nothing otherwise."""
    assert fonts.make(tmp_path / "again").read_bytes() == font.read_bytes()
    assert "SIL Open Font License" in font.with_name("OFL.txt").read_text("utf-8")


def test_twins_are_smaller_and_unpack_to_the_file(built_site: Path):
    """A host may send them without a look inside."""
    packed = [path for path in built_site.rglob("*") if path.suffix in TWINS]
    checked = packed[:: max(1, len(packed) // 300)]

    assert len(packed) > 1000
    for twin in checked:
        original = twin.with_suffix("").read_bytes()
        unpack = brotli.decompress if twin.suffix == ".br" else gzip.decompress
        assert unpack(twin.read_bytes()) == original, twin
        assert twin.stat().st_size < len(original), twin


def test_every_page_script_and_binary_of_the_runtime_has_its_twins(built_site: Path):
    """What is heavy on the way has a .br and a .gz beside it."""
    for pattern in ("**/index.html", "assets/**/*.css", "assets/**/*.js", "assets/runtime/*/*.wasm", "assets/runtime/*/*.zip", "sw.js"):
        found = [path for path in built_site.glob(pattern) if path.stat().st_size > 1000]
        assert found, pattern
        for path in found:
            assert all(path.with_name(path.name + ending).exists() for ending in TWINS), path


def test_tiny_and_incompressible_files_have_no_twins(tmp_path):
    """A twin that saves nothing is only another file."""
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    (site / "tiny.html").write_text("<p>")
    (site / "long.html").write_text("<p>" * 500)
    (site / "old.html.gz").write_bytes(b"of a page that is gone")

    assert compress(site, kept) == 1
    assert sorted(path.name for path in site.iterdir()) == ["long.html", "long.html.br", "long.html.gz", "tiny.html"]


def test_compressing_twice_gives_equal_bytes_and_keeps_only_what_was_used(tmp_path):
    """The store never grows beyond one build."""
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    (site / "a.html").write_text("абв " * 20_000)
    compress(site, kept)
    first = (site / "a.html.br").read_bytes()
    (kept / "stale.br").write_bytes(b"")
    compress(site, kept)

    assert (site / "a.html.br").read_bytes() == first
    assert {path.suffix for path in kept.iterdir()} == {".br", ".gz"}
    assert not (kept / "stale.br").exists()


def page(assets: str = "../") -> str:
    """A page as the theme writes it."""
    return (
        f'<link rel="stylesheet" href="{assets}assets/stylesheets/main.0a1b.min.css">'
        f'<link rel="stylesheet" href="{assets}assets/styles/ereje.css">'
        f'<script src="{assets}assets/scripts/a.mjs"></script><script type="application/json">{{"search": "{assets}assets/scripts/a.mjs"}}</script>'
        f'<img src="{assets}assets/icons/i.svg"><p>assets/scripts/a.mjs</p>'
    )


def test_pages_and_scripts_follow_their_files_to_the_folder_named_by_content(tmp_path):
    """Attributes, JSON and imports are rewritten; names that others link to, and text, are not."""
    scripts = tmp_path / "assets" / "scripts"
    scripts.mkdir(parents=True)
    (scripts / "a.mjs").write_text("import('assets/scripts/b.mjs')\nimport './c.mjs'")
    (tmp_path / "index.html").write_text(page(""))
    digest = fingerprint(tmp_path)
    html = (tmp_path / "index.html").read_text()

    assert re.fullmatch(r"[0-9a-f]{12}", digest)
    assert html.count(f"assets/{digest}/scripts/a.mjs") == 2
    assert "<p>assets/scripts/a.mjs</p>" in html
    assert 'src="assets/icons/i.svg"' in html
    assert (tmp_path / "assets" / digest / "scripts" / "a.mjs").read_text() == f"import('assets/{digest}/scripts/b.mjs')\nimport './c.mjs'"


def test_another_content_has_another_address(tmp_path):
    """Whatever a cache holds, it can never stand in for the new file."""
    digests = []
    for text in ("1", "2", "1"):
        site = tmp_path / f"site{len(digests)}"
        (site / "assets" / "scripts").mkdir(parents=True)
        (site / "assets" / "scripts" / "a.mjs").write_text(text)
        digests.append(fingerprint(site))

    assert digests[0] == digests[2] != digests[1]


def test_a_theme_that_names_its_sheets_otherwise_is_refused(tmp_path, font):
    """An upgrade of the theme may not quietly undress the pages."""
    (tmp_path / "assets").mkdir()

    with pytest.raises(StyleError, match=re.escape(JOINED[0])):
        join(tmp_path, font.parent)


def test_every_framed_page_wears_the_one_sheet_and_asks_for_the_font_first(built_site: Path):
    """One sheet for all, preloaded font, and no link to a sheet that is gone."""
    framed = [path for path in built_site.rglob("*.html") if 'data-md-component="header"' in path.read_text("utf-8")]

    assert len(framed) > 300
    for path in framed:
        html = path.read_text("utf-8")
        assert len(re.findall(r"assets/\w{12}/styles/site\.css", html)) == 1, path
        assert re.search(r'rel="preload" href="[^"]*/fonts/noto-sans\.\w+\.woff2" as="font" type="font/woff2" crossorigin', html), path
        assert "stylesheets/" not in html, path


def test_what_is_shipped_is_named_with_its_licence(built_site: Path):
    """Every package that a browser receives stands on the page and in the file of texts."""
    texts = (built_site / "licences.txt").read_text("utf-8")
    listed = (built_site / "licences" / "index.html").read_text("utf-8")

    for each in shipped():
        assert f"{each.name} {each.version} ({each.licence})" in texts
        assert each.name in listed
        assert each.version in listed
