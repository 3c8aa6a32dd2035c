"""Words of one text: the same twice in a row, letters of two scripts in one word, words that are forbidden, a translator's notes left in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.findings import Edit, Severity
from passages.checks.model import Fix, PairFinding
from passages.checks.reading import Reading
from translit.message import Message

_DOUBLE = re.compile(r"(?<![\w'’-])([^\W\d_]+(?:['’][^\W\d_]+)*)([ \u00a0]{1,2}| ?\n ?)\1(?![\w'’-])", re.IGNORECASE)
_LAWFUL = {
    "en": frozenset(("that", "had", "bye", "ha", "no", "very", "blah", "knock", "so")),
    "ru": frozenset(("чуть", "еле", "едва", "да", "нет", "так", "давно", "очень", "вот", "ну", "ха")),
    "uk": frozenset(("ледь", "так", "ось", "ну", "дуже", "ні", "ха")),
    "kk": frozenset(("бір", "әр", "қайта", "жеке", "тез", "әрең", "көп", "ірі", "түрлі", "талай", "екі", "үш", "он", "анда", "бара")),
    "de": frozenset(("die", "der", "das", "den", "sie", "dem", "sehr")),
    "fr": frozenset(("nous", "vous", "très", "non", "oui", "se", "en")),
}
"""Words that stand twice in a row in good texts of a language."""

_LATIN_LIKE = "aceopxyiABCEHKMOPTXYSIJsjhk"
_CYRILLIC_LIKE = "асеорхуіАВСЕНКМОРТХУЅІЈѕјһк"
_TO_CYRILLIC = str.maketrans(_LATIN_LIKE, _CYRILLIC_LIKE)
_TO_LATIN = str.maketrans(_CYRILLIC_LIKE, _LATIN_LIKE)
"""Letters that look the same in both scripts (Unicode 15, confusables.txt)."""
_MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-zÀ-ɏ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ɏ])[^\W\d_]*")
_ALONE = re.compile(r"(?<=[Ѐ-ӿ,] )[aceoyk](?= [Ѐ-ӿ])|(?:^|(?<=[.!?] ))[ABCOKY](?= [а-яёәғқңөұүһі])")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")

_NOTES = re.compile(
    r"(?<!\w)(?:TODO|FIXME|XXX|TBD|TRANSLATORS?\s*:|NOTE TO TRANSLATORS?|translator['’]s note"
    r"|[Пп]рим(?:\.|ечание)\s*(?:пер(?:\.|ев(?:\.|одчика))|ред\.)|ПЕРЕВЕСТИ|УТОЧНИТЬ|перевод\s*\?|не\s+перев(?:едено|ёл|одил)\b|[Аа]ударм(?:ашыдан|а ескертпесі))(?!\w)"
    r"|\?{3,}|\[\?+\]|\(\?+\)|<{7}|>{7}|(?<!\S)\?\?(?!\S)"
)


def doubled(reading: Reading) -> Iterator[PairFinding]:
    """A word that stands twice in a row, unless the original has one too or the language does so on purpose."""
    target = reading.target
    found = [match for match in _DOUBLE.finditer(target.plain) if _slip(match, reading.context.target.language)]
    if not found or _DOUBLE.search(reading.source.plain):
        return
    said = reading.source.text.lower()
    for match in found:
        start, end = match.start(1), match.end()
        if match[0].lower() in said:
            continue
        fix = Fix(match[1], (Edit(match.end(1), end, ""),))
        yield reading.at(
            "double-word", Severity.WARNING, start, end, Message("“{word}” stands twice in a row", word=match[1]), fixes=(fix,)
        )


def _slip(match: re.Match[str], language: str) -> bool:
    """Whether a doubled word is probably none on purpose; a single capital is a letter that is spoken of."""
    first, second = match[1], match[0][len(match[1]) + len(match[2]) :]
    if first.lower() in _LAWFUL.get(language, ()) or (len(first) == 1 and not first.islower()):
        return False
    return second == first or (second == first.lower() and not first.isupper())


def mixed_scripts(reading: Reading) -> Iterator[PairFinding]:
    """A word with letters of two scripts, and a lone letter of the wrong one: сказaл with a Latin a."""
    target = reading.target
    if target.text.isascii() or _LATIN.search(target.plain) is None:
        return
    for match in _MIXED.finditer(target.plain):
        word = match[0]
        if target.text[max(0, match.start() - 2) : match.start()].strip("0123456789")[-1:] in ("%", "\\"):
            continue  # %sДата, %Bважно: a code of the program with the text behind it
        if _put_together(word):
            continue
        right = _one_script(word)
        if right is None and not _grown_on(word):
            message = Message("{word} has Latin and Cyrillic letters", word=word)
            yield reading.at("mixed-script", Severity.WARNING, *match.span(), message)
        elif right is not None:
            yield reading.at("mixed-script", Severity.ERROR, *match.span(), _strange(word, right), fixes=(_respelled(match.span(), right),))
    if not reading.context.cyrillic:
        return
    alone = {word for word in reading.source.words if len(word) == 1}
    for match in _ALONE.finditer(target.plain):
        if match[0] in alone:
            continue
        right = match[0].translate(_TO_CYRILLIC)
        message = Message("{letter} is a Latin letter here", letter=match[0])
        yield reading.at("mixed-script", Severity.ERROR, *match.span(), message, fixes=(_respelled(match.span(), right),))


def _put_together(word: str) -> bool:
    """Whether a word is of two parts, each in its script, with a change of letter case between them: csН, IИмя, ПРЕФИКСaa."""
    latin = [_LATIN.match(letter) is not None for letter in word]
    seams = [at for at in range(1, len(word)) if latin[at] is not latin[at - 1]]
    if len(seams) != 1 or word.isupper():
        return False
    before, after = word[seams[0] - 1], word[seams[0]]
    return after.isupper() or (before.isupper() and seams[0] > 1)


def _respelled(span: tuple[int, int], right: str) -> Fix:
    return Fix(right, (Edit(*span, right),))


def _one_script(word: str) -> str | None:
    """The word in the script of most of its letters; None where a letter has no look-alike there."""
    latin = [letter for letter in word if _LATIN.match(letter)]
    cyrillic = len(word) - len(latin)
    ways = (
        (word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN))
        if cyrillic >= len(latin)
        else (word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC))
    )
    for way in ways:
        few = sum(_LATIN.match(letter) is not None for letter in way)
        if few in (0, len(way)):
            return way
    return None


def _grown_on(word: str) -> bool:
    """Whether a word of one script has only got an ending or a prefix of another: URLов, HTMLге, субdomain."""
    letters = "".join("L" if _LATIN.match(letter) else "C" for letter in word)
    return re.fullmatch(r"L{2,}C+|C+L{2,}", letters) is not None


def _strange(word: str, right: str) -> Message:
    strange = ", ".join(dict.fromkeys(letter for letter, other in zip(word, right, strict=True) if letter != other))
    return (
        Message("{word} has Latin letters among Cyrillic ones: {letters}", word=word, letters=strange)
        if _LATIN.match(right) is None
        else Message("{word} has Cyrillic letters among Latin ones: {letters}", word=word, letters=strange)
    )


def forbidden(reading: Reading) -> Iterator[PairFinding]:
    """Words that the house does not want."""
    pattern = reading.context.forbidden_words
    if pattern is None:
        return
    for match in pattern.finditer(reading.target.plain):
        yield reading.at("forbidden-word", Severity.ERROR, *match.span(), Message("{word} may not be used", word=match[0]))


def notes(reading: Reading) -> Iterator[PairFinding]:
    """What a translator left for later: TODO, (?), [прим. пер.], a mark of a merge."""
    target = reading.target.text
    for match in _NOTES.finditer(target):
        if match[0] not in reading.source.text:
            yield reading.at(
                "note-left", Severity.WARNING, *match.span(), Message("{text} looks like a note that was left in", text=match[0])
            )
