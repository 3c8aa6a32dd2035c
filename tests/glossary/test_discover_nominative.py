"""The one name that forms can be of, and when there is none that is certain."""

import pytest

from glossary.discover_nominative import nominative

CERTAIN = [
    (["Шалкаром", "Шалкара"], "ru", "Шалкар"),
    (["Темиртаус", "Шалкара"], "ru", None),
    (["Аксуйку", "Аксуйки"], "ru", "Аксуйка"),
    (["Шетпеде", "Шетпенің"], "kk", "Шетпе"),
    (["Балық Базарының", "Балық Базарын"], "kk", None),
    (["Балық Базарда", "Балық Базардан"], "kk", "Балық Базар"),
    (["Шалкара", "Шалкару"], "ru", None),
    (["Шалкара", "Шалкар", "Шалкаром"], "ru", None),
    (["Верховца", "Верховцем"], "ru", None),
    (["Павла", "Павлом"], "ru", None),
    (["Шалкаром"], "ru", None),
    ([], "ru", None),
    (["Shalkara", "Shalkarom"], "ru", None),
    (["Шалкара", "Шалкаром"], "en", None),
]


@pytest.mark.parametrize(("forms", "language", "name"), CERTAIN)
def test_only_what_the_endings_leave_no_doubt_of(forms, language, name):
    assert nominative(forms, language) == name
