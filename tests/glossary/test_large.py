"""A large compiled glossary finds in every text what the whole lexicon finds, and believes nothing damaged."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Concept, Glossary, Status, Term
from glossary.large import LargeLexicon, write_large
from glossary.lexicon import Lexicon
from glossary.model import Guard


def compiled(glossary, language):
    file = BytesIO()
    write_large(glossary, language, file)
    return file.getvalue()


def term(text, status=Status.DEPRECATED, language="en", **more):
    return Term(text, language, "Latn", status, **more)


NAMES = Glossary.of(
    [
        Concept("oak-hill", "place", (term("Oak Hill", Status.PREFERRED), term("Okhill"), term("Oak-Hil"), term("Hill of Oaks and Elms"))),
        Concept("oak", "person", (term("Oak", Status.PREFERRED), term("Oke", guard=Guard(needs=("mister",))), term("O'Oke"))),
        Concept(
            "hill", "place", (term("Hill", Status.PREFERRED), term("Hil", Status.ADMITTED), term("Oke", guard=Guard(needs=("river",))))
        ),
        Concept("plc", "organisation", (term("Oak (P)", Status.PREFERRED), term("(P) Oak"), term("Straße Oak"), term("Elmstan"))),
    ]
)
WORDS = (
    "Oak",
    "Hill",
    "oak",
    "OAK",
    "Hil",
    "Okhill",
    "of",
    "Oaks",
    "and",
    "Elms",
    "Oke",
    "O’Oke",
    "mister",
    "river",
    "(P)",
    "STRASSE",
    "Elmstani",
    "x",
    "Oa\u00adk",
)
GAPS = (" ", "\n", " \n  ", "-", "-\n", ", ", "\n\n", "’s ", " ")

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=12).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_it_finds_what_the_whole_lexicon_finds(text):
    with LargeLexicon(compiled(NAMES, "en")) as large:
        assert large.for_text(text).find(text) == Lexicon.compile(NAMES, "en").find(text)


@settings(max_examples=60, deadline=None)
@given(texts, texts, texts)
def test_it_does_so_in_every_part_of_the_text(one, two, three):
    whole = Lexicon.compile(NAMES, "en")
    with LargeLexicon(compiled(NAMES, "en")) as large:
        small = large.for_text(f"{one}\n\n{two}\n\n{three}")
        for part in (one, two, three):
            assert small.find(part) == whole.find(part)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The strike at Zhanoezen, then called Novyi\n   Uzen, in Mangistau Region; KMG’s and Nazarbaev's Kazakhs. ZHANOEZEN and the Kazaks.",
        ),
        ("ru", "В Жанаозене и в Мангышлакской области; до Шевченко, у Новом Узене, Казахстана."),
        ("kk", "Жаңаөзенде, Маңғыстаудан, Қазақстанның"),
    ],
)
def test_the_built_in_glossary_says_the_same_of_a_text(language, text):
    glossary = Glossary.builtin()
    whole = Lexicon.compile(glossary, language)
    with LargeLexicon(compiled(glossary, language)) as large:
        small = large.for_text(text)
        found = small.find(text)
        assert found == whole.find(text)
        assert found
        for occurrence in found:
            assert small.concept(occurrence.concept) == whole.concept(occurrence.concept)
        assert len(small.columns.term_text) < large.spellings


def test_a_glossary_without_names_finds_nothing():
    with LargeLexicon(compiled(Glossary(()), "en")) as large:
        assert large.for_text("Oak Hill").find("Oak Hill") == []
        assert large.for_text("").find("") == []


def test_what_files_say_differently_is_kept():
    with LargeLexicon(compiled(Glossary((), ("one says this", "another that")), "en")) as large:
        assert large.for_text("").notes == ("one says this", "another that")


def test_a_file_is_mapped_and_let_go(tmp_path):
    path = tmp_path / "names"
    path.write_bytes(compiled(NAMES, "en"))
    with LargeLexicon.open(path) as large:
        assert [one.concept for one in large.for_text("in Oak Hill").find("in Oak Hill")] == ["oak-hill"]
    path.unlink()


def test_any_damaged_byte_is_noticed_or_without_effect():
    data = compiled(NAMES, "en")
    text = "Oak Hill, Hill of Oaks and Elms, O'Oke, Hil; mister Oke by the river"
    with LargeLexicon(data) as large:
        right = large.for_text(text).find(text)
    # The directory's 256 KiB of empty buckets are one checksum; a byte of every kilobyte there stands for them.
    places = [*range(64), *range(64, len(data) - 6000, 1024), *range(len(data) - 6000, len(data))]
    noticed = 0
    for at in places:
        damaged = bytearray(data)
        damaged[at] ^= 0x10
        try:
            with LargeLexicon(bytes(damaged)) as large:
                assert large.for_text(text).find(text) == right
        except ValueError:
            noticed += 1
    assert noticed > len(places) / 3


@pytest.mark.parametrize("kept", [0, 10, 60, 1000, 262_300, -1])
def test_a_file_that_was_cut_off_is_refused(kept):
    with pytest.raises(ValueError):
        LargeLexicon(compiled(NAMES, "en")[:kept])
