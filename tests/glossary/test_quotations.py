"""Quotations are found between the square brackets of the samples; names in quotation marks and lost marks are not quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.quotations import quotations

SAMPLES = [
    "He said: [“We leave Kiev tonight.”]",
    "Er sagte: [„Wir fahren nach Kiew.“]",
    "[«Мы едем в Киев»,] — сказал он.".replace(",]", "],"),
    'It read ["no work in Kiev"] on the wall.',
    "the union “Rot Front” and “Kiev”",
    "a lost mark “that never closes, in Kiev",
    "lost “one, then [“here it is whole”]",
    "",
    "[“one two three”] and [“four five six”]",
]


@pytest.mark.parametrize("marked", SAMPLES)
def test_quotations(marked):
    text = marked.replace("[", "").replace("]", "")
    expected = []
    shift = 0
    for at, letter in enumerate(marked):
        if letter == "[":
            expected.append([at - shift, 0])
            shift += 1
        elif letter == "]":
            expected[-1][1] = at - shift
            shift += 1
    assert [list(span) for span in quotations(text)] == expected


@given(st.text(alphabet='“”„«»"ab c'))
def test_spans_are_in_order_and_inside(text):
    at = 0
    for start, end in quotations(text):
        assert at <= start < end <= len(text)
        at = end
