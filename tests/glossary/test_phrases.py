"""Sentences before and after: every replacement stands in the case of what it replaces. Each line of the tables was read."""

import csv
from pathlib import Path

import pytest

from glossary import Concept, Glossary, Status, Term, TermType, normalize

HERE = Path(__file__).parent


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def glossary(language):
    """The names of one language: a variant a line, all of one preferred name in one concept."""
    terms = {}
    for row in rows(f"phrases_{language}_names.tsv"):
        latin = row["preferred"][0].lower() in "abcdefghijklmnopqrstuvwxyzäğıñöşūü"
        script, type = "Latn" if latin else "Cyrl", TermType(row["type"])
        of_one = terms.setdefault((row["preferred"], row["kind"]), {})
        for text, status in ((row["preferred"], Status.PREFERRED), (row["variant"], Status.DEPRECATED)):
            of_one[text] = Term(text, language, script, status, type=type)
    return Glossary.of(Concept(f"c{at}", kind, tuple(of_one.values())) for at, ((_, kind), of_one) in enumerate(terms.items()))


@pytest.fixture(scope="module", params=["kk", "ru"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def names(language):
    return glossary(language)


def test_there_are_enough(language):
    phrases = rows(f"phrases_{language}.tsv")
    assert len({row["before"] for row in phrases}) == len(phrases) >= {"kk": 100, "ru": 200}[language]


def test_every_phrase_is_put_right(language, names):
    wrong = [
        (row["before"], said, row["after"])
        for row in rows(f"phrases_{language}.tsv")
        if (said := normalize(row["before"], names, language).text) != row["after"]
    ]
    assert wrong == []


def test_a_second_run_changes_nothing(language, names):
    for row in rows(f"phrases_{language}.tsv"):
        assert normalize(row["after"], names, language).text == row["after"]
