"""A PO file is read whole or refused, and given back to the byte; a changed word is a changed line."""

import shutil
import subprocess

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError
from glossary.findings import Edit
from glossary.po_escapes import escaped, placed, unescaped
from glossary.po_scanner import scan

HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'

BODY = r"""
# A translator's word
#. of the programmer
#: <source file.c>:12 other.c:3
#, c-format, fuzzy
#| msgid "Town of %s"
msgid "The town of %s"
msgstr "Город %s"

msgctxt "place"
msgid ""
"A river\n"
"and a \"town\""
msgstr ""
"Река\n"
"и «город»"

msgid "one town"
msgid_plural "%d towns"
msgstr[0]
"%d город"
msgstr[1] "%d "   "города"
msgstr[2] ""

#~| msgid "Old, previous"
#~ msgctxt "place"
#~ msgid ""
#~ "Old "
#~ "town"
#~ msgstr "Старый город"
"""

BODY = BODY.replace("<", "\u2068").replace(">", "\u2069")  # as gettext brackets file names with spaces: FSI, PDI


def values(catalog, obsolete=False):
    return [
        (*catalog.key(one), [catalog.value(string) for string in one.strings])
        for one in catalog.messages
        if one.obsolete is obsolete and catalog.key(one) != (None, "")
    ]


EXPECTED = [
    (None, "The town of %s", ["Город %s"]),
    ("place", 'A river\nand a "town"', ["Река\nи «город»"]),
    (None, "one town", ["%d город", "%d города", ""]),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_a_file_says(ends, mark):
    data = mark + (HEADER + BODY).replace("\n", ends).encode()
    catalog = scan(data)
    assert values(catalog) == EXPECTED
    assert values(catalog, obsolete=True) == [("place", "Old town", ["Старый город"])]
    assert catalog.spliced(()) == data
    assert catalog.language == "ru"
    first = catalog.messages[1]
    assert catalog.flags(first) == {"c-format", "fuzzy"}
    assert catalog.is_fuzzy(first)
    assert not catalog.is_fuzzy(catalog.messages[2])


def test_lines_are_counted_from_one():
    catalog = scan(b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n')
    assert [catalog.line(one.body) for one in catalog.messages] == [1, 4]


@pytest.mark.parametrize("charset", ["KOI8-R", "windows-1251", "ISO-8859-5"])
def test_other_charsets(charset):
    data = (HEADER.replace("UTF-8", charset) + 'msgid "town"\nmsgstr "город"\n').encode(charset)
    catalog = scan(data)
    assert values(catalog) == [(None, "town", ["город"])]
    start = catalog.text.index("город")
    assert catalog.spliced([Edit(start, start + 5, "село")]) == data.replace("город".encode(charset), "село".encode(charset))
    with pytest.raises(GlossaryError, match="cannot hold 'ң'"):
        catalog.spliced([Edit(start, start + 5, "Жаңаөзен")])


def test_a_backslash_may_be_half_a_character():
    """In Shift JIS the second byte of 表 is that of a backslash."""
    data = (HEADER.replace("UTF-8", "Shift_JIS").replace("ru", "ja") + 'msgid "table"\nmsgstr "表"\n').encode("shift_jis")
    assert values(scan(data)) == [(None, "table", ["表"])]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('msgid "a"\nmsgstr "b\n', 2, "no line of a PO file"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', 2, "unexpected msgid"),
        ('msgid "a"\n', 1, "without msgstr"),
        ('msgid "a"\nmsgstr ""\nmsgstr ""\n', 3, "a second msgstr"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr ""\n', 3, "unexpected msgstr"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[2] ""\n', 4, r"unexpected msgstr\[2\]"),
        ('msgid_plural "b"\nmsgstr ""\n', 1, "without its msgid"),
        ('msgstr ""\n', 1, "unexpected msgstr"),
        ('msgid "a"\nmsgstr ""\n<<<<<<< HEAD\n', 3, "no line of a PO file"),
        ("a text\n", 1, "no line of a PO file"),
        ('# a comment\rmsgid "a"\rmsgstr ""', 1, "no messages"),
        ("# only a comment\n", 1, "no messages"),
    ],
)  # fmt: skip
def test_what_is_refused(text, line, problem):
    with pytest.raises(GlossaryError, match=problem) as error:
        scan(text.encode(), "x.po")
    assert error.value.line == line
    assert str(error.value).startswith(f"x.po:{line}: ")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (HEADER.encode() + b'msgid "a"\nmsgstr "\xff"\n', "is not utf-8"),
        (HEADER.replace("UTF-8", "klingon").encode(), "'klingon', which is unknown"),
        (HEADER.replace("UTF-8", "hex").encode(), "'hex', which is unknown"),
        (HEADER.encode("utf-16"), "zero bytes"),
        (b"\xde\x12\x04\x95\0\0\0\0", "zero bytes"),
    ],
)
def test_bytes_that_are_no_catalog(data, problem):
    with pytest.raises(GlossaryError, match=problem):
        scan(data)


