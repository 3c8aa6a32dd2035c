"""What two endings of one stem say: a form, another word, or perhaps a spelling. English, Russian and Kazakh.

Texts have every name in many forms and every word in many derivations, and both look like variants. Owns the endings by which discovery tells
them apart where no rule of inflection (`glossary.forms`) has made one from the other; decides about single words only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.discover_links import Pair
from translit.nearest import likeness

_ENGLISH = (("s", "plural"), ("es", "plural"), ("n", "adjective"), ("an", "adjective"), ("ian", "adjective"), ("i", "adjective"), ("ski", "adjective"), ("sky", "adjective"), ("skiy", "adjective"), ("skaya", "adjective"))  # fmt: skip


def english_endings(spellings: Sequence[str]) -> dict[Pair, str]:
    """Spellings in Latin letters that are another one with an English ending: (name, longer) → plural or adjective. A guess: Mangistaus may be a slip."""
    places = {text: place for place, text in enumerate(spellings)}
    found: dict[Pair, str] = {}
    for text, place in places.items():
        for ending, which in _ENGLISH:
            other = places.get(text + ending)
            if other is not None and text.isascii() and len(text) > 3:
                found.setdefault((place, other), which)
        if text.endswith("y") and (other := places.get(text[:-1] + "ies")) is not None and len(text) > 3:
            found.setdefault((place, other), "plural")
    return found


_DERIVED = frozenset(
    ("ish", "ese", "ism", "ist", "isms", "ists", "ic", "ians", "ans", "ization", "изм", "ист", "исты", "истов", "изма", "изме")
)
_DERIVED_FROM = 3
"""Letters that a word and one derived from it share at least."""


def derived(one: str, other: str) -> bool:
    """Whether one of two words is derived from the other’s stem: Sweden, Swedish; Trotskyist, Trotskyism. Other words, and no spellings."""
    stem = _shared(one, other)
    # The stem may end within what both endings begin with: Trotskyi-st, Trotskyi-sm.
    return (
        any(one[at:] in _DERIVED or other[at:] in _DERIVED for at in range(max(stem - 2, _DERIVED_FROM), stem + 1))
        and one[stem:] != other[stem:]
    )


_OF_VERBS = frozenset(("", "e", "s", "es", "ed", "d", "ing", "er", "ers"))
_SHORTEST_VERB = 4
"""Letters of the shortest stem of a verb that is looked at."""


def conjugated(one: str, other: str) -> bool:
    """Whether two words in Latin letters are one English verb in two forms: Updated, Updates; Reference, Referenced. Words, and no names.

    A bare plural or an *e* more is not enough, which a name has as well: Plan, Plane.
    """
    stem = _shared(one, other)
    if not (one.isascii() and other.isascii()):
        return False
    for at in range(max(stem - 1, _SHORTEST_VERB), stem + 1):
        endings = {one[at:], other[at:]}
        if len(endings) == 2 and endings <= _OF_VERBS and endings & {"ed", "ing"}:
            return True
    return False


_ADJECTIVE = frozenset(
    "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ых их ыми ими".split()  # noqa: SIM905  (read as a row of endings)
)
_SHORT = frozenset(("", "о", "а", "ы"))
_PLURAL = frozenset(("ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях"))
_STEM, _STEM_OF_ADJECTIVE = 4, 3
"""Letters of the shortest stem whose endings are looked at, and of one with two endings that adjectives alone have."""
_OWN = frozenset(("ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ую", "юю", "ых", "их", "ыми", "ими", "ой", "ый", "ий"))


def other_ending(one: str, other: str) -> bool:
    """Whether two Cyrillic words are one word with two endings that no name takes beside each other: an adjective’s genders, a noun’s plural cases.

    Суммарная and Суммарное, Важное and Важно, Файл and Файлами; but not Караганда and Караганды, which are a name’s.
    """
    a, b = one.casefold(), other.casefold()
    if a.isascii() or b.isascii():
        return False
    stem = _shared(a, b)
    for at in range(stem, max(_STEM_OF_ADJECTIVE, stem - 2) - 1, -1):
        endings = {a[at:], b[at:]}
        if len(endings) < 2 or any(len(ending) > 3 for ending in endings):
            continue
        if endings <= (_ADJECTIVE if at >= _STEM else _OWN):
            return True
        if at >= _STEM and ((endings & _ADJECTIVE and endings & _SHORT) or endings & _PLURAL or _with_n(*endings)):
            return True
    return _made_word(a) and _made_word(b)


def _with_n(one: str, other: str) -> bool:
    """Whether one of two endings is an adjective’s in -н-, and the other a noun’s or a short adjective’s: альтернатив-ный and -ой, подоб-но and -ен."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return (longer[:1] == "н" and longer[1:] in _ADJECTIVE and "н" not in shorter) or {one, other} in _SHORT_FORMS


