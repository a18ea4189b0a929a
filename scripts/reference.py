"""The pages to look things up in: acts, glossary, comparisons, topics."""

from collections.abc import Iterator

from scripts import acts, compare, glossary, topics
from scripts.wording import wording


def reference_pages(language: str) -> Iterator[tuple[str, str, str, str]]:
    """Path below the language, title, template and description of every such page."""
    words = wording(language)
    for name in ("acts", "glossary", "topics"):
        yield f"{name}.md", words(f"nav.{name}"), f"{name}.html", words(f"{name}.lead")
    yield "compare/index.md", words("nav.compare"), "compare.html", words("compare.lead")
    for topic in compare.topics().values():
        yield f"compare/{topic.id}.md", topic.title[language], "compare.html", words("compare.lead")


def reference_globals(language: str) -> dict[str, object]:
    """What the templates of these pages ask for."""
    return {
        "acts": acts.acts(),
        "act_kinds": acts.KINDS,
        "act_day": acts.day,
        "glossary": glossary.alphabetical,
        "meaning": glossary.meaning,
        "other_title": glossary.other_title,
        "compare": compare.topics(),
        "topics": topics.topics(),
        "clause_titles": topics.clause_titles(language),
    }
