"""Pairs of words that are alike and no question, and those that stay one."""

import pytest

from glossary.discover_doubts import Doubts, humps, other_code, other_ending, too_short
from glossary.discover_words import Words


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [("MapLeft", "MapRight", True), ("KazMunayGas", "KazMunaiGaz", False), ("TeleTalk", "Teletalk", False), ("Oral", "Aral", False)],
)
def test_identifiers_are_compared_hump_by_hump(one, other, answer):
    assert other_code(one, other) is answer


@pytest.mark.parametrize(("word", "parts"), [("KazTransOil", ["Kaz", "Trans", "Oil"]), ("MacLeod", ["MacLeod"]), ("NATO", ["NATO"])])
def test_humps(word, parts):
    assert humps(word) == parts


@pytest.mark.parametrize(
    ("one", "other", "answer"), [("Ac", "Ec", True), ("Ош", "Osh", False), ("Guide", "Gid", True), ("Shetpe", "Shetp", False)]
)
def test_short_words_are_no_question_unless_they_are_read_alike(one, other, answer):
    assert too_short(one, other, 0.9) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Порядковый", "Порядковая", True),
        ("Важное", "Важно", True),
        ("Запись", "ЗАПИСЯХ", True),
        ("Замечание", "ЗАМЕЧАНИЯХ", True),
        ("Караганда", "Караганды", False),
        ("Актау", "Ақтау", False),
    ],
)
def test_genders_and_plural_cases_are_no_spellings(one, other, answer):
    assert other_ending(one, other) is answer


@pytest.mark.parametrize(
    ("one", "other", "left"), [("Germany", "German", False), ("Greece", "Greek", False), ("Kazakh", "Kazak", True), ("Emba", "Embba", True)]
)
def test_a_people_is_no_spelling_of_its_country(one, other, left):
    (chance,) = Doubts([one, other], Words.shipped()).weighed([(0, 1)], [0.97])
    assert (chance > 0) is left
