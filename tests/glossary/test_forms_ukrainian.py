"""How Ukrainian names are declined, and which form of the right name answers each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import forms_ukrainian
from glossary.declension import choices
from glossary.forms_slavic import declined
from glossary.forms_ukrainian import GRAMMAR, settled
from glossary.forms_ukrainian_words import adjective_of
from glossary.model import KINDS, Status, Term, TermType

# Each cell's usual spelling: genitive, dative, accusative, instrumental, locative.
NAMES = [
    ("a town", "place", "Жанаозен", "Жанаозена Жанаозену Жанаозен Жанаозеном Жанаозені"),
    ("-їв", "place", "Київ", "Києва Києву Київ Києвом Києві"),
    ("-ів", "place", "Харків", "Харкова Харкову Харків Харковом Харкові"),
    ("-піль", "place", "Тернопіль", "Тернополя Тернополю Тернопіль Тернополем Тернополі"),
    ("-ець", "place", "Кременець", "Кременця Кременцю Кременець Кременцем Кременці"),
    ("-ськ", "place", "Донецьк", "Донецька Донецьку Донецьк Донецьком Донецьку"),
    ("-г softens", "place", "Петербург", "Петербурга Петербургу Петербург Петербургом Петербурзі"),
    ("-ка softens", "place", "Америка", "Америки Америці Америку Америкою Америці"),
    ("-ща", "place", "Польща", "Польщі Польщі Польщу Польщею Польщі"),
    ("-ія", "place", "Росія", "Росії Росії Росію Росією Росії"),
    ("-ця", "place", "Вінниця", "Вінниці Вінниці Вінницю Вінницею Вінниці"),
    ("a neuter in -я", "place", "Запоріжжя", "Запоріжжя Запоріжжю Запоріжжя Запоріжжям Запоріжжі"),
    ("a country in -у", "place", "Казахстан", "Казахстану Казахстану Казахстан Казахстаном Казахстані"),
    ("a doubled consonant", "place", "Умань", "Умані Умані Умань Уманню Умані"),
    ("an adjective", "place", "Рівне", "Рівного Рівному Рівне Рівним Рівному"),
    ("plural", "place", "Чернівці", "Чернівців Чернівцям Чернівці Чернівцями Чернівцях"),
    ("indeclinable", "place", "Алмати", "Алмати Алмати Алмати Алмати Алмати"),
    ("an abbreviation", "place", "СРСР", "СРСР СРСР СРСР СРСР СРСР"),
]

PHRASES = [
    ("an adjective in -а agrees", "place", "Біла Церква", "Білій Церкві"),
    ("a region", "place", "Мангистауська область", "Мангистауській області"),
    ("a town of two words", "place", "Кривий Ріг", "Кривому Розі"),
    ("what follows the head stays", "place", "Республіка Казахстан", "Республіці Казахстан"),
    ("a party", "organisation", "Партія регіонів", "Партії регіонів"),
    ("a man in -ко", "person", "Тарас Шевченко", "Тарасі Шевченкові"),
    ("a woman in -ко", "person", "Ольга Шевченко", "Ользі Шевченко"),
    ("a man in -єв", "person", "Нурсултан Назарбаєв", "Нурсултані Назарбаєві"),
    ("a woman in -ова", "person", "Наталія Соколова", "Наталії Соколовій"),
    ("an adjectival surname", "person", "Володимир Зеленський", "Володимирі Зеленському"),
]


def answers(text, replacement=None, kind="place", type=TermType.NAME):
    term = Term(text, "uk", "Cyrl", Status.DEPRECATED, type=type)
    return {form.text: form.replacement for form in forms_ukrainian.forms(term, replacement, kind)}


@pytest.mark.parametrize(("why", "kind", "name", "expected"), NAMES, ids=[row[0] for row in NAMES])
def test_names_of_one_word(why, kind, name, expected):
    assert [cell[0] for cell in declined(name, kind, GRAMMAR)][:6] == [name, *expected.split()]


@pytest.mark.parametrize(("why", "kind", "name", "locative"), PHRASES, ids=[row[0] for row in PHRASES])
def test_names_of_several_words(why, kind, name, locative):
    assert declined(name, kind, GRAMMAR)[5][0] == locative


@pytest.mark.parametrize(
    ("place", "adjective"),
    [("Київ", "київський"), ("Петербург", "петербурзький"), ("Донецьк", "донецький"), ("Кременчук", "кременчуцький"), ("Осло", None)],
)
def test_adjectives_of_places(place, adjective):
    assert adjective_of(place) == adjective


PAIRS = [
    ("the same case", "Одесса", "Одеса", "Одессою", "Одесою"),
    ("of another gender", "Цілиноград", "Астана", "Цілиноградом", "Астаною"),
    ("the doublet for the doublet", "Харьків", "Харків", "Харьковові", "Харковові"),
    ("an adjective", "Жанаузен", "Жанаозен", "жанаузенських", "жанаозенських"),
]


@pytest.mark.parametrize(("why", "text", "replacement", "form", "expected"), PAIRS, ids=[row[0] for row in PAIRS])
def test_a_form_is_answered_by_its_case(why, text, replacement, form, expected):
    assert answers(text, replacement)[form] == expected


@pytest.mark.parametrize(("before", "expected"), [("до ", "Астани"), ("завдяки ", "Астані"), ("у ", "Астані"), ("", "Астані")])
def test_the_word_before_decides(before, expected):
    found = choices(answers("Цілиноград", "Астана")["Цілинограду"])
    assert settled(found, f"{before}Цілинограду", len(before)) == expected


def test_families_and_peoples_have_a_plural():
    assert answers("Шевчэнко", "Шевченко", "person", TermType.SHORT)["Шевчэнків"] == "Шевченків"
    assert "українців" in answers("українець", None, "people")


NAME = st.text(st.sampled_from("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАЖЇ'’ -.1"), min_size=1, max_size=16).map(str.strip).filter(bool)


@given(NAME, st.none() | NAME, st.sampled_from(sorted(KINDS)), st.sampled_from(list(TermType)))
def test_any_name_has_forms_or_none(text, replacement, kind, type):
    for form, answer in answers(text, replacement, kind, type).items():
        assert form
        assert (answer is None) == (replacement is None)
