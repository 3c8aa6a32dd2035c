"""Words that look like a name, and words that only seem to; each with the name it is taken for, or None."""

import pytest

from glossary.glossary import Glossary
from glossary.lexicon import Lexicon
from glossary.likely import LookAlikes
from glossary.model import Concept, Status, Term


def preferred(concept, kind, *texts, language="en", script="Latn"):
    return Concept(
        concept,
        kind,
        tuple(Term(text, language, script, Status.PREFERRED if at == 0 else Status.ADMITTED) for at, text in enumerate(texts)),
    )


GLOSSARY = Glossary.of(
    (
        preferred("zhanaozen", "place", "Zhanaozen"),
        preferred("karazhanbasmunai", "organisation", "Karazhanbasmunai"),
        preferred("stockholm", "place", "Stockholm"),
        preferred("mangistau", "place", "Mangistau"),
        preferred("nazarbayev", "person", "Nursultan Nazarbayev", "Nazarbayev"),
        preferred("lehnert", "person", "Christine Lehnert"),
        preferred("berlin", "place", "Berlin"),
    )
)

SAMPLES = [
    ("Zhannaozen", "Zhanaozen"),  # doubled
    ("Zhnaaozen", "Zhanaozen"),  # swapped
    ("Zhanaosen", "Zhanaozen"),  # one sound, two letters
    ("Dzhanaozen", "Zhanaozen"),  # by way of Russian
    ("Karazhanbasmunay", "Karazhanbasmunai"),
    ("Stokholm", "Stockholm"),
    ("Mangistaw", "Mangistau"),
    ("Nazarabyev", "Nazarbayev"),
    ("Mangisgau", "Mangistau"),  # a neighbouring key
    ("Mangiskau", None),  # no neighbour
    ("Nazarbayeva", None),  # a gender form
    ("Nazarbayevs", None),
    ("Zhanaozen", None),  # known
    ("zhannaozen", None),  # no capital
    ("Christie", None),  # given names are not compared
    ("Merlin", None),  # another word
    ("Berlim", None),  # one consonant for another is no slip we know
]


@pytest.mark.parametrize(("word", "name"), SAMPLES)
def test_likely(word, name):
    found = [one.name for _, one in LookAlikes(GLOSSARY.lexicon("en")).find([f"They came to {word} at six."])]
    assert found == ([name] if name else [])


ENDINGS = [
    ("ru", "Северный Кавказ", "Северной"),
    ("ru", "Средняя Азия", "Среднее"),
    ("ru", "Средняя Азия", "Средними"),
    ("ru", "Соколовка", "Соколовкой"),
    ("kk", "Тұрлыбек", "Тұрлыбекпен"),
    ("kk", "Бұрабайлы", "Бұрабайлыға"),
]


@pytest.mark.parametrize(("language", "name", "word"), ENDINGS)
def test_what_only_ends_otherwise_is_another_word(language, name, word):
    names = Glossary.of((preferred("name", "place", name, language=language, script="Cyrl"),))
    assert not list(LookAlikes(names.lexicon(language)).find([f"… {word} …"]))


def test_a_slip_before_the_ending_is_found():
    names = Glossary.of((preferred("name", "place", "Северный Кавказ", language="ru", script="Cyrl"),))
    assert [one.text for _, one in LookAlikes(names.lexicon("ru")).find(["На Севереный Кавказ"])] == ["Севереный"]


def test_a_word_also_written_in_lower_case_is_no_name():
    glossary = Glossary.of((preferred("holland", "place", "Hollander"),))
    assert not list(LookAlikes(glossary.lexicon("en")).find(["Holander and holander"]))


def test_it_says_where_how_much_and_why():
    ((number, one),) = LookAlikes(GLOSSARY.lexicon("en")).find(["Nothing.", "In Stokholm"])
    assert (number, one.start, one.end, one.text, one.concept) == (1, 3, 11, "Stokholm", "stockholm")
    assert 0.8 < one.score < 1
    assert one.reason == "c lost"


def test_a_large_glossary_is_not_searched(monkeypatch):
    monkeypatch.setattr("glossary.compiling.MOST_WORDS", 3)
    assert not list(LookAlikes(Lexicon.compile(GLOSSARY, "en")).find(["Zhannaozen"]))
