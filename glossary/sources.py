"""The glossaries of one run: which files, in which order, and the lexicon of each language they come to.

Owns the key under which a compiled lexicon is kept on disk: every file that went into it. A second run over
the same glossaries parses and compiles nothing. Reading and merging is `Glossary`'s, keeping is `cache`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from glossary.lexicon import Lexicon
    from glossary.termbase_lexicon import TermbaseNames

_DATA = Path(__file__).parent / "data"


class Sources:
    """The built-in glossary, the project's termbase, the user's files: later ones over earlier ones."""

    def __init__(
        self, paths: Iterable[str | Path] = (), *, builtin: bool = True, termbase: str | Path | None = None, cache: Path | None = None
    ) -> None:
        """Take the user's files in their order and a termbase (a path or a URL).

        `cache` is the folder for compiled lexicons, by default the user's cache folder; those of a termbase stand beside it.
        """
        self._paths = tuple(Path(path) for path in paths)
        self._builtin = builtin
        self._termbase = termbase
        self._cache = cache
        self._names: TermbaseNames | None = None
        self._lexicons: dict[str, Lexicon] = {}
        self._content: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The glossaries in their order, as a report names them."""
        termbase = () if self._termbase is None else (_without_password(str(self._termbase)),)
        return (*(("built-in",) if self._builtin else ()), *termbase, *map(str, self._paths))

    @property
    def termbase(self) -> str | Path | None:
        """The termbase among them; None without one."""
        return self._termbase

    def renewed(self, termbase: str | Path | None = None) -> Sources:
        """The same glossaries as they are now, with this termbase where it is named: those already open keep what they had."""
        return Sources(self._paths, builtin=self._builtin, termbase=termbase or self._termbase, cache=self._cache)

    def glossary(self) -> Glossary:
        """All of them in one, read anew.

        Raises:
            GlossaryError: for a file or a termbase that cannot be used.
        """
        from glossary.glossary import Glossary

        whole = self._under()
        if self._termbase is not None:
            from glossary.termbase import Termbase

            with Termbase.open(self._termbase) as base:
                whole = whole | base.glossary()
        return whole | Glossary.load(*self._paths) if self._paths else whole

    def lexicon(self, language: str, text: str = "") -> Lexicon:
        """What this text, or any part of it, is searched with; from the cache where nothing has changed.

        Raises:
            GlossaryError: for a file or a termbase that cannot be used.
        """
        if self._termbase is not None and not self._paths:
            if self._names is None:
                from glossary.termbase_lexicon import TermbaseNames

                self._names = TermbaseNames(self._termbase, under=self._under, under_key=self._fingerprint(), cache=self._cache)
            return self._names.lexicon(language, text)
        found = self._lexicons.get(language)
        if found is None:
            from glossary.cache import load_or_compile
            from glossary.lexicon import Lexicon

            key = f"{language} {self._fingerprint()} {self._version()}"
            found = load_or_compile(key, lambda: Lexicon.compile(self.glossary(), language), self._cache)
            self._lexicons[language] = found
        return found

    def _under(self) -> Glossary:
        """What everything else is laid on."""
        from glossary.glossary import Glossary

        return Glossary.builtin() if self._builtin else Glossary(())

    def _version(self) -> str:
        """What tells the content of the termbase from any other; empty without one."""
        if self._termbase is None:
            return ""
        from glossary.termbase_lexicon import fingerprint

        return fingerprint(self._termbase)

    def _fingerprint(self) -> str:
        """For every file its name, size, time and CRC-32; one that cannot be read counts as empty, for reading it will say so.

        Not SHA-256, whose library costs a fifth of a start: who would pass one glossary off as another can change either.
        """
        if self._content is None:
            parts: list[str] = []
            for file in (*(sorted(_DATA.glob("*.toml")) if self._builtin else ()), *self._paths):
                try:
                    content, time = file.read_bytes(), file.stat().st_mtime_ns
                except OSError:
                    content, time = b"", 0
                parts.append(f"{file.name!r} {len(content)} {time} {crc32(content):08x}")
            self._content = " ".join(parts)
        return self._content


def _without_password(where: str) -> str:
    """A URL as it may be shown."""
    scheme, sign, rest = where.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}{sign}{user.partition(':')[0]}{at}{host}" if sign else where
