"""From a clause to its calculators and back: the institution is chosen, every calculator stands in its group."""

import re
from pathlib import Path

from calculators import CALCULATORS, describe
from scripts.clauses.source import LANGUAGES
from scripts.pages import Place, clause_pages
from scripts.wording import wording

LINK = re.compile(r'href="[^"]*?calc/(\w+)/#institution=(\w+)"')


def test_every_clause_leads_to_calculators_that_know_its_institution(built_site: Path):
    """The link chooses an institution that the form offers, and it is the clause's own."""
    found = set()
    for page in set(clause_pages().values()):
        html = (built_site / page.removesuffix(".md") / "index.html").read_text("utf-8")
        for name, institution in LINK.findall(html):
            assert institution == page.partition("/")[0]
            offered = (built_site / "calc" / name / "index.html").read_text("utf-8")
            assert describe(name)["anywhere"] or f'<option value="{institution}">' in offered, (page, name)
            found.add(name)

    ruled = {name for name in CALCULATORS if any(figure["clause"] in clause_pages() for figure in describe(name)["figures"])}
    assert found == ruled


def test_every_calculator_stands_under_who_asks(built_site: Path):
    """Each once, in the list of all of them."""
    for language in LANGUAGES:
        html = (built_site / Place(language, "calc/index.html").url()).read_text("utf-8")
        main = html[html.index('id="main"'):]
        for name in CALCULATORS:
            title = wording(language)(f"calculator.{name}.title")
            assert main.count(f">{title}</a>") >= 1, (language, name)
        assert [main.index(f'id="for-{group}"') for group in ("student", "applicant", "staff")] == sorted(
            main.index(f'id="for-{group}"') for group in ("student", "applicant", "staff")
        )
