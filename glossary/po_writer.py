"""Writes messages as PO text, for the catalogs that endonym makes itself; nobody's own file is written with it.

A string stands on one line, or on one line for each of its own; no line is ever wrapped, so that a changed string is a changed line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glossary.po_escapes import escaped


def string_lines(keyword: str, said: str) -> Iterator[str]:
    """A keyword and its string: `msgid "Aktau"`."""
    lines = said.splitlines(keepends=True) if "\n" in said[:-1] else []
    if len(lines) < 2:
        yield f'{keyword} "{escaped(said)}"'
        return
    yield f'{keyword} ""'
    yield from (f'"{escaped(line)}"' for line in lines)


def message(id: str, strings: Sequence[str], *, context: str | None = None, plural: str | None = None, comments: Iterable[str] = ()) -> str:
    """A message as its lines, the last with its line end; `comments` are whole lines (`#. …`), `strings` one, or those of the plural."""
    lines = list(comments)
    if context is not None:
        lines += string_lines("msgctxt", context)
    lines += string_lines("msgid", id)
    if plural is None:
        lines += string_lines("msgstr", strings[0])
    else:
        lines += string_lines("msgid_plural", plural)
        lines += (line for number, said in enumerate(strings) for line in string_lines(f"msgstr[{number}]", said))
    return "\n".join(lines) + "\n"


def comment_lines(mark: str, said: str) -> Iterator[str]:
    """A text as comments: `# …`, `#. …`."""
    yield from (f"{mark} {line}".rstrip() for line in said.splitlines())


def header(fields: Iterable[tuple[str, str]], comments: Iterable[str] = ()) -> str:
    """The header message with these fields, in their order."""
    return message("", ["".join(f"{name}: {said}\n" for name, said in fields)], comments=comments)
