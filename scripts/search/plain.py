"""What remains of an edition's Markdown when only its words are wanted."""

import re

LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
MARKS = re.compile(r"(\*\*|__|\*|`|~~)(?=\S)(.+?)(?<=\S)\1")
ATTRIBUTES = re.compile(r"\{[:#.][^}]*\}")
BULLET = re.compile(r"^[-*+] +")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")


def plain(markdown: str) -> str:
    """The text as a reader sees it, one line a paragraph, list item or table row."""
    lines = []
    for line in markdown.splitlines():
        if not line.strip() or RULE.match(line) and "-" in line:
            continue
        line = ATTRIBUTES.sub("", LINK.sub(r"\1", line)).strip()
        line = MARKS.sub(r"\2", MARKS.sub(r"\2", line))
        if line.startswith("|"):
            line = " · ".join(cell.strip() for cell in line.strip("|").split("|") if cell.strip())
        line = BULLET.sub("• ", line)
        lines.append(ESCAPED.sub(r"\1", line.lstrip("# ")))
    return "\n".join(lines)
