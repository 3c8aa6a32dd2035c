"""What the endings of two words say: one verb, one adjective, a Kazakh form, or perhaps a spelling."""

import pytest

from glossary.discover_endings import (
    conjugated,
    derived,
    ends_otherwise,
    english_endings,
    in_another_case,
    kazakh_form,
    other_ending,
    two_kazakh_forms,
    without_ending,
)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Printed", "Prints", True),
        ("Deference", "Deferenced", True),
        ("Reader", "Reading", True),
        ("Plan", "Plane", False),
        ("Bekov", "Bekovs", False),
        ("Ahmed", "Ahmad", False),
        ("Печать", "Печати", False),
    ],
)
def test_forms_of_a_verb_are_words(one, other, answer):
    assert conjugated(one, other) is answer
    assert conjugated(other, one) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Порядковый", "Порядковая", True),
        ("Важное", "Важно", True),
        ("Запись", "ЗАПИСЯХ", True),
        ("Замечание", "ЗАМЕЧАНИЯХ", True),
        ("Малые", "Малой", True),
        ("Решение", "Разрешение", True),
        ("Готовность", "Годность", True),
        ("Перспективой", "Перспективный", True),
        ("Годно", "Годен", False),
        ("Свободно", "Свободен", True),
        ("Испания", "Гишпания", False),
        ("IP-узел", "IP-узлам", False),
        ("IP-сервер", "IP-серверам", True),
        ("Караганда", "Караганды", False),
        ("Актау", "Ақтау", False),
    ],
)
def test_genders_and_plural_cases_are_no_spellings(one, other, answer):
    assert other_ending(one, other) is answer


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Calc-те", "Calc"),
        ("Calc-тегі", "Calc"),
        ("ҚТЖ-ның", "ҚТЖ"),
        ("ҚТЖ-ң", "ҚТЖ"),
        ("Calc-файл", "Calc-файл"),
        ("Calc'ом", "Calc"),
        ("O'Neill", "O'Neill"),
        ("Кот-д'Ивуара", "Кот-д'Ивуара"),
        ("Тау-ға", "Тау-ға"),
        ("Calc", "Calc"),
    ],
)
def test_an_ending_that_is_set_off_goes(word, name):
    assert without_ending(word) == name


@pytest.mark.parametrize(
    ("name", "longer", "answer"),
    [
        ("Автобус", "Автобустар", True),
        ("Атырау", "Атыраулық", True),
        ("Спектакль", "Спектакльды", True),
        ("Ембі", "Ембіде", True),
        ("Марсель", "Марсельта", False),
        ("Нарын", "Нарынта", False),
        ("Нарын", "Нарынкол", False),
        ("Нарын", "Нарын", False),
    ],
)
def test_a_kazakh_form_follows_either_harmony_but_agrees_in_its_consonants(name, longer, answer):
    assert kazakh_form(name, longer) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Пацифик", "Пацифико", True),
        ("МАКЕТУ", "Макет", True),
        ("Тополь", "Топол", False),
        ("Аустрия", "Австрия", False),
        ("Pacific", "Pacifico", False),
    ],
)
def test_words_that_end_otherwise(one, other, answer):
    assert ends_otherwise(one, other) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Спутниктер", "Спутникті", True),
        ("Кестесіз", "Кестенің", True),
        ("Атырау", "Атыраулық", False),
        ("Шалқар", "Шалқас", False),
    ],
)
def test_two_kazakh_forms_of_one_stem(one, other, answer):
    assert two_kazakh_forms(one, other) is answer


def test_a_plural_in_ies():
    assert english_endings(["Gallery", "Galleries"]) == {(0, 1): "plural"}


def test_english_endings():
    words = ["Malta", "Maltas", "Emba", "Embas", "Russia", "Russian", "Oral", "Актау", "Актауs"]
    found = {(words[name], words[longer]): which for (name, longer), which in english_endings(words).items()}
    assert found == {("Malta", "Maltas"): "plural", ("Emba", "Embas"): "plural", ("Russia", "Russian"): "adjective"}


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Sweden", "Swedish", True),
        ("Leninist", "Leninism", True),
        ("Троцкизм", "Троцкист", True),
        ("Aktau", "Aqtau", False),
        ("Oral", "Oral", False),
    ],
)
def test_derived(one, other, answer):
    assert derived(one, other) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Бергманом", "Bergman", True),
        ("Bergman", "Бергмана", True),
        ("Игорем Бергманом", "Igor Bergman", True),
        ("Игорем Барто", "Igor Barto", True),
        ("Караганда", "Karaganda", False),
        ("Жамбыл", "Zhambyl", False),
        ("Бергманом", "Бергман", False),
    ],
)
def test_a_name_in_another_case_than_its_fellow_in_another_alphabet(one, other, answer):
    assert in_another_case(one, other) is answer
