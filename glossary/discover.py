"""Discovery: which spellings in some texts are one name, and what to propose to the glossary.

`cluster` is the heart of it, for spellings alone. `discover` adds what texts, a glossary and a reviewer know: counts and passages, forms,
abbreviations, concepts as fixed points, decisions as constraints. The result is data; telling it, writing it and reading files are done
elsewhere. Candidates come from an index (`translit.nearest`), chances from `translit.compare_many`, groups by average linkage
(`discover_links`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from glossary.discover_chances import Judge, by_letters, likely_pairs, same_letters, within_groups
from glossary.discover_links import ENOUGH, Pair, link


def cluster(spellings: Iterable[str]) -> list[list[str]]:
    """Groups of the spellings that are one name each; every spelling in one group, in the order they were given.

    Spellings are told apart by their letters as given; one that is given twice stands once. What cannot be compared (no letters, a script
    that nothing is known about) stays alone.
    """
    texts = list(dict.fromkeys(spellings))
    return [[texts[place] for place in group] for group in groups(texts)[0]]


def groups(
    texts: Sequence[str],
    same: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
    fixed: Mapping[int, str] | None = None,
    known: Mapping[Pair, float] | None = None,
    judge: Judge | None = None,
    enough: float = ENOUGH,
) -> tuple[list[list[int]], dict[Pair, float]]:
    """The groups of spellings by their places, and the chances they rest on.

    `same`, `apart` and `fixed` are those of `link`; `known` are chances known otherwise, which stand above those of the judge, who judges by
    letters where none is given; `enough` is the mean chance from which groups are joined.
    """
    judge = judge or by_letters(texts)
    chances = likely_pairs(texts, judge) | dict(known or {})
    same = [*same, *same_letters(texts)]
    first = link(len(texts), chances, same, apart, fixed, _GENEROUS)
    chances = within_groups(texts, first, chances, judge) | chances
    return link(len(texts), chances, same, apart, fixed, enough), chances


_GENEROUS = 0.2
"""The mean chance from which spellings are looked at together, for the pairs that the index did not see."""
