"""The words that answer a name though they are no form of it: adjectives, peoples, abbreviations, compounds.

Litauen has an adjective (литовский), Rome a people (римляне), Great Britain an abbreviation (Брит.), a server a compound (metaserver). A
translation that has one of these has not left the name out. Owns the rules and the table of those that no rule makes; knows no lexicon and
no finding: texts in, truth out. All comparisons are of small letters without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_SHORTENED = re.compile(r"\b([^\W\d_]{3,8})\.")
"""A word that ends with a full stop, which may be an abbreviation."""
_CAPITALS = re.compile(r"\b[^\W\d_]{2,8}\b")
"""Words that are abbreviations if they are in capitals."""
_ADJECTIVE = re.compile(r"(?:ish|ian|ean|ese|ois|oise|ine|ic|i|an)s?$")
"""English endings of adjectives and peoples made from names: Britain, British; Turkey, Turkish; Rome, Romans."""
_OF_TWO = re.compile(r"ск|ц(?:ы|ам|ами|ах|ев)$")
"""What ends one word made from a name of two: новозеландский, новозеландцы."""
_OF_NAME = re.compile(
    r"(?:\w{0,5}ск\w*|\w{0,4}(?:ец|ц(?:ы|ам|ами|ах|ев))|\w{0,2}[ая]н(?:е|ин|ам|ами|ах)?|(?:[ыи](?:й|х|м|ми)|[ыо]е|[оу]ю|[ао]я|о(?:го|му|м|й)))"
)
"""What stands behind the stem of a name in a Russian adjective, a people or a form of a name that is an adjective (Соломоновы, Соломоновых)."""
_CASES = re.compile(r"[аяыиеуюоьй]|[оеё]й|[оеё]м|[ая]м|[ая]ми|[ая]х|[ое]в|е[ияю]|ии|ию|ией|ия|ий|иям|иями|иях")
"""Russian endings of nouns."""
_LAND = re.compile(r"(?:ия|стан)$")
"""What makes the name of a country from that of a people in Kazakh."""
_OF_ADJECTIVE = re.compile(r"(\w{2,}?)(?:[ыи][еихм]|[ыи]ми|ая|яя|ое|ее|ои|еи|ую|юю|ого|его|ому|ему|ом|ем)")
"""A Russian adjective, or a form of one; й is и here."""
_KAZAKH_ADJECTIVE = re.compile(r"[дтл][ыі][қк]|ша\b|ше\b")
"""Kazakh suffixes of adjectives and languages made from names: британдық, украинша."""
_PLURAL = re.compile(
    r"[аяеиоуыю]?(?:e?s|ies|[иы]|[ая]|ов|ев|ей|[ая]м|[ая]ми|[ая]х|й|[ьй](?:[яею]|ям|ями|ях)|(?:л[ае]р|д[ае]р|т[ае]р)(?:[ыі]\w*|[гқкдт]\w*|м\w*)?)?"
)
"""Endings of plurals in English, Russian and Kazakh, with the case."""
_OTHER_STEMS = {
    "argentina": ("argentine",),
    "финляндия": ("финск", "финн", "фин"),
    "сьерра-леоне": ("сьерралеон", "сьерралион", "сьерра-леон"),
    "vatican city": ("vatican",),
    "сша": ("американ",),
    "laos": ("lao",),
    "saudi arabia": ("saudi", "arabian"),
    "slovenia": ("slovene",),
    "армения": ("армян",),
    "кндр": ("северокоре",),
    "болгария": ("болгар",),
    "грузия": ("грузин",),
    "монголия": ("монгол",),
    "румыния": ("румын",),
    "сербия": ("серб",),
    "словакия": ("словак", "словацкий", "словацкая", "словацкое", "словацкой", "словацком", "словацкие", "словацких"),
    "хорватия": ("хорват",),
    "саудовская аравия": ("саудов",),
    "чехия": ("чешск", "чех"),
    "athens": ("athenian",),
    "cyprus": ("cypriot",),
    "denmark": ("danish", "dane"),
    "greece": ("greek", "grec", "hellen"),
    "kyiv": ("kiev",),
    "moscow": ("muscovit",),
    "myanmar": ("burmese",),
    "naples": ("neapolitan",),
    "netherlands": ("dutch",),
    "norway": ("norwegian", "norse"),
    "poland": ("polish", "pole"),
    "spain": ("spanish", "spaniard"),
    "switzerland": ("swiss",),
    "turkiye": ("turk",),
    "united kingdom": ("british", "britain", "english", "briton"),
    "united states": ("american",),
    "vienna": ("viennese",),
    "wales": ("welsh",),
    "австрия": ("австри",),
    "англия": ("англич",),
    "великобритания": ("англи", "британск", "британец", "британц"),
    "германия": ("немец", "немк", "неміс", "герман"),
    "греция": ("греч", "грек", "эллин"),
    "дания": ("датск", "датч"),
    "китаи": ("китаец", "китайц"),
    "нидерланды": ("голланд",),
    "польша": ("польск", "поляк", "поляч"),
    "рим": ("римлян",),
    "россия": ("русск", "руси", "русь"),
    "соединенные штаты": ("американ",),
    "турция": ("турец", "турк", "турок"),
    "франция": ("француз",),
    "швеция": ("швед",),
    "швейцария": ("швейцар",),
    "америка құрама штаттары": ("америка",),
    "ұлыбритания": ("ағылшын",),
    "ресеи": ("орыс",),
    "қытаи": ("ханзу",),
}
"""Names, without accents (й is и then), and how the words begin that answer them though no rule makes them from the name."""
_GENERIC = frozenset((
    *("остров", "острова", "республика", "область", "край", "island", "islands", "republic", "region", "oblast", "district"),
    *("арал", "аралы", "аралдары", "республикасы", "облысы", "ауданы"),
))  # fmt: skip
"""Words that say only what kind of place it is."""
_JOINING = frozenset(("and", "the", "и", "және", "мен", "бен", "пен"))
"""Words that join two: Антигуа және Барбуда, Антигуа мен Барбуда."""
_SHORT, _ENDING = 4, 2  # letters: the shortest word that may be derived from, and what of it an ending takes the place of
_COMMON = 5  # letters of the shortest common noun that is looked for inside of longer words
_LAST = "аеёиоуыэюяйьієїәөүұaeiouy"  # letters that endings take the place of


def by_derived_word(names: Sequence[str], said: str) -> bool:
    """Whether a text has a word made from one of some names, or from the same root; all in its order where a name has several words."""
    words = _WORD.findall(_folded(said))
    capitals = {_folded(word) for word in _WORD.findall(said) if word[0].isupper() and not word.isascii()}
    return any(_derived(name, words, capitals) or _otherwise(_folded(name), words, capitals) for name in names)


def by_adjective(names: Sequence[str], said: str) -> bool:
    """Whether a Russian adjective of a name stands there, of whatever status the name is: киргизский is right though Киргизия is not."""
    words = [word for word in _WORD.findall(_folded(said)) if "ск" in word]
    return bool(words) and any(" " not in name and any(_from(_folded(name), word, name=True) for word in words) for name in names)


def by_initials(names: Sequence[str], said: str) -> bool:
    """Whether an abbreviation stands there that is made from a name of several words (Біріккен Корольдік: БК)."""
    capitals = {match[0] for match in _CAPITALS.finditer(said) if match[0].isupper()}
    return bool(capitals) and any(
        len(words := _WORD.findall(name)) > 1 and "".join(word[0] for word in words).upper() in capitals for name in names
    )


def by_written_out(names: Sequence[str], said: str) -> bool:
    """Whether words in a row begin with the letters of an abbreviation: КНДР, Корейская Народная Демократическая Республика."""
    letters = "".join(word[0] for word in _WORD.findall(said)).upper()
    return any(name.isupper() and len(name) > 2 and name in letters for name in names)


def by_abbreviation(names: Sequence[str], said: str) -> bool:
    """Whether a word with a full stop behind it is cut from a name's word: Брит. or Великобр. for Великобритания."""
    cut = {match[1].lower() for match in _SHORTENED.finditer(said)}
    words = {word for name in names for word in _WORD.findall(name.lower()) if word not in _GENERIC}
    return any(word != short and (word.startswith(short) or (len(short) >= _SHORT and short in word)) for short in cut for word in words)


