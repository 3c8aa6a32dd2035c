"""The summary on a terminal: what it says, and that it fits."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages.reports.cells import Word, safe, visible, width, words, wrap
from passages.reports.model import FileReport, Mode, Report, locate
from passages.reports.style import ROLES, ansi
from passages.reports.text import diagnostics, render
from tests.passages.reports_sample import sample, say


def told(report: Report, **options) -> str:
    return "".join(render(report, **options))


def one_file(text: str, *findings, **changes) -> Report:
    return sample(files=(FileReport("a.txt", "text", "utf-8", "en", locate(text, findings)),), skipped=(), failures=(), **changes)


SUMMARY = """\
Will change
  Rote Front
    Rot Front → Rote Front (once)
      letters/spring 1.txt:5
  Zhanaozen (place)
    Zhanoezen → Zhanaozen (twice)
      why: ң→n, a lost, ө→oe (German digraph)
      letters/spring 1.txt:1, 2
    ZHANOEZEN → ZHANAOZEN (once)
      why: ң→n, a lost, ө→oe (German digraph)
      letters/spring 1.txt:4
    Zhanoezen’s → Zhanaozen’s (once)
      why: ң→n, a lost, ө→oe (German digraph)
      notes.md:3

For you to decide
  Aktau (place)
    Shevchenko (once)
      Shevchenko may be Aktau (place) or Taras Shevchenko (person); nothing
      nearby decides
      letters/spring 1.txt:3
  Mangistau (place)
    Mangystau (once)
      Mangystau stands beside Mangistau in one document; choose one
      letters/spring 1.txt:4

Left as they are
  Aktau (place)
    Шевченко (once)
      Шевченко is a former name of Актау (1964–1991)
      notes.md:3

