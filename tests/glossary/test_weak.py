"""Weak names: which texts decide them, what is said of the others, and that nothing undecided is changed.

Samples: a text, what `normalize` makes of it, and the codes of its findings.
"""

import pytest

from glossary import Glossary, find, normalize
from glossary.catalog_check import check_catalog
from glossary.lint import lint
from glossary.model import Concept, Guard, Status, Term, TermType
from glossary.normalizer import Passage, examine
from glossary.po_scanner import scan
from glossary.policy import Former, Policy

P, A, D, S = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED


def term(text, status=P, language="en", script="Latn", **more):
    return Term(text, language, script, status, sources=("test",), **more)


def surname(text, status=P, **more):
    return term(text, status, type=TermType.SHORT, weak=True, **more)


GLOSSARY = Glossary.of(
    (
        Concept("aigul", "person", (
            term("Aigul Serikova"), term("Aygul Serikova", D), surname("Serikova"), surname("Serikovaya", D, misspelling=True),
            surname("Serikowa", A), surname("Ospanova", S, valid_until="1999"),
            term("Айгуль Серикова", P, "ru", "Cyrl"), surname("Серикова", P, language="ru", script="Cyrl"),
        )),
        Concept("dana", "person", (
            term("Dana Serikova"), surname("Serikova", guard=Guard(("singer",), ("pilot",))),
            term("Дана Серикова", P, "ru", "Cyrl"),
        )),
        Concept("serik", "place", (term("Serik"), term("Seriq", D, weak=True), term("Sericovo", D))),
    )
)  # fmt: skip

TEXTS = [
    ("a weak name alone is a hint", "Serikovaya came.", "Serikovaya came.", ["weak-name"]),
    ("the full name before it", "Aigul Serikova sang. Serikovaya left.", "Aigul Serikova sang. Serikova left.", ["misspelling"]),
    ("the full name after it", "Serikovaya left. Aigul Serikova sang.", "Serikova left. Aigul Serikova sang.", ["misspelling"]),
    ("a wrong full name is a strong one too", "Aygul Serikova. Serikovaya.", "Aigul Serikova. Serikova.", ["deprecated", "misspelling"]),
    ("a full name in another form", "Aigul Serikova’s song. Serikovaya.", "Aigul Serikova’s song. Serikova.", ["misspelling"]),
    ("the full name of another does not decide", "Dana Serikova. Serikovaya.", "Dana Serikova. Serikovaya.", ["weak-name"]),
    ("another weak name does not decide", "Ospanova, Serikovaya.", "Ospanova, Serikovaya.", ["weak-name", "weak-name"]),
    ("a weak preferred name is nothing to speak of", "Serikova came.", "Serikova came.", []),
    ("nor is an admitted one alone", "Serikowa came, and Serikova.", "Serikowa came, and Serikova.", []),
    ("an admitted one beside the preferred", "Aigul Serikova, Serikova, Serikowa", "Aigul Serikova, Serikova, Serikowa", ["mixed"]),
    ("a place may have one", "Seriq is near.", "Seriq is near.", ["weak-name"]),
    ("and be decided", "Seriq is near Serik.", "Serik is near Serik.", ["deprecated"]),
    ("strong names are changed as ever", "Sericovo", "Serik", ["deprecated"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "codes"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_what_becomes_of_a_weak_name(text, wanted, codes):
    done = normalize(text, GLOSSARY)
    assert (done.text, [finding.code for finding in done.findings]) == (wanted, codes)
    assert normalize(done.text, GLOSSARY).text == done.text


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Serikova", {"aigul": True, "dana": True}),
        ("Dana Serikova met Serikova", {"dana": False}),
        ("Aigul Serikova met Serikova", {"aigul": False}),
        ("the singer Serikova", {"dana": False}),
        ("the pilot Serikova", {"aigul": True}),
        ("Aigul Serikova and Dana Serikova met Serikova", {"aigul": False, "dana": False}),
    ],
)
def test_whom_a_shared_surname_may_mean(text, concepts):
    found = [one for one in find(text, GLOSSARY) if one.text == "Serikova"]
    assert {one.concept: one.weak for one in found} == concepts


def test_a_name_in_another_passage_of_the_document_decides():
    passages = [Passage("Serikovaya left."), Passage("Aigul Serikova sang.", 100)]
    (finding,) = examine(passages, GLOSSARY.lexicon("en"), Policy(), "en")
    assert [edit.replacement for edit in finding.edits] == ["Serikova"]
    assert "Aigul Serikova stands in the text" in finding.reason


@pytest.mark.parametrize(
    "policy", [Policy(strict=True), Policy(former=Former.REPLACE), Policy(former=Former.GLOSS), Policy(first_mention=True)]
)
def test_no_policy_changes_an_undecided_one(policy):
    text = "Ospanova, Serikowa and Serikovaya"
    assert normalize(text, GLOSSARY, policy=policy).text == text


def test_a_former_weak_name_that_is_decided_is_replaced_on_request():
    text = "Ospanova left. It rained for a week, and the river rose to the lower windows. Aigul Serikova sang."
    assert normalize(text, GLOSSARY, policy=Policy(former=Former.REPLACE)).text == text.replace("Ospanova", "Serikova")


def test_a_large_termbase_knows_them_too():
    from io import BytesIO

    from glossary.large import LargeLexicon, write_large

    file = BytesIO()
    write_large(GLOSSARY, "en", file)
    with LargeLexicon(file.getvalue()) as large:
        for _, text, *_ in TEXTS:
            assert large.for_text(text).find(text) == GLOSSARY.lexicon("en").find(text)


def test_weak_names_may_be_shared_by_concepts():
    assert [fault.code for fault in lint(GLOSSARY)] == []


CATALOG = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "%s"\nmsgstr "%s"\n'


@pytest.mark.parametrize(
    ("said", "translated", "codes"),
    [
        ("Serikova came", "Она пришла", []),
        ("Aigul Serikova came", "Она пришла", ["missing-name"]),
        ("Aigul Serikova came", "Серикова пришла", []),
    ],
)
def test_a_catalog_need_not_repeat_an_undecided_one(said, translated, codes):
    catalog = scan((CATALOG % (said, translated)).encode(), "ru.po")
    assert [finding.code for finding in check_catalog(catalog, GLOSSARY.lexicon)] == codes
