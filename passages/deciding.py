"""Keeping decisions while other runs keep theirs: what the file has now and what is new, read and written under one lock.

Owns that order only; what a decision is and how the file looks is `glossary.discover_decisions`'. The lock is a file beside the decisions, which
stays; the system lets go of it when a process ends, however it ends.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from glossary.discover_decisions import Decision, Decisions, make_folder, read, write
from glossary.errors import GlossaryError
from passages.errors import DocumentError
from passages.lock import HeldError, locked
from translit.message import Message

_TRIES, _PAUSE = 100, 0.05
"""How often, and after how many seconds each time, another run is waited for: it holds the lock for the writing of a small file."""


def keep(place: Path, new: Sequence[Decision]) -> Decisions:
    """All decisions in a file, new ones added to it; without new ones nothing is written.

    Raises:
        GlossaryError: for a file that cannot be read, and one that cannot be written.
        HeldError: where another run has held the lock for five seconds.
    """
    before = read(place)
    if before.with_(new) == before:
        return before
    make_folder(place)
    with _waiting(place.with_suffix(".lock")):
        after = read(place).with_(new)
        write(place, after)
    return after


@contextmanager
def _waiting(lock: Path) -> Generator[None, None, None]:
    """Hold a lock as soon as no other run does."""
    with ExitStack() as held:
        for left in reversed(range(_TRIES)):
            try:
                held.enter_context(locked(lock))
                break
            except HeldError:
                if not left:
                    raise
                time.sleep(_PAUSE)
            except DocumentError as error:
                raise GlossaryError(str(lock), None, error.problem, Message("see that you may write there")) from error
        yield
