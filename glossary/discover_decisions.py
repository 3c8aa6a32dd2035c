"""What a reviewer has decided about spellings, and where that is kept: same, not same, no name.

A small table (TSV, UTF-8) beside the work, `.endonym/decisions.tsv`, a decision a line, to be read and mended by hand. Later runs obey it:
spellings that are the same are joined whatever their letters, those that are not are never joined, what is no name is passed over. The last
line about two spellings stands. Owns the file's shape; whoever decides calls `with_`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from glossary.errors import GlossaryError
from translit.message import Message
from translit.values import value

NAME = "decisions.tsv"
_HEADER = ("decision", "spelling", "other")


class Verdict(StrEnum):
    """What is said of one or two spellings."""

    SAME = "same"
    """Both are one name."""
    NOT_SAME = "not same"
    """They are two names."""
    NO_NAME = "no name"
    """The spelling is no name at all."""


@value
class Decision:
    """One verdict."""

    verdict: Verdict
    """What is said."""
    spelling: str
    """Of which spelling, NFC."""
    other: str = ""
    """And of which other; empty for *no name*."""


@value
class Decisions:
    """What has been decided, each pair once."""

    all: tuple[Decision, ...] = ()
    """In the order they were made."""

    def with_(self, more: Iterable[Decision]) -> Decisions:
        """These and more; a later one takes the place of an earlier one about the same spellings."""
        kept: dict[tuple[str, ...], Decision] = {}
        for one in (*self.all, *map(_clean, more)):
            key = tuple(sorted(filter(None, (one.spelling, one.other))))
            kept.pop(key, None)
            kept[key] = one
        return Decisions(tuple(kept.values()))

    def pairs(self, verdict: Verdict) -> list[tuple[str, str]]:
        """The pairs of spellings with one verdict."""
        return [(one.spelling, one.other) for one in self.all if one.verdict is verdict and one.other]

    @property
    def no_names(self) -> frozenset[str]:
        """The spellings that are no names."""
        return frozenset(one.spelling for one in self.all if one.verdict is Verdict.NO_NAME)


def read(path: Path) -> Decisions:
    """The decisions in a file; none where there is no such file.

    Raises:
        GlossaryError: naming file, line and remedy.
    """
    from glossary.reading import Place, read_bytes
    from glossary.table_text import decode

    if not path.exists():
        return Decisions()
    place = Place(str(path))
    found: list[Decision] = []
    for number, line in enumerate(decode(read_bytes(path), place).splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or (number == 1 and cells[0] == _HEADER[0]):
            continue
        found.append(_decision(cells, place.at(number).source, number))
    return Decisions().with_(found)


def write(path: Path, decisions: Decisions) -> None:
    """Keep the decisions in a file, whole or not at all.

    Raises:
        GlossaryError: where the file cannot be written.
    """
    from glossary.exchange.saving import save

    make_folder(path)
    lines = ["\t".join(_HEADER), *(f"{one.verdict}\t{one.spelling}\t{one.other}".rstrip("\t") for one in decisions.all)]
    save(path, "".join(f"{line}\n" for line in lines).encode())


def make_folder(path: Path) -> None:
    """Make the folder of a file of decisions where there is none.

    Raises:
        GlossaryError: where it cannot be made.
    """
    from glossary.termbase_place import make_home

    try:
        make_home(path.parent)
    except OSError as error:
        raise GlossaryError(str(path), None, Message("its folder cannot be made"), Message("see that you may write there")) from error


def project_decisions(folder: Path) -> Path:
    """Where the decisions of the project around a folder are kept: beside its termbase."""
    from glossary.termbase_place import project_termbase

    return project_termbase(folder).with_name(NAME)


def _decision(cells: list[str], source: str, line: int) -> Decision:
    verdict = next((one for one in Verdict if one == cells[0].casefold()), None)
    if verdict is None:
        problem = Message("“{word}” is no decision", word=cells[0])
        raise GlossaryError(source, line, problem, Message("write same, not same or no name"))
    wanted = 1 if verdict is Verdict.NO_NAME else 2
    spellings = [cell for cell in cells[1:3] if cell]
    if len(spellings) < wanted:
        raise GlossaryError(
            source, line, Message("a spelling is missing"), Message("write the spellings behind the decision, separated by tabs")
        )
    return Decision(verdict, *spellings[:wanted])


def _clean(decision: Decision) -> Decision:
    return Decision(
        decision.verdict, *(unicodedata.normalize("NFC", " ".join(text.split())) for text in (decision.spelling, decision.other))
    )
