"""From the measures of an alignment to a probability: a dozen features, a weight for each, one logistic curve.

Owns the features, the file of weights (`data/likeness/weights.tsv`, made by benchmarks/fit_likeness.py) and the bands. The formulas are
written once for single numbers and for NumPy arrays, which differ in a few functions only.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translit.likeness_endings import CASES, DERIVED, EITHER, FORM, GENDER
from translit.likeness_measures import Measures, Scalar
from translit.likeness_tables import HOME

SAME = 0.96
"""The probability from which two names are said to be the same: of pairs with at least this much, 99 in 100 are (docs/likeness.md)."""
LIKELY = 0.2
"""The probability from which two names are said to be likely the same, and are worth somebody's look; from 0.5 more likely than not."""
SUREST = 5.0
"""The highest logarithm of odds that names keep whose words had to be rearranged, before that is taken off."""
TWO_PERSONS = -6.0
"""What it is worth that names are those of a man and of a woman. A judgement: two persons or two forms of one name, the spelling alone cannot
tell; so they are never *same* and, where nothing else differs, not *unlike* either."""
MAYBE_TWO, MOST_MAYBE = -1.5, 3.1
"""What it is worth that names may be those of a man and of a woman, or one a case of the other, and the highest logarithm of odds that such names
keep: never *same*. A judgement."""
ADJECTIVE = -3.2
"""What it is worth that one is an adjective made of the other (Mangistau, Mangistauskiy): as often it is another name. A judgement."""


def features(m: Measures[Any], of: Any = Scalar) -> dict[str, Any]:
    """The features by name, from the measures of one alignment, or of many with `of=numpy`."""
    length = of.maximum((m.stem_a + m.stem_b) / 2, 1)
    told = of.maximum((m.told_a + m.told_b) / 200, 1)
    information = of.minimum(m.told_a, m.told_b) / 100
    slips = m.lost + m.swapped + m.near
    lone = (slips == 1) / (1 + (m.cost - m.slip) / 100)  # a slip in a name that is otherwise the same
    return {
        "root of cost": of.sqrt(m.cost / 100),
        "information": information,
        "evidence": m.evidence / 100,
        "least evidence": m.least / 100,
        "blank": m.blank / 100,
        "blank share": m.blank / 200 / told,
        "foreign per grapheme": m.foreign / length,
        "strange consonants per grapheme": m.strange / length,
        "slips per grapheme": slips / length,
        "lone slip": lone,
        "evidence against a lone slip": lone * of.minimum(m.slip_evidence, 0) / 100,
        "lone slip in a telling name": lone * information,
        "form": ((m.ending == FORM) | (m.ending == EITHER)) * 1,
        "cases": (m.ending == CASES) * 1,
    }


def logit(m: Measures[Any], worth: Any, weights: Mapping[str, float], of: Any = Scalar) -> Any:
    """The logarithm of the odds that two names are one; `worth` is what was done to their words (`likeness_words`), 0 for nothing."""
    odds = weights["always"] + sum(weights[name] * figure for name, figure in features(m, of).items())
    return of.minimum(odds, most(m, worth)) + worth + of_endings(m)


def most(m: Measures[Any], worth: Any) -> Any:
    """The highest logarithm of odds that two names keep, before what was done to their words and what is judged of their endings is added."""
    return SUREST + ((worth == 0) & (m.ending < GENDER)) * _ALL + (m.ending == EITHER) * (MOST_MAYBE - MAYBE_TWO - SUREST)


def of_endings(m: Measures[Any]) -> Any:
    """What is judged of endings whose names are often two, a logarithm of odds; the worth of other endings is fitted."""
    return (m.ending == DERIVED) * ADJECTIVE + (m.ending == GENDER) * TWO_PERSONS + (m.ending == EITHER) * MAYBE_TWO


_ALL = 1000.0
"""More than any odds."""


def read_weights(home: Path = HOME) -> dict[str, float]:
    """The weights by feature."""
    rows = (line.split("\t") for line in (home / "weights.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def band(probability: float) -> str:
    """same, likely or unlike."""
    return "same" if probability >= SAME else "likely" if probability >= LIKELY else "unlike"
