"""Sheets that lie over the screen until they are answered: help and other reading, a choice of a few things.

Owns how a sheet is drawn, scrolled and closed. `tui_everywhere.py` and `tui_split.py` build on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from glossary.speech import Speech
from tui_bars import Line, Lines, clipped
from tui_colours import Look
from tui_commands import Command
from tui_keys import shown
from tui_rows import laid_out

Answer = TypeVar("Answer")


class _Paper(Lines):
    """What a sheet draws on."""

    def __init__(self, sheet: Sheet[object], look: Look) -> None:
        super().__init__(look, id="paper")
        self._sheet = sheet

    def draw(self, width: int, height: int) -> Sequence[Line]:
        lines, below = self._sheet.lines(width), self._sheet.below
        room = max(height - len(below), 1)
        self._sheet.bottom = max(len(lines) - room, 0)
        self._sheet.top = min(self._sheet.top, self._sheet.bottom)
        seen: list[Line] = lines[self._sheet.top : self._sheet.top + room]
        return [*seen, *([] for _ in range(room - len(seen))), *([Segment(said, self.look.faint)] for said in below)]


class Sheet(ModalScreen[Answer | None]):
    """A sheet with a title, lines, and a line that says its keys; Esc closes it without an answer."""

    def __init__(self, look: Look, speech: Speech, title: str, hint: str = "") -> None:
        """Take a title and the line below; the lines between come from `lines`."""
        super().__init__()
        self.look, self.speech = look, speech
        self.heading, self.hint = title, hint or speech.text("Esc closes this")
        self.top = 0
        """The first line shown."""
        self.bottom = 0
        """The greatest value of it."""
        self.below: list[str] = []
        """The keys, where they have no room on one line of the border."""

    def lines(self, width: int) -> list[Line]:
        """All lines, each at most `width` cells."""
        raise NotImplementedError

    def pressed(self, key: str, character: str | None) -> bool:
        """Take a key; True where it meant something here."""
        del key, character
        return False

    def compose(self) -> ComposeResult:
        """The paper."""
        yield _Paper(self, self.look)

    @property
    def paper(self) -> _Paper:
        """What is drawn on."""
        return self.query_one(_Paper)

    def on_mount(self) -> None:
        """Fit the paper to what is on it."""
        self._fit()

    def on_resize(self) -> None:
        """Fit it to another screen."""
        self._fit()

    def redraw(self) -> None:
        """Show what has changed."""
        self._fit()
        self.paper.redraw()

    def _fit(self) -> None:
        paper = self.paper
        wide = min(self.app.size.width - 4, 100)
        paper.styles.width = wide
        self.below = _packed(self.hint, wide - 4) if cell_len(self.hint) > wide - 6 else []
        paper.styles.height = max(min(len(self.lines(wide - 4)) + len(self.below) + 2, self.app.size.height - 2), 3)
        paper.border_title = clipped(self.heading, wide - 6).replace("[", r"\[")
        paper.border_subtitle = "" if self.below else self.hint.replace("[", r"\[")

    def on_key(self, event: events.Key) -> None:
        """Esc closes, arrows scroll, the rest is the sheet's own."""
        event.stop()
        room = max(self.paper.size.height - len(self.below), 1)
        steps = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": room, "space": room, "pageup": -room, "home": -(10**6), "end": 10**6}
        if self.pressed(event.key, event.character):
            self.redraw()
        elif event.key in ("escape", "enter", "q", "question_mark", "f1"):
            self.dismiss(None)
        elif event.key in steps:
            self.top = min(max(self.top + steps[event.key], 0), self.bottom)
            self.paper.redraw()

    def on_mouse_scroll_down(self) -> None:
        """Scroll."""
        self.top = min(self.top + 3, self.bottom)
        self.paper.redraw()

    def on_mouse_scroll_up(self) -> None:
        """Scroll."""
        self.top = max(self.top - 3, 0)
        self.paper.redraw()

    def paragraph(self, text: str, width: int, style: Style | None = None, lead: str = "", lead_style: Style | None = None) -> list[Line]:
        """A text wrapped behind a lead."""
        base = style or self.look.text
        cells = cell_len(lead)
        made: list[Line] = []
        for number, line in enumerate(laid_out(text, max(width - cells, 8), base, (), (), self.look, "app")):
            made.append([Segment(lead if number == 0 else " " * cells, lead_style or base), *line])
        return made


