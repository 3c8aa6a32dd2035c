"""Words before a name that change with it: Russian prepositions and the English indefinite article; and names that stay as they are."""

import pytest

from glossary import Glossary, normalize
from glossary.forms import forms_of
from glossary.forms_english import lead as article
from glossary.model import Concept, Status, Term
from glossary.policy import Former, Policy
from glossary.prepositions_russian import lead as preposition

PREPOSITIONS = [
    ("о Целинограде", "Целинограде", "Астане", (0, "об ")),
    ("О Целинограде", "Целинограде", "Астане", (0, "Об ")),
    ("О ЦЕЛИНОГРАДЕ", "ЦЕЛИНОГРАДЕ", "АСТАНЕ", (0, "ОБ ")),
    ("об Акмоле", "Акмоле", "Целинограде", (0, "о ")),
    ("об Акмоле", "Акмоле", "Астане", None),
    ("о Ереване", "Ереване", "Юрмале", None),
    ("обо Акмоле", "Акмоле", "Целинограде", None),
    ("о «Целинограде", "Целинограде", "Астане", (0, "об «")),
    ("о\n  Целинограде", "Целинограде", "Астане", (0, "об\n  ")),
    ("кино Целинограде", "Целинограде", "Астане", None),
    ("то-о Целинограде", "Целинограде", "Астане", None),
    ("о старом Целинограде", "Целинограде", "Астане", None),
    ("о, Целинограде", "Целинограде", "Астане", None),
    ("во Фрунзе", "Фрунзе", "Бишкеке", (0, "в ")),
    ("в Бишкеке", "Бишкеке", "Фрунзе", (0, "во ")),
    ("в Фрунзе", "Фрунзе", "Бишкеке", None),
    ("с Лембергом", "Лембергом", "Львовом", (0, "со ")),
    ("с Ленинградом", "Ленинградом", "Ставрополем", (0, "со ")),
    ("с Ленинградом", "Ленинградом", "Санкт-Петербургом", None),
    ("к Лембергу", "Лембергу", "Львову", (0, "ко ")),
    ("о КПСС", "КПСС", "ООН", None),
    ("о Taldyk", "Taldyk", "Астане", None),
    ("Целинограде", "Целинограде", "Астане", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "replacement", "expected"), PREPOSITIONS)
def test_a_preposition_takes_the_shape_the_new_name_asks_for(text, said, replacement, expected):
    assert preposition(text, text.index(said), said, replacement) == expected


ARTICLES = [
    ("a Tselinograd firm", "Tselinograd", "Astana", (0, "an ")),
    ("an Akmola firm", "Akmola", "Zhanaozen", (0, "a ")),
    ("A Tselinograd firm", "Tselinograd", "Astana", (0, "An ")),
    ("A TSELINOGRAD FIRM", "TSELINOGRAD", "ASTANA", (0, "AN ")),
    ("a Uzen firm", "Uzen", "Astana", None),
    ("a Kiev firm", "Kiev", "Eupatoria", None),
    ("a KMG firm", "KMG", "Astana", None),
    ("an Tselinograd firm", "Tselinograd", "Astana", None),
    ("Plaza Tselinograd", "Tselinograd", "Astana", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "replacement", "expected"), ARTICLES)
def test_an_article_goes_with_the_sound_of_the_name(text, said, replacement, expected):
    assert article(text, text.index(said), said, replacement) == expected


def term(text, status=Status.PREFERRED, **more):
    return Term(text, "ru", "Cyrl", status, **more)


CITY = Concept("city", "place", (term("Астана"), term("Целиноград", Status.SUPERSEDED), term("Астанна", Status.DEPRECATED)))
GLOSSARY = Glossary.of((CITY,))


@pytest.mark.parametrize(
    ("policy", "before", "after"),
    [
        (Policy(former=Former.REPLACE), "Речь о Целинограде.", "Речь об Астане."),
        (Policy(), "Речь о Целинограде.", "Речь о Целинограде."),
        (Policy(former=Former.GLOSS), "Он писал про Целиноград.", "Он писал про Целиноград (ныне Астана)."),
    ],
)
def test_the_edit_covers_both(policy, before, after):
    done = normalize(before, GLOSSARY, "ru", policy)
    assert done.text == after
    assert normalize(done.text, GLOSSARY, "ru", policy).text == after
    (finding,) = done.findings
    assert before[finding.start : finding.end] == finding.text
    assert all(finding.start <= edit.start and edit.end <= finding.end for edit in finding.edits)


FIXED = Concept(
    "fixed",
    "place",
    (term("Кобда", indeclinable=True), term("Хобдинск", Status.DEPRECATED), term("Хобда", Status.DEPRECATED, forms=("Хобды=Кобды",))),
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("в Хобдинске", "в Кобда"),
        ("из Хобдинска", "из Кобда"),
        ("Хобдинск стоит.", "Кобда стоит."),
        ("до Хобды", "до Кобды"),
        ("хобдинский колодец", "хобдинский колодец"),
    ],
)
def test_an_indeclinable_name_answers_every_case_as_it_is(before, after):
    assert normalize(before, Glossary.of((FIXED,)), "ru").text == after


def test_an_indeclinable_name_has_no_forms_of_its_own():
    assert [form.text for form in forms_of(FIXED, FIXED.terms[0])] == ["Кобда"]
