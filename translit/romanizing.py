"""The public functions: one text, a stream of text, and the systems there are.

Owns the choice between the ways to run a system; their output is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, overload

from translit.offsets import Romanization
from translit.registry import REGISTRY, System
from translit.streaming import stream


@overload
def romanize(
    text: str, system: System | str | Path, *, offsets: Literal[False] = False, strict: bool = False, options: Sequence[str] = ()
) -> str: ...
@overload
def romanize(
    text: str, system: System | str | Path, *, offsets: Literal[True], strict: bool = False, options: Sequence[str] = ()
) -> Romanization: ...
def romanize(
    text: str, system: System | str | Path, *, offsets: bool = False, strict: bool = False, options: Sequence[str] = ()
) -> str | Romanization:
    """The text written by a system.

    Args:
        text: any text, in NFC or NFD; what is not of the source script is kept.
        system: a system, its id, or the path of a TOML file.
        offsets: give a `Romanization` with spans, unknown letters and repairs.
        strict: refuse a text with letters that no rule covers.
        options: names of the system's options, in the order they are to be applied.

    Raises:
        UnknownSystemError: where there is no such system or option.
        SchemeError: where the system's file cannot be used.
        UncoveredError: with `strict`.
    """
    writer = REGISTRY.writer(system, options)
    if not offsets and not strict:
        return writer.convert(text)
    made = writer.engine.trace(text, strict=strict)
    return made if offsets else made.text


def romanize_stream(chunks: Iterable[str], system: System | str | Path, *, options: Sequence[str] = ()) -> Iterator[str]:
    """The text of a stream written by a system, piece by piece; joined, the pieces are what one call would give, however the text was cut.

    Memory stays flat: what is held back is a piece, the longest word and what the case policy looks at beyond it.

    Raises:
        UnknownSystemError: where there is no such system or option.
        SchemeError: where the system's file cannot be used.
    """
    return stream(chunks, REGISTRY.writer(system, options))


def systems(language: str | None = None) -> tuple[System, ...]:
    """All systems, or those of a language (a BCP 47 subtag): those that come with endonym by id, then those of the library *transliterate*."""
    return tuple(system for system in (*REGISTRY, *REGISTRY.packs()) if language is None or language in system.languages)
