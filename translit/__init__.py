"""How a name is written: scripts, romanization systems, engine, reverse, identification, spellings, likeness.

The public face; a name is imported when it is first asked for (PEP 562), so that a start pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translit.candidates import Candidate, Spelling
    from translit.errors import SchemeError, UncoveredError, UnknownSystemError
    from translit.identifying import identify
    from translit.likeness import Likeness, compare, compare_many
    from translit.offsets import Kept, Repair, Romanization, Span
    from translit.registry import System
    from translit.reversing import reverse
    from translit.romanizing import romanize, romanize_stream, systems
    from translit.spelling import spellings

_HOMES = {
    "Candidate": "candidates",
    "Kept": "offsets",
    "Likeness": "likeness",
    "Repair": "offsets",
    "Romanization": "offsets",
    "SchemeError": "errors",
    "Span": "offsets",
    "Spelling": "candidates",
    "System": "registry",
    "UncoveredError": "errors",
    "UnknownSystemError": "errors",
    "compare": "likeness",
    "compare_many": "likeness",
    "identify": "identifying",
    "reverse": "reversing",
    "romanize": "romanizing",
    "romanize_stream": "romanizing",
    "spellings": "spelling",
    "systems": "romanizing",
}

__all__ = [
    "Candidate",
    "Kept",
    "Likeness",
    "Repair",
    "Romanization",
    "SchemeError",
    "Span",
    "Spelling",
    "System",
    "UncoveredError",
    "UnknownSystemError",
    "compare",
    "compare_many",
    "identify",
    "reverse",
    "romanize",
    "romanize_stream",
    "spellings",
    "systems",
]


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
