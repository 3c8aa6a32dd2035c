"""Small numbers written out, in the languages the built-in glossary speaks: which words stand for which number, in any inflection.

Cardinals, ordinals and the words made of them (двухэтажный, twice). Ordinary vocabulary, from no list; composed numbers (twenty-one, two
hundred, он екі) are put together. Knows no text but the one it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from translit.values import value

_EN = (
    "0 zero|nought|no; 1 one|single|once|first|a|an; 2 two|twice|second|both|pair|couple|double|half; 3 three|third|thrice|triple; 4 four|fourth|quarter; "
    "5 five|fifth; 6 six|sixth; 7 seven|seventh; 8 eight|eighth; 9 nine|ninth; 10 ten|tenth; 11 eleven|eleventh; 12 twelve|twelfth|dozen; "
    "13 thirteen\\w*; 14 fourteen\\w*; 15 fifteen\\w*; 16 sixteen\\w*; 17 seventeen\\w*; 18 eighteen\\w*; 19 nineteen\\w*; 20 twent(?:y|ieth); "
    "30 thirt(?:y|ieth); 40 fort(?:y|ieth); 50 fift(?:y|ieth); 60 sixt(?:y|ieth); 70 sevent(?:y|ieth); 80 eight(?:y|ieth); 90 ninet(?:y|ieth); "
    "100 hundred\\w*; 1000 thousand\\w*; 1000000 million\\w*; 1000000000 billion\\w*"
)
_RU = (
    "0 ноль|нол[яюе]|нул\\w+; 1 один|одн(?:а|о|у|ой|ого|ому|им|ом|ими|их)|перв\\w+|однажды|единствен\\w+|единиц\\w*; "
    "2 два|две|двух\\w*|двум|двумя|двое|двоих|двой\\w+|дву(?!х|м)\\w+|втор(?:ой|ая|ое|ого|ому|ым|ом|ую|ые|ых|ыми)|об[ае]|обеи[хм]\\w*|обои[хм]\\w*|дважды|вдвое|пар[аыуе]|парой|половин\\w+|пол\\w*; "
    "3 три|тр[её]х\\w*|тр[её]м|тремя|трое|троих|тройн\\w+|трет(?:ий|ь\\w+)|трижды|втрое; 4 четыр\\w+|четв[её]р\\w+; "
    "5 пят(?:ь|и|ью|ый|ая|ое|ого|ому|ым|ом|ую|ые|ых|ой)|пятер\\w+|пяти(?!сот|десят)\\w+; 6 шест(?:ь|и|ью|ой|ая|ое|ого|ому|ым|ом|ую|ые|ых)|шестер\\w+|шести(?!сот|десят)\\w+; "
    "7 сем(?:ь|и|ью)|седьм\\w+|семер\\w+|семи(?!сот|десят)\\w+; 8 восемь|восьми|восемью|восьмью|восьм(?:ой|ая|ое|ого|ому|ым|ом|ую|ые|ых)|восьми(?!сот|десят)\\w+; "
    "9 девят(?:ь|и|ью|ый|ая|ое|ого|ому|ым|ом|ую|ые|ых|ой)|девяти(?!сот)\\w+; 10 десят(?:ь|и|ью|ый|ая|ое|ого|ому|ым|ом|ую|ые|ых|ой|к\\w+)|десяти\\w+; "
    "11 одиннадцат\\w+; 12 двенадцат\\w+|дюжин\\w*; 13 тринадцат\\w+; 14 четырнадцат\\w+; 15 пятнадцат\\w+; 16 шестнадцат\\w+; 17 семнадцат\\w+; "
    "18 восемнадцат\\w+; 19 девятнадцат\\w+; 20 двадцат\\w+; 30 тридцат\\w+; 40 сорок\\w*; 50 пят(?:ьдесят|идесят)\\w*; 60 шест(?:ьдесят|идесят)\\w*; "
    "70 сем(?:ьдесят|идесят)\\w*; 80 вос(?:емьдесят|ьмидесят)\\w*; 90 девяност\\w+; 100 сто|ста|сот\\w*; 200 двести|двухсот\\w*; 300 триста|тр[её]хсот\\w*; "
    "400 четыреста|четыр[её]хсот\\w*; 500 пятьсот|пятисот\\w*; 600 шестьсот|шестисот\\w*; 700 семьсот|семисот\\w*; 800 восемьсот|восьмисот\\w*; "
    "900 девятьсот|девятисот\\w*; 1000 тысяч\\w*|тыс; 1000000 миллион\\w*|млн; 1000000000 миллиард\\w*|млрд"
)
_UK = (
    "0 нуль|нул\\w+; 1 один|одн(?:а|е|у|ієї|ого|ому|им|і|их)|перш\\w+; 2 два|дві|двох\\w*|двом\\w*|двома|двоє|друг(?:ий|а|е|ого|ому|им|ої|у|і|их)|обидв\\w+|двічі|пар[аиу]|пів\\w*; "
    "3 три|трьох\\w*|трьом|трьома|троє|трет(?:ій|я|є|ього|ьому|ім|ьої|ю|і|іх)|тричі; 4 чотир\\w+|четвер\\w+; 5 п['’]ят(?:ь|и|ьох|ий|а|е|ого|ому|им|ої|у|і|их)|п['’]яти(?!десят)\\w+; "
    "6 шіст(?:ь|ьох)|шост\\w+|шести(?!десят)\\w*; 7 сім|семи|сьом\\w+; 8 вісім|восьм\\w+; 9 дев['’]ят(?:ь|и|ьох|ий|а|е|ого|ому|им|ої|у|і|их); "
    "10 десят(?:ь|и|ьох|ий|а|е|ого|ому|им|ої|у|і|их)|десяти\\w+; 11 одинадцят\\w+; 12 дванадцят\\w+|дюжин\\w*; 13 тринадцят\\w+; 14 чотирнадцят\\w+; 15 п['’]ятнадцят\\w+; "
    "16 шістнадцят\\w+; 17 сімнадцят\\w+; 18 вісімнадцят\\w+; 19 дев['’]ятнадцят\\w+; 20 двадцят\\w+; 30 тридцят\\w+; 40 сорок\\w*; 50 п['’]ят(?:десят|идесят)\\w*; "
    "60 ш(?:істдесят|естидесят)\\w*; 70 с(?:імдесят|емидесят)\\w*; 80 в(?:ісімдесят|осьмидесят)\\w*; 90 дев['’]яност\\w+; 100 сто|ста|сот\\w*; 200 двісті; "
    "1000 тисяч\\w*|тис; 1000000 мільйон\\w*|млн; 1000000000 мільярд\\w*|млрд"
)
_KK = (
    "0 нөл\\w*; 1 бір(?!неше|ік|лік|лес|ге|қат|ақ)\\w*|алғаш\\w*|жалғыз; 2 екі\\w*|екеу\\w*|қос\\w*|жарты\\w*|жұп; 3 үш\\w*; 4 төрт\\w*; 5 бес\\w*; 6 алты(?!н)\\w*|алтау\\w*; 7 жеті\\w*; 8 сегіз\\w*; "
    "9 тоғыз\\w*; 10 он|онға|оннан|оныншы\\w*|ондаған; 20 жиырма\\w*; 30 отыз\\w*; 40 қырық\\w*; 50 елу\\w*; 60 алпыс\\w*; 70 жетпіс\\w*; 80 сексен\\w*; 90 тоқсан\\w*; "
    "100 жүз(?!е)\\w*; 1000 мың\\w*; 1000000 миллион\\w*|млн; 1000000000 миллиард\\w*|млрд"
)
_DE = (
    "0 null|kein\\w*; 1 ein|eine[mnrs]?|erst\\w*|einmal|einzeln\\w*|einzig\\w*; 2 zwei\\w*|beide\\w*|paar|doppel\\w*|halb\\w*; 3 drei(?!ß|zehn)\\w*|dritt\\w*; 4 vier(?!zehn|zig)\\w*; 5 fünf(?!zehn|zig)\\w*; "
    "6 sechs(?!zehn)\\w*; 7 sieben(?!und)\\w*|siebt\\w*; 8 acht(?!zehn|zig|et|en|ung)\\w*; 9 neun(?!zehn|zig)\\w*; 10 zehn\\w*; 11 elf\\w*; 12 zwölf\\w*|dutzend\\w*; 13 dreizehn\\w*; "
    "14 vierzehn\\w*; 15 fünfzehn\\w*; 16 sechzehn\\w*; 17 siebzehn\\w*; 18 achtzehn\\w*; 19 neunzehn\\w*; 20 zwanzig\\w*; 30 dreißig\\w*; 40 vierzig\\w*; 50 fünfzig\\w*; 60 sechzig\\w*; "
    "70 siebzig\\w*; 80 achtzig\\w*; 90 neunzig\\w*; 100 hundert\\w*; 1000 tausend\\w*; 1000000 million\\w*|mio; 1000000000 milliarde\\w*|mrd"
)
_FR = (
    "0 zéro|aucun\\w*; 1 un|une|premi\\w+|seul\\w*; 2 deux\\w*|second\\w*|double\\w*|demi\\w*|moitié|paire; 3 trois\\w*|tiers|triple; 4 quatre(?!-vingt)\\w*|quatri\\w+|quart; 5 cinq\\w*; 6 six\\w*; 7 sept(?!embre)\\w*; "
    "8 huit\\w*; 9 neuf|neuvi\\w+; 10 dix(?!-)\\w*|dizaine\\w*; 11 onze\\w*|onzi\\w+; 12 douze\\w*|douzaine\\w*; 13 treize\\w*; 14 quatorze\\w*; 15 quinz\\w+; 16 seize\\w*; 17 dix-sept\\w*; 18 dix-huit\\w*; "
    "19 dix-neu\\w+; 20 vingt\\w*; 30 trente\\w*; 40 quarante\\w*; 50 cinquante\\w*; 60 soixante\\w*; 80 quatre-vingt\\w*; 100 cent\\w*; 1000 mille\\w*|millier\\w*; 1000000 million\\w*; 1000000000 milliard\\w*"
)
_TABLES = {"en": _EN, "ru": _RU, "uk": _UK, "kk": _KK, "de": _DE, "fr": _FR}
_LOOSE = frozenset(
    (
        "no",
        "one",
        "single",
        "once",
        "first",
        "a",
        "an",
        "twice",
        "second",
        "both",
        "pair",
        "couple",
        "double",
        "half",
        "quarter",
        "third",
        "triple",
    )
)
"""English words that say more, or less, than a number."""
_LOOSE_START = re.compile(
    r"(?:пар|пол|десятк|ондаған|об[ае]|обои|обеи|втор|перв|един|одн|один|нол|нул|двой|друг|перш|обидв|пів|бір|қос|жарты|жұп|алғаш|жалғыз|ein|erst|halb|doppel|beide|paar|kein|null|un|une|premi|seul|second|demi|moiti|double|tiers|quart)",
)
"""How such words begin in the other languages."""
_SCALES = (100, 1_000, 1_000_000, 1_000_000_000)


@value
class NumberWord:
    """A number written out."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    number: int
    """What it says."""
    exact: bool
    """True for a word that says nothing but this number: three, not a pair or the first."""


