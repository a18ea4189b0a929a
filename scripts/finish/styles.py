"""One style sheet for the reading pages: the theme's, without what no page wears, and ours.

Three sheets become one request, with the font beside it, so that a phone
paints after one trip; rules whose words occur on no page and in no script are left out.
"""

import re
import shutil
from pathlib import Path

from scripts.bundle.build import node

HERE = Path(__file__).parent
SHEET = "assets/styles/site.css"
JOINED = ("stylesheets/main.*.css", "stylesheets/palette.*.css", "styles/ereje.css")
LINK = re.compile(r'\s*<link rel="stylesheet" href="([^"]*?)assets/(?:stylesheets/(?:main|palette)\.\w+\.min|styles/ereje)\.css">')
# `optional`: text never jumps; a font that comes late is worn from the next page on.
FACE = """@font-face {{
  font-family: "Noto Sans";
  font-weight: 400 700;
  font-display: optional;
  src: url("../fonts/{font}") format("woff2");
}}
"""
# Our own names are partly put together by scripts, where a search for words does not find them.
KEEP = "/* purgecss start ignore */\n{}\n/* purgecss end ignore */"
NOISE = re.compile(r'^@charset "[^"]*";|/\*[#!].*?\*/', re.DOTALL)


class StyleError(RuntimeError):
    """The theme's sheets are not where they were."""


def join(site: Path, fonts: Path) -> None:
    """Give every page that wears the theme the one sheet and the font."""
    assets = site / "assets"
    theme, ours = _sheets(assets)
    shutil.copytree(fonts, assets / "fonts", dirs_exist_ok=True)
    [font] = fonts.glob("*.woff2")
    face = FACE.format(font=font.name)
    parts = [_bare(theme), KEEP.format(face + ours.read_text("utf-8"))]
    (site / SHEET).write_text("\n".join(parts), "utf-8")
    for path in (*theme, ours):
        path.unlink()
    node(HERE / "purge.mjs", site, site / SHEET)
    for path in site.rglob("*.html"):
        path.write_text(_relinked(path.read_text("utf-8"), font.name), "utf-8")


def _sheets(assets: Path) -> tuple[list[Path], Path]:
    found = [list(assets.glob(pattern)) for pattern in JOINED]
    if any(len(paths) != 1 for paths in found):
        raise StyleError(f"{assets}: expected one sheet for each of {', '.join(JOINED)}; found {found}")
    [*theme, ours] = [paths[0] for paths in found]
    return theme, ours


def _bare(theme: list[Path]) -> str:
    """The theme's sheets as one, without source maps and charsets in the middle."""
    return "\n".join(NOISE.sub("", path.read_text("utf-8")) for path in theme)


def _relinked(html: str, font: str) -> str:
    """The page with its first link to one of the sheets replaced, the others gone."""
    first = LINK.search(html)
    if not first:
        return html
    root = first[1]
    links = (
        f'\n      <link rel="preload" href="{root}assets/fonts/{font}" as="font" type="font/woff2" crossorigin>'
        f'\n      <link rel="stylesheet" href="{root}{SHEET}">'
    )
    return html[: first.start()] + links + LINK.sub("", html[first.end() :])
