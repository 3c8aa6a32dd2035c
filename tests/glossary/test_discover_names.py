"""Which words of some texts are names, and how often they stand there."""

import pytest

from glossary.discover_names import Texts
from glossary.discover_runs import is_acronym


def counts(*passages, language="en"):
    """The names of one document that stand by themselves, and how often."""
    texts = Texts()
    texts.add("a.txt", passages, language)
    return {name.text: name.alone for name in texts.names() if name.alone}


CASES = {
    "a name in the middle": (["We saw Aktau."], {"Aktau": 1}),
    "a name that begins a sentence and stands elsewhere": (["Aktau is far. We saw Aktau."], {"Aktau": 2}),
    "a word in capitals that is a word": (["Мы назвали ФАЙЛ по имени, и файл открылся."], {}),
    "two words in capitals that are words": (["Turn to SEE ALSO below. We saw Aktau."], {"Aktau": 1}),
    "a table of letters": (["rows 2 B R b r and others. We saw Aktau."], {"Aktau": 1}),
    "what stands for something else": (["Он писал ЛЛЛЛ или ЗНАКqz, а потом Актау."], {"Актау": 1}),
    "a surname that is a word": (["Белый снег и белый дом. Это писал А. Белый."], {"А. Белый": 1}),
    "a letter that ends a sentence": (["Он писал на C. Если верить ему, писал на Си."], {"Си": 1}),
    "a name that begins with an article of its own": (["They flew to La Plata, and Ben Hogan met them."], {"La Plata": 1, "Ben Hogan": 1}),
    "a word that only begins sentences": (["Rain fell. Rain again."], {}),
    "a word that is written small as well": (["They met the Chairman, and the chairman left."], {}),
    "months and days": (["On Monday in March we left Oral."], {"Oral": 1}),
    "a title before a name": (["They asked President Ivanova and Mr Bekov."], {"Ivanova": 1, "Bekov": 1}),
    "a date inside a run": (["the strike of Oral May 2011"], {"Oral": 1}),
    "a possessive": (["in Bekov’s car and in Bekov's house and Bekov's"], {"Bekov": 3}),
    "two names that stand alone, side by side once": (
        ["in Oral and in Oral and at the Emba Union and the Emba Union", "the people of Oral Emba Union came"],
        {"Oral": 3, "Emba Union": 3},
    ),
    "a full name is one": (["by Dana Bekova, by Dana Bekova"], {"Dana Bekova": 2}),
    "initials have one surname": (["D.S. Bekova General Secretary"], {}),
    "a name in capitals counts for the name": (["They left Karaganda.", "KARAGANDA AND ITS MINES TODAY"], {"Karaganda": 2}),
    "letters with a party in brackets": (["the line of the NPK (B) and the NPK (B) itself"], {"NPK (B)": 2}),
    "the ending of an abbreviation": (["two NGOs and one NGO"], {"NGO": 2}),
    "a compound of ours": (
        ["the Kazakh-speaking and English speaking part of Oral", "all Kazakh workers"],
        {"Oral": 1, "Kazakh": 1, "English": 1},
    ),
    "a name that only begins sentences, known by its forms": (
        ["Жаңаөзен үлкен. Олар Жаңаөзенде тұрады. Ақтаудан хат."],
        {"Жаңаөзен": 1, "Жаңаөзенде": 1},
    ),
    "initials begin another name": (
        ["the mayor of Oral I. I. Bekov and John F. Rogers"],
        {"Oral": 1, "I. I. Bekov": 1, "John F. Rogers": 1},
    ),
    "nothing": ([], {}),
    "numbers and signs": (["12 … 13!", "¿"], {}),
}


@pytest.mark.parametrize("case", CASES)
def test_names(case):
    passages, expected = CASES[case]
    assert counts(*passages) == expected


def test_a_kazakh_ending_behind_a_hyphen_belongs_to_no_name():
    assert counts("Ол Calc-те істейді, кейін Calc-тің өзін ашты.", language="kk") == {"Calc": 2}


def test_documents_counts_and_passages():
    texts = Texts()
    texts.add("a.txt", ["They came to Aktau and to Oral."], "en")
    texts.add("b.txt", ["Aktau lies by the sea.", "She went back to Aktau."], "en")
    aktau = next(name for name in texts.names() if name.text == "Aktau")
    assert dict(aktau.counts) == {"a.txt": 1, "b.txt": 2}
    assert [(sample.document, sample.before, sample.text, sample.after) for sample in aktau.samples][:1] == [
        ("a.txt", "They came to ", "Aktau", " and to Oral.")
    ]
    assert texts.documents == ("a.txt", "b.txt")


def test_words_of_longer_names_are_counted():
    texts = Texts()
    texts.add("a.txt", ["the Oil Union of Kyzylorda met the mayor of Kyzylorda"], "en")
    found = {name.text: (name.count, name.alone) for name in texts.names()}
    assert found["Kyzylorda"] == (2, 1)


def test_a_phrase_is_found_in_small_letters_and_within_longer_names():
    texts = Texts()
    texts.add(
        "a.txt",
        [
            "members of the German League for the Rivers’ Rights spoke",
            "the league for a rivers rights",
            "a leaflet of the League for Rivers Rights",
        ],
        "en",
    )
    found = {name.text for name in texts.names()}
    assert {"league for a rivers rights", "League for Rivers Rights", "League for the Rivers’ Rights"} <= found


@pytest.mark.parametrize(
    ("text", "answer"),
    [("KMG", True), ("AUCP (B)", True), ("США", True), ("Kmg", False), ("K", False), ("ZHANAOZEN", False), ("N.A.", False)],
)
def test_acronyms(text, answer):
    assert is_acronym(text) is answer
