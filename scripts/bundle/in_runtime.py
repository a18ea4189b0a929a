"""Runs inside the pinned runtime, under Node, while the site is built.

Finds out which modules the calculators need by letting them answer, and
compiles exactly those with the runtime's own compiler.
"""

import importlib.util
import io
import json
import sys
import traceback
import zipfile
from types import CodeType

# A fixed day, so that two builds of one commit give the same bytes.
DAY = (2020, 1, 1, 0, 0, 0)
# What the runtime imports only when something goes wrong.
ON_ERROR = ("traceback", "linecache", "tokenize", "codeop", "encodings.idna", "encodings.ascii", "encodings.latin_1")


def answers(requests: str) -> str:
    """Answer every request of a JSON list; the list of answers, as JSON."""
    from calculators.api import answer_json

    return json.dumps([json.loads(answer_json(json.dumps(each))) for each in json.loads(requests)])


def needed_modules() -> list[str]:
    """Names of all modules that are loaded now or when an error is told."""
    for name in ON_ERROR:
        importlib.import_module(name)
    try:
        raise ValueError("to load what formats an error")
    except ValueError:
        traceback.format_exc()
    return sorted(sys.modules)


def compiled_library(archive: str, modules: list[str]) -> bytes:
    """A zip of the modules' bytecode, from the sources in `archive`.

    Hash-based and unchecked: nothing asks for a source or its date again.
    """
    wanted = set(modules)
    out = io.BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist()):
            module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            if not name.endswith(".py") or module not in wanted:
                continue
            text = source.read(name)
            level = -1 if module.partition(".")[0] in ("pyodide", "_pyodide") else 2
            code = compile(text, f"{archive}/{name}", "exec", dont_inherit=True, optimize=level)
            info = zipfile.ZipInfo(f"{name}c", DAY)
            # Compressed one by one: not every host compresses an archive on its way.
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, _pyc(_bare(code), text), compresslevel=9)
    return out.getvalue()


def _bare(code: CodeType) -> CodeType:
    """The same code with one line number for all of it: the detail is a fifth of its size.

    A traceback names the function's first line for the library's own frames;
    our package keeps its lines.
    """
    constants = tuple(_bare(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    eights, rest = divmod(len(code.co_code) // 2, 8)
    # An entry of the table: "no columns" for up to eight instructions, no step to another line.
    table = bytes((0x80 | 13 << 3 | 7, 0)) * eights + (bytes((0x80 | 13 << 3 | rest - 1, 0)) if rest else b"")
    return code.replace(co_linetable=table, co_consts=constants)


def _pyc(code: object, source: bytes) -> bytes:
    from importlib._bootstrap_external import _code_to_hash_pyc

    return bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False))


def addon(stage: str, known: list[str], exercise: str) -> tuple[bytes, list[str]]:
    """A zip of what an exercise loads beyond the known modules, and the names of all that are known then.

    Args:
        stage: a zip of sources beside the library's.
        known: names of modules that are shipped already.
    """
    exec(exercise, {})  # noqa: S102 - our own text, at build time
    archive = next(path for path in sys.path if path.endswith(".zip"))
    wanted = sorted(set(sys.modules) - set(known))
    out = io.BytesIO()
    with zipfile.ZipFile(archive) as library, zipfile.ZipFile(stage) as own, zipfile.ZipFile(out, "w") as target:
        for source in (library, own):
            for name in sorted(source.namelist()):
                module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
                named = name == "calculators/columns.toml" and "calculators.table" in wanted
                if not named and (not name.endswith(".py") or module not in wanted):
                    continue
                content = source.read(name)
                if name.endswith(".py"):
                    code = compile(content, name, "exec", dont_inherit=True, optimize=2)
                    name, content = f"{name}c", _pyc(_bare(code), content)
                info = zipfile.ZipInfo(name, DAY)
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, content, compresslevel=9)
    return out.getvalue(), sorted({*known, *wanted})
