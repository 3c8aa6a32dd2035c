"""The matcher against a slow and plain one, over glossaries and texts that nobody would think of."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.glossary import Glossary
from glossary.lexicon import Lexicon
from glossary.model import CaseRule, Concept, Status, Term, TermType
from tests.glossary import reference_matcher

WORDS = ["ab", "Ab", "abc", "c", "é", "Ёж", "жab", "ß", "İz", "ΣΑΣ", "Kaks", "q_1", "한", "𝐀", "𐐀b", "B", "l", "s"]
INSIDE = [" ", "-", "’", "'", "ʼ", " - ", "", ". ", "(", ")"]
BETWEEN = [
    *INSIDE,
    "\n",
    "\r\n",
    "\n  ",
    " \n\n",
    "  ",
    "\u00a0",
    "\u2029",
    "‑",
    "\u00ad",
    "\u200b",
    "\u0301",
    "\u0308",
    "s",
    "’s",
    "s’ x",
    "😀",
    "_",
    "1",
    ",",
    "‘",
    "ʹ",
]

FINAL = ["", "", "", "-", ")", "’", ".", "…"]  # white space before a final sign is no gap between words: it must stand as written


@st.composite
def spelling(draw):
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
    inside = draw(st.lists(st.sampled_from(INSIDE), min_size=len(words) - 1, max_size=len(words) - 1))
    return draw(st.sampled_from(["", "", "("])) + "".join(map("".join, zip(words, [*inside, draw(st.sampled_from(FINAL))], strict=True)))


term = st.builds(
    Term,
    text=spelling().map(lambda text: unicodedata.normalize("NFC", text)),
    language=st.sampled_from(["en", "mul", "ru"]),
    script=st.just("Latn"),
    status=st.sampled_from(Status),
    type=st.sampled_from(TermType),
    case=st.sampled_from(CaseRule),
    indeclinable=st.booleans(),
)
concepts = st.lists(
    st.builds(
        Concept,
        id=st.just(""),
        kind=st.sampled_from(["people", "place", "person"]),
        terms=st.lists(term, min_size=1, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=4,
).map(lambda each: [Concept(f"c{at}", concept.kind, concept.terms) for at, concept in enumerate(each)])


@st.composite
def glossary_and_text(draw):
    chosen = draw(concepts)
    names = [term.text for concept in chosen for term in concept.terms]
    pieces = st.one_of(
        st.sampled_from(names),
        st.sampled_from(names).map(str.upper),
        st.sampled_from(names).map(str.lower),
        st.sampled_from(names).map(lambda name: unicodedata.normalize("NFD", name)),
        st.sampled_from(names).map(lambda name: name.replace(" ", "\r\n \t")),
        st.sampled_from(names).map(lambda name: name[:1] + "\u00ad" + name[1:]),
        st.sampled_from(WORDS),
    )
    parts = draw(st.lists(st.tuples(pieces, st.sampled_from(BETWEEN)), max_size=6))
    return chosen, "".join(piece + between for piece, between in parts)


@given(glossary_and_text())
@settings(max_examples=200, deadline=None)
def test_the_same_spans_as_the_plain_matcher(sample):
    chosen, text = sample
    lexicon = Lexicon.compile(Glossary.of(chosen), "en")
    found = lexicon.find(text)
    spans = [(one.start, one.end) for one in found]
    assert sorted(set(spans)) == reference_matcher.spans(chosen, text, "en")
    assert all(text[one.start : one.end] == one.text for one in found)
    assert spans == sorted(spans)


@given(glossary_and_text(), st.integers(0, 3))
@settings(max_examples=100, deadline=None)
def test_a_text_is_found_alike_among_others(sample, times):
    chosen, text = sample
    lexicon = Lexicon.compile(Glossary.of(chosen), "en")
    before = "😀 Ф\u0301.\n\n" * times
    # A long line in front and behind must not move anything.
    alone, among = lexicon.spans(text), lexicon.spans(before + text + "\n\n" + "." * 100)
    assert [(start + len(before), end + len(before), entry) for start, end, entry in alone] == among


@given(glossary_and_text())
@settings(max_examples=100, deadline=None)
def test_a_lexicon_from_bytes_finds_the_same(sample):
    chosen, text = sample
    lexicon = Lexicon.compile(Glossary.of(chosen), "en")
    assert Lexicon.from_bytes(lexicon.to_bytes()).find(text) == lexicon.find(text)
