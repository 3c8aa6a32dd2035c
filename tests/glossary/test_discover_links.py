"""Groups by average linkage: what joins, what decisions forbid or force, and that order does not matter."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.discover_links import ENOUGH, link

CASES = {
    "nothing compared": (3, {}, [], [], [[0], [1], [2]]),
    "one sure pair": (3, {(0, 2): 0.9}, [], [], [[0, 2], [1]]),
    "just enough": (2, {(0, 1): ENOUGH}, [], [], [[0, 1]]),
    "not enough": (2, {(0, 1): ENOUGH - 0.01}, [], [], [[0], [1]]),
    "a chain does not hold": (3, {(0, 1): 0.9, (1, 2): 0.7}, [], [], [[0, 1], [2]]),
    "a triangle holds": (3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}, [], [], [[0, 1, 2]]),
    "the higher of two chances stands": (2, {(0, 1): 0.2, (1, 0): 0.7}, [], [], [[0, 1]]),
    "same joins what no chance joins": (3, {}, [(0, 2)], [], [[0, 2], [1]]),
    "apart parts what is sure": (2, {(0, 1): 0.99}, [], [(1, 0)], [[0], [1]]),
    "apart holds through others": (3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.9}, [], [(0, 2)], [[0, 1], [2]]),
    "apart wins over same": (3, {}, [(0, 1), (1, 2)], [(0, 2)], [[0, 1], [2]]),
}


@pytest.mark.parametrize("case", CASES)
def test_link(case):
    count, chances, same, apart, groups = CASES[case]
    assert link(count, chances, same, apart) == groups


FIXED = {
    "one name joins": ({0: "a", 2: "a"}, {}, [[0, 2], [1]]),
    "two names part": ({0: "a", 1: "b"}, {(0, 1): 0.99}, [[0], [1], [2]]),
    "what is new goes to the nearer": ({0: "a", 1: "b"}, {(0, 2): 0.7, (1, 2): 0.9}, [[0], [1, 2]]),
    "nothing new joins two names": ({0: "a", 1: "b"}, {(0, 2): 0.9, (1, 2): 0.9, (0, 1): 0.9}, [[0, 2], [1]]),
}


@pytest.mark.parametrize("case", FIXED)
def test_known_names(case):
    fixed, chances, groups = FIXED[case]
    assert link(3, chances, fixed=fixed) == groups


PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] != pair[1])


@given(st.dictionaries(PAIRS, st.floats(0, 1)), st.lists(PAIRS, max_size=4), st.lists(PAIRS, max_size=4))
def test_groups_share_out_the_items_and_keep_apart_what_is_apart(chances, same, apart):
    groups = link(10, chances, same, apart)
    assert sorted(item for group in groups for item in group) == list(range(10))
    of = {item: number for number, group in enumerate(groups) for item in group}
    assert all(of[one] != of[other] for one, other in apart)
    if not apart:
        assert all(of[one] == of[other] for one, other in same)


def brute(count, chances, enough):
    """Average linkage as the textbook has it."""
    groups = [[item] for item in range(count)]

    def score(a, b):
        return max(chances.get((a, b), 0), chances.get((b, a), 0))

    while len(groups) > 1:
        mean, left, right = max(
            (sum(score(a, b) for a in left for b in right) / (len(left) * len(right)), left, right)
            for number, left in enumerate(groups)
            for right in groups[:number]
        )
        if mean < enough:
            break
        groups = [group for group in groups if group not in (left, right)] + [left + right]
    return sorted(map(sorted, groups))


@pytest.mark.parametrize("seed", range(30))
def test_as_the_textbook_has_it(seed):
    chance = random.Random(seed)
    chances = {(a, b): chance.random() for a in range(10) for b in range(a) if chance.random() < 0.5}
    assert link(10, chances, enough=0.3) == brute(10, chances, 0.3)
