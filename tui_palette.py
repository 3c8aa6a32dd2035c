"""The list of all commands, narrowed by typing: what has no key is asked for here.

Owns how a typed word finds commands: in any language of the screen, by the beginnings of words first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment

from glossary.speech import Speech
from passages.display.safe import safe
from tui_bars import Line, clipped
from tui_colours import Look
from tui_commands import Command
from tui_keys import shown
from tui_sheets import Sheet


def matching(typed: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that hold what was typed: in the title's beginning, at a word's beginning, elsewhere, in the help; in this order."""
    wanted = typed.casefold().strip()
    if not wanted:
        return list(commands)

    def rank(command: Command) -> int:
        title = f"{command.title} {command.name.replace('_', ' ')}".casefold()
        if title.startswith(wanted):
            return 0
        if f" {wanted}" in title:
            return 1
        return 2 if wanted in title else 3 if wanted in command.help.casefold() else 4

    return sorted((command for command in commands if rank(command) < 4), key=rank)


class Palette(Sheet[str]):
    """All commands; the answer is the name of one."""

    types = True

    def __init__(self, look: Look, speech: Speech, commands: Sequence[Command], keys: Mapping[str, Sequence[str]]) -> None:
        """Take the commands and their keys."""
        super().__init__(look, speech, speech.text("All commands"), speech.text("Type a word · ↑ ↓ choose · Enter does it · Esc"))
        self._commands, self._keys = commands, keys
        self._typed = ""
        self._at = 0

    def lines(self, width: int) -> list[Line]:
        """What was typed, then the commands that fit."""
        found = matching(self._typed, self._commands)
        made: list[Line] = [[Segment("> " + clipped(safe(self._typed), width - 4), self.look.strong), Segment(" ", self.look.hit)]]
        room = max(self.app.size.height - 6, 3)
        first = max(min(self._at - room + 2, len(found) - room), 0)
        for number, command in list(enumerate(found))[first : first + room]:
            key = " ".join(shown(one) for one in self._keys[command.name][:2])
            head = f"{'▌' if number == self._at else ' '} {key}"
            head += " " * max(16 - cell_len(head), 1)
            title = clipped(command.title, 28)
            rest = clipped(command.help, max(width - cell_len(head) - 30, 0)) if width > 70 else ""
            chosen = self.look.strong if number == self._at else self.look.text
            made.append(
                [
                    Segment(head, self.look.strong),
                    Segment(title + " " * max(30 - cell_len(title), 1), chosen),
                    Segment(rest, self.look.faint),
                ]
            )
        if not found:
            made.append([Segment("  " + self.speech.text("No command is called so."), self.look.faint)])
        return made

    def pressed(self, key: str, character: str | None) -> bool:
        """Typing and choosing."""
        found = matching(self._typed, self._commands)
        if key in ("down", "up"):
            self._at = min(max(self._at + (1 if key == "down" else -1), 0), max(len(found) - 1, 0))
        elif key == "enter":
            if found:
                self.dismiss(found[self._at].name)
        elif key == "backspace":
            self._typed, self._at = self._typed[:-1], 0
        elif key == "escape":
            return False
        elif character and character.isprintable():
            self._typed, self._at = self._typed + character, 0
        return True
