"""Which name is right: concepts and terms, matcher, normalizer, catalogs, exchange formats.

The public face; a name is imported when it is first asked for, so that a start pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glossary.errors import GlossaryError
    from glossary.findings import Edit, Finding, Occurrence, Severity
    from glossary.glossary import Glossary
    from glossary.model import Concept, Status, Term, TermType
    from glossary.normalizer import Normalized, normalize
    from glossary.policy import Former, Policy

_HOMES = {
    "Concept": "model",
    "Edit": "findings",
    "Finding": "findings",
    "Former": "policy",
    "Glossary": "glossary",
    "GlossaryError": "errors",
    "Normalized": "normalizer",
    "Occurrence": "findings",
    "Policy": "policy",
    "Severity": "findings",
    "Status": "model",
    "Term": "model",
    "TermType": "model",
    "normalize": "normalizer",
}

__all__ = [
    "Concept",
    "Edit",
    "Finding",
    "Former",
    "Glossary",
    "GlossaryError",
    "Normalized",
    "Occurrence",
    "Policy",
    "Severity",
    "Status",
    "Term",
    "TermType",
    "find",
    "normalize",
]


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found


def find(text: str, glossary: Glossary, language: str = "en") -> list[Occurrence]:
    """The names in a text, in order, with what the glossary says of each.

    `language` is the BCP 47 subtag of the text; offsets are code points.
    """
    return glossary.lexicon(language).find(text)
