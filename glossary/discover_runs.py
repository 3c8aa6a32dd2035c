"""From a passage to the runs of capitalised words in it, each with what its place says about it. Pure; knows no word's history.

A *run* is one or more words with a capital, with initials (N. A.) before and joiners (of, und, бойынша) between them. At the beginning of a
sentence or of a quotation, and in headings, a capital says nothing; what stands elsewhere in the texts decides then (`discover_names`).
Quotation marks part runs whichever way they are turned, so mangled ones do no harm. Offsets are code points of the passage in NFC.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from glossary.discover_words import Words
from translit.values import value

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
APOSTROPHES = "'’ʼ‘ʹ"
_HYPHENS = r"\-‐‑"
_LETTER = r"[^\W\d_]"
_MOST_LETTERS, _MOST_WORDS = 80, 40
"""Letters of a word and words of a run that are read at once: a file may be one word, or nothing but capitals, and takes no more room for that."""
_WORD = rf"[{_UPPER}](?:{_LETTER}|[{APOSTROPHES}{_HYPHENS}](?={_LETTER})){{0,{_MOST_LETTERS}}}"
_PARTY = rf"[{_UPPER}]{{2,}} ?\([{_UPPER}]{{1,2}}\)"  # AUCP(B), AUCP (B)
_INITIALS = rf"(?:[{_UPPER}]\.[ \u00a0]?){{1,3}}(?=[{_UPPER}]{_LETTER})"
_PLURAL = rf"(?:(?<=s)[{APOSTROPHES}])"  # the workers’ union
_GAP = r"(?:[ \u00a0]{1,2}|[ ]?\r?\n[ ]*)"
_LOWER = re.compile(rf"(?<!\w)(?=[^\W\d_{_UPPER}])(?:{_LETTER}|[{APOSTROPHES}{_HYPHENS}](?={_LETTER})){{1,{_MOST_LETTERS}}}")
"""A word that begins with a small letter."""
_TOKEN = re.compile(rf"{_PARTY}|{_INITIALS}|{_LETTER}(?:{_LETTER}|[{APOSTROPHES}{_HYPHENS}](?={_LETTER}))*(?:(?<=s)[{APOSTROPHES}](?= ))?")
_POSSESSIVE = re.compile(rf"(?<=\w)[{APOSTROPHES}][sS]?$")
_OPENING = "“„«‹\"'‘’(["  # and what stands for them where quotation marks are mangled
_BULLETS = "•·*–—-#>"
_ENDING = ".!?…:;"
_CLOSING = "”“»›\"'’‘)]"
LONGEST_ACRONYM = 6
"""Letters of the longest word in capitals that is taken for initials."""
_LONGEST_NUMBER = 8
"""Code points before an item of a numbered list that are looked at."""
_SHORT_LINE = 40
"""Code points of a line that ends before the margin: no name goes on from it into the next line."""


@value
class Run:
    """Capitalised words that stand together."""

    start: int
    """First code point in the passage."""
    end: int
    """One past the last."""
    words: tuple[str, ...]
    """The words, joiners among them, the last without a possessive ending: Socialist, Movement, of, Kazakhstan."""
    initial: bool
    """True where the first word would have a capital anyway: at the beginning of a sentence, a list item or a quotation."""
    heading: bool
    """True in a line where every long word has a capital, or every letter is one: no capital says anything."""


class Runs:
    """Finds the runs of passages."""

    def __init__(self, words: Words) -> None:
        """Take the lists of words."""
        self._words = words
        joiner = "|".join(sorted(map(re.escape, words.joiners), key=len, reverse=True))
        articles = "|".join(sorted(words.articles, key=len, reverse=True))
        one = rf"(?:{_PARTY}|{_INITIALS}|{_WORD})"
        between = rf"(?:{_PLURAL}?{_GAP}(?:{joiner})(?:{_GAP}(?:{articles}))?)?{_PLURAL}?{_GAP}"
        self._run = re.compile(rf"(?<![\w{_HYPHENS}]){one}(?:{between}{one}|(?<=[. ]){one}){{0,{_MOST_WORDS}}}(?!\w)")

    def of(self, text: str) -> Iterator[Run]:
        """The runs of one passage, in order; `text` is NFC."""
        heading_spans = _headings(text)
        for match in self._run.finditer(text):
            for start, end in _spans(text, match.start(), match.end()):
                words = tuple(token.strip() for token in _TOKEN.findall(text[start:end]))
                if words and not _BREAK.match(text, end):
                    heading = any(first <= start < last for first, last in heading_spans)
                    words = (*words[:-1], bare(words[-1]))
                    initial = not is_acronym(words[0]) and self._initial(text, start, end)
                    yield Run(start, end, words, initial, heading or _shouted(words))

    def _initial(self, text: str, start: int, end: int) -> bool:
        """Whether the word at `start` has its capital by its place."""
        at = start - 1
        quoted = False
        while at >= 0 and (text[at].isspace() or text[at] in _OPENING or text[at] in _BULLETS):
            quoted = quoted or text[at] in _OPENING
            at -= 1
        if at < 0:
            return True
        between = text[at + 1 : start]
        if between.count("\n") > 1 or "\t" in between or "  " in between.split("\n")[-1]:
            return True  # another paragraph, cell or indented line
        if text[at] in _ENDING and between:
            return not (text[at] == "." and self._abbreviated(text, at))
        if not quoted:
            return text[at] in "0123456789)" and between.startswith((". ", ") ")) and _begins_line(text, at)
        # A quotation that is a name is closed at its end; of a quoted sentence more follows.
        return text[end : end + 1] not in _CLOSING if text[start - 1] in _OPENING else False

    def _abbreviated(self, text: str, at: int) -> bool:
        """Whether the full stop at `at` belongs to an abbreviation or an initial."""
        begin = at
        while begin > 0 and (text[begin - 1].isalpha() or text[begin - 1] in ".-"):
            begin -= 1
        word = text[begin:at]
        return (len(word) == 1 and word.isupper()) or word.lower() in self._words.abbreviated


def small_words(text: str) -> Iterator[str]:
    """The words of a passage that begin with a small letter; read a stretch at a time, for a passage may be a file of one line."""
    at = 0
    while at < len(text):
        end = min(at + _STRETCH, len(text))
        within = end
        while within > end - _MOST_LETTERS and within < len(text) and _INSIDE.match(text, within - 1):
            within -= 1
        yield from _LOWER.findall(text, at, within)
        at = within


_INSIDE = re.compile(rf"[\w{APOSTROPHES}{_HYPHENS}]")
_STRETCH = 100_000
"""Code points whose words are read at once, up to the end of the last word."""


def bare(word: str) -> str:
    """A word without the English possessive ending."""
    return _POSSESSIVE.sub("", word)


def is_acronym(text: str) -> bool:
    """Whether a spelling is a word of capitals only, short enough to be initials: KMG, AUCP (B)."""
    letters = [letter for letter in text if letter.isalpha()]
    return 1 < len(letters) <= LONGEST_ACRONYM and all(map(str.isupper, letters)) and "." not in text


def one_alphabet(word: str) -> str | None:
    """A word that mixes Latin and Cyrillic letters as it reads in one alphabet; itself where it mixes none, None where it cannot be read so (ФАЙЛa)."""
    if _MIXED.search(word) is None:
        return word
    from translit.scripts import lookalikes

    for script in ("Cyrl", "Latn"):
        alike = lookalikes(script)
        read = "".join(alike.get(letter, letter) for letter in word)
        if _MIXED.search(read) is None:
            return read
    return None


_MIXED = re.compile("[A-Za-zƏə][\u0400-\u052f]|[\u0400-\u052f][A-Za-zƏə]")


def normal(text: str) -> str:
    """A passage as it is searched: NFC, without soft hyphens and zero-width characters, words whole that were broken at the end of a line."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = text if text.isprintable() else _INVISIBLE.sub("", text)
    return _BROKEN.sub("", text) if "\n" in text else text


