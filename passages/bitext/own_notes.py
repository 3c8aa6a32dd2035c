"""The reviewer's comment among the comments of a file that has no place of its own for it: lines that begin with `endonym: `."""

from __future__ import annotations

from collections.abc import Iterator

MARK = "endonym: "
"""What such a line begins with; other programs show it to the next reader as it is."""


def own_lines(note: str) -> Iterator[str]:
    """A comment as the lines of a file; none for an empty one."""
    if note.strip():
        yield from ((MARK + line).rstrip() for line in note.strip("\n").splitlines())


def parted(text: str) -> tuple[str, str]:
    """The comments of others in a text, and the reviewer's own without its marks."""
    others: list[str] = []
    own: list[str] = []
    for line in text.split("\n"):
        if line == MARK.rstrip() or line.startswith(MARK):
            own.append(line[len(MARK) :])
        else:
            others.append(line)
    return "\n".join(others), "\n".join(own)


def with_note(text: str, note: str) -> str:
    """The text with another comment of the reviewer's at its end; with none for an empty one."""
    others, _ = parted(text)
    return "\n".join((*((others,) if others else ()), *own_lines(note)))
