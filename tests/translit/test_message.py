"""Messages: English strings that remember how they were made, so that they can be said in another language."""

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.message import Message, Plural, either, joined, one_line, system_says


def test_it_is_its_english_text():
    said = Message("no rule for {letter} at {place}", letter="ә", place=7)
    assert said == "no rule for ә at 7"
    assert (said.template, dict(said.values)) == ("no rule for {letter} at {place}", {"letter": "ә", "place": 7})
    assert json.dumps(said, ensure_ascii=False) == '"no rule for ә at 7"'


def test_without_values_braces_are_braces():
    assert Message("write a term as { text = … }") == "write a term as { text = … }"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 towns in kk"), (1, "1 town in kk"), (2, "2 towns in kk"), (21, "21 towns in kk"), (1200, "1,200 towns in kk")],
)
def test_a_number_of_things(number, text):
    pair = Plural("{n} town in {language}", "{n} towns in {language}")
    assert Message.counted(*pair, number, language="kk") == text


@pytest.mark.parametrize(
    ("names", "text"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a or b or c"), (["{x}", "}"], "{x} or }")]
)
def test_one_of_several(names, text):
    assert either(names) == text


@given(st.lists(st.text()), st.sampled_from(["; ", ", ", " {} ", ""]))
def test_joined_is_join(parts, separator):
    assert joined(separator, parts) == separator.join(parts)


@given(st.text(), st.text())
def test_values_are_never_read_as_templates(one, other):
    outer = Message("{inner} and {other}", inner=Message("“{text}”", text=one), other=other)
    assert outer == f"“{one}” and {other}"
    for copied in (
        *(copy.deepcopy(outer), copy.copy(outer), pickle.loads(pickle.dumps(outer))),
        Message.read(json.loads(json.dumps(outer.kept()))),
    ):
        assert copied == outer
        assert copied.template == outer.template
        assert copied.values["inner"].template == "“{text}”"


def test_one_line_keeps_the_parts():
    said = one_line(Message("“{text}” is there twice{also}", text="two\n  lines", also=Message(" (line {line})", line=3)))
    assert said == "“two lines” is there twice (line 3)"
    assert said.values["also"].template == " (line {line})"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (OSError(13, "Permission denied"), "Permission denied"),
        (ValueError("embedded null byte"), "embedded null byte"),
        (OSError(), "OSError"),
    ],
)
def test_what_the_system_says(error, text):
    assert system_says(error) == text


def test_a_message_stays_itself():
    said = Message("{n} of them", n=2)
    assert Message.of(said) is said
    assert Message.of("plain").template == "plain"
