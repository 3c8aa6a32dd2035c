"""How quick and how sure the index of names is: python benchmarks/nearest.py [PAIRS] [--names 1000000] [--queries 300].

Names are invented by chance letter by letter, three letters deciding the next, from the names in PAIRS (JSON lines with the fields a and b)
and those of this folder's `names/`; the names of PAIRS are among them. Asked is half with spellings whose other half of the pair is in the index and that
are not in it themselves, half with names of the index after a slip of the pen. An answer is right where the first name found is as near as the
nearest of a full scan by the same measure (edit distance of the readings of `translit.sounds`, for each letter of the longer). Times are CPU times. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import time
from collections import defaultdict
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translit.nearest import NameIndex
from translit.sounds import sounds

DEPTH = 3
"""Letters that decide the next."""


def real(pairs: Path | None) -> list[tuple[str, str]]:
    """Pairs of spellings of one name; of the names of this folder each with itself."""
    found = [
        (word, word)
        for path in sorted((Path(__file__).parent / "names").glob("*.txt"))
        for word in path.read_text("utf-8").split()
        if word[0].isupper()
    ]
    if pairs is not None:
        rows = map(json.loads, pairs.read_text("utf-8").splitlines())
        found += [(row["a"], row["b"]) for row in rows if row.get("label", 1) == 1]
    return found


def invented(seeds: list[str], count: int, chance: random.Random) -> list[str]:
    """Names like these, and these, each once."""
    following: dict[str, list[str]] = defaultdict(list)
    for name in seeds:
        whole = "^" * DEPTH + name + "$"
        for at in range(len(whole) - DEPTH):
            following[whole[at : at + DEPTH]].append(whole[at + DEPTH])
    names = dict.fromkeys(seeds)
    while len(names) < count:
        made = "^" * DEPTH
        while not made.endswith("$") and len(made) < 40:
            made += chance.choice(following[made[-DEPTH:]])
        if len(name := made[DEPTH:].rstrip("$")) > 3:
            names[name] = None
    return list(names)[:count]


def slipped(name: str, chance: random.Random) -> str:
    """A name with one letter lost, two swapped or one for another."""
    at = chance.randrange(1, len(name) - 1)
    kind = chance.random()
    if kind < 0.33:
        return name[:at] + name[at + 1 :]
    if kind < 0.66:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + chance.choice("aeioknrst") + name[at + 1 :]


def main(pairs: Path | None, count: int, queries: int) -> str:
    chance = random.Random(6)
    known = real(pairs)
    chance.shuffle(known)
    asked = [one for one, other in known if one != other][: queries // 2]
    names = [name for name in invented([name for pair in known for name in pair], count, chance) if name not in set(asked)]
    asked += [slipped(name, chance) for name in chance.sample([name for name in names if len(name) > 5], queries - len(asked))]
    started = time.perf_counter()
    index = NameIndex(names)
    built = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times: list[float] = []
    first: list[float] = []
    for spelling in asked:
        started = time.process_time()
        found = index.nearest(spelling)
        times.append(1000 * (time.process_time() - started))
        first.append(found[0].score if found else 0.0)
    readings = [reading for name in names for reading in sounds(name)]
    scans: list[float] = []
    right = 0
    for spelling, score in zip(asked, first, strict=True):
        started = time.process_time()
        best = max(process.extractOne(one, readings, scorer=Levenshtein.normalized_similarity)[1] for one in sounds(spelling))
        scans.append(1000 * (time.process_time() - started))
        right += score >= best - 1e-6
    times.sort()
    rows = [
        ("names", f"{len(names):,}"),
        ("as near as the nearest of a full scan", f"{100 * right / len(asked):.1f} % of {len(asked)}"),
        ("a query, median of CPU time", f"{statistics.median(times):.2f} ms"),
        ("a query, 99 of 100 below", f"{times[int(0.99 * len(times))]:.2f} ms"),
        ("a full scan (rapidfuzz), median", f"{statistics.median(scans):.0f} ms"),
        ("making the index", f"{built:.0f} s"),
        ("memory of the process", f"{memory:.0f} MB"),
    ]
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="?", type=Path)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=300)
    options = parser.parse_args()
    print(main(options.pairs, options.names, options.queries))
