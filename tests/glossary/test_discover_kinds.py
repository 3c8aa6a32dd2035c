"""What kind of thing a name is the name of, by what stands in it and beside it."""

import pytest

from glossary.discover_kinds import Kinds
from glossary.discover_name import Name, Sample
from glossary.discover_words import Words


def name(text, before="", after=""):
    return Name(text, tuple(text.split()), samples=[Sample("a.txt", before, text, after)])


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (name("Emba", "in the city of ", " that day"), "place"),
        (name("Эмба", "жители г. ", ""), "place"),
        (name("Эмба", "жители ", " района"), "place"),
        (name("Emba Oblast"), "place"),
        (name("Dana Bekova"), "person"),
        (name("Bekova", "they asked Ms. ", ""), "person"),
        (name("Жайық", "акции ООО «", "»"), "organisation"),
        (name("Party of Fishermen"), "organisation"),
        (name("Emba", "they saw ", " there"), "other"),
        (name("German", "in the ", " town"), "other"),
        (name("Эмба", "он с ", ""), "other"),
        (name("Emba", "the President “", "”"), "other"),
    ],
)
def test_kinds(given, kind):
    found = Kinds(Words.shipped()).of([given])
    assert found.kind == kind
    assert (found.reason is None) is (kind == "other")
