"""Words that mix the letters of two alphabets: which are names, and what is said of them."""

import pytest

from glossary import Glossary, normalize
from glossary.homoglyphs import homoglyphs
from glossary.model import Concept, Status, Term

P, D = Status.PREFERRED, Status.DEPRECATED
GLOSSARY = Glossary.of(
    (
        Concept("kyiv", "place", (Term("Kyiv", "en", "Latn", P), Term("Киев", "ru", "Cyrl", P), Term("Кыев", "ru", "Cyrl", D))),
        Concept("karatal", "place", (Term("New Karatal", "en", "Latn", P), Term("Новый Каратал", "ru", "Cyrl", P))),
    )
)
WORDS = [
    ("ru", "в Kиeве", ["Kиeве"], "Киев"),
    ("ru", "Kиeв", ["Kиeв"], "Киев"),
    ("ru", "KИЕB", ["KИЕB"], "Киев"),
    ("ru", "в Hовом Каратале", ["Hовом"], "Новый Каратал"),
    ("ru", "Kыeв", ["Kыeв"], "Кыев"),
    ("en", "in Kуiv", ["Kуiv"], "Kyiv"),
    ("en", "New Kаrаtаl", ["Kаrаtаl"], "New Karatal"),
    ("ru", "Киев", [], ""),
    ("ru", "Kиeвл", [], ""),
    ("ru", "дом-kиeв", [], ""),
    ("ru", "Kиeв2", [], ""),
    ("ru", "USB-порт и Wi-Fi", [], ""),
    ("en", "plain ASCII", [], ""),
    ("ru", "", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "name"), WORDS)
def test_which_words_are_names(language, text, words, name):
    found = list(homoglyphs(GLOSSARY.lexicon(language), text))
    assert [one.text for one in found] == words
    assert all((text[one.start : one.end], one.name) == (one.text, name) for one in found)


def test_they_are_reported_once_and_never_changed():
    text = "Она живёт в Kиeве, в Киеве."
    done = normalize(text, GLOSSARY, "ru")
    assert done.text == text
    (finding,) = done.findings
    assert (finding.code, finding.text, finding.edits) == ("likely-variant", "Kиeве", ())
    assert "K → К, e → е" in finding.reason


def test_a_long_run_of_letters_costs_no_time():
    assert list(homoglyphs(GLOSSARY.lexicon("ru"), "aб" * 100_000)) == []
