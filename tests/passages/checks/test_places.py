"""A table of places says what a dictionary says."""

from hypothesis import given
from hypothesis import strategies as st

from passages.checks.places import Places

_KEYS = st.sampled_from([*range(-3, 4), *(256 * number + 7 for number in range(40)), 2**63 - 1, -(2**63)])


@given(st.lists(st.tuples(_KEYS, st.one_of(st.none(), st.integers(-5, 2**40)))))
def test_it_is_a_dictionary(steps):
    table, plain = Places(), {}
    for key, place in steps:
        if place is None:
            table.drop(key)
            plain.pop(key, None)
        else:
            table.set(key, place)
            plain[key] = place
        assert table.get(key) == plain.get(key)
    assert {key: table.get(key) for key in plain} == plain
    assert len(table) == len(plain)


def test_it_grows():
    table = Places()
    for key in range(5000):
        table.set(key * 2**20, key)
    assert [table.get(key * 2**20) for key in range(5000)] == list(range(5000))
    for key in range(0, 5000, 2):
        table.drop(key * 2**20)
    assert (len(table), table.get(2**20), table.get(2**21)) == (2500, 1, None)