5 changes of 2 names in 2 files; 2 to decide; 1 left as it is. Run again with
--write to apply, --diff to see.
1 file could not be read or written and was left untouched.
1 file skipped.
"""


def test_the_summary():
    assert told(sample()) == SUMMARY


def test_colours_change_nothing_but_colours():
    coloured = told(sample(), style=ansi)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == SUMMARY


def test_every_role_has_its_look():
    assert {ansi(role, "x") == "x" for role in ROLES} == {False}
    assert ansi("", "x") == "x"


@pytest.mark.parametrize("columns", [1, 40, 57, 80, 200])
def test_no_line_is_longer_than_the_terminal(columns: int):
    room = max(columns, 40)
    assert all(width(line.rstrip("\n")) <= room for line in render(sample(), columns=columns))


WROTE = "Zhanoezen, Zhanoezen and Zhanoezen."
THRICE = tuple(say(WROTE, "Zhanoezen", nth=nth, becomes="Zhanaozen") for nth in range(3))


@pytest.mark.parametrize(
    ("report", "closing"),
    [
        (sample(files=(), skipped=(), failures=()), "No file was read.\n"),
        (one_file("Aktau."), "All is well: 1 file read, every name in its right spelling.\n"),
        (one_file(WROTE, THRICE[0]), "1 change of 1 name in 1 file. Run again with --write to apply, --diff to see.\n"),
        (one_file(WROTE, *THRICE), "3 changes of 1 name in 1 file. Run again with --write to apply, --diff to see.\n"),
        (one_file(WROTE, say(WROTE, "Zhanoezen")), "Nothing to change in 1 file; 1 left as it is.\n"),
        (
            one_file(WROTE, *(say(WROTE, "Zhanoezen", nth=nth) for nth in range(3))),
            "Nothing to change in 1 file; 3 left as they are.\n",
        ),
    ],
)
def test_closing_lines_have_their_plurals(report: Report, closing: str):
    assert told(report).endswith(closing)


def test_what_was_written_can_be_taken_back():
    report = one_file(WROTE, *THRICE, mode=Mode.WRITE, run="20260102-030405")
    written = replace(report, files=(replace(report.files[0], written=True),))
    assert told(written).startswith("Changed\n")
    assert told(written).endswith("3 changes of 1 name in 1 file made. Take them back with: endonym undo\n20260102-030405\n")


def test_what_was_not_written_is_not_called_changed():
    report = one_file(WROTE, *THRICE, mode=Mode.WRITE)
    assert told(report).startswith("Will change\n")
    assert told(report).endswith("0 of 3 changes made.\n")


@pytest.mark.parametrize(
    ("count", "places"),
    [
        (8, "a.txt:1, 2, 3, 4, 5, 6, 7, 8\n"),
        (9, "a.txt:1, 2, 3, 4, 5, 6, 7, 8, 9\n"),  # "1 more" would be no shorter
        (20, "a.txt:1, 2, 3, 4, 5, 6, 7, 8, … 12 more\n"),
    ],
)
def test_places_are_shortened(count: int, places: str):
    text = "Zhanoezen\n" * count
    report = one_file(text, *(say(text, "Zhanoezen", nth=nth, becomes="Zhanaozen") for nth in range(count)))
    assert f"Zhanoezen → Zhanaozen ({count} times)\n      {places}" in told(report)


def test_places_in_several_files():
    def file(name: str) -> FileReport:
        return FileReport(name, "text", "utf-8", "en", locate("Zhanoezen", [say("Zhanoezen", "Zhanoezen", becomes="Zhanaozen")]))

    report = sample(files=(file("a.txt"), file("b c.txt")))
    assert "      a.txt:1; b c.txt:1\n" in told(report)
    many = told(sample(files=tuple(file(f"{number}.txt") for number in range(10))))
    assert "6.txt:1; 7.txt:1," in many
    assert "… 2 more\n" in many


def test_a_spelling_over_a_line_break_is_one_with_that_on_one_line():
    text = "Rot Front, Rot\r\nFront"
    report = one_file(
        text, say(text, "Rot Front", becomes="Rote Front", concept="x"), say(text, "Rot\r\nFront", becomes="Rote\r\nFront", concept="x")
    )
    assert "Rot Front → Rote Front (twice)\n" in told(report)


def test_a_reason_that_the_message_has_said_is_not_said_again():
    text = "Leningrad"
    finding = say(text, text, message="Leningrad is a former name of Saint Petersburg", reason="former name of Saint Petersburg")
    assert "why:" not in told(one_file(text, finding))
    assert "      why: 1924–1991\n" in told(one_file(text, replace(finding, reason="1924–1991")))


def test_nothing_from_outside_steers_the_terminal():
    text = "\x1b[31mZhanoezen\u202e"
    report = sample(
        files=(FileReport("a\x1b]0;\n\udcff.txt", "text", "utf-8", "en", locate(text, [say(text, text, becomes="\x07Zhanaozen")])),)
    )
    everything = told(report) + "\n".join(diagnostics(report))
    assert all(char.isprintable() or char == "\n" for char in everything)
    assert r"a\x1b]0;\n\udcff.txt:1" in everything
    assert r"\x1b[31mZhanoezen\u202e → \x07Zhanaozen" in everything
    everything.encode()


def test_diagnostics_name_file_problem_and_remedy():
    assert list(diagnostics(sample())) == [
        "locked.txt: permission denied; let the file be read, or leave it out with --exclude",
        "photo.jpg: skipped (binary)",
        "names.csv:3: Mangystau is preferred here and admitted in built-in; names.csv wins",
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Aktau", 5),
        ("Ақтау", 5),
        ("東京", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("🚌", 2),
        ("a\u200db", 2),
        ("co\u00adop", 5),
        ("ﾄ", 1),
        ("Ｋ", 2),
    ],
)
def test_width(text: str, cells: int):
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rot \r\n Front", "Rot Front"),
        ("a\x00b", r"a\x00b"),
        ("\ud800", r"\ud800"),
        ("\u2067ق\u2069", r"\u2067ق\u2069"),
        ("Жаңаөзен 🚌", "Жаңаөзен 🚌"),
    ],
)
def test_visible(text: str, shown: str):
    assert visible(text) == shown


def test_file_names_keep_their_spaces():
    assert safe(" two  spaces.txt\t") == r" two  spaces.txt\t"


@given(st.text(), st.integers(2, 30))
def test_wrapping_loses_nothing_and_fits(text: str, columns: int):
    lines = ["".join(word.text for word in line) for line in wrap(words(text), columns)]
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == visible(text).replace(" ", "")


def test_a_path_is_not_broken():
    (first, second) = wrap([Word("see"), Word("a/very/long/path.txt:1")], 10, "", "  ", breaking=False)
    assert [word.text for word in first] == ["", "see"]
    assert [word.text for word in second] == ["  ", "a/very/long/path.txt:1"]


def test_a_combining_mark_stays_with_its_letter():
    lines = ["".join(word.text for word in line) for line in wrap([Word("e\u0301" * 6)], 4)]
    assert lines == ["e\u0301" * 4, "e\u0301" * 2]


def test_the_text_report_imports_nothing_heavy():
    code = "import sys, passages.reports.text; print(*sorted({'rich', 'json', 'html', 'numpy', 'textual', 'click'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
