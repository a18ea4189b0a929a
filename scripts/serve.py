"""Serve the built site on this machine as a host would: types, not-found pages."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from scripts.clauses.source import LANGUAGES


class Handler(SimpleHTTPRequestHandler):
    """Static files with the types that module workers and WebAssembly need."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".svg": "image/svg+xml",
        ".whl": "application/zip",
        ".json": "application/json",
        ".webmanifest": "application/manifest+json",
    }

    def send_head(self) -> BinaryIO | None:
        """Send the compressed twin that the build wrote, to who takes it, as a host would."""
        path = Path(self.translate_path(self.path))
        # A folder asked for without its slash is redirected by the library.
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        taken = self.headers.get("Accept-Encoding", "")
        twins = ((name, path.with_name(path.name + ending)) for name, ending in (("br", ".br"), ("gzip", ".gz")) if name in taken)
        found = next(((name, twin) for name, twin in twins if twin.is_file()), None)
        if found is None or "Range" in self.headers or "If-Modified-Since" in self.headers:
            return super().send_head()
        name, twin = found
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", name)
        self.send_header("Content-Length", str(twin.stat().st_size))
        self.send_header("Last-Modified", self.date_time_string(path.stat().st_mtime))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return twin.open("rb")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is not there with the page of the language asked for."""
        language = self.path.lstrip("/").partition("/")[0]
        page = Path(self.directory) / (f"{language}/404.html" if language in LANGUAGES[1:] else "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember how it went."""
        self.code = code
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Let a changed page show at once; a host would keep hashed files longer, though not that one is missing."""
        lasting = "/runtime/" in self.path and self.code < 400
        self.send_header("Cache-Control", "public, max-age=31536000" if lasting else "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
        """Stay silent about what was served."""


class Server(ThreadingHTTPServer):
    """Keeps silent when a browser closes a connection before its answer."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell any other fault as the library does."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, port: int = 0) -> Server:
    """A server bound to this machine alone; port 0 takes a free one."""
    return Server(("127.0.0.1", port), partial(Handler, directory=str(folder)))
