"""Offsets become lines and columns, counted in code points from 1."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages.reports.lines import LineIndex
from passages.reports.model import locate
from tests.passages.reports_sample import say


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("", 0, 1, 1),
        ("Aktau", 0, 1, 1),
        ("Aktau", 5, 1, 6),
        ("a\nb", 1, 1, 2),  # a line end belongs to the line it ends
        ("a\nb", 2, 2, 1),
        ("a\r\nb", 2, 1, 3),  # between CR and LF
        ("a\r\nb", 3, 2, 1),
        ("a\rb", 2, 2, 1),
        ("a\n\r\nb", 4, 3, 1),
        ("a\r\r\nb", 4, 3, 1),
        ("a\n", 2, 2, 1),  # the empty line behind the last line end
        ("a\u2028b\x0bc\x0cd\x85e", 8, 1, 9),  # none of these ends a line
        ("🚌 Ақтау", 2, 1, 3),  # code points, not UTF-16 units
        ("A\u0301ktau", 2, 1, 3),  # a combining mark counts
    ],
)
def test_position(text: str, offset: int, line: int, column: int):
    position = LineIndex(text).position(offset)
    assert (position.offset, position.line, position.column) == (offset, line, column)


@pytest.mark.parametrize("offset", [-1, 6])
def test_an_offset_outside_the_text_is_refused(offset: int):
    with pytest.raises(ValueError, match="outside a text of 5"):
        LineIndex("Aktau").position(offset)


@given(st.text(st.sampled_from("ab\r\n\u2028ж🚌"), max_size=40), st.data())
def test_position_agrees_with_counting(text: str, data: st.DataObject):
    offset = data.draw(st.integers(0, len(text)))
    position = LineIndex(text).position(offset)
    # Counting the slow way: a CR LF ends its line only behind the LF.
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text) if match.end() <= offset]
    assert position.line == len(ends) + 1
    assert position.column == offset - (ends[-1] if ends else 0) + 1


def test_around_is_the_rest_of_the_line():
    text = "one\r\nIn Zhanoezen we met.\r\ntwo"
    start = text.index("Zhanoezen")
    assert LineIndex(text).around(start, start + 9) == ("In ", " we met.")


def test_around_a_spelling_over_two_lines():
    text = "the Rot\nFront paper\nend"
    start = text.index("Rot")
    assert LineIndex(text).around(start, start + 9) == ("the ", " paper")


def test_around_cuts_a_long_line_at_a_space():
    text = "left " * 100 + "Zhanoezen" + " right" * 100
    start = text.index("Zhanoezen")
    before, after = LineIndex(text).around(start, start + 9, reach=20)
    assert before == "…left left left "
    assert after == " right right right…"


@given(st.text(st.sampled_from("ab \r\n\u0301"), max_size=60), st.data())
def test_around_is_text_of_the_line_with_or_without_an_ellipsis(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, after = LineIndex(text).around(start, end, reach=10)
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    assert not set("\r\n") & set(before) or text[start - 1 : start + 1] == "\r\n"
    assert "\n" not in after
    assert max(len(before), len(after)) <= 11


def test_a_finding_outside_its_text_is_refused():
    finding = say("Zhanoezen", "Zhanoezen", becomes="Zhanaozen")
    with pytest.raises(ValueError, match="outside"):
        locate("Zhan", [finding])


def test_edits_are_located_too():
    text = "on\nZhanoezen"
    (located,) = locate(text, [say(text, "Zhanoezen", becomes="Zhanaozen")])
    ((start, end),) = located.edits
    assert (start.line, start.column, end.line, end.column) == (2, 1, 2, 10)
    assert located.becomes == "Zhanaozen"
    assert located.remark == ""
