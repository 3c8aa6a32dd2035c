"""The systems there are: found by id, by language, or in a file of the user's.

Owns `System` and `Registry`. A registry keeps what it has compiled, so state lives in an object; `REGISTRY` is the
one instance behind the public functions, and a program that wants another folder makes its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from translit.engine import Engine
from translit.errors import SchemeError, UnknownSystemError
from translit.loading import ALIASES, SCHEMES, load, read_text
from translit.message import Message
from translit.reading import read_head
from translit.scheme import Head, Scheme
from translit.writer import Writer

if TYPE_CHECKING:
    from translit.aliases import Alias
    from translit.knowledge import Knowledge


PACK = "transliterate-"
"""How the ids of systems begin that are language packs of the library *transliterate*."""


class System:
    """One way to write one script in another; its rules are read when they are first needed."""

    def __init__(self, head: Head, load: Callable[[], Scheme], options: tuple[str, ...] = ()) -> None:
        """Take the head, how to get the rest, and the options that always apply."""
        self.head = head
        """What the system says of itself; the fields that follow are its."""
        self.id = head.id
        """In the manner of ISO 24229: bgnpcgn-kaz-Cyrl-Latn-1979."""
        self.title = head.title
        """For people."""
        self.authority = head.authority
        """Who published it, or whose practice it is."""
        self.year = head.year
        """The year of the edition; None for a practice without one."""
        self.languages = head.languages
        """BCP 47 subtags."""
        self.source_script = head.source_script
        """ISO 15924."""
        self.target_script = head.target_script
        """ISO 15924."""
        self.status = head.status
        """official, practice or observed."""
        self.notes = head.notes
        """What the standard leaves open, and what was chosen."""
        self.options = options
        """Options that it was asked for with, by an alias; they come before those of a call."""
        self._load = load
        self._writers: dict[tuple[str, ...], Writer] = {}

    def __repr__(self) -> str:
        return f"System({self.id!r}, options={self.options!r})" if self.options else f"System({self.id!r})"

    @cached_property
    def scheme(self) -> Scheme:
        """The whole system; read on first use, which raises `SchemeError` where the file is at fault."""
        return self._load()

    @cached_property
    def injective(self) -> bool:
        """True where no two words over the alphabet are written alike (letter case aside), so that the original can be told exactly."""
        from translit.injective import is_injective

        return is_injective(self.scheme)

    def engine(self, options: Sequence[str] = ()) -> Engine:
        """The compiled rules under a choice of options."""
        return self.writer(options).engine

    def writer(self, options: Sequence[str] = ()) -> Writer:
        """The same, ready to write texts of any size."""
        chosen = tuple(dict.fromkeys((*self.options, *options))) if self.options else tuple(options)
        found = self._writers.get(chosen)
        if found is None:
            found = self._writers[chosen] = Writer(Engine(self.scheme, chosen))
        return found


class Registry:
    """The systems in a folder, each read when it is first asked for."""

    def __init__(self, folder: Path = SCHEMES, aliases: Path | None = None) -> None:
        """Name the folder, and the file of other names for its systems; nothing is read yet."""
        self._folder = folder
        self._aliases_file = aliases
        self._systems: dict[str, System] = {}
        # The shortest way for the commonest call: an id and no options.
        self._plain: dict[str, Writer] = {}

    @cached_property
    def knowledge(self) -> Knowledge:
        """What `reverse`, `identify` and `spellings` need beyond the rules of one system; read as it is asked for."""
        from translit.knowledge import Knowledge

        return Knowledge(self._folder)

    @cached_property
    def aliases(self) -> dict[str, Alias]:
        """The other names of systems; read when a name is the id of none."""
        from translit.aliases import read_aliases

        return read_aliases(self._aliases_file) if self._aliases_file is not None else {}

    def __iter__(self) -> Iterator[System]:
        """All systems, by id. Reads the heads of the files only."""
        for id in sorted(path.stem for path in self._folder.glob("*.toml")):
            yield self.find(id)

    def find(self, system: System | str | Path) -> System:
        """A system by id or alias, or from a TOML file (a `Path`, or a string that ends in .toml), which is read anew each time.

        Raises:
            UnknownSystemError: where there is no such id; names the nearest.
            SchemeError: where the file cannot be used.
        """
        if isinstance(system, System):
            return system
        if isinstance(system, str) and (found := self._systems.get(system)) is not None:
            return found
        if isinstance(system, Path) or system.endswith(".toml"):
            scheme = load(Path(system), self._folder)
            return System(scheme.head, lambda: scheme)
        found = self._systems[system] = self._from_file(system) or self._from_alias(system) or self._from_pack(system)
        return found

    def packs(self) -> Iterator[System]:
        """The systems of the library *transliterate*, by id; observed practice, and not among those that come with endonym."""
        from translit.packs import pack_heads

        for id in sorted(pack_heads()):
            yield self.find(id)

    def writer(self, system: System | str | Path, options: Sequence[str] = ()) -> Writer:
        """A system ready to write; the same errors as `find`, and `UnknownSystemError` for an option it does not have."""
        if not options and isinstance(system, str) and (plain := self._plain.get(system)) is not None:
            return plain
        found = self.find(system)
        writer = found.writer(options)
        if not options and isinstance(system, str) and self._systems.get(system) is found:
            self._plain[system] = writer
        return writer

    def _from_file(self, id: str) -> System | None:
        """The system of a file in the folder."""
        path = self._folder / f"{id}.toml"
        try:
            if Path(id).name != id or not path.is_file():
                return None
        except OSError:  # a name too long for a file
            return None
        head = read_head(read_text(path))
        if head is None:
            load(path, self._folder)
            raise SchemeError(str(path), None, "its head cannot be read by itself", "keep what describes the system above the first table")
        return System(head, lambda: load(path, self._folder))

    def _from_alias(self, name: str) -> System | None:
        """The system that another name stands for, with the options that it means."""
        alias = self.aliases.get(name)
        if alias is None:
            return None
        found = self.find(alias.id)
        return System(found.head, lambda: found.scheme, alias.options) if alias.options else found

    def _from_pack(self, id: str) -> System:
        """A system of the library *transliterate*; `UnknownSystemError` where there is none of this id."""
        if id.startswith(PACK):
            from translit.packs import pack_head, pack_scheme

            return System(pack_head(id), lambda: pack_scheme(id))
        from difflib import get_close_matches

        near = get_close_matches(id, [*(path.stem for path in self._folder.glob("*.toml")), *self.aliases], 3)
        raise UnknownSystemError(
            Message("there is no system “{id}”", id=id), near, "`endonym systems` lists them; a file of your own ends in .toml"
        )


REGISTRY = Registry(SCHEMES, ALIASES)
"""The systems that come with endonym."""
