"""How one Russian word is declined: adjectives, nouns by ending and gender, surnames, patronymics; and the adjectives of places.

The paradigms are those of А. А. Зализняк, «Грамматический словарь русского языка» (1977); for names: Д. Э. Розенталь, «Справочник по
правописанию и литературной правке», on the declension of places and of personal names. A dictionary knows no Жанаозен, so the ending decides,
and the lists below hold only what endings cannot tell.
"""

from __future__ import annotations

import re

from glossary.declension import Word, either, ended, fixed, words
from glossary.forms_slavic import Sort

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
"""The order of the cells of a word."""


VOWELS = "аеёиоуыэюя"
"""The vowel letters."""
_HUSHING = "жшчщ"
_VELAR = "кгх"
_SOFT_N = re.compile(
    r"(?:верх|ниж|сред|даль|ближ|край|пород|древ|послед|вечер|утрен|зим|лет|весен|осен|сосед|внутрен|внеш|си|зад|перед)н\Z", re.IGNORECASE
)
_STRESSED = re.compile(r"(?:больш|чуж)\Z", re.IGNORECASE)
_NO_ADJECTIVES = words("ханой герой уренгой поной агой кетой китой чикой джанкой маврикий георгий сергий")
"""Nouns that end as adjectives do."""

_HARD_ADJECTIVE = {
    "ый": "ый|ого|ому|{a}|ым|ом",
    "ой": "ой|ого|ому|{a}|ым|ом",
    "ая": "ая|ой|ой|ую|ой/ою|ой",
    "ое": "ое|ого|ому|ое|ым|ом",
    "ые": "ые|ых|ым|{p}|ыми|ых",
}
_VELAR_ADJECTIVE = {
    "ий": "ий|ого|ому|{a}|им|ом",
    "ой": "ой|ого|ому|{a}|им|ом",
    "ая": "ая|ой|ой|ую|ой/ою|ой",
    "ое": "ое|ого|ому|ое|им|ом",
    "ие": "ие|их|им|{p}|ими|их",
}
_SOFT_ADJECTIVE = {
    "ий": "ий|его|ему|{a}|им|ем",
    "ая": "ая|ей|ей|ую|ей/ею|ей",
    "яя": "яя|ей|ей|юю|ей/ею|ей",
    "ее": "ее|его|ему|ее|им|ем",
    "ие": "ие|их|им|{p}|ими|их",
}
_STRESSED_ADJECTIVE = {**_VELAR_ADJECTIVE, "ие": _SOFT_ADJECTIVE["ие"]}


def adjective(word: str, sort: Sort) -> Word | None:
    """The cells of an adjective, or of a name that is declined as one (Грозный, Толстой); None for a word that does not end as one."""
    stem, ending = word[:-2], word[-2:].lower()
    if not any(letter in VOWELS for letter in stem.lower()) or stem[-1].lower() in VOWELS + "ьъй":
        return None
    last = stem[-1].lower()
    if last in _VELAR:
        table = _VELAR_ADJECTIVE
    elif last in _HUSHING:
        table = _STRESSED_ADJECTIVE if ending == "ой" or _STRESSED.search(stem) else _SOFT_ADJECTIVE
    elif _SOFT_N.search(stem) or ending in ("яя", "ее"):
        table = _SOFT_ADJECTIVE
    else:
        table = _HARD_ADJECTIVE
    endings = table.get(ending)
    if endings is None or word.lower() in _NO_ADJECTIVES:
        return None
    accusative = {"a": ending, "p": ending}
    if sort in (Sort.MAN, Sort.ANY):
        genitive = endings.split("|")[1]
        accusative = {"a": genitive, "p": genitive} if sort is Sort.MAN else {"a": f"{ending}/{genitive}", "p": f"{ending}/{genitive}"}
    return ended(stem, endings.format(**accusative))


def possessive(word: str) -> Word | None:
    """The cells of a surname in -ов, -ев, -ин, -ын, or of a woman's in -ова, -ева, -ина, -ына; None for any other word."""
    if re.search(r"\w(?:[оеё]в|[иы]н)\Z", word, re.IGNORECASE):
        return ended(word, "|а|у|а|ым|е")
    if re.search(r"\w(?:[оеё]в|[иы]н)а\Z", word, re.IGNORECASE):
        return ended(word[:-1], "а|ой|ой|у|ой/ою|ой")
    return None