def by_part(names: Sequence[str], said: str) -> bool:
    """Whether a word of a common noun of several words stands there, as its short form: раскладка, раскладка клавиатуры."""
    words = _WORD.findall(said.lower())
    return any(
        name.islower() and any(len(part) >= _COMMON and any(word.startswith(_stem(part)) for word in words) for part in name.split())
        for name in names
        if " " in name
    )


def by_plural(names: Sequence[str], said: str) -> bool:
    """Whether the plural of a common noun stands there, of which glossaries have the singular: тег, тегам; view, views; белгі, белгілер."""
    words = [word.lower() for word in _WORD.findall(said)]
    return any(
        name.islower()
        and " " not in name
        and any(word.startswith(stem := _bare(name)) and _PLURAL.fullmatch(word, len(stem)) for word in words)
        for name in names
    )


def by_compound(names: Sequence[str], said: str) -> bool:
    """Whether a common noun stands there inside of a longer word: server in metaserver. Names are not looked for so."""
    words = [word.lower() for word in _WORD.findall(said)]
    return any(
        name.islower() and len(name) >= _COMMON and " " not in name and any(_stem(name) in word and word != name for word in words)
        for name in names
    )


def by_longer_abbreviation(names: Sequence[str], said: str) -> bool:
    """Whether a word is made from an abbreviation: ООН, ооновцы."""
    words = [word.lower() for word in _WORD.findall(said) if not word.isupper()]
    return any(name.isupper() and len(name) > 2 and any(word.startswith(name.lower()) for word in words) for name in names)


