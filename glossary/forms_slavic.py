"""How a name of one word or several is declined in the Slavic languages: which words agree, which one is the head, what stays as it is.

Persons decline in every word, by gender: Нурсултаном Назарбаевым, с Анной Ким. Of anything else the adjectives before the first noun
agree with it and what follows stays: Мангистауской области, Республике Казахстан, полуостровом Мангышлак (Розенталь, «Справочник по
правописанию и литературной правке»; «Український правопис», 2019, §§ 84–106). Of words with hyphens the last is
declined (Санкт-Петербурге), with exceptions that their parts show (Ростове-на-Дону, Каменце-Подольском). How one word is declined is
for each language to say, by its `Grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from glossary.declension import Word, fixed, joined, words
from translit.values import value

_INITIALS = re.compile(r"(?:\w{1,2}\.-?)+\Z")
_VOWEL = re.compile("[аеёиоуыэюяіїє]", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_RIVER_PREPOSITIONS = words("на над під под во в у")
_PREFIXES = words("гусь новгород усть санкт тель форт порт граф вест кзыл кызыл")
"""First parts that have no cases before an adjective: тель-авивский, в Гусь-Хрустальном, but Каменце-Подольском."""
_FOREIGN_PARTICLES = words("сюр ан ле ла де дель эль ель ль")


class Sort(Enum):
    """What a noun stands for, as far as its endings ask."""

    THING = "thing"
    """A place, an organisation, a paper: its accusative is its nominative."""
    MAN = "man"
    """A man's first name, or one of a people: its accusative is its genitive."""
    WOMAN = "woman"
    """A woman's first name."""
    ANY = "any"
    """Nobody has said: both accusatives, and the endings of surnames too."""


@value
class Grammar:
    """What a language says of single words."""

    cases: int
    """How many cells a word has."""
    noun: Callable[[str, Sort], Word]
    """A noun, or a name that stands for one."""
    adjective: Callable[[str, Sort], Word | None]
    """A word that ends as adjectives do, alone; None for any other."""
    agreeing: Callable[[str, str, Sort], Word | None]
    """A word that is an adjective before the next one; None for any other."""
    surname: Callable[[str, Sort], Word]
    """A surname of a man or a woman."""
    gendered: Callable[[str], bool]
    """Whether a part of a surname is declined before a hyphen too (Римский-Корсаков)."""
    patronymics: tuple[re.Pattern[str], re.Pattern[str]]
    """Of a man, of a woman."""
    surnames: tuple[re.Pattern[str], re.Pattern[str]]
    """Surnames whose ending tells a man's, a woman's."""
    men: frozenset[str]
    """Men's first names that end as women's do, in small letters."""
    women: frozenset[str]
    """Women's first names that end as men's do, in small letters."""
    like_surnames: frozenset[str]
    """First names that end as surnames do, in small letters."""
    heads: frozenset[str]
    """Nouns that the name behind them leaves alone (Республики Казахстан), in small letters."""


def declined(name: str, kind: str, grammar: Grammar) -> Word:
    """The cells of a name, singular unless it is plural itself; `kind` as in `Concept.kind`."""
    pieces = re.split(r"(\s+)", name)
    tokens, gaps = pieces[::2], pieces[1::2]
    if kind == "person" or (kind == "other" and _looks_like_a_person(tokens, grammar)):
        return joined(_person(tokens, grammar), gaps)
    sort = Sort.ANY if kind == "other" and len(tokens) == 1 else Sort.MAN if kind == "people" else Sort.THING
    return joined(_thing(tokens, sort, grammar), gaps)


def _looks_like_a_person(tokens: list[str], grammar: Grammar) -> bool:
    if len(tokens) < 2 or not all(word[:1].isupper() for word in tokens):
        return False
    if any(pattern.search(word) for word in tokens for pattern in grammar.patronymics):
        return True
    first_is_noun = grammar.agreeing(tokens[0], tokens[1], Sort.THING) is None and tokens[0].lower() not in grammar.heads
    return first_is_noun and any(pattern.search(tokens[-1]) for pattern in grammar.surnames)


def _person(tokens: list[str], grammar: Grammar) -> list[Word]:
    """First names, patronymics and surnames, each in its own way; of three syllables written apart the last (Ким Чен Ына)."""
    if len(tokens) > 2 and all(len(_VOWEL.findall(word)) == 1 and word.isalpha() for word in tokens):
        return [*(fixed(word, grammar.cases) for word in tokens[:-1]), grammar.noun(tokens[-1], Sort.MAN)]
    family_first = len(tokens) > 2 and any(pattern.search(tokens[-1]) for pattern in grammar.patronymics)
    surname = 0 if len(tokens) == 1 or family_first else len(tokens) - 1
    if len(tokens) == 1 and tokens[0].lower() in grammar.like_surnames:
        surname = -1
    sort = Sort.WOMAN if _is_woman(tokens, surname, grammar) else Sort.MAN
    return [_in_person(word, sort, grammar, surname=at == surname) for at, word in enumerate(tokens)]


