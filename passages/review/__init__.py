"""Review sessions: the pairs of a file under the eyes of a reviewer, every decision kept as it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from passages.review.session import Session
    from passages.review.values import Comment, Done, Event, Everywhere, Saved, Statistics

_HOMES = {
    "Comment": "values",
    "Done": "values",
    "Event": "values",
    "Everywhere": "values",
    "Saved": "values",
    "Session": "session",
    "Statistics": "values",
}

__all__ = ["Comment", "Done", "Event", "Everywhere", "Saved", "Session", "Statistics"]


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
