"""How well and how fast discovery groups spellings: python benchmarks/discovery.py CLUSTERS [--others PAIRS] [--megabytes 10].

CLUSTERS is a file of JSON lines with the fields entity (or id) and variants. All variants go into one pot, shuffled; groups are scored by B³ (Bagga and
Baldwin 1998): precision and recall of every spelling's group, and their harmonic mean. Beside ours stand the two key methods of OpenRefine (fingerprint;
nearest neighbours by Levenshtein in blocks of six letters, radius 2), and average linkage by rapidfuzz's ratio after Unidecode, at its best threshold
here. --others puts families made of a file of pairs into the same pot, so that names have more neighbours. --megabytes measures the whole command
on invented text of that size. Unidecode (GPL) is installed by hand. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from corpus import Model
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from glossary.discover import cluster
from glossary.discover_families import discover
from glossary.discover_links import link
from glossary.discover_names import Texts

Groups = Iterable[Sequence[str]]


def b_cubed(groups: Groups, entity: dict[str, object], scored: set[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the spellings that are scored."""
    gold: dict[object, set[str]] = defaultdict(set)
    for spelling, name in entity.items():
        gold[name].add(spelling)
    precision = recall = 0.0
    for group in groups:
        members = set(group)
        for spelling in members & scored:
            right = len(members & gold[entity[spelling]])
            precision += right / len(members)
            recall += right / len(gold[entity[spelling]])
    precision, recall = precision / len(scored), recall / len(scored)
    return precision, recall, 2 * precision * recall / (precision + recall)


def fingerprint(spellings: Sequence[str]) -> Groups:
    """OpenRefine's key collision by fingerprint: ASCII, small, punctuation away, words sorted and each once."""
    from unidecode import unidecode

    keys: dict[str, list[str]] = defaultdict(list)
    for spelling in spellings:
        words = re.sub(r"[^\w\s]", "", unidecode(spelling).strip().lower()).split()
        keys[" ".join(sorted(set(words)))].append(spelling)
    return keys.values()


def neighbours(spellings: Sequence[str]) -> Groups:
    """OpenRefine's nearest neighbours: Levenshtein distance up to 2 between spellings that share a block of six letters."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for place, spelling in enumerate(spellings):
        plain = spelling.lower()
        for at in range(max(len(plain) - 5, 1)):
            blocks[plain[at : at + 6]].add(place)
    close = {
        (one, other)
        for block in blocks.values()
        for one in block
        for other in block
        if one < other and Levenshtein.distance(spellings[one], spellings[other], score_cutoff=2) <= 2
    }
    parent = list(range(len(spellings)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in close:
        parent[root(one)] = root(other)
    groups: dict[int, list[str]] = defaultdict(list)
    for place, spelling in enumerate(spellings):
        groups[root(place)].append(spelling)
    return groups.values()


def by_ratio(threshold: float) -> Callable[[Sequence[str]], Groups]:
    """Average linkage by rapidfuzz's ratio after Unidecode."""

    def group(spellings: Sequence[str]) -> Groups:
        from unidecode import unidecode

        plain = [unidecode(spelling).lower() for spelling in spellings]
        chances: dict[tuple[int, int], float] = {}
        for at in range(0, len(plain), 500):
            scores = process.cdist(plain[at : at + 500], plain, scorer=fuzz.ratio, score_cutoff=50)
            for row, column in zip(*scores.nonzero(), strict=True):
                if at + row < column:
                    chances[at + int(row), int(column)] = float(scores[row, column]) / 100
        return [[spellings[place] for place in found] for found in link(len(spellings), chances, enough=threshold)]

    return group


def families(pairs: Path, count: int, chance: random.Random) -> list[list[str]]:
    """Families of spellings that pairs join, some of them."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for line in pairs.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("kind") == "place" and row["a"][:1].isupper():
            parent[root(row["a"])] = root(row["b"])
    found: dict[str, list[str]] = defaultdict(list)
    for name in list(parent):
        found[root(name)].append(name)
    several = [family for family in found.values() if 2 <= len(family) <= 12]
    chance.shuffle(several)
    return several[:count]


def quality(clusters: Path, others: Path | None) -> str:
    """The table of B³."""
    chance = random.Random(6)
    rows = [json.loads(line) for line in clusters.read_text("utf-8").splitlines()]
    entity: dict[str, object] = {spelling: number for number, row in enumerate(rows) for spelling in row["variants"]}
    scored = set(entity)
    if others is not None:
        for number, family in enumerate(families(others, 1500, chance)):
            for spelling in family:
                entity.setdefault(spelling, ("other", number))
    pot = list(entity)
    chance.shuffle(pot)
    methods: list[tuple[str, Callable[[Sequence[str]], Groups]]] = [
        ("OpenRefine, fingerprint", fingerprint),
        ("OpenRefine, nearest neighbours", neighbours),
    ]
    ratios = [by_ratio(threshold / 100) for threshold in range(55, 85, 5)] if len(pot) < 4000 else [by_ratio(0.7)]
    best = max(ratios, key=lambda method: b_cubed(method(pot), entity, scored)[2])
    methods += [("rapidfuzz ratio after Unidecode, average linkage", best), ("endonym", cluster)]
    lines = [
        f"{len(pot):,} spellings in the pot, {len(scored):,} of them scored:",
        "",
        "| | precision | recall | B³ F1 | seconds |",
        "|---" * 5 + "|",
    ]
    for name, method in methods:
        started = time.process_time()
        groups = list(method(pot))
        took = time.process_time() - started
        lines.append(f"| {name} | " + " | ".join(f"{value:.3f}" for value in b_cubed(groups, entity, scored)) + f" | {took:.1f} |")
    return "\n".join(lines)


def speed(megabytes: float) -> str:
    """The table of time and memory over invented text, in three sizes."""
    lines = ["| text | names | seconds | memory of the process |", "|---|---|---|---|"]
    for share in (0.25, 0.5, 1.0):
        model = Model("ru")
        spellings = model.spellings(int(8000 * share))
        text = model.text(megabytes * share, spellings, 0.02)
        started = time.process_time()
        texts = Texts()
        for number, part in enumerate(text.split("\n\n")):
            texts.add(f"{number // 400}.txt", [part], "ru")
        found = discover(texts)
        took = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        lines.append(f"| {megabytes * share:g} MB | {len(found.families):,} | {took:.1f} | {memory:.0f} MB |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clusters", type=Path)
    parser.add_argument("--others", type=Path)
    parser.add_argument("--megabytes", type=float)
    options = parser.parse_args()
    print(quality(options.clusters, options.others))
    if options.megabytes:
        print("\n" + speed(options.megabytes))
