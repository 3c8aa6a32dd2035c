"""How well and how fast likeness is judged, beside others: python benchmarks/likeness.py MEASURED [CLUSTERS] [--write] [--nomenklatura=PYTHON].

MEASURED is a file of JSON lines with pairs (`a`, `b`, `label`, `inflected`), CLUSTERS one of names (`entity`, `variants`). The others get what
they need to begin with: Latin letters, each Cyrillic grapheme as its cheapest Latin one. Each is judged at its own best threshold on these
very pairs, which favours it; ours at 0.5, once as it is (its weights were fitted on MEASURED) and once by weights that never saw the pair
(fit_likeness.py prints those). slips.tsv and slips_blind.tsv are measured in the same run. The speed is that of one call with all pairs as they stand, tables read but nothing of
these pairs known. nomenklatura's logic-v2 is asked where PYTHON has it
(likeness_nomenklatura.py); it gets names as they are, for it reads all scripts by itself, and what kind of thing each is.

Discovery: all variants of all entities in one pot, average linkage over all pairs, B³ (Bagga and Baldwin, 1998). Prints tables in Markdown.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import jellyfish
import numpy as np
import slips
from fit_likeness import average_precision, f1
from rapidfuzz import fuzz
from train_evidence import latin

from translit.likeness import COMPARER
from translit.likeness_graphemes import folded

HERE = Path(__file__).parent
Scorer = Callable[[list[tuple[str, str]]], np.ndarray | tuple[np.ndarray, float]]
"""Gives scores, and, where others do the work, the seconds of processor time they took."""


def romanised(text: str, letters: list[str] = latin(COMPARER.tables)) -> str:  # noqa: B008 - made once
    return "".join(letters[number] for number in COMPARER.tables.graphemes.read(folded(text)) or ())


def each(score: Callable[[str, str], float]) -> Scorer:
    return lambda pairs: np.array([score(romanised(a), romanised(b)) for a, b in pairs])


def fingerprint(a: str, b: str) -> float:
    """OpenRefine's key: the words in order, each once."""
    return float(sorted(set(a.split())) == sorted(set(b.split())))


def bigrams(a: str, b: str) -> float:
    """OpenRefine's n-gram key, of two letters."""
    one, other = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (a.replace(" ", ""), b.replace(" ", "")))
    return float(one == other)


def metaphone(a: str, b: str) -> float:
    return float(jellyfish.metaphone(a) == jellyfish.metaphone(b))


SCORERS: dict[str, Scorer] = {
    "translit.compare_many": lambda pairs: np.nan_to_num(np.array(COMPARER.compare_many(pairs))),
    "rapidfuzz WRatio": each(fuzz.WRatio),
    "rapidfuzz ratio": each(fuzz.ratio),
    "jellyfish Jaro–Winkler": each(jellyfish.jaro_winkler_similarity),
    "jellyfish metaphone, equal": each(metaphone),
    "OpenRefine fingerprint, equal": each(fingerprint),
    "OpenRefine 2-gram fingerprint, equal": each(bigrams),
}


def timed(score: Scorer, pairs: list[tuple[str, str]]) -> tuple[np.ndarray, float]:
    """Scores, and the seconds of processor time they took."""
    begun = time.process_time()
    found = score(pairs)
    return found if isinstance(found, tuple) else (found, time.process_time() - begun)


def best(scores: np.ndarray, labels: np.ndarray) -> float:
    """F1 at the best threshold."""
    return max(f1((scores >= bound) * 1.0, labels) for bound in np.unique(np.round(scores, 3)))


def latin_only(text: str) -> bool:
    return all(letter < "\u0370" or not letter.isalpha() for letter in text)


def cubed(clusters: list[int], entities: list[int]) -> tuple[float, float, float]:
    """B³ precision, recall and F1."""
    by_cluster, by_entity, both = Counter(clusters), Counter(entities), Counter(zip(clusters, entities, strict=True))
    precision = sum(n * n / by_cluster[c] for (c, _), n in both.items()) / len(clusters)
    recall = sum(n * n / by_entity[e] for (_, e), n in both.items()) / len(clusters)
    return precision, recall, 2 * precision * recall / (precision + recall)


def linked(alike: np.ndarray, least: float) -> list[int]:
    """Average linkage of a matrix of likenesses, down to the least."""
    alike = alike.copy()
    np.fill_diagonal(alike, -1)
    size, member = np.ones(len(alike)), list(range(len(alike)))
    while True:
        i, j = divmod(int(alike.argmax()), len(alike))
        if alike[i, j] < least:
            return member
        merged = (alike[i] * size[i] + alike[j] * size[j]) / (size[i] + size[j])
        alike[i], alike[:, i] = merged, merged
        alike[i, i] = -1
        alike[j], alike[:, j] = -1, -1
        size[i] += size[j]
        member = [i if m == j else m for m in member]


