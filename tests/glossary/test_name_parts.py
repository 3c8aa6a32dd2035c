"""Which names of an original are parts of something else."""

import pytest

from glossary.name_parts import is_attribute, is_of_list, is_of_other_place


def span(text, word):
    start = text.index(word)
    return start, start + len(word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("birds of New Mexico", "Mexico"),
        ("the State of Georgia", "Georgia"),
        ("Greater Poland", "Poland"),
        ("Fort de France", "France"),
        ("trains to Mexico City", "Mexico"),
        ("Port of Spain", "Spain"),
        ("Île-de-France", "France"),
        ("округа Колумбия", "Колумбия"),
    ],
)
def test_a_part_of_another_place(text, word):
    assert is_of_other_place(text, *span(text, word))


@pytest.mark.parametrize(("text", "word"), [("in Mexico", "Mexico"), ("the hills of France", "France"), ("Georgia", "Georgia")])
def test_a_place_of_its_own(text, word):
    assert not is_of_other_place(text, *span(text, word))


@pytest.mark.parametrize(
    ("text", "listed"), [("Munir,Rim,Musa", True), ("Rim|Sara", True), ("Sara|Rim", True), ("Rim, Sara", False), ("Rim", False)]
)
def test_an_item_of_a_list_for_a_machine(text, listed):
    assert is_of_list(text, *span(text, "Rim")) is listed


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Muslim faith", True),
        ("Muslim (Arab) armies", True),
        ("a Muslim in the town", False),
        ("a Muslim.", False),
        ("Muslim Arabs", False),
    ],
)
def test_an_attribute_stands_before_a_common_noun(text, attribute):
    assert is_attribute(text, span(text, "Muslim")[1]) is attribute
