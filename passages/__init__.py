"""Where names stand: documents and their formats, segments, pairs, alignment, checks, review sessions.

The public face; a name is imported when it is first asked for, so that a start pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from passages.bitext import Bitext, open_bitext
    from passages.document import Document, open_document
    from passages.errors import DocumentError
    from passages.pair import Pair, PairChange, PairState
    from passages.segment import Segment

_HOMES = {
    "Bitext": "bitext",
    "Document": "document",
    "DocumentError": "errors",
    "Pair": "pair",
    "PairChange": "pair",
    "PairState": "pair",
    "Segment": "segment",
    "open_bitext": "bitext",
    "open_document": "document",
}

__all__ = ["Bitext", "Document", "DocumentError", "Pair", "PairChange", "PairState", "Segment", "open_bitext", "open_document"]


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