def by_nomenklatura(python: str, pairs: list[tuple[str, str]], kinds: list[str]) -> tuple[np.ndarray, float]:
    """The scores of logic-v2 in an environment of its own, and the seconds of processor time they took."""
    asked = "\n".join(json.dumps([*pair, kind]) for pair, kind in zip(pairs, kinds, strict=True))
    script = HERE / "likeness_nomenklatura.py"
    seconds, scores = subprocess.run([python, str(script)], input=asked, capture_output=True, text=True, check=True).stdout.splitlines()
    return np.array(json.loads(scores)), float(seconds)


def slipped(path: Path) -> tuple[list[tuple[str, str]], np.ndarray]:
    """The pairs of a table of slips, and whether each is one name."""
    table = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(row[0], row[1]) for row in table], np.array([int(row[2]) for row in table])


def main(measured: Path, clusters: Path | None, nomenklatura: str | None, *, write: bool) -> None:
    rows = [json.loads(line) for line in measured.read_text(encoding="utf-8").splitlines()]
    pairs, labels = [(row["a"], row["b"]) for row in rows], np.array([row["label"] for row in rows])
    of_latin = np.array([latin_only(a + b) and not row["inflected"] for (a, b), row in zip(pairs, rows, strict=True)])
    of_forms = np.array([row["inflected"] for row in rows])
    by_hand = [slipped(path) for path in (slips.PATH, slips.BLIND)]
    scorers = dict(SCORERS)
    kinds = {pair: row["kind"] for pair, row in zip(pairs, rows, strict=True)}
    if nomenklatura:
        scorers["nomenklatura logic-v2"] = lambda pairs: by_nomenklatura(nomenklatura, pairs, [kinds.get(pair, "place") for pair in pairs])
    lines = [
        f"{len(rows):,} pairs, of them {of_latin.sum():,} Latin–Latin and {of_forms.sum():,} inflected; {len(by_hand[0][1])} pairs of slips.tsv, {len(by_hand[1][1])} of slips_blind.tsv.",
        "",
        "| | F1 | Latin | inflected | AP | slips F1 | blind F1 | pairs/s of one core |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, score in scorers.items():
        timed(score, pairs[:50])
        found, seconds = timed(score, pairs)
        speed = len(pairs) / seconds
        judge = f1 if name.startswith("translit") else best
        figures = [judge(found, labels), judge(found[of_latin], labels[of_latin]), judge(found[of_forms], labels[of_forms])]
        figures += [average_precision(found, labels), *(judge(timed(score, rows)[0], said) for rows, said in by_hand)]
        lines.append(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} | {speed:,.0f} |")
        print(lines[-1], flush=True)
    if clusters:
        names = [
            (n, name) for n, line in enumerate(clusters.read_text(encoding="utf-8").splitlines()) for name in json.loads(line)["variants"]
        ]
        places = list(combinations(range(len(names)), 2))
        begun = time.process_time()
        found = np.nan_to_num(np.array(COMPARER.compare_many((names[i][1], names[j][1]) for i, j in places)))
        speed = len(places) / (time.process_time() - begun)
        alike = np.zeros((len(names), len(names)))
        for (i, j), figure in zip(places, found, strict=True):
            alike[i, j] = alike[j, i] = figure
        precision, recall, both = cubed(linked(alike, 0.5), [n for n, _ in names])
        lines += [
            "",
            f"{len(names):,} variants of {names[-1][0] + 1:,} entities in one pot, average linkage at 0.5, {len(places):,} pairs at {speed:,.0f} a",
        ]
        lines[-1] += f" second of one core: B³ precision {precision:.3f}, recall {recall:.3f}, F1 {both:.3f}."
    text = "\n".join(lines)
    print(text)
    if write:
        path = HERE / "likeness.md"
        head = path.read_text(encoding="utf-8").split("<!-- measured -->")[0] if path.exists() else ""
        path.write_text(f"{head}<!-- measured -->\n{text}\n", encoding="utf-8")


if __name__ == "__main__":
    files = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    pythons = [word.partition("=")[2] for word in sys.argv[1:] if word.startswith("--nomenklatura=")]
    main(files[0], files[1] if len(files) > 1 else None, pythons[0] if pythons else None, write="--write" in sys.argv)
