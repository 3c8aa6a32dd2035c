"""Pairs of words that are alike and no question, and those that stay one."""

import pytest

from glossary.discover_doubts import Doubts, another_vowel, humps, other_code, short, too_different, too_short
from glossary.discover_words import Words


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("MapLeft", "MapRight", True),
        ("KazMunayGas", "KazMunaiGaz", False),
        ("TeleTalk", "Teletalk", False),
        ("Oral", "Aral", False),
        ("KPlayer", "XPlayer", True),
        ("GTable", "Table", True),
        ("GTable", "GTabel", False),
        ("AltTab", "AltTabQ", True),
    ],
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
        ("Lena", "Rina", True),
        ("Жанат", "Shamak", True),
        ("Tarak", "Turok", False),
        ("Tara", "Toro", True),
        ("Lenger", "Lemger", False),
        ("Jecet", "Jecnet", False),
        ("Zhanatalap", "Zhonetalep", False),
    ],
)
def test_short_words_differ_in_one_sound_at_most_or_in_vowels(one, other, answer):
    assert too_different(one, other) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"), [("Faint", "Font", True), ("Актау", "Aqtau", False), ("Karaganda", "Karagonda", False)]
)
def test_nothing_is_sure_of_short_words_that_are_read_otherwise(one, other, answer):
    assert short(one, other) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [("Коринф", "Коринфа", True), ("Корея", "Корея", False), ("Аба", "Абаа", False), ("Коринф", "Коринфтің", False)],
)
def test_a_vowel_more_is_no_kazakh_ending(one, other, answer):
    assert another_vowel(one, other) is answer


@pytest.mark.parametrize(
    ("one", "other", "left"), [("Germany", "German", False), ("Greece", "Greek", False), ("Kazakh", "Kazak", True), ("Emba", "Embba", True)]
)
def test_a_people_is_no_spelling_of_its_country(one, other, left):
    (chance,) = Doubts([one, other], Words.shipped()).weighed([(0, 1)], [0.97])
    assert (chance > 0) is left


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [("Ашхабад", "Ашғабад", True), ("Postscript", "Ghostscript", False), ("Жолақты", "Бөлшекті", False), ("Boran", "Bolan", False)],
)
def test_a_letter_that_nothing_explains_is_a_question_in_a_long_name_only(one, other, left):
    (chance,) = Doubts([one, other], Words.shipped()).weighed([(0, 1)], [0.88])
    assert (chance > 0) is left


def test_no_beginning_of_an_opposite_begins_another():
    opposites = Words.shipped().opposites
    assert not [(one, other) for one in opposites for other in opposites if one != other and one.startswith(other)]
