"""How a name is written: scripts, romanization systems, engine, reverse, identification, spellings, likeness."""

from __future__ import annotations

from translit.errors import SchemeError, UncoveredError, UnknownSystemError
from translit.offsets import Kept, Repair, Romanization, Span
from translit.registry import System
from translit.romanizing import romanize, romanize_stream, systems

__all__ = [
    "Kept",
    "Repair",
    "Romanization",
    "SchemeError",
    "Span",
    "System",
    "UncoveredError",
    "UnknownSystemError",
    "romanize",
    "romanize_stream",
    "systems",
]
