"""The fields: by grapheme, and nothing of a text lost."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from tui_fields import LineField, TextField, before, behind, word_before, word_behind


@pytest.mark.parametrize(
    ("text", "at", "start"),
    [("abc", 3, 2), ("e\u0301", 2, 0), ("a👩‍👩‍👧", 6, 1), ("и\u0306", 2, 0), ("🇰🇿🇷🇺", 4, 2), ("각", 1, 0), ("ab", 1, 0)],
)
def test_a_grapheme_is_one_character_to_the_left(text, at, start):
    assert before(text, at) == start
    assert behind(text, start) == at


@given(st.text(min_size=1, max_size=40))
def test_left_then_right_comes_back_or_stays_inside_a_grapheme(text):
    assert behind(text, before(text, len(text))) == len(text)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("one, two (three).", [10, 5, 0], [3, 8, 15, 17]),
        ("«Мост», йод", [8, 1, 0], [5, 12]),
        ("...", [0], [3]),
        ("", [0], [0]),
    ],
)
def test_a_word_has_one_stop_each_way(text, left, right):
    at, stops = len(text), []
    while not stops or at > 0:
        at = word_before(text, at)
        stops.append(at)
    assert stops == left
    at, stops = 0, []
    while not stops or at < len(text):
        at = word_behind(text, at)
        stops.append(at)
    assert stops == right


def put(text, *keys):
    """A text in the field, some keys, the text afterwards."""
    field = TextField()

    class Screen(App):
        def compose(self):
            yield field

    async def run():
        async with Screen().run_test() as pilot:
            field.put(text)
            field.focus()
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            drawn = "".join(field.render_line(y).text for y in range(field.size.height))
            return field.said, drawn

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("text", "keys", "after"),
    [
        ("cafe\u0301", ["backspace"], "caf"),
        ("и\u0306", ["backspace"], ""),
        ("a👩‍👩‍👧b", ["left", "backspace"], "ab"),
        ("a👩‍👩‍👧b", ["home", "right", "delete"], "ab"),
        ("one\ntwo", ["home", "backspace"], "onetwo"),
        ("", ["backspace"], ""),
    ],
)
def test_backspace_takes_a_grapheme(text, keys, after):
    assert put(text, *keys)[0] == after


@pytest.mark.parametrize(
    "text", ["a\u2028b", "a\x0bb\x0cc", "\x1b[31mred", "a\r\nb", "tab\tbed", "\x85", "soft\u00adhyphen", "\U0010f000\x1b", "\n", "a\n"]
)
def test_strange_characters_are_kept_and_not_sent(text):
    said, drawn = put(text)
    assert said == text
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in drawn)


def test_a_line_field_deletes_graphemes_and_takes_no_control_characters():
    field = LineField()

    class Screen(App):
        def compose(self):
            yield field

    async def run():
        async with Screen().run_test() as pilot:
            field.value = "e\u0301\x1b[2J"
            assert "\x1b" not in field.value
            field.value = "ae\u0301"
            field.cursor_position = 3
            await pilot.press("backspace")
            assert field.value == "a"

    asyncio.run(run())
