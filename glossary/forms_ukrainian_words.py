"""How one Ukrainian word is declined: adjectives, nouns by ending and gender, surnames; and the adjectives of places.

The paradigms are those of «Український правопис» (2019), §§ 82–106: nouns of four declensions with the alternation of г, к, х before -і
and of і with о and е in closed syllables. Whether a masculine name has -а or -у in the genitive (§ 82) no ending tells: towns have -а,
the countries and regions listed here -у, and either is recognised.
"""

from __future__ import annotations

import re

from glossary.declension import Word, either, ended, fixed, words
from glossary.forms_slavic import Sort

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative")
"""The order of the cells of a word."""

_VOWELS = "аеєиіїоуюя"
_HUSHING = "жчшщ"
_SOFTENED = {"г": "з", "к": "ц", "х": "с"}
"""What г, к, х become before -і of the dative and the locative."""

_HARD = {
    "ий": "ий|ого|ому|{a}|им|ому/ім|ий",
    "а": "а|ої|ій|у|ою|ій|а",
    "е": "е|ого|ому|е|им|ому/ім|е",
    "і": "і|их|им|{p}|ими|их|і",
}
_SOFT = {
    "ій": "ій|ього|ьому|{a}|ім|ьому/ім|ій",
    "я": "я|ьої|ій|ю|ьою|ій|я",
    "є": "є|ього|ьому|є|ім|ьому/ім|є",
    "і": "і|іх|ім|{p}|іми|іх|і",
}
_SOFT_STEM = re.compile(
    r"(?:верхн|нижн|середн|дальн|ближн|крайн|задн|передн|останн|син|давн|древн|внутрішн|зовнішн|сусідн)\Z", re.IGNORECASE
)
_ADJECTIVE = re.compile(r"(?:\w{2}ий|(?:[сцз]ьк|ов)(?:а|е|і)|(?:\w[внкл])е|н[іія]й)\Z", re.IGNORECASE)
_AGREEING = {
    "а": re.compile(r"\w[вгклнрстшц]а\Z"),
    "е": re.compile(r"\w{2}е\Z"),
    "і": re.compile(r"\w[вгклнрстш]і\Z"),
    "я": re.compile(r"ня\Z"),
}
_AFTER = {"а": "аяь", "я": "аяь", "е": "еоя", "і": "иі"}
"""How a noun may end that an adjective of this ending stands before."""


def adjective(word: str, sort: Sort) -> Word | None:
    """The cells of an adjective, or of a name that is declined as one (Рівне, Зеленський); None for a word that does not end as one."""
    return _adjective(word, sort) if _ADJECTIVE.search(word) and len(word) > 4 else None


def agreeing(word: str, following: str, sort: Sort) -> Word | None:
    """The cells of an adjective before a noun, which shows that Біла in Біла Церква is one; None for any other word."""
    last = word[-1:].lower()
    if last in _AFTER:
        shown = _AGREEING[last].search(word.lower()) and following[-1:].lower() in _AFTER[last] and following[:1].isalpha()
        return _adjective(word, sort) if shown or (_ADJECTIVE.search(word) and last != "е") else None
    return adjective(word, sort)


def _adjective(word: str, sort: Sort) -> Word | None:
    ending = word[-2:].lower() if word[-1].lower() == "й" else word[-1].lower()
    stem = word[: -len(ending)]
    endings = (_SOFT if _SOFT_STEM.search(stem) or ending in ("ій", "я", "є") else _HARD).get(ending)
    if endings is None:
        return None
    genitive = endings.split("|")[1]
    accusative = {Sort.MAN: genitive, Sort.ANY: f"{ending}/{genitive}"}.get(sort, ending)
    return ended(stem, endings.format(a=accusative, p=accusative))


def possessive(word: str) -> Word | None:
    """The cells of a surname in -ов, -ев, -ін, or of a woman's in -ова, -ева, -іна; None for any other word."""
    if re.search(r"\w(?:[оеє]в|[іїи]н)\Z", word, re.IGNORECASE):
        return ended(word, "|а|у/ові|а|им|і/у/ові|е")
    if re.search(r"\w(?:[оеє]в|[іїи]н)а\Z", word, re.IGNORECASE):
        return ended(word[:-1], "а|ої|ій|у|ою|ій|о")
    return None


def family(word: str) -> Word | None:
    """The plural of a surname, for a family; None where no rule is safe."""
    if possessive(word) is not None and word[-1].lower() != "а":
        return ended(word, "и|их|им|их|ими|их|и")
    if word.lower().endswith("ко"):
        return ended(word[:-1], "и|ів|ам|ів|ами|ах|и")
    if re.search(r"[сцз]ький\Z", word, re.IGNORECASE):
        return ended(word[:-2], "і|их|им|их|ими|их|і")
    return None