class NumberWords:
    """The number words of one language."""

    def __init__(self, language: str) -> None:
        """Take the words of a language; none where it has no table here."""
        self._table = _TABLES.get(language)

    @property
    def known(self) -> bool:
        """Whether the language has a table."""
        return self._table is not None

    @cached_property
    def _pattern(self) -> tuple[re.Pattern[str], tuple[int, ...]]:
        rows = [row.strip().partition(" ") for row in (self._table or "").split(";") if row.strip()]
        # The greater ones first: пятьдесят is no пять.
        ordered = sorted(rows, key=lambda row: -int(row[0]))
        pattern = "|".join(f"({words})" for _, _, words in ordered)
        return re.compile(rf"(?<![^\W\d_])(?:{pattern})(?![^\W_])", re.IGNORECASE), tuple(int(row[0]) for row in ordered)

    def find(self, text: str) -> list[NumberWord]:
        """The numbers that are written out in a text; neighbours that make one number are one."""
        return list(self._joined(self._single(text), text)) if self.known else []

    def _single(self, text: str) -> Iterator[NumberWord]:
        pattern, numbers = self._pattern
        for match in pattern.finditer(text):
            word = match[0].lower()
            exact = word not in _LOOSE and _LOOSE_START.match(word) is None
            yield NumberWord(match.start(), match.end(), numbers[(match.lastindex or 1) - 1], exact)

    def _joined(self, words: Iterator[NumberWord], text: str) -> Iterator[NumberWord]:
        """Twenty and one are twenty-one, two and hundred are two hundred; each part is given too, for languages differ."""
        last: NumberWord | None = None
        for word in words:
            if last is not None and text[last.end : word.start] in (" ", "-", "\u00a0"):
                both = _together(last.number, word.number)
                if both is not None:
                    last = NumberWord(last.start, word.end, both, last.exact and word.exact)
                    continue
            if last is not None:
                yield last
            last = word
        if last is not None:
            yield last


def _together(first: int, second: int) -> int | None:
    """What two number words in a row say together; None where they are two numbers."""
    if second in _SCALES and 0 < first < second:
        return first * second
    if 10 <= first < 100 and first % 10 == 0 and 0 < second < 10:
        return first + second
    if first >= 100 and first % 100 == 0 and 0 < second < 100:
        return first + second
    return None