def family(word: str) -> Word | None:
    """The plural of a surname, for a family; None where the plural is the surname as it is."""
    if re.search(r"\w(?:[оеё]в|[иы]н)\Z", word, re.IGNORECASE):
        return ended(word, "ы|ых|ым|ых|ыми|ых")
    if re.search(r"(?:[сц]к|[оеы]в|н)[иыо]й\Z", word, re.IGNORECASE) and (single := adjective(word, Sort.MAN)) is not None:
        stem, instrumental = word[:-2], single[4][0]
        vowel = instrumental[-2]
        return ended(stem, f"{vowel}е|{vowel}х|{vowel}м|{vowel}х|{vowel}ми|{vowel}х")
    return None


_MASCULINE_IN_SOFT_SIGN = re.compile(
    r"(?:ль|[ыа]рь|узень|жень|пень|шань|чунь|ливень|камень|день|корень|огонь|тайвань|[цч]з?инь|с?янь|энь)\Z", re.IGNORECASE
)
_FEMININE_IN_SOFT_SIGN = re.compile(
    r"(?:казань|рязань|[бв]олынь|кубань|астрахань|тюмень|сызрань|лобань|балахань|медынь|лебедянь|гасконь|артель|модель|цель|кинель|сталь)\Z",
    re.IGNORECASE,
)
_FLEETING = {
    "павел": "павл", "лев": "льв", "пётр": "петр", "орёл": "орл", "орел": "орл", "псёл": "псл", "псел": "псл", "посёлок": "посёлк",
    "поселок": "поселк", "городок": "городк", "торжок": "торжк", "волочок": "волочк", "египет": "египт", "волочёк": "волочк", "оленёк": "оленьк", "участок": "участк", "сапожок": "сапожк",
    "рынок": "рынк", "замок": "замк", "кубок": "кубк", "комок": "комк", "хуторок": "хуторк", "котёл": "котл",
    "угол": "угл", "христос": "христ",
}  # fmt: skip
"""Nouns whose stem before an ending is another one than the ending tells."""
PLURALS = {
    "альпы": "альп", "анды": "анд", "афины": "афин", "балканы": "балкан", "бермуды": "бермуд", "ворота": "ворот", "воды": "вод",
    "гималаи": "гималаев", "горы": "гор", "дарданеллы": "дарданелл", "дубки": "дубков", "карпаты": "карпат",
    "канары": "канар", "кордильеры": "кордильер", "луки": "лук", "люберцы": "люберец", "мальдивы": "мальдив",
    "мытищи": "мытищ", "нации": "наций", "нидерланды": "нидерландов", "острова": "островов", "пески": "песков",
    "пиренеи": "пиренеев", "сейшелы": "сейшел", "страны": "стран", "судеты": "судет", "сумы": "сум",
    "фивы": "фив", "филиппины": "филиппин", "фронты": "фронтов", "химки": "химок", "холмогоры": "холмогор", "челны": "челнов",
    "черкассы": "черкасс", "черёмушки": "черёмушек", "черновцы": "черновцов", "чебоксары": "чебоксар", "штаты": "штатов",
    "эмираты": "эмиратов", "ключи": "ключей", "ведомости": "ведомостей", "хибины": "хибин", "ессентуки": "ессентуков",
    "минводы": "минвод", "барановичи": "барановичей", "бендеры": "бендер", "бельцы": "бельц",
    "народы": "народов", "республики": "республик", "силы": "сил",
}  # fmt: skip
"""Names that are plural, with their genitive; any other in -ы or -и is taken for one that has no cases (Алматы, Сочи)."""
_NEUTER = words(
    "море озеро село общество государство место поле агентство озерко ущелье правительство "
    "княжество королевство ханство министерство братство товарищество посольство консульство управление движение объединение "
    "войско казначейство болото побережье"
)


