"""One key after the other: a key that comes in a burst waits until the one before has done its work.

Owns the order in which keys and pasted text are given on, and when the next one is due. A connection over ssh, a macro or a quick hand
brings several keys in one read; Textual gives each to whatever is focused at that moment, while the dialog or the field that the first one
opens stands a few messages later: the letters typed after `e` would be lost, or taken for commands. What a key means is none of its business.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste

_STUCK = 2.0
"""Seconds after which the next key is given on whatever the one before still does: a keyboard must never go dead."""

Typed = Key | Paste


class InTurn:
    """What was typed, given on piece by piece."""

    def __init__(self, app: App[int], give: Callable[[Typed], Awaitable[None]]) -> None:
        """Serve an application.

        Args:
            app: whose widgets take what is typed.
            give: gives one event to what is focused now.
        """
        self._app, self._give = app, give
        self._waiting: deque[Typed] = deque()
        self._working: Typed | None = None
        """What was given on and has not done its work yet."""
        self._since = 0.0
        """When it was given on."""

    async def take(self, event: Typed) -> None:
        """Give an event on, now or when it is its turn."""
        self._waiting.append(event)
        if self._working is None or monotonic() - self._since > _STUCK:
            await self._next()

    async def _next(self) -> None:
        if not self._waiting:
            self._working = None
            return
        event = self._working = self._waiting.popleft()
        self._since = monotonic()
        target = self._target
        await self._give(event)
        # up to the application, which knows the keys; again, with what a field says once a key has told it something; then up from what is
        # focused by now, for a field asks for the focus, and a new screen takes it, by one message more
        up = target.ancestors_with_self
        self._follow([*up, *up], lambda: self._follow(self._target.ancestors_with_self, lambda: self._done(event)))

    @property
    def _target(self) -> DOMNode:
        return self._app.focused or self._app.screen

    def _follow(self, way: Sequence[DOMNode], then: Callable[[], object]) -> None:
        """Go through the same queues as an event and what it sets off: where this arrives, all that has been."""
        while way:
            node, *way = way
            if node.call_later(self._follow, way, then):
                return  # a widget that is closing takes nothing more; then the next one is asked
        self._app.call_later(then)

    async def _done(self, event: Typed) -> None:
        if event is self._working:
            await self._next()
