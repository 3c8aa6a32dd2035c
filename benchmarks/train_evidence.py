"""Learn how much each operation speaks for one name: python benchmarks/train_evidence.py PAIRS [MEASURED].

After train_likeness.py, of whose costs it makes use. Operations are counted in the alignments of the pairs of PAIRS, and in those of pairs
of different names that look alike; the logarithm of the ratio is the evidence (translit/data/likeness/evidence.tsv). Different names are
found in PAIRS itself: for a name, one of those most like it by rapidfuzz that no chain of pairs joins to it, and that does not look
the same (`SURELY`), for public lists give one place several entries. No name that is in MEASURED is used. Only figures are kept.
"""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from collections import defaultdict
from math import exp, log
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from translit.likeness_bulk import Bulk
from translit.likeness_graphemes import folded
from translit.likeness_rows import Rows, rows_of
from translit.likeness_tables import (
    FOREIGN,
    FOREIGN_CONSONANTS,
    FOREIGN_OTHERS,
    FOREIGN_VOWELS,
    HOME,
    LOST,
    REPEAT,
    SWAP,
    Operation,
    Tables,
    read,
)

SEED = 5
ASKED, AMONG = 22_000, 40_000
"""Names that others are sought for, and among how many, of places and of persons each."""
NEAREST, SPREAD, TAKEN = 40, 8.0, 3
"""How many of the nearest are looked at, how far down they are taken (exponentially distributed), and how many."""
LEAST_LIKE = 50
"""rapidfuzz's ratio (0 to 100) below which names are not like at all."""
SURELY = 0.55
"""Cost for each grapheme (natural logarithms) below which two entries are taken for one name, whatever the list says."""
TRUST, TRUST_PLACE = 5.0, 15.0
"""How many counts weigh as much as what is known of the kind of operation, and as what is known of it at all places together."""
RARE = 10
"""Foreign operations met more seldom have the evidence of their kind."""
HEAD = "operation (costs.tsv, or *swap and so on), its evidence for one name inside a name, at its beginning, at its end, in hundredths"

Counts = dict[Operation, list[float]]
Pair = tuple[str, str]


def latin(tables: Tables) -> list[str]:
    """For each grapheme Latin letters without marks: for a Cyrillic one those that are cheapest."""
    names = tables.graphemes.names
    found: list[str] = []
    for number, name in enumerate(names):
        if name and "\u0400" <= name[0] <= "\u052f":
            near = [(cost, names[y]) for (x, y), cost in tables.single.items() if x == number and names[y].isascii() and names[y].isalpha()]
            found.append(min(near)[1] if near else "")
        else:
            found.append("".join(c for c in unicodedata.normalize("NFD", name) if c.isascii() and (c.isalnum() or c == " ")))
    return found


def different(path: Path, aside: set[str], tables: Tables, most: int = ASKED) -> tuple[list[Pair], list[Pair]]:
    """The pairs of a file, and pairs of different names, sought for so many at most of each kind; without names that are aside."""
    chance, dice = random.Random(SEED), np.random.default_rng(SEED)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    parents: dict[str, str] = {}
    kinds: dict[str, str] = {}

    def root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    pairs = [(folded(row["a"]), folded(row["b"])) for row in rows]
    for (a, b), row in zip(pairs, rows, strict=True):
        parents[root(a)] = root(b)
        kinds[a] = kinds[b] = row["kind"]
    letters = latin(tables)
    names = sorted(name for name in kinds if name not in aside and tables.graphemes.read(name))
    chance.shuffle(names)
    written = {name: "".join(letters[n] for n in tables.graphemes.read(name) or ()) for name in names}
    others: list[Pair] = []
    for kind in sorted(set(kinds.values())):
        pool = [name for name in names if kinds[name] == kind][:AMONG]
        forms = [written[name] for name in pool]
        for start in range(0, min(most, len(pool)), 500):
            asked = pool[start : min(start + 500, most)]
            likeness = process.cdist(forms[start : start + 500], forms, scorer=fuzz.ratio, dtype=np.uint8, score_cutoff=LEAST_LIKE)
            nearest = np.argpartition(-likeness.astype(np.int16), NEAREST, axis=1)[:, :NEAREST]
            for row, name in enumerate(asked):
                found = sorted(((int(likeness[row, j]), pool[j]) for j in nearest[row] if root(pool[j]) != root(name)), reverse=True)
                found = [(ratio, other) for ratio, other in found if ratio >= LEAST_LIKE]
                if found:
                    places = np.minimum(dice.exponential(SPREAD, TAKEN).astype(int), len(found) - 1)
                    others += ((name, found[place][1]) for place in places)
    bulk = Bulk(tables)
    likely_one = bulk.distances(*laid(others, tables)) < SURELY
    others = [pair for pair, one in zip(others, likely_one, strict=True) if not one]
    chance.shuffle(others)
    return [pair for pair in pairs if not aside & set(pair)], others


