"""The ways in which names of one language come into another script: its systems, the same without marks, and those of Russian.

Owns what a practice is, how usual each is taken to be, and the inverse of all of them together: which native letters a piece of a
spelling may stand for, by which practices, how likely. Contexts are left aside here; who uses an inverse checks its
answers with the engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from math import exp, log

from translit import folding
from translit.message import Message
from translit.statistics import Statistics
from translit.tables import Outputs, Table

FORMS = {"": 1.0, "plain": 0.5, "digraphs": 0.05}
"""How a spelling is typed: as the system says, without marks, with ae, oe and ue for ä, ö and ü; and how usual each is beside the first.
A judgement: newspapers seldom have the marks, German ones have digraphs."""

VIA_RUSSIAN = 0.5
"""How usual it is that a name of another language is written by way of Russian, beside its own systems. A judgement."""

_FLOOR = 0.002
"""The share of a system nobody was seen to use."""
_OFFICIAL = 0.02
"""The share of an official system of an authority nobody counted."""
_PRESS = 0.15
"""The share of a press practice, which no count tells from the systems it is made of."""
_FOREIGN_PRESS = 0.04
"""The same of other languages than English (their ids end in a language: press-kaz-Cyrl-Latn-deu)."""
_RAREST = 7.5
"""A piece that no practice knows, and that stands for a key more seldom than this (a negative logarithm: 1 in 1,800), is left out."""
_SILENT = 4.5
"""The same for letters that are not written (1 in 90): every reading could have them anywhere."""
_OPTIONAL = 0.1
"""Where the system is known: how likely one of its options was taken."""
_UNCLAIMED = 1e-6
"""The same for a letter outside its alphabet, which it reads all the same."""
_TRUST = 30.0
"""How many counted letters weigh as much as what the systems say of one."""


@dataclass(frozen=True, slots=True)
class Practice:
    """One way from a name to a spelling."""

    system: str
    """The id of the system."""
    title: str
    """Its title."""
    form: str
    """A key of `FORMS`."""
    via: str | None
    """The id of the Russian adaptation the name goes through first."""
    weight: float
    """How usual, among the practices for one language together 1."""

    @property
    def label(self) -> str:
        """For people."""
        return Message("{title}{way}{form}", title=self.title, way=_BY_RUSSIAN if self.via else "", form=_IN_FORM[self.form])


_BY_RUSSIAN = Message(", by way of Russian")
_IN_FORM = {"": "", "plain": Message(", without marks"), "digraphs": Message(", with digraphs for ä, ö, ü")}


@dataclass(frozen=True, slots=True)
class Arc:
    """One native key that a piece of a spelling may stand for."""

    key: str
    """Native letters in lower case; empty for a piece that stands for none."""
    cost: float
    """The negative logarithm of how often the key is written so, by whatever practice."""
    practices: int
    """The practices that write it so, as bits: bit n for the nth of the inverse."""


@dataclass(frozen=True, slots=True)
class Inverse:
    """Everything the pieces of a spelling may stand for."""

    practices: tuple[Practice, ...]
    """In the order of the bits."""
    arcs: Mapping[str, tuple[Arc, ...]]
    """For each piece of a spelling (lower case, signs read as one) what it may stand for; the empty piece for letters that are not written."""
    longest: int
    """Code points of the longest piece."""
    dotted_i: bool
    """True where the native Latin i has the capital İ."""
    lenient: bool
    """True where a spelling may hold a sign that stands for nothing, though some practice writes it."""


def weigh(table: Table, shares: Mapping[str, float]) -> float:
    """How usual a system is: its counted share, else what its authority's other systems have on average, else a floor."""
    if table.id in shares:
        return max(_FLOOR, shares[table.id])
    authority = table.id.split("-", 1)[0]
    if authority == "press":
        return _PRESS if table.id.count("-") == 3 else _FOREIGN_PRESS
    others = [share for id, share in shares.items() if id.split("-", 1)[0] == authority]
    if others:
        return max(_FLOOR, sum(others) / len(others))
    return _OFFICIAL if table.status == "official" else _FLOOR


def forms_of(outputs: Outputs) -> Iterable[tuple[str, dict[str, set[str]]]]:
    """The outputs as they are, and in every other form in which they differ; pieces in lower case, signs read as one."""
    exact = {key: {folding.read(output) for output in found} for key, found in outputs.items()}
    yield "", exact
    for form, change in (("plain", folding.plain), ("digraphs", folding.digraphs)):
        changed = {key: {change(output) for output in found} for key, found in exact.items()}
        if changed != exact:
            yield form, changed


def through(adaptation: Outputs, russian: Outputs, letters: Iterable[str]) -> Outputs:
    """What native letters become by way of Russian: the outputs for what each is in Russian, joined where that is several letters."""
    found: Outputs = {key: outputs for key, outputs in russian.items() if len(key) > 1 and not any(c in adaptation for c in key)}
    for letter in {*letters, *adaptation}:
        made: list[str] = []
        for form in adaptation.get(letter, (letter,)):
            if all(character in russian for character in form):
                made += ("".join(parts) for parts in product(*(russian[character] for character in form)))
        if made:
            found[letter] = tuple(dict.fromkeys(made))
    return found


