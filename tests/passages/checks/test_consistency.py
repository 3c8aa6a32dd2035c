"""What only the whole document tells, and how it changes with each edit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.glossary import Glossary
from glossary.model import Concept, TermType
from passages.checks import CheckContext, Consistency, Reading, check_pairs, document_findings
from passages.pair import Pair
from tests.passages.checks.glossary_sample import GLOSSARY, A, P, en, ru

CONTEXT = CheckContext("en", "ru", GLOSSARY.lexicon("en"), GLOSSARY.lexicon("ru"))


def told(*texts, context=CONTEXT, **more):
    pairs = [Pair(str(number), source, target, **more) for number, (source, target) in enumerate(texts)]
    return [(index, finding.code) for index, finding in check_pairs(pairs, context)]


def test_one_original_in_two_ways():
    assert told(("Close the door ", "Закрой дверь "), ("Close the door", "Затвори дверь")) == [(0, "same-source"), (1, "same-source")]
    assert told(("Close the door", "Закрой дверь"), ("Close the door", "закрой дверь!")) == [(1, "end-mark")]


def test_a_context_tells_two_short_originals_apart():
    pairs = [Pair("1", "Open", "Открыть", context="verb"), Pair("2", "Open", "Открыто", context="state")]
    assert list(check_pairs(pairs, CONTEXT)) == []


def test_two_originals_in_one_way():
    first, second = "The council will vote on Monday", "Heavy rain flooded several villages"
    assert told((first, "Совет проголосует в понедельник"), (second, "Совет проголосует в понедельник")) == [
        (0, "same-target"),
        (1, "same-target"),
    ]
    assert told(("Delete this old picture", "Удалить этот снимок"), ("Remove this old picture", "Удалить этот снимок")) == []


def test_two_right_spellings_of_one_name():
    assert told(("In Almaty", "В Алматы"), ("Near Almaty", "У Алма-Аты")) == [(1, "mixed")]
    assert told(("In Almaty", "В Алма-Ате"), ("Near Almaty", "У Алма-Аты")) == []


def test_abbreviations_with_and_without_full_stops_are_not_mixed():
    short = TermType.ABBREVIATION
    house = Glossary.of((Concept("us", "place", (ru("США", P, type=short), en("US", P, type=short), en("U.S.", A, type=short))),))
    context = CheckContext("ru", "en", house.lexicon("ru"), house.lexicon("en"))
    assert told(("Из США", "From the US"), ("В США", "In the U.S."), context=context) == []


def test_the_first_mention_is_glossed_once_if_asked():
    wanted = replace(CONTEXT, enabled=frozenset(("first-mention",)))
    assert told(("In Aktau", "В городе Актау"), ("From Aktau", "Из города Актау"), context=wanted) == [(0, "first-mention")]
    assert told(("In Aktau", "В городе Актау (ранее Шевченко)"), ("From Aktau", "Из города Актау"), context=wanted) == []
    assert told(("In Aktau", "В городе Актау"), ("From Aktau", "Из города Актау")) == []


def test_a_gloss_follows_a_name_in_any_case_but_no_adjective():
    wanted = replace(CONTEXT, enabled=frozenset(("first-mention",)))
    assert told(("In Zhanaozen", "Весной в Жанаозене"), ("Zhanaozen", "Жанаозен"), context=wanted) == [(0, "first-mention")]
    assert told(("Streets of Zhanaozen", "Жанаозенские улицы"), ("Zhanaozen", "Жанаозен"), context=wanted) == [(1, "first-mention")]


class Document:
    """Pairs that change, with what they tell of each other."""

    def __init__(self, *pairs, context=CONTEXT):
        self.pairs, self.context = list(pairs), context
        self.known = Consistency(self.pairs.__getitem__)
        for place in range(len(pairs)):
            self.put(place)

    def reading(self, place):
        return Reading(self.pairs[place], self.context, self.known, place=place)

    def put(self, place, pair=None):
        self.pairs[place] = pair or self.pairs[place]
        self.known.add(self.reading(place))

    def take(self, place):
        self.known.remove(self.reading(place))

    def codes(self, place):
        return [finding.code for finding in document_findings(self.reading(place))]


def test_an_edit_is_one_pair_out_and_in_again():
    one, two = Pair("1", "Close the door", "Закрой дверь"), Pair("2", "Close the door ", "Затвори дверь")
    document = Document(one, two)
    (finding,) = document_findings(document.reading(0))
    assert (finding.code, [fix.applied(one.target) for fix in finding.fixes]) == ("same-source", ["Затвори дверь"])
    document.take(1)
    document.put(1, Pair("2", "Close the door ", "Закрой дверь"))
    assert document.codes(0) == document.codes(1) == []
    document.take(1)
    document.put(1, two)
    assert document.codes(1) == ["same-source"]


def test_an_edited_pair_keeps_its_place_among_the_mentions():
    first, second = Pair("1", "In Aktau", "В городе Актау"), Pair("2", "From Aktau", "Из города Актау")
    document = Document(first, second, context=replace(CONTEXT, enabled=frozenset(("first-mention",))))
    document.take(0)
    assert document.codes(1) == ["first-mention"]
    document.put(0)
    assert document.codes(1) == []


@pytest.mark.parametrize("pair", [Pair("1", "A", ""), Pair("1", "A", "Б", locked=True)])
def test_what_is_untranslated_or_locked_counts_for_nothing(pair):
    document = Document(pair, Pair("2", "A", "В"))
    assert document.codes(1) == []
    document.take(0)
    assert document.codes(1) == []


_TEXTS = st.sampled_from(("door", "Old iron doors stand open", "Close  the door", ""))


@given(st.lists(st.tuples(st.integers(0, 7), _TEXTS, _TEXTS), max_size=60))
def test_after_any_edits_it_is_as_if_made_anew(edits):
    document = Document(*(Pair(str(number), f"Row {number % 3} of the old list", "Ряд") for number in range(8)))
    for place, source, target in edits:
        document.take(place)
        document.put(place, Pair(str(place), source, target))
    anew = Document(*document.pairs)
    for place in range(8):
        assert others(document, place) == others(anew, place)


def others(document, place):
    """What is known of the others, without the mark of one that has become alone."""
    reading = document.reading(place)
    known = (document.known.translations(reading), document.known.originals(reading))
    own = ({reading.pair.target.strip(): 1}, {reading.pair.source.strip(): 1})
    return [{} if dict(each) == alone else dict(each) for each, alone in zip(known, own, strict=True)]
