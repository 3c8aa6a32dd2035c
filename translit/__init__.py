"""How a name is written: scripts, romanization systems, engine, reverse, identification, spellings, likeness."""

from __future__ import annotations

from translit.candidates import Candidate, Spelling
from translit.errors import SchemeError, UncoveredError, UnknownSystemError
from translit.identify import identify
from translit.offsets import Kept, Repair, Romanization, Span
from translit.registry import System
from translit.reverse import reverse
from translit.romanizing import romanize, romanize_stream, systems
from translit.spellings import spellings

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
