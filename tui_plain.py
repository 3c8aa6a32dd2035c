"""The review line by line, for screen readers, braille displays and scripts: nothing is drawn over, every answer is a new line.

Owns how a line is read as a command, and the commands that change something; those that move stand below it (`tui_plain_moving.py`). Commands and
keys are those of the screen (`tui_commands.py`). Lines come in and go out through two functions, so that it needs no terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from glossary.speech import Speech
from passages.display.keyboard import by_place
from passages.display.safe import safe
from passages.errors import DocumentError
from passages.pair import PairState, Side
from tui_commands import Command
from tui_keys import key_name, shown
from tui_plain_moving import PlainMoving

if TYPE_CHECKING:
    from passages.checks.model import PairFinding
    from passages.review.session import Session
    from passages.review.values import Done

OFFERED = (
    "up", "down", "first", "last", "skip", "go_to", "approve", "needs_work", "reset", "undo", "redo", "fix", "everywhere", "dismiss", "dismiss_rule",
    "restore", "edit", "comment", "glossary", "search", "search_next", "search_back", "filter", "merge", "save", "export", "reload", "statistics",
    "help", "quit",
)  # fmt: skip
"""The commands that make sense on lines."""
_WITHOUT_PAIRS = ("undo", "redo", "restore", "filter", "reload", "statistics", "help")
"""Those that need no pair to stand on."""


class PlainReview(PlainMoving):
    """A session, line by line."""

    def __init__(
        self,
        session: Session,
        speech: Speech,
        commands: Sequence[Command],
        keys: Mapping[str, Sequence[str]],
        *,
        ask: Callable[[str, str], str],
        tell: Callable[[str], None],
    ) -> None:
        """Review a session.

        Args:
            session: what is reviewed.
            speech: the reviewer's language.
            commands: all commands of the screen.
            keys: the keys of each.
            ask: prints a question, with a text to begin with, and gives the line that was answered; raises EOFError at the end.
            tell: prints a line.
        """
        super().__init__(session, speech, ask=ask, tell=tell)
        self._commands = [command for command in commands if command.name in OFFERED]
        self._keys = keys
        self._by_key = {key: name for name in OFFERED for key in keys[name]}

    def run(self) -> int:
        """Read commands until the end; the exit status."""
        session = self._session
        if session.read_only:
            self._tell(self._speech.say(session.read_only))
        if session.kept_elsewhere:
            self._tell(self._speech.say(session.kept_elsewhere))
        if session.filter_text:
            self._filter(session.filter_text)
        self._stand_at(session.position)
        self._tell(self._speech.text("An empty line goes to the next pair, ? lists the commands, q leaves."))
        self._pair()
        while True:
            try:
                line = self._ask("> ", "")
            except (EOFError, KeyboardInterrupt):
                self._tell("")  # the line of the prompt is not ended
                break
            try:
                if self._command(line.strip()):
                    break
            except (DocumentError, GlossaryError) as error:
                self._tell(self._speech.say(error))
            except (EOFError, KeyboardInterrupt):
                break
        if session.unsaved and not session.read_only:
            self._tell(self._speech.text("Everything is kept; {file} is not written yet (save does that).", file=session.path.name))
        return 0

    # Lines

    def _command(self, line: str) -> bool:
        """Do what a line says; True to leave."""
        if not line and self._indexes:
            self._go(self._place + 1)
            return False
        if not line:
            self._pair()
            return False
        if self._indexes and line.rstrip("%").strip().isdecimal():
            self._go_to(line)
            return False
        name, argument = self._read(line)
        if name is None:
            self._tell(self._speech.text("“{line}” is no command; ? lists them.", line=safe(line)))
        elif name == "quit":
            return True
        elif not self._indexes and name not in _WITHOUT_PAIRS:
            self._tell(self._speech.text("There are no pairs."))
        else:
            getattr(self, f"_do_{name}")(argument)
        return False

    def _read(self, line: str) -> tuple[str | None, str]:
        """The command of a line and what follows it: by its name, by its key, by the key in the same place of another keyboard."""
        word, _, rest = line.partition(" ")
        if word in OFFERED:
            return word, rest.strip()
        if word.replace("-", "_") in OFFERED:
            return word.replace("-", "_"), rest.strip()
        for key in (line[0], by_place(line[0])):
            name = self._by_key.get(key_name(key))
            if name is not None and (len(word) == 1 or not line[0].isalnum()):
                return name, line[1:].strip()
        return None, ""

    # Commands

    def _done(self, done: Done | None, otherwise: str = "") -> bool:
        """Say what was done; whether anything was."""
        self._tell(otherwise if done is None else self._speech.say(done.text))
        return done is not None

    def _do_approve(self, _: str) -> None:
        self._decide(PairState.APPROVED)

    def _do_needs_work(self, _: str) -> None:
        self._decide(PairState.NEEDS_WORK)

    def _decide(self, state: PairState) -> None:
        pair = self._session.pair(self._index)
        if state is PairState.APPROVED and pair.source.strip() and not pair.target.strip():
            self._tell(self._speech.text("There is no translation to approve; {key} writes one.", key="e"))
            return
        if self._done(self._session.set_state([self._index], state)):
            self._do_skip("")

    def _do_reset(self, _: str) -> None:
        self._done(self._session.set_state([self._index], PairState.UNREVIEWED))

    def _do_undo(self, _: str) -> None:
        self._turned(self._session.undo(), self._speech.text("Nothing to take back."))

    def _do_redo(self, _: str) -> None:
        self._turned(self._session.redo(), self._speech.text("Nothing to make again."))

    def _turned(self, done: Done | None, otherwise: str) -> None:
        if self._done(done, otherwise) and done is not None and done.indexes:
            self._stand_at(done.indexes[0])
            self._pair()

    def _fix(self, argument: str) -> tuple[int, PairFinding, int] | None:
        """The pair, the finding and the number of the fix that a number means; the first where there is none."""
        choices = [(finding, number) for finding in self._session.findings(self._index) for number in range(len(finding.fixes))]
        at = int(argument) - 1 if argument.isdecimal() else 0
        if not 0 <= at < len(choices):
            self._tell(self._speech.text("There is no such fix."))
            return None
        return self._index, *choices[at]

    def _do_fix(self, argument: str) -> None:
        fix = self._fix(argument)
        if fix is not None:
            self._done(self._session.apply_fix(*fix))
            self._pair()

    def _do_everywhere(self, argument: str) -> None:
        fix = self._fix(argument)
        if fix is None:
            return
        preview = self._session.preview_everywhere(*fix)
        for change in preview.changes:
            self._tell(f"{change.index + 1}: {safe(change.after)}")
        question = self._speech.count("Change {n} pair? Write yes: ", "Change {n} pairs? Write yes: ", len(preview.changes))
        if self._ask(question, "").strip().casefold() in ("y", "yes", self._speech.text("yes").casefold()):
            self._done(self._session.apply_everywhere(preview))

    def _do_dismiss(self, argument: str, scope: str = "occurrence") -> None:
        findings = self._session.findings(self._index)
        at = int(argument) - 1 if argument.isdecimal() else 0
        if not 0 <= at < len(findings):
            self._tell(self._speech.text("There is no finding to dismiss here."))
        else:
            self._done(self._session.dismiss(self._index, findings[at], scope))

    def _do_dismiss_rule(self, argument: str) -> None:
        self._do_dismiss(argument, "rule")

    def _do_restore(self, _: str) -> None:
        self._done(self._session.restore_dismissed())

    def _do_edit(self, argument: str) -> None:
        index = self._index
        text = argument
        if not text:
            before = self._session.draft(index) or self._session.pair(index).target
            text = self._ask(self._speech.text("New translation: "), before if "\n" not in before else "")
        if not text:
            self._tell(self._speech.text("Nothing was changed."))
            return
        fault = self._session.bitext.text_fault(self._session.pair(index), text)
        if fault is not None:
            self._tell(self._speech.say(fault))
            return
        self._done(self._session.edit(index, text))
        self._pair()

    def _do_comment(self, argument: str) -> None:
        text = argument or self._ask(self._speech.text("Comment: "), "")
        if text.strip():
            self._done(self._session.comment(self._index, text))

    def _do_glossary(self, _: str) -> None:
        glossary = None if self._session.sources is None else self._session.sources.glossary()
        told: dict[str, None] = {}
        for side in Side:
            for one in self._session.names(self._index, side):
                terms = () if glossary is None else glossary.concept(one.concept).terms
                said = "; ".join(f"{term.text} ({term.language}, {self._speech.text(term.status.value)})" for term in terms)
                told.setdefault(safe(f"{one.text}: {said}"))
        for line in told:
            self._tell(line)
        if not told:
            self._tell(self._speech.text("No name of the glossary stands in this pair."))

    def _do_merge(self, _: str) -> None:
        index = self._index
        self._done(self._session.merge(index))
        self._indexes = range(len(self._session))
        self._stand_at(index)
        self._pair()

    def _do_save(self, _: str) -> None:
        at = self._index
        self._tell(self._speech.say(self._session.save().text))
        self._indexes = range(len(self._session))
        self._stand_at(at)

    def _do_reload(self, _: str) -> None:
        self._done(self._session.reload())
        self._indexes = range(len(self._session))
        self._stand_at(self._session.position)

    def _do_export(self, argument: str) -> None:
        kind, _, name = argument.partition(" ")
        if kind not in ("tmx", "xliff", "csv", "html") or not name.strip():
            self._tell(self._speech.text("Write: export tmx|xliff|csv|html FILE"))
            return
        place = Path(name.strip())
        if place.exists():
            self._tell(self._speech.text("{path} is there already; write another name.", path=str(place)))
            return
        self._session.export(kind, place)
        self._tell(self._speech.text("{path} is written.", path=str(place)))

    def _do_statistics(self, _: str) -> None:
        told = self._session.statistics()
        self._tell(
            self._speech.text(
                "approved: {approved}, needs work: {needs_work}, not reviewed: {unreviewed}, not in the file yet: {unsaved}",
                approved=told.approved,
                needs_work=told.needs_work,
                unreviewed=told.unreviewed,
                unsaved=told.unsaved,
            )
        )

    def _do_help(self, _: str) -> None:
        for command in self._commands:
            keys = " ".join(shown(key) for key in self._keys[command.name] if len(shown(key)) == 1)
            self._tell(f"{keys or command.name.replace('_', '-')}: {command.help}")
