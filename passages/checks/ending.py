"""What a text ends with: full stop, question, colon, ellipsis, or nothing, against the original's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.findings import Edit, Severity
from passages.checks.model import Fix, PairFinding
from passages.checks.reading import MASK, Reading
from translit.message import Message

_SAME = str.maketrans({
    "。": ".", "．": ".", "।": ".", "։": ".", "۔": ".", "።": ".", "？": "?", "؟": "?", "！": "!", "：": ":", "；": ";", "؛": ";",
    "，": ",", "、": ",", "،": ",", "…": "…",
})  # fmt: skip
"""Marks of other scripts that do the same."""
_END = re.compile(r"(\.{3,}|…|[.!?:;,。．।։۔።？؟！：；؛，、،]+)?[\s\u200e\u200f]*$")
_ABBREVIATED = re.compile(
    r"(?:\.[^\W\d_]{1,3}|(?<![^\W\d_])(?:[^\W\d_aeiouyаеёиоуыэюяіїєәөүұ]{1,5}|etc|inc|feat|fig|vol|кол|имп|рис|изд|им|ул|ред|гг|тыс|сек|мин|руб|коп|мес|нед|долл))"
    r"\.[\s\u200e\u200f\"'’”»“)\]]*$",
    re.IGNORECASE,
)
"""Ends with an abbreviation: one without a vowel, with a full stop inside, or a common one."""
_CLOSING = "\"'’”»“)]}›」』）"
_STRONG = frozenset(".?:!…")


def ending(reading: Reading) -> Iterator[PairFinding]:
    """Another mark at the end than the original has, where it changes what a reader expects."""
    source, target = reading.source, reading.target
    if not source.text.strip() or len(target.words) < 2 or len(source.words) < 2:
        return
    wanted, _, _ = _last(source.text, reading.context.source.language)
    stands, start, end = _last(target.text, reading.context.target.language)
    if wanted == stands or (_alike(wanted, stands) and not _is_doubled(stands)):
        return
    if (
        "." in (wanted, stands)
        and "" in (wanted, stands)
        and (_ABBREVIATED.search((source if wanted else target).text) or _laid_out(target.text))
    ):
        return
    text = target.text
    if wanted and stands:
        message = Message("the translation ends with {stands}, the original with {wanted}", stands=stands, wanted=wanted)
    elif wanted:
        message = Message("the original ends with {wanted}, the translation does not", wanted=wanted)
    else:
        message = Message("the translation ends with {stands}, the original does not", stands=stands)
    fixes = (Fix(wanted or Message("nothing"), (Edit(start, end, wanted),)),) if text[end - 1 : end] != MASK else ()
    severity = Severity.NOTE if {wanted, stands} == {"", "."} else Severity.WARNING
    yield reading.at("end-mark", severity, start, end, message, fixes=fixes, about=f"{wanted} {stands}")


def _last(text: str, language: str) -> tuple[str, int, int]:
    """The mark a text ends with, inside or outside of what closes there, and where it stands; an empty one stands at the end."""
    body = text.rstrip()
    end = len(body)
    inner = body.rstrip(_CLOSING)
    match = _END.search(body)
    if match is None or match[1] is None:
        match = _END.search(inner)
        if match is None or match[1] is None or inner == body or match[1][-1] in ":;,":
            return "", end, end
    mark = match[1].translate(_SAME)
    if language == "el" and mark == ";":
        mark = "?"
    return ("…" if mark.startswith("...") or mark == "…" else mark), match.start(1), match.end(1)


def _laid_out(text: str) -> bool:
    """Whether a text is a list or a table of lines, where a full stop more or less tells nothing."""
    return "\n" in text.strip() and ("\n " in text.strip() or "\n\t" in text.strip())


def _is_doubled(mark: str) -> bool:
    """Whether an ending is a slip of the finger: two full stops, two commas."""
    return len(mark) > 1 and len(set(mark)) == 1 and mark[0] in ".,:;"


def _alike(one: str, other: str) -> bool:
    """Whether two endings are as good: ! for a full stop, ?! for ?, and marks that tell little."""
    ours, theirs = one[-1:], other[-1:]
    if set(one) & set(other) and ours == theirs:
        return True
    return {ours, theirs} <= {".", "!"} or not ({ours, theirs} & _STRONG)