def laid(pairs: list[Pair], tables: Tables) -> tuple[Rows, np.ndarray, np.ndarray]:
    """Pairs as `Bulk` takes them; names longer than forty graphemes are cut."""
    places = {name: place for place, name in enumerate(dict.fromkeys(name for pair in pairs for name in pair))}
    names = [(tables.graphemes.read(name) or (1,))[:40] for name in places]
    return rows_of(names), np.array([places[a] for a, _ in pairs]), np.array([places[b] for _, b in pairs])


def count(pairs: list[Pair], tables: Tables) -> Counts:
    """How often each operation is met, by its place."""
    bulk = Bulk(tables)
    counts: Counts = defaultdict(lambda: [0.0, 0.0, 0.0])
    for operations, places in bulk.operations(*laid(pairs, tables)):
        found, often = np.unique(operations.astype(np.int64) * 3 + places, return_counts=True)
        for code, number in zip(found.tolist(), often.tolist(), strict=True):
            counts[bulk.named(code // 3)][code % 3] += number
    return counts


def of_kind(operation: Operation, tables: Tables) -> Operation | tuple[str, ...]:
    """What an operation is when nothing is known of it but its kind."""
    if len(operation) != 2:
        return operation if len(operation) == 1 else ("two for one",)
    one, other = operation
    kinds = sorted(str(tables.foreign[number]) for number in operation if number)
    cost = 0 if one == other else tables.lost[other] if one == 0 else tables.single.get(operation, FOREIGN)
    return "lost" if one == 0 else "same" if one == other else "exchanged", *kinds, "cheap" if cost < 200 else "" if cost < 400 else "dear"


def is_foreign(operation: Operation, tables: Tables) -> bool:
    """Whether an operation is too dear to be known as a way of writing."""
    return len(operation) == 2 and 0 < operation[0] != operation[1] and tables.single.get(operation, FOREIGN) >= LOST


def shown(operation: Operation, tables: Tables) -> tuple[str, str]:
    """An operation as the table has it."""
    signs = {SWAP: "*swap", REPEAT: "*repeat", FOREIGN_VOWELS: "*vowels", FOREIGN_CONSONANTS: "*consonants", FOREIGN_OTHERS: "*others"}
    if operation in signs:
        return signs[operation], ""
    names = [tables.graphemes.names[number].replace(" ", "␣") for number in operation]
    if len(names) == 3:
        return f"{names[0]}+{names[1]}", names[2]
    return (names[1], "") if operation[0] == 0 else (names[0], names[1])


def evidence(same: Counts, other: Counts, tables: Tables) -> dict[Operation, list[float]]:
    """The logarithm of how much oftener each operation is met in one name than in two, by place."""
    all_same, all_other = sum(map(sum, same.values())), sum(map(sum, other.values()))
    kinds: dict[object, list[float]] = defaultdict(lambda: [1e-5, 1e-5])
    for side, (counts, total) in enumerate(((same, all_same), (other, all_other))):
        for operation, numbers in counts.items():
            kinds[of_kind(operation, tables)][side] += sum(numbers) / total
    for counts in (same, other):
        for operation in [o for o in counts if is_foreign(o, tables)]:
            both = tuple(tables.foreign[number] for number in operation)
            kind = FOREIGN_VOWELS if both == (0, 0) else FOREIGN_CONSONANTS if both == (1, 1) else FOREIGN_OTHERS
            for place in range(3):
                counts[kind][place] += counts[operation][place]
    found: dict[Operation, list[float]] = {}
    known = {*same, *other, *(pair for pair in tables.single if pair[0] <= pair[1]), *tables.double}
    known |= {(0, number) for number in range(1, len(tables.lost))}
    for operation in known:
        ours, theirs = same.get(operation, [0.0] * 3), other.get(operation, [0.0] * 3)
        if is_foreign(operation, tables) and sum(ours) + sum(theirs) < RARE:
            continue
        a, b = (1.0, 1.0) if operation[0] < 0 else kinds[of_kind(operation, tables)]
        trust = TRUST / all_other
        whole = log((sum(ours) / all_same + trust * (a / b) ** 0.5) / (sum(theirs) / all_other + trust * (b / a) ** 0.5))
        trust = TRUST_PLACE / all_other
        found[operation] = [
            log((ours[place] / all_same + trust * exp(whole / 2)) / (theirs[place] / all_other + trust * exp(-whole / 2)))
            for place in range(3)
        ]
    return found


def main(path: Path, measured: Path | None = None) -> None:
    tables = read()
    lines = measured.read_text(encoding="utf-8").splitlines() if measured else []
    aside = {folded(row[side]) for row in map(json.loads, lines) for side in "ab"}
    same, others = different(path, aside, tables)
    print(f"{len(same):,} pairs of one name, {len(others):,} of two")
    found = evidence(count(same, tables), count(others, tables), tables)
    rows = sorted((*shown(operation, tables), *(f"{100 * figure:.0f}" for figure in figures)) for operation, figures in found.items())
    (HOME / "evidence.tsv").write_text("\n".join(["# " + HEAD, *("\t".join(row) for row in rows), ""]), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
