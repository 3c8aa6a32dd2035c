"""What the questions about a spelling need beyond the rules of one system, each part read when it is first asked for.

Owns the state: a registry holds one instance, and nothing is kept in modules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from translit import folding
from translit.lattice import Reader
from translit.practices import invert, invert_one, with_options
from translit.scheme import Scheme
from translit.scripts import is_letter, script_of
from translit.statistics import Statistics, read
from translit.tables import DATA, Outputs, Table, Tables, table_of

if TYPE_CHECKING:
    from translit.registry import Registry, System

RUSSIAN = "ru"
"""The language by way of which names of its neighbours came into Latin script."""


class Knowledge:
    """Tables of all systems, letter statistics, and the inverses made of them."""

    def __init__(self, schemes: Path) -> None:
        """Name the folder of the systems; nothing is read yet."""
        self._tables = Tables(schemes)
        self._statistics: dict[tuple[str, str], Statistics] = {}
        self._pieces: dict[tuple[str, bool], Mapping[str, list[str]]] = {}
        self._readable: dict[str, Outputs] = {}
        self._outputs: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        self._readers: dict[tuple[str, str, str], Reader] = {}

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every system's table, by id."""
        return self._tables.all

    @cached_property
    def _usages(self) -> Registry:
        """The Russian adaptations as systems."""
        from translit.registry import Registry

        return Registry(DATA / "adaptations")

    def adaptation(self, id: str) -> System:
        """One of them."""
        return self._usages.find(id)

    @cached_property
    def adaptations(self) -> tuple[Table, ...]:
        """How names of other languages are written in Russian, by id; the first of a language is the one of today."""
        return tuple(table_of(system.scheme) for system in self._usages)

    def pieces(self, table: Table, *, bare: bool = False) -> Mapping[str, list[str]]:
        """For each piece that a system writes, options and all, the keys it may stand for; with `bare`, of the pieces without their marks.

        Pieces are in lower case, with signs read as one.
        """
        key = table.id, bare
        if key not in self._pieces:
            found: dict[str, list[str]] = defaultdict(list)
            for letters, outputs in with_options(table).items():
                for output in outputs:
                    piece = self._plain(output) if bare else self._read(output)
                    if letters not in found[piece]:
                        found[piece].append(letters)
            self._pieces[key] = found
        return self._pieces[key]

    def outputs(self, table: Table) -> Outputs:
        """What keys can become, options and all, both in lower case and with signs read as one; the letters of longer keys are among them."""
        if table.id not in self._readable:
            found: Outputs = {}
            for key, outputs in with_options(table).items():
                read = self._read(key)
                found[read] = tuple(dict.fromkeys((*found.get(read, ()), *map(self._read, outputs))))
            for letter in {letter for key in found for letter in key}:
                found.setdefault(letter, ())
            self._readable[table.id] = found
        return self._readable[table.id]

    def _read(self, output: str) -> str:
        """An output as spellings are compared; kept, for systems share most of theirs."""
        found = self._outputs.get(output)
        if found is None:
            found = self._outputs[output] = folding.read(output)
        return found

    def _plain(self, output: str) -> str:
        """The same without marks."""
        found = self._bare.get(output)
        if found is None:
            found = self._bare[output] = folding.plain(self._read(output))
        return found

    def statistics(self, language: str, script: str) -> Statistics:
        """What was counted in the names of a language."""
        key = language, script
        if key not in self._statistics:
            base = self.statistics(RUSSIAN, "Cyrl").letters if script == "Cyrl" and language != RUSSIAN else None
            self._statistics[key] = read(language, script, base)
        return self._statistics[key]

    def shares(self, language: str, script: str) -> Mapping[str, float]:
        """How usual the systems of a language were found to be; those for Russian where nothing was counted."""
        return self.statistics(language, script).systems or self.statistics(RUSSIAN, "Cyrl").systems

    def reader(self, language: str, native: str, script: str) -> Reader:
        """Reads spellings in `script` as names of a language written in `native`."""
        key = language, native, script
        if key not in self._readers:
            own = [t for t in self.tables if language in t.languages and (t.source_script, t.target_script) == (native, script)]
            adaptations = [a for a in self.adaptations if language in a.languages and a.source_script == native]
            russian = [t for t in self.tables if RUSSIAN in t.languages and (t.source_script, t.target_script) == ("Cyrl", script)]
            ways = [(adaptation, table) for adaptation in adaptations for table in russian]
            statistics = self.statistics(language, native)
            self._readers[key] = Reader(invert(own, ways, statistics, self.statistics(RUSSIAN, "Cyrl")), statistics.letters)
        return self._readers[key]

    def reader_of(self, scheme: Scheme, language: str) -> Reader:
        """Reads spellings of one system only; made anew each time."""
        table = table_of(scheme)
        return Reader(invert_one(table, frozenset("".join(scheme.alphabet))), self.statistics(language, table.source_script).letters)

    def home(self, table: Table) -> str:
        """The language a system is weighed by: of several the one with names to compare with, the first of these."""
        if len(table.languages) == 1:
            return table.languages[0]
        return next(
            (language for language in table.languages if self.statistics(language, table.source_script).letters.alphabet),
            table.languages[0],
        )

    def native_script(self, language: str, script: str) -> str | None:
        """The script most systems of a language read, among those that write `script`; None where there is no such system."""
        counts = Counter(t.source_script for t in self.tables if language in t.languages and t.target_script == script)
        return counts.most_common(1)[0][0] if counts else None


def main_script(text: str) -> str | None:
    """The script of most letters of a text; None for a text without letters of a known script."""
    counts = Counter(script for character in text if is_letter(character) and (script := script_of(character)) is not None)
    return counts.most_common(1)[0][0] if counts else None
