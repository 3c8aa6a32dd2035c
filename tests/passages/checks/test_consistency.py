"""What only the whole document tells, and how it changes with each edit."""

from dataclasses import replace

import pytest

from passages.checks import CheckContext, Consistency, check_pairs
from passages.pair import Pair
from tests.passages.checks.glossary_sample import GLOSSARY

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


def test_the_first_mention_is_glossed_once_if_asked():
    wanted = replace(CONTEXT, enabled=frozenset(("first-mention",)))
    assert told(("In Aktau", "В городе Актау"), ("From Aktau", "Из города Актау"), context=wanted) == [(0, "first-mention")]
    assert told(("In Aktau", "В городе Актау (ранее Шевченко)"), ("From Aktau", "Из города Актау"), context=wanted) == []
    assert told(("In Aktau", "В городе Актау"), ("From Aktau", "Из города Актау")) == []


def test_an_edit_is_one_pair_out_and_in_again():
    document = Consistency(CONTEXT)
    one, two = Pair("1", "Close the door", "Закрой дверь"), Pair("2", "Close the door ", "Затвори дверь")
    document.add(one)
    document.add(two)
    assert [finding.code for finding in document.findings(one)] == ["same-source"]
    assert [fix.applied(one.target) for finding in document.findings(one) for fix in finding.fixes] == ["Затвори дверь"]
    mended = Pair("2", "Close the door ", "Закрой дверь")
    document.remove(two)
    document.add(mended)
    assert document.findings(one) == document.findings(mended) == []
    document.remove(mended)
    document.add(two)
    assert [finding.code for finding in document.findings(two)] == ["same-source"]


def test_an_edited_pair_keeps_its_place_among_the_mentions():
    document = Consistency(replace(CONTEXT, enabled=frozenset(("first-mention",))))
    first, second = Pair("1", "In Aktau", "В городе Актау"), Pair("2", "From Aktau", "Из города Актау")
    document.add(first)
    document.add(second)
    document.remove(first)
    assert [finding.code for finding in document.findings(second)] == ["first-mention"]
    document.add(first)
    assert document.findings(second) == []


@pytest.mark.parametrize("pair", [Pair("1", "A", ""), Pair("1", "A", "Б", locked=True)])
def test_what_is_untranslated_or_locked_counts_for_nothing(pair):
    document = Consistency(CONTEXT)
    document.add(pair)
    document.remove(pair)
    assert document.findings(Pair("2", "A", "В")) == []