def invert(
    own: Iterable[Table],
    russian: Iterable[tuple[Table, Table]],
    statistics: Statistics,
    russian_statistics: Statistics,
) -> Inverse:
    """The inverse of all practices for one language and script.

    Args:
        own: the language's systems into the script.
        russian: adaptations to Russian, each with a Russian system into the script; none for Russian itself.
        statistics: those of the language.
        russian_statistics: those of Russian, for shares and spellings nobody counted in the language itself.
    """
    own = list(own)
    shares = statistics.systems or russian_statistics.systems
    letters = {key for table in own for key in table.outputs if len(key) == 1}
    ways: list[tuple[Table, str | None, float, Outputs]] = [(table, None, weigh(table, shares), table.outputs) for table in own]
    # What an option changes is written by the same system; which option it was, the engine finds out where it matters.
    ways = [(table, via, weight, with_options(table)) for table, via, weight, _ in ways]
    for adaptation, table in russian:
        weight = VIA_RUSSIAN * weigh(table, russian_statistics.systems)
        ways.append((table, adaptation.id, weight, through(adaptation.outputs, table.outputs, letters)))
    total = sum(weight for _, _, weight, _ in ways) or 1.0
    practices: list[Practice] = []
    masks: dict[tuple[str, str], int] = defaultdict(int)
    said: dict[tuple[str, str], float] = defaultdict(float)
    sums: dict[str, float] = defaultdict(float)
    alphabet = statistics.letters.alphabet
    for table, via, weight, outputs in ways:
        usable = {key: pieces for key, pieces in outputs.items() if not alphabet or alphabet.issuperset(key)}
        for form, written in forms_of(usable):
            practice = Practice(table.id, table.title, form, via, FORMS[form] * weight / total)
            bit = 1 << len(practices)
            practices.append(practice)
            for key, pieces in written.items():
                for piece in pieces:
                    masks[key, piece] |= bit
                    said[key, piece] += practice.weight / len(pieces)
                    sums[key] += practice.weight / len(pieces)
    counted = statistics.written or _counted_through([a for a, _ in russian], russian_statistics.written, letters)
    for key, pieces in counted.items():
        for piece in pieces:
            if key in sums:
                masks.setdefault((key, piece), 0)
    arcs: dict[str, list[Arc]] = defaultdict(list)
    for (key, piece), mask in masks.items():
        seen = counted.get(key, {})
        share = (seen.get(piece, 0) + _TRUST * said.get((key, piece), 0.0) / sums[key]) / (sum(seen.values()) + _TRUST)
        if share > exp(-_SILENT) or (piece and (mask or share > exp(-_RAREST))):
            arcs[piece].append(Arc(key, -log(share), mask))
    dotted = any(table.dotted_i and table.source_script == "Latn" for table in own)
    return Inverse(
        tuple(practices), {piece: tuple(found) for piece, found in arcs.items()}, max(map(len, arcs), default=0), dotted, lenient=True
    )


def invert_one(table: Table, alphabet: frozenset[str]) -> Inverse:
    """The inverse of one system: what its options write is less likely, and letters it reads but does not claim (ǌ beside nj) hardly are."""
    practices = tuple(Practice(table.id, table.title, "", None, weight) for weight in (1 - _OPTIONAL - _UNCLAIMED, _OPTIONAL, _UNCLAIMED))
    default, optional, unclaimed = 0b111, 0b110, 0b100
    arcs: dict[str, dict[str, Arc]] = defaultdict(dict)
    for practice, outputs in ((default, table.outputs), *((optional, changed) for changed in table.options.values())):
        for key, pieces in outputs.items():
            mask = practice if alphabet.issuperset(key) else unclaimed
            for piece in map(folding.read, pieces):
                arcs[piece].setdefault(key, Arc(key, 0.0 if mask == default else -log(_OPTIONAL if mask == optional else _UNCLAIMED), mask))
    made = {piece: tuple(found.values()) for piece, found in arcs.items()}
    return Inverse(practices, made, max(map(len, made), default=0), table.dotted_i and table.source_script == "Latn", lenient=False)


def with_options(table: Table) -> Outputs:
    """All outputs of a system, those of its options among them."""
    found = dict(table.outputs)
    for changed in table.options.values():
        for key, outputs in changed.items():
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *outputs)))
    return found


def _counted_through(adaptations: list[Table], written: dict[str, dict[str, int]], letters: set[str]) -> dict[str, dict[str, int]]:
    """Russian counts for the letters that become one Russian letter; a fifth of them, for they are another language's."""
    first = adaptations[0].outputs if adaptations else {}
    found: dict[str, dict[str, int]] = {}
    for letter in letters:
        forms = first.get(letter, (letter,))
        if len(forms) == 1 and forms[0] in written:
            counts = written[forms[0]]
            total = sum(counts.values())
            found[letter] = {piece: count * 10 // total for piece, count in counts.items() if count * 10 >= total}
    return found
