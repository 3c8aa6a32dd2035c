"""What an alignment of two names says in figures, and the features that the score is made of.

Owns the measures (whole numbers, the same from one pair and from many) and the formulas that make features of them. A formula is
written once and works on single numbers and on NumPy arrays: it is given the few functions that differ. Owns no weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

Number = TypeVar("Number")

FAR = 1 << 20
"""A cost that is never taken."""
POOR = 250
"""The cost above which a step speaks against one name: one in twelve."""
ENDING = 300
"""What leaving out a pair of endings costs, so that it is not done for nothing."""
MANY_CASES = 100
"""And the more where neither is the citation form."""


@dataclass(frozen=True, slots=True)
class Measures(Generic[Number]):
    """The figures of one alignment, or of many as arrays; costs in hundredths of a natural logarithm."""

    cost: Number
    """Of all steps together."""
    stem_a: Number
    """Graphemes of the one name, without its ending."""
    stem_b: Number
    """Graphemes of the other."""
    told_a: Number
    """How much the one name tells, without its ending."""
    told_b: Number
    """How much the other tells."""
    lost: Number
    """Letters that a slip of the pen lost or added."""
    swapped: Number
    """Neighbours in each other's place."""
    near: Number
    """Letters for one beside it on the keyboard."""
    foreign: Number
    """Graphemes beside one that they have nothing to do with."""
    blank: Number
    """How much the graphemes of steps that are dearer than `POOR` tell, of both names together."""
    slip: Number
    """The cost of steps that are slips of the pen."""
    evidence: Number
    """How much all steps together speak for one name."""
    least: Number
    """The step that speaks most against it; 0 or less."""
    slip_evidence: Number
    """How much those of them that are slips of the pen speak for one name."""
    strange: Number
    """Consonants of either name without its ending, by rough class (`likeness_tables.CLASSES`), that the other has no match for, wherever it stands."""
    ending: Number
    """What the endings left out are to each other (`likeness_endings`); 0 where none were."""
    cut: Number
    """Graphemes of these endings together."""


FIGURES = tuple(field.name for field in fields(Measures))
"""The names of the figures, in their order."""


class Scalar:
    """The functions that single numbers have under other names than arrays."""

    log: Callable[[Any], Any] = staticmethod(math.log)
    sqrt: Callable[[Any], Any] = staticmethod(math.sqrt)
    maximum: Callable[[Any, Any], Any] = staticmethod(max)
    minimum: Callable[[Any, Any], Any] = staticmethod(min)


def per_grapheme(m: Measures[Any], of: Any = Scalar) -> Any:
    """The cost for each grapheme, in natural logarithms."""
    return m.cost / 100 / of.maximum((m.stem_a + m.stem_b) / 2, 1)
