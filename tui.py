"""The review screen: a session on a terminal, key by key.

Owns the way of a key to its command, the work between two keys, and how the screen ends. The parts are in `tui_parts.py`, the commands in
`tui_moving.py`, `tui_deciding.py`, `tui_writing.py` and `tui_files.py`, one upon the other. Everything a command changes is on the disk before
it is drawn, so the screen may end at any moment: by a crash, a hangup or a kill.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from glossary.speech import Speech
from tui_config import Config
from tui_files import Files
from tui_typing import InTurn

if TYPE_CHECKING:
    from textual.driver import Driver

    from passages.review.session import Session

_SLICE = 0.012
"""Seconds that a slice of judging takes; a key that is pressed meanwhile waits no longer."""
_BETWEEN = 0.04
"""Seconds between two slices."""
_LOOK = 2.0
"""Seconds between two looks whether somebody else has written the file."""
_MANY = 5_000
"""Pairs up to which a reader is shown by itself what the reviewer does; more take too long to read between two keys."""
_HELD = 0.08
"""Seconds without a key before pairs in view are judged: a key that is held repeats sooner."""
_QUIET = 0.5
"""Seconds without a key before pairs out of view are judged."""
CRASHED = 70
"""The exit status after an error of the program: EX_SOFTWARE of sysexits.h."""


class ReviewApp(Files, inherit_bindings=False):
    """The screen of one session."""

    def __init__(
        self, session: Session, *, speech: Speech, config: Config, colours: str, card: bool = False, crash: Path | None = None
    ) -> None:
        """Show a session.

        Args:
            session: what is reviewed.
            speech: the reviewer's language.
            config: the reviewer's settings.
            colours: one of `tui_colours.LOOKS`.
            card: whether to begin with the card of the first keys.
            crash: the file that an error of the program is written to in full; None prints it.

        Raises:
            DocumentError: where the settings ask for keys that cannot be.
        """
        super().__init__(session, speech=speech, config=config, colours=colours)
        self._card, self._crash = card, crash
        self._pressed = 0.0
        self._typed = InTurn(self, self._give)
        self._told = False
        self._known = {key for keys in self.keys.values() for key in keys} | {str(digit) for digit in range(1, 10)}
        for command in self.commands:
            for key in self.keys[command.name]:
                self.bind(key, command.name, description=command.title, show=False)
        for digit in range(1, 10):
            self.bind(str(digit), f"mark({digit})", show=False)
        self.bind("ctrl+c", "interrupted", show=False)
        self.bind("escape", "unmark", show=False)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this terminal; for a page one that ends with it."""
        if "TEXTUAL_DRIVER" not in os.environ:
            return super().get_driver_class()
        from tui_page import PageDriver

        return PageDriver

    def on_mount(self) -> None:
        """Go on where the reviewer stopped."""
        self._catch_signals()
        self.tell_terminal()
        self.arrange()
        self.refill(self.session.position)
        told = self.session.read_only or self.session.news or self.session.kept_elsewhere
        if told is not None:
            self.say(self.speech.say(told), warning=True)
        if self._card:
            self.action_card()
        self.set_interval(_BETWEEN, self._between)
        self.set_interval(_LOOK, self._look_at_file)

    def on_resize(self) -> None:
        """Let the new size be painted before anything is judged."""
        self._pressed = monotonic()

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait for its turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._pressed = monotonic()
            self.stop_work()
            await self._typed.take(event)
        else:
            await super().on_event(event)

    async def _give(self, event: events.Key | events.Paste) -> None:
        """Take a key by its place on the keyboard before anybody else sees it; the message in the footer has been read by now."""
        from tui_keys import folded
        from tui_palette import Palette

        if isinstance(event, events.Key):
            in_text = isinstance(self.screen, Palette) or (self.focused is not None and self.focused is not self.pairs)
            key, character = folded(event.key, event.character, self._known, in_text=in_text)
            if key != event.key:
                event = events.Key(key, character)
            if not in_text:
                self.footer.tell("")
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command is for the list; while a field is open its keys are the field's."""
        del parameters
        return not ((action in self.keys or action == "mark") and (self.drawer.display or self.prompt.display))

    def action_interrupted(self) -> None:
        """Say how to leave: Ctrl+C is pressed to copy, too."""
        self.say(self.speech.text("{key} leaves; nothing is lost.", key=self.key_of("quit")))

    def _between(self) -> None:
        """Judge what is in view, then what is not, a slice at a time."""
        rested = monotonic() - self._pressed
        if self.work(_BETWEEN):
            return
        if rested < _HELD:
            return
        if self.desk.judge(self.pairs.in_view(), _SLICE):
            self.pairs.changed()
        elif rested > _QUIET and self.desk.unjudged:
            self.desk.scan(_SLICE)
            if not self.desk.unjudged:
                self.unsettle()  # what is counted over all pairs is known now

    # The end

    def _catch_signals(self) -> None:
        """End in order when the terminal goes or somebody asks for it: what is being written is written, the terminal is put right."""
        import asyncio

        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._stopped, int(number))
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # Windows, or not the main thread

    def _look_at_file(self) -> None:
        """Tell, once, that somebody else has written the file; let a reader see what the reviewer does."""
        if self.session.read_only:
            if len(self.session) <= _MANY:
                self.follow()
            if not self._told and self.session.free:
                self._told = True
                self.say(self.speech.text("The other reviewer has left. Close this and open it again to change something."))
            return
        moved = self.session.moved_on
        if moved and not self._told:
            self.say(
                self.speech.text("{file} is no longer there; your work is kept.", file=self.session.path.name)
                if self.session.is_lost
                else self.speech.text(
                    "The file was changed by somebody else. Saving takes it in first, and so does “{command}”.",
                    command=self.title_of("reload"),
                )
            )
        self._told = moved

    def title_of(self, command: str) -> str:
        """What a command is called in the list of commands."""
        return next(one.title for one in self.commands if one.name == command)

    def on_unmount(self) -> None:
        """Keep where the reviewer stood, however the screen ended."""
        self.keep()

    def _stopped(self, number: int) -> None:
        self.keep()
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        """Say in a line that the program failed, and keep the whole story in a file; Textual would print all of it with the texts in it."""
        from traceback import format_exception

        from rich.text import Text

        from passages.display.safe import safe

        error = sys.exc_info()[1] or self._exception
        story = "".join(format_exception(error)) if error is not None else ""
        said = self.speech.text(
            "the screen failed: {error}; nothing is lost, `endonym review` goes on where you were",
            error=safe(f"{type(error).__name__}: {error}"),
        )
        if self._crash is not None:
            try:
                self._crash.parent.mkdir(parents=True, exist_ok=True)
                self._crash.write_text(story, "utf-8", errors="backslashreplace")
                said += "; " + self.speech.text("{path} tells more", path=str(self._crash))
                story = ""
            except OSError:
                pass  # then it is printed
        if not self._exit_renderables:  # one error brings others along
            self._exit_renderables.append(
                Text("\n".join([*(safe(line) for line in story.splitlines()), f"endonym: {said}"]), overflow="fold")
            )
        self._close_messages_no_wait()


def run(app: ReviewApp) -> int:
    """Run the screen to its end; the exit status: 0, `CRASHED` after an error of the program, 128 and its number after a signal."""
    app.run()
    if app.bidi != "terminal" and sys.__stderr__ is not None and sys.__stderr__.isatty():
        sys.__stderr__.write("\x1b[8h")  # as terminals are by themselves
        sys.__stderr__.flush()
    status = app.return_code or 0
    return CRASHED if status == 1 else status
