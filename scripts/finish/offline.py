"""The site as an app: a manifest per language, and a service worker that keeps what was read."""

import json
import re
from html import escape
from pathlib import Path

from scripts.bundle.build import node
from scripts.clauses.source import LANGUAGES
from scripts.pages import Place
from scripts.wording import Wording, wording

HERE = Path(__file__).parent
LANGUAGE = re.compile(r'<html lang="(\w+)"')
ROOT = re.compile(r'<link rel="stylesheet" href="([^"]*?)assets/styles/site\.css">')
COLOUR = "#00695c"
ICONS = [
    {"src": "../icons/ereje.svg", "sizes": "any", "type": "image/svg+xml"},
    {"src": "../icons/ereje-192.png", "sizes": "192x192", "type": "image/png"},
    {"src": "../icons/ereje-512.png", "sizes": "512x512", "type": "image/png"},
    {"src": "../icons/ereje-maskable.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
]


def write_manifests(site: Path) -> None:
    """Write what a phone asks for when the site is put on its first screen."""
    folder = site / "assets" / "app"
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        path = folder / f"{language}.webmanifest"
        path.write_text(json.dumps(manifest(language), ensure_ascii=False, indent=1), "utf-8")


def manifest(language: str) -> dict:
    """Name, start and icons of the app in a language; addresses are relative to the file."""
    words = wording(language)
    start = f"../../{Place(language, '').url()}"
    shortcuts = [("nav.calculators", "calc/"), ("nav.clauses", "clauses/")]
    return {
        "name": words("offline.app"), "short_name": words("site.name"), "description": words("site.description"),
        "lang": language, "start_url": start, "scope": "../../", "display": "standalone",
        "theme_color": COLOUR, "background_color": "#ffffff", "icons": ICONS,
        "shortcuts": [{"name": words(key), "url": start + path} for key, path in shortcuts],
    }  # fmt: skip


def wire(site: Path) -> None:
    """Tell every page that wears the frame about the manifest and the worker."""
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        found = ROOT.search(html)
        if found:
            words = wording(LANGUAGE.search(html)[1])
            html = html.replace("</head>", f"{_head(found[1], words)}</head>", 1)
            path.write_text(html.replace("</body>", f"{_script(found[1], words)}</body>", 1), "utf-8")


def write_worker(site: Path, work: Path) -> None:
    """Write sw.js, which knows every file of this edition by its checksum."""
    work.mkdir(parents=True, exist_ok=True)
    node(HERE / "worker" / "inject.mjs", site, work)


def _head(root: str, words: Wording) -> str:
    return (
        f'  <link rel="manifest" href="{root}assets/app/{words.language}.webmanifest">\n'
        f'  <link rel="apple-touch-icon" href="{root}assets/icons/ereje-192.png">\n'
        f'  <meta name="theme-color" content="{COLOUR}">\n  '
    )


def _script(root: str, words: Wording) -> str:
    said = " ".join(f'data-{key}="{escape(words(f"offline.{key}"))}"' for key in ("fresh", "show", "later"))
    return f'<script type="module" src="{root}assets/scripts/offline.mjs" data-worker="{root}sw.js" {said}></script>\n  '
