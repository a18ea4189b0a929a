"""What holds of every document, however it is put together."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.importer.convert import convert
from scripts.importer.coverage import lost
from scripts.importer.faults import ImportFault
from scripts.importer.readers import read

LINES = (
    "1. Жалпы ережелер", "2. БАҒАЛАУ", "II. Апелляция", "3-бөлім. Тәртіп", "Глоссарий", "Кіріспе", "Қорытынды", "Танысу парағы",
    "1-қосымша", "Б қосымшасы", "1.1 Бірінші талап.", "1.2 Екінші талап бар:", "1.4 Төртінші талап", "2.1 Тағы бір талап;",
    "2.1.1 Ішкі талап.", "7.7 Өзге тармақ.", "5. Жеке тармақ.", "12.10.2018 жылғы бұйрық", "36 сағаттан артық", "1) бірі;", "б) екіншісі;",
    "- үшіншісі.", "• төртіншісі", "GPA – орташа балл.", "Тіркеу офисі - бөлім;", "оқу-", "әдістемелік кеңес шешеді.", "10 50 5% 5%",
    "9 100 10% 15%", "8 350 35% 50%", "Талап орындалды. 1.2 Тағы талап.", "", "", "\f", " бос орынмен басталған жол.", "бет 3 / 10", "17",
    "Студент белгіленген мерзімде оқу жоспарын орындауға және барлық емтиханды тапсыруға міндетті", "жалғасы кіші әріптен басталады.",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=40))
@settings(deadline=None, max_examples=150)
def test_nothing_is_lost_and_no_address_is_given_twice(lines):
    """Shuffled headings, numbers that go back, lists without an end: the institution's words survive them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rules.txt"
        path.write_text("\n".join(lines), "utf-8")
        try:
            document = convert(read(path), "kok")
        except ImportFault:
            return  # without a letter there is nothing to lose
    ids = [entry.id for entry in document.entries]

    assert [line.text for line in lost(document)] == []
    assert len(ids) == len(set(ids))