def _folded(text: str) -> str:
    """A text in small letters without accents, for Türkiye and Turkish, Кёльн and Кельн."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))


def _derived(name: str, words: Sequence[str], capitals: set[str]) -> bool:
    """Whether each word of a name begins a word of the text, in order: as it is, without its last vowels, or in an adjective.

    Words that say only what kind of place it is need not stand there (Мальдив аралдары, Мальдив Республикасы). Of `capitals`, words that are
    written as names are, only adjectives and peoples answer: Франця is a slip.
    """
    all_asked = [(_folded(word), word[0].isupper()) for word in _WORD.findall(name)]
    asked = [each for each in all_asked if each[0] not in _GENERIC] or all_asked
    if len(asked) > 2 and not _JOINING.isdisjoint(words):
        asked = [each for each in asked if each[0] not in _JOINING]
    turned = "(" in name or (len(asked) > 1 and any(word in capitals for word, _ in asked[1:]))
    rest = (
        words if turned else iter(words)
    )  # Виргинские острова (США): Американские Виргинские острова; Французская Гвиана: Гвиана, Французская
    several = len(asked) > 1
    if len(all_asked) > len(asked) == 1 and any(_is_noun_of(asked[0][0], each) for each in words):
        return True
    return all(
        any(
            _from(word, each, name=capital and each in capitals)
            or (several and (_is_case(word, each) or any(each.startswith(stem) for stem in _OTHER_STEMS.get(word, ()))))
            for each in rest
        )
        for word, capital in asked
    ) or (
        len(asked) > 1 and any(_OF_TWO.search(each) and asked[-1][0].rstrip(_LAST) in each for each in words)  # новозеландский
    )


def _otherwise(name: str, words: Sequence[str], capitals: set[str]) -> bool:
    """Whether a word stands there that is not made from the name by rule; behind another in a compound too (южнорусский, древнегреческий).

    None that is written and ends as the name of a country does: Болгаря is a slip.
    """
    stems = _OTHER_STEMS.get(name, ())
    words = [word for word in words if word not in capitals or not word.endswith("я") or word.endswith("ая")]
    return any(
        word.startswith(stem)
        or (len(stem) > _SHORT and stem in word)
        or (len(stem) == _SHORT and ("е" + stem in word or "о" + stem in word))
        for stem in stems
        for word in words
    )


def _stem(word: str) -> str:
    """A word without what an ending may take the place of."""
    if word.endswith(("сы", "сі")) and word[-3:-2] in _LAST:
        return word[:-2]  # the Kazakh possessive of a compound: жаймасы, жаймалары
    stem = word.rstrip(_LAST)
    return stem if len(word) - len(stem) <= _ENDING else word[:-_ENDING]


def _bare(word: str) -> str:
    """A word without the one vowel that a plural's ending takes the place of."""
    return word[:-1] if word[-1:] in _LAST and len(word) > _SHORT else word


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))


