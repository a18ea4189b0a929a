"""One small font for the three alphabets: Noto Sans, cut to what we print.

Every published family spreads the Kazakh letters over several subset files;
one file of our own with a weight axis replaces them all.
"""

import hashlib
import logging
import shutil
from pathlib import Path

from fontTools import subset, varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.ttLib import TTFont

from scripts.pages import DOCS
from scripts.regulations import DATA

ROOT = DOCS.parent
PACKAGE = ROOT / "node_modules" / "@expo-google-fonts" / "noto-sans"
WEIGHTS = {400: "400Regular/NotoSans_400Regular.ttf", 700: "700Bold/NotoSans_700Bold.ttf"}
LICENCE = "LICENSE_FONT"

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"  # holds the Russian alphabet
ENGLISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = "0123456789 \u00a0!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~§«»·×÷±°–—‘’“”„•…№₸−½"
WRITTEN = ("*.md", "*.po", "*.tsv", "*.toml")


class FontError(RuntimeError):
    """The font would lack a letter, or its weights do not fit together."""


def characters() -> str:
    """The three alphabets, and whatever else our texts print."""
    letters = KAZAKH + ENGLISH
    texts = (path.read_text("utf-8") for pattern in WRITTEN for path in (*DOCS.rglob(pattern), *DATA.rglob(pattern)))
    found = set().union(letters, letters.lower(), SIGNS, *texts)
    return "".join(sorted(letter for letter in found if letter.isprintable() or letter == "\u00a0"))


def make(target: Path) -> Path:
    """Write the font below `target`, named by its content, with its licence beside it.

    Raises:
        FontError: a letter of the three alphabets is not in the family.
    """
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    text = characters()
    design = DesignSpaceDocument()
    design.addAxis(AxisDescriptor(tag="wght", name="Weight", minimum=min(WEIGHTS), default=min(WEIGHTS), maximum=max(WEIGHTS)))
    for weight, file in WEIGHTS.items():
        design.addSource(SourceDescriptor(font=_cut(PACKAGE / file, text), location={"Weight": weight}, name=str(weight)))
    font, _, _ = varLib.build(design)
    # The day in the head is the day of the cut; a fixed one keeps builds equal.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = "woff2"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    whole = target / "noto-sans.woff2"
    font.save(whole)
    named = target / f"noto-sans.{hashlib.sha256(whole.read_bytes()).hexdigest()[:10]}.woff2"
    whole.rename(named)
    shutil.copyfile(PACKAGE / LICENCE, target / "OFL.txt")
    return named


def _cut(path: Path, text: str) -> TTFont:
    """One weight with the letters of `text` alone, unhinted: phones do not use hints."""
    font = TTFont(path, recalcTimestamp=False)
    known = font.getBestCmap()
    lacking = [letter for letter in KAZAKH + KAZAKH.lower() + ENGLISH + ENGLISH.lower() if ord(letter) not in known]
    if lacking:
        raise FontError(f"{path.name} lacks {' '.join(lacking)}; expected all letters of kk, ru and en")
    options = subset.Options(hinting=False, layout_features=["kern", "ccmp", "locl", "mark", "mkmk", "tnum"], notdef_outline=True)
    cut = subset.Subsetter(options)
    cut.populate(text=text)
    cut.subset(font)
    return font
