"""The forms of Kazakh names in both alphabets: cases, possessive and plural, by vowel harmony and the assimilation of consonants.

Жаңаөзенде, Маңғыстауға, Шетпенің, Маңғыстау облысында, қазақстандықтар. The last word of a name takes the endings; what stands before
it stays. The rules are those of «Қазақ грамматикасы» (Астана, 2002) and, for loan words and abbreviations, of «Қазақ тілінің
орфографиялық ережелері» (2013); the Latin endings are the Cyrillic ones in the alphabet of 2021. Where usage wavers (Назарбаевтың,
Черняевтің; Георгтың, Гонконгте) both harmonies are recognised, and a replacement takes the usual one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary.declension import Cell, Table, paired, words
from glossary.folding import small
from glossary.form import Form, Inflection
from glossary.model import Term, TermType
from translit.values import value

CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental", "attributive")
"""The cases but for the nominative, which has no ending; the attributive is the locative's adjective (Алматыдағы)."""

_BACK = "аоұыяё"
_FRONT = "әөүіеэ"
_NEUTRAL = "уюи"
_NATIVE_BACK = re.compile("[қғұы]")
_LATIN = re.compile(r"[a-zäğıñöşūü]", re.IGNORECASE)
_TO_CYRILLIC = str.maketrans("aäbdefgğhıijklmnñopqrsştuūüvyzöwcx", "аәбдефгғхіижклмнңопқрсштуұүвызөукк")
_TO_LATIN = str.maketrans("аәбдеғгікқлмнңпстшыр", "aäbdeğgıkqlmnñpstşyr")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_NOT_POSSESSED = words("алматы қарағанды қостанайды талды балқашты almaty qarağandy taldy")

_SURNAME = re.compile(r"[^я]ай?ев\Z")
_CLUSTER = re.compile(r"[нмсл]к\Z")
"""Finals of loan words that take і before an ending: Минскіде, банкіге."""
_WAVERING = re.compile(r"[её]в\Z")
_ORDINARY = words(
    "алды алда алдан алға арты артта арттан оны онда оған одан соны сонда содан соған мұны мұнда бұдан баста бастан басты іске істе үйде үйге"
)
"""Words that begin sentences and that a rule makes of short names too."""
_LEAST_POSSESSED = 4  # letters; a shorter name with one vowel more is too often a word (Ай, айы)

_ENDINGS = {
    # Final sound → genitive, dative, accusative, locative, ablative, instrumental, attributive; plural, adjective. А and Ы follow harmony.
    "vowel": ("нЫң", "ғА", "нЫ", "дА", "дАн", "мен", "дАғЫ", "лАр", "лЫқ"),
    "nasal": ("нЫң", "ғА", "дЫ", "дА", "нАн", "мен", "дАғЫ", "дАр", "дЫқ"),
    "glide": ("дЫң", "ғА", "дЫ", "дА", "дАн", "мен", "дАғЫ", "лАр", "лЫқ"),
    "lateral": ("дЫң", "ғА", "дЫ", "дА", "дАн", "мен", "дАғЫ", "дАр", "дЫқ"),
    "voiced": ("дЫң", "ғА", "дЫ", "дА", "дАн", "бен", "дАғЫ", "дАр", "дЫқ"),
    "voiceless": ("тЫң", "қА", "тЫ", "тА", "тАн", "пен", "тАғЫ", "тАр", "тЫқ"),
    "possessed": ("нЫң", "нА", "н", "ндА", "нАн", "мен", "ндАғЫ", "", ""),
}
_SOUNDS = {**dict.fromkeys("мнң", "nasal"), **dict.fromkeys("рйуию", "glide"), "л": "lateral", **dict.fromkeys("жз", "voiced")}
_VOICED = {"қ": "ғ", "к": "г", "п": "б", "q": "ğ", "k": "g", "p": "b"}
"""What қ, к, п become before a vowel."""
_SPOKEN = {**dict.fromkeys("сф", "voiceless"), "л": "lateral", **dict.fromkeys("мн", "nasal"), "р": "glide"}
"""Letters whose own name ends in a consonant (эс, эл, эм, эр); those of all others end in a vowel."""
_PLURAL, _ADJECTIVE = 7, 8


@value
class Stem:
    """What endings are put to."""

    text: str
    """The name as it is written before an ending."""
    sound: str
    """What kind of sound it ends in: a key of `_ENDINGS`."""
    front: bool
    """Whether its endings have front vowels."""
    latin: bool
    """Whether it is written in the Latin alphabet."""

    def ending(self, place: int) -> str:
        """An ending in this stem's harmony and alphabet."""
        made = _ENDINGS[self.sound][place].replace("А", "е" if self.front else "а").replace("Ы", "і" if self.front else "ы")
        if self.front:
            made = made.replace("ғ", "г").replace("қ", "к")
        return made.translate(_TO_LATIN) if self.latin else made

    def cases(self) -> list[str]:
        """The stem in all `CASES`."""
        return [self.text + self.ending(place) for place in range(len(CASES))]

    def extended(self, ending: str, sound: str) -> Stem:
        """A longer stem in the same harmony."""
        return Stem(self.text + ending, sound, self.front, self.latin)

    def possessed(self) -> Stem:
        """The stem with the ending of the third person: Жаңаөзені, Астанасы, Маңғышлағы."""
        vowel = ("ı" if self.latin else "і") if self.front else ("y" if self.latin else "ы")
        if self.sound == "vowel":
            return self.extended(("s" if self.latin else "с") + vowel, "possessed")
        text = self.text[:-1] + _VOICED.get(self.text[-1], self.text[-1])
        return Stem(text + vowel, "possessed", self.front, self.latin)


