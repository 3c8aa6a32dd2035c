"""What Russian says of the words of a name: first names whose ending misleads, surnames, and nouns that head a name."""

from __future__ import annotations

import re

from glossary.declension import Word, either, fixed, words
from glossary.forms_russian_words import CASES, adjective, noun, possessive
from glossary.forms_slavic import Grammar, Sort

_MEN_IN_A = words(
    "абдулла алёша алеша ваня витя вова гаврила гоша данила дима добрыня женя илья коля кузьма лука лёша леша миша муса мустафа "
    "мурза никита паша петя савва саша серёжа сережа слава толя фома хамза яша"
)
_MEN_IN_SOFT_SIGN = words("игорь рауль шамиль исмаиль даниэль габриэль мишель поль шарль лазарь эмиль василь мигель мануэль микаэль")
_WOMEN = words(
    "айжан айнур айым айсель амина гаухар гульжан гульнар джейн долорес жанар жибек кармен катрин кейт маргарет меруерт назым раушан "
    "толкын шолпан элизабет эдит энн хелен"
)
"""Women's names that end as men's do."""
_LIKE_SURNAMES = words(
    "августин яков бенджамин валентин джастин кевин константин мартин марвин севастьян эдвин эрвин юстин робин "
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


def surname(word: str, sort: Sort) -> Word:
    """A surname: as an adjective, in -ов and -ин, as a noun for a man; those in -ых, -ко and a woman's in a consonant have no cases."""
    lower = word.lower()
    if re.search(r"\w\w(?:ых|[^рл]их)\Z", lower):
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


def _agreeing(word: str, following: str, sort: Sort) -> Word | None:  # noqa: ARG001 - a Russian adjective shows by its own ending
    return adjective(word, sort)


def _gendered(part: str) -> bool:
    return possessive(part) is not None or adjective(part, Sort.MAN) is not None


GRAMMAR = Grammar(
    cases=len(CASES),
    noun=noun,
    adjective=adjective,
    agreeing=_agreeing,
    surname=surname,
    gendered=_gendered,
    patronymics=(re.compile(r"\w(?:[оеё]в|[ьи])ич\Z", re.IGNORECASE), re.compile(r"\w(?:[оеё]вна|ична|инична)\Z", re.IGNORECASE)),
    surnames=(
        re.compile(r"\w(?:[оеё]в|[иы]н|[сц]кий|[оы]й)\Z", re.IGNORECASE),
        re.compile(r"\w(?:[оеё]ва|[иы]на|[сц]кая|ая)\Z", re.IGNORECASE),
    ),
    men=_MEN_IN_A | _MEN_IN_SOFT_SIGN,
    women=_WOMEN,
    like_surnames=_LIKE_SURNAMES,
    heads=_HEADS,
)
"""Russian, for `forms_slavic.declined`."""
