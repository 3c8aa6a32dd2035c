"""Learn what `translit/likeness*.py` reads, from public names: python benchmarks/train_likeness.py PAIRS [MEASURED].

PAIRS is a file of JSON lines with two spellings of one name each (`a`, `b`), from GeoNames (CC BY 4.0) and Wikidata (CC0); pairs that
are also in MEASURED, a file of the same kind, are left out. Written are, in translit/data/likeness,

- costs.tsv: what it costs that one grapheme (or two) stands where another does, learnt by expectation maximisation over all alignments
  of all pairs (a joint multigram model after Bisani and Ney, 2008), with the rules of our romanization systems as prior counts;
- information.tsv: how much a grapheme tells after the one before it, from the counts of names;
- letters.tsv: what letters of other scripts are in Latin, from our romanization systems.

What was learnt and is no transliteration is struck out by hand in likeness_reviewed.tsv, which also adds what is too rare in public lists.
Only costs are kept, no names. Takes about ten minutes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, groupby, pairwise
from pathlib import Path

import numpy as np

from translit.folding import plain
from translit.likeness_graphemes import TOGETHER, Graphemes, folded
from translit.likeness_tables import FOREIGN
from translit.tables import DATA, Table, Tables

HOME = DATA / "likeness"
REVIEWED = Path(__file__).parent / "likeness_reviewed.tsv"
ROUNDS = 6
FREQUENT = 15
"""How often a grapheme must be met to have costs of its own, unless a system reads it."""
CHUNKS = 60
"""How often two graphemes must stand together to be looked at as one."""
RELIED = 4.0
"""How often two graphemes must have been seen as one before that is kept."""
PRIOR, PRIOR_OPTION = 3.0, 1.0
"""How many pairs a system's rule counts for, and one of its other outputs."""
LONGEST = 30
HUNDRED = 100
SEEN = 4
"""Operations and neighbours met more seldom are left out."""
TRUST = 20.0
"""How many occurrences of the grapheme before weigh as much as the counts of all names."""
COSTS = "grapheme (or two, joined by +), what stands for it (nothing: it is lost), cost in hundredths of a natural logarithm; ␣ is a space"
INFORMATION = "grapheme before (nothing: the name begins), grapheme, what it tells in hundredths of a natural logarithm"
LETTERS = "letter of another script, what most of our systems write for it in Latin"

Pair = tuple[tuple[int, ...], tuple[int, ...]]


def numbered(rows: list[tuple[str, str]], tables: list[Table]) -> Graphemes:
    """The graphemes worth a cost: the frequent ones, and those that a system reads."""
    pieces = Graphemes((), {})
    counts: Counter[str] = Counter()
    for row in rows:
        for text in row:
            counts.update(pieces.pieces(folded(text)))
    names = [name for name, count in counts.most_common() if count >= FREQUENT and (name.isalpha() or name in " ’")]
    read = Counter(key for t in tables for key in t.outputs if len(key) == 1 and key.isalpha())
    written = Counter(p for t in tables for outs in t.outputs.values() for out in outs for p in pieces.pieces(folded(out)) if p.isalpha())
    names += [name for name in (*read, *(p for p, count in written.items() if count >= 3)) if name < "\u0300" or name > "\u0370"]
    return Graphemes(tuple(dict.fromkeys(["", *names, *TOGETHER, *"0123456789"])), {})


class Model:
    """Probabilities of operations on graphemes: one for one, one for none, two for one."""

    def __init__(self, size: int, chunks: list[tuple[int, int]]) -> None:
        self.size = size
        self.chunks = chunks
        self.chunk = np.zeros(size * size, np.int64)
        for number, (one, other) in enumerate(chunks, 1):
            self.chunk[one * size + other] = number
        self.single = np.zeros((size, size))
        self.lost = np.zeros(size)
        self.double = np.zeros((len(chunks) + 1, size))

    def normalise(self, single: np.ndarray, lost: np.ndarray, double: np.ndarray) -> None:
        """Take counts; every operation is as likely from left to right as from right to left."""
        single = (single + single.T) / 2
        single[0] = single[:, 0] = 0
        double[0] = double[:, 0] = 0
        total = single.sum() + 2 * lost.sum() + 2 * double.sum()
        self.single, self.lost, self.double = single / total, lost / total, double / total


