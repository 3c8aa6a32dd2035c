"""Finds the names of a lexicon in a text: candidates by automaton over the folded text, then exact comparison, then the longest.

What counts, decided here once:

* A name stands between characters that are no part of a word (letters, digits, marks, the underscore), so Kazak is in
  «Kazak», Kazak-Russian and (Kazak), not in Kazakstan, Kazak2 or Kazak_x. Underscores between a name and anything but a word are
  marks of emphasis: Kazak is in _Kazak_ and __the Kazak__.
* An apostrophe between two letters does not end a word (O’Sokolova), unless behind it stands an English possessive or contraction
  (Nazarbayev’s, Kazak’d) or before it the article or preposition of an elision (l’Astana, dell’Astana). Elsewhere it is a quotation
  mark; only U+02B9 and U+02BC, letters both, belong to the word before them (Sevastopolʹ is not Sevastopol).
* The text must have the shape of the spelling (`folding.shape`) in a case that the term's rule allows. Signs before its first and behind
  its last word character (the bracket of AUCP(B)) must stand as the glossary has them, and no word may touch them.
* All candidates are judged before any is chosen, guards included; then the longest stands, and of two of one length the left one.
  So a longer spelling that fails at its edge or by its guard never hides a shorter one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.folding import APOSTROPHES, GAP, HYPHENS, IGNORED, LETTER_APOSTROPHES, SEPARATOR, capitals, fold, is_word, shape, small
from glossary.lexicon import BARE_ENDS, CASE_MASK, DOTTED, GUARDED, WEAK
from glossary.nearby import Nearby, Verdict

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon

AS_WRITTEN, IN_CAPITALS, ANY_CASE = range(3)
"""How a text matched; a lower one stands before a higher one over the same span."""

_NAME, _EXACT = 0, 1  # places in `CaseRule`
_SEPARATOR, _IGNORED = bytes((SEPARATOR,)), bytes((IGNORED,))
# Patterns as text: `re` compiles and keeps one when a text first has what it is for.
_ELISION = rf"(?:^|[^\w{APOSTROPHES}])(?:[ld]|qu|dell|nell|dall|all|sull)[{APOSTROPHES}]\Z"
_CONTRACTION = rf"[{APOSTROPHES}](?:s|d|ll|re|ve)(?![\w{APOSTROPHES}])"
_LONG_GAP = rf"\W{{0,8}}?(?:\s\s|[{HYPHENS}]\s)"
_APOSTROPHES = frozenset(APOSTROPHES)
_FREE = frozenset(("", *' \n\r\t.,;:!?()[]«»“”"-–—…'))
"""What commonly stands beside a name and decides nothing; the empty string stands for the edges of the text."""
_JOINING = _APOSTROPHES | {"_"}  # separators that may yet join a name to a word
_LOOK_AROUND = 16  # code points beside a name that decide on its edges: the longest elision, contraction and the name's own punctuation

Match = tuple[int, int, int, int]
"""Start and end in code points, entry, and how it matched."""


def spans(lexicon: Lexicon, text: str) -> list[tuple[int, int, int]]:
    """The names in a text as (start, end, entry), in order; several entries over one span where nothing decides between concepts."""
    columns, ending = lexicon.columns, lexicon.rules.ending
    first, members, shapes, flags = columns.first, columns.members, columns.shape, columns.flags
    pool, pool_at = columns.pool, columns.pool_at
    openings = len(first) - 1
    folded, gone = _folded(text)
    found: list[Match] = []
    for start, end, pattern in lexicon.automaton.find_overlapping(folded):
        # The pattern's separators are not the name's, and the folded text has one more in front than the text itself.
        end -= 2  # noqa: PLW2901 - the hottest loop of the program
        if gone is not None:
            start, end = start + bisect_right(gone, start), end + bisect_right(gone, end)  # noqa: PLW2901 - as above
        if pattern >= openings:
            if _gap_is_long(text, start, end):
                found += _joined(lexicon, text, start)
            continue
        for member in range(first[pattern], first[pattern + 1]):
            entry = members[member]
            number = shapes[entry]
            # The spelling as written with no apostrophe or underscore at its ends is nearly every match; `_match` would say the same, more slowly.
            if (
                gone is None
                and flags[entry] & BARE_ENDS
                and text[start:end] == pool[pool_at[number] : pool_at[number + 1]]
                and text[end : end + 1] not in _JOINING
                and text[start - 1 : start] not in _JOINING
            ):
                found.append((start, end, entry, AS_WRITTEN))
            elif (match := _match(lexicon, text, start, end, entry)) is not None and _ends_are_free(text, match[0], match[1]):
                found.append((match[0], ending(text, match[0], match[1]), entry, match[3]))
    found.sort()
    return list(_chosen(lexicon, text, found))


def _folded(text: str) -> tuple[bytes, array[int] | None]:
    """The folded text between separators, without what is ignored; and what was left out, None if nothing.

    Each ignored code point is noted by its place less the number of those before it, so that as many of them precede a place of the
    folded text as are not greater than it.
    """
    folded = fold(text)
    if _IGNORED not in folded:
        return b"".join((_SEPARATOR, folded, _SEPARATOR)), None
    gone = array("Q", (match.start() - number for number, match in enumerate(re.finditer(_IGNORED, folded))))
    return b"".join((_SEPARATOR, folded.translate(None, _IGNORED), _SEPARATOR)), gone


def _match(lexicon: Lexicon, text: str, start: int, end: int, entry: int) -> Match | None:
    """The entry at a candidate's place, exactly, its ends not looked at; None where it does not stand there."""
    columns = lexicon.columns
    spelling, flags = lexicon.string(columns.shape[entry]), columns.flags[entry]
    if not flags & BARE_ENDS:
        start, end = _with_signs(text, spelling, start, end)
        if start < 0 or end > len(text):
            return None
    while _is_invisible(text[end - 1]):
        end -= 1
    written = text[start:end]
    how = AS_WRITTEN
    if written != spelling:
        said = shape(written)
        if said != spelling:
            rule, dotted = flags & CASE_MASK, bool(flags & DOTTED)
            if rule == _EXACT:
                return None
            alike = rule != _NAME and small(said, dotted=dotted) == small(spelling, dotted=dotted)
            if alike and not said.isupper():
                how = ANY_CASE
            elif said == shape(capitals(spelling, dotted=dotted)):
                how = IN_CAPITALS
            elif alike:
                how = ANY_CASE
            else:
                return None
    return start, end, entry, how


