"""What folding throws together, and what the shape of a spelling keeps apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.folding import IGNORED, SEPARATOR, capitals, fold, fold_character, is_word, shape, small

TOGETHER = [
    ("Kazak", "KAZAK"),
    ("Жаңаөзен", "ЖАҢАӨЗЕН"),
    ("Алёна", "АЛЕНА"),
    ("Luleå", "LULEA"),
    ("İ ı I i", "i i i i"),
    ("ΟΔΟΣ", "οδος"),
    ("Tel-Aviv", "tel aviv"),
    ("D’Arcy", "d'arcy"),
    ("Sevastopolʹ", "sevastopol'"),
    ("\u1f84", "\u03b1"),
    ("\U00010400", "\U00010428"),
]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_folds_together(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("character", ["\u0301", "\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u1161", "\U0001d165"])
def test_modifiers_are_ignored(character):
    assert fold(character) == bytes([IGNORED])


@pytest.mark.parametrize("character", [*" \t\n\r\0\x02\x1c\x7f-’'ʼʹ.,«»—()…№", "\u00a0", "\u2028", "\ud800", "😀", "\ufffe", "\ue000"])
def test_what_is_no_part_of_a_word_separates(character):
    assert fold(character) == fold("я" + character)[1:] == bytes([SEPARATOR])


@given(st.text(st.characters()))
def test_a_byte_for_each_code_point_whatever_its_neighbours(text):
    assert fold(text) == bytes(map(fold_character, text))


@given(st.characters(exclude_categories=("Cs",)))
def test_composed_and_decomposed_fold_alike(character):
    ignored = bytes([IGNORED])
    nfc, nfd = (unicodedata.normalize(form, "a" + character + "b") for form in ("NFC", "NFD"))
    assert fold(nfc).replace(ignored, b"") == fold(nfd).replace(ignored, b"")


@given(st.characters(exclude_characters="_"))  # which joins words and marks emphasis
def test_a_word_character_is_never_a_separator(character):
    assert is_word(character) <= (fold(character)[0] != SEPARATOR)


SHAPES = [
    ("Novyi\n   Uzen", "Novyi Uzen"),
    ("Novyi \r\n\tUzen", "Novyi Uzen"),
    ("Novyi\u00a0Uzen", "Novyi Uzen"),
    ("Novyi\n\nUzen", "Novyi  Uzen"),
    ("Novyi\r\n \r\nUzen", "Novyi  Uzen"),
    ("Tel‑Aviv", "Tel-Aviv"),
    ("Tel-\n  Aviv", "Tel-Aviv"),
    ("Tel - Aviv", "Tel - Aviv"),
    ("Workers’ ʼ‘ʹ＇", "Workers' ''''"),
    ("Алёна ЁЖ", "Алена ЕЖ"),
    ("Але\u0308на", "Алена"),
    ("Lule\u0061\u030a", "Luleå"),
    ("Zhana\u00adozen\u200b", "Zhanaozen"),
    ("Kazak", "Kazak"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_shape(text, expected):
    assert shape(text) == expected


@given(st.text(st.sampled_from("aåeёй \n\r\t-’'\u0308\u030a\u0306\u00ad\u200bZ\u00a0한")))
def test_composed_and_decomposed_have_one_shape(text):
    assert shape(unicodedata.normalize("NFD", text)) == shape(unicodedata.normalize("NFC", text))


CASES = [
    ("istanbul", False, "ISTANBUL", "istanbul"),
    ("istanbul", True, "İSTANBUL", "istanbul"),
    ("Qızılorda", True, "QIZILORDA", "qızılorda"),
    ("Straße", False, "STRASSE", "straße"),
    ("Οδός", False, "ΟΔΌΣ", "οδός"),
]


@pytest.mark.parametrize(("text", "dotted", "great", "little"), CASES)
def test_cases_follow_the_alphabet(text, dotted, great, little):
    assert capitals(text, dotted=dotted) == great
    assert small(text, dotted=dotted) == little
