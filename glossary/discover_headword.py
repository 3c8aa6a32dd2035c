"""Which spelling of a name is proposed as the name.

The policy, in this order: what the glossary prefers; no doubtful spelling, no form and no abbreviation; the spelling in most documents'
language and script is not asked for, but the most frequent one; of equals the one in more documents, then the one with more words in capitals, the one more like the
others, and the first by its letters. A slip of the pen is seldom the most frequent spelling; where it is, a reviewer must see to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from glossary.discover_name import Name


def headword(names: Iterable[Name], forms: Iterable[str], closeness: Mapping[str, float]) -> str:
    """The spelling proposed for a group of spellings; not empty.

    Args:
        names: the spellings.
        forms: those of them that are forms of others.
        closeness: for each spelling its mean likeness to the others.
    """
    grouped = list(names)
    derived = set(forms)
    plain = [name for name in grouped if name.text not in derived and not name.acronym and not name.text.islower()]
    best = max(
        plain or grouped,
        key=lambda name: (
            name.count,
            len(name.counts),
            sum(word[0].isupper() for word in name.text.split()),
            closeness.get(name.text, 0.0),
            [-ord(letter) for letter in name.text],
        ),
    )
    return best.text
