"""What a reader is shown of the forms of a name."""

from glossary.forms_shown import lines
from glossary.model import Concept, Status, Term


def shown(text, preferred="", kind="place", language="ru", **more):
    term = Term(text, language, "Cyrl", Status.DEPRECATED if preferred else Status.PREFERRED, **more)
    terms = (term, Term(preferred, language, "Cyrl", Status.PREFERRED)) if preferred else (term,)
    return list(lines(Concept("c", kind, terms), term))


def test_a_line_for_each_form():
    assert shown("Шетпы", "Шетпе", kind="event") == ["base: Шетпы → Шетпе"]
    assert shown("Ким", kind="event")[:3] == ["base: Ким", "genitive: Кима", "dative: Киму"]


def test_a_spelling_of_several_forms_stands_in_each():
    found = shown("Жанаузень", "Жанаозен", kind="event")
    assert "genitive: Жанаузеня, Жанаузени → Жанаозена" in found
    assert "locative: Жанаузене, Жанаузени → Жанаозене" in found


def test_given_forms_are_shown():
    assert "given: Жанаузинец → Жанаозенец" in shown("Жанаузен", "Жанаозен", forms=("Жанаузинец=Жанаозенец",))


def test_an_indeclinable_name_has_its_own_line_only():
    assert shown("Жанаузен", "Жанаозен", indeclinable=True) == ["base: Жанаузен → Жанаозен"]
