"""Evidence beside likeness: abbreviations, the words of longer names."""

import pytest

from glossary.discover_chances import by_words, likely_pairs, same_letters
from glossary.discover_doubts import Doubts
from glossary.discover_words import Words


def test_abbreviations_of_the_same_letters():
    assert same_letters(["NPK(B)", "Aktau", "NPKB", "NPK", "NPK (B)"]) == [(0, 2), (0, 4)]


def test_abbreviations_are_the_same_letters_in_either_alphabet_and_three_at_least():
    assert same_letters(["ЕКО", "ЕKО", "S-W", "SW"]) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Оңтүстік Жолдыбай", "Солтүстік Жолдыбай"),
        ("Non-Kazakh press", "Kazakh press"),
        ("A. Lovell", "A-level"),
        ("Тәжікстан Республикасы", "Қазақстан Республикасы"),
    ],
)
def test_names_that_are_two_whatever_their_letters(one, other):
    doubts = Doubts([one, other], Words.shipped())
    judge = by_words([one, other], [one.split(), other.split()], {"республикасы"}, doubts.of_words)
    assert list(judge([(0, 1)])) == [0.0]


PARTED = [
    ("Paul Murphy", "Paul Martin"),
    ("Sea of Azov", "Sea of Japan"),
    ("Literary Gazette", "Gazette"),
    ("Чёрное Море", "Белое Море"),
    ("Control-C", "Control-D"),
    ("Line A", "Line B"),
    ("Line A", "Line"),
    ("E-Post", "Post"),
]


@pytest.mark.parametrize(("one", "other"), PARTED)
def test_names_with_other_words_are_two(one, other):
    texts = [one, other]
    parts = [[word for word in text.split() if word != "of"] for text in texts]
    assert by_words(texts, parts)([(0, 1)]) == [0.0]


def test_common_words_do_not_make_names_alike():
    countries = ["Литва", "Латвия", "Кения", "Корея", "Габон", "Гана"]
    texts = [f"{country} Республикасы" for country in countries]
    alone = by_words(countries, [[country] for country in countries])([(2, 3)])[0]
    assert by_words(texts, [text.split() for text in texts])([(2, 3)])[0] <= alone


def test_full_names_in_two_alphabets_are_compared_word_by_word():
    texts = ["Igor Bergman", "Игорем Бергманом", "Пётр Бергман"]
    judge = by_words(texts, [text.split() for text in texts], (), Doubts(texts, Words.shipped()).of_words)
    chances = likely_pairs(texts, judge)
    assert chances[0, 1] > 0.9
    assert chances.get((0, 2), 0.0) < 0.5
