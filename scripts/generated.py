"""Pages that have no text of their own: a template shows what is known elsewhere."""

from collections.abc import Iterator

from scripts.clauses.source import LANGUAGES
from scripts.pages import calculator_names
from scripts.reference import reference_pages
from scripts.regulations import regulations
from scripts.wording import wording


def generated_pages() -> Iterator[tuple[str, str]]:
    """Path below docs/ and Markdown of every such page in every language."""
    for language in LANGUAGES:
        words = wording(language)
        for code, regulation in regulations().items():
            description = f"{regulation.title[language]}. {regulation.institution[language]}"
            yield f"{language}/{code}/index.md", _page(regulation.title[language], "regulation.html", description)
        yield f"{language}/search.md", _page(words("search.title"), "search.html")
        yield f"{language}/clauses.md", _page(words("nav.clauses"), "clauses.html")
        yield f"{language}/announce.md", _page(words("nav.announce"), "announce.html", words("announce.lead"))
        yield f"{language}/changes.md", _page(words("nav.changes"), "changes.html", words("changes.lead"))
        yield f"{language}/open-data.md", _page(words("nav.opendata"), "open-data.html", words("opendata.lead"))
        yield f"{language}/notes.md", _page(words("nav.notes"), "notes.html")
        yield f"{language}/licences.md", _page(words("licences.title"), "licences.html", words("licences.lead"))
        for path, title, template, description in reference_pages(language):
            yield f"{language}/{path}", _page(title, template, description)
        yield f"{language}/calc/index.md", _page(words("nav.calculators"), "calculators.html")
        yield f"{language}/calc/table.md", _page(words("table.title"), "table.html", words("table.lead"))
        for name in calculator_names():
            title, lead = words(f"calculator.{name}.title"), words(f"calculator.{name}.lead")
            yield f"{language}/calc/{name}.md", _page(title, "calculator.html", lead)


def _page(title: str, template: str, description: str = "") -> str:
    head = {"title": title, "template": template, "description": description}
    lines = [f"{key}: {quoted(value)}" for key, value in head.items() if value]
    return "\n".join(["---", *lines, "---", "", f"# {title}", ""])


def quoted(text: str) -> str:
    """The text as a YAML string, whatever quotes and colons it has."""
    return "'" + text.replace("'", "''") + "'"