def noun(word: str, sort: Sort = Sort.THING) -> Word:
    """The cells of a noun or a name that stands for one, by its ending; the word in every cell where it has no cases."""
    lower = word.lower()
    if (word.isupper() and len(word) > 1) or not lower[-1:].isalpha() or not any(letter in VOWELS for letter in lower):
        return fixed(word, len(CASES))
    if lower in PLURALS:
        return _plural_name(word)
    last = lower[-1]
    if last in "ая":
        return _in_a(word, lower)
    if last == "ь":
        return _in_soft_sign(word, lower, sort)
    if last in "оеё":
        return _neuter(word, lower, sort)
    if last in VOWELS:
        return fixed(word, len(CASES))
    return fixed(word, len(CASES)) if sort is Sort.WOMAN else _masculine(word, lower, sort)


def _in_a(word: str, lower: str) -> Word:
    """First declension: Астана, Одесса, Ямайка, Падуя, Россия, Илья; Francophone -уа, -оа have no cases."""
    stem, before = word[:-1], lower[-2:-1]
    if lower.endswith("ия"):
        return ended(stem, "я|и|и|ю|ей/ею|и")
    if lower[-1] == "я":
        return ended(stem, "я|и|е|ю|ей/ею|е")
    if lower.endswith(("уа", "оа")):
        return fixed(word, len(CASES))
    genitive = "и" if before in _VELAR + _HUSHING else "ы"
    instrumental = "ей/ой/ею" if before == "ц" else "ей/ею" if before in _HUSHING else "ой/ою"
    return ended(stem, f"а|{genitive}|е|у|{instrumental}|е")


def _in_soft_sign(word: str, lower: str, sort: Sort) -> Word:
    stem = word[:-1]
    second, third = _second_in_soft_sign(stem, sort), ended(stem, "ь|и|и|ь|ью|и")
    if sort is Sort.WOMAN:
        return either(third, fixed(word, len(CASES)))
    if sort is Sort.MAN:
        return second
    feminine = _FEMININE_IN_SOFT_SIGN.search(lower) is not None
    usual = [second, third] if _MASCULINE_IN_SOFT_SIGN.search(lower) and not feminine else [third, second]
    # Of many in -нь and -ль even those who live there are not sure: в Жанаузене, в Жанаузени.
    return either(*usual) if sort is Sort.ANY or (lower.endswith(("нь", "ль")) and not feminine) else usual[0]


def _second_in_soft_sign(stem: str, sort: Sort) -> Word:
    return ended(stem, f"ь|я|ю|{_accusative('ь', 'я', sort)}|ем|е")


def _neuter(word: str, lower: str, sort: Sort) -> Word:
    """Words of the language and names in -ье, -ие, -ство are declined; Кемерово may be; Осло, Шетпе, Шевченко are not."""
    stem = word[:-1]
    if sort in (Sort.MAN, Sort.WOMAN):
        return fixed(word, len(CASES))
    if lower.endswith("ие"):
        return ended(stem, "е|я|ю|е|ем|и")
    if lower.endswith("ье"):
        return ended(stem, "е|я|ю|е|ем|е")
    if lower in _NEUTER or lower.endswith(("ство", "озеро", "поле", "ище")):
        return ended(stem, "е|я|ю|е|ем|е" if lower.endswith(("море", "поле")) else f"{lower[-1]}|а|у|{lower[-1]}|{lower[-1]}м|е")
    if re.search(r"\w(?:[оеё]в|[иыбвдзклмпрстчь]н)о\Z", lower):
        return either(fixed(word, len(CASES)), ended(stem, "о|а|у|о|ом|е"))
    return fixed(word, len(CASES))


def _masculine(word: str, lower: str, sort: Sort) -> Word:
    if lower.endswith("ий"):
        return ended(word[:-1], f"й|я|ю|{_accusative('й', 'я', sort)}|ем|и")
    if lower.endswith("й"):
        return ended(word[:-1], f"й|я|ю|{_accusative('й', 'я', sort)}|ем|е")
    stem = _oblique_stem(word, lower)
    instrumental = "ем/ом" if lower[-1] in _HUSHING else "ом/ем" if lower[-1] == "ц" else "ом"
    if sort is Sort.ANY and possessive(word) is not None:
        instrumental = "ом/ым"
    _, genitive, *rest = ended(stem, f"|а|у|{instrumental}|е")
    accusative = {Sort.THING: (word,), Sort.ANY: (word, *genitive)}.get(sort, genitive)
    return ((word,), genitive, rest[0], accusative, *rest[1:])


def _accusative(nominative: str, genitive: str, sort: Sort) -> str:
    return {Sort.THING: nominative, Sort.ANY: f"{nominative}/{genitive}"}.get(sort, genitive)


