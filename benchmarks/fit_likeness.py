"""Fit the weights of the features of likeness: python benchmarks/fit_likeness.py MEASURED PAIRS.

After train_evidence.py. MEASURED is a file of JSON lines with pairs of one name and of two (`a`, `b`, `label`); to them are added slips of
the pen, made by the rules of slips.py from names of PAIRS, and pairs of different names (train_evidence.py), at a small weight each.
Logistic regression with a ridge. What is printed first is honest: every pair of MEASURED is judged by weights fitted without it
(ten-fold cross-validation), slips.tsv and slips_blind.tsv by weights that never saw them. Then all is fitted at once and written to weights.tsv.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import numpy as np
import slips
from train_evidence import different

from translit.likeness import COMPARER
from translit.likeness_graphemes import folded
from translit.likeness_score import SAME
from translit.likeness_tables import HOME

MADE = 800
"""Slips, and different names, that are added."""
ASKED = 800
"""Names that different ones are sought for, of places and of persons each."""
WEIGHT = 0.15
"""What each of them weighs beside a pair of MEASURED: the fewer slips there are in the lists of public names, the more there are in drafts."""
DECIDED = -4.0
"""What was judged by hand at this and below is decided: such a pair teaches nothing of the features."""
RIDGE = 1e-4
FOLDS = 10
HEAD = "feature (translit/likeness_score.py), its weight in the logarithm of the odds; by benchmarks/fit_likeness.py"


class Rows:
    """Pairs as features."""

    def __init__(self, pairs: list[tuple[str, str]], labels: list[int]) -> None:
        self.names, self.x, self.most, self.worth = COMPARER.features_of(pairs)
        self.y = np.array(labels)


def logistic(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def fit(x: np.ndarray, y: np.ndarray, worth: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The weights of the features, the constant last; by Newton's method on standardised features."""
    middle, spread = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - middle) / spread, np.ones((len(x), 1))])
    ridge = np.eye(z.shape[1]) * RIDGE * len(x)
    ridge[-1, -1] = 0
    found = np.zeros(z.shape[1])

    def loss(at: np.ndarray) -> float:
        odds = z @ at + worth
        return float((weight * (np.logaddexp(0, odds) - y * odds)).sum() + at @ ridge @ at / 2)

    for _ in range(30):
        p = logistic(z @ found + worth)
        gradient = z.T @ (weight * (p - y)) + ridge @ found
        step = np.linalg.solve((z * (weight * p * (1 - p))[:, None]).T @ z + ridge, gradient)
        while loss(found - step) > loss(found) + 1e-9:  # too far: what was judged by hand may stand far off at first
            step /= 2
        found -= step
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ middle)


def judge(rows: Rows, weights: np.ndarray, which: np.ndarray) -> np.ndarray:
    return logistic(np.minimum(rows.x[which] @ weights[:-1] + weights[-1], rows.most[which]) + rows.worth[which])


def f1(p: np.ndarray, y: np.ndarray) -> float:
    """F1 where a probability of at least 0.5 says one name."""
    said = p >= 0.5
    return 2 * float((said & (y == 1)).sum()) / float(said.sum() + y.sum())


def average_precision(p: np.ndarray, y: np.ndarray) -> float:
    ranked = y[np.argsort(-p, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(y) + 1) * ranked).sum() / y.sum())


def slipped(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names with a slip: beside the same spelling, and beside the other of their pair."""
    chance = random.Random(slips.SEED)
    rules = ("swapped", "doubled", "lost", "near key")
    found: list[tuple[str, str]] = []
    for number, (a, b) in enumerate(chance.sample(pairs, len(pairs))):
        if len(a) >= slips.SHORTEST and " " not in a:
            wrong = slips.slipped((a, a, b)[number % 3], rules[len(found) % 4], chance)
            if wrong:
                found.append((a, wrong))
        if len(found) == MADE:
            break
    return found


class Sample:
    """What the weights are fitted on: the pairs of MEASURED, and, at a small weight each, pairs made of names of PAIRS."""

    def __init__(self, measured: Path, trained: Path) -> None:
        lines = [json.loads(line) for line in measured.read_text(encoding="utf-8").splitlines()]
        aside = {folded(line[side]) for line in lines for side in "ab"}
        one, two = different(trained, aside, COMPARER.tables, ASKED)
        self.rows = Rows([(line["a"], line["b"]) for line in lines], [line["label"] for line in lines])
        self.made = Rows([*slipped(one), *two[:MADE]], [1] * MADE + [0] * MADE)

    def fitted(self, which: np.ndarray) -> np.ndarray:
        """The weights fitted on some of the measured pairs and all that were made."""
        rows, made = self.rows, self.made
        x, y = np.vstack([rows.x[which], made.x]), np.append(rows.y[which], made.y)
        worth = np.append(rows.worth[which], made.worth)
        weight = np.append(np.ones(which.sum()), np.full(len(made.y), WEIGHT))
        return fit(x, y, worth, np.where(worth > DECIDED, weight, 0))

    def weights(self) -> dict[str, float]:
        """The weights fitted on all, by feature."""
        *features, always = self.fitted(np.ones(len(self.rows.y), bool)).tolist()
        return {"always": always, **dict(zip(self.rows.names, features, strict=True))}


def pairs_of(path: Path) -> Rows:
    """The pairs of a table of slips."""
    table = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return Rows([(row[0], row[1]) for row in table], [int(row[2]) for row in table])


def main(measured: Path, trained: Path) -> None:
    sample = Sample(measured, trained)
    rows = sample.rows
    aside = {path.name: pairs_of(path) for path in (slips.PATH, slips.BLIND)}
    fold = np.random.default_rng(0).permutation(len(rows.y)) % FOLDS
    p = np.zeros(len(rows.y))
    of_slips = {name: np.zeros(len(pairs.y)) for name, pairs in aside.items()}
    for number in range(FOLDS):
        weights = sample.fitted(fold != number)
        p[fold == number] = judge(rows, weights, fold == number)
        for name, pairs in aside.items():
            of_slips[name] += judge(pairs, weights, np.ones(len(pairs.y), bool)) / FOLDS
    print(f"cross-validated: F1 {f1(p, rows.y):.4f}, average precision {average_precision(p, rows.y):.4f}")
    for name, pairs in aside.items():
        print(f"{name}: F1 {f1(of_slips[name], pairs.y):.4f}, average precision {average_precision(of_slips[name], pairs.y):.4f}")
    for bound in (0.9, 0.95, SAME, 0.98, 0.99):
        print(f"precision from {bound}: {rows.y[p >= bound].mean():.4f} of {(p >= bound).sum()}")
    text = "\n".join(["# " + HEAD, *(f"{name}\t{weight:.4f}" for name, weight in sample.weights().items()), ""])
    (HOME / "weights.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
