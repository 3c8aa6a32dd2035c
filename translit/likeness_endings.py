"""Endings of words: which two may be forms of one name, and which are those of a man and of a woman.

Owns the table `data/likeness/endings.tsv`. An ending is never cut off: two names are aligned with each of their endings left out in turn,
and the likeliest pair of stems wins. Pairs of one class are *forms*; where neither is the citation form they are *cases*; a pair that only
the rows of `gender` have is a *gender* form: two persons, or one name in its two shapes; one of `adjective` is *derived*. A form that the
rows of `gender` have as well is *either*.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from translit.likeness_graphemes import Graphemes
from translit.values import value

FORM, CASES, GENDER, DERIVED, EITHER = 1, 2, 3, 4, 5
"""Kinds of pairs of endings: citation form and case, two cases, masculine and feminine, a name and the adjective made of it; and citation form and
case, or masculine and feminine (Кулибаев, Кулибаева), which only the text around tells."""
STEM = 2
"""Graphemes that must be left before an ending."""


@value
class Endings:
    """The endings of all languages together; which language a name is of is seldom known."""

    numbers: Mapping[tuple[int, ...], int]
    """Graphemes of an ending → its number; no ending is 0."""
    kinds: Mapping[tuple[int, int], int]
    """Two endings, by number → what they are to each other."""
    lengths: Mapping[int, tuple[int, ...]]
    """The last grapheme of an ending → how long the endings are that it is the last of."""
    longest: int
    """Graphemes of the longest ending."""
    declined: frozenset[tuple[int, int]]
    """Citation form and case, by number, of Russian and Ukrainian, which decline every word of a name; without plurals that are surnames (Иванов of Иван)."""
    womans: frozenset[tuple[int, int]]
    """Of these, a man's citation form and a case that is a form of a woman's name as well (Александр, Александры)."""

    @classmethod
    def read(cls, path: Path, graphemes: Graphemes) -> Endings:
        """The table in a file."""
        numbers: dict[tuple[int, ...], int] = {(): 0}
        kinds: dict[tuple[int, int], int] = {}
        genders: set[tuple[int, int]] = set()
        declined: set[tuple[int, int]] = set()
        of_kind: dict[str, set[int]] = {sort: set() for sort in ("masculine", "neuter", "feminine", "possessive")}

        def number(ending: str) -> int:
            read = graphemes.read(ending) or () if ending != "-" else ()
            return numbers.setdefault(read, len(numbers))

        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            language, kind, first, others = line.split("\t")
            citation, cases = [number(e) for e in first.split()], [number(e) for e in others.split()]
            found = {"gender": GENDER, "adjective": DERIVED}.get(language, FORM)
            pairs = [(x, y, found) for x in citation for y in cases]
            if language in ("ru", "uk"):
                declined |= {(x, y) for x, y, _ in pairs}
                for sort, endings in of_kind.items():
                    if sort in kind:
                        endings.update(citation, cases if sort == "feminine" else ())
                pairs += [(x, y, CASES) for x in cases for y in cases]
                if kind == "adjective":
                    pairs += [(x, y, CASES) for x in citation for y in citation]
            if found == GENDER:
                genders |= {pair for x, y, _ in pairs for pair in ((x, y), (y, x))}
            for x, y, sort in pairs:
                for pair in ((x, y), (y, x)):
                    if x != y and sort < kinds.get(pair, DERIVED + 1):
                        kinds[pair] = sort
        kinds |= {pair: EITHER for pair in genders if kinds[pair] == FORM}
        lengths = {last: tuple(sorted({len(e) for e in numbers if e and e[-1] == last})) for last in {e[-1] for e in numbers if e}}
        declined = {(x, y) for x, y in declined if y and x != y and y not in of_kind["possessive"]}
        womans = {(x, y) for x, y in declined if x in of_kind["masculine"] | of_kind["neuter"] and y in of_kind["feminine"]}
        return cls(numbers, kinds, lengths, max(map(len, numbers)), frozenset(declined), frozenset(womans))

    def of(self, name: tuple[int, ...]) -> list[tuple[int, int]]:
        """The endings that a name has, no ending among them: how long each is, and its number."""
        found = [(0, 0)]
        for length in self.lengths.get(name[-1], ()):
            if len(name) - length < STEM:
                break
            number = self.numbers.get(name[-length:])
            if number is not None:
                found.append((length, number))
        return found
