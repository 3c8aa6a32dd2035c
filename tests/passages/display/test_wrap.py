"""Texts in lines of so many cells."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from passages.display.safe import safe
from passages.display.wrap import graphemes, wrap

LINES = [
    ("short", "Aktau", 10, ["Aktau"]),
    ("empty", "", 10, [""]),
    ("at a space", "Aktau and Shetpe", 10, ["Aktau and ", "Shetpe"]),
    ("spaces hang over the end", "Aktau     Shetpe", 6, ["Aktau     ", "Shetpe"]),
    ("not behind the hyphens of an option", "see grep --help", 9, ["see grep ", "--help"]),
    ("nor before a dash", "one two - three", 8, ["one ", "two - ", "three"]),
    ("nor behind that of a number", "minus (-5) deg", 8, ["minus ", "(-5) deg"]),
    ("behind a hyphen", "Mangistau-Oblast", 12, ["Mangistau-", "Oblast"]),
    ("a word longer than a line", "Ozenmunaigas", 5, ["Ozenm", "unaig", "as"]),
    ("a line feed", "Aktau\nShetpe", 10, ["Aktau\n", "Shetpe"]),
    ("a line feed at the end begins no line", "Aktau\n", 10, ["Aktau\n"]),
    ("a line feed that has no room is left out", "Aktau\nShetpe", 5, ["Aktau", "Shetp", "e"]),
    ("an empty line between", "a\n\nb", 5, ["a\n", "\n", "b"]),
    ("ideographs take two cells", "阿克套市", 4, ["阿克", "套市"]),
    ("no line begins with a full stop", "阿克套。市", 6, ["阿克", "套。市"]),
    ("marks stay on their letters", "e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ("Cyrillic", "в Жаңаөзене", 9, ["в ", "Жаңаөзене"]),
]


def parts(text, width, kept=()):
    return [text[line.start : line.end] for line in wrap(text, width, kept)]


@pytest.mark.parametrize(("text", "width", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines(text, width, expected):
    assert parts(text, width) == expected


def test_a_placeholder_is_not_broken_where_a_line_holds_it():
    text = "see {first name} now"
    assert parts(text, 13) == ["see {first ", "name} now"]
    assert parts(text, 13, [(4, 16)]) == ["see ", "{first name} ", "now"]


@example("aa \u0301", 2)
@given(st.text(alphabet="aж漢\u0301 -\n\x1b\u202e。（", max_size=60), st.integers(2, 12))
def test_every_code_point_stands_in_one_line_and_no_line_is_too_wide(text, width):
    lines = wrap(text, width)
    at = 0
    for line in lines:
        assert text[at : line.start] in ("", "\n")
        at = line.end
        assert line.cells - (len(text[line.start : line.end]) - len(text[line.start : line.end].rstrip(" "))) <= width
    assert text[at:] in ("", "\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain Жаңаөзен ’ é", "plain Жаңаөзен ’ é"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("a\tb\nc\rd", "a␉b↵c␍d"),
        ("\x9b31m", "␦31m"),
        ("right\u202eleft\u2066", "right¦left¦"),
        ("zero\u200bwidth\ufeff", "zero␣width␣"),
        ("soft\u00adhyphen", "soft␤hyphen"),
        ("\ud800", "\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_nothing_steers_the_terminal(text, shown):
    assert safe(text) == shown


@given(st.text())
def test_a_code_point_stays_one(text):
    assert len(safe(text)) == len(text)
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in safe(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("e\u0301x", 2), ("👨\u200d👩\u200d👧", 1), ("🇰🇿🇷🇺", 2), ("\r\n", 1), ("각", 1), ("", 0)],
)
def test_what_a_reader_takes_for_one_character(text, expected):
    spans = graphemes(text)
    assert len(spans) == expected
    assert "".join(text[start:end] for start, end in spans) == text
