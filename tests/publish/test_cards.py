"""The pictures of previews."""

from PIL import Image

from scripts.publish.cards import Lines, _font, draw, wrapped

KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ№«»–"


def test_the_font_draws_every_kazakh_letter():
    """A letter that is missing is drawn as the same empty box as any other missing one."""
    font = _font(False, 40)
    missing = bytes(font.getmask("\uffff"))

    assert {letter for letter in KAZAKH if bytes(font.getmask(letter)) == missing} == set()


def test_long_titles_are_wrapped_within_the_card():
    """The longest title of the site needs three lines and loses no word."""
    text = "Республикалық оқу-әдістемелік кеңес пен оқу-әдістемелік бірлестіктер туралы ереже"
    font = _font(False, 52)
    lines = wrapped(text, font, 1040)

    assert " ".join(lines) == text
    assert all(font.getlength(line) <= 1040 for line in lines)
    assert len(lines) > 1


def test_a_card_shows_what_it_is_given():
    """Two texts give two pictures of the size that messengers ask for."""
    one, other = (draw([Lines(text, bold=True, size=60)], "") for text in ("ХИТУ", "МИТУ"))

    assert isinstance(one, Image.Image)
    assert one.size == other.size == (1200, 630)
    assert one.tobytes() != other.tobytes()
