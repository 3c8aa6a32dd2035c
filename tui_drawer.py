"""The drawer for editing a translation, and the line in which the screen asks for a word.

Owns the fields and what is said about them; keeping the text and acting on the answer is the screen's business, told by messages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from glossary.speech import Speech
from passages.display.bidi import RIGHT_TO_LEFT
from passages.pair import Pair
from tui_bars import Line, Lines, clipped
from tui_colours import Look
from tui_fields import LineField, TextField
from tui_rows import Mark, laid_out


class _Original(Lines):
    """The source above the field, its names underlined."""

    text = ""
    marks: Sequence[Mark] = ()
    bidi = "app"

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """As much of it as there is room for."""
        lines: list[Line] = [
            [Segment(" "), *line] for line in laid_out(self.text, max(width - 2, 2), self.look.text, self.marks, (), self.look, self.bidi)
        ]
        return lines if len(lines) <= height else [*lines[: height - 1], [Segment(" …", self.look.faint)]]


class _Hint(Lines):
    """How long the text is, or why it cannot be kept; and right-to-left text in the order it is read."""

    length = ""
    fault = ""
    text = ""

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """A line for the length, the rest for the text."""
        first: Line = [
            Segment(" " + clipped(self.fault or self.length, width - 2), self.look.needs_work if self.fault else self.look.faint)
        ]
        if height < 2 or RIGHT_TO_LEFT.search(self.text) is None:
            return [first]
        return [
            first,
            *([Segment(" "), *line] for line in laid_out(self.text, max(width - 2, 2), self.look.faint, (), (), self.look, "app")),
        ]


class Drawer(Vertical):
    """The source, a field with the translation, and a line about both."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "keep", show=False, priority=True),
        Binding("escape", "close", show=False, priority=True),
        Binding("ctrl+j,shift+enter,alt+enter", "line_break", show=False, priority=True),
    ]

    class Keep(Message):
        """The text is finished."""

        def __init__(self, text: str) -> None:
            """With the text."""
            super().__init__()
            self.text = text

    class Typed(Message):
        """The text has changed."""

        def __init__(self, text: str) -> None:
            """With the text."""
            super().__init__()
            self.text = text

    class Closed(Message):
        """The drawer is to close; the text is a draft."""

    def __init__(self, look: Look, speech: Speech) -> None:
        """Closed at first."""
        super().__init__(id="drawer")
        self._look, self._speech = look, speech
        self._fault: Callable[[str], str | None] = lambda text: None  # noqa: ARG005  # nothing is open
        self._limit: int | None = None
        self._last = ""

    def compose(self) -> ComposeResult:
        """Source, field, hint."""
        yield _Original(self._look, id="original")
        yield TextField(id="field")
        yield _Hint(self._look, id="hint")

    @property
    def papers(self) -> tuple[Lines, ...]:
        """What is drawn in the look."""
        return self.query_one(_Original), self.query_one(_Hint)

    @property
    def field(self) -> TextField:
        """The field with the translation."""
        return self.query_one(TextField)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.said

    def open(
        self, pair: Pair, marks: Sequence[Mark], text: str, fault: Callable[[str], str | None], *, width: int, rows: int, bidi: str
    ) -> None:
        """Show a pair.

        Args:
            pair: the pair; its source stands above the field.
            marks: what to mark in the source.
            text: its translation, or the draft of one.
            fault: says why a text cannot be kept, or nothing.
            width: cells of the screen.
            rows: lines of the screen; the drawer takes half of them at most.
            bidi: who orders right-to-left text.
        """
        original, hint, source = self.query_one(_Original), self.query_one(_Hint), pair.source
        original.text, original.marks, original.bidi = source, marks, bidi
        right_to_left = RIGHT_TO_LEFT.search(text + source) is not None
        above = len(list(laid_out(source[:4000], max(width - 2, 2), self._look.text, (), (), self._look, bidi)))
        inside = len(list(laid_out(text[:4000], max(width - 4, 2), self._look.text, (), (), self._look, "off")))
        half = max(rows // 2, 6)
        original.styles.height = min(above, max(half // 3, 1))
        self.field.styles.height = min(max(inside + 1, 2), max(half - half // 3 - 2, 2))
        hint.styles.height = min(1 + inside, 4) if right_to_left else 1
        self._fault, self._limit = fault, pair.limit
        self._last = text
        self.display = True
        self.field.put(text)
        self.field.focus()
        original.redraw()
        self._judge(text)

    def shut(self) -> None:
        """Close it."""
        self.display = False

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell of each keystroke."""
        event.stop()
        text = self.text
        if not self.display or text == self._last:
            return
        self._last = text
        self._judge(text)
        self.post_message(self.Typed(text))

    def action_keep(self) -> None:
        """Finish, unless the file cannot hold the text."""
        if not self._judge(self.text):
            self.post_message(self.Keep(self.text))

    def action_close(self) -> None:
        """Leave the text as a draft."""
        self.post_message(self.Closed())

    def action_line_break(self) -> None:
        """Break the line."""
        self.field.insert("\n")

    def _judge(self, text: str) -> str:
        hint = self.query_one(_Hint)
        hint.fault = self._fault(text) or ""
        count = self._speech.count("{n} character", "{n} characters", len(text))
        hint.length = count if self._limit is None else self._speech.text("{length} of at most {limit}", length=count, limit=self._limit)
        hint.text = text
        hint.redraw()
        return hint.fault


class Prompt(Horizontal):
    """One line that asks for a word: what to search, a number, a comment."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False, priority=True)]

    class Closed(Message):
        """The question is withdrawn."""

    def __init__(self) -> None:
        """Closed at first."""
        super().__init__(id="prompt")
        self._answer: Callable[[str], str | None] = lambda text: None  # noqa: ARG005  # nothing is asked
        self._refused: Callable[[str], None] = lambda text: None  # noqa: ARG005
        self._typed: Callable[[str], None] | None = None

    def compose(self) -> ComposeResult:
        """The question and the field."""
        yield Static("", id="question", markup=False)
        yield LineField(id="answer", compact=True)

    @property
    def field(self) -> LineField:
        """The field for the answer."""
        return self.query_one(LineField)

    def ask(
        self,
        question: str,
        text: str,
        answer: Callable[[str], str | None],
        refused: Callable[[str], None],
        *,
        hint: str = "",
        typed: Callable[[str], None] | None = None,
    ) -> None:
        """Ask for a word.

        Args:
            question: what is asked for.
            text: what stands in the field at first, selected.
            answer: takes the word; gives the reason where it will not do, and then the line stays open.
            refused: is told that reason.
            hint: an example, shown while the field is empty.
            typed: is told what stands in the field after each keystroke; the text is one to go on with then, and not selected.
        """
        self.query_one(Static).update(f" {question}: ")
        self._typed = typed
        self._answer, self._refused = answer, refused
        self.display = True
        self.field.placeholder = hint
        self.field.value = text
        self.field.select_on_focus = typed is None
        self.field.cursor_position = len(text)
        self.field.focus()
        if typed is None:
            self.field.select_all()

    def on_input_changed(self, event: LineField.Changed) -> None:
        """Tell of each keystroke."""
        event.stop()
        if self._typed is not None and self.display:
            self._typed(event.value)

    def shut(self) -> None:
        """Close it."""
        self.display = False

    def on_input_submitted(self, event: LineField.Submitted) -> None:
        """Hand the word over."""
        event.stop()
        fault = self._answer(event.value)
        if fault:
            self._refused(fault)

    def action_close(self) -> None:
        """Withdraw the question."""
        self.post_message(self.Closed())

    def on_key(self, event: events.Key) -> None:
        """Nothing typed here is a command."""
        if event.key in ("up", "down", "pageup", "pagedown"):
            event.stop()
