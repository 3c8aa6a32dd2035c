"""The escapes of XML, both ways.

Owns which characters XML can hold (XML 1.0, 2.2), what must be written as a reference, and what a reference says.
"""

from __future__ import annotations

import re

from translit.message import Message

PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
"""The entities that XML has without declaring them (XML 1.0, 4.6)."""
REFERENCE = re.compile(r"&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|([^\s;&#]+));")
"""A reference to a character, by its number or its name."""
_CANNOT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)


def referred(match: re.Match[str]) -> str | None:
    """What a reference says; None for an entity that XML itself does not have."""
    if match[1] is not None:
        return chr(int(match[1]))
    if match[2] is not None:
        return chr(int(match[2], 16))
    return PREDEFINED.get(match[3])


def unescaped(raw: str) -> str:
    """What an attribute's value says; an unknown entity stays as it is."""
    return REFERENCE.sub(_spoken, raw) if "&" in raw else raw


def _spoken(match: re.Match[str]) -> str:
    said = referred(match)
    return match[0] if said is None else said


def escaped(text: str, line_end: str = "\n") -> str:
    """A text as the content of an element."""
    said = text.translate(_TEXT)
    return said if line_end == "\n" else said.replace("\n", line_end)


def attribute_escaped(text: str) -> str:
    """A text as an attribute's value, for either kind of quotation mark."""
    return text.translate(_ATTRIBUTE)


def xml_fault(text: str) -> Message | None:
    """Why XML cannot hold a text, in a sentence; None where it can."""
    bad = _CANNOT.search(text)
    return None if bad is None else Message("the control character U+{number} cannot stand in XML", number=f"{ord(bad[0]):04X}")
