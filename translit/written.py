"""Which systems write a native name just as it is spelled, and which come near, with the letters that differ.

Owns `identify` where the native name is given. The tables rule out most systems before their files are read; the engines decide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from math import exp

from translit import folding
from translit.candidates import Candidate
from translit.knowledge import main_script
from translit.message import Message
from translit.practices import weigh
from translit.registry import Registry, System
from translit.tables import Table

_NEAR = 3
"""A system comes near with one edit for every so many letters."""


def with_native(spelling: str, native: str, tables: list[Table], n: int, registry: Registry) -> list[Candidate]:
    """The systems that write a native name just as it is spelled, and those that come near."""
    known = registry.knowledge
    source = main_script(native)
    wanted = unicodedata.normalize("NFC", spelling)
    folded, name = folding.read(wanted), folding.read(native)
    letters = {character for character in name if character.isalpha()}
    exact: list[tuple[float, Candidate]] = []
    near: list[tuple[float, Candidate]] = []
    for table in tables:
        if table.source_script != source:
            continue
        outputs = known.outputs(table)
        if not all(letter in outputs or _base(letter) in outputs for letter in letters):
            continue
        if _distance(name, folded, outputs) > max(2, len(folded) // _NEAR):
            continue
        own = known.home(table)
        # Half the logarithm, as where no name is given: counts of unlike numbers of names put likelihoods too far apart.
        letters_score = known.statistics(own, table.source_script).letters.word(name)
        usual = weigh(table, known.shares(own, table.source_script)) * exp(letters_score / 2)
        found = _closest(native, wanted, registry.find(table.id))
        rank = exact if found.score == 1.0 else near
        rank.append((usual, found))
    exact.sort(key=lambda row: (-row[0], row[1].system or ""))
    near.sort(key=lambda row: (-row[1].score, -row[0], row[1].system or ""))
    return [candidate for _, candidate in (*exact, *near[:n])]


def _base(letter: str) -> str:
    """A letter without its marks."""
    return unicodedata.normalize("NFD", letter)[0]


def _closest(native: str, wanted: str, system: System) -> Candidate:
    """How near a system comes, with the option that brings it nearest."""
    best: Candidate | None = None
    for options in ((), *((option,) for option in system.scheme.options)):
        written = system.writer(options).convert(native)
        by = (Message("option {option}", option=options[0]),) if options else ()
        if written == wanted:
            return Candidate(native, 1.0, system.id, (system.title, *by, Message("writes just this")))
        if folding.read(written) == folding.read(wanted):
            said = Message("writes {written}: the same but for capitals and signs", written=written)
            found = Candidate(native, 0.99, system.id, (system.title, *by, said))
        else:
            ratio = SequenceMatcher(None, written, wanted, autojunk=False).ratio()
            found = Candidate(
                native,
                round(min(ratio, 0.98), 4),
                system.id,
                (system.title, *by, Message("writes {written}", written=written), *_differences(written, wanted)),
            )
        if best is None or found.score > best.score:
            best = found
    assert best is not None
    return best


def _differences(written: str, wanted: str) -> Iterator[str]:
    """The letters that differ."""
    for kind, a, b, c, d in SequenceMatcher(None, written, wanted, autojunk=False).get_opcodes():
        if kind != "equal":
            nothing = Message("nothing")
            yield Message("{theirs} there, {ours} here", theirs=written[a:b] or nothing, ours=wanted[c:d] or nothing)


def _distance(name: str, spelling: str, outputs: Mapping[str, tuple[str, ...]]) -> int:
    """The fewest edits between a spelling and anything the outputs of a system could make of a name, contexts left aside."""
    longest = max(map(len, outputs), default=1)
    rows: list[list[int] | None] = [None] * (len(name) + 1)
    rows[0] = list(range(len(spelling) + 1))
    for place in range(len(name)):
        here = rows[place]
        if here is None:
            continue
        for size in range(1, min(longest, len(name) - place) + 1):
            key = name[place : place + size]
            written = outputs.get(key, ())
            if size == 1 and not written:
                # What a system does not read by itself is kept (a space), dropped (a sign), or read without its mark (stress).
                written = (key, "", *outputs.get(_base(key), ()))
            for output in written:
                row = _edited(here, output, spelling)
                there = rows[place + size]
                rows[place + size] = row if there is None else [min(pair) for pair in zip(there, row, strict=True)]
    last = rows[-1]
    return last[-1] if last is not None else len(spelling)


def _edited(row: list[int], output: str, spelling: str) -> list[int]:
    """A row of the Levenshtein table, some characters further down."""
    for character in output:
        following = [row[0] + 1]
        for place, other in enumerate(spelling):
            following.append(min(row[place] + (character != other), row[place + 1] + 1, following[place] + 1))
        row = following
    return row
