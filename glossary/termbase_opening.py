"""Where a termbase is and how it is opened: the file or server that a user names, made if need be, read where it cannot be written.

Owns the words for a place that is wrong; what is wrong inside a database `termbase_schema` and `termbase_errors` say.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from glossary.errors import GlossaryError
from glossary.termbase_errors import no_database
from glossary.termbase_place import is_url, make_home
from glossary.termbase_schema import open_engine, sqlite_url
from translit.message import Message, system_says


def opened(where: str | Path, *, create: bool) -> tuple[Engine, str]:
    """The engine of a termbase, by its path or the URL of a database, and its name for the user, without a password.

    Raises:
        GlossaryError: as `Termbase.open` does.
    """
    if is_url(where):
        with no_database("the termbase"):
            url = make_url(str(where))
        if url.get_backend_name() != "sqlite":
            shown = url.render_as_string(hide_password=True)
            return open_engine(url, shown, create=create), shown
        where = url.database or ""
    path = Path(where)
    try:
        exists = path.exists()
        if create and not exists:
            make_home(path.parent)
    except OSError as error:
        raise GlossaryError(
            str(path), None, Message("cannot be opened: {why}", why=system_says(error)), "check the path and its permissions"
        ) from error
    if not exists and not create:
        raise GlossaryError(str(path), None, "there is no such termbase", "check the path; `endonym glossary import` makes one")
    if path.is_dir():
        raise GlossaryError(str(path), None, "is a folder, not a termbase", "name the file in it: termbase.db")
    try:
        return open_engine(sqlite_url(path, create=create), str(path), create=create), str(path)
    except GlossaryError as error:
        # A reader too makes a note beside the file; where it cannot, and nobody else's is there, the file is as it will stay.
        unwritten = path.with_name(path.name + "-wal")
        if not exists or "cannot be" not in error.problem or unwritten.exists():
            raise
        return open_engine(sqlite_url(path, create=False, immutable=True), str(path), create=False), str(path)
