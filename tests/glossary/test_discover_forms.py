"""Which spellings are forms of which: of names that are there, of names that are not, of a man’s and a woman’s."""

import pytest

from glossary.discover_forms import Note, forms_among, women


def test_forms_belong_to_the_name_that_explains_most():
    words = ["Актау", "Ораза", "Кокшетау", "Бекетов", "Бекетова", "Бекетову", "Бекетовым", "Караганда", "Караганды", "Караганде"]
    found = {(words[name], words[form]): note.kind for (name, form), note in forms_among(words, ["ru"] * len(words)).items()}
    assert found[("Караганда", "Караганде")] == "form"
    assert found[("Бекетов", "Бекетову")] == "form"
    assert found[("Бекетов", "Бекетова")] == "gender"
    assert ("Бекетова", "Бекетову") not in found


def test_kazakh_forms():
    words = ["Жаңаөзен", "Жаңаөзенде", "Жаңаөзеннің"]
    assert {words[form] for name, form in forms_among(words, ["kk"] * 3) if words[name] == "Жаңаөзен"} == {"Жаңаөзенде", "Жаңаөзеннің"}


def test_forms_of_a_name_that_nobody_writes():
    words = ["Караганде", "Астана", "Караганды", "Жәнібек"]
    assert forms_among(words, ["ru"] * 4) == {(0, 2): Note("unseen", "Караганда")}


def test_forms_of_an_unseen_name_rather_than_of_one_another():
    words = ["Шалкара", "Шалкаре", "Шалкаром"]
    assert forms_among(words, ["ru"] * 3) == {(0, 1): Note("unseen", "Шалкар"), (0, 2): Note("unseen", "Шалкар")}


def test_kazakh_forms_of_an_unseen_name_of_two_words():
    assert forms_among(["Балық Базарының", "Балық Базарын"], ["kk"] * 2).keys() == {(0, 1)}


def test_a_woman_s_forms_are_a_question_too():
    words = ["Бекетов", "Бекетова", "Бекетовой"]
    notes = forms_among(words, ["ru"] * 3)
    assert {words[form]: note.kind for (name, form), note in notes.items()} == {"Бекетова": "gender", "Бекетовой": "gender"}


@pytest.mark.parametrize(
    ("man", "woman"),
    [("Bekov", "Bekova"), ("Дулатов", "Дулатова"), ("Belsky", "Belskaya"), ("Абайұлы", "Абайқызы"), ("Petrovich", "Petrovna")],
)
def test_women(man, woman):
    assert woman in women(man)


@pytest.mark.parametrize("name", ["Aktau", "Dana", "Ov", ""])
def test_no_women(name):
    assert women(name) == []
