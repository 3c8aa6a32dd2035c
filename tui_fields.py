"""Text fields that handle what a reader takes for one character as one, and send no control character to the terminal.

Owns the cursor by grapheme (UAX #29) and the translation between a text and what the field holds: Textual's own fields count code points,
draw control characters as they are, and take U+2028 and the like for the end of a line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from rich.text import Text
from textual import events
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Location

from passages.display.safe import safe
from passages.display.wrap import graphemes

_BLOCKS = (0x10F000, 0xF0000, 0xE000)
"""Where private characters for the strange ones of a text are taken from: the first block that the text itself has none of."""


def before(text: str, at: int) -> int:
    """Where the grapheme begins that ends at or spans a place, counted in code points; `at` is 1 at least."""
    first = max(at - 64, 0)  # no grapheme that anybody means is longer
    return first + max(start for start, _ in graphemes(text[first : at + 64]) if start < at - first)


def behind(text: str, at: int) -> int:
    """Where the grapheme ends that begins at or spans a place, in code points; `at` is less than the length."""
    first = max(at - 64, 0)
    return first + min(end for _, end in graphemes(text[first : at + 64]) if end > at - first)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"


def word_before(text: str, at: int) -> int:
    """Where the word begins that a place stands in or behind, in code points; 0 where there is none."""
    while at > 0 and not _in_word(text[at - 1]):
        at -= 1
    while at > 0 and _in_word(text[at - 1]):
        at -= 1
    return at


def word_behind(text: str, at: int) -> int:
    """Where the word ends that a place stands in or before, in code points; the end of the text where there is none."""
    while at < len(text) and not _in_word(text[at]):
        at += 1
    while at < len(text) and _in_word(text[at]):
        at += 1
    return at


class TextField(TextArea):
    """A field of several lines for a translation."""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty field; `put` fills it."""
        super().__init__(id=id, soft_wrap=True, compact=True, highlight_cursor_line=False)
        self._stand_ins: Mapping[str, str] = {}

    def put(self, text: str) -> None:
        """Hold a text, with the cursor behind it."""
        strange = dict.fromkeys(char for char, shown in zip(text, safe(text), strict=True) if char not in (shown, "\n"))
        block = next(start for start in _BLOCKS if not any(start <= ord(char) < start + 0x400 for char in text))
        stand_ins = {char: chr(block + number) for number, char in enumerate(list(strange)[:0x400])}
        self._stand_ins = {stand_in: char for char, stand_in in stand_ins.items()}
        self.load_text(text.translate(str.maketrans(stand_ins)))
        self.move_cursor(self.document.end)

    @property
    def said(self) -> str:
        """The text as it is now: line feeds between lines, strange characters themselves again."""
        return "\n".join(self.document.lines).translate(str.maketrans(dict(self._stand_ins)))

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: signs in the place of what would steer the terminal."""
        line = self.document.get_line(line_index)
        return Text(safe(line.translate(str.maketrans(dict(self._stand_ins)))), end="", no_wrap=True)

    def get_cursor_left_location(self) -> Location:
        """Left by a grapheme."""
        row, column = self.cursor_location
        return super().get_cursor_left_location() if column == 0 else (row, before(self.document.get_line(row), column))

    def get_cursor_right_location(self) -> Location:
        """Right by a grapheme."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return super().get_cursor_right_location() if column >= len(line) else (row, behind(line, column))

    def get_cursor_word_left_location(self) -> Location:
        """Left to where a word begins, as other editors go; Textual stops at its end, too."""
        row, column = self.cursor_location
        return super().get_cursor_word_left_location() if column == 0 else (row, word_before(self.document.get_line(row), column))

    def get_cursor_word_right_location(self) -> Location:
        """Right to where a word ends."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return super().get_cursor_word_right_location() if column >= len(line) else (row, word_behind(line, column))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":  # finishes; a line break is asked for otherwise
            return
        await super()._on_key(event)


class LineField(Input):
    """A field of one line for a question of the screen."""

    def validate_value(self, value: str) -> str:
        """Drop what is no text: control characters that were pasted."""
        return "".join(char if char.isprintable() or char in "\u200c\u200d\u00ad" else " " for char in value)

    def action_delete_left(self) -> None:
        """Delete a grapheme to the left, or what is selected."""
        if self.selection.is_empty and self.cursor_position > 0:
            self.delete(before(self.value, self.cursor_position), self.cursor_position)
        else:
            super().action_delete_left()

    def action_delete_right(self) -> None:
        """Delete a grapheme to the right, or what is selected."""
        if self.selection.is_empty and self.cursor_position < len(self.value):
            self.delete(self.cursor_position, behind(self.value, self.cursor_position))
        else:
            super().action_delete_right()

    def action_cursor_left(self, select: bool = False) -> None:
        """Left by a grapheme."""
        if not select and self.selection.is_empty and self.cursor_position > 0:
            self.cursor_position = before(self.value, self.cursor_position)
        else:
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Right by a grapheme."""
        if not select and self.selection.is_empty and self.cursor_position < len(self.value):
            self.cursor_position = behind(self.value, self.cursor_position)
        else:
            super().action_cursor_right(select)
