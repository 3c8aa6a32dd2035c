"""What stands before a PO message: reading its comments, and changing its `fuzzy` flag and the reviewer's own comment.

Owns the order of the lines (GNU gettext manual 0.21, "The Format of PO Files": `# ` of translators, `#.` of developers, `#:` references,
`#,` flags, `#|` the previous msgid) and touches only the lines concerned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.findings import Edit
from glossary.po_messages import Message
from glossary.po_scanner import Catalog
from passages.bitext.own_notes import own_lines, parted

_TRANSLATORS = re.compile(r"^[ \t]*#(?:[ \t]([^\n]*?))?\r?$", re.MULTILINE)
_DEVELOPERS = re.compile(r"^[ \t]*#\.[ \t]?([^\n]*?)\r?$", re.MULTILINE)
_PLACES = re.compile(r"^[ \t]*#:([^\n]*)", re.MULTILINE)
_ISOLATED = re.compile("\u2068([^\u2069]*)\u2069|(\\S+)")  # gettext 0.22 wraps a file name with spaces in isolates
_FLAG_LINE = re.compile(r"^([ \t]*#,)([^\n]*\n?)", re.MULTILINE)
_FUZZY = re.compile(r"[,\s][ \t]*fuzzy(?=[,\s]|$)")
_PREVIOUS = re.compile(r"^[ \t]*#\|[^\n]*\n?", re.MULTILINE)
_OWN = re.compile(r"^[ \t]*#[ \t]endonym:[^\n]*\n?", re.MULTILINE)
_TRANSLATORS_LINE = re.compile(r"^[ \t]*#(?:[ \t][^\n]*)?\r?\n", re.MULTILINE)


def notes_of(comments: str) -> tuple[str, ...]:
    """The comments for a reader: those of developers, of translators, and the reviewer's own without its mark."""
    if "#" not in comments:
        return ()
    developers = "\n".join(_DEVELOPERS.findall(comments))
    translators, own = parted("\n".join(_TRANSLATORS.findall(comments)))
    return tuple(note for one in (developers, translators, own) if (note := one.strip()))


def places_of(comments: str) -> tuple[str, ...]:
    """The references: `#: src/a.c:12`."""
    if "#:" not in comments:
        return ()
    return tuple(isolated or plain for line in _PLACES.findall(comments) for isolated, plain in _ISOLATED.findall(line))


def flag_edits(catalog: Catalog, message: Message, *, fuzzy: bool) -> Iterator[Edit]:
    """Set or clear the flag; with it go the previous strings that it was there to show, as `msgattrib --clear-fuzzy --clear-previous` does."""
    start, comments = message.start, catalog.comments(message)
    lines = list(_FLAG_LINE.finditer(comments))
    if fuzzy:
        if lines:
            at = start + lines[0].end(1)
            yield Edit(at, at, " fuzzy,")
        else:
            previous = _PREVIOUS.search(comments)
            at = start + previous.start() if previous is not None else message.body
            yield _line_at(catalog, at, "#, fuzzy")
        return
    for line in lines:
        found = _FUZZY.search("," + line[2])
        if found is None:
            continue
        left = ("," + line[2])[: found.start()] + ("," + line[2])[found.end() :]
        if left.strip(", \t\r\n"):
            yield Edit(start + line.end(1) - 1, start + line.end(), left)
        else:
            yield Edit(start + line.start(), start + line.end(), "")
    for line in _PREVIOUS.finditer(comments):
        yield Edit(start + line.start(), start + line.end(), "")


def note_edits(catalog: Catalog, message: Message, note: str) -> Iterator[Edit]:
    """Put the reviewer's comment in the place of the one that stands there, else behind the translators' comments; remove it where it is empty."""
    start, comments = message.start, catalog.comments(message)
    lines = [f"# {line}" for line in own_lines(note)]
    own = list(_OWN.finditer(comments))
    if own:
        ending = line_end(catalog)
        new = "".join(line + ending for line in lines)
        for number, match in enumerate(own):
            replacement = "" if number else new
            if match[0] != replacement:
                yield Edit(start + match.start(), start + match.end(), replacement)
    elif lines:
        last = max((match.end() for match in _TRANSLATORS_LINE.finditer(comments)), default=-1)
        first = comments.find("#")
        at = start + last if last >= 0 else start + first if first >= 0 else message.body
        yield _line_at(catalog, at, *lines)


def _line_at(catalog: Catalog, at: int, *lines: str) -> Edit:
    """New lines before the one that begins here."""
    ending = line_end(catalog)
    before = "" if at == 0 or catalog.text[at - 1] == "\n" else ending
    return Edit(at, at, before + "".join(line + ending for line in lines))


def line_end(catalog: Catalog) -> str:
    """How the catalog's first line ends."""
    at = catalog.text.find("\n")
    return "\r\n" if at > 0 and catalog.text[at - 1] == "\r" else "\n"
