"""What one nginx with deploy/'s configuration serves: requests a second, p99, errors, memory.

Driven by wrk over loopback, on the cores that wrk takes its share of: a floor,
no promise of a host.  Baseline: the same mixture from the same nginx when it
has no twins and compresses every answer while it is asked; trust that ratio.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from deploy.loopback import NotInstalled, Running, nginx
from scripts.build import SITE

SECONDS = 60
CONNECTIONS = 64
SCRIPT = Path(__file__).with_suffix(".lua")
MISSING = "/no/such/page/"
COMPRESSING = "gzip on; gzip_types application/json application/javascript text/javascript text/css text/xml image/svg+xml application/wasm;"


def one(pattern: str) -> str:
    """The address of the one file in the built site that fits."""
    [found] = SITE.glob(pattern)
    return f"/{found.relative_to(SITE).as_posix()}"


def loads() -> dict[str, list[str]]:
    """What is asked for, by name; a mixture is what visits to all parts would fetch."""
    page, index, asset = "/ietu/8/", one("assets/*/search/kk.json"), one("assets/*/styles/site.css")
    pages = ["/", page, "/htii/5/", "/ru/", "/ru/aues/2/", "/en/clauses/", "/en/calc/gpa_transfer/", "/c/ietu-8.2/", "/api/c/ietu-8.2.json"]
    mixed = [*pages, asset, one("assets/*/scripts/page.mjs"), one("assets/*/fonts/*.woff2"), index, "/sw.js"]
    return {"page": [page], "index": [index], "asset": [asset], "missing": [MISSING], "mixed": mixed}


def verified(port: int, addresses: list[str]) -> None:
    """Ask once for each: what is driven must be what is meant."""
    for address in addresses:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", address)
        status = connection.getresponse().status
        connection.close()
        if status != (404 if address == MISSING else 200):
            raise SystemExit(f"{address} answers {status}; is site/ built?")


def driven(host: Running, addresses: list[str], seconds: int) -> dict:
    """Drive one load for so long; the memory is the most that nginx's processes ever held."""
    verified(host.port, addresses)
    threads = min(4, os.cpu_count() or 1)
    said = subprocess.run(
        ["wrk", f"-t{threads}", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", SCRIPT, f"http://127.0.0.1:{host.port}/", "--", *addresses],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(said.stdout.splitlines()[-1])
    # A page that is not there must be refused, every time; all else never.
    wrong = told["requests"] - told["refused"] if addresses == [MISSING] else told["refused"]
    return {
        "requests_per_s": round(told["requests"] / told["seconds"]),
        "megabytes_per_s": round(told["bytes"] / told["seconds"] / 1e6, 1),
        "p50_ms": round(told["p50_us"] / 1000, 2),
        "p99_ms": round(told["p99_us"] / 1000, 2),
        "errors": wrong + told["broken"],
        "rss_mb": memory(host.pid),
    }


def memory(master: int) -> float:
    """Resident megabytes at their highest, all processes together; shared pages count in each."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    highest = (re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text()) for pid in (master, *children))
    return round(sum(int(found[1]) for found in highest) * 1024 / 1e6, 1)


def compressing(server: str) -> str:
    """The configuration without the twins."""
    return server.replace("gzip off;", COMPRESSING).replace("gzip_static on;", "").replace("include ereje/brotli*.conf;", "")


def main() -> None:
    """Drive every load in turn and print what came back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=SECONDS, help=f"for each of six loads; {SECONDS} unless told")
    seconds = parser.parse_args().seconds
    try:
        if shutil.which("wrk") is None:
            raise NotInstalled("wrk is not installed here (Debian: apt-get install wrk)")
        with nginx(SITE) as host:
            figures = {name: driven(host, addresses, seconds) for name, addresses in loads().items()}
        with nginx(SITE, compressing) as host:
            figures["baseline"] = driven(host, loads()["mixed"], seconds)
    except NotInstalled as fault:
        print(f"{fault}: nothing was driven")
        return
    for name, each in figures.items():
        print(f"{name:9}", "  ".join(f"{key} {value}" for key, value in each.items()))
    ratio = {key: round(figures["mixed"][key] / figures["baseline"][key], 3) for key in ("requests_per_s", "p99_ms", "rss_mb")}
    print(f"mixed to baseline {ratio}; {os.cpu_count()} cores for nginx and wrk, {CONNECTIONS} connections, {seconds} s a load")
    print(json.dumps({"benchmark": "serving", "seconds": seconds, "connections": CONNECTIONS, "loads": figures, "ratio": ratio}))


if __name__ == "__main__":
    main()
