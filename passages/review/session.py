"""A review session: the pairs of a bilingual file under the eyes of a reviewer, with all that was decided, kept as it happens.

The public face of the rooms beside it, for the screen and for programs. Whatever changes something is on the disk when it returns; it
gives a `Done` that says what was done and to which pairs. Indexes count the pairs as they stand, from 0; they mean other pairs once
`structure` has changed. A session belongs to one thread.

Everything that cannot be done is refused with a `DocumentError`: what, and the remedy. What the session shows is in `view.py`, what a reviewer
does in `reviewing.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from passages.errors import DocumentError
from passages.review.hold import Hold, is_free, take
from passages.review.memory import give_back
from passages.review.opening import arrangement as arranged
from passages.review.operations import Operations
from passages.review.place import is_own, project_of, session_file
from passages.review.reviewing import Reviewing
from passages.review.saving import changes, not_written, rebase, saved_said
from passages.review.slots import Arrangement
from passages.review.steps import Steps
from passages.review.store import Store
from passages.review.values import Done, Saved
from translit.message import Message

if TYPE_CHECKING:
    from glossary.sources import Sources
    from glossary.speech import Speech
    from passages.bitext.model import Bitext
    from passages.checks import CheckContext

Opener = Callable[[Path], "Bitext"]


class Session(Reviewing):
    """An open review session; use it in a `with` statement, or close it."""

    def __init__(
        self,
        bitext: Bitext,
        store: Store,
        hold: Hold | Message,
        reviewer: str,
        opener: Opener,
        sources: Sources | None,
        checks: CheckContext | None,
    ) -> None:
        """Take what `Session.open` has found."""
        self.bitext = bitext
        """The file as it was read."""
        self.reviewer = reviewer
        """Who reviews; may be empty."""
        self.sources = sources
        """The glossaries that names come from; None where none are looked for."""
        self._store, self._hold, self._opener, self._checks = store, hold, opener, checks
        self._why_closed = hold if isinstance(hold, Message) else None
        self._generation = self._rebuilt = 0
        self._store_version = store.version
        self.news: Message | None = None
        """What has happened to the file since the session was left, in one sentence; None where nothing has."""
        pairs, self.news = arranged(store, bitext, reviewer)
        self._show(pairs)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        reviewer: str | None = None,
        sources: Sources | None = None,
        checks: CheckContext | None = None,
        home: Path | None = None,
        source_language: str | None = None,
        target_language: str | None = None,
        opener: Opener | None = None,
    ) -> Self:
        """Open the review of a file, where it was left; a file that has moved on since is merged with what was done.

        `reviewer` is ENDONYM_AUTHOR or the account's name where it is not given. `checks` are the settings of the checks, but for languages
        and names. `home` is the folder to keep the session in; None finds one (`passages/review/place.py`). `opener` reads the file in the
        place of `open_bitext`, for pairs from elsewhere. While somebody else has the session it opens for reading, and `read_only` says so.

        Raises:
            DocumentError: where the file cannot be read, or its session is damaged, newer than this program, or cannot be kept.
        """
        from glossary.termbase_place import default_author

        def read(place: Path) -> Bitext:
            from passages.bitext import open_bitext

            return open_bitext(place, source_language=source_language, target_language=target_language)

        chosen = opener or read
        place = Path(path)
        who = default_author() if reviewer is None else " ".join(reviewer.split())
        bitext = chosen(place)
        database = session_file(place, home)
        closed = Message("the folder of the session cannot be written; you can read, not change")
        hold = take(database, who) if _is_writable(database) else closed
        try:
            store = Store.open(database, read_only=isinstance(hold, Message))
            try:
                session = cls(bitext, store, hold, who, chosen, sources, checks)
            except BaseException:
                store.close()
                raise
        except BaseException:
            if isinstance(hold, Hold):
                hold.release()
            raise
        give_back(len(session))
        return session

    def close(self) -> None:
        """Let go of the session; it goes on from here when it is opened again."""
        self._store.close()
        if isinstance(self._hold, Hold):
            self._hold.release()

    def __enter__(self) -> Self:
        """The session itself."""
        return self

    def __exit__(self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    # Where the reviewer stands.

    @property
    def position(self) -> int:
        """Where the reviewer stood last."""
        return max(0, min(self._here, len(self) - 1))

    @position.setter
    def position(self, index: int) -> None:
        self._here = index
        if self.read_only is None and 0 <= index < len(self):
            with suppress(DocumentError):  # a full disk: where somebody stood is not worth an error
                self._store.note("position", self._arrangement.ref(index))

    @property
    def filter_text(self) -> str:
        """The filter that was set last."""
        return self._filter

    @filter_text.setter
    def filter_text(self, text: str) -> None:
        self._filter = text
        if self.read_only is None:
            with suppress(DocumentError):
                self._store.note("filter", text)

    # The file.

    @property
    def kept_elsewhere(self) -> Message | None:
        """Where the session is, if nothing can be written beside its file, in a sentence."""
        if not is_own(self.database):
            return None
        return Message("nothing can be written beside this file: the review is kept in {folder}", folder=self.database.parent)

    @property
    def moved_on(self) -> bool:
        """Whether the file on the disk is another than the one that was read, by its size and time; cheap enough for a timer."""
        return self._seen != _sight(self.path)

    def reload(self) -> Done:
        """Read the file again and merge what has changed there with what was done here.

        Raises:
            DocumentError: where it cannot be read, or has lost all its pairs; the session goes on with what it has.
        """
        bitext = self._opener(self.path)
        if not bitext.pairs and len(self):
            raise DocumentError(
                self.path,
                "it has no pairs any more, and nothing was taken over from it",
                "put it back from a copy or a version control; your work is kept",
            )
        return self._reread(None, bitext)

    def refresh(self) -> bool:
        """For a reader: take what the reviewer who has the session has done since; whether there was something.

        Raises:
            DocumentError: where the file or the session cannot be read.
        """
        version = self._store.version
        if self.read_only is None or (version == self._store_version and not self.moved_on):
            return False
        self._store_version = version
        self._reread(None, self._opener(self.path) if self.moved_on else self.bitext)
        return True

    @property
    def free(self) -> bool:
        """For a reader: whether the reviewer who had the session has left, so that opening it again allows changes."""
        return self.read_only is not None and is_free(self.database)

    @property
    def is_lost(self) -> bool:
        """Whether the file is no longer on the disk."""
        return not self.path.exists()

    def write_anew(self) -> None:
        """Put the file that was read where it was, if it is no longer there; `save` writes the work into it.

        Raises:
            DocumentError: where it cannot be written.
        """
        from passages.writing import write_atomically

        self._may_write()
        if self.is_lost:
            write_atomically(self.path, self.bitext.data)

    def save(self) -> Saved:
        """Write everything back into the file, as a run that `endonym undo` takes back; what others have changed there is merged first.

        Raises:
            DocumentError: where the file cannot hold something or cannot be written; nothing is lost then.
        """
        from passages.runs import write_run

        self._may_write()
        project = project_of(self.path)
        merged, news = 0, None
        for tries_left in (2, 1, 0):
            if self._on_disk() != self.bitext.digest:
                merged += len(self.reload().indexes)
                news = self.news
            count, told = len(self._unsaved), changes(self.bitext, self._arrangement, self._unsaved)
            new = self.bitext.to_bytes(told) if told else self.bitext.data
            if new == self.bitext.data:
                if any(one.removed or one.followers for one in told.values()):
                    self._reread(self.bitext.digest, self.bitext)  # pairs were made of others that say the same
                else:
                    self._settled()
                return Saved(Message("the file has everything already"), merged=merged, news=news)
            try:
                run = write_run([(self.bitext, new)], f"review {self.path}", project=project)
            except DocumentError as error:
                if not tries_left or self._on_disk() == self.bitext.digest:
                    raise not_written(error) from error
                continue  # somebody wrote it in this very moment
            self._reread(sha256(new).hexdigest(), self._opener(self.path))
            if self._unsaved:  # comments on pairs that the file has only now
                run = self.save().run or run
            return Saved(saved_said(count, project), run, count, merged, news)
        raise AssertionError("the last round returns or raises")

    def export(self, kind: str, path: str | Path, speech: Speech | None = None) -> Done:
        """Write the pairs as they stand to another file: `tmx`, `xliff`, `csv`, or `html` for a report of the review, in a language.

        Raises:
            DocumentError: where it cannot be written.
        """
        from glossary.speech import Speech
        from passages.review.exporting import export

        return export(self, kind, Path(path), speech or Speech())

    # Inside.

    def _reread(self, ours: str | None, bitext: Bitext) -> Done:
        """Stand on the file as it was read again; `ours` is the digest of what this session has just written there."""
        before, self.bitext = self.bitext, bitext
        here = self.position
        try:
            if ours != bitext.digest or not rebase(self._store, self._arrangement, bitext, self._unsaved):
                ours = None
            pairs, said = arranged(self._store, bitext, self.reviewer)
        except BaseException:
            self.bitext = before
            raise
        self._generation += 1
        self._rebuilt += 1
        self._show(pairs)
        if ours is not None:
            self.position = here  # pair for pair as before; where others have changed it, `arranged` has moved it along
        del before
        give_back(len(self))
        self.news = said if ours is None else None
        changed = sorted(index for ref in self._news if (index := pairs.index(ref)) is not None)
        return Done(self.news or Message("the file is as it was"), tuple(changed))

    def _on_disk(self) -> str:
        """The digest of the file as it is."""
        try:
            return sha256(self.path.read_bytes()).hexdigest()
        except FileNotFoundError as error:
            raise DocumentError(self.path, "the file is no longer there", "put it back and save again; your work is kept") from error
        except OSError as error:
            raise DocumentError.from_os(self.path, error, "read") from error

    def _settled(self) -> None:
        """Note that the file has all that it can be told."""
        slots = [self._arrangement.slots[ref] for ref in self._unsaved]
        with self._store.writing() as connection:
            connection.executemany("UPDATE slot SET saved = ? WHERE id = ?", [(self._written(slot), slot.id) for slot in slots])
        for slot in slots:
            slot.saved = self._written(slot)
        self._unsaved.clear()

    def _show(self, pairs: Arrangement) -> None:
        """Take an arrangement, with what the database knows of its pairs."""
        from passages.review.judging import Judge, settings

        self._arrangement = pairs
        self._operations = Operations(self.bitext, pairs)
        self._steps = Steps(self._store, pairs, self.reviewer)
        self._judge = Judge(pairs, settings(self.bitext, self._checks), self.sources)
        self._sources_of = None
        self._seen = _sight(self.path)
        by_id = pairs.by_id
        self._drafts = {by_id[id].ref: text for id, text in self._store.read("SELECT slot, text FROM draft") if id in by_id}
        news = self._store.read("SELECT ref FROM news WHERE reviewer = ?", (self.reviewer,))
        self._news = {ref for (ref,) in news if ref < 0 or ref < pairs.size}
        self._unsaved = {ref for ref, slot in pairs.slots.items() if self._is_unsaved(slot)}
        at = self._store.about("position")
        self._here = (pairs.index(at) or 0) if at is not None and (at >= 0 or at in pairs.slots) else 0
        self._filter: str = self._store.about("filter") or ""
        self._take_dismissals()


def _is_writable(database: Path) -> bool:
    """Whether a session may be written, or made where there is none yet."""
    return os.access(database.parent, os.W_OK) and (not database.exists() or os.access(database, os.W_OK))


def _sight(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of its name at a glance."""
    with suppress(OSError):
        seen = path.stat()
        return seen.st_size, seen.st_mtime_ns
    return None
