"""How Kazakh names take their endings in both alphabets, and which form of the right name answers each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import forms_kazakh
from glossary.folding import small
from glossary.form import Form
from glossary.forms import expand
from glossary.model import KINDS, Status, Term, TermType

# Genitive, dative, accusative, locative, ablative, instrumental, attributive.
CASES = [
    ("front, a nasal", "place", "Жаңаөзен", "Жаңаөзеннің Жаңаөзенге Жаңаөзенді Жаңаөзенде Жаңаөзеннен Жаңаөзенмен Жаңаөзендегі"),
    ("back, a glide", "place", "Ақтау", "Ақтаудың Ақтауға Ақтауды Ақтауда Ақтаудан Ақтаумен Ақтаудағы"),
    ("front, a glide", "place", "Мәскеу", "Мәскеудің Мәскеуге Мәскеуді Мәскеуде Мәскеуден Мәскеумен Мәскеудегі"),
    ("front, a vowel", "place", "Шетпе", "Шетпенің Шетпеге Шетпені Шетпеде Шетпеден Шетпемен Шетпедегі"),
    ("back, a vowel", "place", "Алматы", "Алматының Алматыға Алматыны Алматыда Алматыдан Алматымен Алматыдағы"),
    ("back, voiceless", "place", "Маңғышлақ", "Маңғышлақтың Маңғышлаққа Маңғышлақты Маңғышлақта Маңғышлақтан Маңғышлақпен Маңғышлақтағы"),
    ("front, voiceless", "place", "Шымкент", "Шымкенттің Шымкентке Шымкентті Шымкентте Шымкенттен Шымкентпен Шымкенттегі"),
    ("a lateral", "place", "Орал", "Оралдың Оралға Оралды Оралда Оралдан Оралмен Оралдағы"),
    ("voiced", "place", "Тараз", "Тараздың Таразға Таразды Таразда Тараздан Таразбен Тараздағы"),
    ("a town of Russian name", "place", "Шевченко", "Шевченконың Шевченкоға Шевченконы Шевченкода Шевченкодан Шевченкомен Шевченкодағы"),
    ("д of a loan word is voiceless", "place", "Ленинград", "Ленинградтың Ленинградқа Ленинградты Ленинградта Ленинградтан Ленинградпен Ленинградтағы"),
    ("г of a loan word is front", "place", "Гонконг", "Гонконгтің Гонконгке Гонконгті Гонконгте Гонконгтен Гонконгпен Гонконгтегі"),
    ("ь of a loan word is front", "place", "Беларусь", "Беларусьтің Беларуське Беларусьті Беларусьте Беларусьтен Беларусьпен Беларусьтегі"),
    ("a cluster takes і", "place", "Минск", "Минскінің Минскіге Минскіні Минскіде Минскіден Минскімен Минскідегі"),
    ("и of a loan word is front", "place", "Берлин", "Берлиннің Берлинге Берлинді Берлинде Берлиннен Берлинмен Берлиндегі"),
    ("a surname", "person", "Иванов", "Ивановтың Ивановқа Ивановты Ивановта Ивановтан Ивановпен Ивановтағы"),
    ("a surname in -баев", "person", "Назарбаев", "Назарбаевтың Назарбаевқа Назарбаевты Назарбаевта Назарбаевтан Назарбаевпен Назарбаевтағы"),
    ("a surname in -яев", "person", "Черняев", "Черняевтің Черняевке Черняевті Черняевте Черняевтен Черняевпен Черняевтегі"),
    ("the last word", "person", "Пол Мерфи", "Пол Мерфидің Пол Мерфиге Пол Мерфиді Пол Мерфиде Пол Мерфиден Пол Мерфимен Пол Мерфидегі"),
    ("the last part", "place", "Сан-Паулу", "Сан-Паулудың Сан-Паулуға Сан-Паулуды Сан-Паулуда Сан-Паулудан Сан-Паулумен Сан-Паулудағы"),
    ("a possessed head", "place", "Маңғыстау облысы",
     "Маңғыстау облысының Маңғыстау облысына Маңғыстау облысын Маңғыстау облысында Маңғыстау облысынан Маңғыстау облысымен Маңғыстау облысындағы"),
    ("a front one", "place", "Маңғыстау түбегі",
     "Маңғыстау түбегінің Маңғыстау түбегіне Маңғыстау түбегін Маңғыстау түбегінде Маңғыстау түбегінен Маңғыстау түбегімен Маңғыстау түбегіндегі"),
    ("an abbreviation", "organisation", "ҚМГ", "ҚМГ-нің ҚМГ-ге ҚМГ-ні ҚМГ-де ҚМГ-ден ҚМГ-мен ҚМГ-дегі"),
    ("one in a vowel", "place", "КСРО", "КСРО-ның КСРО-ға КСРО-ны КСРО-да КСРО-дан КСРО-мен КСРО-дағы"),
    ("one in ш", "place", "АҚШ", "АҚШ-тың АҚШ-қа АҚШ-ты АҚШ-та АҚШ-тан АҚШ-пен АҚШ-тағы"),
    ("in Latin letters", "place", "Jañaözen", "Jañaözennıñ Jañaözenge Jañaözendı Jañaözende Jañaözennen Jañaözenmen Jañaözendegı"),
    ("back, in Latin letters", "place", "Aqtau", "Aqtaudyñ Aqtauğa Aqtaudy Aqtauda Aqtaudan Aqtaumen Aqtaudağy"),
    ("a possessed head in Latin letters", "place", "Mañğystau oblysy",
     "Mañğystau oblysynyñ Mañğystau oblysyna Mañğystau oblysyn Mañğystau oblysynda Mañğystau oblysynan Mañğystau oblysymen Mañğystau oblysyndağy"),
]  # fmt: skip


def forms(text, replacement=None, kind="place", type=TermType.NAME):
    return list(forms_kazakh.forms(Term(text, "kk", "Cyrl", Status.DEPRECATED, type=type), replacement, kind))


def answers(*given, **more):
    return {form.text: form.replacement for form in forms(*given, **more)}


@pytest.mark.parametrize(("why", "kind", "name", "expected"), CASES, ids=[row[0] for row in CASES])
def test_cases(why, kind, name, expected):
    usual = {}
    for form in forms(name, kind=kind):
        usual.setdefault(form.name, form.text)
    assert " ".join(usual[case] for case in forms_kazakh.CASES) == expected


MORE = [
    ("possessive after a consonant", "place", "Жаңаөзен", "Жаңаөзені"),
    ("and its case", "place", "Жаңаөзен", "Жаңаөзенінде"),
    ("after a vowel", "place", "Астана", "Астанасын"),
    ("with the voicing of қ", "place", "Маңғышлақ", "Маңғышлағының"),
    ("an adjective", "place", "Қазақстан", "қазақстандық"),
    ("at the head of a sentence", "place", "Қазақстан", "Қазақстандықтарға"),
    ("of a name with a hyphen", "place", "Алма-Ата", "алма-аталық"),
    ("the plural of a people", "people", "қазақ", "қазақтармен"),
    ("after a glide", "people", "қырғыз-қытай", "қырғыз-қытайлардың"),
    ("the other harmony of a surname", "person", "Черняев", "Черняевтың"),
    ("the other harmony of a loan word", "place", "Георг", "Георгтың"),
    ("a cluster without і", "place", "Минск", "Минсктің"),
]


@pytest.mark.parametrize(("why", "kind", "name", "form"), MORE, ids=[row[0] for row in MORE])
def test_other_forms(why, kind, name, form):
    assert form in answers(name, kind=kind)


def test_a_family_has_a_plural():
    assert "Назарбаевтардың" in answers("Назарбаев", kind="person", type=TermType.SHORT)


PAIRS = [
    ("harmony and sound are the right name's", "Чимкент", "Алматы", "Чимкентте", "Алматыда"),
    ("the usual harmony for either", "Кулибаев", "Құлыбаев", "Кулибаевтің", "Құлыбаевтың"),
    ("from an abbreviation", "КМГ", "ҚазМұнайГаз", "КМГ-ге", "ҚазМұнайГазға"),
    ("to a possessed head", "Маңғыстауобл", "Маңғыстау облысы", "Маңғыстауоблға", "Маңғыстау облысына"),
    ("an adjective", "Казахстан", "Қазақстан", "казахстандықтар", "қазақстандықтар"),
    ("and a capital one", "Казахстан", "Қазақстан", "Казахстандық", "Қазақстандық"),
]


@pytest.mark.parametrize(("why", "text", "replacement", "form", "expected"), PAIRS, ids=[row[0] for row in PAIRS])
def test_a_form_is_answered_by_its_case(why, text, replacement, form, expected):
    assert answers(text, replacement)[form] == expected


@pytest.mark.parametrize("name", ["Николай II", "Аспект (газет)", "К+", "№ 5"])
def test_what_takes_no_ending(name):
    assert forms(name, kind="person") == []


def test_a_name_in_small_letters_may_begin_a_sentence():
    found = answers("казак", "қазақ", "people")
    assert (found["Казактар"], found["Казак"]) == ("Қазақтар", "Қазақ")


def test_a_form_that_is_an_ordinary_word_is_none():
    assert "Алды" not in answers("Ал")


def test_the_term_itself_comes_first():
    sample = Term("Жанаөзен", "kk", "Cyrl", Status.DEPRECATED)
    assert next(expand(sample, "Жаңаөзен", "place")) == Form("base", "Жанаөзен", "Жаңаөзен")


NAME = st.text(st.sampled_from("аәбгғеёжзийкқлмнңоөпрстуұүфһцшыіьюяAÖQİIıñş -.»1"), min_size=1, max_size=16).map(str.strip).filter(bool)


@given(NAME, st.none() | NAME, st.sampled_from(sorted(KINDS)), st.sampled_from(list(TermType)))
def test_any_name_has_forms_or_none(text, replacement, kind, type):
    found = forms(text, replacement, kind, type)
    assert len({form.text for form in found}) == len(found)
    for form in found:
        assert small(form.text[1:], dotted=True).startswith(small(text[1:-1], dotted=True))
        assert (form.replacement is None) == (replacement is None)
