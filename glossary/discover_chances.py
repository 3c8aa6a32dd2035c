"""The chance that two spellings of the texts are one name: which pairs are worth comparing, what likeness says of them, what forms and gender say.

Owns the order in which the kinds of evidence stand: a grammatical form of the other (`forms`) counts as sure, a woman's name beside a man's as
another person, abbreviations are compared by their letters only, and everything else is for `translit.compare_many` to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import isnan

from glossary.discover_abbreviations import letters_of
from glossary.discover_endings import derived, is_cyrillic, without_cases
from glossary.discover_phrases import key_of
from glossary.discover_runs import is_acronym, one_alphabet
from translit.nearest import likeness
from translit.sounds import sounds

NEAR = 0.5
"""Likeness of the rough readings (`translit.nearest`) below which two spellings are not compared."""

Pair = tuple[int, int]


Judge = Callable[[Sequence[Pair]], Sequence[float]]
"""From pairs of places to the chances that each is one name; not a number where a pair cannot be compared."""


def by_letters(spellings: Sequence[str]) -> Judge:
    """Judges spellings by their letters alone."""
    from translit import compare_many

    return lambda pairs: compare_many([(spellings[one], spellings[other]) for one, other in pairs])


def most_beside(count: int) -> int:
    """With how many others a name among so many is compared at most: 100, and fewer among more than 2,000, so that the time stays bounded."""
    return max(min(_MOST_BESIDE, _MOST_PAIRS // max(count, 1)), _FEWEST_BESIDE)


_MOST_BESIDE, _FEWEST_BESIDE = 100, 5
_MOST_PAIRS = 200_000
"""Pairs that are compared in a few seconds; texts in which names are alike by chance only stay far below."""


def likely_pairs(spellings: Sequence[str], judge: Judge) -> dict[Pair, float]:
    """The pairs that sound near enough to be compared, with their chances; abbreviations and single letters are left out."""
    from translit.nearest import NameIndex

    places = [place for place, text in enumerate(spellings) if not is_acronym(text)]
    most = most_beside(len(places))
    near = {(places[one], places[other]) for one, other in NameIndex(spellings[place] for place in places).pairs(NEAR, most)}
    # The endings of two or three words are too much for the index: Igor Grobman, Игорем Гробманом.
    several = [place for place in places if " " in spellings[place]]
    if any(not spellings[place].isascii() for place in several):
        bare = NameIndex(without_cases(spellings[place]) for place in several)
        near.update((several[one], several[other]) for one, other in bare.pairs(NEAR, most))
    return _judged(sorted(near), judge)


def within_groups(
    spellings: Sequence[str], groups: Iterable[Sequence[int]], known: Mapping[Pair, float], judge: Judge, most: int = 60
) -> dict[Pair, float]:
    """The chances of the pairs inside groups of at most `most` that the index did not bring together."""
    missing = [
        (one, other)
        for group in groups
        if 2 < len(group) <= most
        for number, one in enumerate(group)
        for other in group[number + 1 :]
        if (one, other) not in known and not is_acronym(spellings[one]) and not is_acronym(spellings[other])
    ]
    return _judged(missing, judge)


def _judged(pairs: Sequence[Pair], judge: Judge) -> dict[Pair, float]:
    return {pair: chance for pair, chance in zip(pairs, judge(pairs), strict=True) if not isnan(chance)}


Weigh = Callable[[Sequence[tuple[str, str]], Sequence[float]], Sequence[float]]
"""From pairs of words and their chances to the chances that are left."""


def by_words(spellings: Sequence[str], parts: Sequence[Sequence[str]], generic: Collection[str] = (), weigh: Weigh | None = None) -> Judge:
    """Judges names in texts: by their letters, and names of several words word by word, too.

    Ten names with *Republic* are alike in most of their letters; what counts is the word in which they differ. The chance of two names of
    several words is no higher than that of their least alike words, unless they share a word that few names have: Natalia Sokolova, Natalia
    Sokolovaya. `generic` words (republic, район) are everybody's, however few names here have them. Too many words without a counterpart make
    them two names, and so does one pair of words to which `weigh` leaves no chance.
    """
    letters = by_letters(spellings)
    shared = Counter(word.casefold() for words in parts if len(words) > 1 for word in set(words))

    def rare(one: Sequence[str], other: Sequence[str]) -> bool:
        both = {word.casefold() for word in one} & {word.casefold() for word in other}
        return any(shared[word] <= _FEW and word not in generic for word in both)

    def judge(pairs: Sequence[Pair]) -> Sequence[float]:
        from translit import compare_many

        counterparts = [_counterparts(parts[one], parts[other]) for one, other in pairs]
        written = [_in_other_letters(parts[one], parts[other]) for one, other in pairs]
        words = sorted({pair for found in (*counterparts, *written) if found is not None for pair in found})
        chances = [0.0 if isnan(chance) else chance for chance in compare_many(words)]
        by_letter = dict(zip(words, chances, strict=True))
        alike = dict(zip(words, weigh(words, chances) if weigh is not None else chances, strict=True))
        hopeless = {pair for pair, chance in by_letter.items() if chance > alike[pair]}
        return [
            1.0
            if same_words(spellings[one], spellings[other])
            else by_each
            if (by_each := min((by_letter[pair] for pair in other_letters or ()), default=0.0)) >= _EACH_WORD
            else 0.0
            if found is None or derived(spellings[one], spellings[other]) or not hopeless.isdisjoint(found)
            else chance
            if rare(parts[one], parts[other])
            else min((chance, *(alike[pair] for pair in found)))
            for (one, other), chance, found, other_letters in zip(pairs, letters(pairs), counterparts, written, strict=True)
        ]

    return judge


def _in_other_letters(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]] | None:
    """The words of two names in two alphabets that answer each other in their order; None for other names.

    Each word has an ending of its own in Russian, which makes the whole unlike: Igor Grobman, Игорем Гробманом.
    """
    if len(one) != len(other) or len(one) < 2 or any("." in word for word in (*one, *other)):
        return None
    return (
        list(zip(one, other, strict=True))
        if len({is_cyrillic(word) for word in one} | {not is_cyrillic(word) for word in other}) == 1
        else None
    )


_EACH_WORD = 0.6
"""The chance of the least alike words of two names in two alphabets from which they may be one."""


def same_words(one: str, other: str) -> bool:
    """Whether two names of several words are the same words, whatever their capitals, articles and apostrophes."""
    return " " in one and " " in other and key_of(one.split()) == key_of(other.split())


def _counterparts(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]] | None:
    """The words of two names that differ and answer each other; None where the names cannot be one, whatever their letters."""
    if _negated(one) != _negated(other) or _letters_more(one) != _letters_more(other):
        return None
    if len(one) == 1 and len(other) == 1:
        one, other = one[0].split("-"), other[0].split("-")
        if len(one) != len(other) or len(one) == 1:
            return []
    if len(one) == 1 or len(other) == 1:
        if any("." in word for word in (*one, *other)):
            return None  # initials are written apart
        return [] if likeness("".join(one), "".join(other)) >= _WRITTEN_TOGETHER else None
    left = list(other)
    found: list[tuple[str, str]] = []
    alike = 0
    for word in one:
        place = next((place for place, theirs in enumerate(left) if _alike(word, theirs)), None)
        if place is None:
            continue
        theirs = left.pop(place)
        alike += 1
        if word.casefold() != theirs.casefold() and "." not in word + theirs:
            found.append((word, theirs))
    most = max(len(one), len(other))
    if 3 * alike < 2 * most or (len(one) == len(other) and alike < most) or alike == min(len(one), len(other)) == 1:
        return None
    return found


def _letters_more(words: Sequence[str]) -> int:
    """How many words or halves of a name are single letters without a full stop, which are no initials: Ctrl-C, Appendix B, E-Mail."""
    return sum(len(half) == 1 for word in words for half in word.split("-"))


def _negated(words: Sequence[str]) -> bool:
    """Whether a name begins with what makes it the opposite: Non-GNU, Не-DFSG."""
    return words[0].casefold().startswith(("non-", "anti-", "не-", "анти-"))


_FEW = 4
"""Names of several words up to which a word of theirs is rare."""
_WRITTEN_TOGETHER = 0.8
"""Likeness of readings from which a name of one word and one of several may be the same."""
_ONE_WORD = 0.6
"""Likeness of readings from which two words may answer each other."""


def same_letters(spellings: Sequence[str]) -> list[Pair]:
    """Abbreviations that have the same letters, three or more: AUCP(B), AUCPB; of two letters it may be a difference, L-F."""
    first: dict[str, int] = {}
    pairs: list[Pair] = []
    for place, text in enumerate(spellings):
        if is_acronym(text) and len(letters := letters_of(one_alphabet(text) or text)) >= _FEWEST_LETTERS:
            other = first.setdefault(letters, place)
            if other != place:
                pairs.append((other, place))
    return pairs


_FEWEST_LETTERS = 3


def _alike(one: str, other: str) -> bool:
    if "." in one or "." in other:
        return any(a[:1] == b[:1] for a in sounds(one) for b in sounds(other))
    if min(len(one), len(other)) < 3 or is_acronym(one) or is_acronym(other):
        return one.casefold() == other.casefold()
    return likeness(one, other) >= _ONE_WORD
