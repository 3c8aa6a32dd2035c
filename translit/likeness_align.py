"""Two names aligned: the cheapest way from the graphemes of one to those of the other, step by step.

Owns the table of dynamic programming for a single pair, in plain Python, and the steps that reasons are told from. `likeness_bulk` does the
same for many pairs at once; the order in which the ways to a field are tried is the same there, so that ties fall alike.
"""

from __future__ import annotations

from collections import Counter

from translit.likeness_endings import CASES, Endings
from translit.likeness_measures import ENDING, FAR, MANY_CASES, POOR, Measures
from translit.likeness_tables import DOUBLED, FIRST, FOREIGN, INSIDE, LAST, SWAP, SWAPPED, Tables, exchange
from translit.values import value

EXCHANGED, MISSING, JOINED, PARTED, SWAPPED_PAIR, ADDED = range(1, 7)
"""Ways of a step: one for one, one lost, two for one, one for two, two in each other's place, one added. Of ways that cost the same the lesser wins."""
BACK = ((0, 0), (1, 1), (1, 0), (2, 1), (1, 2), (2, 2), (0, 1))
"""By way, how many graphemes of either name it takes."""

Name = tuple[int, ...]


@value
class Step:
    """One step of an alignment."""

    way: int
    """How."""
    left: Name
    """Graphemes of the one name."""
    right: Name
    """Graphemes of the other."""
    cost: int
    """In hundredths of a natural logarithm."""
    slip: bool
    """Whether it is a slip of the pen and no transliteration."""


@value
class Alignment:
    """The cheapest way from one name to another."""

    steps: tuple[Step, ...]
    """From the beginning to the endings."""
    left_ending: Name
    """The ending of the one name that was left out; mostly empty."""
    right_ending: Name
    """That of the other."""
    measures: Measures[int]
    """Its figures."""


def align(a: Name, b: Name, tables: Tables) -> Alignment:
    """The cheapest way from one name to another, both of at least one grapheme; the same steps the other way round from the other."""
    if b < a:
        found = align(b, a, tables)
        return Alignment(tuple(map(turned, found.steps)), found.right_ending, found.left_ending, found.measures)
    table, ways = _fill(a, b, tables)
    kind, cut_a, cut_b = _stems(table, a, b, tables.endings)
    i, j = len(a) - cut_a, len(b) - cut_b
    told_a, told_b = _told(a, tables), _told(b, tables)
    total, stem_a, stem_b = table[i][j], i, j
    lost = swapped = near = foreign = blank = slips = evidence = least = slip_evidence = 0
    steps: list[Step] = []
    while i or j:
        way = ways[i][j]
        before_i, before_j = i - BACK[way][0], j - BACK[way][1]
        cost = table[i][j] - table[before_i][before_j]
        left, right = a[before_i:i], b[before_j:j]
        slip = False
        if way == EXCHANGED:
            slip = (left[0], right[0]) in tables.slips
            near += slip
            foreign += cost >= FOREIGN
            operation = exchange(left[0], right[0])
        elif way in (MISSING, ADDED):
            gone = (left or right)[0]
            slip = (gone, 0) in tables.slips and cost > DOUBLED
            lost += slip
            operation = tables.loss(gone, cost)
        elif way == SWAPPED_PAIR:
            slip = True
            swapped += 1
            operation = SWAP
        else:
            operation = (*left, *right) if way == JOINED else (*right, *left)
        place = FIRST if not before_i or not before_j else LAST if i == stem_a or j == stem_b else INSIDE
        speaks = tables.speaks(operation)[place]
        if cost > POOR:
            blank += told_a[i] - told_a[before_i] + told_b[j] - told_b[before_j]
        if slip:
            slips += cost
            slip_evidence += speaks
        evidence += speaks
        least = min(least, speaks)
        steps.append(Step(way, left, right, cost, slip))
        i, j = before_i, before_j
    measures = Measures(
        total, stem_a, stem_b, told_a[stem_a], told_b[stem_b], lost, swapped, near, foreign, blank, slips, evidence, least,
        slip_evidence, _strange(a[:stem_a], b[:stem_b], tables), kind, cut_a + cut_b,
    )  # fmt: skip
    return Alignment(tuple(reversed(steps)), a[stem_a:], b[stem_b:], measures)


