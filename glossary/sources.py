"""The glossaries of one run: which files, in which order, and the lexicon of each language they come to.

Owns the key under which a compiled lexicon is kept on disk: the bytes of every file that went into it. A second run over
the same glossaries parses and compiles nothing. Reading and merging is `Glossary`'s, keeping is `cache`'s.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from glossary.lexicon import Lexicon

_DATA = Path(__file__).parent / "data"


class Sources:
    """The built-in glossary and the user's own, later ones over earlier ones."""

    def __init__(self, paths: Iterable[str | Path] = (), *, builtin: bool = True, cache: Path | None = None) -> None:
        """Take the user's files in their order; `cache` is the folder for compiled lexicons, by default the user's cache folder."""
        self._paths = tuple(Path(path) for path in paths)
        self._builtin = builtin
        self._cache = cache
        self._lexicons: dict[str, Lexicon] = {}
        self._content: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The glossaries in their order, as a report names them."""
        return (*(("built-in",) if self._builtin else ()), *map(str, self._paths))

    def glossary(self) -> Glossary:
        """All of them in one, read anew.

        Raises:
            GlossaryError: for a file that cannot be used.
        """
        from glossary.glossary import Glossary

        own = Glossary.load(*self._paths) if self._paths else Glossary(())
        return Glossary.builtin() | own if self._builtin else own

    def lexicon(self, language: str) -> Lexicon:
        """What a text in this language is searched with; from the cache where nothing has changed.

        Raises:
            GlossaryError: for a file that cannot be used.
        """
        found = self._lexicons.get(language)
        if found is None:
            from glossary.cache import load_or_compile
            from glossary.lexicon import Lexicon

            key = f"{language} {self._fingerprint()}"
            found = load_or_compile(key, lambda: Lexicon.compile(self.glossary(), language), self._cache)
            self._lexicons[language] = found
        return found

    def _fingerprint(self) -> str:
        """SHA-256 over the bytes of every file, in hexadecimal; a file that cannot be read counts as empty, for reading it will say so."""
        if self._content is None:
            digest = hashlib.sha256()
            for file in (*(sorted(_DATA.glob("*.toml")) if self._builtin else ()), *self._paths):
                try:
                    content = file.read_bytes()
                except OSError:
                    content = b""
                digest.update(f"{file.name} {len(content)} ".encode())
                digest.update(content)
            self._content = digest.hexdigest()
        return self._content
