"""The picture that a preview of a link shows: one a regulation and language."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.clauses.source import LANGUAGES
from scripts.publish.address import card
from scripts.regulations import regulations
from scripts.wording import wording

SIZE = (1200, 630)  # what messengers ask for
MARGIN = 80
TEAL, WHITE, PALE = "#00695c", "#ffffff", "#b2dfdb"
FONTS = Path(__file__).resolve().parent.parent.parent / "node_modules" / "@expo-google-fonts" / "noto-sans"
COLOURS = 32  # flat colours with smoothed letters: a tenth of the bytes


class NoFont(RuntimeError):
    """The font that draws the letters of all three languages is not installed."""


@dataclass(frozen=True)
class Lines:
    """Text to be drawn in one weight and size, wrapped to the card."""

    text: str
    bold: bool
    size: int
    colour: str = WHITE
    most: int = 4


def write_cards(site: Path) -> int:
    """Draw all cards below `site`; return how many."""
    count = 0
    for language in LANGUAGES:
        words = wording(language)
        for code, regulation in regulations().items():
            lines = [
                Lines(words("site.name"), bold=True, size=40, colour=PALE),
                Lines(regulation.short[language], bold=True, size=72),
                Lines(regulation.title[language], bold=False, size=52),
                Lines(regulation.institution[language], bold=False, size=34, colour=PALE, most=2),
            ]
            count += _save(draw(lines, words("regulation.unofficial")), site / card(language, code))
        lines = [Lines(words("site.name"), bold=True, size=110), Lines(words("site.description"), bold=False, size=44)]
        count += _save(draw(lines, ""), site / card(language, "ereje"))
    return count


def draw(lines: list[Lines], foot: str) -> Image.Image:
    """A card with the lines from its top, and a foot."""
    image = Image.new("RGB", SIZE, TEAL)
    pen = ImageDraw.Draw(image)
    height = MARGIN - 20
    for each in lines:
        font = _font(each.bold, each.size)
        for line in wrapped(each.text, font, SIZE[0] - 2 * MARGIN)[: each.most]:
            pen.text((MARGIN, height), line, font=font, fill=each.colour)
            height += round(each.size * 1.3)
        height += 16
    pen.text((MARGIN, SIZE[1] - MARGIN - 6), foot, font=_font(False, 30), fill=PALE)
    pen.rectangle((0, SIZE[1] - 16, SIZE[0], SIZE[1]), fill="#80cbc4")
    return image


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The text in lines that are no wider than `width` pixels, broken at spaces."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(bold: bool, size: int) -> ImageFont.FreeTypeFont:
    weight = "700Bold" if bold else "400Regular"
    path = FONTS / weight / f"NotoSans_{weight}.ttf"
    if not path.exists():
        raise NoFont(f"{path} is missing; run make build, which installs the packages of package.json")
    # Basic layout needs no shaping library, and our three alphabets none either.
    return ImageFont.truetype(os.fspath(path), size, layout_engine=ImageFont.Layout.BASIC)


def _save(image: Image.Image, path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(COLOURS).save(path, optimize=True)
    return 1
