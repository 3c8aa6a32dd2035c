"""A gazetteer on its way into a termbase: united with what is there concept by concept, for it is too large for a plan.

By id alone, for a gazetteer has hundreds of villages of one name. Owns no state; what contradicts the glossary is told at the end, by an
error, which takes back the change that was being written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from glossary.import_plan import refused
from glossary.importing import united
from glossary.model import Concept
from translit.message import Message

_TOGETHER = 500  # concepts that are looked up at once


def merged(
    concepts: Iterable[Concept], known: Callable[[Sequence[str]], Mapping[str, Concept]], *, overwrite: bool = False, source: str = "import"
) -> Iterator[Concept]:
    """What to put into a termbase, in the order of the gazetteer; `known` gives the concepts of some ids (`Termbase.some`), `source` is the file.

    Raises:
        GlossaryError: at the end, where the gazetteer contradicts the glossary and `overwrite` is false.
    """
    contradictions, first = 0, ""
    waiting = iter(concepts)
    while chunk := list(islice(waiting, _TOGETHER)):
        there = known([one.id for one in chunk])
        for one in chunk:
            before = there.get(one.id)
            after, said = (one, []) if before is None else _met(before, one)
            contradictions += len(said)
            first = first or next(iter(said), "")
            yield after
    if contradictions and not overwrite:
        raise refused(contradictions, first, source)


def _met(before: Concept, one: Concept) -> tuple[Concept, list[str]]:
    """A concept that is there already, as it would be, and what speaks against it."""
    if before.kind != one.kind and "other" not in (before.kind, one.kind):
        kinds = {"kind": Message.of(before.kind), "other": Message.of(one.kind)}
        return one, [Message("the id is that of a thing of kind {kind}, not {other}", **kinds)]
    return united(before, one)
