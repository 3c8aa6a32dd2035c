"""Acronyms that the translation lost: TUC, OPEC, CC CPSU. Which acronym answers which is the glossary's to know, where it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.findings import Severity
from passages.checks.model import PairFinding
from passages.checks.reading import Reading
from translit.message import Message

_ACRONYM = re.compile(r"(?<![\w\ufffc'’./(-])[^\W\d_a-zа-яё]{3,6}(?![\w\ufffc'’=(\[:-])")
_CAPITALS = re.compile(r"(?<![^\W\d_])[^\W\d_a-zа-яёәғқңөұүһі](?:[^\W\d_A-ZА-ЯЁ]?[^\W\d_a-zа-яёәғқңөұүһі])+(?![^\W\d_]{3})")
"""Capitals of an acronym, with small letters among them too (ЗоК, МосГАЗ is none)."""
_SPOKEN = (
    "ADD ALL AND ANY ARG ARGS BUG CAUTION CODE COUNT DATE DIR END ERROR EXPR FALSE FATAL FILE FILES FIRST FROM HOWTO IMPORTANT KEY KEYWORD LAST LINE LIST MODE NAME NEW "
    "NEVER NONE NOT NOTE NULL NUM NUMBER OFF ONE ONLY OPTION OPTIONS PASS PATH PATTERN PLEASE SIZE START STOP STRING TEXT THE THIS TIME TRUE TYPE USER USAGE VALUE "
    "BCE TIP TIPS HINT EXAMPLE SKIP UPDATE OPEN CLOSE SAVE HELP BACK NEXT READ WRITE MOVE COPY PASTE CUT RED GREEN BLUE GRAY GREY INDEX INDEXED "
    "WARNING WORD YES ZERO AUTHOR EXIT FORMAT STYLE SIG HAS WITH MUST WILL CAN CANNOT MAY TTY PID"
)
"""English words that manuals write in capitals."""
_WORDS = frozenset(_SPOKEN.split())
_FEW = 3
"""Words of the shortest original that is looked at: a label (EOF, GUI) is mostly written out."""
_SHOUTED = 0.3
"""Share of words in capitals from which they are no acronyms but shouting, a heading or a syntax."""


def lost(reading: Reading) -> Iterator[PairFinding]:
    """Acronyms of the original where the translation has none at all, and too few words to have written them out."""
    source, target = reading.source, reading.target
    found = [match for match in _ACRONYM.finditer(source.plain) if match[0].isupper() and match[0] not in _WORDS]
    if not found or not target.words:
        return
    words = source.words
    if len(words) < _FEW or len(target.words) >= len(words):
        return
    if sum(word.isupper() and len(word) > 1 for word in words) > max(1, _SHOUTED * len(words)):
        return
    if any(match[0].isupper() for match in _CAPITALS.finditer(target.text)):
        return
    known = {one.text for each in reading.names.wanted for one in each.concepts.values()}
    said = target.text.casefold()
    for match in found:
        word = match[0]
        if word in known or word.casefold() in said:
            continue
        message = Message("the translation has no acronym for {acronym}", acronym=word)
        yield reading.missing("acronym-lost", Severity.NOTE, match.start(), match.end(), message)
