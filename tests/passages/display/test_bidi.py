"""Text from right to left in the order it is seen: UAX #9 by example, and by Unicode's own conformance test where it is installed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages.display.bidi import Paragraph
from passages.display.mirrors import CLOSING, MIRROR, OPENING

CONFORMANCE = Path("/usr/share/unicode/BidiCharacterTest.txt")
EVERY = 23  # of 91,707 rows one in so many: a second instead of half a minute

SEEN = [
    ("Latin stays", "Aktau (former)", "Aktau (former)"),
    ("Cyrillic stays", "Жаңаөзен – қала", "Жаңаөзен – қала"),
    ("Hebrew in Latin", "the word שלום means", "the word םולש means"),
    ("Latin in Hebrew", "שלום Aktau שלום", "םולש Aktau םולש"),
    ("numbers in Arabic stay", "سنة 2011 في", "يف 2011 ةنس"),
    ("brackets are turned", "(שלום)", "(םולש)"),
    ("a bracket inside Hebrew", "א (ב) ג", "ג (ב) א"),
    ("a mark stays on its letter", "בּא", "אבּ"),
    ("a full stop goes to the left end", "שלום.", ".םולש"),
    ("a number after Latin", "Aktau 12, שלום 34", "Aktau 12, 34 םולש"),
]


def seen(text):
    whole = Paragraph(text)
    return "".join(whole.shown(at) for at in whole.line(0, len(text)))


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SEEN], ids=[row[0] for row in SEEN])
def test_what_is_seen_from_left_to_right(text, expected):
    assert seen(text) == expected


def test_each_wrapped_line_is_ordered_by_itself_with_the_levels_of_the_whole():
    text = "אבג דהו זחט"
    whole = Paragraph(text)
    assert "".join(text[at] for at in whole.line(0, 4)) == " גבא"
    assert "".join(text[at] for at in whole.line(4, 7)) == "והד"


def test_a_base_may_be_given():
    assert Paragraph("abc", base=1).base == 1
    assert Paragraph("שלום", base=0).base == 0
    assert Paragraph("שלום").base == 1


@given(st.text(alphabet="ab1 .,()אבע٣\u0301\u202b\u202c\u2067\u2069\n+$", max_size=40))
def test_every_code_point_is_seen_once(text):
    whole = Paragraph(text)
    assert sorted(whole.line(0, len(text))) == list(range(len(text)))


def test_every_mirror_has_its_mirror():
    assert all(MIRROR[MIRROR[char]] == char for char in MIRROR)
    assert CLOSING.isdisjoint(OPENING)


@pytest.mark.skipif(not CONFORMANCE.is_file(), reason="Debian's unicode-data is not installed")
def test_the_conformance_rows():
    for number, line in enumerate(CONFORMANCE.read_text("utf-8").splitlines()):
        if number % EVERY or not line or line.startswith("#"):
            continue
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        whole = Paragraph(text, None if direction == "2" else int(direction))
        wanted = [int(at) for at in order.split()]
        assert whole.base == int(base), line
        marks = any(char in "\u0300\u0301\u05b0" for char in text)  # rule L3 is the terminal's here, the file leaves it out
        if not marks:
            assert [at for at in whole.line(0, len(text)) if not whole.removed(at)] == wanted, line
        if not whole.plain:
            told = [level for level, removed in zip(levels.split(), map(whole.removed, range(len(text))), strict=True) if not removed]
            assert "x" not in told, line


@pytest.mark.skipif(not CONFORMANCE.is_file(), reason="Debian's unicode-data is not installed")
@pytest.mark.parametrize(("name", "pairs"), [("BidiMirroring.txt", MIRROR), ("BidiBrackets.txt", OPENING)])
def test_the_tables_are_those_of_the_database(name, pairs):
    rows = [line.partition("#")[0].split(";") for line in (CONFORMANCE.parent / name).read_text("utf-8").splitlines()]
    told = {chr(int(row[0], 16)): chr(int(row[1], 16)) for row in rows if len(row) > 1 and (len(row) < 3 or row[2].strip() == "o")}
    assert pairs == told
