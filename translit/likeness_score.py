"""From the measures of an alignment to a probability: a dozen features, a weight for each, one logistic curve.

Owns the features, the file of weights (`data/likeness/weights.tsv`, made by benchmarks/fit_likeness.py) and the bands. The formulas are
written once for single numbers and for NumPy arrays, which differ in a few functions only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from translit.likeness_endings import CASES, FORM, GENDER
from translit.likeness_measures import Measures
from translit.likeness_tables import HOME

SAME, LIKELY = 0.97, 0.5
"""The probabilities from which two names are said to be the same, or likely the same."""


class Arithmetic:
    """The functions that single numbers have under other names than arrays."""

    log: Callable[[Any], Any] = staticmethod(math.log)
    sqrt: Callable[[Any], Any] = staticmethod(math.sqrt)
    maximum: Callable[[Any, Any], Any] = staticmethod(max)
    minimum: Callable[[Any, Any], Any] = staticmethod(min)


def features(m: Measures[Any], of: Any = Arithmetic) -> dict[str, Any]:
    """The features by name, from the measures of one alignment, or of many with `of=numpy`."""
    cost = m.cost / 100
    length = of.maximum((m.stem_a + m.stem_b) / 2, 1)
    told = of.maximum((m.told_a + m.told_b) / 200, 1)
    slips = m.lost + m.swapped + m.near
    return {
        "cost": cost,
        "cost per grapheme": cost / length,
        "cost per information": cost / told,
        "root of cost": of.sqrt(cost),
        "information": of.minimum(m.told_a, m.told_b) / 100,
        "length": of.log(length),
        "difference of lengths": abs(m.stem_a - m.stem_b) / length,
        "lost": m.lost,
        "swapped": m.swapped,
        "near key": m.near,
        "foreign": m.foreign,
        "slips per grapheme": slips / length,
        "foreign per grapheme": m.foreign / length,
        "worst": m.worst / 100,
        "beginning": m.first / 100,
        "poor": m.poor,
        "poor per grapheme": m.poor / length,
        "run": m.run / 100,
        "blank": m.blank / 100,
        "blank share": m.blank / 200 / told,
        "form": (m.ending == FORM) * 1,
        "cases": (m.ending == CASES) * 1,
        "gender": (m.ending == GENDER) * 1,
        "ending share": m.cut / length,
    }


def logit(m: Measures[Any], weights: Mapping[str, float], of: Any = Arithmetic) -> Any:
    """The logarithm of the odds that two names are one."""
    return weights["always"] + sum(weights[name] * figure for name, figure in features(m, of).items())


def read_weights(home: Path = HOME) -> dict[str, float]:
    """The weights by feature."""
    rows = (line.split("\t") for line in (home / "weights.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def band(probability: float) -> str:
    """same, likely or unlike."""
    return "same" if probability >= SAME else "likely" if probability >= LIKELY else "unlike"
