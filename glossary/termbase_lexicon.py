"""The compiled names of a termbase, kept beside it: what a text is searched with, without opening the database's library.

Owns the key of a compiled file: the termbase's content (its identity and its version), what is laid under it, and the language. A file
of another content is never asked; a damaged one is made anew. Where nothing can be kept, the names are compiled for this one run.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import adler32, crc32

from glossary.large import LargeLexicon, write_large
from glossary.termbase_place import SCHEMA, is_url

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from glossary.lexicon import Lexicon

WHOLE = 20_000
"""Spellings up to which the whole lexicon is read for a text: that costs as little, and knows what look-alikes are looked for."""
_SUFFIX = ".names"
_KEPT = 8  # compiled files: a few languages, of this content and the last


class TermbaseNames:
    """The names of a termbase as a text asks for them."""

    def __init__(
        self,
        where: str | Path,
        *,
        under: Callable[[], Glossary] | None = None,
        under_key: str = "",
        cache: Path | None = None,
        whole: int = WHOLE,
    ) -> None:
        """Take the termbase (a path or a URL), and the glossary on which it is laid, if any, with a key that tells its content.

        `cache` is the folder for compiled files: by default `compiled` beside a termbase that is a file, else the user's cache folder.
        A termbase of at most `whole` spellings is read as one lexicon, whatever the text.
        """
        self._where = where
        self._under, self._under_key = under, under_key
        self._cache = cache
        self._whole = whole
        self._small: dict[str, Lexicon] = {}
        self._open: dict[str, LargeLexicon] = {}

    def lexicon(self, language: str, text: str) -> Lexicon:
        """The lexicon that finds in this text, or in any part of it, what the whole termbase would.

        Raises:
            GlossaryError: for a termbase that cannot be used.
        """
        if language in self._small:
            return self._small[language]
        found = self._open.get(language)
        if found is None:
            content, spellings = state(self._where)
            if spellings <= self._whole:
                from glossary.cache import load_or_compile
                from glossary.lexicon import Lexicon

                key = f"termbase {language} {self._under_key} {content}"
                small = self._small[language] = load_or_compile(key, lambda: Lexicon.compile(self._glossary(), language), self._folder())
                return small
            found = self._open[language] = self._compiled(language, trust=True)
        try:
            return found.for_text(text)
        except ValueError:
            # Damaged where nobody has looked before.
            found.close()
            found = self._open[language] = self._compiled(language, trust=False)
            return found.for_text(text)

    def close(self) -> None:
        """Let go of the compiled files."""
        for each in self._open.values():
            each.close()
        self._open.clear()

    def _compiled(self, language: str, *, trust: bool) -> LargeLexicon:
        key = f"{language} {self._under_key} {fingerprint(self._where)}"
        name = key.encode()
        # Not a cryptographic hash, whose library costs a fifth of a start: the file knows its whole key.
        path = self._folder() / f"{crc32(name):08x}{adler32(name):08x}{_SUFFIX}"
        if trust:
            with suppress(OSError, ValueError):
                found = LargeLexicon.open(path)
                if found.key == key:
                    with suppress(OSError):
                        os.utime(path)
                    return found
                found.close()
        glossary = self._glossary()
        with suppress(OSError):
            _keep(glossary, language, path, key)
            return LargeLexicon.open(path)
        whole = BytesIO()
        write_large(glossary, language, whole, key)
        return LargeLexicon(whole.getvalue())

    def _glossary(self) -> Glossary:
        from glossary.termbase import Termbase

        with Termbase.open(self._where) as termbase:
            own = termbase.glossary()
        return own if self._under is None else self._under() | own

    def _folder(self) -> Path:
        if self._cache is not None:
            return self._cache
        if not is_url(self._where):
            return Path(self._where).parent / "compiled"
        from platformdirs import user_cache_path

        return user_cache_path("endonym", appauthor=False)


def fingerprint(where: str | Path) -> str:
    """`Termbase.fingerprint` of a termbase that is not open. Raises as `state` does."""
    return state(where)[0]


def state(where: str | Path) -> tuple[str, int]:
    """The fingerprint of a termbase that is not open, and a number that its spellings do not exceed; of a file by SQLite alone.

    Raises:
        GlossaryError: for a termbase that cannot be used.
    """
    if not is_url(where):
        import sqlite3

        # Whatever is the matter with a file, opening it properly finds the words for it.
        with (
            suppress(sqlite3.Error, ValueError, TypeError),
            closing(sqlite3.connect(f"{Path(where).resolve().as_uri()}?mode=ro", uri=True)) as file,
        ):
            schema = file.execute("SELECT value FROM about WHERE name = 'schema'").fetchone()
            question = "SELECT (SELECT value FROM about WHERE name = 'identity'), (SELECT coalesce(max(id), 0) FROM change), (SELECT coalesce(max(number), 0) FROM term)"
            identity, version, spellings = file.execute(question).fetchone()
            if schema == (str(SCHEMA),):
                return f"{identity} {version}", spellings
    from glossary.termbase import Termbase

    with Termbase.open(where) as termbase:
        return termbase.state()


def _keep(glossary: Glossary, language: str, path: Path, key: str) -> None:
    """Write whole or not at all, and forget the files that were not used for the longest time."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            write_large(glossary, language, file, key)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    kept = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        with suppress(OSError):
            old.unlink()
