"""The parts of the review screen and how they are shown together: the floor that the commands (`tui_moving.py` and its neighbours) stand on.

Owns the widgets, their places at each size of screen, and the two ways to speak to the reviewer: a sentence in the footer, a question below.
Knows no key and changes nothing in a session.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.containers import Horizontal

from glossary.errors import GlossaryError
from glossary.speech import Speech
from passages.errors import DocumentError
from tui_bars import FooterBar, HeaderBar
from tui_colours import LOOKS, Look, look
from tui_commands import commands
from tui_config import Config
from tui_desk import Desk
from tui_drawer import Drawer, Prompt
from tui_inspector import Beside, Inspected, Inspector
from tui_keys import keymap, shown
from tui_list import PairList
from tui_rows import BIDI

if TYPE_CHECKING:
    from passages.review.session import Session
    from passages.review.values import Done

WIDE = 200
"""From this many cells on, history and pairs with the same source stand beside the list."""
_READING = ("search", "filter", "glossary", "help", "quit")
"""What the footer offers to who only reads."""
LOW = 28
"""Under this many lines the inspector has two."""


class Parts(App[int], inherit_bindings=False):
    """Header, list, inspector, drawer, prompt and footer of one session."""

    CSS_PATH = "tui.tcss"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = "#pairs"

    def __init__(self, session: Session, *, speech: Speech, config: Config, colours: str) -> None:
        """Make the parts for a session; see `ReviewApp`."""
        super().__init__(ansi_color=colours == "ansi")
        self.animation_level = "none"
        self.session, self.speech = session, speech
        self.drawn: Look = look(colours)
        self.colours, self.bidi = colours, config.bidi
        self.commands = commands(speech)
        self.keys = keymap(self.commands, config.keys, config.where)
        """Name of a command → its keys."""
        self.desk = Desk(session, self.drawn, speech)
        self.header = HeaderBar(self.drawn, id="header")
        self.pairs = PairList(self.desk, self.drawn, bidi=self.bidi, id="pairs")
        self.beside = Beside(self.drawn, id="beside")
        self.inspector = Inspector(self.drawn, id="inspector")
        self.drawer = Drawer(self.drawn, speech)
        self.prompt = Prompt()
        self.footer = FooterBar(self.drawn, id="footer")
        self.inspector.speech = self.beside.speech = speech
        reading = session.read_only is not None
        hot = [(one, one.title * (one.name in _READING) if reading else one.hot) for one in self.commands]
        self.hot = [(shown(self.keys[one.name][0]), word) for one, word in hot if word and self.keys[one.name]]
        """Key and word of the commands in the footer."""
        self.footer.show(self.hot)
        self.chosen = 0
        """Which fix is marked, over all findings of the pair from 0."""
        self._unsettled = False
        self._large = 0  # 0: by the height of the screen, 1: half of it, 2: none
        self.register_theme(self.drawn.theme)
        self.theme = self.drawn.theme.name

    def compose(self) -> ComposeResult:
        """From the top down."""
        yield self.header
        yield Horizontal(self.pairs, self.beside, id="middle")
        yield self.inspector
        yield self.drawer
        yield self.prompt
        yield self.footer

    # Places

    def arrange(self) -> None:
        """Give every part its place for this size of screen."""
        width, rows = self.size
        self.beside.display = self.inspector.aside = width >= WIDE and not self.drawer.display
        self.inspector.display = self._large != 2 and not (self.drawer.display and rows < 40)
        lines = max(rows // 2, 4) if self._large == 1 else 2 if rows < LOW else min(max(rows // 4, 6), 14)
        self.inspector.styles.height = lines + 1

    def action_inspector(self) -> None:
        """The inspector as large as fits, half of the screen, or not at all."""
        self._large = (self._large + 1) % 3
        self.arrange()

    def on_resize(self) -> None:
        """Another size of screen."""
        self.arrange()

    # What is shown

    def redraw(self) -> None:
        """Show everything as the session has it now."""
        self.pairs.changed()
        self.header.tell(self.desk.standing(len(self.pairs.indexes)))
        self.unsettle()

    def unsettle(self) -> None:
        """Let the inspector follow once the list is painted: the cursor goes first."""
        if not self._unsettled:
            self._unsettled = True
            self.call_after_refresh(self.settle)

    def settle(self) -> None:
        """Let the inspector follow now, if it has not yet."""
        if self._unsettled:
            self.inspect()

    def inspect(self) -> None:
        """Show what there is to tell of the pair that the cursor stands on."""
        self._unsettled = False
        index = self.pairs.index
        told = Inspected() if index is None else self.desk.inspect(index, self.chosen)
        self.chosen = told.chosen
        self.inspector.tell(told)
        self.beside.tell(told)

    def action_bidi(self) -> None:
        """Let the next one order right-to-left text."""
        self.bidi = BIDI[(BIDI.index(self.bidi) + 1) % len(BIDI)]
        self.tell_terminal()
        self.pairs.bidi = self.bidi
        self.pairs.forget()
        said = {
            "app": self.speech.text("endonym orders right-to-left text"),
            "terminal": self.speech.text("the terminal orders right-to-left text"),
            "off": self.speech.text("nobody orders right-to-left text"),
        }
        self.say(said[self.bidi])

    def tell_terminal(self) -> None:
        """Let the terminal order right-to-left text, or leave it as it is sent.

        ECMA-48, 7.2.2, bidirectional support mode; VTE and others order text themselves unless it is reset. A terminal without it passes it over.
        """
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[8h" if self.bidi == "terminal" else "\x1b[8l")

    def action_look(self) -> None:
        """The next colours."""
        self.colours = LOOKS[(LOOKS.index(self.colours) + 1) % len(LOOKS)]
        self.drawn = look(self.colours)
        self.register_theme(self.drawn.theme)
        self.ansi_color = self.colours == "ansi"
        self.theme = self.drawn.theme.name
        self.desk.look = self.drawn
        self.desk.forget()
        for part in (self.header, self.footer, self.inspector, self.beside, *self.drawer.papers):
            part.look = self.drawn
            part.redraw()
        self.pairs.look = self.drawn
        self.pairs.forget()

    # Speaking

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show a sentence in the footer until the next key."""
        self.footer.tell(" ".join(message.split()), warning=warning)

    async def say_first(self, message: str) -> None:
        """Show a sentence before something that takes long and cannot be left: the screen stands still meanwhile."""
        from asyncio import Event, wait_for

        self.say(message)
        drawn = Event()
        self.screen.call_after_refresh(drawn.set)
        with suppress(TimeoutError):
            await wait_for(drawn.wait(), 1)

    def key_of(self, command: str) -> str:
        """The key of a command, as it is shown."""
        return shown(self.keys[command][0]) if self.keys[command] else self.key_of("palette") if command != "palette" else "Ctrl+P"

    def attempt(self, what: Callable[[], Done | None]) -> Done | None:
        """Do something with the session, show what was done, or say why not.

        Returns:
            What was done; None where nothing was.
        """
        structure = self.session.structure
        try:
            done = what()
        except (DocumentError, GlossaryError) as error:
            self.say(self.speech.say(error), warning=True)
            return None
        if self.session.structure != structure:
            self.refill(done.indexes[0] if done is not None and done.indexes else None)
        else:
            self.redraw()
        if done is not None:
            self.say(self.speech.say(done.text))
        return done

    def attempt_plainly(self, what: Callable[[], object]) -> bool:
        """Do something that has nothing to tell; says why where it cannot be done, and gives whether it was."""
        try:
            what()
        except (DocumentError, GlossaryError) as error:
            self.say(self.speech.say(error), warning=True)
            return False
        return True

    def refill(self, index: int | None) -> None:
        """Fill the list anew: indexes mean other pairs than before."""
        raise NotImplementedError

    def ask(
        self, question: str, text: str, answer: Callable[[str], str | None], *, hint: str = "", typed: Callable[[str], None] | None = None
    ) -> None:
        """Open the line that asks; see `Prompt.ask`."""
        self.footer.tell("")
        self.footer.show([("Enter", self.speech.text("done")), ("Esc", self.speech.text("leave it"))])
        self.prompt.ask(question, text, answer, lambda fault: self.say(fault, warning=True), hint=hint, typed=typed)

    def close_prompt(self) -> None:
        """Close it and give the keys back to the list."""
        self.prompt.shut()
        self.footer.show(self.hot)
        self.footer.tell("")
        self.pairs.focus()

    def on_prompt_closed(self) -> None:
        """The question was withdrawn."""
        self.close_prompt()
