"""Where a project's termbase is, and what it costs nothing to know of it: no database library is imported here."""

from __future__ import annotations

import os
import re
from pathlib import Path

SCHEMA = 1
"""Raise it when the tables change; a termbase of a higher number is refused."""
HOME, NAME = ".endonym", "termbase.db"
_URL = r"[a-z][a-z0-9+]*://"


def is_url(where: str | Path) -> bool:
    """True for the URL of a database, false for a path."""
    return isinstance(where, str) and re.match(_URL, where, re.IGNORECASE) is not None


def project_termbase(folder: Path) -> Path:
    """The termbase of the nearest folder, from `folder` upwards, that has `.endonym`; else of `folder` itself, where it may yet be made."""
    here = folder.absolute()
    home = next((one for one in (here, *here.parents) if (one / HOME).is_dir()), here)
    return home / HOME / NAME


def default_author() -> str:
    """Who changes a termbase where nobody is named: ENDONYM_AUTHOR, else the name of the account; empty where it has none."""
    author = os.environ.get("ENDONYM_AUTHOR", "").strip()
    if author:
        return author
    import getpass  # with the terminal's library, which a call that changes nothing does not need

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def make_home(folder: Path) -> None:
    """The folder of a new termbase; a new `.endonym` is kept out of git, for exports belong there."""
    new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    if new and folder.name == ".endonym":
        (folder / ".gitignore").write_text("*\n", "utf-8")