def forms(term: Term, replacement: str | None, kind: str) -> Iterator[Form]:
    """Cases, the possessive and its cases, the plural of peoples and families, the adjective of places."""
    others = None if replacement is None else _table(list(_stems(replacement, kind))[:1], replacement, kind, term.type)
    yield from paired(term, _table(_stems(term.text, kind), term.text, kind, term.type), others, _ORDINARY)


def _table(stems: Iterable[Stem], name: str, kind: str, type: TermType) -> Table:
    cells: dict[str, Cell] = {"nominative": (name,)}
    for stem in stems:
        for form, spelling in _forms_of(stem, name, kind, type):
            cells[form] = tuple(dict.fromkeys((*cells.get(form, ()), spelling)))
    return cells


def _forms_of(stem: Stem, name: str, kind: str, type: TermType) -> Iterator[tuple[str, str]]:
    yield from zip(CASES, stem.cases(), strict=True)
    if stem.sound == "possessed" or stem.text.endswith("-"):
        return
    if kind != "person" and len(name) >= _LEAST_POSSESSED:
        possessed = stem.possessed()
        yield "possessive", possessed.text
        yield from zip((f"possessive {case}" for case in CASES), possessed.cases(), strict=True)
    if " " in name or type is TermType.FULL:
        return
    if kind == "people" or (kind == "person" and type is TermType.SHORT):
        plural = stem.extended(stem.ending(_PLURAL), "glide")
        yield "plural", plural.text
        yield from zip((f"plural {case}" for case in CASES), plural.cases(), strict=True)
    elif kind == "place":
        yield from _adjectives(stem)


def _adjectives(stem: Stem) -> Iterator[tuple[str, str]]:
    """Алматылық, and those who live there: алматылықтардың; as nouns and adjectives they are written small, and great in names."""
    adjective = stem.extended(stem.ending(_ADJECTIVE), "voiceless")
    plural = adjective.extended(adjective.ending(_PLURAL), "glide")
    inflected = zip((f"plural adjective {case}" for case in CASES), plural.cases(), strict=True)
    for form, spelling in (("adjective", adjective.text), ("plural adjective", plural.text), *inflected):
        yield form, small(spelling, dotted=True)
        yield f"capital {form}", spelling


def _stems(name: str, kind: str) -> Iterator[Stem]:
    """The stem of a name in the usual harmony, then in the other where usage wavers; none for what takes no ending."""
    last = re.split(r"[\s-]", name)[-1]
    if not last.isalpha() or _ROMAN.match(last):
        return
    latin = _LATIN.search(last) is not None
    spoken = last.lower().translate(_TO_CYRILLIC) if latin else last.lower()
    if last.isupper() and len(last) > 1:
        yield from _abbreviated(name, spoken, latin=latin)
        return
    if " " in name and kind != "person" and len(last) > 3 and spoken[-1] in "ыі" and last.lower() not in _NOT_POSSESSED:
        yield Stem(name, "possessed", spoken[-1] == "і", latin)
        return
    front, wavers = _harmony(spoken)
    bare = spoken.rstrip("ьъ")[-1:]
    sound = "vowel" if bare in "аәоөұүыіеэяё" else _SOUNDS.get(bare, "voiceless")
    if _CLUSTER.search(spoken):
        yield Stem(name + ("ı" if latin else "і"), "vowel", front=True, latin=latin)
    yield Stem(name, sound, front, latin)
    if wavers:
        yield Stem(name, sound, not front, latin)


def _harmony(word: str) -> tuple[bool, bool]:
    """Whether the endings of a word have front vowels; and whether usage wavers.

    The last vowel decides; у and и have the harmony of the vowel before them, and и alone or in a loan word is front. Loan words in г,
    к and ь after a back vowel, which no Kazakh word has, take front endings (Оренбургке, Беларусьте); surnames in -аев back ones (Назарбаевтың).
    """
    if _SURNAME.search(word):
        return False, True
    vowels = [letter for letter in word if letter in _BACK + _FRONT + _NEUTRAL]
    last = vowels[-1] if vowels else "е"
    if last in "ию":
        front = _NATIVE_BACK.search(word) is None if last == "и" else len(vowels) > 1 and vowels[-2] in _FRONT
        return front, word[-1] == last and len(vowels) > 1 and (vowels[-2] in _BACK) == front
    if last == "у":
        before = next((letter for letter in reversed(vowels) if letter not in _NEUTRAL), "а")
        front = before in _FRONT
    else:
        front = last in _FRONT
    if word[-1] in "гкь" and not front:
        return True, True
    return front, _WAVERING.search(word) is not None


def _abbreviated(name: str, spoken: str, *, latin: bool) -> Iterator[Stem]:
    """КСРО-дағы, ҚМГ-нің, АҚШ-тың: a hyphen, and endings by the name of the last letter or by its sound."""
    letter = spoken[-1]
    vowel = letter in "аәоөұүыіеэяё"
    sounds = ["vowel"] if vowel else [_SPOKEN.get(letter, "vowel"), _SOUNDS.get(letter, "voiceless")]
    front = letter in _FRONT + "бвгджзптсфлмнрц"
    if letter == "ш":
        sounds.reverse()
    for sound in dict.fromkeys(sounds):
        for harmony in (front, not front):
            yield Stem(f"{name}-", sound, harmony, latin)


INFLECTION = Inflection(forms)
"""The rules of Kazakh."""
