"""How a Russian name of one word or several is declined: which words agree, which one is the head, and what stays as it is.

Persons decline in every word, by gender: Нурсултаном Назарбаевым, с Анной Ким, о Тарасе Шевченко. Of anything else the adjectives before
the first noun agree with it and what follows stays: Мангистауской области, Республике Казахстан, полуостровом Мангышлак (Розенталь,
«Справочник по правописанию и литературной правке», §§ 149, 150, 197). Of words with hyphens the last is declined (Санкт-Петербурге),
with exceptions that their parts show (Ростове-на-Дону, Каменце-Подольском).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from glossary.declension import Word, either, fixed, joined, words
from glossary.forms_russian_words import CASES, VOWELS, Sort, adjective, noun, possessive

_PATRONYMIC_MAN = re.compile(r"\w(?:[оеё]в|[ьи])ич\Z", re.IGNORECASE)
_PATRONYMIC_WOMAN = re.compile(r"\w(?:[оеё]вна|ична|инична)\Z", re.IGNORECASE)
_SURNAME_MAN = re.compile(r"\w(?:[оеё]в|[иы]н|[сц]кий|[оы]й)\Z", re.IGNORECASE)
_SURNAME_WOMAN = re.compile(r"\w(?:[оеё]ва|[иы]на|[сц]кая|ая)\Z", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\w{1,2}\.-?)+\Z")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")

_MEN_IN_A = words(
    "абдулла алёша алеша ваня витя вова гаврила гоша данила дима добрыня женя илья коля кузьма лука лёша леша миша муса мустафа "
    "мурза никита паша петя савва саша серёжа сережа слава толя фома хамза яша"
)
_WOMEN = words(
    "айжан айнур айым айсель амина гаухар гульжан гульнар джейн долорес жанар жибек кармен катрин кейт маргарет меруерт назым раушан "
    "толкын шолпан элизабет эдит энн хелен"
)
"""Women's names that end as men's do."""
_MEN_IN_SOFT_SIGN = words("игорь рауль шамиль исмаиль даниэль габриэль мишель поль шарль лазарь эмиль василь мигель мануэль микаэль")
_FIRST_NAMES_IN_N = words(
    "августин бенджамин валентин джастин кевин константин мартин марвин севастьян эдвин эрвин юстин робин "
    "ангелина алина альбина арина валентина галина дина екатерина зарина ирина карина каролина кристина марина нина полина регина "
    "сабина светлана ева"
)
"""First names that end as surnames do."""

_HEADS = words(
    "агентство академия альянс армия архипелаг аул банк бюро газета город губерния движение департамент деревня журнал завод залив "
    "институт комиссия комитет компания конгресс конференция конфедерация королевство край ханство консульство концерн корпорация лига "
    "мажилис месторождение министерство море набережная область общество озеро округ организация остров палата парламент партия "
    "площадь полуостров посёлок поселок посольство правительство провинция проспект профсоюз профцентр район республика река рудник село "
    "сенат служба совет содружество союз станция суд съезд территория улица университет управление федерация фонд форум фракция фронт "
    "царство центр штат эмират"
)
"""Nouns that the name behind them leaves alone: Республики Казахстан, Парламентом Казахстана."""
_RIVER_PREPOSITIONS = words("на над под во в у")
_FOREIGN_PARTICLES = words("сюр ан ле ла де дель эль ль")


def declined(name: str, kind: str) -> Word:
    """The singular cells of a name (of a name that is plural: its cells), in the order of `CASES`; `kind` as in `Concept.kind`."""
    pieces = re.split(r"(\s+)", name)
    tokens, gaps = pieces[::2], pieces[1::2]
    if kind == "person" or (kind == "other" and _looks_like_a_person(tokens)):
        return joined(_person(tokens), gaps)
    return joined(_thing(tokens, Sort.ANY if kind == "other" and len(tokens) == 1 else Sort.MAN if kind == "people" else Sort.THING), gaps)


def _looks_like_a_person(tokens: list[str]) -> bool:
    if len(tokens) < 2 or not all(word[:1].isupper() for word in tokens) or adjective(tokens[0], Sort.THING) is not None:
        return False
    if any(_PATRONYMIC_MAN.search(word) or _PATRONYMIC_WOMAN.search(word) for word in tokens):
        return True
    return tokens[0].lower() not in _HEADS and bool(_SURNAME_MAN.search(tokens[-1]) or _SURNAME_WOMAN.search(tokens[-1]))


def _person(tokens: list[str]) -> list[Word]:
    """First names, patronymics and surnames, each in its own way."""
    family_first = len(tokens) > 2 and bool(_PATRONYMIC_MAN.search(tokens[-1]) or _PATRONYMIC_WOMAN.search(tokens[-1]))
    surname = 0 if len(tokens) == 1 or family_first else len(tokens) - 1
    sort = Sort.WOMAN if _is_woman(tokens, surname) else Sort.MAN
    return [_in_person(word, at == surname, sort, alone=len(tokens) == 1) for at, word in enumerate(tokens)]


def _in_person(word: str, surname: bool, sort: Sort, *, alone: bool) -> Word:
    if _INITIALS.match(word) or _ROMAN.match(word) or not word[-1:].isalpha():
        return fixed(word, len(CASES))
    if not surname or (alone and word.lower() in _FIRST_NAMES_IN_N):
        return _hyphenated(word, lambda part: noun(part, sort if part[-1:].lower() not in "ая" else Sort.MAN))
    first, _, _ = word.partition("-")
    if "-" in word and possessive(first) is None and adjective(first, sort) is None:
        return _hyphenated(word, lambda part: _surname(part, sort))
    parts = [_surname(part, sort) for part in word.split("-")]
    return joined(parts, ["-"] * (len(parts) - 1))


def _surname(word: str, sort: Sort) -> Word:
    lower = word.lower()
    if lower.endswith(("ых", "их")) and len(lower) > 4:
        return fixed(word, len(CASES))
    made = possessive(word)
    if made is None and lower.endswith(("ий", "ый", "ой", "ая", "яя")):
        made = adjective(word, sort)
    if made is not None:
        # Дарвином and Чаплином are foreigners; the ending does not tell them from Пушкиным.
        return either(made, noun(word, sort)) if lower.endswith("ин") else made
    if lower.endswith("о") or (sort is Sort.WOMAN and lower[-1] not in "ая"):
        return fixed(word, len(CASES))
    return noun(word, Sort.MAN)


def _is_woman(tokens: list[str], surname: int) -> bool:
    if any(_PATRONYMIC_WOMAN.search(word) for word in tokens):
        return True
    if any(_PATRONYMIC_MAN.search(word) for word in tokens) or _SURNAME_MAN.search(tokens[surname]):
        return False
    if _SURNAME_WOMAN.search(tokens[surname]):
        return True
    first = tokens[1 if surname == 0 and len(tokens) > 1 else 0].lower()
    if len(tokens) == 1 or _INITIALS.match(first):
        return False
    first = first.rpartition("-")[2]
    if first in _MEN_IN_A or first in _MEN_IN_SOFT_SIGN:
        return False
    return first[-1] in "аяь" or first in _WOMEN or first.endswith(("гуль", "сулу"))


def _thing(tokens: list[str], sort: Sort) -> list[Word]:
    """Agreeing adjectives, the noun they belong to, and what stays; of two names side by side the last is declined."""
    found: list[Word] = []
    while len(found) < len(tokens) - 1 and (agreeing := _adjective(tokens[len(found)], sort)) is not None:
        found.append(agreeing)
    head, *rest = tokens[len(found) :]
    if not rest:
        return [*found, _adjective(head, sort) or _hyphenated(head, lambda part: noun(part, sort))]
    following = [_adjective(word, sort) for word in rest]
    if len(rest) == 1 and following[0] is not None and rest[0][:1].isupper():
        return [*found, _hyphenated(head, lambda part: noun(part, sort)), following[0]]
    if found or head.lower() in _HEADS or not head[:1].isupper() or not rest[0][:1].isupper():
        return [*found, _hyphenated(head, lambda part: noun(part, sort)), *(fixed(word, len(CASES)) for word in rest)]
    still = [fixed(word, len(CASES)) for word in (head, *rest[:-1])]
    return [*still, _hyphenated(rest[-1], lambda part: noun(part, sort))]


def _adjective(word: str, sort: Sort) -> Word | None:
    """An adjective of one part or several: Западно-Казахстанская, Каменец-Подольский."""
    first, hyphen, last = word.rpartition("-")
    made = adjective(last, sort)
    if made is None or not hyphen:
        return made
    if first[-1].lower() in VOWELS or last[0].islower() or len(first) < 4 or first.lower() == "усть":
        return joined([fixed(first, len(CASES)), made], ["-"])
    return joined([noun(first, Sort.THING), made], ["-"])


def _hyphenated(word: str, decline: Callable[[str], Word]) -> Word:
    """A word with hyphens: the last part is declined; the first where a river follows; each where all are -изм; none with French particles."""
    parts = word.split("-")
    if len(parts) == 1:
        return decline(word)
    inner = {part.lower() for part in parts[1:-1]}
    if inner & _FOREIGN_PARTICLES:
        return fixed(word, len(CASES))
    cells = [fixed(part, len(CASES)) for part in parts]
    if inner & _RIVER_PREPOSITIONS:
        cells[0] = decline(parts[0])
    else:
        cells[-1] = decline(parts[-1])
        if all(part.endswith("изм") for part in parts):
            cells = [decline(part) for part in parts]
    return joined(cells, ["-"] * (len(parts) - 1))