def test_an_empty_file_is_an_empty_catalog():
    assert len(scan(b"").messages) == 0


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_escaping_is_undone(text):
    assert unescaped(escaped(text), "utf-8") == text
    assert values(scan(f'msgid "a"\nmsgstr "{escaped(text)}"\n'.encode())) == [(None, "a", [text])]


def test_numbers_stand_for_bytes():
    assert unescaped(r"\xd0\226\x21\tq", "utf-8") == "Ж!\tq"


LITERALS = st.lists(st.text(alphabet='ab «ңЖ"\\\n\t', min_size=1, max_size=6), min_size=1, max_size=5)


@settings(max_examples=400)
@given(LITERALS, st.data())
def test_an_edit_of_a_value_is_made_in_its_literals(literals, data):
    """Wherever the literals are broken, the file afterwards says the edited value, in as many lines."""
    text = 'msgid "x"\nmsgstr ""\n' + "".join(f'"{escaped(part)}"\n' for part in literals)
    value = "".join(literals)
    start = data.draw(st.integers(0, len(value) - 1))
    end = data.draw(st.integers(start + 1, len(value)))
    replacement = data.draw(st.text(alphabet='xyz "\\ң', min_size=1, max_size=5))
    catalog = scan(text.encode())
    edits = placed(Edit(start, end, replacement), value, catalog.runs(catalog.messages[0].strings[0]))
    after = scan(catalog.spliced(edits))
    said = after.value(after.messages[0].strings[0])
    assert after.text.count("\n") == catalog.text.count("\n")
    assert said == value[:start] + replacement + value[end:]


def test_a_name_broken_between_two_lines_stays_broken():
    text = 'msgid "x"\nmsgstr ""\n"в Мангышлакской "\n"области и дальше"\n'
    catalog = scan(text.encode())
    value = catalog.value(catalog.messages[0].strings[0])
    edit = Edit(2, value.index(" и"), "Мангистауской области")
    edits = placed(edit, value, catalog.runs(catalog.messages[0].strings[0]))
    assert catalog.spliced(edits).decode() == text.replace("Мангышлакской", "Мангистауской")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs GNU gettext")
def test_polib_and_msgfmt_read_the_same(tmp_path):
    file = tmp_path / "ru.po"
    body = BODY.replace('msgstr[2] ""', 'msgstr[2] "%d городов"')
    file.write_text(HEADER + body, "utf-8")
    subprocess.run(["msgfmt", "-o", tmp_path / "ru.mo", file], check=True)
    catalog = scan(file.read_bytes())
    model = polib.pofile(str(file))
    theirs = [(one.msgctxt, one.msgid, list(one.msgstr_plural.values()) or [one.msgstr]) for one in model if not one.obsolete]
    # polib loses the first string of a plural that begins on the next line.
    assert [one for one in values(catalog) if one[1] != "one town"] == [one for one in theirs if one[1] != "one town"]


@pytest.mark.parametrize(
    ("header", "source", "language"),
    [
        ("ru", "x.po", "ru"),
        ("pt-BR", "x.po", "pt_BR"),
        ("Russian", "locale/kk/LC_MESSAGES/x.po", "kk"),
        ("", "po/ru.po", "ru"),
        ("", "po/kk@latin.po", "kk@latin"),
        ("", "ru/x.po", "ru"),
        ("", "x.uk.po", "uk"),
        ("", "zh_Hans.po", "zh_Hans"),
        ("", "git.po", None),
        ("", "po/messages.po", None),
    ],
)
def test_the_language_of_a_catalog(header, source, language):
    assert scan(HEADER.replace("ru", header).encode(), source).language == language
