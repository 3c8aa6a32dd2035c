"""The answers of this floor as lines of text or as JSON objects: what the command line prints, and nothing it must know.

Text is for people and may change; it is said by a `say` function, which turns a `Message` into the reader's language, for this floor knows
no catalog. The keys of the objects are stable and described in docs/questions.md; what they hold is English.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from translit.candidates import Candidate, Spelling
from translit.message import Message
from translit.offsets import Romanization
from translit.reading import Fault
from translit.registry import System

Say = Callable[[str], str]
"""Says a text in the reader's language; `str` for English."""
Width = Callable[[str], int]
"""The cells that a text takes where it is shown; `len` for none but plain letters."""
_SHOWN = 2  # reasons shown for a spelling: some have thirty


def dumped(value: object) -> str:
    """A value as one line of JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def romanization_object(text: str, made: Romanization, system: str) -> dict[str, Any]:
    """One romanized text: spans as [start, end, out_start, out_end] in code points."""
    return {
        "source": text,
        "system": system,
        "text": made.text,
        "spans": [[span.start, span.end, span.out_start, span.out_end] for span in made.spans],
        "unknown": [{"start": one.start, "end": one.end, "text": one.text} for one in made.unknown],
        "repaired": [{"start": one.start, "end": one.end, "text": one.text, "reading": one.reading} for one in made.repaired],
    }


def romanization_lines(text: str, made: Romanization) -> Iterator[str]:
    """One romanized text with its spans: a line for each piece, source beside output, tab-separated."""
    yield f"{made.text}\n"
    for span in made.spans:
        source, output = text[span.start : span.end], made.text[span.out_start : span.out_end]
        yield f"  {span.start}:{span.end}\t{source!r}\t→\t{output!r}\t{span.out_start}:{span.out_end}\n"


def romanization_remarks(made: Romanization) -> Iterator[str]:
    """What a reader should know of a result: letters kept for want of a rule, letters of another script read as their look-alikes."""
    for kept in made.unknown:
        code = ord(kept.text[0])
        yield Message("no rule for {letter} (U+{code:04X}) at {place}; kept as it is", letter=kept.text, code=code, place=kept.start)
    for repair in made.repaired:
        yield Message(
            "{letter} (U+{code:04X}) at {place} was read as {reading} (U+{other:04X})",
            letter=repair.text,
            code=ord(repair.text[0]),
            place=repair.start,
            reading=repair.reading,
            other=ord(repair.reading[0]),
        )


def candidate_lines(candidates: Sequence[Candidate], *, by_system: bool, say: Say = str) -> Iterator[str]:
    """Candidates, best first: the name (of `reverse`) or the system (of `identify`), its score, and the reasons below it."""
    for candidate in candidates:
        head = candidate.system if by_system and candidate.system is not None else candidate.text
        yield f"{candidate.score:5.2f}  {head}\n"
        for reason in candidate.reasons:
            yield f"       {say(reason)}\n"


def candidate_object(candidate: Candidate) -> dict[str, Any]:
    """One candidate."""
    return {"text": candidate.text, "score": round(candidate.score, 6), "system": candidate.system, "reasons": list(candidate.reasons)}


def spelling_lines(spellings: Sequence[Spelling], say: Say = str, width: Width = len) -> Iterator[str]:
    """Spellings, the most usual first, each with the two likeliest ways that lead to it; JSON has them all."""
    column = max((width(one.text) for one in spellings), default=0)
    for one in spellings:
        more = "; …" if len(one.reasons) > _SHOWN else ""
        yield f"{one.weight:6.1%}  {one.text}{' ' * (column - width(one.text))}  {'; '.join(map(say, one.reasons[:_SHOWN]))}{more}\n"


def spelling_object(spelling: Spelling) -> dict[str, Any]:
    """One spelling."""
    return {"text": spelling.text, "weight": round(spelling.weight, 6), "reasons": list(spelling.reasons)}


def system_object(system: System) -> dict[str, Any]:
    """What the head of a system says."""
    return {
        "id": system.id,
        "title": system.title,
        "authority": system.authority,
        "year": system.year,
        "languages": list(system.languages),
        "source_script": system.source_script,
        "target_script": system.target_script,
        "status": system.status,
    }


def systems_lines(systems: Iterable[System], say: Say = str, width: Width = len) -> Iterator[str]:
    """A line for each system: id, languages (three at most), status, title."""
    rows = [(one.id, _few(one.languages), say(Message.of(one.status)), one.title) for one in systems]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = (cell + " " * (column - width(cell)) for cell, column in zip(row[:3], widths, strict=True))
        yield "  ".join((*cells, row[3])).rstrip() + "\n"


def _few(languages: Sequence[str]) -> str:
    return ",".join(languages) if len(languages) <= 3 else f"{languages[0]},{languages[1]}…"


def system_lines(system: System, say: Say = str, language: Say = str, script: Say = str) -> Iterator[str]:
    """Everything a translator asks about one system: head, notes, sources, options, a few samples, whether the way back is exact.

    `language` and `script` name what a code stands for.
    """
    scheme = system.scheme
    authority = f"{system.authority}, {system.year}" if system.year else system.authority
    scripts = f"{script(system.source_script)} → {script(system.target_script)}"
    yield f"{system.id}\n  {system.title}\n"
    yield f"  {say(Message('authority: {authority} ({status})', authority=authority, status=Message.of(system.status)))}\n"
    yield f"  {say(Message('languages: {languages}; {scripts}', languages=', '.join(map(language, system.languages)), scripts=scripts))}\n"
    yield f"  {say(_EXACT if system.injective else _INEXACT)}\n"
    for name, source in scheme.sources.items():
        yield f"  {say(Message('source [{name}]: {source}', name=name, source=source))}\n"
    for line in system.notes.strip().splitlines():
        yield f"  {line}\n" if line.strip() else "\n"
    for name, option in scheme.options.items():
        yield f"  --option {name}: {option.note}\n"
    for sample in scheme.samples[:6]:
        yield f"  {sample.source} → {sample.target}  ({say(Message.of(sample.kind))})\n"


_EXACT = Message("way back: exact: no two words are written alike")
_INEXACT = Message("way back: not exact: some words are written alike")


def fault_lines(path: str, faults: Sequence[Fault], say: Say = str) -> Iterator[str]:
    """The faults of a scheme file as editors and compilers print them: path:line: code: message."""
    for fault in faults:
        yield f"{path}:{fault.line}: {fault.code}: {say(fault.message)}\n"