def batches(pairs: list[Pair]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs of equal lengths together, graphemes by row."""

    def lengths(pair: tuple[tuple[int, ...], tuple[int, ...]]) -> tuple[int, int]:
        return len(pair[0]), len(pair[1])

    for _, group in groupby(sorted(pairs, key=lengths), key=lengths):
        found = list(group)
        for start in range(0, len(found), 8192):
            part = found[start : start + 8192]
            yield np.array([a for a, _ in part]).T.copy(), np.array([b for _, b in part]).T.copy()


def expect(model: Model, pairs: list[Pair]) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """How often each operation is expected over all alignments (forward–backward), and the log-likelihood of the pairs."""
    size, chunks = model.size, len(model.chunks) + 1
    single, lost, double, likelihood = np.zeros(size * size), np.zeros(size), np.zeros(chunks * size), 0.0
    of_single, of_double = model.single.ravel(), model.double.ravel()
    for a, b in batches(pairs):
        la, lb = len(a), len(b)
        twos_a = [None, *(model.chunk[x * size + y] for x, y in pairwise(a))]
        twos_b = [None, *(model.chunk[x * size + y] for x, y in pairwise(b))]
        before = np.zeros((la + 1, lb + 1, a.shape[1]))
        after = np.zeros_like(before)
        before[0, 0] = 1
        keys: dict[tuple[int, int, int], np.ndarray] = {}
        for i in range(la + 1):
            for j in range(lb + 1):
                here = before[i, j]
                if i:
                    here += before[i - 1, j] * model.lost[a[i - 1]]
                if j:
                    here += before[i, j - 1] * model.lost[b[j - 1]]
                if i and j:
                    keys[i, j, 0] = key = a[i - 1] * size + b[j - 1]
                    here += before[i - 1, j - 1] * of_single[key]
                    if i > 1:
                        keys[i, j, 1] = key = twos_a[i - 1] * size + b[j - 1]
                        here += before[i - 2, j - 1] * of_double[key]
                    if j > 1:
                        keys[i, j, 2] = key = twos_b[j - 1] * size + a[i - 1]
                        here += before[i - 1, j - 2] * of_double[key]
        likelihood += float(np.log(before[la, lb]).sum())
        after[la, lb] = 1 / before[la, lb]
        for i in range(la, -1, -1):
            for j in range(lb, -1, -1):
                here = after[i, j]
                if i:
                    step = here * model.lost[a[i - 1]]
                    after[i - 1, j] += step
                    lost += np.bincount(a[i - 1], step * before[i - 1, j], size)
                if j:
                    step = here * model.lost[b[j - 1]]
                    after[i, j - 1] += step
                    lost += np.bincount(b[j - 1], step * before[i, j - 1], size)
                for way, (di, dj) in enumerate(((1, 1), (2, 1), (1, 2))):
                    if i >= di and j >= dj:
                        key = keys[i, j, way]
                        step = here * (of_double if way else of_single)[key]
                        after[i - di, j - dj] += step
                        counts = double if way else single
                        counts += np.bincount(key, step * before[i - di, j - dj], len(counts))
    return single.reshape(size, size), lost / 2, double.reshape(chunks, size) / 2, likelihood


def priors(model: Model, graphemes: Graphemes, tables: list[Table]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the rules of our systems count for."""
    single, lost, double = np.zeros_like(model.single), np.zeros_like(model.lost), np.zeros_like(model.double)
    of: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for table in tables:
        for key, outputs in table.outputs.items():
            if not 1 <= len(key) <= 2:
                continue
            for place, output in enumerate(outputs):
                weight = PRIOR_OPTION if place else PRIOR
                one, other = graphemes.read(folded(key)), graphemes.read(folded(output)) or ()
                of["/".join(table.languages), key][folded(output)] += 1
                if one is None:
                    continue
                match len(one), len(other):
                    case 1, 0:
                        lost[one[0]] += weight / 2
                    case 1, 1:
                        single[one[0], other[0]] += weight
                    case (2, 1) | (1, 2):
                        two, alone = (one, other[0]) if len(one) == 2 else (other, one[0])
                        if number := model.chunk[two[0] * model.size + two[1]]:
                            double[number, alone] += weight / 2
                    case _:
                        pass
    for outputs in of.values():  # two ways to write one letter
        for one, other in ((a, b) for a in outputs for b in outputs if a < b):
            x, y = graphemes.read(one), graphemes.read(other)
            if x and y and len(x) == len(y) == 1:
                single[x[0], y[0]] += PRIOR_OPTION / 2
    return single, lost, double


def costs(model: Model, share: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Negative logarithms of probabilities, less what the graphemes cost by themselves: about 0 for what is always so."""
    alone = np.log(np.maximum(share, 1e-7)) / 2
    alone[0] = 0
    together = np.zeros(len(model.chunks) + 1)
    together[1:] = [alone[x] + alone[y] for x, y in model.chunks]
    with np.errstate(divide="ignore"):
        single = -np.log(model.single) + alone[:, None] + alone[None]
        lost = -np.log(model.lost) + alone
        double = -np.log(model.double) + together[:, None] + alone[None]
    return single, lost, double


def telling(two: tuple[str, str], cost: float, parts: float) -> bool:
    """Whether two graphemes for one says more than that one of them is lost."""
    return cost < parts - 0.3 and two[0] != two[1] and two[0] != "’"


def reviewed() -> Iterator[tuple[str, str, str]]:
    """What was looked through by hand: an operation, what it stands for, its cost, or that it is out."""
    for line in REVIEWED.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            one, other, cost, _ = line.split("\t")
            yield one, other, cost


def write(
    graphemes: Graphemes, model: Model, counts: tuple[np.ndarray, np.ndarray, np.ndarray], share: np.ndarray, pairs: list[Pair]
) -> None:
    """The three tables."""
    names = [name.replace(" ", "␣") for name in graphemes.names]
    single, lost, double = costs(model, share)
    seen = counts[0] + counts[0].T
    lines = [f"{name}\t\t{HUNDRED * lost[n]:.0f}" for n, name in enumerate(names) if n]
    for x, y in combinations(range(1, model.size), 2):
        if seen[x, y] >= SEEN and HUNDRED * single[x, y] < FOREIGN:
            lines.append(f"{names[x]}\t{names[y]}\t{max(0.0, HUNDRED * single[x, y]):.0f}")
    for number, (x, y) in enumerate(model.chunks, 1):
        for z in range(1, model.size):
            parts = min(single[x, z] + lost[y], single[y, z] + lost[x])
            if z in (x, y):
                parts = min(parts, lost[y] if x == z else lost[x])
            if counts[2][number, z] >= RELIED and telling((names[x], names[y]), double[number, z], parts):
                lines.append(f"{names[x]}+{names[y]}\t{names[z]}\t{max(0.0, HUNDRED * double[number, z]):.0f}")
    by_hand = {frozenset((one, other)): cost for one, other, cost in reviewed()}
    lines = [line for line in lines if frozenset(line.split("\t")[:2]) not in by_hand]
    lines += (f"{one}\t{other}\t{cost}" for one, other, cost in reviewed() if cost != "out")
    (HOME / "costs.tsv").write_text("\n".join(["# " + COSTS, *lines, ""]), encoding="utf-8")
    met: Counter[tuple[int, int]] = Counter()
    for one in {one for pair in pairs for one in pair}:
        met.update(pairwise((0, *one)))
    before: Counter[int] = Counter()
    for (x, _), count in met.items():
        before[x] += count
    lines = []
    for (x, y), count in sorted(met.items()):
        if count >= SEEN:
            told = -HUNDRED * np.log((count + TRUST * share[y]) / (before[x] + TRUST))
            lines.append(f"{names[x]}\t{names[y]}\t{told:.0f}")
    (HOME / "information.tsv").write_text("\n".join(["# " + INFORMATION, *lines, ""]), encoding="utf-8")


def letters() -> None:
    """What letters of other scripts are in Latin: what most systems write first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for table in Tables(DATA.parent / "schemes").all:
        if table.target_script == "Latn" and table.source_script not in ("Cyrl", "Latn"):
            for key, outputs in table.outputs.items():
                if len(key) == 1 and key.isalpha() and outputs:
                    found[key]["".join(filter(str.isalpha, plain(outputs[0]).lower()))] += 1
    lines = [f"{key}\t{counts.most_common(1)[0][0]}" for key, counts in sorted(found.items())]
    (HOME / "letters.tsv").write_text("\n".join(["# " + LETTERS, *lines, ""]), encoding="utf-8")


def main(path: Path, measured: Path | None = None) -> None:
    aside: set[frozenset[str]] = set()
    if measured:
        aside = {frozenset((folded(r["a"]), folded(r["b"]))) for r in map(json.loads, measured.read_text(encoding="utf-8").splitlines())}
    rows = [(r["a"], r["b"]) for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())]
    rows = [row for row in rows if frozenset(map(folded, row)) not in aside]
    tables = [t for t in Tables(DATA.parent / "schemes").all if (t.source_script, t.target_script) == ("Cyrl", "Latn")]
    tables += Tables(DATA / "adaptations", DATA / "none.json").all
    graphemes = numbered(rows, tables)
    size = len(graphemes.names)
    pairs = [(graphemes.read(folded(a)), graphemes.read(folded(b))) for a, b in rows]
    pairs = [(a, b) for a, b in pairs if a and b and len(a) <= LONGEST and len(b) <= LONGEST]
    met = Counter(two for pair in pairs for one in pair for two in pairwise(one))
    model = Model(size, [two for two, count in met.items() if count >= CHUNKS])
    prior = priors(model, graphemes, tables)
    share = np.bincount([x for pair in pairs for one in pair for x in one], minlength=size) + 2.0
    share[0] = 0
    share /= share.sum()
    first = prior[0] * 100 + np.outer(share, share) * 1000 + np.diag(share) * 1e5
    model.normalise(first, share * 3000, prior[2] * 100 + 1e-2)
    for round in range(ROUNDS):
        single, lost, double, likelihood = expect(model, pairs)
        print(f"round {round + 1}: log-likelihood {likelihood:,.0f}", flush=True)
        model.normalise(single + prior[0] + 1e-3, lost + prior[1] + 0.1, double + prior[2] + 1e-4)
    counts = single + prior[0], lost + prior[1], double + prior[2]

    write(graphemes, model, counts, share, pairs)
    letters()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
