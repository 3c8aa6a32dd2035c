"""Which runs of capitalised words are names, judged by all the texts together; how often each stands where.

A word that the texts also write small is no name by itself; a word seen with a capital only at the beginning of sentences is none either. A
run is cut at dates and titles and, where its parts stand alone elsewhere, between two names that only stand side by side. Words of longer
names are counted as well, so that a spelling is found wherever it stands. Two passes: `Texts.add` gathers, `Texts.names` judges.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from glossary.discover_abbreviations import Definition, definitions
from glossary.discover_endings import without_ending
from glossary.discover_name import SAMPLES, Name, Sample, sample_of, show
from glossary.discover_phrases import Key, Phrases, key_of
from glossary.discover_runs import Run, Runs, bare, is_acronym, normal, one_alphabet, small_words
from glossary.discover_words import Words

_LONGEST_RUN, _LONGEST_WORD = 14, 60
"""Words of a run, and letters of a word, beyond which they are no name but a list, or rubbish."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One run as often as it stands in one way in one document."""

    words: tuple[str, ...]
    initial: bool
    heading: bool
    document: str


class Texts:
    """The texts that names are looked for in."""

    def __init__(self, words: Words | None = None) -> None:
        """Take the lists of words; those shipped where none are given."""
        self.words = self._words = words or Words.shipped()
        """The lists of words."""
        self._runs = Runs(self._words)
        self._between = self._words.joiners | self._words.articles
        self._small: Counter[str] = Counter()  # words with a small letter
        self._titled: set[str] = set()  # words with a capital and small letters
        self._capital: Counter[str] = Counter()  # words whose capital says something
        self._alone: Counter[tuple[str, ...]] = Counter()  # runs as they stand, where their capital says something
        self._places: Counter[_Place] = Counter()
        self._samples: dict[tuple[str, ...], list[Sample]] = {}
        self._passages: list[tuple[str, str, list[tuple[int, int]]]] = []
        self._languages: dict[str, str] = {}
        self._definitions: Counter[Definition] = Counter()

    def add(self, document: str, passages: Iterable[str], language: str = "") -> None:
        """Gather the runs of one document; `language` is its BCP 47 subtag, where it is known."""
        self._languages[document] = language
        for passage in passages:
            text = normal(passage)
            self._small.update(map(str.casefold, small_words(text)))
            spans: list[tuple[int, int]] = []
            for run in self._runs.of(text):
                self._add(document, text, run, tuple(map(without_ending, run.words)))
                spans.append((run.start, run.end))
            self._passages.append((document, text, spans))
            self._definitions.update(definitions(text))

    def _add(self, document: str, text: str, run: Run, words: tuple[str, ...]) -> None:
        """Keep a run by its words."""
        self._places[_Place(words, run.initial, run.heading, document)] += 1
        self._titled.update(word for word in map(bare, words) if not word.isupper())
        if run.heading and not all(map(str.isupper, words)):
            self._capital.update(word.casefold() for word in words if is_acronym(word))
        if not run.heading:
            self._capital.update(bare(word).casefold() for word in words[run.initial :] if word not in self._between)
            if not run.initial:
                self._alone[words] += 1
        samples = self._samples.setdefault(words, [])
        if len(samples) < SAMPLES:
            samples.append(sample_of(document, text, run.start, run.end))

    def names(self) -> list[Name]:
        """The names, by their spelling; the words of longer names among them."""
        found: dict[str, Name] = {}
        for place, times in self._places.items():
            for words, number in Counter(self._cut(place)).items():
                self._count(found, words, place.document, times * number, place.words)
        self._count_phrases(found)
        self._count_definitions(found)
        self._count_words(found)
        return sorted(found.values(), key=lambda name: name.text)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents, in the order they were added."""
        return tuple(self._languages)

    @property
    def definitions(self) -> Mapping[Definition, int]:
        """Long forms with their abbreviations in brackets, and how often each stands so."""
        return self._definitions

    def common(self, word: str) -> bool:
        """Whether the texts, or the lists, have a word as no name: written small as often as with a capital that says something."""
        small = bare(word).casefold()
        return small in self._words.common or small in self._words.calendar or 0 < self._small[small] >= self._capital[small]

    def proper(self, word: str) -> bool:
        """Whether the texts show a word to be a name: its capital says so somewhere, and it is not common."""
        return self._capital[bare(word).casefold()] > 0 and not self.common(word)

    def _cut(self, place: _Place) -> Iterator[tuple[str, ...]]:
        """The names in one run."""
        run: list[str] = []
        at_start = place.initial or place.heading
        for word in (*place.words, ""):
            if not word or word.casefold() in self._words.calendar:
                yield from self._judged(run, initial=at_start, heading=place.heading)
                run, at_start = [], False
            else:
                run.append(word)

    def _judged(self, run: list[str], *, initial: bool, heading: bool) -> Iterator[tuple[str, ...]]:
        """The names in a run without dates."""
        run = self._trimmed(run, initial=initial)
        if not run:
            return
        if len(run) == 1:
            if self._is_name(run[0], initial=initial or heading):
                yield tuple(run)
            return
        if len(run) > _LONGEST_RUN:
            yield from ((word,) for word in run if self._is_name(word, initial=initial or heading))
            return
        if heading and all(map(str.isupper, run)):
            yield from ((word,) for word in run if not is_acronym(word) and self.proper(word))
            return
        if heading and not any(self.proper(word) for word in run):
            return
        if is_acronym(run[0]) and is_acronym(run[-1]) and not any(word in self._between for word in run):
            if not all(word.casefold() in self._words.common for word in run):  # SEE ALSO
                yield from ((word,) for word in run)  # CC AUCPB
            return
        if all(len(word) == 1 for word in run):
            return  # a table of letters
        if _ONE_INITIAL.fullmatch(run[0]) and run[1].casefold() in self._words.common:
            yield from self._judged(run[1:], initial=True, heading=heading)  # written in C. Then
            return
        cut = next((at for at, word in enumerate(run[1:], 1) if _parts_names(word)), 0)
        if cut:
            # the mayor of Aktau | I. I. Petrov
            yield from self._judged(run[:cut], initial=initial, heading=heading)
            yield from self._judged(run[cut:], initial=heading, heading=heading)
            return
        if run[0].endswith(".") and len(run) > 2:
            # N. A. Andreeva | General Secretary: initials have one surname.
            yield tuple(run[:2])
            yield from self._judged(run[2:], initial=heading, heading=heading)
            return
        yield from self._parted(run, initial=initial, heading=heading)
        for at in range(len(run) - 2):
            # What follows *of the* is a name of its own.
            if run[at] in self._words.joiners and run[at + 1] in self._words.articles and (len(run) - at > 3 or is_acronym(run[-1])):
                yield from self._judged(run[at + 2 :], initial=False, heading=heading)

    def _trimmed(self, run: list[str], *, initial: bool) -> list[str]:
        """A run without joiners at its ends, the word that begins a sentence, and titles."""
        joiners, common, titles = self._between, self._words.common, self._words.titles
        first, last = 0, len(run)
        while first < last:
            word = run[first].casefold()
            begins = initial and (word in common or (self.common(word) and not (first + 1 < last and run[first + 1] in joiners)))
            title = word in titles and first + 1 < last and run[first + 1] not in joiners
            own = (
                first + 1 < last and word in joiners and not initial and not run[first].islower() and word not in _ALWAYS_SMALL
            )  # to La Paz
            if own or not (word in joiners or begins or title or word == "i"):
                break
            first += 1
        while first < last and run[last - 1] in joiners:
            last -= 1
        return run[first:last]

    def _is_name(self, word: str, *, initial: bool) -> bool:
        """Whether one word by itself is a name."""
        if not 2 <= len(word) <= _LONGEST_WORD or self.common(word) or word.casefold() in self._words.titles:
            return False
        if word.endswith((".", ". ")):
            return False  # initials without a name
        if one_alphabet(word) is None or (len(word) > 2 and len(set(word.casefold())) == 1):
            return False  # ФАЙЛa, НННН: what stands for something else
        if word.isupper() and len(word) >= _SHORTEST_EMPHASIS and not word.isascii() and self._emphasized(word.casefold()):
            return False  # ФАЙЛ, НЕЛЬЗЯ: a word in capitals, to be filled in or for emphasis; LDAP may be a command in small letters
        if initial and not word.isascii() and self._has_forms(word):
            return True
        return self.proper(word) and (initial or "-" not in word or not self._small_compound(word))

    def _emphasized(self, small: str) -> bool:
        """Whether the texts write a word in capitals small often enough, with this ending or without, for it to be a word."""
        often = sum(self._small[small[:end]] for end in range(len(small) - 2, len(small) + 1))
        return often > 0 and _SELDOM * often >= self._capital[small]

    def _has_forms(self, word: str) -> bool:
        """Whether a word that only begins sentences stands elsewhere with another ending, or without one: Жаңаөзен, Жаңаөзенде."""
        small = word.casefold()
        stem = small.rstrip(_LAST_VOWELS)
        if len(stem) < _STEM or self._small[small]:
            return False
        if any(self.proper(small[:end]) for end in range(max(_STEM, len(small) - _ENDING), len(small))):
            return True
        first = bisect_left(self._proper, stem)
        return any(other.startswith(stem) and len(other) <= len(stem) + _ENDING for other in self._proper[first : first + 50])

    @cached_property
    def _proper(self) -> list[str]:
        """The words that are names by themselves, sorted, in small letters."""
        return sorted(word for word, count in self._capital.items() if count > self._small[word])

    def _small_compound(self, word: str) -> bool:
        """Whether a word with a hyphen is one of ours: Arab-speaking, with a second half that the texts have as a word of its own."""
        return any(part[:1].islower() and self._small[part.casefold()] > 0 for part in word.split("-")[1:])

    def _parted(self, run: Sequence[str], *, initial: bool, heading: bool) -> Iterator[tuple[str, ...]]:
        """A run of several words, parted where two names only stand side by side."""
        head, rest = run[0], tuple(run[1:])
        joins = rest[0] in self._between
        other = tuple(rest[1:]) if joins else rest
        alone = self._alone[(head,)]
        whole = self._alone[tuple(run)]
        known = 0 if joins else self._alone[other]
        # Zhanaozen | Socialist Movement of Kazakhstan; but Paul Murphy, whose parts stand alone less often than together.
        side_by_side = (
            self.proper(head) and alone > 1 and ((known and alone + known > 2 * whole and whole <= 1) or (joins and self.proper(other[0])))
        )
        if side_by_side:
            yield from self._judged([head], initial=initial, heading=heading)
            yield from self._judged(list(other), initial=False, heading=heading)
            return
        yield tuple(run)

    def _count(self, found: dict[str, Name], words: tuple[str, ...], document: str, times: int, run: tuple[str, ...]) -> None:
        """Count a name that stands in a run."""
        shouted = all(map(str.isupper, words)) and len(words) > 1 and not all(map(is_acronym, words))
        words = tuple(self._quiet(word) if shouted else self._plain(word) for word in words)
        text = joined(words)
        name = found.get(text)
        if name is None:
            name = found[text] = Name(text, tuple(word for word in words if word not in self._between))
        name.counts[document] += times
        name.alone += times
        name.languages[self._languages.get(document, "")] += times
        show(name, self._samples.get(run, ()))

    def _plain(self, word: str) -> str:
        """A word without what its place did to it: capitals for emphasis, the ending of an abbreviation (UIDs, УИДа)."""
        if word.isupper() and "(" not in word:
            quiet = self._quiet(word)
            return quiet if self._alone[(quiet,)] >= self._alone[(word,)] else word
        ending = _WITH_ENDING.fullmatch(word)
        return ending[1] if ending else word

    def _quiet(self, word: str) -> str:
        """A word in capitals as the texts write it with one; itself where they never do."""
        quiet = "-".join(part.capitalize() for part in word.split("-"))
        return quiet if quiet in self._titled else word

    def _count_phrases(self, found: dict[str, Name]) -> None:
        """Find names of several words again where a text writes them small or without an article, and parts of names that stand so elsewhere."""
        phrases = Phrases({key_of(name.text.split()) for name in found.values() if len(name.parts) > 2})
        free: set[Key] = set()
        places: list[tuple[str, str, int, int, Key]] = []
        for document, text, runs in self._passages:
            starts = [first for first, _ in runs]
            for start, end, key in phrases.found(text):
                at = bisect_right(starts, start) - 1
                around = runs[at] if at >= 0 else (0, 0)
                if around == (start, end) or text[start:end].isupper():
                    continue  # counted already, or a heading
                if not (around[0] <= start and end <= around[1]):
                    free.add(key)
                places.append((document, text, start, end, key))
        for document, text, start, end, key in places:
            if key in free:
                self._stands(found, " ".join(text[start:end].split()), document, text, start, end)

    def _stands(self, found: dict[str, Name], spelling: str, document: str, text: str, start: int, end: int) -> None:
        """Count a name that stands in a passage."""
        name = found.get(spelling)
        if name is None:
            parts = tuple(word for word in spelling.split() if word not in self._between)
            name = found[spelling] = Name(spelling, parts)
        name.counts[document] += 1
        name.alone += 1
        name.languages[self._languages.get(document, "")] += 1
        if len(name.samples) < SAMPLES:
            name.samples.append(sample_of(document, text, start, end))

    def _count_definitions(self, found: dict[str, Name]) -> None:
        """Let the long forms and abbreviations that stand beside each other be names, whatever their letters."""
        wanted = {text for definition in self._definitions for text in (definition.long, definition.short)} - found.keys()
        for spelling in sorted(wanted):
            for document, text, _ in self._passages:
                at = text.find(spelling)
                while at >= 0:
                    end = at + len(spelling)
                    if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                        self._stands(found, spelling, document, text, at, end)
                    at = text.find(spelling, end)

    def _count_words(self, found: dict[str, Name]) -> None:
        """Count the words of longer names."""
        for whole in [name for name in found.values() if len(name.parts) > 1]:
            for word in dict.fromkeys(map(bare, whole.parts)):
                if len(word) < 2 or "." in word or not word[0].isupper() or not self.proper(word) or self._small_compound(word):
                    continue
                name = found.get(word)
                if name is None:
                    name = found[word] = Name(word, (word,))
                name.within.add(whole.text)
                name.counts.update(whole.counts)
                name.languages.update(whole.languages)
                show(name, whole.samples)


def _parts_names(word: str) -> bool:
    """Whether initials within a run begin another name: all but the single Latin one of John F. Kennedy."""
    return word.endswith(".") and (word.count(".") > 1 or not word.isascii())


def joined(words: Sequence[str]) -> str:
    """Words as one spelling; initials stand close."""
    return " ".join(words).replace(". ", ". ").strip()


_ALWAYS_SMALL = frozenset(("of", "for", "the", "a", "an", "der", "den", "dem", "zum", "zur", "y", "бойынша"))
"""Words within names that never begin one with their capital."""
_ONE_INITIAL = re.compile(r"[^\W\d_]\.\s*")
_SELDOM = 3
"""How many times as often a name is written in capitals as small, as the name of a file or a command."""
_SHORTEST_EMPHASIS = 4
"""Letters of the shortest word in capitals that is taken for a word, where the texts write it small; shorter ones are abbreviations."""
_LAST_VOWELS = "аяоеёыиуюьйіөүұ"
_STEM, _ENDING = 4, 5
"""Letters of the shortest stem, and of the longest ending, by which a word is known for a form of a name."""
_WITH_ENDING = re.compile(r"([A-Z]{2,}|[А-ЯЁӘІҢҒҮҰҚӨҺ]{2,})(?:s|а|у|ом|е|ы|ов|ам|ами|ах)")
