"""How a report looks on a terminal: a style is a function from a role and a text to the text with its colours.

Whether there is a terminal, and whether NO_COLOR is set, is the caller's to ask. No role is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable

Style = Callable[[str, str], str]
"""From a role and a text to what is printed; the text's width in cells must not change."""

# The sixteen colours that every terminal theme defines, so that contrast is the theme's choice (ECMA-48, SGR).
_SGR = {"heading": "1", "name": "1", "old": "31", "new": "32", "faint": "2", "warning": "33"}
ROLES = tuple(_SGR)
"""The roles a reporter gives."""


def plain(role: str, text: str) -> str:  # noqa: ARG001  (a style takes the role, this one has no use for it)
    """The text as it is."""
    return text


def ansi(role: str, text: str) -> str:
    """The text in the colour or weight of its role, by ECMA-48 escape sequences."""
    code = _SGR.get(role)
    return f"\x1b[{code}m{text}\x1b[0m" if code else text
