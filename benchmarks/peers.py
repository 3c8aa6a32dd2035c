"""The peers of the matcher, each as its documentation would have it used, brought to the same job: any letter case, whole words, spans."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Spans = list[tuple[int, int]]
Finder = Callable[[str], Spans]


@dataclass(frozen=True, slots=True)
class Peer:
    """One library and how far it can be taken."""

    name: str
    """As the table has it."""
    build: Callable[[list[str], str], Finder]
    """Spellings and language → what finds them."""
    megabytes: float
    """The longest text it is given, in 10⁶ bytes."""
    most: int
    """The most spellings it is given."""
    why_not: str
    """Why not more."""
    note: str
    """How it is run, and why its spans may differ."""


def longest(spans: Iterable[tuple[int, int]]) -> Spans:
    """Of spans that overlap the longest, then the leftmost; in order."""
    chosen: Spans = []
    cluster: Spans = []
    reach = 0

    def settle() -> Iterator[tuple[int, int]]:
        taken: Spans = []
        for start, end in sorted(cluster, key=lambda span: (span[0] - span[1], span[0])):
            if all(end <= other[0] or other[1] <= start for other in taken):
                taken.append((start, end))
        return iter(sorted(taken))

    for span in sorted(spans):
        if span[0] >= reach:
            chosen.extend(settle())
            cluster = []
        cluster.append(span)
        reach = max(reach, span[1])
    chosen.extend(settle())
    return chosen


def whole(text: str, start: int, end: int) -> bool:
    """Whether a span touches no word character."""
    return not (start and (text[start - 1].isalnum() or text[start - 1] == "_")) and not (
        end < len(text) and (text[end].isalnum() or text[end] == "_")
    )


def flashtext(spellings: list[str], language: str) -> Finder:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=False)
    if language == "ru":
        processor.set_non_word_boundaries(set(string.digits + string.ascii_letters + "_абвгдеёжзийклмнопрстуфхцчшщъыьэюя"))
    for spelling in spellings:
        processor.add_keyword(spelling)
    return lambda text: [(start, end) for _, start, end in processor.extract_keywords(text, span_info=True)]


def flashtext2(spellings: list[str], language: str) -> Finder:  # noqa: ARG001 - the table's signature
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=False)
    for spelling in spellings:
        processor.add_keyword(spelling)
    return lambda text: [(start, end) for _, start, end in processor.extract_keywords_with_span(text)]


def pyahocorasick(spellings: list[str], language: str) -> Finder:  # noqa: ARG001 - as above
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for spelling in spellings:
        automaton.add_word(spelling.casefold(), len(spelling))
    automaton.make_automaton()

    def find(text: str) -> Spans:
        folded = text.casefold()
        found = ((end - length + 1, end + 1) for end, length in automaton.iter(folded))
        return longest(span for span in found if whole(folded, *span))

    return find


def ahocorasick_rs(spellings: list[str], language: str) -> Finder:  # noqa: ARG001 - as above
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick([spelling.casefold() for spelling in spellings])

    def find(text: str) -> Spans:
        folded = text.casefold()
        found = automaton.find_matches_as_indexes(folded, overlapping=True)
        return longest((start, end) for _, start, end in found if whole(folded, start, end))

    return find


def spacy(spellings: list[str], language: str) -> Finder:
    from spacy import blank
    from spacy.matcher import PhraseMatcher

    nlp = blank(language)
    nlp.max_length = 10**9
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("name", list(nlp.tokenizer.pipe(spellings)))

    def find(text: str) -> Spans:
        document = nlp.make_doc(text)
        return longest((span.start_char, span.end_char) for span in matcher(document, as_spans=True))

    return find


def codespell(spellings: list[str], language: str) -> Finder:  # noqa: ARG001 - as above
    from codespell_lib._codespell import word_regex_def

    known = {spelling.lower() for spelling in spellings}
    words = re.compile(word_regex_def)
    return lambda text: [match.span() for match in words.finditer(text) if match[0].lower() in known]


PEERS = (
    Peer("FlashText", flashtext, 2, 100_000, "a dictionary of dictionaries for each letter: too large",
         "`KeywordProcessor(case_sensitive=False).extract_keywords(span_info=True)`; Cyrillic letters are added to its word characters."),
    Peer("flashtext2", flashtext2, 1000, 1_000_000, "",
         "`KeywordProcessor(case_sensitive=False).extract_keywords_with_span`; its words are those of Unicode's text segmentation."),
    Peer("pyahocorasick", pyahocorasick, 1000, 1_000_000, "",
         "casefolded text, all matches, those at word edges, the longest: what its users write themselves."),
    Peer("ahocorasick_rs", ahocorasick_rs, 1000, 1_000_000, "", "the same on overlapping matches of `find_matches_as_indexes`."),
    Peer("spaCy", spacy, 0.5, 10_000, "minutes to tokenize the spellings",
         '`PhraseMatcher(attr="LOWER")` on a blank pipeline, tokenizing included; its tokens keep some signs with the word.'),
    Peer("codespell", codespell, 4, 100_000, "a look-up of single words costs the same at any number",
         "its own expression for words and a look-up of each in small letters; names of several words are not its job: it misses them, and finds a name of one word inside."),
)  # fmt: skip
"""All of them, in the order of the table."""
