"""The forms of Russian names: six cases, the plural of families and peoples, the adjectives of places.

A variant's form is paired by its case with the same case of the name that takes its place, whatever the genders of the two: в Новом
Узене → в Жанаозене. Where one spelling is of several cases (Жанаузени) and they differ in the other name, the words before it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from glossary.declension import Cell, Table, paired, table, words
from glossary.form import Form, Inflection
from glossary.forms_russian_names import GRAMMAR
from glossary.forms_russian_words import CASES, adjective, adjective_of, family, people
from glossary.forms_slavic import Sort, declined
from glossary.model import Term, TermType
from glossary.prepositions_russian import lead

_GENDERS = {"masculine": "ий", "feminine": "ая", "neuter": "ое", "plural": "ие"}
_ANY, _GENITIVE, _DATIVE, _ACCUSATIVE, _INSTRUMENTAL, _LOCATIVE = CASES

_GOVERNED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(words("в во на"), (_LOCATIVE, _ACCUSATIVE)),
    **dict.fromkeys(words("при о об обо"), (_LOCATIVE, _ACCUSATIVE)),
    **dict.fromkeys(
        words(
            "из от ото до у без для около возле близ вблизи вокруг после кроме против среди ради из-за из-под вместо мимо внутри вне "
            "напротив города города-героя посёлка поселка"
        ),
        (_GENITIVE,),
    ),
    **dict.fromkeys(words("с со"), (_INSTRUMENTAL, _GENITIVE)),
    **dict.fromkeys(words("к ко благодаря вопреки согласно навстречу городу посёлку поселку"), (_DATIVE,)),
    "по": (_DATIVE, _LOCATIVE, _ACCUSATIVE),
    **dict.fromkeys(words("про через сквозь"), (_ACCUSATIVE,)),
    **dict.fromkeys(words("между над надо перед передо городом посёлком поселком"), (_INSTRUMENTAL,)),
    **dict.fromkeys(words("за под"), (_INSTRUMENTAL, _ACCUSATIVE)),
    **dict.fromkeys(words("городе посёлке поселке"), (_LOCATIVE,)),
}
"""The word before a name → the cases it may ask for, the likelier first; which prepositions take which cases every grammar has, their order is derived."""
_MOTION = re.compile(
    r"\b(?:(?:при|у|вы|пере|по|въ|за)?(?:ех|езж)а|при(?:бы|лет|вез)|отправ|направ|верну|возвра|поезд|визит|переезд|въезд|идт?и|"
    r"ш[её]л|шл[аи]|ед[еу]т|(?:при|у|вы|пере|по)?лет[еия]|командиров|сосла|ссыл|эвакуир|депортир|переброс|дорог|путь|рейс|поставк|экспорт)\w*\W+(?:\w+\W+)?\Z",
    re.IGNORECASE,
)
"""What makes в and на ask where to, not where."""
_HAS_OWNER = re.compile(
    r"(?:президент|премьер|министр|министерств|правительств|власт|парламент|сенат|конгресс|сейм|конституци|закон|прокуратур|посол|посл[ауе]|"
    r"посольств|консул|граждан|жител|населени|территори|столиц|границ|государств|эконом|бюджет|банк|валют|доллар|рын[ок]|сборн|арми|войск|спецслужб|"
    r"разведк|лидер|руководств|делегаци|представител|флаг|герб|гимн|истори|культур|област|улиц|пригород|окрестност|аэропорт|вокзал|"
    r"университет|север|юг|запад|восток|центр|распад|независимост|остров(?=а\Z|ов|ах|ам))\w{0,5}(?<!но)(?<!ски)\Z",
    re.IGNORECASE,
)
"""A noun that is somebody's: the name behind it says whose, in the genitive (доллар США). One that stands beside a name as its kind does not (остров Капри)."""
_ORDINARY = words(
    "тому томе тома том кому ком сама саму самой самом сами тот тех теми тем таким такой такая такую такие так каком какой какая какую какие моя мою моей мое моем "
    "твоя твою твоей наша нашу нашей наше наши нашем ваша вашу вашей ваши вся всю всей всем всеми она оны оне ону нем нему ним ними них нее "
    "этом этой эту эта эти этим этих чем чему чего кого себе собой одна одну одной одном одним одними мало мала мной тебе тобой была были "
    "раза разом часа часу часе года году годом годе веке века веком веку дома дому домом доме стола мира миру миром мире силы силе силой"
)
"""Words that begin sentences and that a rule makes of names too: Том, Ком, Сам, Мир."""
_WORD_BEFORE = re.compile(r"([\w-]+)\s+\Z")
_HAS_OBJECT = re.compile(r"(?:[аеиоуыя]ли|[аеиоуыя]ть|[аеуя]ют|[нтдрлв]ят|[жчш]ат)\Z")
"""A verb in the plural or the infinitive: the one town behind it is no subject of it (построили Целиноград)."""
_LOOK_BACK = 80  # code points before a name that hold its preposition and a verb of motion


def _adjective_endings() -> dict[str, Cell]:
    """What an adjective in -ский ends in, by the form's name; all adjectives of places are alike."""
    stem = "русск"
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
    if kind in ("person", "people"):
        plural = family(name) if kind == "person" and type is not TermType.NAME else people(name) if kind == "people" else None
        if plural is not None:
            cells |= table(plural, CASES, "plural ")
    is_name = type in (TermType.NAME, TermType.SHORT) and adjective(name, Sort.THING) is None
    if kind == "place" and is_name and (derived := adjective_of(name)) is not None:
        cells |= _adjectives(derived, name)
    return cells


def _adjectives(adjective_: str, place: str) -> dict[str, Cell]:
    """All cells of the adjective of a place, in small letters and as a part of names (Жанаозенский район)."""
    stem = adjective_[:-2]
    great = place[: len(stem)] if place.lower().startswith(stem) else "-".join(part.capitalize() for part in stem.split("-"))
    return {name: (*(stem + each for each in endings), *(great + each for each in endings)) for name, endings in _ADJECTIVE_ENDINGS.items()}


def settled(answers: Mapping[str, str], text: str, start: int) -> str:
    """Which replacement answers a form of several cases, by the preposition, noun or verb that stands before it; else the first."""
    before = text[max(0, start - _LOOK_BACK) : start]
    word = _WORD_BEFORE.search(before)
    governed = _GOVERNED.get(word[1].lower(), ()) if word is not None else ()
    if word is not None and _HAS_OWNER.match(word[1]):
        governed = (_GENITIVE,)
    elif word is not None and _HAS_OBJECT.search(word[1]):
        governed = (_ACCUSATIVE,)
    if word is not None and len(governed) > 1 and governed[1] == _ACCUSATIVE and _MOTION.search(before[: word.start()]):
        governed = governed[::-1]
    return next((answers[case] for case in governed if case in answers), next(iter(answers.values())))


INFLECTION = Inflection(forms, settled, lead=lead)
"""The rules of Russian."""
