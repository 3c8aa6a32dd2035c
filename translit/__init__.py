"""How a name is written: scripts, romanization systems, engine, reverse, identification, spellings, likeness."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from translit.errors import SchemeError, UncoveredError, UnknownSystemError
from translit.offsets import Kept, Repair, Romanization, Span
from translit.registry import System
from translit.romanizing import romanize, romanize_stream, systems

if TYPE_CHECKING:
    from translit.candidates import Candidate, Spelling
    from translit.identifying import identify
    from translit.reversing import reverse
    from translit.spelling import spellings

__all__ = [
    "Candidate",
    "Kept",
    "Repair",
    "Romanization",
    "SchemeError",
    "Span",
    "Spelling",
    "System",
    "UncoveredError",
    "UnknownSystemError",
    "identify",
    "reverse",
    "romanize",
    "romanize_stream",
    "spellings",
    "systems",
]

_ON_DEMAND = {
    "Candidate": "translit.candidates",
    "Spelling": "translit.candidates",
    "identify": "translit.identifying",
    "reverse": "translit.reversing",
    "spellings": "translit.spelling",
}
"""Where the questions are answered; who only romanizes does not import that (PEP 562)."""


def __getattr__(name: str) -> object:
    """A name of the public face that is imported when it is first asked for."""
    if name not in _ON_DEMAND:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_ON_DEMAND[name]), name)
    return found
