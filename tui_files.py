"""Files in the review screen: saving, exporting, reading again, leaving; and the card that a newcomer sees first.

A part of the screen (`tui.py`). What was decided is kept without any of this; saving writes it into the file of the translation.
"""

from __future__ import annotations

from glossary.errors import GlossaryError
from passages.errors import DocumentError
from translit.message import Message
from tui_keys import shown
from tui_palette import Palette
from tui_sheets import Choice, Reading
from tui_writing import Writing

_MANY = 5_000
"""Pairs from which on writing takes long enough to say so first."""


class Files(Writing):
    """The commands about the file and the screen as a whole."""

    saved: Message | None = None
    """What was said of the file when it was written on leaving."""

    async def action_save(self) -> None:
        """Write the review into the file."""
        await self._save()

    async def _save(self) -> Message | None:
        """Save, say so, and give what was said; None where it could not be done."""
        if self.session.is_lost and not self.session.read_only:
            self._ask_anew()
            return None
        structure = self.session.structure
        self.keep()
        if len(self.session) > _MANY:
            await self.say_first(self.speech.text("Writing {file} …", file=self.session.path.name))
        try:
            saved = self.session.save()
        except (DocumentError, GlossaryError) as error:
            self.say(self.speech.say(error), warning=True)
            return None
        if self.session.structure != structure:
            self.refill(self.session.position)  # the same pair, whatever number it has now
        else:
            self.redraw()
        said = saved.text if saved.news is None else Message("{done}; {left}", done=saved.text, left=saved.news)
        self.say(self.speech.say(said))
        return said

    def _ask_anew(self) -> None:
        """The file was deleted or moved away."""
        answers = [
            ("w", "write", self.speech.text("write it anew, with your work in it")),
            ("l", "leave", self.speech.text("leave it; your work is kept for when it is back")),
        ]

        async def answered(answer: str | None) -> None:
            if answer == "write" and self.attempt_plainly(self.session.write_anew):
                await self._save()

        question = self.speech.text("{file} is no longer there.", file=self.session.path.name)
        self.push_screen(Choice(self.drawn, self.speech, self.speech.text("The file is gone"), question, answers), answered)

    def action_reload(self) -> None:
        """Take over what has changed in the file; for a reader, what the reviewer has done as well."""
        self.keep()
        if self.session.read_only:
            self.follow()
        elif (done := self.attempt(self.session.reload)) is not None:
            self.refill(self.session.position)
            self.say(self.speech.say(done.text))

    def follow(self) -> bool:
        """For a reader: show what the reviewer has done since; True where there was something."""
        index = self.pairs.index
        try:
            if not self.session.refresh():
                return False
        except DocumentError as error:
            self.say(self.speech.say(error), warning=True)
            return False
        self.refill(index)
        return True

    def action_export(self) -> None:
        """Ask for a kind and a name, then write."""
        kinds = [
            ("t", "tmx", self.speech.text("TMX, for translation memories")),
            ("x", "xliff", self.speech.text("XLIFF 2.0, for other tools")),
            ("c", "csv", self.speech.text("CSV, for a spreadsheet")),
            ("h", "html", self.speech.text("HTML, a report of this review to read")),
        ]

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self._ask_name(kind)

        self.push_screen(Choice(self.drawn, self.speech, self.speech.text("Export"), "", kinds), chosen)

    def _ask_name(self, kind: str) -> None:
        suffix = {"xliff": "xlf"}.get(kind, kind)
        name = f"{self.session.path.stem}.{'review.' if kind == 'html' else ''}{suffix}"

        def write(text: str) -> str | None:
            from pathlib import Path

            place = Path(text.strip()).expanduser()
            if not text.strip():
                return self.speech.text("Write the name of a file.")
            if place.exists():
                return self.speech.text("{path} is there already; write another name.", path=str(place))
            try:
                self.session.export(kind, place)
            except (DocumentError, GlossaryError, OSError) as error:
                return self.speech.say(error)
            self.close_prompt()
            self.say(self.speech.text("{path} is written.", path=str(place)))
            return None

        self.ask(self.speech.text("Write to"), name, write)

    def action_quit(self) -> None:
        """Leave; ask about what is not in the file yet."""
        self.keep()
        if self.session.read_only or not self.session.unsaved:
            self.exit(return_code=0)
            return
        told = self.session.statistics()
        question = self.speech.count(
            "{n} pair has something that {file} does not have yet. It is kept in any case.",
            "{n} pairs have something that {file} does not have yet. It is kept in any case.",
            told.unsaved,
            file=self.session.path.name,
        )
        answers = [
            ("s", "save", self.speech.text("write it into the file and leave")),
            ("l", "leave", self.speech.text("leave without writing; go on another time")),
        ]

        async def answered(answer: str | None) -> None:
            if answer == "save":
                self.saved = await self._save()
            if answer == "leave" or self.saved is not None:
                self.exit(return_code=0)

        self.push_screen(Choice(self.drawn, self.speech, self.speech.text("Leave"), question, answers), answered)

    def action_palette(self) -> None:
        """All commands."""
        if self.drawer.display or self.prompt.display:
            return

        def chosen(name: str | None) -> None:
            if name is not None:
                getattr(self, f"action_{name}")()

        self.push_screen(Palette(self.drawn, self.speech, self.commands, self.keys), chosen)

    def action_card(self) -> None:
        """The five keys that one needs first."""
        by_name = {command.name: command for command in self.commands}
        names = ("approve", "needs_work", "fix", "edit", "help")
        rows = [(self.speech.text("This is a sample: try everything, it cannot go wrong."), ""), ("", "")]
        rows += [(shown(self.keys[name][0]), f"{by_name[name].title}. {by_name[name].help}") for name in names if self.keys[name]]
        rows += [("", ""), (self.speech.text("Every step is kept at once. Your own file: endonym review FILE"), "")]
        self.push_screen(
            Reading(self.drawn, self.speech, self.speech.text("Five keys to begin with"), rows, self.speech.text("Esc begins"))
        )
