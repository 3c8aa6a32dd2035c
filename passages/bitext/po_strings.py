"""Puts another text into a PO string so that only the lines concerned change.

Owns the choice between a change within one literal, new lines in the place of some, and a wholly new string, and how new lines are broken:
as those of the same catalog are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from glossary.findings import Edit
from glossary.po_escapes import escaped, runs, unescaped
from glossary.po_messages import Field, Message
from glossary.po_scanner import Catalog
from passages.bitext.po_remarks import line_end
from translit.values import value

WIDTH = 79
"""Cells of a line with its quotation marks, where a catalog breaks lines and does not show another width (gettext 0.21, `page_width`)."""
_LITERAL = re.compile(r'"((?:[^"\\\n]++|\\[^\n])*+)"')
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_ENOUGH = 5  # broken lines that show a width
_WORDS = re.compile(r"[^ \n]*[ ]*\n?")


@value
class Wrapping:
    """How a catalog breaks its strings."""

    width: int | None
    """Cells of the longest line that was broken between words; None where no string is broken but at its own line ends."""
    ending: str
    """What ends a line of the file."""


def wrapping_of(catalog: Catalog) -> Wrapping:
    """How the strings of a catalog are broken: by the lines that are broken between words, and by those that might have been and are not."""
    broken_lines, widest, long_lines = 0, 0, 0
    for message in catalog.messages:
        for field in message.strings:
            inside = [match[1] for match in _literals(catalog, field)]
            for number, one in enumerate(inside):
                if " " not in one.rstrip():
                    continue  # a single long word says nothing of the width
                if number + 1 < len(inside) and not one.endswith("\\n"):
                    broken_lines += 1
                    widest = max(widest, cells(one) + 2)
                elif len(one) + 2 > WIDTH + 1:
                    long_lines += 1
    if long_lines > broken_lines:
        return Wrapping(None, line_end(catalog))
    return Wrapping(widest if broken_lines >= _ENOUGH else WIDTH, line_end(catalog))


def string_edits(catalog: Catalog, message: Message, field: Field, text: str, wrapping: Wrapping) -> Iterator[Edit]:
    """The edits of the catalog's text after which the string says `text`."""
    literals = [match.span(1) for match in _literals(catalog, field)]
    says = [unescaped(catalog.text[start:end], catalog.charset) for start, end in literals]
    old = "".join(says)
    if old == text:
        return
    width = None if "no-wrap" in catalog.flags(message) else wrapping.width
    start, end = changed_span(old, text)
    replacement = text[start : len(text) - (len(old) - end)]
    if not old or (start, end) == (0, len(old)):
        yield _whole(catalog, field, text, wrapping.ending, width)
        return
    first, first_at = _literal_at(says, start, ends=start > 0 and start == end)
    last, last_at = _literal_at(says, max(start, end - 1), ends=start > 0 and start == end)
    block = says[first][: start - first_at] + replacement + says[last][end - last_at :]
    limit = (width - 2) if width is not None else None
    fits = limit is None or cells(escaped(block)) <= max(limit, cells(escaped("".join(says[first : last + 1]))))
    if first == last and "\n" not in block[:-1] and fits and block:
        within = _within(catalog, literals[first], start - first_at, end - first_at, replacement)
        if within is not None and _said(catalog, literals[first], within) == block:
            yield within
            return
    if len(literals) == 1 and (not fits or "\n" in block[:-1]):
        yield _whole(catalog, field, text, wrapping.ending, width)
        return
    if not block and first:
        yield Edit(literals[first - 1][1] + 1, literals[last][1] + 1, "")
        return
    yield _lines(catalog, (literals[first][0] - 1, literals[last][1] + 1), block, wrapping.ending, width)


def _literals(catalog: Catalog, field: Field) -> Iterator[re.Match[str]]:
    return _LITERAL.finditer(catalog.text, field.start, field.end)


def changed_span(old: str, new: str) -> tuple[int, int]:
    """The part of `old` that is not at the beginning or the end of `new` too."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    stop = next((at for at in range(shorter - start) if old[-1 - at] != new[-1 - at]), shorter - start)
    return start, len(old) - stop


def _literal_at(says: list[str], at: int, *, ends: bool) -> tuple[int, int]:
    """The number of the literal that has a character of the value, and where in the value it begins; `ends`: one that ends there too."""
    begin, found = 0, (0, 0)
    for number, one in enumerate(says):
        if begin <= at < begin + len(one) or (ends and at == begin + len(one) and not one.endswith("\n")):
            return number, begin
        if one:
            found = (number, begin)
        begin += len(one)
    return found


def _within(catalog: Catalog, inside: tuple[int, int], start: int, end: int, replacement: str) -> Edit | None:
    """The edit inside one literal; None where a number escape makes the places of its characters uncertain."""
    places: list[int] = []
    for run in runs(catalog.text, [inside], catalog.charset):
        if not run.escape:
            places.extend(range(run.start, run.end))
        elif len(unescaped(catalog.text[run.start : run.end], catalog.charset)) == 1:
            places.append(run.start)
        else:
            return None
    places.append(inside[1])
    return Edit(places[start], places[end], escaped(replacement))


def _said(catalog: Catalog, inside: tuple[int, int], edit: Edit) -> str:
    """What a literal says after an edit: a digit behind a number escape may become part of it."""
    raw = catalog.text[inside[0] : edit.start] + edit.replacement + catalog.text[edit.end : inside[1]]
    return unescaped(raw, catalog.charset)


def _whole(catalog: Catalog, field: Field, text: str, ending: str, width: int | None) -> Edit:
    """The string anew: on one line where it fits behind its keyword, else an empty literal and a line for each piece."""
    at = catalog.text.rfind("\n", 0, field.start) + 1
    keyword = field.start - at
    pieces = broken(text, None if width is None else width - 2)
    short = width is None or keyword + cells(escaped(text)) + 2 <= width
    if "\n" not in text[:-1] and short:
        said = f'"{escaped(text)}"'
    else:
        indent = _indent(catalog.text[at : field.start])
        said = ending.join(('""', *(f'{indent}"{escaped(one)}"' for one in pieces)))
    return Edit(field.start, field.end, said)


def _lines(catalog: Catalog, span: tuple[int, int], block: str, ending: str, width: int | None) -> Edit:
    """New literals in the place of some."""
    at = catalog.text.rfind("\n", 0, span[0]) + 1
    indent = _indent(catalog.text[at : span[0]])
    said = (ending + indent).join(f'"{escaped(one)}"' for one in broken(block, None if width is None else width - 2) or [""])
    return Edit(span[0], span[1], said)


def _indent(before: str) -> str:
    """The blanks that a line begins with."""
    return before[: len(before) - len(before.lstrip(" \t"))]


def broken(text: str, width: int | None) -> list[str]:
    """A text as the insides of literals before escaping: a line end ends one, and no word goes beyond the width (in cells) that need not."""
    made: list[str] = []
    for line in _LINES.findall(text):
        if width is None or cells(escaped(line)) <= width:
            made.append(line)
            continue
        current, used = "", 0
        for match in _WORDS.finditer(line):
            word = match[0]
            size = cells(escaped(word))
            if current and used + size > width:
                made.append(current)
                current, used = "", 0
            current += word
            used += size
        if current:
            made.append(current)
    return made


def cells(text: str) -> int:
    """How wide a text is on a terminal: East Asian wide characters take two cells (UAX #11), combining marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide - sum(unicodedata.combining(one) > 0 for one in text)