def _in_person(word: str, sort: Sort, grammar: Grammar, *, surname: bool) -> Word:
    if _INITIALS.match(word) or _ROMAN.match(word) or not word[-1:].isalpha():
        return fixed(word, grammar.cases)
    if not surname:
        return _hyphenated(word, lambda part: grammar.noun(part, sort if part[-1:].lower() not in "ая" else Sort.MAN), grammar)
    parts = word.split("-")
    if len(parts) > 1 and ("" in parts or not grammar.gendered(parts[0])):
        return _hyphenated(word, lambda part: grammar.surname(part, sort), grammar)
    return joined([grammar.surname(part, sort) for part in parts], ["-"] * (len(parts) - 1))


def _is_woman(tokens: list[str], surname: int, grammar: Grammar) -> bool:
    for patterns, asked in ((grammar.patronymics, tokens), (grammar.surnames, [tokens[surname]] if surname >= 0 else [])):
        for pattern, answer in zip(patterns, (False, True), strict=True):
            if any(pattern.search(word) for word in asked):
                return answer
    first = tokens[1 if surname == 0 and len(tokens) > 1 else 0].lower()
    if len(tokens) == 1 or _INITIALS.match(first):
        return False
    first = first.rpartition("-")[2]
    return first not in grammar.men and (first in grammar.women or first.endswith(("а", "я", "ь", "сулу")))


def _thing(tokens: list[str], sort: Sort, grammar: Grammar) -> list[Word]:
    """Agreeing adjectives, the noun they belong to, and what stays; of two names side by side the last is declined."""

    def noun(word: str) -> Word:
        return _hyphenated(word, lambda part: grammar.noun(part, sort), grammar)

    def stays(words_: list[str]) -> list[Word]:
        return [fixed(word, grammar.cases) for word in words_]

    found: list[Word] = []
    while len(found) < len(tokens) - 1:
        agreeing = _adjective(tokens[len(found)], tokens[len(found) + 1], sort, grammar)
        if agreeing is None:
            break
        found.append(agreeing)
    head, *rest = tokens[len(found) :]
    if not rest:
        return [*found, _adjective(head, None, sort, grammar) or noun(head)]
    after = _adjective(rest[0], None, sort, grammar)
    if len(rest) == 1 and after is not None and rest[0][:1].isupper():
        return [*found, noun(head), after]
    if found or _is_head(head, grammar) or not head[:1].isupper() or not rest[0][:1].isupper():
        return [*found, noun(head), *stays(rest)]
    return [*stays([head, *rest[:-1]]), noun(rest[-1])]


def _is_head(word: str, grammar: Grammar) -> bool:
    """A noun that leaves the name behind it alone, or a word put together with one: партия, Компартия."""
    lower = word.lower()
    return lower in grammar.heads or any(lower.endswith(head) for head in grammar.heads if len(head) > 5)


def _adjective(word: str, following: str | None, sort: Sort, grammar: Grammar) -> Word | None:
    """An adjective of one part or several: Западно-Казахстанская, Каменец-Подольский."""
    first, hyphen, last = word.rpartition("-")
    if not last or (hyphen and not first):
        return None
    made = grammar.adjective(last, sort) if following is None else grammar.agreeing(last, following, sort)
    if made is None or not hyphen:
        return made
    if following is not None or _VOWEL.match(first[-1]) or last[:1].islower() or len(first) < 4 or first.lower() in _PREFIXES:
        return joined([fixed(first, grammar.cases), made], ["-"])
    return joined([grammar.noun(first, Sort.THING), made], ["-"])


def _hyphenated(word: str, decline: Callable[[str], Word], grammar: Grammar) -> Word:
    """A word with hyphens: the last part is declined; the first where a river follows; each where all are -изм; none with French particles."""
    parts = word.split("-")
    if len(parts) == 1:
        return decline(word)
    inner = {part.lower() for part in parts[1:-1]}
    if "" in parts or inner & _FOREIGN_PARTICLES:
        return fixed(word, grammar.cases)
    cells = [fixed(part, grammar.cases) for part in parts]
    if inner & _RIVER_PREPOSITIONS:
        cells[0] = decline(parts[0])
    elif (parts[-1].lower() in ("река", "ріка") and parts[0].lower() not in _PREFIXES) or all(
        part.endswith(("изм", "ізм")) for part in parts
    ):
        cells = [decline(part) for part in parts]
    else:
        cells[-1] = decline(parts[-1])
    return joined(cells, ["-"] * (len(parts) - 1))
