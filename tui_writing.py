"""Writing in the review screen: translations, comments, terms, and the borders of segments.

A part of the screen (`tui.py`). A translation that is being written is kept as a draft with every keystroke, so that nothing is lost whatever
happens; it is the pair's translation only once it is finished.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from glossary.errors import GlossaryError
from passages.errors import DocumentError
from passages.pair import Side
from tui_deciding import Deciding
from tui_drawer import Drawer
from tui_names import NamesSheet, Wanted
from tui_split import SplitSheet


class Writing(Deciding):
    """The commands that write."""

    _editing: int | None = None
    """The pair in the drawer."""
    _draft: str | None = None
    """What was typed and is not on the disk yet."""
    _remark: tuple[int, str] | None = None
    """The pair and what was typed of a comment on it and is not on the disk yet."""
    _commented: int | None = None
    """The pair that a comment is being written on."""

    # Editing

    def action_edit(self) -> None:
        """Open the drawer with the translation, or with the draft of one."""
        index = self.pairs.index
        if index is None or self._refused(index):
            return
        pair, draft = self.session.pair(index), self.session.draft(index)
        self.keep()  # a draft is of no use to who does not find it again
        self._editing = index
        marks = self.desk.names(index, Side.SOURCE)
        width, rows = self.size
        text = pair.target if draft is None else draft
        self.drawer.open(pair, marks, text, lambda new: self._fault(index, new), width=width, rows=rows, bidi=self.bidi)
        self.arrange()
        self.footer.show(
            [
                ("Enter", self.speech.text("keep")),
                ("Esc", self.speech.text("close, keep a draft")),
                ("Ctrl+J", self.speech.text("break the line")),
                ("Ctrl+Z", self.speech.text("undo")),
            ]
        )
        self.footer.tell(self.speech.text("This is the draft you left.") if draft is not None and draft != pair.target else "")
        self.call_after_refresh(self.pairs.reveal, near=True)

    def _refused(self, index: int) -> bool:
        """Whether the pair may not be changed; says why."""
        if self.session.read_only:
            self.say(self.speech.say(self.session.read_only), warning=True)
            return True
        if self.session.pair(index).locked:
            self.say(self.speech.text("The file says that this pair may not be changed."), warning=True)
            return True
        return False

    def _fault(self, index: int, text: str) -> str | None:
        fault = self.session.bitext.text_fault(self.session.pair(index), text)
        return None if fault is None else self.speech.say(fault)

    def on_drawer_typed(self, event: Drawer.Typed) -> None:
        """Keep what was typed, as soon as the keys that wait have been taken too."""
        self.footer.tell("")
        if self._draft is None:
            self.call_later(self.keep_draft)
        self._draft = event.text

    def keep_draft(self) -> None:
        """Put what was typed on the disk."""
        text, self._draft = self._draft, None
        if self._editing is None or text is None:
            return
        same = text == self.session.pair(self._editing).target
        try:
            self.session.keep_draft(self._editing, None if same else text)
        except DocumentError as error:
            self.say(self.speech.say(error), warning=True)

    def keep(self) -> None:
        """Put on the disk what was typed and where the reviewer stands."""
        self.keep_draft()
        self.keep_remark()
        super().keep()

    def on_drawer_keep(self, event: Drawer.Keep) -> None:
        """The translation is finished."""
        index = self._editing
        if index is None:
            self._close_drawer()
        elif event.text == self.session.pair(index).target:
            self._draft = event.text
            self._close_drawer()
            self.redraw()
            self.say(self.speech.text("Nothing was changed."))
        elif self.attempt(lambda: self.session.edit(index, event.text)) is not None:
            self._draft = None
            self._close_drawer()
        # else the drawer stays open, and says why: the text may be nowhere else

    def on_drawer_closed(self) -> None:
        """The translation is not finished; what was typed stays as a draft."""
        self.keep_draft()
        kept = self._editing is not None and self.session.draft(self._editing) is not None
        self._close_drawer()
        self.redraw()
        if kept:
            self.say(self.speech.text("A draft is kept; {key} goes on with it.", key=self.key_of("edit")))

    def _close_drawer(self) -> None:
        self.keep_draft()
        self.drawer.shut()
        self.footer.show(self.hot)
        self._draft = self._editing = None
        self.arrange()
        self.pairs.focus()
        self.call_after_refresh(self.pairs.reveal, near=True)

    # Comments

    def action_comment(self) -> None:
        """Ask for a comment."""
        index = self.pairs.index
        if index is None:
            return
        if self.session.read_only:
            self.say(self.speech.say(self.session.read_only), warning=True)
            return

        def comment(text: str) -> str | None:
            if text.strip():
                try:
                    done = self.session.comment(index, text)
                except DocumentError as error:
                    return self.speech.say(error)  # and the line stays open
                self._remark = self._commented = None
                self.close_prompt()
                self.redraw()
                self.say(self.speech.say(done.text))
            else:
                self.close_prompt()
            return None

        def typed(text: str) -> None:
            if self._remark is None:
                self.call_later(self.keep_remark)
            self._remark = index, text

        begun, self._commented = self.session.remark(index), index
        self.ask(self.speech.text("Comment on {number}", number=index + 1), begun, comment, typed=typed)
        if begun:
            self.say(self.speech.text("This is the comment you began."))

    def keep_remark(self) -> None:
        """Put on the disk what was typed of a comment."""
        remark, self._remark = self._remark, None
        if remark is None:
            return
        try:
            self.session.keep_remark(*remark)
        except DocumentError as error:
            self.say(self.speech.say(error), warning=True)

    def close_prompt(self) -> None:
        """Close the line; a comment that is not finished stays for the next time."""
        self.keep_remark()
        super().close_prompt()
        index, self._commented = self._commented, None
        if index is not None and self.session.remark(index):
            self.say(self.speech.text("What you wrote is kept; {key} goes on with it.", key=self.key_of("comment")))

    # Names

    def action_glossary(self) -> None:
        """Show the names of the pair, and add one if asked."""
        index = self.pairs.index
        if index is None:
            return
        names = [(one, self.desk.concept(one.concept)) for one in self.desk.occurrences(index)]

        def wanted(answer: Wanted | None) -> None:
            if answer is not None:
                self._ask_term(answer)

        self.push_screen(NamesSheet(self.drawn, self.speech, names, self.session.languages, read_only=bool(self.session.read_only)), wanted)

    def _ask_term(self, wanted: Wanted) -> None:
        """Ask for the spelling of a term, then put it into the termbase."""

        def put(text: str) -> str | None:
            term = " ".join(text.split())
            if not term:
                return self.speech.text("Write the name.")
            try:
                id = wanted.concept or "-".join(re.findall(r"\w+", term.casefold()))
                done = self.session.add_term(id, term, {"status": wanted.status}, language=wanted.language)
            except (DocumentError, GlossaryError) as error:
                return self.speech.say(error)
            self.close_prompt()
            self.desk.forget()
            self.redraw()
            self.say(self.speech.say(done.text))
            return None

        question = self.speech.text("New name, {language}, {status}", language=wanted.language, status=wanted.status)
        self.ask(question, wanted.text, put)

    # Borders of segments

    def action_merge(self) -> None:
        """Join the pair with the next."""
        self._with_pair(lambda index: self.attempt(lambda: self.session.merge(index)))

    def action_split(self) -> None:
        """Ask where to cut the pair in two."""

        def split(index: int) -> None:
            if "structure" not in self.session.bitext.can:
                self.attempt(lambda: self.session.split(index, 0, 0))  # says why not
                return
            pair = self.session.pair(index)

            def cut(places: tuple[int, int] | None) -> None:
                if places is not None:
                    self.attempt(lambda: self.session.split(index, *places))

            self.push_screen(SplitSheet(self.drawn, self.speech, pair.source, pair.target), cut)

        self._with_pair(split)

    def action_shift_down(self) -> None:
        """Move the translations down by one pair."""
        self._with_pair(lambda index: self.attempt(lambda: self.session.shift(index, Side.TARGET, 1)))

    def action_shift_up(self) -> None:
        """Move them up."""
        self._with_pair(lambda index: self.attempt(lambda: self.session.shift(index, Side.TARGET, -1)))

    def _with_pair(self, what: Callable[[int], object]) -> None:
        index = self.pairs.index
        if index is not None:
            what(index)