PLURALS = {
    "альпи": "альп", "анди": "анд", "афіни": "афін", "балкани": "балкан", "бровари": "броварів", "води": "вод",
    "емірати": "еміратів", "карпати": "карпат", "ковалі": "ковалів", "лубни": "лубен", "луки": "лук", "нідерланди": "нідерландів",
    "острови": "островів", "прилуки": "прилук", "ромни": "ромен", "суми": "сум", "філіппіни": "філіппін", "черкаси": "черкас",
    "чернівці": "чернівців", "штати": "штатів",
}  # fmt: skip
"""Names that are plural, with their genitive; any other in -и or -і is taken for one that has no cases (Алмати, Тбілісі)."""
_IN_U = words(
    "алтай гонконг єгипет донбас ємен ізраїль ірак іран кавказ китай кіпр крим кузбас ліван "
    "мангишлак памір пенджаб сибір союз судан техас тибет туркестан урал"
)
"""Masculine names whose genitive has -у, beside those in -стан."""
_FLEETING = {"єгипет": "єгипт", "городок": "городк", "орел": "орл", "ріг": "рог"}
_FEMININE_IN_CONSONANT = words("керч січ ніч піч річ об любов")
_NEUTER = words("море поле озеро село місто товариство")
_MASCULINE_IN_SOFT_SIGN = re.compile(r"(?:[пб]іль|поль|авль|[еї]ль|ець|[аиі]рь|янь|інь|узень|кремль)\Z")


def noun(word: str, sort: Sort = Sort.THING) -> Word:
    """The cells of a noun or a name that stands for one, by its ending; the word in every cell where it has no cases."""
    lower = word.lower()
    if (word.isupper() and len(word) > 1) or not lower[-1:].isalpha() or not any(letter in _VOWELS for letter in lower):
        return fixed(word, len(CASES))
    if lower in PLURALS:
        return _plural_name(word)
    last = lower[-1]
    if last in "ая":
        return _in_a(word, lower)
    if last == "о":
        return _in_o(word, lower, sort)
    if last in _VOWELS:
        return ended(word[:-1], "е|я|ю|е|ем|і|е") if lower in _NEUTER else fixed(word, len(CASES))
    if lower in _FEMININE_IN_CONSONANT:
        return ended(word, "|і|і||ю|і|е")
    if last == "ь" and sort is not Sort.MAN and not _MASCULINE_IN_SOFT_SIGN.search(lower):
        return _third(word, lower)
    return fixed(word, len(CASES)) if sort is Sort.WOMAN else _masculine(word, lower, sort)


def _in_a(word: str, lower: str) -> Word:
    """Одеса, Америка, Польща; Вінниця, Росія; and the neuters Запоріжжя, Закарпаття."""
    stem, before = word[:-1], lower[-2:-1]
    if lower[-1] == "я":
        if len(lower) > 3 and before == lower[-3]:
            return ended(stem, "я|я|ю|я|ям|і/ю|я")
        if before in _VOWELS + "'’":
            return ended(stem, "я|ї|ї|ю|єю|ї|є")
        return ended(stem, "я|і|і|ю|ею|і|е")
    if before in _HUSHING:
        return ended(stem, "а|і|і|у|ею|і|е")
    softened = stem[:-1] + _SOFTENED.get(before, stem[-1:])
    _, genitive, _, accusative, instrumental, _, vocative = ended(stem, "|и||у|ою||о")
    return ((word,), genitive, (softened + "і",), accusative, instrumental, (softened + "і",), vocative)


def _in_o(word: str, lower: str, sort: Sort) -> Word:
    stem = word[:-1]
    if sort is Sort.MAN:
        vocative = "у/о" if lower.endswith("ко") else "е"
        return ended(stem, f"о|а|у/ові|а|ом|ові/у|{vocative}")
    if lower == "дніпро":
        return ended(stem, "о|а|у|о|ом|і|е")
    if lower in _NEUTER or lower.endswith("ство"):
        return ended(stem, "о|а|у|о|ом|і|о")
    if re.search(r"\w(?:[оеє]в|[иії]н|дн)о\Z", lower):
        return either(ended(stem, "о|а|у|о|ом|і|о"), fixed(word, len(CASES)))
    return fixed(word, len(CASES))


def _third(word: str, lower: str) -> Word:
    """Умань, Білорусь: the instrumental doubles a single consonant (Уманню, Білоруссю), not two (областю)."""
    stem = word[:-1]
    doubled = stem[-1] if lower[-3:-2] in _VOWELS else ""
    joint = "'" if lower[-2] in "бпвмфр" else doubled
    return ended(stem, f"ь|і|і|ь|{joint}ю|і|е")


