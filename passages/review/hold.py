"""One reviewer at a time: who has a session, and since when.

The lock is the system's (`passages/lock.py`) and ends with the process that holds it, however that ends; the note beside it only tells the
second reviewer whom to ask, and nobody trusts it for anything else.
"""

from __future__ import annotations

import json
import os
import platform
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from passages.errors import DocumentError
from passages.lock import HeldError, locked
from translit.message import Message


class Hold:
    """The right to write to a session; given back when closed, or by the system when the process ends."""

    def __init__(self, stack: ExitStack) -> None:
        """Take the lock that `take` has closed behind itself."""
        self._stack = stack

    def release(self) -> None:
        """Give it back."""
        self._stack.close()


def take(session: Path, reviewer: str) -> Hold | Message:
    """The hold on a session, or a sentence that says who has it and since when.

    Raises:
        DocumentError: where the lock cannot be made.
    """
    stack = ExitStack()
    try:
        stack.enter_context(locked(session.with_name(session.name + ".lock")))
    except HeldError:
        return _holder(session)
    note = {
        "reviewer": reviewer,
        "since": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "process": os.getpid(),
        "machine": platform.node(),
    }
    with suppress(OSError):  # the lock holds without it; the second reviewer hears less
        _note(session).write_text(json.dumps(note, ensure_ascii=False), "utf-8")
    return Hold(stack)


def is_free(session: Path) -> bool:
    """Whether nobody has a session any more."""
    try:
        with locked(session.with_name(session.name + ".lock")):
            return True
    except DocumentError:
        return False


def _note(session: Path) -> Path:
    return session.with_name(session.name + ".who")


def _holder(session: Path) -> Message:
    try:
        said: Any = json.loads(_note(session).read_text("utf-8"))
        since = datetime.fromisoformat(str(said["since"])).astimezone()
        return Message(
            "{reviewer} has been reviewing this file since {time} (process {process} on {machine}); you can read, not change",
            reviewer=said["reviewer"] or Message("somebody"),
            time=f"{since:%Y-%m-%d %H:%M}",
            process=said["process"],
            machine=said["machine"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Message("somebody else is reviewing this file; you can read, not change")
