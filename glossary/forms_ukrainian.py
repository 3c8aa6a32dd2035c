"""The forms of Ukrainian names: seven cases, the plural of families and peoples, the adjectives of places.

As in Russian a form is paired by its case, and where one spelling is of several cases the word before it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from glossary.declension import Cell, Table, Word, fixed, paired, table, words
from glossary.form import Form, Inflection
from glossary.forms_slavic import Grammar, Sort, declined
from glossary.forms_ukrainian_words import CASES, adjective, adjective_of, agreeing, family, noun, people, possessive
from glossary.model import Term, TermType

_, _GENITIVE, _DATIVE, _ACCUSATIVE, _INSTRUMENTAL, _LOCATIVE, _ = CASES
_GOVERNED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(words("в у на"), (_LOCATIVE, _ACCUSATIVE, _GENITIVE)),
    **dict.fromkeys(words("при о об"), (_LOCATIVE,)),
    **dict.fromkeys(words("по"), (_LOCATIVE, _ACCUSATIVE)),
    **dict.fromkeys(
        words("із з зі до від од без для біля коло поблизу навколо після крім проти серед ради замість міста селища села"), (_GENITIVE,)
    ),
    **dict.fromkeys(words("завдяки всупереч назустріч місту селищу"), (_DATIVE,)),
    **dict.fromkeys(words("про через крізь"), (_ACCUSATIVE,)),
    **dict.fromkeys(words("між над перед містом селищем"), (_INSTRUMENTAL,)),
    **dict.fromkeys(words("за під"), (_INSTRUMENTAL, _ACCUSATIVE)),
    **dict.fromkeys(words("місті селищі"), (_LOCATIVE,)),
}
"""The word before a name → the cases it may ask for, the likelier first."""
_ORDINARY = words(
    "тому тома томі том кому ком сама саму самої самій самі тим тих тими такий така такі який яка яку які моя мою моєї моїй твоя твою наша нашу "
    "нашої нашій наші ваша вашу ваші вся всю всієї всім всіма вона вони ньому ним ними них неї цьому цим цих ця цю чому чого кого собі "
    "одна одну однієї одній одним мала мало мною тобі тобою була були разу разом часу часом року роком світу світом сили силі силою"
)
"""Words that begin sentences and that a rule makes of names too."""
_WORD_BEFORE = re.compile(r"([\w'’-]+)\s+\Z")
_LOOK_BACK = 40  # code points before a name that hold its preposition
_GENDERS = {"masculine": "ий", "feminine": "а", "neuter": "е", "plural": "і"}


def _surname(word: str, sort: Sort) -> Word:
    """A surname: as an adjective, in -ов and -ін, as a noun for a man; a woman's in a consonant or -о has no cases."""
    lower = word.lower()
    if lower.endswith(("их", "іх")) and len(lower) > 4:
        return fixed(word, len(CASES))
    made = possessive(word) or (adjective(word, sort) if lower.endswith(("ий", "ій", "ська", "цька", "зька")) else None)
    if made is not None:
        return made
    return fixed(word, len(CASES)) if sort is Sort.WOMAN and lower[-1] not in "ая" else noun(word, Sort.MAN)


def _gendered(part: str) -> bool:
    return possessive(part) is not None or adjective(part, Sort.MAN) is not None


GRAMMAR = Grammar(
    cases=len(CASES),
    noun=noun,
    adjective=adjective,
    agreeing=agreeing,
    surname=_surname,
    gendered=_gendered,
    patronymics=(re.compile(r"\wович\Z", re.IGNORECASE), re.compile(r"\w[іїо]вна\Z", re.IGNORECASE)),
    surnames=(
        re.compile(r"\w(?:[оеєії]в|[іїи]н|[сцз]ький|[иі]й)\Z", re.IGNORECASE),
        re.compile(r"\w(?:[оеє]ва|[іїи]на|[сцз]ька)\Z", re.IGNORECASE),
    ),
    men=words("ілля микита лука кузьма хома сава гаврила данила мустафа муса абдулла мурза ваня коля вітя ігор лазар шаміль"),
    women=words("любов айжан айнур айгуль гаухар жанар меруерт шолпан елізабет едіт кармен маргарет"),
    like_surnames=words(
        "валентин костянтин мартін севастян августин захарін алевтина валентина галина ірина катерина крістіна марина ніна поліна "
        "христина кароліна світлана єва"
    ),
    heads=words(
        "агентство академія альянс армія банк бюро газета держава місто департамент журнал завод затока інститут комісія комітет "
        "компанія конгрес конференція край міністерство море область озеро округ організація острів палата парламент партія "
        "півострів площа посольство провінція профспілка район республіка рада річка село селище союз спілка станція суд територія "
        "університет управління федерація фонд форум фракція фронт центр штат"
    ),
)
"""Ukrainian, for `forms_slavic.declined`."""


def _adjective_endings() -> dict[str, Cell]:
    """What an adjective in -ський ends in, by the form's name; all adjectives of places are alike."""
    stem = "руськ"
    return {
        f"adjective {gender} {case}": tuple(each[len(stem) :] for each in cell)
        for gender, ending in _GENDERS.items()
        for case, cell in zip(CASES, adjective(stem + ending, Sort.THING) or (), strict=True)
    }


_ADJECTIVE_ENDINGS = _adjective_endings()


def forms(term: Term, replacement: str | None, kind: str) -> Iterator[Form]:
    """The cases of a name, and what the plural and the adjective add; a name that has none gives none."""
    if term.type is TermType.ABBREVIATION and " " not in term.text:
        return
    others = None if replacement is None else _table(replacement, kind, term.type)
    yield from paired(term, _table(term.text, kind, term.type), others, _ORDINARY)


def _table(name: str, kind: str, type: TermType) -> Table:
    cells = table(declined(name, kind, GRAMMAR), CASES)
    if " " in name:
        return cells
    plural = people(name) if kind == "people" else family(name) if kind == "person" and type is not TermType.NAME else None
    if plural is not None:
        cells |= table(plural, CASES, "plural ")
    is_name = type in (TermType.NAME, TermType.SHORT) and adjective(name, Sort.THING) is None
    if kind == "place" and is_name and (derived := adjective_of(name)) is not None:
        cells |= _adjectives(derived, name)
    return cells


def _adjectives(adjective_: str, place: str) -> dict[str, Cell]:
    """All cells of the adjective of a place, in small letters and as a part of names (Жанаозенський район)."""
    stem = adjective_[:-2]
    initials = iter(place.split("-"))
    great = "-".join(part[:1].upper() + part[1:] if next(initials, "x")[:1].isupper() else part for part in stem.split("-"))
    return {name: (*(stem + each for each in endings), *(great + each for each in endings)) for name, endings in _ADJECTIVE_ENDINGS.items()}


def settled(answers: Mapping[str, str], text: str, start: int) -> str:
    """Which replacement answers a form of several cases, by the preposition or the noun that stands before it; else the first."""
    word = _WORD_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    governed = _GOVERNED.get(word[1].lower(), ()) if word is not None else ()
    return next((answers[case] for case in governed if case in answers), next(iter(answers.values())))


INFLECTION = Inflection(forms, settled)
"""The rules of Ukrainian."""