def _masculine(word: str, lower: str, sort: Sort) -> Word:
    stem = _oblique_stem(word, lower)
    genitive = "у/а" if sort is Sort.THING and (lower in _IN_U or lower.endswith("стан")) else "а/у" if sort is Sort.THING else "а"
    if lower[-1] == "й":
        iotated = {"а": "я", "у": "ю"}
        genitive = "/".join(iotated[each] for each in genitive.split("/"))
        stem, endings = word[:-1], f"й|{genitive}|ю/єві|{{a}}|єм|ї/ю/єві|ю"
    elif lower[-1] == "ь":
        genitive = genitive.replace("а", "я").replace("у", "ю")
        endings = f"ь|{genitive}|ю/еві|{{a}}|ем|і/ю/еві|ю"
    elif lower[-1] in _HUSHING:
        endings = "|а|у/еві|{a}|ем|і/у/еві|е/у"
    else:
        locative = "у/ові" if lower[-1] == "к" else "і/у/ові"
        endings = f"|{genitive}|у/ові|{{a}}|ом|{locative}|{'у' if lower[-1] in _SOFTENED else 'е'}"
    nominative = (word,)
    cells = ended(stem, endings.format(a="я" if lower[-1] in "йь" else "а"))
    accusative = {Sort.THING: nominative, Sort.ANY: (word, *cells[3])}.get(sort, cells[3])
    locative_cell = cells[5]
    if lower[-1] in "гх" and sort is Sort.THING:
        locative_cell = (stem[:-1] + _SOFTENED[lower[-1]] + "і", *locative_cell[1:])
    return (nominative, *cells[1:3], accusative, cells[4], locative_cell, cells[6])


def _oblique_stem(word: str, lower: str) -> str:
    """The stem before an ending: Київ → Києв, Харків → Харков, Тернопіль → Тернопол, Кременець → Кременц."""
    stem = _FLEETING.get(lower)
    if stem is not None:
        return word[0] + stem[1:]
    if lower.endswith("піль"):
        return word[:-3] + "ол"
    if lower.endswith("ць") and lower[-3] == "е" and len(lower) > 4:
        return word[:-3] + "ц"
    if lower.endswith("їв"):
        return word[:-2] + "єв"
    if lower.endswith("ів") and len(lower) > 3:
        return word[:-2] + ("ев" if lower[-3] in _HUSHING or lower == "канів" else "ов")
    return word[:-1] if lower[-1] == "ь" else word


def _plural_name(word: str) -> Word:
    genitive = PLURALS[word.lower()]
    genitive = genitive.capitalize() if word[0].isupper() else genitive
    a = "я" if word[-1] == "і" else "а"
    return ((word,), (genitive,), *ended(word[:-1], f"{a}м|{word[-1]}|{a}ми|{a}х|{word[-1]}"))


def people(word: str) -> Word | None:
    """The plural of the name of one of a people: казахи, українці, росіяни; None where no rule is safe."""
    lower = word.lower()
    if lower.endswith("ець"):
        return ended(word[:-3], "ці|ців|цям|ців|цями|цях|ці")
    if re.search(r"[ая]нин\Z", lower):
        return ended(word[:-2], "и||ам||ами|ах|и")
    return None if lower[-1] in _VOWELS + "ьй" else ended(word, "и|ів|ам|ів|ами|ах|и")


_ADJECTIVES = {
    "алмати": "алматин", "алма-ата": "алма-атин", "астана": "астанин", "москва": "москов", "одеса": "оде", "україна": "україн",
    "росія": "росій", "полтава": "полтав", "варшава": "варшав", "вінниця": "вінниц", "польща": "поль", "рига": "ри", "караганда": "карагандин",
    "черкаси": "черка", "суми": "сум", "запоріжжя": "запоріз",
}  # fmt: skip
_OF_OTHERS = words(
    "амурський балтійський башкирський болгарський вірменський волзький кавказький каспійський комсомольський красноармійський ленінський "
    "литовський морський партизанський первомайський польський приморський пролетарський російський руський сибірський слов'янський "
    "радянський татарський уральський чорноморський шахтарський"
)
"""Adjectives of peoples, seas and things that a rule would make of Вірменськ, Первомайськ."""
_SOUND_BEFORE = {**dict.fromkeys("гжз", "зький"), **dict.fromkeys("кчц", "цький"), **dict.fromkeys("хшс", "ський")}
"""What г, ж, з; к, ч, ц; х, ш, с become together with -ський (Український правопис, § 32)."""


def adjective_of(place: str) -> str | None:
    """The adjective of a place in small letters (жанаозенський, петербурзький); None where no rule is safe."""
    lower = place.lower()
    if " " in lower or not lower.replace("-", "").isalpha() or len(lower) < 4:
        return None
    known = _ADJECTIVES.get(lower)
    if known is not None:
        return known + ("зький" if known == "ри" else "ький" if known[-1] in "зц" else "ський")
    stem = lower if lower.endswith("ль") else lower.rstrip("ь")
    if lower.endswith(("ськ", "цьк", "зьк")):
        made = lower[:-2] + "ький"
    elif lower[-1] in _VOWELS and not lower.endswith(("ау", "оу")):
        return None
    else:
        stem = lower if lower.endswith("ль") else lower.rstrip("ь")
        made = stem[:-1] + _SOUND_BEFORE[stem[-1]] if stem[-1] in _SOUND_BEFORE else stem + "ський"
    return None if made in _OF_OTHERS else made
