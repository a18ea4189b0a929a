"""What MkDocs tells us while it builds, handed to the functions next door.

The only room that imports MkDocs.  MkDocs takes every function named `on_…`
for an event, so helpers carry other names.
"""

import re
import shutil
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts import calculators
from scripts.abbreviations import explain
from scripts.bundle.addons import TARGET as ADDONS
from scripts.clauses.block import printed_number
from scripts.clauses.links import UnknownClause, resolve
from scripts.clauses.quotes import placed, quotes
from scripts.clauses.shown import ClauseNotShown, fill_feet, require_shown
from scripts.clauses.source import LANGUAGES, ClauseSourceError, read_page
from scripts.generated import generated_pages
from scripts.holidays import write_holidays, years
from scripts.licences import shipped
from scripts.notes import notes_by_clause, notes_of
from scripts.official import has_official, official
from scripts.pages import DEFAULT, Place, chapter_heading, clause_pages, clause_url, navigation
from scripts.publish.pages import page_facts
from scripts.reference import reference_globals
from scripts.regulations import regulations
from scripts.site import Surroundings
from scripts.wording import wording, write_for_browser

MAIN_HEADING = re.compile(r"^# [^{\n]+$", re.MULTILINE)
_state: dict[str, object] = {}
_quotes: dict[str, str] = {}  # text of every clause in the language being built


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name the pages of the language; the order is the regulations' own."""
    config.nav = navigation(_language(config))
    return config


def add_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Announce the pages that are wholly made from data, as if they lay in docs/."""
    for path, _text in generated_pages():
        files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)
def fill_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Give those pages their text once the languages have been sorted out."""
    texts = dict(generated_pages())
    for file in files:
        if file.src_uri in texts:
            file.content_string = texts[file.src_uri]
    return files


on_files = CombinedEvent(add_files, fill_files)


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Give the sections their titles in the language that is being built."""
    words = wording(_language(config))

    def name(items: list) -> None:
        for item in items:
            if isinstance(item, Section):
                item.title = _section_title(item.title, words)
                name(item.children)

    name(nav.items)
    return nav


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Resolve links to clauses before MkDocs checks them."""
    path = page.file.src_uri.partition("/")[2]
    if path in clause_pages().values():
        page.meta.setdefault("template", "chapter.html")
    # One name for the place where a page begins, for the link that skips the frame.
    markdown = MAIN_HEADING.sub(r"\g<0> {#main}", markdown, count=1)
    try:
        return resolve(markdown, path, clause_pages(), Surroundings(_language(config), config.site_url).name_of)
    except UnknownClause as fault:
        raise PluginError(f"{page.file.src_uri}: {fault}") from fault


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Refuse a page that loses a clause on its way; explain the abbreviations of the others."""
    if page.file.src_uri.partition("/")[2] not in clause_pages().values():
        return html
    try:
        written = read_page(Path(page.file.abs_src_path))
        require_shown(written, html)
    except (ClauseSourceError, ClauseNotShown) as fault:
        raise PluginError(str(fault)) from fault
    _quotes.update(quotes(html, page.url))
    language, _, path = page.file.src_uri.partition("/")
    return explain(html, language, path.partition("/")[0])


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Make the words and the facts known to every template."""
    language = _language(config)
    words = wording(language)
    env.globals.update(
        t=words,
        language=language,
        languages={code: wording(code)("language.name") for code in LANGUAGES},
        site=Surroundings(language, config.site_url),
        not_found=not_found_pages,
        chapter_heading=lambda code, chapter: chapter_heading(language, code, chapter),
        clause_url=clause_url,
        printed_number=printed_number,
        first_worded=words.first,
        condition=calculators.condition,
        at_institutions=calculators.at_institutions,
        holiday_years=years(),
        quote=lambda clause_id, root: Markup(placed(_quotes[clause_id], root) + _official_fold(env, clause_id)),
        grouped=calculators.grouped,
        notes_by_clause=notes_by_clause(),
        notes_of=notes_of,
        shipped=shipped(),
        official=official,
        has_official=has_official,
        **reference_globals(language),
        **page_facts(language, config.site_url, _quotes),
    )
    _state["env"] = env
    return env


def on_page_context(context: dict, *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    """Tell the page where it is, and put their surroundings under its clauses."""
    place = Place.of_url(page.url)
    context["place"] = place
    context["regulation"] = regulations().get(place.path.partition("/")[0])
    foot = _state["env"].get_template("partials/clause-foot.html")

    context["root"] = _root(page)
    if page.meta.get("template") == "calculator.html":
        name = place.path.rstrip("/").rpartition("/")[2]
        context.update(calculator=calculators.page(name, words=wording(place.language)), runtime=calculators.runtime())
    if page.meta.get("template") == "table.html":
        context.update(calculators.table_page(wording(place.language), Surroundings(place.language, config.site_url).name_of))
    page.content = fill_feet(page.content, lambda clause_id: foot.render(context, clause_id=clause_id))
    return context


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keep one not-found and one no-network page per language; the last one built would win."""
    language = _language(config)
    if template_name in ("404.html", "503.html") and language != DEFAULT:
        target = Path(config.site_dir) / language / template_name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output, "utf-8")
        return ""
    return output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Lay the browser's Python and its words beside the pages."""
    language, site = _language(config), Path(config.site_dir)
    write_for_browser(language, site / "assets" / "i18n" / f"{language}.json", *calculators.WORDS)
    write_holidays(language, site / "assets" / "holidays" / f"{language}.json")
    if language == DEFAULT:
        name = calculators.runtime().name
        shutil.copytree(calculators.RUNTIME / name, site / "assets" / "runtime" / name)
        shutil.copytree(ADDONS, site / "assets" / "addons")


def _official_fold(env: Environment, clause_id: str) -> str:
    """The institution's own text under a quoted clause."""
    return env.get_template("partials/official.html").render(clause_id=clause_id)


def not_found_pages(language: str) -> list:
    """Whose words a not-found page speaks: its own language's, or all at the root."""
    order = LANGUAGES if language == DEFAULT else (language,)
    return [(code, wording(code)) for code in order]


def _language(config: MkDocsConfig) -> str:
    return config.plugins["i18n"].current_language or DEFAULT


def _root(page: Page) -> str:
    return get_relative_url("", page.url).rstrip("/") + "/" if page.url else "./"


def _section_title(key: str, words) -> str:
    if key in regulations():
        return regulations()[key].short[words.language]
    return words({"regulations": "nav.regulations", "calc": "nav.calculators", "compare": "nav.compare"}[key])
