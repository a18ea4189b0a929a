"""The templates of pages that are written without MkDocs."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.pages import DOCS


@cache
def templates() -> Environment:
    """Templates of docs/overrides/publish; a name that is not given is an error."""
    loader = FileSystemLoader(DOCS / "overrides")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