def _packed(hint: str, width: int) -> list[str]:
    """The keys of a sheet on as many lines as they need; none is parted from what it does unless it must."""
    made: list[str] = []
    for one in hint.split(" · "):
        if made and cell_len(f"{made[-1]} · {one}") <= width:
            made[-1] += f" · {one}"
        else:
            made.append(clipped(one, width))
    return made


class Reading(Sheet[object]):
    """Something to read: paragraphs, each with a lead."""

    def __init__(self, look: Look, speech: Speech, title: str, rows: Sequence[tuple[str, str]], hint: str = "") -> None:
        """Take rows of lead and text; a row without a text is a heading, one without either an empty line."""
        super().__init__(look, speech, title, hint)
        self._rows = rows

    def lines(self, width: int) -> list[Line]:
        """Leads in a column of their own."""
        column = min(max((cell_len(lead) for lead, text in self._rows if text), default=0) + 2, max(width // 3, 12))
        made: list[Line] = []
        for lead, text in self._rows:
            if not text:
                made.append([Segment(clipped(lead, width), self.look.strong)])
            else:
                head = clipped(lead, column - 1)
                made += self.paragraph(text, width, None, head + " " * (column - cell_len(head)), self.look.strong)
        return made


def help_rows(commands: Sequence[Command], keys: Mapping[str, Sequence[str]], speech: Speech) -> list[tuple[str, str]]:
    """The rows of the help: a heading for each group, a line for each command."""
    rows: list[tuple[str, str]] = []
    for group in dict.fromkeys(command.group for command in commands):
        rows += [("", "")] if rows else []
        rows.append((group, ""))
        for command in commands:
            if command.group == group:
                pressed = " ".join(shown(key) for key in keys[command.name]) or shown(keys["palette"][0] if keys["palette"] else "ctrl+p")
                rows.append((f"  {pressed}", f"{command.title}. {command.help}" if not keys[command.name] else command.help))
    signs = [
        ("·", speech.text("not reviewed")),
        ("!", speech.text("needs work")),
        ("✓", speech.text("approved")),
        ("?", speech.text("something was found in the pair")),
        ("*", speech.text("the translation was edited here")),
        ('"', speech.text("it has a comment")),
        ("+", speech.text("a draft is kept")),
        ("~", speech.text("it has changed since your last review")),
        ("#", speech.text("it may not be changed")),
    ]
    rows += [("", ""), (speech.text("Signs"), ""), *((f"  {sign}", said) for sign, said in signs)]
    return rows


class Choice(Sheet[str]):
    """A question with a few answers, each with a key; the arrows and Enter do as well."""

    def __init__(self, look: Look, speech: Speech, title: str, text: str, answers: Sequence[tuple[str, str, str]]) -> None:
        """Take a question and its answers: key, what is given back, what it says."""
        super().__init__(look, speech, title, speech.text("Enter takes the marked one · Esc closes this"))
        self._text, self._answers = text, answers
        self._at = 0

    def lines(self, width: int) -> list[Line]:
        """The text, then the answers."""
        made = [*self.paragraph(self._text, width), []] if self._text else []
        for number, (key, _, said) in enumerate(self._answers):
            chosen = number == self._at
            made += self.paragraph(
                said, width, self.look.text, f"{'▌' if chosen else ' '} {shown(key)}  ", self.look.chosen if chosen else self.look.strong
            )
        return made

    def pressed(self, key: str, character: str | None) -> bool:
        """An answer's key, an arrow, Enter."""
        del character
        for name, answer, _ in self._answers:
            if key == name:
                self.dismiss(answer)
                return True
        if key in ("up", "k", "down", "j"):
            self._at = (self._at + (1 if key in ("down", "j") else -1)) % len(self._answers)
            return True
        if key == "enter":
            self.dismiss(self._answers[self._at][1])
            return True
        return False
