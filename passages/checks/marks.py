"""What in a text is no language: placeholders, tags, entities, addresses, each found where it stands.

Owns the shapes: printf (ISO C 7.23.6.1 with POSIX positions, Python's names, Objective-C's %@), braces (Python, ICU, JavaScript, Jinja), Qt's %1,
shell and template variables, XML and HTML tags and entities, URLs (RFC 3986) and e-mail addresses. What follows from a difference is the
checks' business. Runs are bounded or possessive, so that no text takes long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from translit.values import value


class MarkKind(StrEnum):
    """What sort of mark it is."""

    PRINTF = "printf"
    """%s, %1$d, %(name)s."""
    BRACE = "brace"
    """{name}, {0}, {}, ${name}, {{ name }}."""
    VARIABLE = "variable"
    """$name, %NAME%, %1."""
    TAG = "tag"
    """<b>, </b>, <br/>."""
    ENTITY = "entity"
    """&amp;, &#160;."""
    URL = "url"
    """https://example.org/page."""
    MAIL = "mail"
    """name@example.org."""


@value
class Mark:
    """One piece of a text that is no language."""

    kind: MarkKind
    """What sort."""
    start: int
    """First code point."""
    end: int
    """One past the last."""
    text: str
    """What stands there."""


_CONVERSION = r"(?:hh?|ll?|[qjztLI])?(?:[diouxXeEfFgGcrsaApmnS@]|<PRI[diouxX](?:8|16|32|64|MAX|PTR|FAST\d+|LEAST\d+)>)"
_FLAGS = r"\-+#0'"
_SIZE = r"(?:\d{1,4}|\*(?:\d{1,2}\$)?)?"


def _printf(flags: str) -> str:
    """The pattern of a conversion behind its %, with these flags."""
    return rf"(?:\d{{1,2}}\$)?(?:\([^()\n]{{1,80}}\))?[{flags}]{{0,5}}{_SIZE}(?:\.{_SIZE})?{_CONVERSION}"


_ADDRESS = r"[^\s<>\"«»“”„`|{}\\^\x00-\x1f\ufffc]"
_SHARED = rf"""
    (?P<url> (?<![^\W_]) (?: (?:https?|ftps?|sftp|file|git|ssh|irc|ircs|ldaps?|wss?)://[^\s<>"«»“”„`|]{{1,4000}}+ | www\.[\w-]+\.{_ADDRESS}{{2,400}}+ ) )
  | (?P<mail> (?<![\w.+%-]) [\w.+%-]{{1,64}}+ @ [A-Za-z0-9-]{{1,63}}+ (?: \.[A-Za-z0-9-]{{1,63}}+ ){{1,10}}+ )
  | (?P<tag> </?[A-Za-z][\w.-]{{0,40}}+ (?: :[\w.-]{{1,40}}+ )? (?: \s[^<>]{{0,800}}+ | / )? > )
  | (?P<entity> &(?: [A-Za-z][A-Za-z0-9]{{1,30}}+ | \#\d{{1,7}}+ | \#[xX][0-9A-Fa-f]{{1,6}}+ ); )
  | (?P<brace> \{{\{{[^{{}}\n]{{1,200}}\}}\}} | \{{%[^{{}}\n]{{1,200}}%\}}
      | (?<![^\W\d_]) [\#$%@]?\{{ (?: \w{{0,60}} (?: [.\[] [\w.\[\]]{{1,60}} )? (?: ![rsa] )? (?: :[^{{}}\s]{{0,30}} )? ) \}} (?![^\W\d_]) )
"""
_FREE = re.compile(
    rf"{_SHARED} | (?P<printf> (?<!\d)% {_printf(_FLAGS)} (?![A-Za-z0-9_]) )"
    r" | (?P<variable> %(?:[A-Z][A-Z0-9_]{1,40}+|[a-z][a-z0-9_]{1,40}+)% | (?<![\w$])\$[A-Za-z_][A-Za-z0-9_]{0,60}+ | (?<![\w%])%[1-9]\d?+(?![\w%.,]) )",
    re.VERBOSE,
)
"""For a text of which nobody says that it has placeholders: 100% discount has none."""
_FORMAT = re.compile(
    rf"{_SHARED} | (?P<escape> %% ) | (?P<printf> % {_printf(_FLAGS + ' ')} )"
    r" | (?P<variable> (?<![\w$])\$[A-Za-z_][A-Za-z0-9_]{0,60}+ )",
    re.VERBOSE,
)
"""For a text with a printf flag: every % counts."""
_QT = re.compile(
    rf"{_SHARED} | (?P<variable> %[A-Z][A-Z0-9_]{{1,40}}+% | (?<![\w$])\$[A-Za-z_][A-Za-z0-9_]{{0,60}}+ | (?<!%)%L?[1-9]\d?+ )", re.VERBOSE
)
"""For a text with Qt's numbered places (`QString::arg`), which end where the digits do: %1x%2 is no hexadecimal number."""
_PLACES = re.compile(r"(?<!%)%L?([1-9])(?![\d$])")
_SIGNS = re.compile(r"[%<&{$@#]|://|www\.")
_TRAILING = ".,;:!?…'’*_~)»"


def marks(text: str, *, printf: bool = False, brace_only: bool = False) -> tuple[Mark, ...]:
    """The marks of a text, in order and apart.

    `printf` says that the text is known to be a printf format (PO `c-format`, `python-format` …), `brace_only` that it is one with braces and
    that a % in it means nothing (PO `python-brace-format`).
    """
    if _SIGNS.search(text) is None:
        return ()
    pattern = _FORMAT if printf and not brace_only else _QT if _is_qt(text) else _FREE
    return tuple(_marks(text, pattern, brace_only=brace_only))


def _is_qt(text: str) -> bool:
    """Whether the places in a text are numbered from one as Qt numbers them, with two at least."""
    numbers = set(_PLACES.findall(text))
    return len(numbers) > 1 and numbers == set("123456789"[: len(numbers)])


def _marks(text: str, pattern: re.Pattern[str], *, brace_only: bool) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        name = match.lastgroup or "escape"
        if name == "escape" or (brace_only and name == "printf"):
            continue
        start, end = match.span()
        if name == "url":
            end = _without_stop(text, start, _quoted_until(text, start, end))
        yield Mark(MarkKind(name), start, end, text[start:end])


def _quoted_until(text: str, start: int, end: int) -> int:
    """Where an address ends that stands between single quotation marks: 'http://'-мен, of which the ending is no part."""
    opened = text[start - 1 : start]
    closing = text.find("’" if opened in "‘’" else opened, start, end) if opened and opened in "'‘’" else -1
    return end if closing < 0 else closing


def _without_stop(text: str, start: int, end: int) -> int:
    """Where an address ends, without the punctuation of the sentence around it (GFM, section 6.9, extended autolinks)."""
    while (
        end > start
        and text[end - 1] in _TRAILING
        and not (text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end))
    ):
        end -= 1
    return end