def _strange(a: Name, b: Name, tables: Tables) -> int:
    """Consonants by class that only one of two names has."""
    one, other = (Counter(map(tables.classes.__getitem__, name)) for name in (a, b))
    return sum(((one - other) + (other - one)).values()) - abs(one[0] - other[0])


def turned(step: Step) -> Step:
    """A step the other way round."""
    way = {MISSING: ADDED, ADDED: MISSING, JOINED: PARTED, PARTED: JOINED}.get(step.way, step.way)
    return Step(way, step.right, step.left, step.cost, step.slip)


def _fill(a: Name, b: Name, tables: Tables) -> tuple[list[list[int]], list[list[int]]]:
    """What each beginning of one name costs beside each of the other, and the last step of the cheapest way there."""
    single, double = tables.single, tables.double
    drop, add = _losses(a, tables), _losses(b, tables)
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    ways = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        table[i][0], ways[i][0] = table[i - 1][0] + drop[i - 1], MISSING
    for j in range(1, len(b) + 1):
        table[0][j], ways[0][j] = table[0][j - 1] + add[j - 1], ADDED
    beside = [[single.get((x, y), FOREIGN) for y in b] for x in a]
    for i, x in enumerate(a, 1):
        above, row, costs = table[i - 1], table[i], beside[i - 1]
        x_before, costs_before = (a[i - 2], beside[i - 2]) if i > 1 else (0, costs)
        for j, y in enumerate(b, 1):
            best, way = above[j - 1] + costs[j - 1], EXCHANGED
            if (cost := above[j] + drop[i - 1]) < best:
                best, way = cost, MISSING
            if i > 1 and (cost := table[i - 2][j - 1] + double.get((x_before, x, y), FAR)) < best:
                best, way = cost, JOINED
            if j > 1:
                if (cost := above[j - 2] + double.get((b[j - 2], y, x), FAR)) < best:
                    best, way = cost, PARTED
                if (
                    i > 1
                    and (crossed := costs[j - 2] + costs_before[j - 1]) <= POOR
                    and (cost := table[i - 2][j - 2] + SWAPPED + crossed) < best
                ):
                    best, way = cost, SWAPPED_PAIR
            if (cost := row[j - 1] + add[j - 1]) < best:
                best, way = cost, ADDED
            row[j], ways[i][j] = best, way
    return table, ways


def _losses(name: Name, tables: Tables) -> list[int]:
    """What it costs that each grapheme is not there."""
    return [
        min(tables.lost[n], DOUBLED) if place and name[place - 1] == n else tables.lost[n]
        for place, n in enumerate(name)
    ]  # fmt: skip


def _stems(table: list[list[int]], a: Name, b: Name, endings: Endings) -> tuple[int, int, int]:
    """The pair of endings that is best left out: what they are to each other, and how long each is."""
    best = table[-1][-1], 0, 0, 0
    ends_b = endings.of(b)
    for cut_a, one in endings.of(a):
        for cut_b, other in ends_b:
            kind = endings.kinds.get((one, other))
            if kind is not None:
                cost = table[len(a) - cut_a][len(b) - cut_b] + ENDING + MANY_CASES * (kind == CASES)
                if cost < best[0]:
                    best = cost, kind, cut_a, cut_b
    return best[1:]


def _told(name: Name, tables: Tables) -> list[int]:
    """How much the beginnings of a name tell, by their length."""
    told, before = [0], 0
    for n in name:
        told.append(told[-1] + tables.information.get((before, n), tables.unknown))
        before = n
    return told