def _with_signs(text: str, spelling: str, start: int, end: int) -> tuple[int, int]:
    """The candidate's span with as many signs more as the spelling has before its first and behind its last word character."""
    for _ in range(next(at for at, character in enumerate(spelling) if is_word(character))):
        start -= 1
        while start >= 0 and _is_invisible(text[start]):
            start -= 1
    for _ in range(next(at for at, character in enumerate(reversed(spelling)) if is_word(character))):
        while end < len(text) and _is_invisible(text[end]):
            end += 1
        end += 1
    return start, end


def _is_invisible(character: str) -> bool:
    return not character.isprintable() and unicodedata.category(character) == "Cf"


def _ends_are_free(text: str, start: int, end: int) -> bool:
    """Whether neither end touches a word, and no apostrophe there joins the name to the rest of a longer one."""
    if text[start - 1 : start] in _FREE and text[end : end + 1] in _FREE:
        return True
    before = _without_emphasis(_visible(text[max(0, start - _LOOK_AROUND) : start]), -1)
    if before and is_word(before[-1]):
        return False
    if len(before) > 1 and before[-1] in _APOSTROPHES and is_word(before[-2]) and not re.search(_ELISION, before, re.IGNORECASE):
        return False
    after = _without_emphasis(_visible(text[end : end + _LOOK_AROUND]), 0)
    if after and is_word(after[0]):
        return False
    if after and after[0] in _APOSTROPHES:
        if len(after) > 1 and is_word(after[1]):
            return re.match(_CONTRACTION, after, re.IGNORECASE) is not None
        return after[0] not in LETTER_APOSTROPHES
    return True


def _without_emphasis(beside: str, nearest: int) -> str:
    """What stands beside a name without the underscores next to it, where they are marks of emphasis (_Kyiv_) and not of a word (in_Kyiv_now)."""
    if beside[nearest : nearest + 1 or None] != "_":
        return beside
    rest = beside.lstrip("_") if nearest == 0 else beside.rstrip("_")
    return beside if rest and is_word(rest[nearest]) else rest


def _visible(text: str) -> str:
    return text if text.isprintable() else "".join(character for character in text if not _is_invisible(character))


def _gap_is_long(text: str, start: int, end: int) -> bool:
    """Whether the gap that ends an opening has white space that may be joined; where it is mere punctuation there is nothing to find."""
    while end > start and not is_word(text[end - 1]):
        end -= 1
    return re.compile(_LONG_GAP).match(text, end) is not None