_SHORT_FORMS = ({"но", "ен"}, {"на", "ен"}, {"ны", "ен"})
_MADE = re.compile(r".{2,}(?:[аяе]ни(?:е|ем)|ост(?:ь|ью)|нн(?:ый|ая|ое|ые|ого|ой|ых|ым|ому|ую))")


def _made_word(small: str) -> bool:
    """Whether a Russian word has an ending that ordinary words are made with: управление, готовность, задержанный. Two such are two words."""
    return _MADE.fullmatch(small) is not None


_CASE = "[нтд][ыі]ң|[ғгқк][ае]|[нтд][ыі]|[тд][ае]|[нтд][ае]н|[мбп]ен|[тд][ае][ғг][ыі]"
_POSSESSED = "с?[ыі](?:н[ыі]ң|н[ае]н?|н|нд[ае](?:[ғг][ыі]|н)?|мен)?"
KAZAKH = re.compile(rf"(?:[лдт][ыі][қк]|с[ыі]з|[лдт][ыі])?(?:[лдт][ае]р)?(?:{_POSSESSED}|{_CASE})?")
"""What a Kazakh noun may end in: adjective, plural, possessive, case, in both harmonies."""
_HYPHENATED = re.compile(rf"(.+)-(?:{KAZAKH.pattern}|ң|н|а|е)")
_RUSSIAN = re.compile(r"(.+)(?:['’ʼ‑-])(?:а|у|е|ы|и|ом|ем|ой|ов|ам|ами|ах)")
_LONGEST = 5
"""Letters of the longest ending that two words may differ in."""
_VOICELESS = frozenset("пткқсшщчцхфһбвгд")
"""Letters that a stem may end in before т, қ, к, п: voiceless ones, and those that are at the end of loan words."""
_ALWAYS_VOICED = frozenset("пткқсшщчцхфһ")


def without_ending(word: str) -> str:
    """A name in another alphabet, or an abbreviation, without the ending set off from it: Writer-ге, АҚШ-тың, Debian'у; any other word as it is."""
    if word.isascii() or word.isalpha():
        return word
    match = _HYPHENATED.fullmatch(word) or _RUSSIAN.fullmatch(word)
    return match[1] if match and (match[1].isascii() or match[1].isupper()) else word


def kazakh_form(name: str, longer: str) -> bool:
    """Whether a word is a name with a Kazakh ending, whichever harmony it follows (Циклды, Циклді), as far as the consonants agree."""
    ending = longer[len(name) :]
    if not name or not ending or not longer.startswith(name) or KAZAKH.fullmatch(ending) is None:
        return False
    if ending[0] in "тқкп":
        return name[-1] in _VOICELESS
    return not (ending[0] in "дғгбнл" and name[-1] in _ALWAYS_VOICED)


def two_kazakh_forms(one: str, other: str) -> bool:
    """Whether two words are one stem with two Kazakh endings, and the stem stands in neither: Градиенттер, Градиенті."""
    shared = _shared(one, other)
    return any(
        kazakh_form(one[:at], one) and kazakh_form(one[:at], other) for at in range(_STEM, shared + 1) if at < min(len(one), len(other))
    )


def is_cyrillic(text: str) -> bool:
    """Whether a name is written in Cyrillic letters."""
    return _CYRILLIC.search(text) is not None


def without_cases(text: str) -> str:
    """A name in Cyrillic letters without what may be the case endings of its words; a sketch to search by."""
    return _CASES.sub("", text) if is_cyrillic(text) else text


def in_another_case(one: str, other: str) -> bool:
    """Whether of two names in two alphabets the Cyrillic one has a word that is nearer to the other’s without its ending: Бергманом, Bergman."""
    if is_cyrillic(one) == is_cyrillic(other):
        return False
    cyrillic, latin = (name.split() for name in ((one, other) if is_cyrillic(one) else (other, one)))
    return len(cyrillic) == len(latin) and any(
        (bare := without_cases(word)) != word and likeness(bare, theirs) > likeness(word, theirs)
        for word, theirs in zip(cyrillic, latin, strict=True)
    )


_CYRILLIC = re.compile("[\u0400-\u052f]")
_CASES = re.compile(r"(?<=\w\w)(?:[оеы]м|[оеы]й|им|[аяуюеыи])\b")


def ends_otherwise(one: str, other: str) -> bool:
    """Whether two Cyrillic words are alike but for their last letters, which is a matter of grammar before it is one of spelling: Атлантик, Атлантико."""
    one, other = one.casefold(), other.casefold()
    if one.isascii() or other.isascii():
        return False
    stem = _shared(one, other)
    if {one[stem:], other[stem:]} == {"", "ь"}:
        return False  # Антиль, Антил: a letter, and no ending of a name
    return stem >= _STEM and stem >= min(len(one), len(other)) - 2 and max(len(one), len(other)) - stem <= _LONGEST


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    return stem
