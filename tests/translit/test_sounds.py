"""What two spellings of one name come to in the rough letters of the index, and what they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.sounds import bones, sounds

ALIKE = [
    ("Жаңаөзен", "Jañaözen"),
    ("Жанаозен", "Zhanaozen"),
    ("Джанаозен", "Dzhanaozen"),
    ("Мангистау", "Mangystau"),
    ("Ярково", "Jarkovo"),
    ("Щербаков", "Shcherbakov"),
    ("Екатеринбург", "Jekaterinburg"),
    ("Tel-Aviv", "Tel Aviv"),
    ("Göteborg", "Goeteborg"),
    ("Алматы\u0301", "ALMATY"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_reading_in_common(one, other):
    assert set(sounds(one)) & set(sounds(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Жаңаөзен", "Zhanoezen"), ("Қостанай", "Gustanay"), ("Sokolova", "Соколовая"), ("Talghar", "Talkar")]
)
def test_bones_in_common(one, other):
    assert {bones(sound) for sound in sounds(one)} & {bones(sound) for sound in sounds(other)}


@pytest.mark.parametrize(("one", "other"), [("Zhanartu", "Zhanaozen"), ("Sokolova", "Yeltsin"), ("Aktau", "Atyrau")])
def test_other_names_have_other_bones(one, other):
    assert not {bones(sound) for sound in sounds(one)} & {bones(sound) for sound in sounds(other)}


@pytest.mark.parametrize("nothing", ["", "  ", "123", "’", "!?"])
def test_what_has_no_letters_has_an_empty_reading(nothing):
    assert sounds(nothing) == ("",)
    assert bones("") == ""


def test_letters_of_other_scripts_stand_for_themselves():
    assert sounds("თბილისი") == ("თბილისი",)


@given(st.text(max_size=30))
def test_any_text_has_readings_and_letter_case_does_not_count(text):
    for reading in sounds(text):
        assert not any(character.isspace() for character in reading)
        assert len(bones(reading)) <= len(reading) + 1


@given(st.text(alphabet="абвгжзийклңөşžñabdjkwy ", max_size=20))
def test_capitals_do_not_count(text):
    assert sounds(text.upper()) == sounds(text)
