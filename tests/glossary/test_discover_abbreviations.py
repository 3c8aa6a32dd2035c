"""Abbreviations and their long forms: defined in brackets, by initials, by inner capitals, by syllables."""

import pytest

from glossary.discover_abbreviations import by_syllables, definitions, initials, inner_capitals

DEFINED = [
    ("the Caspian Pipeline Workers Union (CPWU) met", ("Caspian Pipeline Workers Union", "CPWU")),
    ("члены Рабочей партии трудящихся (РПТ) вышли", ("Рабочей партии трудящихся", "РПТ")),
    ("Қазақстан жұмысшылар одағы (ҚЖО) хабарлады", ("Қазақстан жұмысшылар одағы", "ҚЖО")),
    ("the All-Union League of Builders (AULB) of", ("All-Union League of Builders", "AULB")),
    ("He said so. Union of Oil Drivers (UOD)", ("Union of Oil Drivers", "UOD")),
    ("the union (see below)", None),
    ("the drivers (UOD)", None),
    ("in May (NPK) and June", None),
    ("(UOD) alone", None),
]


@pytest.mark.parametrize(("text", "pair"), DEFINED)
def test_definitions(text, pair):
    assert [(one.long, one.short) for one in definitions(text)] == ([pair] if pair else [])


@pytest.mark.parametrize(
    ("long", "letters"),
    [("All-Union Party of Builders", "aupb"), ("Союз нефтяников и газовиков", "снг"), ("Ministry of the Interior", "mi")],
)
def test_initials(long, letters):
    assert initials(long) == letters


@pytest.mark.parametrize(("word", "letters"), [("KazTransOil", "kto"), ("Kazakh", ""), ("KMG", ""), ("eMail", "")])
def test_inner_capitals(word, letters):
    assert inner_capitals(word) == letters


@pytest.mark.parametrize(
    ("short", "word", "answer"),
    [("KBM", "Karabulakmunai", True), ("KBM", "Karamai", False), ("BKM", "Karabulakmunai", False), ("KM", "Karabulakmunai", False)],
)
def test_syllables(short, word, answer):
    assert by_syllables(short, word) is answer