def _oblique_stem(word: str, lower: str) -> str:
    """The stem before an ending: without the fleeting vowel of Кременец, Елец, Павел."""
    for whole, stem in _FLEETING.items():
        if lower == whole or (len(whole) > 5 and lower.endswith(whole)):
            kept = len(lower) - len(whole)
            return word[:kept] + (word[kept] + stem[1:] if word[kept : kept + 1].isupper() else stem)
    if lower.endswith(("енок", "ёнок")) and len(lower) > 6:
        return word[:-2] + "к"
    if lower.endswith("ец") and len(lower) > 3:
        before, last = word[:-2], lower[-3]
        if last not in VOWELS and lower[-4] not in VOWELS:
            return word
        if last == "л":
            return before + "ьц"
        return before + ("йц" if last in VOWELS else "ц")
    return word


def _plural_name(word: str) -> Word:
    genitive = PLURALS[word.lower()]
    genitive = genitive.capitalize() if word[0].isupper() else genitive
    soft = word[-1] == "и" and word[-2].lower() not in _VELAR + _HUSHING
    a = "я" if soft else "а"
    return ((word,), (genitive,), *(tuple(cell) for cell in ended(word[:-1], f"{a}м|{word[-1]}|{a}ми|{a}х")))


def people(word: str) -> Word | None:
    """The plural of the name of one of a people: казахи, украинцы, евреи, русские; None where no rule is safe."""
    lower = word.lower()
    if lower.endswith(("ский", "ной")):
        return ended(word[:-2], "ие|их|им|их|ими|их")
    if re.search(r"[ая]нин\Z", lower):
        return ended(word[:-2], "е||ам||ами|ах")
    if lower[-1] == "й":
        return ended(word[:-1], "и|ев|ям|ев|ями|ях")
    if lower[-1] in VOWELS + "ь":
        return None
    stem = _oblique_stem(word, lower)
    if lower[-1] == "ц":
        return ended(stem, "ы|ев|ам|ев|ами|ах")
    return ended(stem, "и|ов|ам|ов|ами|ах" if lower[-1] in _VELAR else "ы|ов|ам|ов|ами|ах")


_ADJECTIVES = {
    "алматы": "алматин", "алма-ата": "алма-атин", "астана": "астанин", "караганда": "карагандин", "москва": "москов", "одесса": "одес",
    "украина": "украин", "россия": "россий", "вена": "вен", "рига": "риж", "уфа": "уфим", "чита": "читин", "полтава": "полтав",
    "варшава": "варшав", "молдова": "молдав", "англия": "англий", "греция": "гречес", "акмола": "акмолин", "европа": "европей",
    "азия": "азиат", "ялта": "ялтин", "анкара": "анкарин", "бухара": "бухар", "хива": "хивин", "актобе": "актюбин", "караганды": "карагандин",
}  # fmt: skip
_OF_OTHERS = words(
    "амурский армянский балтийский башкирский болгарский волжский горский енисейский железнодорожный заводский кавказский калмыцкий "
    "камский каспийский комсомольский красноармейский ленинский литовский мордовский нагорский октябрьский партизанский первомайский "
    "пионерский польский приморский пролетарский русский северский сибирский славянский советский татарский уральский черкесский "
    "черноморский чешский чувашский шахтёрский шахтерский индийский греческий союзный"
)
"""Adjectives of peoples, seas and things that a rule would make of Армянск, Балтийск, Советск."""
_SAFE = re.compile(r"(?:[бвдзлмнпрстфйкгжш]|[лн]ь|[ао]у)\Z", re.IGNORECASE)


def adjective_of(place: str) -> str | None:
    """The adjective of a place in small letters (жанаозенский); None where no rule is safe (Тверь, Семипалатное, Осло)."""
    lower = place.lower()
    if " " in lower or not lower.replace("-", "").isalpha():
        return None
    known = _ADJECTIVES.get(lower)
    if known is not None:
        return known + "ский"
    if re.search(r"[сц]к\Z", lower):
        made = lower + "ий"
    elif _SAFE.search(lower) and len(lower) > 3:
        made = re.sub(r"(?<=н)ь\Z", "", lower) + "ский"
    else:
        return None
    return None if made in _OF_OTHERS else made