def _joined(lexicon: Lexicon, text: str, start: int) -> Iterator[Match]:
    """The names of several words that begin at `start`, with the white space in them joined."""
    columns = lexicon.columns
    openings = len(columns.first) - 1
    # The joined text, piece by piece up to the longest pattern, and where each piece begins in it and in the text. What stands before
    # the name comes along, for the name's left edge.
    before = text[max(0, start - _LOOK_AROUND) : start]
    first = len(fold(before).translate(None, _IGNORED))
    pieces: list[str] = []
    joined_at, text_at = [0], [start - len(before)]
    length = need = 0
    for gap in re.compile(GAP).finditer(text, start):
        piece = text[text_at[-1] : gap.start()] + (gap[1] or " ")
        pieces.append(piece)
        length += len(piece)
        need += len(fold(piece).translate(None, _IGNORED))
        joined_at.append(length)
        text_at.append(gap.end())
        if need > columns.reach + first:
            break
    else:
        pieces.append(text[text_at[-1] :])
    joined = "".join(pieces)

    def place(at: int) -> int:
        # An end stands behind its last character, before the gap that follows.
        piece = bisect_right(joined_at, at - 1) - 1
        return text_at[piece] + at - joined_at[piece]

    folded, gone = _folded(joined)
    for begin, end, pattern in lexicon.automaton.find_overlapping(folded):
        if begin != first or pattern >= openings:
            continue
        begins, ends = begin, end - 2
        if gone is not None:
            begins, ends = begins + bisect_right(gone, begins), ends + bisect_right(gone, ends)
        for entry in columns.members[columns.first[pattern] : columns.first[pattern + 1]]:
            match = _match(lexicon, joined, begins, ends, entry)
            if match is not None:
                # The ends are looked at where they stand: joining may have brought another word near.
                at, to = place(match[0] + 1) - 1, place(match[1])
                if _ends_are_free(text, at, to):
                    yield at, lexicon.rules.ending(text, at, to), entry, match[3]


def _chosen(lexicon: Lexicon, text: str, found: list[Match]) -> Iterator[tuple[int, int, int]]:
    """What stands of all matches, given in order: where they overlap, the longest, then the leftmost."""
    flags = lexicon.columns.flags
    at = 0
    while at < len(found):
        start, end, entry, _ = found[at]
        reach, to = end, at + 1
        while to < len(found) and found[to][0] < reach:
            reach = max(reach, found[to][1])
            to += 1
        if to == at + 1 and not flags[entry] & GUARDED:
            yield start, end, entry
        else:
            yield from _resolved(lexicon, text, found[at:to])
        at = to


def _resolved(lexicon: Lexicon, text: str, matches: list[Match]) -> list[tuple[int, int, int]]:
    """What stands of matches that overlap or are guarded, in order."""
    by_span: dict[tuple[int, int], dict[int, int]] = {}
    for start, end, entry, how in matches:
        by_span.setdefault((start, end), {})[entry] = how
    decided = {span: standing for span, entries in by_span.items() if (standing := _standing(lexicon, text, span, entries))}
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(decided, key=lambda span: (span[0] - span[1], span[0])):
        at = bisect_right(chosen, (start, end))
        if (at == 0 or chosen[at - 1][1] <= start) and (at == len(chosen) or chosen[at][0] >= end):
            chosen.insert(at, (start, end))
    return [(start, end, entry) for start, end in chosen for entry in decided[start, end]]


def _standing(lexicon: Lexicon, text: str, span: tuple[int, int], entries: dict[int, int]) -> list[int]:
    """Decide between the entries of one span, given with how they matched.

    An entry whose guard excludes it falls. Of the others those whose guard's need is met come first, then those that need nothing; where
    all that are left miss what they need, they stand undecided if they are of several concepts or weak, and fall if of one. A weak name
    always needs something. Then a spelling as written goes before one in capitals, and within one concept the entry of the lowest rank.
    """
    columns = lexicon.columns
    nearby = Nearby(text, *span)
    judged: list[tuple[Verdict, int, int, int]] = []
    for entry, how in entries.items():
        term = columns.term[entry]
        verdict = Verdict.UNASKED
        if columns.flags[entry] & GUARDED:
            verdict = nearby.judge(lexicon.string(columns.term_needs[term]), lexicon.string(columns.term_excludes[term]))
        if verdict is Verdict.UNASKED and columns.term_status[term] & WEAK:
            verdict = Verdict.MISSED
        if verdict is not Verdict.EXCLUDED:
            judged.append((verdict, how, columns.rank[entry], entry))
    if not judged:
        return []
    concept_of = {entry: columns.term_concept[columns.term[entry]] for *_, entry in judged}
    best = min(judged)[:2]
    if best[0] is Verdict.MISSED and len(set(concept_of.values())) == 1:
        judged = [one for one in judged if columns.term_status[columns.term[one[-1]]] & WEAK]
        if not judged:
            return []
        best = min(judged)[:2]
    chosen: dict[int, int] = {}
    for verdict, how, _, entry in sorted(judged):
        if (verdict, how) == best:
            chosen.setdefault(concept_of[entry], entry)
    return [entry for _, entry in sorted(chosen.items())]
