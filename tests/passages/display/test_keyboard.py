"""Keys by their place: Russian and Kazakh letters as the Latin key they are typed with."""

import pytest

from passages.display.keyboard import by_place

KEYS = [
    ("the row of letters", "йцукенгшщзхъ", "qwertyuiop[]"),
    ("the middle row", "фывапролджэ", "asdfghjkl;'"),
    ("the lower row", "ячсмитьбю", "zxcvbnm,."),
    ("capitals", "ФГТЫ", "AUNS"),
    ("search and help on a Russian layout", ".,", "/?"),
    ("digits on a Kazakh layout", 'ә"іңғүұқ', "21345890"),
    ("search on a Kazakh layout", "№", "/"),
    ("all else as it is", "aZ15é漢", "aZ15é漢"),
]


@pytest.mark.parametrize(("typed", "meant"), [row[1:] for row in KEYS], ids=[row[0] for row in KEYS])
def test_a_key_is_its_place(typed, meant):
    assert "".join(map(by_place, typed)) == meant


def test_no_letter_of_the_two_alphabets_is_left_out():
    letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
    assert all(by_place(char) != char for char in letters + letters.upper())
