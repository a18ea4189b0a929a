"""The configuration in deploy/, run by the real nginx over the built site."""

import gzip
import http.client
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from deploy.loopback import NotInstalled, nginx

POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


class Host:
    """The running nginx."""

    def __init__(self, port: int, brotli: bool) -> None:
        self.port = port
        self.brotli = brotli

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers in lower case, body as sent."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={key.replace("_", "-"): value for key, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, body


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[Host]:
    """nginx with our configuration; skips, and says so, where there is none."""
    try:
        with nginx(built_site) as running:
            yield Host(running.port, running.brotli)
    except NotInstalled as fault:
        pytest.skip(f"{fault}: deploy/nginx was NOT tested")


def hashed(site: Path, pattern: str) -> str:
    """Address of a file in a folder named by content."""
    return "/" + next(path for path in site.glob(pattern) if path.suffix not in (".br", ".gz")).relative_to(site).as_posix()


def test_a_page_comes_compressed_as_the_build_wrote_it(host: Host, built_site: Path):
    """gzip for all, brotli where the module is; unpacked it is the page."""
    page = (built_site / "ietu/8/index.html").read_bytes()
    status, headers, body = host.get("/ietu/8/", Accept_Encoding="gzip")

    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert "accept-encoding" in headers["vary"].lower()
    assert gzip.decompress(body) == page
    assert host.get("/ietu/8/")[2] == page
    if host.brotli:
        _, headers, body = host.get("/ietu/8/", Accept_Encoding="gzip, br")
        assert headers["content-encoding"] == "br"
        assert brotli.decompress(body) == page


@pytest.mark.parametrize("path", ["/", "/ietu/8/", "/ru/ietu/8/", "/nothing/", "/sw.js"])
def test_every_answer_carries_the_policy_of_the_pages(host: Host, built_site: Path, path):
    """The header says what the meta tag says, and who may frame the page: nobody."""
    policy = POLICY.search((built_site / "index.html").read_text("utf-8"))[1]
    _, headers, _ = host.get(path)

    assert headers["content-security-policy"] == f"{policy}; frame-ancestors 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(headers["permissions-policy"].split(", "))
    assert "set-cookie" not in headers


def test_only_the_small_page_of_a_clause_may_be_framed(host: Host):
    """Other sites show a clause, never a calculator."""
    assert "frame-ancestors *" in host.get("/ru/c/ietu-8.2/embed/")[1]["content-security-policy"]
    assert "frame-ancestors 'none'" in host.get("/c/ietu-8.2/")[1]["content-security-policy"]


def test_files_named_by_content_are_kept_and_all_others_asked_for_again(host: Host, built_site: Path):
    """A year for what cannot change; pages and the worker show a change at once."""
    for pattern in ("assets/*/styles/site.css", "assets/*/fonts/*.woff2", "assets/runtime/*/*.wasm", "assets/addons/*.zip"):
        assert host.get(hashed(built_site, pattern))[1]["cache-control"] == "public, max-age=31536000, immutable"
    # A file that is not there yet, or was taken away, may come.
    for path in ("/", "/ru/ietu/8/", "/sw.js", "/nothing/", "/assets/0123456789ab/gone.css", "/api/c/ietu-8.2.json"):
        assert host.get(path)[1]["cache-control"] == "no-cache"
    _, headers, _ = host.get("/ietu/8/")
    assert host.get("/ietu/8/", If_None_Match=headers["etag"])[0] == 304


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("assets/*/scripts/page.mjs", "text/javascript; charset=utf-8"),
        ("assets/runtime/*/*.wasm", "application/wasm"),
        ("assets/runtime/*/*.zip", "application/zip"),
        ("assets/app/kk.webmanifest", "application/manifest+json; charset=utf-8"),
        ("assets/*/fonts/*.woff2", "font/woff2"),
        ("assets/icons/ereje.svg", "image/svg+xml"),
    ],
)
def test_types_are_those_that_browsers_insist_on(host: Host, built_site: Path, pattern, kind):
    """A module of the wrong type does not run under nosniff."""
    assert host.get(hashed(built_site, pattern))[1]["content-type"] == kind


def test_every_kind_of_file_that_is_published_has_a_type(host: Host, built_site: Path):
    """What the list lacks would be downloaded instead of shown."""
    kinds = {path.suffix: path for path in built_site.rglob("*.*") if path.is_file() and path.suffix not in (".br", ".gz", ".snapshot")}

    assert {".html", ".mjs", ".wasm", ".whl", ".xml", ".csv"} <= set(kinds)
    for path in kinds.values():
        address = path.relative_to(built_site).as_posix().removesuffix("index.html")
        assert host.get(f"/{address}")[1]["content-type"] != "application/octet-stream", address


@pytest.mark.parametrize(("path", "title"), [("/nothing/", "Бет табылмады"), ("/ru/no/", "Страница не найдена"), ("/en/no", "Page not found")])
def test_what_is_not_found_is_said_in_the_language_of_the_address(host: Host, path, title):
    """With status 404, so that a dead link is known to be dead."""
    status, _, body = host.get(path)

    assert status == 404
    assert title in body.decode()


def test_one_address_a_page(host: Host):
    """No index.html, a slash at the end; queries stay."""
    assert (host.get("/ietu/8/index.html?h=x")[0], host.get("/ietu/8/index.html?h=x")[1]["location"]) == (301, "/ietu/8/?h=x")
    assert (host.get("/ru/ietu/8")[0], host.get("/ru/ietu/8")[1]["location"]) == (301, "/ru/ietu/8/")


def test_a_part_of_a_large_file_is_given(host: Host, built_site: Path):
    """A download that broke off can go on."""
    path = hashed(built_site, "assets/runtime/*/*.wasm")
    status, headers, body = host.get(path, Range="bytes=100-199")

    assert (status, len(body)) == (206, 100)
    assert headers["content-range"].startswith("bytes 100-199/")
    assert body == (built_site / path.lstrip("/")).read_bytes()[100:200]


def test_nothing_is_written_and_nothing_outside_is_read(host: Host):
    """Only GET and HEAD; no path leads out of the folder; twins have no address of their own."""
    assert host.get("/ietu/8/", method="POST")[0] in (403, 404, 405)
    assert host.get("/ietu/8/", method="DELETE")[0] in (403, 404, 405)
    assert host.get("/../../etc/passwd")[0] in (400, 404)
    assert host.get("/ietu/8/index.html.gz")[0] == 404
    status, headers, body = host.get("/ietu/8/", method="HEAD")
    assert (status, body) == (200, b"")
