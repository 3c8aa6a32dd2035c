"""A small glossary for the tests of checks."""

from glossary.glossary import Glossary
from glossary.model import Concept, Status, Term

P, A, D, S = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED


def en(text, status, **more):
    return Term(text, "en", "Latn", status, **more)


def ru(text, status, **more):
    return Term(text, "ru", "Cyrl", status, **more)


GLOSSARY = Glossary.of((
    Concept("zhanaozen", "place", (
        en("Zhanaozen", P), en("Novyi Uzen", S), ru("Жанаозен", P), ru("Жанаузень", D), ru("Жанаузен", D), ru("Жаназоен", D, misspelling=True),
        ru("Новый Узень", S, valid_until="1992"),
    )),
    Concept("aktau", "place", (en("Aktau", P), en("Shevchenko", S), ru("Актау", P), ru("Шевченко", S, valid_from="1964", valid_until="1991"))),
    Concept("mangistau", "place", (en("Mangistau", P), ru("Мангистау", P))),
    Concept("almaty", "place", (en("Almaty", P), ru("Алматы", P), ru("Алма-Ата", A))),
))  # fmt: skip
