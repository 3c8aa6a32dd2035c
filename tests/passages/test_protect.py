"""What looks like prose and is not, and what looks like an address and is prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages.protect import protected

PROTECTED = [
    ("see https://example.com/Zhanoezen_(town)). Then", ["https://example.com/Zhanoezen_(town)"]),
    ("(www.kazmunaygas.kz), he said", ["www.kazmunaygas.kz"]),
    ("“HTTP://EXAMPLE.ORG/Kazak”", ["HTTP://EXAMPLE.ORG/Kazak"]),
    ("write to nazarbaev@mail.example.kz.", ["nazarbaev@mail.example.kz"]),
    ("mailto:nazarbaev@example.kz", ["mailto:nazarbaev@example.kz"]),
    ("@Nazarbaev answered", ["@Nazarbaev"]),
    ("open Zhanoezen.docx, then ZHANOEZEN.PDF.", ["Zhanoezen.docx", "ZHANOEZEN.PDF"]),
    ("(Zhanoezen.tar.gz)", ["Zhanoezen.tar.gz"]),
    ("Жанаозен.docx’s author", ["Жанаозен.docx"]),
    ("docs/Zhanoezen/a.md", ["docs/Zhanoezen/a.md"]),
    ("in docs/Kiev/x, src/Kiev/en/ and Kiev/a.txt", ["docs/Kiev/x", "src/Kiev/en/", "Kiev/a.txt"]),
    ("wave :Kiev: and :flag-kz:!", [":Kiev:", ":flag-kz:"]),
    ("#Kiev, #Жанаозен_2011.", ["#Kiev", "#Жанаозен_2011"]),
    ("in /home/Nazarbaev/x, or ~/Kazak and ../Kazak", ["/home/Nazarbaev/x", "~/Kazak", "../Kazak"]),
    (r"C:\Users\Nazarbaev\a.txt and \\server\Kazak", [r"C:\Users\Nazarbaev\a.txt", r"\\server\Kazak"]),
    ("example.com/Nazarbaev?x=1.", ["example.com/Nazarbaev?x=1"]),
    ("жанаозен.рф", ["жанаозен.рф"]),
    ("%s of %(Nazarbaev)s, %1$d, %-5.2f, %APPDATA%", ["%s", "%(Nazarbaev)s", "%1$d", "%-5.2f", "%APPDATA%"]),
    ("{Nazarbaev} {0:>10} ${Kazak} {user.Kazak!r}", ["{Nazarbaev}", "{0:>10}", "${Kazak}", "{user.Kazak!r}"]),
    ("{{ Nazarbaev | upper }} and {% if Kazak %}", ["{{ Nazarbaev | upper }}", "{% if Kazak %}"]),
]

PROSE = [
    "e.g. Astana.Then we went on",
    "in Astana.In 1997 it moved",
    "Zhanaozen/Zhanoezen and/or Aktau",
    "transcribed /Nazarbaev/ by ear",
    "and/or, Russian/Kazakh, Russian/Kazakh/English, 90 km/h",
    "# Kiev, C# and #1; 12:30:45",
    "he said:Kiev: then",
    "U.S. and Kazak.U.S. firms",
    "100% sure, 5 % of it",
    "AUCP(B), Nazarbaev’s party…Kazak",
    "{Назарбаев, 2011}",
    "on 10/12/2011 at 5:30",
    'Kazak; Nazarbaev: "So be it."',
    "",
]


@pytest.mark.parametrize(("text", "expected"), PROTECTED)
def test_addresses_file_names_and_placeholders_are_protected(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in protected(text)] == expected


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not_protected(text: str) -> None:
    assert protected(text) == ()


@given(st.text(alphabet="aB.:/\\@%{}$()[]'<> \nжs0-_", max_size=200))
def test_spans_are_sorted_apart_and_inside(text: str) -> None:
    last = -1
    for start, end in protected(text):
        assert last < start < end <= len(text)
        last = end


@given(st.text(alphabet="abж ,;!\n", max_size=100))
def test_a_text_without_the_marks_of_an_address_is_free(text: str) -> None:
    assert protected(text) == ()


@pytest.mark.parametrize("unit", ["a.", "a@", "%0", "(a/", "{", "~/", "://", r"\\a", ")", "a-", "@"])
def test_a_hostile_word_of_many_letters_is_scanned(unit: str) -> None:
    assert isinstance(protected("http://x" + unit * 20_000), tuple)
