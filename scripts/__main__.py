"""The one command: `python -m scripts build | serve | parity | …`."""

import argparse
import sys

from scripts.editors import commands as editors
from scripts.pages import DOCS


def build() -> int:
    """Build the site into site/."""
    from scripts.build import build as build_site

    build_site()
    return 0


def serve(port: int) -> int:
    """Build the site and serve it on this machine until interrupted."""
    from scripts.build import build as build_site
    from scripts.serve import server

    with server(build_site(), port) as running:
        print(f"http://127.0.0.1:{running.server_port}/  (Ctrl+C ends it)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


def parity(code: str | None, chapter: str | None) -> int:
    """Print where the languages part; number words are hints, not failures."""
    from scripts.parity.check import report

    hints, problems = report(DOCS, code, chapter)
    print(*(f"hint: {hint}" for hint in hints), *problems, f"{len(problems)} problems", sep="\n")
    return 1 if problems else 0


def reviewed(wanted: list[str]) -> int:
    """Record that clauses are reviewed in all languages as they stand."""
    from scripts.parity.reviews import review

    for each in wanted:
        print(f"{each}: {review(DOCS, each)} clauses recorded")
    return 0


def ledger() -> int:
    """Record every address that is published and not yet in the ledger."""
    from scripts.publish.ledger import record

    print(f"{record()} addresses recorded")
    return 0


def check_links() -> int:
    """Print which address ever published does not resolve in the built site."""
    from scripts.build import SITE
    from scripts.publish.links import report

    problems = report(SITE)
    print(*problems, f"{len(problems)} problems", sep="\n")
    return 1 if problems else 0


def main(arguments: list[str]) -> int:
    """Run the named command with its arguments."""
    ask = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    commands = ask.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help=build.__doc__)
    serving = commands.add_parser("serve", help=serve.__doc__)
    serving.add_argument("--port", type=int, default=8000)
    checking = commands.add_parser("parity", help=parity.__doc__)
    checking.add_argument("code", nargs="?")
    checking.add_argument("chapter", nargs="?")
    reviewing = commands.add_parser("reviewed", help=reviewed.__doc__)
    reviewing.add_argument("wanted", nargs="+", metavar="CODE or CLAUSE")
    commands.add_parser("ledger", help=ledger.__doc__)
    commands.add_parser("check-links", help=check_links.__doc__)
    editors.add(commands)
    said = vars(ask.parse_args(arguments))
    known = {"build": build, "serve": serve, "parity": parity, "reviewed": reviewed, "ledger": ledger, "check-links": check_links}
    return (known | editors.COMMANDS)[said.pop("command")](**said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
