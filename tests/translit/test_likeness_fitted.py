"""What was learnt can be learnt again: the weights from the pairs that they were fitted on, evidence from counts that can be checked by hand."""

from __future__ import annotations

import importlib
import sys
from math import log
from pathlib import Path

import pytest

from translit.likeness import COMPARER
from translit.likeness_tables import FOREIGN_CONSONANTS, REPEAT, read

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
DATA = BENCHMARKS.parents[1] / "shared" / "data"
TABLES = read()


@pytest.fixture
def script(monkeypatch):
    """A module of benchmarks/ by its name."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    pytest.importorskip("rapidfuzz")
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if Path(getattr(sys.modules[name], "__file__", None) or "").parent == BENCHMARKS:
            del sys.modules[name]


@pytest.mark.skipif(
    not (DATA / "pairs.jsonl").is_file() or not (DATA / "pairs-train.jsonl").is_file(), reason="the measured pairs are not here"
)
def test_the_weights_are_those_that_the_pairs_give(script):
    found = script("fit_likeness").Sample(DATA / "pairs.jsonl", DATA / "pairs-train.jsonl").weights()
    assert found == pytest.approx(COMPARER.weights, abs=0.5e-4 + 1e-6)  # four decimals are kept


def test_a_fit_finds_the_weights_that_made_the_labels(script):
    import numpy as np

    chance = np.random.default_rng(1)
    x = chance.normal(size=(40_000, 2)) * (1.0, 30.0) + (3.0, -5.0)
    worth = chance.choice((0.0, -8.0), len(x))
    odds = x @ (2.0, -0.05) - 4.0 + worth
    y = (chance.random(len(x)) < 1 / (1 + np.exp(-odds))) * 1
    fitted = script("fit_likeness").fit(x, y, worth, np.ones(len(x)))
    assert fitted == pytest.approx([2.0, -0.05, -4.0], rel=0.06)


def test_evidence_is_the_logarithm_of_how_much_oftener_one_name_has_an_operation(script):
    train = script("train_evidence")
    a, o = (TABLES.graphemes.number(letter) for letter in "ao")
    known, same = tuple(sorted((a, o))), (a, a)
    ours, theirs = {known: [90.0, 0.0, 0.0], same: [910.0, 0.0, 0.0]}, {known: [10.0, 0.0, 0.0], same: [990.0, 0.0, 0.0]}
    found = train.evidence(ours, theirs, TABLES)
    assert log(90 / 10) * 0.6 < found[known][0] < log(90 / 10)  # drawn towards what is known of such operations
    assert abs(found[same][0]) < 0.1
    assert found[known][1] < found[known][0]  # never met at the beginning: less is known
    assert found[known][1] == pytest.approx(found[known][2])


def test_evidence_is_counted_in_alignments(script):
    train = script("train_evidence")
    counts = train.count([("anna", "ana"), ("orel", "oryol")], TABLES)
    assert counts[REPEAT] == [1.0, 0.0, 0.0]
    o, r, n = (TABLES.graphemes.number(letter) for letter in "orn")
    assert counts[o, o][1] == 1.0
    assert counts[r, r][0] == 1.0
    assert counts[n, n][0] == 1.0
    assert FOREIGN_CONSONANTS not in counts
