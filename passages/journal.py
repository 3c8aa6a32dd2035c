"""The record of one run on the disk: the old bytes of its files and a journal of what was planned and done.

A folder `.endonym/runs/<id>/` holds `journal.jsonl`, one JSON object on a line, and for each file its old bytes, named by
their SHA-256. Every line is on the disk before the step after it begins. The journal tells the intention; which bytes a file holds
now is asked of the file itself, so that a run that was killed between two lines is still understood.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from passages.errors import DocumentError
from passages.writing import fill, sync_folder, write_through
from translit.message import Message

JOURNAL = "journal.jsonl"


@dataclass(frozen=True, slots=True)
class Change:
    """One file of a run."""

    path: str
    """The real file: from the project's folder, with `/`, where it lies below; else absolute."""
    old: str
    """SHA-256 of its bytes before the run, in hexadecimal."""
    new: str
    """SHA-256 of its bytes after."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the journal of one run says."""

    id: str
    """Time (UTC) and a random part; sorts by age."""
    note: str
    """The command that was given."""
    changes: tuple[Change, ...]
    """The files that were to be changed."""
    done: frozenset[str]
    """Paths of those whose change was completed; a run that was interrupted lacks some."""
    finished: bool
    """Whether the run came to its end."""
    undone: bool
    """Whether it has been taken back."""

    @property
    def line(self) -> str:
        """The run in one line: id, time, files, state, command."""
        try:
            when: str = Message("{when:%Y-%m-%d %H:%M:%S} UTC", when=datetime.strptime(self.id[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC))
        except ValueError:  # a folder that somebody named
            when = "?"
        files = Message.counted("{n} file", "{n} files", len(self.changes))
        interrupted = Message("interrupted after {count}", count=len(self.done))
        state = Message("undone") if self.undone else Message("written") if self.finished else interrupted
        return Message("{id}  {when}  {files}, {state}  {note}", id=self.id, when=when, files=files, state=state, note=self.note)


class Journal:
    """The folder of one run."""

    def __init__(self, folder: Path) -> None:
        """Say where; nothing is read or made."""
        self._folder = folder

    def begin(self, id: str, note: str, changes: Iterable[tuple[Change, bytes]]) -> None:
        """Store the old bytes of all files, then the plan.

        Raises:
            DocumentError: where the disk does not allow it; no document has been touched then.
        """
        planned: list[dict[str, object]] = [{"event": "begin", "version": 1, "id": id, "note": note}]
        try:
            self._folder.mkdir(parents=True)
            for change, old in changes:
                if not (self._folder / change.old).exists():
                    write_through(self._folder / change.old, old)
                planned.append({"event": "planned", "path": change.path, "old": change.old, "new": change.new})
            sync_folder(self._folder)
        except OSError as error:
            raise DocumentError.from_os(self._folder, error, "record the run in") from error
        self._append(planned)
        sync_folder(self._folder)
        sync_folder(self._folder.parent)

    def done(self, path: str) -> None:
        """Note that a file has its new bytes."""
        self._append([{"event": "done", "path": path}])

    def finished(self) -> None:
        """Note that all files have."""
        self._append([{"event": "end"}])

    def undone(self) -> None:
        """Note that all files have their old bytes again."""
        self._append([{"event": "undone"}])

    def old_bytes(self, change: Change) -> bytes:
        """The bytes of a file before the run.

        Raises:
            DocumentError: where the record has been damaged.
        """
        file = self._folder / change.old
        try:
            data = file.read_bytes()
        except OSError as error:
            raise DocumentError.from_os(file, error, "read") from error
        if sha256(data).hexdigest() != change.old:
            raise DocumentError(file, "the recorded bytes are damaged", Message("restore {path} from a backup", path=change.path))
        return data

    def read(self) -> Record | None:
        """What the journal says; None where the run came to no plan. A last line that was cut off is passed over."""
        try:
            lines = (self._folder / JOURNAL).read_text("utf-8", "replace").split("\n")
        except OSError:
            return None
        events = [event for event in map(_event, lines) if event]
        begun = next((event for event in events if event["event"] == "begin"), None)
        if begun is None:
            return None
        kinds = {event["event"] for event in events}
        return Record(
            id=self._folder.name,
            note=str(begun.get("note", "")),
            changes=tuple(
                Change(str(event["path"]), str(event["old"]), str(event["new"])) for event in events if event["event"] == "planned"
            ),
            done=frozenset(str(event["path"]) for event in events if event["event"] == "done"),
            finished="end" in kinds,
            undone="undone" in kinds,
        )

    def _append(self, events: list[dict[str, object]]) -> None:
        """Add lines and force them to the disk. They begin on a new line, because the last one may have been cut off."""
        data = ("\n" + "".join(json.dumps(event) + "\n" for event in events)).encode()
        try:
            with (self._folder / JOURNAL).open("ab", buffering=0) as file:
                fill(file.fileno(), data)
        except OSError as error:
            raise DocumentError.from_os(self._folder / JOURNAL, error, "write") from error


def _event(line: str) -> dict[str, Any] | None:
    """The event of a line; None for an empty or broken one."""
    try:
        event: object = json.loads(line)
    except ValueError:
        return None
    return cast("dict[str, Any]", event) if isinstance(event, dict) and "event" in event else None