_BREAK = re.compile(r"[-‐]\s*(?:\n|$)")
"""What stands behind the half of a word whose other half is not text."""
# Two small letters at least stand before and behind the break.
_BROKEN = re.compile(rf"(?<={_LETTER}{_LETTER})[-‐]\r?\n[ \t]*(?=[^\W\d_{_UPPER}]{{2}})")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


def _begins_line(text: str, at: int) -> bool:
    """Whether only a number stands between the beginning of the line and `at`; one of more figures than any list has is none."""
    from_ = max(0, at - _LONGEST_NUMBER)
    begin = text.rfind("\n", from_, at)
    return (begin >= 0 or from_ == 0) and text[begin + 1 : at + 1].strip().isdigit()


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span of a run, cut where a short line ends: names in a list stand below each other."""
    cut = text.find("\n", start, end)
    while cut >= 0:
        if cut < _SHORT_LINE or text.rfind("\n", cut - _SHORT_LINE, cut) >= 0:
            yield start, cut
            start = cut + 1
        cut = text.find("\n", cut + 1, end)
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        yield start, end


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span of a run, cut at the ends of short lines and where the script changes: a table has *VmLck Размер*, no name has."""
    for first, last in _lines(text, start, end):
        if not text.isascii():
            cuts = list(_OTHER_SCRIPT.finditer(text, first, last))
            yield from zip((first, *(cut.end() for cut in cuts)), (*(cut.start() for cut in cuts), last), strict=True)
        else:
            yield first, last


_OTHER_SCRIPT = re.compile(r"(?<=[A-Za-z]) +(?=[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ])|(?<=[А-Яа-яёіїєґәғқңөұүһ]) +(?=[A-Z])")


def _shouted(words: tuple[str, ...]) -> bool:
    """Whether words are in capitals for emphasis: all of them, and one too long to be initials."""
    return all(map(str.isupper, words)) and any(sum(map(str.isalpha, word)) > LONGEST_ACRONYM for word in words)


def _headings(text: str) -> list[tuple[int, int]]:
    """The spans of the lines in which capitals say nothing."""
    spans: list[tuple[int, int]] = []
    at, before = 0, ""
    for line in text.splitlines(keepends=True):
        # The last line of a paragraph is no heading, however short.
        if len(before) < _SHORT_LINE and _is_heading(line.strip()):
            spans.append((at, at + len(line)))
        at += len(line)
        before = line.strip()
    return spans


def _is_heading(line: str) -> bool:
    """True for a line in capitals, and for one of capitalised and short words that begins with a capital and ends as no sentence does."""
    if not 2 <= len(line) <= 200 or " " not in line:
        return False
    letters = [character for character in line if character.isalpha()]
    if len(letters) > 8 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
        return True
    if line[-1] in ".,;" or not line[0].isupper():
        return False
    small = _LOWER.findall(line)
    return 2 * len(small) <= len(line.split()) and not any(len(word) > 4 for word in small)
