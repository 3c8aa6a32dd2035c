"""Two small translations to try the review on: English into Russian as a gettext catalog, English into Kazakh as XLIFF, with slips on purpose.

Owns where they are and how they are put where a reader may write; every sentence was written for this project.
"""

from __future__ import annotations

from pathlib import Path

NAMES = ("oil-towns.ru.po", "oil-towns.kk.xlf")
"""The files; the first is the one to begin with."""


def put(folder: Path) -> Path:
    """Put the samples into a folder, leave those that are there as they are, and give the path of the first.

    Raises:
        DocumentError: where they cannot be written there.
    """
    from importlib.resources import files

    from passages.errors import DocumentError
    from passages.writing import write_atomically

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocumentError.from_os(folder, error, "write") from error
    for name in NAMES:
        if not (folder / name).exists():
            write_atomically(folder / name, (files("passages.samples") / name).read_bytes())
    return folder / NAMES[0]
