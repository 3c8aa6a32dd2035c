"""Where names stand: documents and their formats, segments, pairs, alignment, checks, review sessions.

The public face; a name is imported when it is first asked for, so that a start pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from passages.document import Document, open_document
    from passages.errors import DocumentError
    from passages.segment import Segment

_HOMES = {"Document": "document", "DocumentError": "errors", "Segment": "segment", "open_document": "document"}

__all__ = ["Document", "DocumentError", "Segment", "open_document"]


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
