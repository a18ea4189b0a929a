"""Small documents of an invented university, in every format, written here."""

import zipfile
from io import BytesIO
from pathlib import Path

RULES = """\
1. Жалпы ережелер

1.1 Осы ереже Көкжиек университетінде оқитын барлық сту-
денттерге қолданылады.
1.2 Ереже туралы сұрақтарды Тіркеу офисі қабылдайды; сту-
дент жауапты 3 жұмыс күні ішінде алады.

2. Оқу нәтижесі

2.1 Келесі курсқа көшу үшін орташа балл (GPA) мынадан кем болмайды:
- 1-курс – 1,50;
- 2-курс – 1,80;
- 3-курс – 2,00.
2.2 Студент 2.1-тармақтың талабын орындамаса, жазғы семестрде оқиды.
2.2.1 Жазғы семестр 6 аптаға созылады.
2.4 Апелляция 5 жұмыс күні ішінде қаралады.

3. Терминдер

GPA – оқу кезеңіндегі орташа балл.
Тіркеу офисі – студенттердің оқу тарихын жүргізетін бөлім.

1-қосымша

Өтініш нысаны
Мен, __________, қайта қарауды сұраймын.
"""


def docx(path: Path, parts: list, numbered: bool = False) -> Path:
    """A DOCX of paragraphs, ("heading", level, text), ("rows", [[…]]) and ("item", level, text)."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = Document()
    document.sections[0].header.paragraphs[0].text = "Көкжиек университеті"
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        elif part[0] == "heading":
            document.add_heading(part[2], part[1])
        elif part[0] == "rows":
            table = document.add_table(len(part[1]), len(part[1][0]))
            for row, cells in zip(table.rows, part[1], strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        else:
            paragraph = document.add_paragraph(part[2])
            properties = paragraph._p.get_or_add_pPr()
            numbers = OxmlElement("w:numPr")
            for name, value in (("w:ilvl", part[1]), ("w:numId", "77")):
                child = OxmlElement(name)
                child.set(qn("w:val"), str(value))
                numbers.append(child)
            properties.append(numbers)
    if numbered:
        _numbering(document)
    document.save(path)
    return path


def _numbering(document) -> None:
    """Automatic numbers "1.", "1.1", "1.1.1" as list 77: they stand in no paragraph's text."""
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, text in enumerate(("%1.", "%1.%2", "%1.%2.%3"))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {space} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def bomb(path: Path, size: int = 300 * 2**20) -> Path:
    """A DOCX of a few hundred kilobytes that unpacks to `size` bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(size // 2**20):
            part.write(b" " * 2**20)
    return path


def pdf(path: Path, pages: list[list[str]]) -> Path:
    """A PDF with text: a font without glyphs whose map to Unicode is all that reading needs."""
    characters = sorted({character for page in pages for line in page for character in line})
    codes = {character: number for number, character in enumerate(characters, 1)}
    table = "\n".join(f"<{code:04x}> <{ord(character):04x}>" for character, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(codes)} beginbfchar\n{table}\nendbfchar\nendcmap end end"
    )
    objects = ["", "", _stream(cmap)]
    objects.append(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /ToUnicode 3 0 R /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
    )
    kids = []
    for page in pages:
        rows = "\n".join(f"<{''.join(f'{codes[letter]:04x}' for letter in line)}> Tj 0 -16 Td" for line in page)
        objects.append(_stream(f"BT /F1 10 Tf 50 790 Td\n{rows}\nET"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data = BytesIO()
    data.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(data.tell())
        data.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = data.tell()
    data.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    data.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    data.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    path.write_bytes(data.getvalue())
    return path


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
