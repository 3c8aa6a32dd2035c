"""What several commands ask for alike: the options that name glossaries and documents, and what is refused before a file is read.

Owns the words of these options, so that `--termbase` means the same everywhere; what is done with the answers is each command's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from endonym_speech import speech

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
"""Settings of every command: `-h` helps as `--help` does, and help is at most 100 cells wide."""

Decorated = Callable[..., Any]


def names_from(command: Decorated) -> Decorated:
    """The options that say where names come from: `glossaries`, `no_builtin`, `termbase`, `no_termbase`."""
    for option in reversed((
        click.option("-g", "--glossary", "glossaries", metavar="FILE", multiple=True, help="A glossary of your own; again for more, later ones win."),
        click.option("--no-builtin", is_flag=True, help="Use only the glossaries named with --glossary."),
        click.option("--termbase", metavar="PATH|URL", envvar="ENDONYM_TERMBASE", help="The termbase; the project's own, if it has one, where not given."),
        click.option("--no-termbase", is_flag=True, help="Leave the project's termbase aside."),
    )):  # fmt: skip
        command = option(command)
    return command


def documents_from(command: Decorated) -> Decorated:
    """The options that say which documents are read and how: `encoding`, `include`, `exclude`, and `verbose` for those passed over."""
    for option in reversed((
        click.option("--encoding", metavar="NAME", help="Encoding of the documents; recognised where not given."),
        click.option("--include", metavar="GLOB", multiple=True, help="In folders, take only files like this; again for more."),
        click.option("--exclude", metavar="GLOB", multiple=True, help="In folders, leave out files like this; again for more."),
        click.option("-v", "--verbose", is_flag=True, help="Name every file that was passed over."),
    )):  # fmt: skip
        command = option(command)
    return command


def project_termbase(*, create: bool = False) -> str | None:
    """The termbase of the project that the working directory is in, if it has one or, with `create`, is to have one."""
    from pathlib import Path

    from glossary.termbase_place import project_termbase as place_of

    place = place_of(Path.cwd())
    return str(place) if create or place.is_file() else None


def check_encoding(name: str | None) -> None:
    """Refuse an encoding that Python does not know.

    Raises:
        click.UsageError: for such a name.
    """
    import codecs

    try:
        codecs.lookup(name or "utf-8")
    except LookupError as error:
        problem = speech().text("--encoding: {name!r} is no encoding; common ones are utf-8, utf-16, windows-1251, koi8-r", name=name)
        raise click.UsageError(problem) from error


def keep_documents(output: str | None, read: Sequence[str]) -> None:
    """Refuse to write over one of the documents that were read.

    Raises:
        click.UsageError: where `output` is one of them.
    """
    from pathlib import Path

    if output is not None and Path(output).exists() and any(Path(output).samefile(path) for path in read):
        raise click.UsageError(speech().text("{path} is one of the documents; name another file", path=output))
