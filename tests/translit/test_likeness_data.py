"""What the tables of likeness must be, whoever edits them."""

from __future__ import annotations

from pathlib import Path

import pytest

from translit.keyboards import neighbours
from translit.likeness_endings import CASES, DERIVED, EITHER, FORM, GENDER
from translit.likeness_graphemes import TOGETHER, folded
from translit.likeness_tables import FOREIGN, HOME, LOST, NEAR_KEY, read

TABLES = read()


def rows(name):
    return [line.split("\t") for line in (HOME / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", ["costs.tsv", "evidence.tsv", "information.tsv", "letters.tsv", "weights.tsv"])
def test_no_row_is_there_twice(name):
    keys = [frozenset(row[:2]) if name == "costs.tsv" else tuple(row[:1] if name in ("letters.tsv", "weights.tsv") else row[:2]) for row in rows(name)]  # fmt: skip
    assert len(keys) == len(set(keys))


def test_costs_are_the_same_in_both_directions_and_within_bounds():
    for (one, other), cost in TABLES.single.items():
        assert TABLES.single[other, one] == cost
        assert 0 <= cost < FOREIGN
        assert (cost == 0) >= (one == other)
    assert all(0 <= cost <= LOST for cost, name in zip(TABLES.lost, TABLES.graphemes.names, strict=True) if not name.isdigit())


def test_every_grapheme_is_read_as_itself():
    for number, name in enumerate(TABLES.graphemes.names):
        if number and name == folded(name):
            assert TABLES.graphemes.read(name) == (number,)
    assert set(TOGETHER) <= set(TABLES.graphemes.names)


def test_keys_are_neighbours_of_each_other():
    pairs = set(neighbours())
    assert {("q", "w"), ("q", "a"), ("к", "е"), ("ы", "в"), ("н", "г")} <= pairs
    assert not {("q", "p"), ("q", "z"), ("й", "ъ")} & pairs
    assert pairs == {(other, one) for one, other in pairs}
    assert all(TABLES.single.get((TABLES.graphemes.number(a), TABLES.graphemes.number(b)), FOREIGN) <= NEAR_KEY for a, b in pairs)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("-", "ом", FORM),
        ("ий", "ого", FORM),
        ("-", "ның", FORM),
        ("ого", "ому", CASES),
        ("ev", "eva", GENDER),
        ("ев", "eva", GENDER),
        ("-", "а", EITHER),
        ("-", "ский", DERIVED),
        ("ia", "ии", FORM),  # in two scripts
        ("a", "-", None),  # Latin names have no genitive plural
        ("ом", "ның", None),
    ],
)
def test_endings(one, other, kind):
    numbers = [TABLES.endings.numbers[TABLES.graphemes.read(ending) if ending != "-" else ()] for ending in (one, other)]
    assert TABLES.endings.kinds.get(tuple(numbers)) == kind
    assert TABLES.endings.kinds.get(tuple(reversed(numbers))) == kind


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ЖАҢАӨЗЕН", "жаңаөзен"),
        ("Тама́к", "тамак"),
        ("и\u0306", "й"),
        ("İzmir", "izmir"),
        ("Kyzyl–Orda", "kyzyl orda"),
        ("Sary'arqa ʻ", "sary’arqa ’"),
        ("Mock\u00adba", "mockba"),
        ("Жанаoзен", "жанаозен"),
        (" a  b ", "a b"),
        ("", ""),
    ],
)
def test_folding(text, plain):
    assert folded(text) == plain


@pytest.mark.parametrize(("letter", "like"), [("ж", "shch"), ("zh", "s"), ("қ", "gh"), ("х", "kh"), ("д", "t"), ("ф", "п"), ("ң", "n")])
def test_consonants_that_names_of_one_thing_keep(letter, like):
    one, other = (TABLES.classes[TABLES.graphemes.number(name)] for name in (letter, like))
    assert one == other > 0


@pytest.mark.parametrize("letter", ["а", "ya", "й", "ь", "ʼ", "w", "в", " ", "7"])
def test_what_is_no_consonant_or_may_be_a_vowel(letter):
    assert not any(TABLES.classes[number] for number in TABLES.graphemes.read(letter))


def test_what_was_struck_out_by_hand_is_out_and_what_was_added_is_in():
    reviewed = Path(__file__).parents[2] / "benchmarks" / "likeness_reviewed.tsv"
    costs = {frozenset(row[:2]): row[2] for row in rows("costs.tsv")}
    by_hand = [line.split("\t") for line in reviewed.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert by_hand
    for one, other, cost, _ in by_hand:
        assert costs.get(frozenset((one, other)), "out") == cost
