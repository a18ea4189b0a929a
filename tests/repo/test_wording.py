"""The three languages of the interface say the same things."""

import re
from pathlib import Path

import pytest

from scripts.clauses.source import LANGUAGES
from scripts.pages import DOCS
from scripts.wording import wording

PLACE = re.compile(r"\{(\w+)\}")
ASKED = re.compile(r"""(?<![.\w])t\(["']([a-z0-9_.]+)["'](?!\s*~)""")


def places(message: str | dict[str, str]) -> list[set[str]]:
    """The places of a message, for each of its plural forms."""
    forms = message.values() if isinstance(message, dict) else [message]
    return [set(PLACE.findall(form)) for form in forms]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_message_is_worded_in_every_language(language):
    """A missing message would stop the build, or a reader, in one language."""
    assert set(wording(language).messages) == set(wording("kk").messages)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_places_in_a_message_are_the_same_in_every_language(language):
    """A figure that one language leaves out is a figure lost."""
    for key, message in wording(language).messages.items():
        ours, kazakh = places(message), places(wording("kk").messages[key])
        assert all(each == kazakh[0] for each in (*ours, *kazakh)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_a_template_asks_for_exists(language):
    """Jinja would find out only on the page that asks."""
    asked = {key for path in (DOCS / "overrides").rglob("*.html") for key in ASKED.findall(path.read_text("utf-8"))}

    assert len(asked) > 20
    assert asked - set(wording(language).messages) == set()


def test_kazakh_messages_are_not_left_in_another_language():
    """Letters that only Russian uses, or whole Latin words, betray a forgotten message."""
    for key, message in wording("kk").messages.items():
        for form in message.values() if isinstance(message, dict) else [message]:
            latin = re.findall(r"\b[a-zA-Z]{4,}\b", PLACE.sub("", form))
            assert not [word for word in latin if word.lower() not in KNOWN_LATIN], f"{key}: {latin}"


KNOWN_LATIN = {"xlsx", "docx", "todo", "retake", "calc", "assets", "cookie", "excel", "google", "javascript", "python", "webassembly", "cefr", "ects", "ielts", "toefl", "telegram", "ctrl", "enter", "ereje", "kimep", "word", "html", "markdown", "atom", "json", "schema", "akoma", "ntoso", "version", "null"}


def test_a_message_written_twice_or_left_empty_is_refused(tmp_path: Path, monkeypatch):
    """Two files may not disagree about one message."""
    import scripts.wording as module

    folder = tmp_path / "kk"
    folder.mkdir()
    head = 'msgid ""\nmsgstr ""\n"Language: kk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    for name in ("a", "b"):
        (folder / f"{name}.po").write_text(f'{head}msgid "x.y"\nmsgstr "бір"\n', "utf-8")
    monkeypatch.setattr(module, "LOCALE", tmp_path)

    with pytest.raises(module.WordingError, match="written twice"):
        module.wording.__wrapped__("kk")