def _from(word: str, other: str, *, name: bool) -> bool:
    """Whether a word is made from a name's word: Малави, малавийский; Узбекистан, узбекский. `name` where it is written as a name is."""
    if word == other:
        return True
    inner, adjective, _ = other.partition("ск")
    if len(word) < _SHORT:
        return len(word) == _SHORT - 1 and ((bool(adjective) and inner.endswith(word)) or _is_kazakh_adjective(word, other))
    if other[:_SHORT] == word[:_SHORT] and _ADJECTIVE.search(other):
        return True
    stem = _stem(word)
    if word.isascii() and other + "s" == word:
        return True  # Philippines, Philippine
    if len(stem) == _SHORT - 1 and other.startswith(stem) and _ADJECTIVE.fullmatch(other, len(stem)):
        return True  # Rome, Roman; Iran is no adjective of Ira
    if len(other) > _SHORT and other[:2] == word[:2] and other.endswith(("sh", "ch")):
        return True  # France, French; Spain, Spanish
    if adjective and _shared(word, other) >= max(_SHORT - 1, len(word) - _SHORT + 1):
        return True  # Литва, литовский; Норвегия, норвежский
    if adjective and len(inner) > _SHORT and inner in word:
        return True  # Великобритания, британский
    if _is_kazakh_adjective(word, other):
        return True
    if adjective and len(word) > _SHORT and word[:-1] in inner:
        return True  # Гвинея, трансновогвинейский
    if other.startswith(word) and other.endswith(("ец", "цы", "цев", "цам", "цами", "цах")):
        return True  # Мали, малийцы
    if word.endswith(("анин", "янин")) and other.startswith(word[:-2]):
        return True  # мусульманин, мусульмане
    if len(other) >= _SHORT and other == _LAND.sub("", word) and (not name or word.endswith("стан")):
        return True  # Kazakh peoples and adjectives: Жапония, жапон; Үндістан, үнді
    if word.endswith(("ы", "і")) and other == word[:-1]:
        return True  # the Kazakh possessive, which falls before another noun: Әмірліктері, Әмірліктер
    root = stem.removesuffix("истан")
    return (len(stem) >= _SHORT and other.startswith(stem) and (not name or _OF_NAME.fullmatch(other, len(stem)) is not None)) or (
        len(root) >= _SHORT and other.startswith(root) and "ск" in other[len(root) :]
    )


def _is_case(word: str, other: str) -> bool:
    """Whether a word is another by its Russian case only; names of several words have not all their forms in a glossary (Боснии и Герцеговины)."""
    stem = _stem(word)
    if (adjective := _OF_ADJECTIVE.fullmatch(word)) is not None and other.startswith(adjective[1]):
        return _OF_ADJECTIVE.fullmatch(other) is not None and len(other) <= len(word) + 1  # Новая Гвинея: Новой Гвинеи
    match = _CASES.fullmatch(other, len(stem)) if len(stem) >= _SHORT and other.startswith(stem) else None
    return match is not None and (not word.endswith("ия") or match[0].startswith("и"))


def _is_noun_of(word: str, other: str) -> bool:
    """Whether a word is the plural from which the adjective of an archipelago is made: Бермудские острова, Бермуды; Сейшельские, Сейшелы."""
    inner, adjective, _ = word.partition("ск")
    inner = inner.rstrip("ь")
    return (
        bool(adjective)
        and len(inner) >= _SHORT
        and (other == inner or (other.startswith(inner) and _CASES.fullmatch(other, len(inner)) is not None))
    )


def _is_kazakh_adjective(word: str, other: str) -> bool:
    """Whether a word is the Kazakh adjective of a name: Рим, римдік; Ұлыбритания, британдық."""
    suffix = _KAZAKH_ADJECTIVE.search(other, min(len(word), _SHORT + 1))
    return suffix is not None and other[: suffix.start()] in word
